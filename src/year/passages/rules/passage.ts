/**
 * The states of a passage: one diploma awarded to one person, as it is reported to the Caisse des Dépôts. Those of before a file follow from
 * what is known of the person; the others from the last file that has it.
 */
import { addMonths, type Day } from "../../../kit/day.ts";
import type { Machine } from "../../../kit/machine.ts";

export const STATES = ["draft", "ready", "filed", "deposited", "received", "accepted", "rejected"] as const;
export type PassageState = (typeof STATES)[number];
export type PassageMove = "filed" | "dropped" | "deposited" | "received" | "accepted" | "rejected";

export const PASSAGE: Machine<PassageState, PassageMove> = {
  name: "passage",
  thing: { fr: "Ce passage", en: "This passage" },
  again: { fr: "il", en: "it" },
  states: {
    draft: { fr: "incomplet", en: "incomplete" },
    ready: { fr: "prêt", en: "ready" },
    filed: { fr: "dans un fichier à déposer", en: "in a file to be deposited" },
    deposited: { fr: "déposé", en: "deposited" },
    received: { fr: "reçu", en: "received" },
    accepted: { fr: "accepté", en: "accepted" },
    rejected: { fr: "rejeté", en: "rejected" },
  },
  moves: {
    filed: { from: ["ready", "rejected"], to: ["filed"] },
    // As it was before the file.
    dropped: { from: ["filed"], to: ["draft", "ready", "rejected"] },
    deposited: { from: ["filed"], to: ["deposited"] },
    received: { from: ["deposited"], to: ["received"] },
    // Noted wrongly, an answer is noted again.
    accepted: { from: ["received", "rejected"], to: ["accepted"] },
    rejected: { from: ["received", "accepted"], to: ["rejected"] },
  },
};

export type Filed = {
  readonly deposited: boolean;
  readonly received: boolean;
  readonly answer: "accepted" | "rejected" | null;
};

/** `last`: of the files that were not given up, the last that has it. What was rejected and lacks something is a draft again. */
export function passageState(last: Filed | null, complete: boolean): PassageState {
  if (last === null) return complete ? "ready" : "draft";
  if (last.answer === "rejected") return complete ? "rejected" : "draft";
  return last.answer ?? (last.received ? "received" : last.deposited ? "deposited" : "filed");
}

/** The last day to report an award: of 30 November, with three months, 28 February. */
export function dueDay(awardedOn: Day, months: number): Day {
  return addMonths(awardedOn, months);
}
