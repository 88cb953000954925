/** An article as each language writes it: the law is French, and « 13, dernier al. » is "13, last para." to an English reader. */
import type { Lang } from "../kit/lang.ts";

/** A heading or a name stays as it is: it is what the reader will find in the text. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\bdernier al\./g, "last para."],
  [/\bal\./g, "para."],
  [/\bannexe(s?)\b/g, "annex$1"],
  [/\bannexs\b/g, "annexes"],
  [/\bcorps et (?=annex)/g, "body and "],
  [/(?<=[\dIV]°?) à (?=[\dIV])/g, " to "],
  [/(?<=\d°?) et (?=\d)/g, " and "],
  [/ ; /g, "; "],
];

const said = new Map<string, string>();

export function sayArticle(article: string, lang: Lang): string {
  if (lang === "fr") return article;
  let english = said.get(article);
  if (english === undefined) {
    english = ENGLISH.reduce((text, [french, by]) => text.replace(french, by), article);
    said.set(article, english);
  }
  return english;
}
