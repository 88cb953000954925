/** What was changed of a section since it was handed in, by acts of their own; `dossier_changed` is the same in SQL. */
import type { KeptFact } from "./happened.ts";
import type { Contents } from "./sections.ts";

const CHANGES: readonly string[] = ["contact-changed", "identity-accepted"];

export function changedSince(facts: readonly KeptFact[], section: string, since: Date): Contents {
  const later = facts.filter(({ kind, at }) => CHANGES.includes(kind) && at > since);
  return Object.assign({}, ...later.map(({ details }) => details[section] ?? {}));
}
