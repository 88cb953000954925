/** How a decision is contested: before whom, and the last day. */
import { addMonths, type Day } from "../kit/day.ts";
import type { Establishment } from "./establishment.ts";
import type { Law } from "./law.ts";

type Remedy = NonNullable<Establishment["remedies"]>[number];
export type Contested = Remedy["against"];

/**
 * The remedies of a school's file against a decision notified on a day. The last day is the same day of a later month: courts count one
 * day more (délai franc), so this is never too late.
 */
export function remediesOf(
  law: Law,
  against: Contested,
  notifiedOn: Day,
): readonly (Remedy & { readonly by: Day | null })[] {
  const national = against === "jury" ? juryPower(law, "appeal")?.value : undefined;
  return (law.establishment.remedies ?? [])
    .filter((one) => one.against === against)
    .map((one) => {
      const months = typeof national === "number" ? national : one.months;
      return { ...one, by: months === undefined ? null : addMonths(notifiedOn, months) };
    });
}

/** Whether the school itself takes it: no other body is named. */
export function schoolReviews({ body }: { readonly body?: object | null }): boolean {
  return !body;
}

/** An entry about juries, by its key. */
export function juryPower({ diploma }: Law, key: string) {
  return diploma.jury.powers.find((one) => one.key === key);
}

/** The last day on which a person may contest an admission here; null if the school's file sets none. */
export function lastDayToContest(law: Law, notifiedOn: Day): Day | null {
  const days = remediesOf(law, "admission", notifiedOn).flatMap(({ by }) => by ?? []);
  return days.toSorted().at(-1) ?? null;
}

/** By when the school answers what it received against an admission; null if its file does not say. */
export function answerToContest(law: Law, receivedOn: Day): Day | null {
  const own = remediesOf(law, "admission", receivedOn).find(schoolReviews);
  return own?.answerMonths === undefined ? null : addMonths(receivedOn, own.answerMonths);
}
