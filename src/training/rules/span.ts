/** The last day on which a course may still run. */
import { addDays, addMonths, type Day, dayNumber } from "../../kit/day.ts";
import type { Diploma } from "../../law/diploma.ts";
import { mostSemesters } from "../../law/semesters.ts";

const SEMESTER = 6;

export type Span = { readonly entry: Diploma["training"][number]; readonly semesters: number; readonly until: Day };

/** The last day on which a cohort that starts then may end; undefined if the référentiel sets no limit. */
export function longestSpan(diploma: Pick<Diploma, "training">, startsOn: Day): Span | undefined {
  const most = mostSemesters(diploma);
  return most && { ...most, until: addDays(addMonths(startsOn, SEMESTER * most.semesters), -1) };
}

/** A period in training in a cohort: from `from` to the day before `to`; still running if `to` is null. */
export type Stay = { readonly startsOn: Day; readonly from: Day; readonly to: Day | null };

/** One stay per cohort, from the contract and the facts of an enrolment. */
export function staysOf(
  { startsOn, since }: { readonly startsOn: Day; readonly since: Day },
  facts: readonly { readonly kind: string; readonly on: Day; readonly into: Day | undefined }[],
): readonly Stay[] {
  const stays: Stay[] = [];
  let [cohort, from]: [Day, Day | null] = [startsOn, since];
  for (const { kind, on, into } of facts) {
    if (kind !== "returned" && from !== null) stays.push({ startsOn: cohort, from, to: on });
    [cohort, from] = kind === "returned" ? [into ?? cohort, on] : [cohort, null];
  }
  return from === null ? stays : [...stays, { startsOn: cohort, from, to: null }];
}

/**
 * The last day of a trainee's own course: counted from the day on which they first began, over later cohorts and enrolments. Enrolled from
 * September 2027, interrupted in December, back in September 2028: it ends in September 2030 where interruptions count, nine months later
 * where they do not. A trainee who left before their cohort began has not begun; undefined until they begin.
 */
export function ownSpan(diploma: Pick<Diploma, "training">, stays: readonly Stay[]): Span | undefined {
  const begun = stays
    .map(({ startsOn, from, to }) => ({ on: from > startsOn ? from : startsOn, to }))
    .filter(({ on, to }) => to === null || on < to)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const span = begun[0] && longestSpan(diploma, begun[0].on);
  if (!span) return undefined;
  const counted = diploma.training.find(({ key }) => key === "semesters-while-interrupted")?.value !== "not-counted";
  const away = begun.slice(1).map(({ on }, index) => Math.max(0, dayNumber(on) - dayNumber(begun[index]!.to ?? on)));
  return counted
    ? span
    : {
        ...span,
        until: addDays(
          span.until,
          away.reduce((sum, days) => sum + days, 0),
        ),
      };
}
