/** An article as a page cites it, from `sayArticle`: a number, or the name of a part of the text. */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";

export function citedArticle(article: string, lang: Lang): Html {
  if (isNumbered(article)) return html`art. ${article}`;
  return lang === "en" && !IN_ENGLISH.test(article) ? html`“<span lang="fr">${article}</span>”` : html`${article}`;
}

/** Common parts of texts are translated; a text's own heading is quoted as the reader will find it. */
const IN_ENGLISH = /^(?:body and )?annex/;

export function isNumbered(article: string): boolean {
  return /^(?:[A-Z]{1,2}\. )?\d/.test(article);
}
