/** The states of an interview, from its facts. Pure: the act that adds a fact stores the result. */
import type { Actor } from "../../act/permissions.ts";
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

/** The candidate was told, whatever they answered. */
const TOLD = ["convoked", "confirmed", "move-asked"] as const;
export const TO_COME = ["placed", ...TOLD] as const;

/** The kinds of facts. */
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
  /** For an agreement: it was the last one missing. */
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
    // If the candidate was told, the new hour is announced too.
    moved: { from: TO_COME, to: ["placed", "convoked"] },
    // To another pair at the same hour, which is not announced.
    "handed-over": { from: TOLD },
    convoked: { from: ["placed"], to: ["convoked"] },
    confirmed: { from: ["convoked", "move-asked"], to: ["confirmed"] },
    "move-asked": { from: ["convoked", "confirmed"], to: ["move-asked"] },
    "move-declined": { from: ["move-asked"], to: ["convoked"] },
    missed: { from: TOLD, to: ["missed"] },
    postponed: { from: TO_COME, to: ["postponed"] },
    cancelled: { from: TO_COME, to: ["cancelled"] },
    proposed: { from: [...TOLD, "agreed"] },
    // The last interviewer's agreement completes it.
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

/** Whether it is still to be held, with its room and people booked. */
export function isToCome(state: InterviewState): boolean {
  return (TO_COME as readonly string[]).includes(state);
}

/** Whether its interviewers may read about it: the candidate was told, or it was held. */
export function isHeard(state: InterviewState): boolean {
  return isTold(state) || state === "agreed";
}

/** Whether somebody is a candidate of these interviews. */
export function isHeardIn(all: readonly { readonly account: string | null }[], actor: Actor): boolean {
  return actor.kind === "account" && all.some(({ account }) => account === actor.account);
}

/** Whether the candidate was told. */
export function isTold(state: InterviewState): boolean {
  return (TOLD as readonly string[]).includes(state);
}
