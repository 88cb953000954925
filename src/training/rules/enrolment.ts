/** Where somebody enrolled stands, from what happened to them on which day. Pure: the act that adds a fact keeps the result. */
import type { Day } from "../../kit/day.ts";
import { allows, type Machine } from "../../kit/machine.ts";

export const ENROLMENT_STATES = ["in-training", "interrupted", "abandoned"] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

export const ENROLMENT_FACTS = ["interrupted", "returned", "abandoned"] as const;
export type EnrolmentFactKind = (typeof ENROLMENT_FACTS)[number];

export type EnrolmentFact = {
  readonly kind: EnrolmentFactKind;
  readonly on: Day;
  /** The cohort that somebody returned into. */
  readonly cohort: string | null;
};

export const ENROLMENT: Machine<EnrolmentState, EnrolmentFactKind> = {
  name: "enrolment",
  thing: { fr: "Cette formation", en: "This training" },
  again: { fr: "elle", en: "it" },
  states: {
    "in-training": { fr: "en cours", en: "running" },
    interrupted: { fr: "interrompue", en: "interrupted" },
    abandoned: { fr: "abandonnée", en: "abandoned" },
  },
  moves: {
    interrupted: { from: ["in-training"], to: ["interrupted"] },
    returned: { from: ["interrupted"], to: ["in-training"] },
    abandoned: { from: ["in-training", "interrupted"], to: ["abandoned"] },
  },
};

/** In the order in which they happened; what may not happen changes nothing. */
export function enrolmentState(facts: readonly EnrolmentFact[]): EnrolmentState {
  return facts.reduce<EnrolmentState>(
    (state, { kind }) => (allows(ENROLMENT, kind, state) ? ENROLMENT.moves[kind].to![0]! : state),
    "in-training",
  );
}

/** Whether they are in training on a day: not between an interruption and a return, nor after they gave up. */
export function inTrainingOn(facts: readonly EnrolmentFact[], day: Day): boolean {
  return enrolmentState(facts.filter(({ on }) => on <= day)) === "in-training";
}
