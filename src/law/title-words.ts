/** A title in a sentence: by its short name from the catalogue, else by its kind and measure. */
import { inBoth } from "../kit/in-both.ts";
import { type Label, type Lang, plural, sayList, sayYears } from "../kit/lang.ts";
import type { Confidence } from "./entry.ts";
import type { Diploma } from "./diploma.ts";
import type { ReadTitle } from "./titles.ts";

export type TitleValues = {
  readonly title: ReadTitle;
  readonly kind: { readonly label: Label; readonly abroadLabel?: Label };
};

/**
 * « DEES (niveau 6) »; a level not read in a text is marked, since another reader may hold another. For a title awarded abroad, what was
 * attested: « diplôme étranger … (5 ans d’études attestés) ».
 */
export function sayTitle(values: TitleValues, lang: Lang): string {
  const { title } = values;
  return withMeasure(values, title.abroad && title.attested ? attestedOf(title, lang) : measureOf(title, lang), lang);
}

/** The same title as declared, whatever was attested. */
export function sayDeclared(values: TitleValues, lang: Lang): string {
  return withMeasure(values, measureOf(values.title, lang), lang);
}

function withMeasure({ title, kind }: TitleValues, measure: string | undefined, lang: Lang): string {
  const label = (title.abroad && kind.abroadLabel) || kind.label;
  const name = title.named ? title.named.title : label[lang];
  return measure === undefined ? name : `${name} (${measure})`;
}

/** « niveau 3 », « 4 ans d’études », « niveau 5 et 3 ans d’études »: the content of an attestation that decided. */
export function sayAttested({ attested }: ReadTitle, lang: Lang): string {
  const measures: string[] = [];
  if (attested?.level !== undefined) measures.push(levelWords(attested.level, lang));
  if (attested?.years !== undefined) measures.push(yearsWords(attested.years, lang));
  return sayList(measures, lang);
}

/** The label of a title's kind before the title is parsed; a foreign diploma is not called "national". */
export function kindLabel(law: Diploma, kind: string | undefined, country: string | undefined): Label | undefined {
  const titleKind = law.titleKinds.find((entry) => entry.kind === kind);
  const home = country === undefined || law.homeTerritory.countries.includes(country);
  return (!home && titleKind?.abroadLabel) || titleKind?.label;
}

function measureOf({ level, years, levelEntry, formerLevel }: ReadTitle, lang: Lang): string | undefined {
  if (years !== undefined) return yearsWords(years, lang);
  if (level === undefined) return undefined;
  return `${levelWords(level, lang)}${doubt(levelEntry ?? formerLevel, lang)}`;
}

/** A level that the attestation does not state stays the declared one, and is marked as such. */
function attestedOf({ level, attested, formerLevel }: ReadTitle, lang: Lang): string {
  const words = ATTESTED[lang];
  const measures: string[] = [];
  const { level: attestedLevel, years } = attested!;
  if (attestedLevel !== undefined) measures.push(`${words.level(attestedLevel)}${doubt(formerLevel, lang)}`);
  else if (level !== undefined) measures.push(`${words.declared(level)}${doubt(formerLevel, lang)}`);
  if (years !== undefined) measures.push(words.years(years));
  return measures.join(", ");
}

const ATTESTED = inBoth({
  level: (level: number) => [`${levelWords(level, "fr")} attesté`, `attested ${levelWords(level, "en")}`],
  declared: (level: number) => [`${levelWords(level, "fr")} déclaré`, `declared ${levelWords(level, "en")}`],
  years: (years: number) => [
    `${yearsWords(years, "fr")} ${plural(years, "attesté", "attestés", "fr")}`,
    `${yearsWords(years, "en")} attested`,
  ],
});

function levelWords(level: number, lang: Lang): string {
  return lang === "fr" ? `niveau\u00a0${level}` : `level ${level}`;
}

function yearsWords(years: number, lang: Lang): string {
  return lang === "fr" ? `${sayYears(years, lang)} d’études` : `${sayYears(years, lang)} of study`;
}

function doubt(entry: { readonly source: { readonly confidence: Confidence } } | undefined, lang: Lang): string {
  return DOUBTS[entry?.source.confidence ?? "text"]?.[lang] ?? "";
}

const DOUBTS: Readonly<Partial<Record<Confidence, Label>>> = {
  interpretation: { fr: " selon notre interprétation", en: " as we interpret it" },
  conflict: { fr: ", où les textes se contredisent", en: ", on which the texts conflict" },
  unverified: { fr: ", non vérifié", en: ", not verified" },
};
