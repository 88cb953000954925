/** The answers in words. */
import { fieldsOf } from "../../law/experience.ts";
import { countryName } from "../../kit/country.ts";
import { type Lang, sayPartialDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Diploma } from "../../law/diploma.ts";
import { kindLabel } from "../../law/title-words.ts";
import type { FieldError, SummaryRow } from "../../page/form.ts";
import { type DateParts, isEmptyDate, readDate, readPartialDay } from "../../page/form-values.ts";
import { startMatters } from "../rules/course-start.ts";
import { measureOf, namedIn, type PeriodDraft, type ShareDraft, type TitleDraft } from "../rules/draft.ts";
import { type Words, wordsOf } from "./words.ts";

/** The former name of a level, if any. */
export function oldLevel(law: Diploma, level: number): string | undefined {
  return Object.entries(law.levels.legacy).find(([, now]) => now === level)?.[0];
}

export function titleName(law: Diploma, title: TitleDraft, lang: Lang): string {
  const named = namedIn(law, title);
  if (named) return `${named.label[lang]} (${named.title})`;
  const kind = kindLabel(law, title.kind, title.country ?? undefined)?.[lang] ?? wordsOf(lang).titles.newOne;
  return title.name === undefined ? kind : `${title.name} (${kind})`;
}

function sayAttestation(law: Diploma, attestation: TitleDraft["attestation"], lang: Lang): string {
  const words = wordsOf(lang);
  if (attestation === undefined) return words.notSaid;
  if (attestation === null) return words.titles.noAttestation;
  const { level, yearsOfStudy } = attestation;
  const parts = [
    level === undefined ? undefined : words.level(level, oldLevel(law, level)),
    yearsOfStudy === undefined ? undefined : words.years(yearsOfStudy),
  ];
  return parts.filter((one) => one !== undefined).join(", ");
}

function sayCountry(law: Diploma, country: string | null | undefined, lang: Lang): string {
  return country === undefined ? wordsOf(lang).notSaid : countryName(country ?? law.homeTerritory.countries[0]!, lang);
}

function sayMeasure(law: Diploma, title: TitleDraft, lang: Lang): string {
  const words = wordsOf(lang);
  if (measureOf(law, title) === "level")
    return title.level === undefined ? words.notSaid : words.level(title.level, oldLevel(law, title.level));
  return title.yearsOfStudy === undefined ? words.notSaid : words.years(title.yearsOfStudy);
}

/** A title row by row; `change` is the link to its page. */
export function titleRows(law: Diploma, title: TitleDraft, lang: Lang, change?: SummaryRow["change"]): SummaryRow[] {
  const { titles: words, notSaid } = wordsOf(lang);
  const { awardedOn, startedOn } = title;
  return [
    { key: words.what, value: capital(titleName(law, title, lang)), change },
    ...(title.kind === undefined
      ? []
      : [
          { key: words.country, value: sayCountry(law, title.country, lang) },
          { key: words.measure, value: sayMeasure(law, title, lang) },
        ]),
    ...(typeof title.country === "string"
      ? [{ key: words.attestation, value: sayAttestation(law, title.attestation, lang) }]
      : []),
    { key: words.awarded, value: awardedOn === undefined ? notSaid : sayPartialDay(awardedOn, lang) },
    ...(startMatters(law, title) === undefined
      ? []
      : [{ key: words.started, value: startedOn === undefined ? notSaid : sayStart(startedOn, lang) }]),
  ];
}

function sayStart(startedOn: string | null, lang: Lang): string {
  return startedOn === null ? wordsOf(lang).titles.startedUnknown : sayPartialDay(startedOn, lang);
}

/** The same in a line below its name. */
export function titleSays(law: Diploma, title: TitleDraft, lang: Lang): string {
  const [, ...rows] = titleRows(law, title, lang);
  return rows.map(({ key, value }) => `${key}${lang === "fr" ? "\u00a0: " : ": "}${String(value)}`).join(" · ");
}

export function sayDates({ from, to }: PeriodDraft, lang: Lang): string {
  const { periods } = wordsOf(lang);
  if (from !== undefined && to === undefined) return periods.fromOnly(from);
  if (from === undefined && to !== undefined && to !== null) return periods.toOnly(to);
  if (from === undefined || to === undefined) return periods.noDates;
  return to === null ? periods.since(from) : periods.fromTo(from, to);
}

export function sayShare(share: ShareDraft | undefined, lang: Lang): string {
  const { share: words, notSaid } = wordsOf(lang);
  if (share === undefined) return notSaid;
  if (share.as === "full") return words.full;
  return share.as === "percent" ? words.percent(share.percent) : words.hours(share.hours, share.full);
}

export function sayField(law: Diploma, field: string | undefined, lang: Lang): string {
  return fieldsOf(law).find((entry) => entry.field === field)?.label[lang] ?? wordsOf(lang).notSaid;
}

export function periodRows(law: Diploma, period: PeriodDraft, lang: Lang, change?: SummaryRow["change"]): SummaryRow[] {
  const { periods: words } = wordsOf(lang);
  return [
    { key: words.dates, value: capital(sayDates(period, lang)), change },
    { key: words.share, value: capital(sayShare(period.share, lang)) },
    { key: words.field, value: capital(sayField(law, period.field, lang)) },
  ];
}

/** The faults of a day in three fields, each on its field; `what` names the day on pages with several. */
export function dateErrors(name: string, parts: DateParts, words: Words, what?: string): FieldError[] {
  return errorsOf(readDate(parts), name, parts, words, what);
}

/** The same where a month or a year is enough. */
export function partialDateErrors(name: string, parts: DateParts, words: Words, what?: string): FieldError[] {
  const empty = isEmptyDate(parts) && [{ field: `${name}-year`, message: words.date.emptyYear }];
  const errors = empty || errorsOf(readPartialDay(parts), name, parts, words, undefined);
  return errors.map(({ field, message }) => ({
    field,
    message: what === undefined ? message : words.date.of(what, message),
  }));
}

function errorsOf(
  read: ReturnType<typeof readDate>,
  name: string,
  parts: DateParts,
  words: Words,
  what: string | undefined,
): FieldError[] {
  if ("day" in read) return [];
  const message = isEmptyDate(parts) ? words.date.empty : words.date[read.why][read.fault];
  return [{ field: `${name}-${read.fault}`, message: what === undefined ? message : words.date.of(what, message) }];
}

export function sayParts({ day, month, year }: DateParts, words: Words): string {
  const typed = [day, month, year].filter((part) => part !== "");
  return typed.length > 0 ? typed.join(" ") : words.notSaid;
}
