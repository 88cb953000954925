/** « La règle »: every article that the product applies or shows, its content, and our confidence. */
import { href, type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { CONFIDENCES, type Confidence } from "../../law/entry.ts";
import { byArticle, type ListedEntry } from "../../law/entries.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { ruleEntries } from "../entry-list.ts";
import { entryCode, entryFigures, sayEntry } from "../entry-words.ts";
import { cited, doubt } from "./parts.ts";
import { ruleWords } from "../rule-sentences.ts";
import { validityOf } from "./rule-entry.ts";

export const rulePage: Page = { name: "rule", path: "/:diploma/regle", view };

const FILTER = "certitude";

function view(visit: Visit) {
  const { lang, law, query } = visit;
  const words = ruleWords[lang];
  const all = ruleEntries(law);
  const chosen = CONFIDENCES.find((one) => one === query[FILTER]);
  const entries = chosen === undefined ? all : all.filter(({ source }) => source.confidence === chosen);
  const texts = Map.groupBy(byArticle(entries), ({ citation }) => citation[lang]);
  return {
    html: layout(visit, {
      title: words.title,
      lead: words.lead(all.length),
      main: html`${filters(visit, all, chosen)}
${texts.size > 1 && contents([...texts.keys()], lang)}
${chosen !== undefined && html`<p class="note"><strong>${words.shown(entries.length, words.confidence[chosen])}</strong> ${words.explained[chosen]}</p>`}
<div class="rules">${[...texts].map(
        ([citation, articles], at) => html`<section><h2 id="${anchor(at)}">${capital(citation)}</h2>
${articles.map(({ article, entries: those }) => html`<section class="article"><h3>${cited(capital(article), visit.lang)}</h3><ul>${those.map((entry) => line(visit, entry))}</ul></section>`)}
</section>`,
      )}</div>`,
    }),
  };
}

/** The table of contents, since the list is long. */
function contents(citations: readonly string[], lang: Lang): Html {
  return html`<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${ruleWords[lang].contents}</h2>
<ol>${citations.map((citation, index) => html`<li><a href="#${anchor(index)}">${capital(citation)}</a></li>`)}</ol></nav>`;
}

const anchor = (at: number) => `texte-${at + 1}`;

function filters(visit: Visit, all: readonly ListedEntry[], chosen: Confidence | undefined): Html {
  const { lang, law, link } = visit;
  const words = ruleWords[lang];
  const here = link(`/${law.diploma.diploma}/regle`);
  const counts = Map.groupBy(all, ({ source }) => source.confidence);
  const item = (url: string, label: string, current: boolean) =>
    html`<li>${current ? html`<strong>${label}</strong>` : html`<a href="${href(url)}">${label}</a>`}</li>`;
  return html`<nav class="filters" aria-labelledby="filters-title"><h2 id="filters-title">${words.filter}</h2><ul>
${item(here, `${words.all} (${all.length})`, chosen === undefined)}
${CONFIDENCES.flatMap((confidence) => {
  const count = counts.get(confidence)?.length ?? 0;
  return count === 0
    ? []
    : [item(`${here}?${FILTER}=${confidence}`, `${words.confidence[confidence]} (${count})`, chosen === confidence)];
})}
</ul></nav>`;
}

function line(visit: Visit, entry: ListedEntry): Html {
  const { lang, law, link } = visit;
  const validity = validityOf(entry, lang);
  const { confidence, note } = entry.source;
  const code = entryCode(entry);
  const figures = entryFigures(entry, lang);
  return html`<li>${code && html`<span class="code">${code}</span> `}<a href="${href(link(`/${law.diploma.diploma}/regle/${entry.id}`))}">${sayEntry(entry, law.diploma, lang)}</a>${figures.length > 0 && html` ${figures.join(" ")}`}${confidence !== "text" && html` ${doubt(entry, lang)}`}${validity && html` <span class="small">${validity}</span>`}
${note && html`<p class="small">${note[lang]}</p>`}</li>`;
}
