/**
 * Prepares an intake from another: all settings are carried over; days move a year on, to the same weekday, and whatever may have changed
 * since is marked for checking before it opens.
 */
import { addDays, addYears, type Day, dayNumber } from "../../kit/day.ts";
import { canonical } from "../../kit/canonical.ts";
import type { Setting } from "../../law/intake.ts";
import type { Law } from "../../law/law.ts";
import { feesOf, type IntakeFee, nationalPieces, type Settings } from "./settings.ts";

export function nextYear(before: Settings, law: Law): Settings {
  const { opens, closes, entryOn } = before;
  const fees = carriedFees(before.fees, feesOf(law));
  return {
    ...before,
    label: { fr: yearOn(before.label.fr), en: yearOn(before.label.en) },
    opens: opens && { ...opens, day: sameWeekday(opens.day) },
    closes: closes && { ...closes, day: sameWeekday(closes.day) },
    entryOn: entryOn && sameWeekday(entryOn),
    ...(before.callsUntil && { callsUntil: sameWeekday(before.callsUntil) }),
    decidesBy: before.decidesBy && sameWeekday(before.decidesBy),
    interviewsFrom: before.interviewsFrom && sameWeekday(before.interviewsFrom),
    interviewsTo: before.interviewsTo && sameWeekday(before.interviewsTo),
    fees,
    // The law's pieces of today, then the school's own.
    pieces: [...nationalPieces(law), ...before.pieces.filter(({ national }) => !national)],
    toCheck: toCheck(before, law),
  };
}

/**
 * The same weekday a year later, on the date or a day or two before it. Wednesday 31 March 2027 becomes Wednesday 29 March 2028; Monday 14
 * September 2026, Monday 13 September 2027.
 */
export function sameWeekday(day: Day): Day {
  const next = addYears(day, 1);
  // A year is 52 weeks and one day, or two.
  return addDays(next, (dayNumber(day) - dayNumber(next)) % 7);
}

/** « Rentrée 2027 » becomes « Rentrée 2028 », « 2027-2028 » becomes « 2028-2029 »; a name without a year is unchanged. */
function yearOn(label: string): string {
  return label.replaceAll(/\b20\d\d\b/g, (year) => String(+year + 1));
}

/** Keeps the school's amounts, and adds lines that its price file has since gained. */
function carriedFees(before: readonly IntakeFee[], now: readonly IntakeFee[]): IntakeFee[] {
  return [...before, ...now.filter(({ key }) => !before.some((fee) => fee.key === key))];
}

/** Always the dates; other settings if the law's files now differ from what is carried over. */
function toCheck(before: Settings, law: Law): Setting[] {
  const national = before.pieces.filter((piece) => piece.national);
  return [
    "opening",
    "closing",
    "entry",
    ...(before.decidesBy ? (["answer"] as const) : []),
    "places",
    "fees",
    ...(canonical(national) === canonical(nationalPieces(law)) ? [] : (["pieces"] as const)),
    ...(before.interviewsFrom || before.interviewsTo ? (["interview"] as const) : []),
  ];
}
