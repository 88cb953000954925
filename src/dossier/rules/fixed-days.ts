/**
 * The days that the office read on the pieces, where the person knew only a month or a year, or not when a course began on whose start
 * the level depends. A fact fixes one day of one item; the latest
 * holds, as long as what was typed still allows it. What was typed and sealed stays as it was. Pure.
 */
import type { Draft, PeriodDraft, TitleDraft } from "../../inquiry/rules/draft.ts";
import { lacksStart } from "../../inquiry/rules/ends.ts";
import type { Diploma } from "../../law/diploma.ts";
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
    .reduce((all, fixed) => (mayBe(draft, fixed) ? put(all, fixed) : all), draft);
}

/** Whether the declaration leaves this day open and would be in order with it. */
export function isFixable(law: Diploma, draft: Draft, fixed: FixedDay): boolean {
  if (!openDays(law, draft).some(({ item, of }) => item === fixed.item && of === fixed.of)) return false;
  if (!mayBe(draft, fixed)) return false;
  const { titles, periods } = put(draft, fixed);
  const inOrder = (first: PartialDay | null | undefined, last: PartialDay | null | undefined) =>
    !first || !last || firstDay(first) <= lastDay(last);
  return (
    titles.every(({ startedOn, awardedOn }) => inOrder(startedOn, awardedOn)) &&
    periods.every(({ from, to }) => inOrder(from, to))
  );
}

/** The days left open, in the order of the declaration. */
export function openDays(
  law: Diploma,
  { titles, periods }: Draft,
): { readonly item: number; readonly of: FixedDay["of"] }[] {
  const starts = titles.filter((title) => lacksStart(law, title));
  const isOpen = (one: TitleDraft | PeriodDraft, of: FixedDay["of"]) => {
    const day = dayOf(one, of);
    return day ? !isWhole(day) : of === "startedOn" && starts.some(({ item }) => item === one.item);
  };
  return [...titles, ...periods].flatMap((one) =>
    FIXED_DAYS.filter((of) => isOpen(one, of)).map((of) => ({ item: one.item, of })),
  );
}

/** The end of a period that goes on is not open; the start of a course that is not known is. */
function mayBe(draft: Draft, fixed: FixedDay): boolean {
  const { of, day } = fixed;
  const typed = typedDay(draft, fixed);
  if (of === "startedOn" && typed === null) return true;
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
