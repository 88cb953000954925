/** The answers in words. */
import { fieldsOf } from "../../law/experience.ts";
import { countryName } from "../../kit/country.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Diploma } from "../../law/diploma.ts";
import { kindLabel } from "../../law/title-words.ts";
import type { FieldError, SummaryRow } from "../../page/form.ts";
import { type DateParts, isEmptyDate, readDate } from "../../page/form-values.ts";
import {
  measureOf,
  namedIn,
  type PeriodDraft,
  type ShareDraft,
  startMatters,
  type TitleDraft,
} from "../rules/draft.ts";
import { type Words, wordsOf } from "./words.ts";

/** The former name of a level, if any. */
export function oldLevel(law: Diploma, level: number): string | undefined {
  return Object.entries(law.levels.legacy).find(([, now]) => now === level)?.[0];
}

export function titleName(law: Diploma, title: TitleDraft, lang: Lang): string {
  const named = namedIn(law, title);
  if (named) return `${named.label[lang]} (${named.title})`;
  return kindLabel(law, title.kind, title.country ?? undefined)?.[lang] ?? wordsOf(lang).titles.newOne;
}

export function sayAttestation(law: Diploma, attestation: TitleDraft["attestation"], lang: Lang): string {
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

export function sayCountry(law: Diploma, country: string | null | undefined, lang: Lang): string {
  return country === undefined ? wordsOf(lang).notSaid : countryName(country ?? law.homeTerritory.countries[0]!, lang);
}

function sayMeasure(law: Diploma, title: TitleDraft, lang: Lang): string {
  const words = wordsOf(lang);
  if (measureOf(law, title) === "level")
    return title.level === undefined ? words.notSaid : words.level(title.level, oldLevel(law, title.level));
  return title.yearsOfStudy === undefined ? words.notSaid : words.years(title.yearsOfStudy);
}

/** A title row by row; `change` gives the link to a question. */
export function titleRows(
  law: Diploma,
  title: TitleDraft,
  lang: Lang,
  change?: (question: string) => SummaryRow["change"],
): SummaryRow[] {
  const { titles: words, notSaid } = wordsOf(lang);
  const row = (key: string, value: string, question: string): SummaryRow => ({
    key,
    value,
    change: change?.(question),
  });
  return [
    row(words.what, capital(titleName(law, title, lang)), "titre"),
    ...(title.kind === undefined
      ? []
      : [
          row(words.country, sayCountry(law, title.country, lang), "pays"),
          row(words.measure, sayMeasure(law, title, lang), "mesure"),
        ]),
    ...(typeof title.country === "string"
      ? [row(words.attestation, sayAttestation(law, title.attestation, lang), "attestation")]
      : []),
    row(words.awarded, title.awardedOn === undefined ? notSaid : sayDay(title.awardedOn, lang), "obtention"),
    ...(startMatters(law, title) === undefined
      ? []
      : [
          row(
            words.started,
            title.startedOn === undefined
              ? notSaid
              : title.startedOn === null
                ? words.startedUnknown
                : sayDay(title.startedOn, lang),
            "debut",
          ),
        ]),
  ];
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
  const read = readDate(parts);
  if ("day" in read) return [];
  const message = isEmptyDate(parts) ? words.date.empty : words.date[read.why][read.fault];
  return [{ field: `${name}-${read.fault}`, message: what === undefined ? message : words.date.of(what, message) }];
}

export function sayParts({ day, month, year }: DateParts, words: Words): string {
  const typed = [day, month, year].filter((part) => part !== "");
  return typed.length > 0 ? typed.join(" ") : words.notSaid;
}
