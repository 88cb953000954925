/** What the decision on the year's rates counts of one person, from the facts of their training and the jury's rulings. Pure. */
import type { Day } from "../../../kit/day.ts";
import type { IndicatorsInput } from "../../../decisions/indicators/rule.ts";
import { enrolmentState, type EnrolmentFactKind } from "../../../training/rules/enrolment.ts";

export type TrainingFact = { readonly kind: EnrolmentFactKind; readonly on: Day };
/** `replaces`: the ruling that this one corrects; `stands`: no other replaced it. None is of an annulled jury. */
export type Ruling = {
  readonly id: string;
  readonly replaces: string | null;
  readonly on: Day;
  readonly outcome: string;
  readonly stands: boolean;
};
export type Trained = {
  readonly enrolment: string;
  readonly startsOn: Day;
  readonly plannedEnd: Day;
  /** In the order in which they happened. */
  readonly facts: readonly TrainingFact[];
  readonly rulings: readonly Ruling[];
};

type Counted = Omit<IndicatorsInput["people"][number], "site">;

/**
 * Undefined of who withdrew from the contract, or left before the first day, and was never ruled on: they were not in training. What the
 * school stopped is nobody's departure, and is counted as force majeure is.
 */
export function countedPerson(
  { enrolment, startsOn, plannedEnd, facts, rulings }: Trained,
  today: Day,
): Counted | undefined {
  const known = facts.filter(({ on }) => on <= today);
  const state = enrolmentState(known);
  const last = known.at(-1);
  const left = state === "in-training" || !last ? undefined : { on: last.on, kind: state };
  const ruled = rulingsOf(rulings);
  const neverIn = left && (left.kind === "withdrawn" || left.on < startsOn);
  if (neverIn && ruled.length === 0) return undefined;
  return {
    id: enrolment,
    plannedEnd,
    ...(ruled.length > 0 && { rulings: ruled }),
    ...(left &&
      left.kind !== "withdrawn" && {
        left: { on: left.on, kind: left.kind === "school" ? "force-majeure" : left.kind },
      }),
  };
}

/** In force, each on the day of the jury whose ruling it first was: a correction says what that jury ought to have decided. */
function rulingsOf(rulings: readonly Ruling[]): NonNullable<Counted["rulings"]> {
  const byId = new Map(rulings.map((one) => [one.id, one]));
  const first = (one: Ruling): Ruling => {
    const before = one.replaces === null ? undefined : byId.get(one.replaces);
    return before ? first(before) : one;
  };
  return rulings.flatMap((one) =>
    !one.stands || !isOutcome(one.outcome) ? [] : [{ on: first(one).on, outcome: one.outcome }],
  );
}

const isOutcome = (outcome: string): outcome is "diploma" | "partial" | "none" =>
  outcome === "diploma" || outcome === "partial" || outcome === "none";
