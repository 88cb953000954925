/** Where an interview stands, from what happened to it. Pure: the act that adds a fact writes the result beside it. */
import { allows, type Machine } from "../../kit/machine.ts";

export const INTERVIEW_STATES = [
  "placed",
  "convoked",
  "confirmed",
  "move-asked",
  "agreed",
  "missed",
  "postponed",
  "cancelled",
] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

/** Told of it, whatever they answered. */
const TOLD = ["convoked", "confirmed", "move-asked"] as const;
export const TO_COME = ["placed", ...TOLD] as const;

/** What may happen to one. */
export type InterviewFactKind =
  | "placed"
  | "moved"
  | "handed-over"
  | "convoked"
  | "confirmed"
  | "move-asked"
  | "move-declined"
  | "missed"
  | "postponed"
  | "cancelled"
  | "proposed"
  | "agreed";
export type InterviewFact = {
  readonly kind: InterviewFactKind;
  /** Of an agreement: nobody is left to agree. */
  readonly details: { readonly all?: boolean };
};

export const INTERVIEW: Machine<InterviewState, InterviewFactKind> = {
  name: "interview",
  thing: { fr: "Cet entretien", en: "This interview" },
  again: { fr: "il", en: "it" },
  states: {
    placed: { fr: "placé, sans convocation", en: "placed, without a convocation" },
    convoked: { fr: "annoncé au candidat", en: "announced to the candidate" },
    confirmed: { fr: "confirmé par le candidat", en: "confirmed by the candidate" },
    "move-asked": { fr: "à déplacer, à la demande du candidat", en: "to be moved, as the candidate asks" },
    agreed: { fr: "tenu, et la grille est commune", en: "held, and the grid is agreed" },
    missed: { fr: "manqué", en: "missed" },
    postponed: { fr: "reporté", en: "postponed" },
    cancelled: { fr: "annulé", en: "cancelled" },
  },
  moves: {
    placed: { from: ["placed"] },
    // Of one that was announced, the new hour is announced with it.
    moved: { from: TO_COME, to: ["placed", "convoked"] },
    // To another pair at the same hour, of which the candidate was not told.
    "handed-over": { from: TOLD },
    convoked: { from: ["placed"], to: ["convoked"] },
    confirmed: { from: ["convoked", "move-asked"], to: ["confirmed"] },
    "move-asked": { from: ["convoked", "confirmed"], to: ["move-asked"] },
    "move-declined": { from: ["move-asked"], to: ["convoked"] },
    missed: { from: TOLD, to: ["missed"] },
    postponed: { from: TO_COME, to: ["postponed"] },
    cancelled: { from: TO_COME, to: ["cancelled"] },
    proposed: { from: [...TOLD, "agreed"] },
    // By the last of those who hold it.
    agreed: { from: [...TOLD, "agreed"], to: [...TOLD, "agreed"] },
  },
};

export function interviewState(facts: readonly InterviewFact[]): InterviewState {
  return facts.reduce<InterviewState>(after, "placed");
}

function after(before: InterviewState, { kind, details }: InterviewFact): InterviewState {
  if (!allows(INTERVIEW, kind, before)) return before;
  switch (kind) {
    case "placed":
    case "proposed":
    case "handed-over":
      return before;
    case "moved":
      return before === "placed" ? "placed" : "convoked";
    case "agreed":
      return details.all ? "agreed" : before;
    case "move-declined":
      return "convoked";
    default:
      return kind;
  }
}

/** Whether there is still something to come of it: its room and its people are taken. */
export function isToCome(state: InterviewState): boolean {
  return (TO_COME as readonly string[]).includes(state);
}

/** Whether it stands with those who hold it: they were told of it, or have held it. */
export function isHeard(state: InterviewState): boolean {
  return isTold(state) || state === "agreed";
}

/** Whether the candidate knows of it. */
export function isTold(state: InterviewState): boolean {
  return (TOLD as readonly string[]).includes(state);
}
