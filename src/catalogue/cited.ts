/** An article as a page cites it, from `sayArticle`: a number, or the name of a part of the text. */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { IN_ENGLISH, isNumbered } from "../law/article-words.ts";

export function citedArticle(article: string, lang: Lang): Html {
  if (isNumbered(article)) return html`art. ${article}`;
  return lang === "en" && !IN_ENGLISH.test(article) ? html`“<span lang="fr">${article}</span>”` : html`${article}`;
}
