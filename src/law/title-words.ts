/** A title as a sentence names it: by its short name where the catalogue has it, else by its kind and measure. */
import { type Label, type Lang, sayYears } from "../kit/lang.ts";
import type { ReadTitle } from "./titles.ts";

export type TitleValues = { readonly title: ReadTitle; readonly kind: { readonly label: Label } };

/** « DEES (niveau 6) »; a level that rests on a reading of ours says so, since another reader may hold another. */
export function sayTitle({ title, kind }: TitleValues, lang: Lang): string {
  const name = title.named ? title.named.title : kind.label[lang];
  const measure = measureOf(title, lang);
  return measure === undefined ? name : `${name} (${measure})`;
}

function measureOf({ level, years, levelEntry }: ReadTitle, lang: Lang): string | undefined {
  if (years !== undefined)
    return lang === "fr" ? `${sayYears(years, lang)} d’études` : `${sayYears(years, lang)} of study`;
  if (level === undefined) return undefined;
  const said = lang === "fr" ? `niveau\u00a0${level}` : `level ${level}`;
  if (levelEntry === undefined || levelEntry.source.confidence === "text") return said;
  return lang === "fr" ? `${said} selon notre interprétation` : `${said} as we interpret it`;
}
