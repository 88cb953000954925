/** One entry of the law: its content, source and confidence, the decisions that apply it, and its worked cases. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { LawCase } from "../../law/cases.ts";
import { entriesOf, type ListedEntry } from "../../law/entries.ts";
import type { Law } from "../../law/law.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { appliedBy } from "../applied.ts";
import { factsOf } from "../case-facts.ts";
import { casesOf, ruleEntries } from "../entry-list.ts";
import { entryFigures, sayEntry } from "../entry-words.ts";
import { cited, doubt, sayShort } from "./parts.ts";
import { ruleWords } from "../rule-sentences.ts";

export const ruleEntryPage: Page = { name: "rule-entry", path: "/:diploma/regle/:entry", view };

function view(visit: Visit): PageResult {
  const { law, lang, params } = visit;
  const entry = ruleEntries(law).find(({ id }) => id === params.entry);
  if (!entry) return { notFound: true };
  const words = ruleWords[lang];
  const part = (title: string, body: Html | false) => body && html`<section><h2>${title}</h2>${body}</section>`;
  const figures = entryFigures(entry, lang);
  return {
    html: layout(visit, {
      title: `${capital(sayShort(entry.source.article, lang))} (${entry.id})`,
      back: `/${law.diploma.diploma}/regle`,
      main: html`<div class="entry">
<h1><span class="small">${capital(entry.citation[lang])}, ${cited(entry.source.article, lang)}${lang === "fr" ? "\u00a0:" : ":"}</span> ${sayEntry(entry, law.diploma, lang)}</h1>
${figures.length > 0 && html`<p class="note">${figures.join(" ")}</p>`}
${part(words.sure, certainty(entry, lang))}
${part(words.where, written(visit, entry))}
${part(words.validity, html`<p>${validityOf(entry, lang) ?? wholeValidity(visit, entry)}</p>`)}
${part(words.appliedBy, application(visit, entry))}
${part(words.cases, worked(visit, casesOf(visit.world.cases?.() ?? [], law, entry)))}
${part(words.related, related(visit, entry))}
</div>`,
    }),
  };
}

function certainty(entry: ListedEntry, lang: Lang): Html {
  const words = ruleWords[lang];
  const { confidence, note } = entry.source;
  return html`<p>${doubt(entry, lang)} ${words.explained[confidence]}</p>
${note && html`<p><strong>${words.why}.</strong> ${note[lang]}</p>`}`;
}

function written(visit: Visit, entry: ListedEntry): Html {
  const { law, lang } = visit;
  const words = ruleWords[lang];
  const text = (inSchool(law, entry) ? law.establishment : law.diploma).texts[entry.source.text]!;
  return html`<p>${text.title[lang]}${text.nor && ` (NOR ${text.nor})`}, ${cited(entry.source.article, lang)}. ${text.url && html`<a href="${href(text.url)}">${words.readText}</a>`}</p>
<p>${words.textRead(text.stateRead[lang])}</p>
<p class="small">${words.inFile} <code>${fileOf(visit, entry)}</code>, <code>${entry.id}</code></p>`;
}

function fileOf({ law }: Visit, entry: ListedEntry): string {
  return inSchool(law, entry)
    ? `establishments/${law.establishment.establishment}.yaml`
    : `diplomas/${law.diploma.diploma}/${law.diploma.version}.yaml`;
}

function inSchool({ establishment }: Law, entry: ListedEntry): boolean {
  return entriesOf(establishment).includes(entry);
}

/** The entry's own dates; undefined if it has those of its file's version. */
export function validityOf({ from, to }: ListedEntry, lang: Lang): string | undefined {
  const words = ruleWords[lang];
  const bounds = [
    ...(from === undefined ? [] : [words.validFrom(from)]),
    ...(to === undefined ? [] : [words.validTo(to)]),
  ];
  return bounds.length === 0 ? undefined : `${capital(bounds.join(", "))}.`;
}

function wholeValidity({ law, lang }: Visit, entry: ListedEntry): string {
  const words = ruleWords[lang];
  return inSchool(law, entry)
    ? words.schoolFile
    : words.wholeVersion(law.diploma.version, law.diploma.from, law.diploma.to);
}

function application({ lang }: Visit, { id }: ListedEntry): Html {
  const words = ruleWords[lang];
  const decisions = appliedBy(id);
  if (decisions.length === 0) return html`<p>${words.shownOnly}</p>`;
  return html`<ul>${decisions.map((name) => html`<li>${capital(words.appliedWords[name])} <span class="small">(<a href="/docs?lang=${lang}#${name}">${words.decisionApi}, <code>${name}</code></a>)</span></li>`)}</ul>`;
}

function worked({ law, lang }: Visit, cases: readonly LawCase[]): Html {
  const words = ruleWords[lang];
  if (cases.length === 0) return html`<p>${words.noCase}</p>`;
  return html`<p>${words.caseCount(cases.length)}</p>
<div class="worked">${cases.map(
    (
      worked,
    ) => html`<details class="ds-details"><summary>${worked.who[lang]} – ${sayDay(worked.on, lang)}</summary><div>
${worked.note && html`<p>${worked.note[lang]}</p>`}
${(worked.says ?? []).map((sentence) => html`<blockquote class="says"><p>${sentence[lang]}</p></blockquote>`)}
<p><strong>${words.given}</strong></p>${factsOf(worked.facts, { law, lang })}
<p><strong>${words.expected}</strong></p>${factsOf(worked.expect ?? worked.refused!, { law, lang })}
<p class="small">${cited(worked.article, lang)} · <code>${worked.file}:${worked.line}</code></p></div></details>`,
  )}</div>`;
}

function related(visit: Visit, entry: ListedEntry): Html | false {
  const { law, lang, link } = visit;
  const same = ruleEntries(law).filter(
    (one) => one !== entry && one.source.text === entry.source.text && one.source.article === entry.source.article,
  );
  return (
    same.length > 0 &&
    html`<ul>${same.map((one) => html`<li><a href="${href(link(`/${law.diploma.diploma}/regle/${one.id}`))}">${sayEntry(one, law.diploma, lang)}</a></li>`)}</ul>`
  );
}
