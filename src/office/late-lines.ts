/** What the page of a late application shows of what is accepted: where it stands, and what was last handed in. The act compares it. */
import type { Shown } from "../act/shows.ts";
import { sayInstant } from "../kit/instant.ts";
import { labelled } from "../kit/lang.ts";
import { DOSSIER, type DossierStateName } from "../dossier/rules/state.ts";

type Late = {
  readonly state: DossierStateName;
  readonly submissions: readonly { readonly number: string; readonly submittedAt: Date }[];
  readonly zone: string;
};

export function lateLines({ state, submissions, zone }: Late): Shown {
  const last = submissions.toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt)).at(-1);
  const said = labelled((lang) => (last ? `${last.number}, ${sayInstant(last.submittedAt, zone, lang)}` : "–"));
  return [
    { what: { fr: "État", en: "State" }, is: DOSSIER.states[state] },
    { what: { fr: "Dernier dépôt", en: "Last submission" }, is: said },
  ];
}
