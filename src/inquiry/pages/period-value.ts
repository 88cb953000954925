/** The form value of a period: its faults, and its meaning. */
import { firstDay, lastDay } from "../../kit/partial-day.ts";
import { hasDecimals } from "../../kit/schema.ts";
import type { FieldError } from "../../page/form.ts";
import { type DateParts, isEmptyDate, readNumber, readPartialDay, textOf } from "../../page/form-values.ts";
import type { Form } from "../../page/page.ts";
import type { PeriodDraft, ShareDraft } from "../rules/draft.ts";
import { partialDateErrors } from "./say.ts";
import type { Words } from "./words.ts";

export type PeriodValue = {
  from: DateParts;
  to: DateParts;
  ongoing: string;
  share: string;
  percent: string;
  hours: string;
  full: string;
  field: string;
};

function dayOf(parts: DateParts): string | undefined {
  const read = readPartialDay(parts);
  return "day" in read ? read.day : undefined;
}

export function endErrors({ from, to, ongoing }: PeriodValue, words: Words): FieldError[] {
  if (isEmptyDate(to)) return ongoing ? [] : [{ field: "to-day", message: words.period.toMissing }];
  if (ongoing) return [{ field: "to-day", message: words.period.toBoth }];
  const errors = partialDateErrors("to", to, words, words.period.to);
  const [first, last] = [dayOf(from), dayOf(to)];
  return first !== undefined && last !== undefined && lastDay(last) < firstDay(first)
    ? [{ field: "to-day", message: words.period.backwards }]
    : errors;
}

const WEEK_HOURS = 7 * 24;

function weekHours(text: string): number | undefined {
  const hours = readNumber(text);
  return hours !== undefined && hours >= 0.5 && hours <= WEEK_HOURS ? hours : undefined;
}

function percentOf(text: string): number | undefined {
  const percent = readNumber(text);
  return percent !== undefined && percent > 0 && percent <= 100 && hasDecimals(percent, 2) ? percent : undefined;
}

export function shareErrors({ share, percent, hours, full }: PeriodValue, words: Words): FieldError[] {
  if (share === "full") return [];
  if (share === "percent")
    return percentOf(percent) === undefined ? [{ field: "percent", message: words.period.percentFault }] : [];
  if (share !== "hours") return [{ field: "share", message: words.period.shareChoose }];
  return [
    ...(weekHours(hours) === undefined ? [{ field: "hours", message: words.period.hoursFault }] : []),
    ...(weekHours(full) === undefined ? [{ field: "full", message: words.period.fullFault }] : []),
  ];
}

function shareIn({ share, percent, hours, full }: PeriodValue): ShareDraft | undefined {
  if (share === "full") return { as: "full" };
  if (share === "percent")
    return percentOf(percent) === undefined ? undefined : { as: "percent", percent: percentOf(percent)! };
  const [worked, week] = [weekHours(hours), weekHours(full)];
  return share === "hours" && worked !== undefined && week !== undefined
    ? { as: "hours", hours: worked, full: week }
    : undefined;
}

export function periodOf(value: PeriodValue, item: number): PeriodDraft {
  const from = dayOf(value.from);
  const to = value.ongoing ? null : dayOf(value.to);
  const share = shareIn(value);
  return {
    item,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(share && { share }),
    ...(value.field !== "" && { field: value.field }),
  };
}

/** Without the faulty fields, so that they are asked again. */
export function partlyOf(value: PeriodValue, errors: readonly FieldError[], item: number): PeriodDraft {
  const faulty = new Set(errors.map(({ field }) => field.split("-")[0]));
  const { from, to, share, field } = periodOf(value, item);
  return {
    item,
    ...(from !== undefined && !faulty.has("from") && { from }),
    ...(to !== undefined && !faulty.has("to") && { to }),
    ...(share && { share }),
    ...(field !== undefined && !faulty.has("field") && { field }),
  };
}

export function shareFields(form: Form): Pick<PeriodValue, "share" | "percent" | "hours" | "full"> {
  return {
    share: form.get("share"),
    percent: textOf(form, "percent"),
    hours: textOf(form, "hours"),
    full: textOf(form, "full"),
  };
}
