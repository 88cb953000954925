/** The points a complement may ask for, and their labels. */
import type { Lang } from "../kit/lang.ts";
import type { Intake } from "../intake/intake.ts";
import { DECLARED_ITEM, itemsOf } from "./rules/complement.ts";
import { dossierWords } from "./words.ts";

export function complementItems({ pieces }: Pick<Intake, "pieces">): string[] {
  return itemsOf(pieces);
}

export function sayItem(item: string, { pieces }: Pick<Intake, "pieces">, lang: Lang): string {
  const names = dossierWords(lang).taskNames;
  if (item === DECLARED_ITEM) return [names.titles, names.experience, names.plan].join(", ");
  const piece = pieces.find(({ key }) => `piece:${key}` === item);
  return piece?.label[lang] ?? names[item as keyof typeof names] ?? item;
}
