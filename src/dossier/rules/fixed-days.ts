/**
 * The days that the office read on the pieces, where the person knew only a month or a year. A fact fixes one day of one item; the latest
 * holds, as long as what was typed still allows it. What was typed and sealed stays as it was. Pure.
 */
import type { Draft, PeriodDraft, TitleDraft } from "../../inquiry/rules/draft.ts";
import { type Day } from "../../kit/day.ts";
import { firstDay, isWhole, lastDay, type PartialDay } from "../../kit/partial-day.ts";

export const FIXED_DAYS = ["awardedOn", "startedOn", "from", "to"] as const;
export type FixedDay = { readonly item: number; readonly of: (typeof FIXED_DAYS)[number]; readonly day: Day };

type Fact = { readonly kind: string; readonly details: unknown };

/** The declaration with these days. */
export function withFixed(draft: Draft, facts: readonly Fact[]): Draft {
  return facts
    .filter(({ kind }) => kind === "day-fixed")
    .map(({ details }) => details as FixedDay)
    .reduce((all, fixed) => (mayBe(typedDay(draft, fixed), fixed.day) ? put(all, fixed) : all), draft);
}

/** Whether the declaration leaves this day open and would be in order with it. */
export function isFixable(draft: Draft, fixed: FixedDay): boolean {
  if (!mayBe(typedDay(draft, fixed), fixed.day)) return false;
  const { titles, periods } = put(draft, fixed);
  const inOrder = (first: PartialDay | null | undefined, last: PartialDay | null | undefined) =>
    !first || !last || firstDay(first) <= lastDay(last);
  return (
    titles.every(({ startedOn, awardedOn }) => inOrder(startedOn, awardedOn)) &&
    periods.every(({ from, to }) => inOrder(from, to))
  );
}

/** The days left open, in the order of the declaration. */
export function openDays({ titles, periods }: Draft): { readonly item: number; readonly of: FixedDay["of"] }[] {
  return [...titles, ...periods].flatMap((one) =>
    FIXED_DAYS.filter((of) => {
      const day = dayOf(one, of);
      return day !== undefined && day !== null && !isWhole(day);
    }).map((of) => ({ item: one.item, of })),
  );
}

function mayBe(typed: PartialDay | null | undefined, day: Day): boolean {
  return !!typed && !isWhole(typed) && firstDay(typed) <= day && day <= lastDay(typed);
}

/** What was typed of it. */
export function typedDay(
  { titles, periods }: Draft,
  { item, of }: Omit<FixedDay, "day">,
): PartialDay | null | undefined {
  const one = [...titles, ...periods].find((each) => each.item === item);
  return one && dayOf(one, of);
}

function dayOf(one: TitleDraft | PeriodDraft, of: FixedDay["of"]): PartialDay | null | undefined {
  return (one as { readonly [day in FixedDay["of"]]?: PartialDay | null })[of];
}

function put(draft: Draft, { item, of, day }: FixedDay): Draft {
  const fixed = <T extends { readonly item: number }>(all: readonly T[]) =>
    all.map((one) => (one.item === item ? { ...one, [of]: day } : one));
  return { ...draft, titles: fixed(draft.titles), periods: fixed(draft.periods) };
}
