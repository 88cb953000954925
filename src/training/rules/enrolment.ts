/** The state of an enrolment, from its facts in order. Pure: the act that adds a fact stores the result. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { allows, type Machine } from "../../kit/machine.ts";

/** How a training ends, and what each ending requires: a document, a destination; and whether the trainee may come back. */
const ENDINGS = {
  /** Before it began, or by withdrawing from the contract. */
  withdrawn: { paper: true },
  abandoned: {},
  excluded: { paper: true },
  deferred: { comesBack: true },
  transferred: { destination: true },
  "force-majeure": { paper: true },
  school: {},
} as const satisfies Record<string, Ending>;
type Ending = { readonly paper?: true; readonly destination?: true; readonly comesBack?: true };
export type EndingKind = keyof typeof ENDINGS;
export const ENDING_KINDS = Object.keys(ENDINGS) as EndingKind[];

export function isEnding(kind: string): kind is EndingKind {
  return Object.hasOwn(ENDINGS, kind);
}

export function asks(kind: string): Ending {
  return (ENDINGS as Readonly<Record<string, Ending>>)[kind] ?? {};
}

export const ENROLMENT_STATES = ["in-training", "interrupted", ...ENDING_KINDS] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

export const ENROLMENT_FACTS = ["interrupted", "returned", ...ENDING_KINDS] as const;
export type EnrolmentFactKind = (typeof ENROLMENT_FACTS)[number];

export function isEnrolmentFact(kind: string): kind is EnrolmentFactKind {
  return (ENROLMENT_FACTS as readonly string[]).includes(kind);
}

export type EnrolmentFact = {
  readonly kind: EnrolmentFactKind;
  readonly on: Day;
  /** The cohort that the trainee returned into. */
  readonly cohort: string | null;
};

const ends = <K extends EndingKind>(kind: K) =>
  ({ from: ["in-training", "interrupted", "deferred"], to: [kind] }) as const;

export const ENROLMENT: Machine<EnrolmentState, EnrolmentFactKind> = {
  name: "enrolment",
  thing: { fr: "Cette formation", en: "This training" },
  again: { fr: "elle", en: "it" },
  states: {
    "in-training": { fr: "en cours", en: "running" },
    interrupted: { fr: "interrompue", en: "interrupted" },
    withdrawn: { fr: "close par un désistement", en: "closed by a withdrawal" },
    abandoned: { fr: "abandonnée", en: "abandoned" },
    excluded: { fr: "close par une exclusion", en: "closed by an exclusion" },
    deferred: { fr: "reportée à une promotion suivante", en: "deferred to a later cohort" },
    transferred: { fr: "poursuivie dans un autre établissement", en: "continued in another school" },
    "force-majeure": { fr: "rompue par la force majeure", en: "broken off by force majeure" },
    school: { fr: "arrêtée par l’établissement", en: "stopped by the school" },
  },
  moves: {
    interrupted: { from: ["in-training"], to: ["interrupted"] },
    returned: { from: ["interrupted", "deferred"], to: ["in-training"] },
    withdrawn: ends("withdrawn"),
    abandoned: ends("abandoned"),
    excluded: ends("excluded"),
    deferred: { from: ["in-training", "interrupted"], to: ["deferred"] },
    transferred: ends("transferred"),
    "force-majeure": ends("force-majeure"),
    school: ends("school"),
  },
};

/** Facts in the order in which they happened; a fact that the state does not allow is ignored. */
export function enrolmentState(facts: readonly Pick<EnrolmentFact, "kind">[]): EnrolmentState {
  return facts.reduce<EnrolmentState>(
    (state, { kind }) => (allows(ENROLMENT, kind, state) ? ENROLMENT.moves[kind].to![0]! : state),
    "in-training",
  );
}

/** Over for good: the trainee cannot come back. */
export function isOver(state: EnrolmentState): boolean {
  return Object.hasOwn(ENDINGS, state) && !asks(state).comesBack;
}

type Lasting = {
  readonly state: EnrolmentState;
  readonly startsOn: Day;
  readonly facts: readonly { readonly kind: string; readonly on: Day }[];
  /** Whether the first day has come, and whether the trainee ever attended a lesson. */
  readonly begun: boolean;
  readonly came: boolean;
  /** Whether the last day is past, or every exam decided: the state then says nothing more. */
  readonly ended?: boolean | undefined;
};

/** The state of a training in words. The day matters too: a training is not running before it began, and one may end before that. */
export function sayTraining({ state, startsOn, facts, begun, came, ended }: Lasting): Label {
  const label = ENROLMENT.states[state];
  if (state === "in-training" && ended) return { fr: "terminée", en: "ended" };
  if (state === "in-training" && !begun) return { fr: "pas encore commencée", en: "not begun yet" };
  if (!isEnding(state)) return label;
  const ending = facts.findLast(({ kind }) => kind === state);
  if (ending && ending.on < startsOn)
    return { fr: `${label.fr}, avant d’avoir commencé`, en: `${label.en}, before it had begun` };
  if (came) return label;
  return { fr: `${label.fr}, sans aucune présence en séance`, en: `${label.en}, without ever being in a lesson` };
}

/** Whether the trainee is in training on a day: not between an interruption and a return, nor after the end. */
export function inTrainingOn(facts: readonly EnrolmentFact[], day: Day): boolean {
  return enrolmentState(facts.filter(({ on }) => on <= day)) === "in-training";
}
