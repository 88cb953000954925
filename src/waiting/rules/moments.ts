/** On which days the keys are reminded of, and from which hour; and the day that a reminder is of. Pure. */
import type { WaitingKey } from "../../act/waiting.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { beginsAt, dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";

/** Side by side: a key, the diploma where its days are the school's for it (else empty), months and days from the due day. */
export type Moments = {
  readonly keys: readonly string[];
  readonly diplomas: readonly string[];
  readonly months: readonly number[];
  readonly days: readonly number[];
};

/** Where no diploma of the school says an hour. */
const MORNING = "09:00";

export function momentsOf(keys: ReadonlyMap<string, WaitingKey>, laws: readonly Law[]): Moments {
  const all = [...keys].flatMap(([key, { mails = [] }]) => {
    if (typeof mails !== "function") return mails.map((moment) => ({ key, diploma: "", ...from(moment) }));
    return laws.flatMap((law) => mails(law).map((one) => ({ key, diploma: law.diploma.diploma, ...from(one) })));
  });
  return {
    keys: all.map(({ key }) => key),
    diplomas: all.map(({ diploma }) => diploma),
    months: all.map(({ months }) => months),
    days: all.map(({ days }) => days),
  };
}

const from = (moment: number | { readonly months: number }) =>
  typeof moment === "number" ? { months: 0, days: moment } : { ...moment, days: 0 };

/** Today from the earliest hour that the school's file says; before, yesterday, whose mails may still be missing. */
export function dayToRemind(at: Date, zone: string, laws: readonly Law[]): Day {
  const today = dayIn(at, zone);
  const [hour = MORNING] = laws
    .flatMap(({ school }) => school.admission.reminders ?? [])
    .map((rule) => rule.hour)
    .toSorted();
  const begins = beginsAt({ day: today, time: hour }, zone);
  return begins === undefined || at >= begins ? today : addDays(today, -1);
}
