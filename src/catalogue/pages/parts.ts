/** The shared parts of pages about the law: a fact with its article, a doubt with its reason. */
import { href, type Html, html } from "../../kit/html.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { isNumbered, sayArticle as articleIn } from "../../law/article-words.ts";
import type { Entry } from "../../law/entry.ts";
import { citedArticle } from "../cited.ts";
import type { Visit } from "../../page/page.ts";
import { ruleWords } from "../rule-sentences.ts";
import { programmeWords } from "../sentences.ts";

export type Fact = Entry & { readonly label: Label; readonly value?: string | number };

/** An article has a number, or is the heading of a page, which stays as it is. */
function sayArticle({ source, citation }: Entry, lang: Lang): string {
  return `${citation[lang]}, ${sayShort(source.article, lang)}`;
}

export function sayShort(article: string, lang: Lang): string {
  const inWords = articleIn(article, lang);
  return isNumbered(article) ? `art. ${inWords}` : inWords;
}

/** The same on a page, where a heading is marked as French. */
export function cited(article: string, lang: Lang): Html {
  return citedArticle(articleIn(article, lang), lang);
}

/** Whether readers can locate it in the text; the heading of a web page says less than the word "source". */
function isPlace(article: string): boolean {
  return isNumbered(article) || article.startsWith("annexe");
}

/** Facts as sentences, each followed by its source; false if there are none. */
export function factList(visit: Visit, facts: readonly Fact[]): Html | false {
  return (
    facts.length > 0 &&
    html`<ul class="facts">${facts.map((fact) => html`<li>${fact.label[visit.lang]} ${sourceMark(visit, fact)}</li>`)}</ul>`
  );
}

/** Facts whose heading completes them. */
/** The way to a question by a form, before any account. */
export function askSchool({ lang, link, params }: Visit): Html {
  return html`<p><a class="ds-link" href="${href(link(`/${params.diploma}/question`))}">${programmeWords[lang].askSchool}</a></p>`;
}

export function plainList({ lang }: Visit, facts: readonly Fact[]): Html | false {
  const address = (value: string) => html` <a href="${href(value)}" data-address>${value}</a>`;
  return (
    facts.length > 0 &&
    html`<ul class="facts">${facts.map(({ label, value }) => html`<li>${label[lang]}${isAddress(value) && address(value)}</li>`)}</ul>`
  );
}

function isAddress(value: string | number | undefined): value is string {
  return typeof value === "string" && value.startsWith("https://");
}

/** Facts as running text, with the source once at the end of each group. */
export function prose(visit: Visit, facts: readonly Fact[]): Html | false {
  if (facts.length === 0) return false;
  const groups = Map.groupBy(facts, ({ source }) => `${source.text} ${source.article} ${source.confidence}`);
  return html`${[...groups.values()].map((those) => html`<p>${those.map(({ label }) => `${label[visit.lang]} `)}${sourceMark(visit, those[0]!)}</p>`)}`;
}

/** The source, linked to the rule; a doubt is marked beside it, and explained behind the link. */
export function sourceMark(visit: Visit, entry: Entry): Html {
  const { lang, law } = visit;
  const { confidence, article } = entry.source;
  return html`<span class="source"><a href="${href(visit.link(`/${law.diploma.diploma}/regle/${entry.id}`))}" title="${sayArticle(entry, lang)}">${isPlace(article) ? cited(article, lang) : programmeWords[lang].source}</a>${confidence !== "text" && confidence !== "local" && html` ${doubt(entry, lang)}`}</span>`;
}

export function doubt({ source }: Entry, lang: Lang): Html {
  const colour =
    source.confidence === "conflict"
      ? "danger"
      : source.confidence === "unverified"
        ? "warning"
        : source.confidence === "interpretation"
          ? "info"
          : "neutral";
  return html`<span class="ds-tag doubt" data-color="${colour}">${ruleWords[lang].confidence[source.confidence]}</span>`;
}

/** A section of a long page, with its anchor; without a body, both it and its link are omitted. */
export type Section = { readonly id: string; readonly title: string; readonly body: Html | false };

export function section(id: string, title: string, body: Html | false): Section {
  return { id, title, body: body && body.text.trim() !== "" && body };
}

/** Omits the heading if there is no body. */
export function headed(title: string, body: Html | false): Html | false {
  return body && html`<h3>${title}</h3>${body}`;
}

/** Content for a few readers, folded; printed open. With an `id`, links lead to it. */
export function folded(title: string, body: Html | false, id?: string): Html | false {
  if (!body || body.text.trim() === "") return false;
  const anchor = id !== undefined && html` id="${id}"`;
  return html`<details class="ds-details"${anchor}><summary>${title}</summary><div>${body}</div></details>`;
}
