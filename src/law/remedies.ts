/** How a decision is contested: before whom, and the last day. */
import { addDays, addMonths, type Day } from "../kit/day.ts";
import { nextWorkday } from "../kit/holidays.ts";
import type { Label } from "../kit/lang.ts";
import type { Establishment } from "./establishment.ts";
import type { Law } from "./law.ts";

type Remedy = NonNullable<Establishment["remedies"]>[number];
export type Contested = Remedy["against"];

/**
 * The remedies of a school's file against a decision, from the day on which the time to contest it begins (`contestedFrom` for a jury's). The
 * last day is the same day of a later month, and for a jury's decision the clear days that the diploma's file adds (délai franc). Notified
 * on 2026-11-16, a jury's: 2027-01-17 is a Sunday, so 2027-01-18 where the diploma's file moves it.
 */
export function remediesOf(law: Law, against: Contested, from: Day): readonly (Omit<Remedy, "dayOff"> & LastDay)[] {
  const amount = (key: string) => {
    const value = against === "jury" ? juryPower(law, key)?.value : undefined;
    return typeof value === "number" ? value : undefined;
  };
  const [national, clear = 0] = [amount("appeal"), amount("appeal-clear")];
  return (law.establishment.remedies ?? [])
    .filter((one) => one.against === against)
    .map((one) => {
      const months = national ?? one.months;
      if (months === undefined) return { ...one, by: null, dayOff: null };
      const moves = against === "jury" ? juryPower(law, "appeal-moved") : one.dayOff;
      return { ...one, ...lastDayOf(law, addDays(addMonths(from, months), clear), moves) };
    });
}

/** `dayOff`: what the file says of a last day that falls on a Saturday, a Sunday or a holiday; null on any other day. */
export type LastDay = { readonly by: Day | null; readonly dayOff: Label | null };

/** Moved to the next working day only where an entry says that its text moves it; elsewhere the day stays, and the entry's words are said. */
function lastDayOf(
  { establishment }: Law,
  computed: Day,
  entry: { readonly label: Label; readonly moves?: boolean | undefined } | undefined,
): LastDay {
  const working = nextWorkday(establishment.holidays, computed);
  if (working === computed) return { by: computed, dayOff: null };
  return { by: entry?.moves ? working : computed, dayOff: entry?.label ?? null };
}

type Told = {
  /** As the State dates its notification. */
  readonly notifiedOn: Day;
  /** When the person was told, with how to contest. */
  readonly toldOn: Day;
};

/** The day from which the time to contest a jury's decision runs: the person's own notification, where the diploma's file says so. */
export function contestedFrom(law: Law, { notifiedOn, toldOn }: Told): Day {
  return juryPower(law, "appeal-from") && toldOn > notifiedOn ? toldOn : notifiedOn;
}

/** Whether the school itself takes it: no other body is named. */
export function schoolReviews({ body }: { readonly body?: object | null }): boolean {
  return !body;
}

/** An entry about juries, by its key. */
export function juryPower({ diploma }: Law, key: string) {
  return diploma.jury.powers.find((one) => one.key === key);
}

/** The last day on which a person may contest an admission here; `by` is null if the school's file sets none. */
export function lastDayToContest(law: Law, notifiedOn: Day): LastDay {
  const dated = remediesOf(law, "admission", notifiedOn).flatMap(({ by, dayOff }) =>
    by === null ? [] : { by, dayOff },
  );
  return dated.toSorted((a, b) => (a.by < b.by ? -1 : 1)).at(-1) ?? { by: null, dayOff: null };
}

/** By when the school answers what it received against an admission; null if its file does not say. */
export function answerToContest(law: Law, receivedOn: Day): Day | null {
  const own = remediesOf(law, "admission", receivedOn).find(schoolReviews);
  return own?.answerMonths === undefined ? null : addMonths(receivedOn, own.answerMonths);
}
