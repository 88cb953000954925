/** The words of a page's main part that are read without pressing: what is folded is left out. */
import { plain } from "./journeys/sent-forms.ts";

export function inSight(page: string): string {
  let open = page.split("<main")[1]!.split("</main>")[0]!;
  const fold = /<details[^>]*><summary>((?:(?!<details|<\/summary>)[^])*)<\/summary>(?:(?!<details)[^])*?<\/details>/g;
  // The innermost first.
  for (let before = ""; before !== open; ) [before, open] = [open, open.replace(fold, "$1")];
  return plain(`<main${open}`);
}

export function wordsInSight(page: string): number {
  return inSight(page)
    .split(" ")
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
