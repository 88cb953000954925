/** The states of a jury: it deliberates until its president closes it, then the State notifies its decisions; a court or the State may annul it. */
import type { Machine } from "../../kit/machine.ts";
import type { Diploma } from "../../law/diploma.ts";

export type JuryState = "deliberating" | "closed" | "notified" | "annulled";

type JuryMove =
  | "noted"
  | "passed-over"
  | "fraud-declared"
  | "put-off"
  | "closed"
  | "notified"
  | "minutes-attached"
  | "gone-back-to"
  | "annulled";

const VOID = {
  fr: "Elle est annulée : un nouveau jury décide.",
  en: "It is annulled: a new jury decides.",
};
const ONLY_ANEW = { fr: "Seul un nouveau jury peut y revenir.", en: "Only a new jury can go back to it." };

export const JURY: Machine<JuryState, JuryMove> = {
  name: "jury",
  thing: { fr: "Cette délibération", en: "This deliberation" },
  again: { fr: "elle", en: "it" },
  states: {
    deliberating: { fr: "en cours", en: "under way" },
    closed: { fr: "close", en: "closed" },
    notified: { fr: "close et notifiée", en: "closed and notified" },
    annulled: { fr: "annulée", en: "annulled" },
  },
  instead: { closed: ONLY_ANEW, notified: ONLY_ANEW, annulled: VOID },
  moves: {
    noted: { from: ["deliberating"] },
    "passed-over": { from: ["deliberating"] },
    "fraud-declared": { from: ["deliberating"] },
    "put-off": { from: ["deliberating"] },
    closed: { from: ["deliberating"], to: ["closed"] },
    notified: { from: ["closed"], to: ["notified"] },
    "minutes-attached": { from: ["closed", "notified"] },
    // A new jury reconsiders it; this one stays as sealed.
    "gone-back-to": { from: ["closed", "notified"] },
    // By whom it is not: what it decided is void, and its candidates are to be ruled on anew.
    annulled: { from: ["closed", "notified"], to: ["annulled"] },
  },
};

/** From a row, or from the API's output. */
export function juryState(jury: {
  readonly closedAt: unknown;
  readonly notifiedOn: unknown;
  readonly annulment: unknown;
}): JuryState {
  if (jury.annulment !== null) return "annulled";
  if (jury.closedAt === null) return "deliberating";
  return jury.notifiedOn === null ? "closed" : "notified";
}

/** The college of which somebody presides, where the référentiel names one. */
export function presidingCollege({ jury }: Pick<Diploma, "jury">): string | undefined {
  return jury.composition?.find(({ rule }) => rule === "presides")?.college;
}
