/** A title as a sentence names it: by its short name where the catalogue has it, else by its kind and measure. */
import { type Label, type Lang, sayYears } from "../kit/lang.ts";
import type { Confidence } from "./entry.ts";
import type { Diploma } from "./diploma.ts";
import type { ReadTitle } from "./titles.ts";

export type TitleValues = {
  readonly title: ReadTitle;
  readonly kind: { readonly label: Label; readonly abroadLabel?: Label };
};

/** « DEES (niveau 6) »; a level that was not read in a text says so, since another reader may hold another. */
export function sayTitle({ title, kind }: TitleValues, lang: Lang): string {
  const label = (title.abroad && kind.abroadLabel) || kind.label;
  const name = title.named ? title.named.title : label[lang];
  const measure = measureOf(title, lang);
  return measure === undefined ? name : `${name} (${measure})`;
}

/** The name of a title's kind before the title is read; a foreign diploma is not called "national". */
export function kindLabel(law: Diploma, kind: string | undefined, country: string | undefined): Label | undefined {
  const found = law.titleKinds.find((entry) => entry.kind === kind);
  const home = country === undefined || law.homeTerritory.countries.includes(country);
  return (!home && found?.abroadLabel) || found?.label;
}

function measureOf({ level, years, levelEntry, formerLevel }: ReadTitle, lang: Lang): string | undefined {
  if (years !== undefined)
    return lang === "fr" ? `${sayYears(years, lang)} d’études` : `${sayYears(years, lang)} of study`;
  if (level === undefined) return undefined;
  const said = lang === "fr" ? `niveau\u00a0${level}` : `level ${level}`;
  const doubt = DOUBTS[(levelEntry ?? formerLevel)?.source.confidence ?? "text"]?.[lang];
  return doubt === undefined ? said : `${said}${doubt}`;
}

const DOUBTS: Readonly<Partial<Record<Confidence, Label>>> = {
  interpretation: { fr: " selon notre interprétation", en: " as we interpret it" },
  conflict: { fr: ", où les textes se contredisent", en: ", on which the texts conflict" },
  unverified: { fr: ", non vérifié", en: ", not verified" },
};
