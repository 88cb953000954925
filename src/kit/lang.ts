/** The two languages of the product, and how they write numbers, days, money and lists. */
import { type Day } from "./day.ts";
import { isWhole, type PartialDay } from "./partial-day.ts";

export type Lang = "fr" | "en";
export const LANGS: readonly Lang[] = ["fr", "en"];

/** A text in both languages; data files use it for all that people read. */
export type Label = { readonly fr: string; readonly en: string };
/** What is said in each language by the same words and figures. */
export function labelled(say: (lang: Lang) => string): Label {
  return { fr: say("fr"), en: say("en") };
}

const MONTHS = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** « le brevet », « l’attestation »: assumes masculine, as most diplomas are; a vowel elides. */
export function le(name: string): string {
  return elides(name) ? `l’${name}` : `le ${name}`;
}
export function du(name: string): string {
  return elides(name) ? `de l’${name}` : `du ${name}`;
}
export function au(name: string): string {
  return elides(name) ? `à l’${name}` : `au ${name}`;
}

/** « de Faire ESS », « d’Artois Formation »: for names without an article. */
export function de(name: string): string {
  return elides(name) ? `d’${name}` : `de ${name}`;
}

function elides(name: string): boolean {
  return /^[aeiouàâäæéèêëîïôöœùûü]/i.test(name);
}

/** « 1er mars 2026 », « 3 avril 2027 »; "1 March 2026". Written by hand: `Intl` prints « 1 mars » and is slow in bulk. */
export function sayDay(day: Day, lang: Lang): string {
  const number = +day.slice(8);
  const month = MONTHS[lang][+day.slice(5, 7) - 1];
  return `${lang === "fr" && number === 1 ? "1er" : number} ${month} ${day.slice(0, 4)}`;
}

/** A day as far as it is known: « 27 juin 2017 », « juin 2017 », « 2017 ». */
export function sayPartialDay(day: PartialDay, lang: Lang): string {
  if (isWhole(day)) return sayDay(day, lang);
  return day.length === 4 ? day : `${MONTHS[lang][+day.slice(5) - 1]} ${day.slice(0, 4)}`;
}

/** With its preposition: « le 27 juin 2017 », « en juin 2017 », « en 2017 ». */
export function sayWhen(day: PartialDay, lang: Lang): string {
  const [on, within] = lang === "fr" ? ["le", "en"] : ["on", "in"];
  return `${isWhole(day) ? on : within} ${sayPartialDay(day, lang)}`;
}

/** A number as the language writes it: « 1 095,5 » with a narrow no-break space, "1,095.5". */
export function sayNumber(value: number, lang: Lang): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  let grouped = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) {
    grouped = `${whole.slice(Math.max(0, end - 3), end)}${lang === "fr" ? "\u202f" : ","}${grouped}`;
  }
  return `${value < 0 ? "−" : ""}${grouped}${decimals ? (lang === "fr" ? "," : ".") + decimals : ""}`;
}

/**
 * « 1 jour », « 1 095,5 jours » with a no-break space; "1 day", "1,095.5 days". Truncated to tenths, not rounded: a number of days
 * short of a limit must not read as if it reached it.
 */
export function sayDays(count: number, lang: Lang): string {
  return sayCount(inTenths(count), { fr: ["jour", "jours"], en: ["day", "days"] }, lang);
}

/** Truncates to one decimal: 1261.8738 becomes 1261.8. Rounds to ten-thousandths first, the unit of days, to undo binary error. */
export function inTenths(count: number): number {
  return Number.isInteger(count) ? count : Math.trunc(Math.round(count * 10_000) / 1_000) / 10;
}

/** « 1 an », « 3 ans »; "1 year", "3 years". */
export function sayYears(count: number, lang: Lang): string {
  return sayCount(count, { fr: ["an", "ans"], en: ["year", "years"] }, lang);
}

/** Minutes as a timetable adds them up: « 3 h 30 », « 25 min »; "1,750 h". */
export function sayMinutes(count: number, lang: Lang): string {
  const [hours, rest] = [Math.floor(count / 60), count % 60];
  if (hours === 0 && rest > 0) return `${rest}\u00a0min`;
  const whole = `${sayNumber(hours, lang)}\u00a0h`;
  return rest === 0 ? whole : `${whole}\u00a0${String(rest).padStart(2, "0")}`;
}

function sayCount(
  count: number,
  words: Readonly<Record<Lang, readonly [one: string, many: string]>>,
  lang: Lang,
): string {
  return `${sayNumber(count, lang)}${lang === "fr" ? "\u00a0" : " "}${plural(count, ...words[lang], lang)}`;
}

/** Cents as money: « 14 700,50 € », "€14,700.50"; whole euros keep their cents so that columns line up. */
export function sayMoney(cents: number, lang: Lang): string {
  const euros = Math.trunc(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, "0");
  const sign = cents < 0 ? "−" : "";
  return lang === "fr"
    ? `${sign}${sayNumber(euros, "fr")},${rest}\u00a0€`
    : `${sign}€${sayNumber(euros, "en")}.${rest}`;
}

/** The same in a sentence, where nothing lines up: « 14 700 € », « 12,50 € ». */
export function sayEuros(cents: number, lang: Lang): string {
  return sayMoney(cents, lang).replace(/[.,]00(?=\D*$)/, "");
}

/** « 172,50 CHF », "CHF 172.50": an amount in the currency's smallest unit; « – » for an invalid currency code. */
export function sayForeign(parts: number, currency: string, lang: Lang): string {
  if (currency === "eur") return sayMoney(parts, lang);
  if (!/^[a-z]{3}$/i.test(currency)) return "–";
  const options = { style: "currency", currency, currencyDisplay: "code" } as const;
  const format = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", options);
  return format.format(parts / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Parts that have commas of their own; a space stands before the sign in French alone. */
export function sayParts(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === "fr" ? " ; " : "; ");
}

/** « a, b et c », "a, b and c". */
export function sayList(items: readonly string[], lang: Lang, word: "and" | "or" = "and"): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  const joint = { fr: { and: "et", or: "ou" }, en: { and: "and", or: "or" } }[lang][word];
  return `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** French counts 0 and 1.5 as singular; English only 1. */
export function plural(count: number, one: string, many: string, lang: Lang): string {
  const singular = lang === "fr" ? Math.abs(count) < 2 : count === 1;
  return singular ? one : many;
}
