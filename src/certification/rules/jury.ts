/** Where a jury stands: it deliberates until whoever presides closes it, and what it decided is notified by the State. */
import type { Machine } from "../../kit/machine.ts";

export type JuryState = "deliberating" | "closed" | "notified";

type JuryMove = "noted" | "passed-over" | "put-off" | "closed" | "notified" | "minutes-attached" | "gone-back-to";

export const JURY: Machine<JuryState, JuryMove> = {
  name: "jury",
  thing: { fr: "Cette délibération", en: "This deliberation" },
  again: { fr: "elle", en: "it" },
  states: {
    deliberating: { fr: "en cours", en: "under way" },
    closed: { fr: "close, et seul un nouveau jury peut y revenir", en: "closed, and only a new one can go back to it" },
    notified: {
      fr: "close et notifiée, et seul un nouveau jury peut y revenir",
      en: "closed and notified, and only a new one can go back to it",
    },
  },
  moves: {
    noted: { from: ["deliberating"] },
    "passed-over": { from: ["deliberating"] },
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
