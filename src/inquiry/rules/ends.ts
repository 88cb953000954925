/**
 * A declaration whose days are not all known, as the two declarations between which it lies. Pure.
 *
 * - best: each title awarded and each period begun on the first day that it may be, each course begun and each period ended on the last;
 * - worst: the reverse. « 2022 » to « 2024 » is then 2022-12-31 to 2024-01-01, and « 2022 » to « 2022 » is nothing.
 *
 * A course whose start was not given, where the level depends on it, was begun at worst the day before the level changes. The contract
 * counts an absent start as a later one: that is the best of the two.
 *
 * Every declaration of days that fits what was typed gets an answer between these two. A period may end after the day asked about: what
 * comes after counts for the day on which a door opens, not for whether it is open.
 */

import { type Day, dayNumber, dayOf } from "../../kit/day.ts";
import type { Diploma } from "../../law/diploma.ts";
import { startMatters } from "./course-start.ts";
import { firstDay, isWhole, lastDay, type PartialDay } from "../../kit/partial-day.ts";

export type End = "best" | "worst";
type Award = { readonly title?: string; readonly awardedOn?: PartialDay; readonly startedOn?: PartialDay | null };
type Span = { readonly from?: PartialDay; readonly to?: PartialDay | null };
type Declared<T extends Award, P extends Span> = { readonly titles: readonly T[]; readonly periods: readonly P[] };

/** The days of a title at one end; `before`: the day before which the start of its course matters. */
export function awardAt({ awardedOn, startedOn }: Award, end: End, before?: Day) {
  const awarded = awardedOn!;
  if (end === "worst") {
    const unknown = before === undefined ? startedOn : earlier(dayOf(dayNumber(before) - 1), lastDay(awarded));
    return { awardedOn: lastDay(awarded), startedOn: startedOn ? firstDay(startedOn) : unknown };
  }
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

/** The items of which a day is not known, or the start of a course on which the level depends. */
export function unsettled<T extends Award, P extends Span>(
  { titles, periods }: Declared<T, P>,
  law: Diploma,
): Declared<T, P> {
  const open = (...days: readonly (PartialDay | null | undefined)[]) =>
    days.some((day) => day !== null && day !== undefined && !isWhole(day));
  return {
    titles: titles.filter((title) => open(title.awardedOn, title.startedOn) || lacksStart(law, title)),
    periods: periods.filter(({ from, to }) => open(from, to)),
  };
}

/** Asked, and answered that it is not known. */
export function lacksStart(law: Diploma, title: Award): boolean {
  return title.startedOn === null && startMatters(law, title) !== undefined;
}

export function isSettled(draft: Declared<Award, Span>, law: Diploma): boolean {
  const { titles, periods } = unsettled(draft, law);
  return titles.length === 0 && periods.length === 0;
}
