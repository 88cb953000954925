/** What people type, read leniently: any separator, comma or point, months by name, a whole date in the first field. */
import { FIRST_DAY, isDay, LAST_DAY } from "../kit/day.ts";
import type { Form } from "./page.ts";

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };
export const NO_DATE: DateParts = { day: "", month: "", year: "" };

/** The longest text of a short field. */
const LONGEST = 200;

const MONTHS = [
  ["janv", "jan"],
  ["fevr", "feb"],
  ["mars", "mar"],
  ["avr", "apr"],
  ["mai", "may"],
  ["juin", "jun"],
  ["juil", "jul"],
  ["aout", "aug"],
  ["sept", "sep"],
  ["oct"],
  ["nov"],
  ["dec"],
] as const;

/** Trimmed, without control characters, cut at `LONGEST`. */
export function textOf(form: Form, name: string): string {
  return form
    .get(name)
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .slice(0, LONGEST);
}

export function datePartsOf(form: Form, name: string): DateParts {
  return { day: textOf(form, `${name}-day`), month: textOf(form, `${name}-month`), year: textOf(form, `${name}-year`) };
}

/** Of a day, or of as much of it as is known. */
export function partsOf(day: string | null | undefined): DateParts {
  if (!day) return NO_DATE;
  const text = (part: string) => (part === "" ? "" : String(+part));
  return { day: text(day.slice(8)), month: text(day.slice(5, 7)), year: day.slice(0, 4) };
}

export function isEmptyDate(parts: DateParts): boolean {
  return parts.day === "" && parts.month === "" && parts.year === "";
}

/** A day, a month or a year, as far as it was given, or the part at fault. */
export function readPartialDay(parts: DateParts): ReturnType<typeof readDate> {
  const { day, month, year } = spread(parts);
  if (day !== "" || year === "") return readDate(parts);
  const read = readDate({ day: "1", month: month === "" ? "1" : month, year });
  return "day" in read ? { day: read.day.slice(0, month === "" ? 4 : 7) } : read;
}

/** The day, or the part at fault: `day` where each part is valid but no such day exists. */
export function readDate(
  parts: DateParts,
): { readonly day: string } | { readonly fault: keyof DateParts; readonly why: "missing" | "unreal" } {
  const { day, month, year } = spread(parts);
  for (const [part, value] of [
    ["day", day],
    ["month", month],
    ["year", year],
  ] as const) {
    if (value === "") return { fault: part, why: "missing" };
  }
  const monthNumber = monthOf(month);
  if (!/^\d{1,2}$/.test(day)) return { fault: "day", why: "unreal" };
  if (monthNumber === undefined) return { fault: "month", why: "unreal" };
  if (!/^\d{4}$/.test(year)) return { fault: "year", why: "unreal" };
  if (+year < +FIRST_DAY.slice(0, 4) || +year > +LAST_DAY.slice(0, 4)) return { fault: "year", why: "unreal" };
  const read = `${year}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(read) ? { day: read } : { fault: "day", why: "unreal" };
}

/** A whole date in the first field: `27/06/2019`, `27.6.2019`, `2019-06-27`, `27 juin 2019`; or a month or a year: `juin 2019`, `2019`. */
function spread(parts: DateParts): DateParts {
  if (parts.month !== "" || parts.year !== "") return parts;
  const pieces = parts.day.split(/[\s/.,\-–]+/).filter(Boolean);
  const year = pieces.at(-1) ?? "";
  if (pieces.length < 3 && /^\d{4}$/.test(year)) return { day: "", month: pieces.length === 2 ? pieces[0]! : "", year };
  if (pieces.length !== 3) return parts;
  const [first, month, last] = pieces as [string, string, string];
  return first.length === 4
    ? { day: last, month, year: first }
    : { day: first.replace(/^1er$/i, "1"), month, year: last };
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return +text >= 1 && +text <= 12 ? +text : undefined;
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = MONTHS.findIndex((starts) => starts.some((start) => plain.startsWith(start)));
  return index === -1 ? undefined : index + 1;
}

/** A number as written in either language (« 1 234,5 », "1,234.5", « 80 % »), or `undefined`. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€%]|h$/giu, "");
  const plain = /,\d{3}(?:\D|$)/.test(bare) && bare.includes(".") ? bare.replaceAll(",", "") : bare.replace(",", ".");
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined;
}
