/** Where a jury stands: it deliberates until whoever presides closes it, and what it decided is notified by the State. */
import type { Machine } from "../../kit/machine.ts";

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
    // By another, which is opened for it: this one stays as it was sealed.
    "gone-back-to": { from: ["closed", "notified"] },
  },
};

/** From its row, or as programs receive it. */
export function juryState(jury: { readonly closedAt: unknown; readonly notifiedOn: unknown }): JuryState {
  if (jury.closedAt === null) return "deliberating";
  return jury.notifiedOn === null ? "closed" : "notified";
}
