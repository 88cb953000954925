/** Reads a delivery report that the operator hands in, and records the bounce of the mail it names. */
import { randomUUID } from "node:crypto";
import { type ActWorld, perform, type Actor } from "../act/act.ts";
import type { Label } from "../kit/lang.ts";
import { recordBounce } from "./acts.ts";
import { readReturned } from "./rules/returned.ts";

export type Noted =
  | { readonly kind: "noted"; readonly mail: string }
  /** Delivered, or still being tried: nothing to record. */
  | { readonly kind: "nothing to note"; readonly mail: string }
  /** Already recorded as bounced. */
  | { readonly kind: "known"; readonly mail: string }
  | { readonly kind: "not ours" };

const OPERATOR: Actor = { kind: "operator" };

/** Tries each school: the report does not name it, and a mail's id exists in one only. */
export async function noteReturned(world: ActWorld, places: readonly string[], message: string): Promise<Noted> {
  const read = readReturned(message);
  if (!read) return { kind: "not ours" };
  const { mail, action, said } = read;
  if (action !== "failed") return { kind: "nothing to note", mail };
  for (const establishment of places) {
    const input = { mail, said };
    const outcome = await perform(world, recordBounce, {
      actor: OPERATOR,
      establishment,
      attempt: randomUUID(),
      input,
    });
    if (outcome.kind === "done") return { kind: "noted", mail };
    if (outcome.kind === "stale") return { kind: "known", mail };
  }
  return { kind: "not ours" };
}

export function sayNoted(noted: Noted): Label {
  switch (noted.kind) {
    case "noted":
      return { fr: `Le courriel ${noted.mail} est revenu : c’est noté.`, en: `Mail ${noted.mail} came back: noted.` };
    case "known":
      return {
        fr: `Le courriel ${noted.mail} : rien à changer à ce qui est noté.`,
        en: `Mail ${noted.mail}: what is noted stands.`,
      };
    case "nothing to note":
      return {
        fr: `Le courriel ${noted.mail} n’est pas revenu : rien à noter.`,
        en: `Mail ${noted.mail} did not come back: nothing to note.`,
      };
    default:
      return {
        fr: "Ce n’est pas un avis de non-remise d’un de nos courriels : rien n’est noté.",
        en: "This is no delivery report on a mail of ours: nothing is noted.",
      };
  }
}
