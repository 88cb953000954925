/** The states of a jury: it deliberates until its president closes it, then the State notifies its decisions. */
import type { Machine } from "../../kit/machine.ts";
import type { Diploma } from "../../law/diploma.ts";

export type JuryState = "deliberating" | "closed" | "notified";

type JuryMove =
  | "noted"
  | "passed-over"
  | "fraud-declared"
  | "put-off"
  | "closed"
  | "notified"
  | "minutes-attached"
  | "gone-back-to";

const ONLY_ANEW = { fr: "Seul un nouveau jury peut y revenir.", en: "Only a new jury can go back to it." };

export const JURY: Machine<JuryState, JuryMove> = {
  name: "jury",
  thing: { fr: "Cette délibération", en: "This deliberation" },
  again: { fr: "elle", en: "it" },
  states: {
    deliberating: { fr: "en cours", en: "under way" },
    closed: { fr: "close", en: "closed" },
    notified: { fr: "close et notifiée", en: "closed and notified" },
  },
  instead: { closed: ONLY_ANEW, notified: ONLY_ANEW },
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
  },
};

/** From a row, or from the API's output. */
export function juryState(jury: { readonly closedAt: unknown; readonly notifiedOn: unknown }): JuryState {
  if (jury.closedAt === null) return "deliberating";
  return jury.notifiedOn === null ? "closed" : "notified";
}

/** The college of which somebody presides, where the référentiel names one. */
export function presidingCollege({ jury }: Pick<Diploma, "jury">): string | undefined {
  return jury.composition?.find(({ rule }) => rule === "presides")?.college;
}
