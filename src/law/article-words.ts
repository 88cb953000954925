/** An article number in each language: « 13, dernier al. » is "13, last para." in English. */
import type { Lang } from "../kit/lang.ts";

/** Headings and names are not translated: the reader must find them in the French text. */
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

const cache = new Map<string, string>();

export function sayArticle(article: string, lang: Lang): string {
  if (lang === "fr") return article;
  let english = cache.get(article);
  if (english === undefined) {
    english = ENGLISH.reduce((text, [french, by]) => text.replace(french, by), article);
    cache.set(article, english);
  }
  return english;
}

/** A number, not the name of a part of the text. */
export function isNumbered(article: string): boolean {
  return /^(?:[A-Z]{1,2}\. )?\d/.test(article);
}

/** « art. 3, al. 6 », « annexe II »; a heading of a French text is quoted in English. */
export function citeArticle(article: string, lang: Lang): string {
  const said = sayArticle(article, lang);
  if (isNumbered(said)) return `art. ${said}`;
  return lang === "fr" || IN_ENGLISH.test(said) ? said : `“${said}”`;
}

/** Common parts of texts are translated. */
export const IN_ENGLISH = /^(?:body and )?annex/;
