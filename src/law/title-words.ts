/** A title as a sentence names it: by its short name where the catalogue has it, else by its kind and measure. */
import type { Label, Lang } from "../kit/lang.ts";
import type { ReadTitle } from "./titles.ts";

export type TitleValues = { readonly title: ReadTitle; readonly kind: { readonly label: Label } };

export function sayTitle({ title, kind }: TitleValues, lang: Lang): string {
  const level = title.level === undefined ? "" : lang === "fr" ? ` (niveau ${title.level})` : ` (level ${title.level})`;
  if (title.named) return `${title.named.title}${level}`;
  const years = title.years === undefined ? "" : lang === "fr" ? ` (${title.years} ans d’études)` : ` (${title.years} years of study)`;
  return `${kind.label[lang]}${level}${years}`;
}
