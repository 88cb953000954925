/**
 * A declaration whose days are not all known, as the two declarations between which it lies. Pure.
 *
 * - best: each title awarded and each period begun on the first day that it may be, each course begun and each period ended on the last;
 * - worst: the reverse. « 2022 » to « 2024 » is then 2022-12-31 to 2024-01-01, and « 2022 » to « 2022 » is nothing.
 *
 * Every declaration of days that fits what was typed gets an answer between these two. A period may end after the day asked about: what
 * comes after counts for the day on which a door opens, not for whether it is open.
 */

import type { Day } from "../../kit/day.ts";
import { firstDay, isWhole, lastDay, type PartialDay } from "../../kit/partial-day.ts";

export type End = "best" | "worst";
type Award = { readonly awardedOn?: PartialDay; readonly startedOn?: PartialDay | null };
type Span = { readonly from?: PartialDay; readonly to?: PartialDay | null };
type Declared<T extends Award, P extends Span> = { readonly titles: readonly T[]; readonly periods: readonly P[] };

/** The days of a title at one end. */
export function awardAt({ awardedOn, startedOn }: Award, end: End) {
  const awarded = awardedOn!;
  if (end === "worst") return { awardedOn: lastDay(awarded), startedOn: startedOn ? firstDay(startedOn) : startedOn };
  if (!startedOn) return { awardedOn: firstDay(awarded), startedOn };
  // A course is begun before its title is awarded.
  const first = later(firstDay(awarded), firstDay(startedOn));
  return { awardedOn: first, startedOn: earlier(lastDay(startedOn), first) };
}

/** The days of a period at one end; undefined if it may be none. */
export function spanAt({ from, to }: Span, end: End) {
  if (end === "best") return { from: firstDay(from!), to: to ? lastDay(to) : (to ?? null) };
  const span = { from: lastDay(from!), to: to ? firstDay(to) : (to ?? null) };
  const empty = span.to !== null && span.to < span.from;
  return empty && !(isWhole(from!) && isWhole(to!)) ? undefined : span;
}

const later = (one: Day, other: Day) => (one > other ? one : other);
const earlier = (one: Day, other: Day) => (one < other ? one : other);

/** The items of which a day is not known. */
export function unsettled<T extends Award, P extends Span>({ titles, periods }: Declared<T, P>): Declared<T, P> {
  const open = (...days: readonly (PartialDay | null | undefined)[]) =>
    days.some((day) => day !== null && day !== undefined && !isWhole(day));
  return {
    titles: titles.filter(({ awardedOn, startedOn }) => open(awardedOn, startedOn)),
    periods: periods.filter(({ from, to }) => open(from, to)),
  };
}

export function isSettled(draft: Declared<Award, Span>): boolean {
  const { titles, periods } = unsettled(draft);
  return titles.length === 0 && periods.length === 0;
}
