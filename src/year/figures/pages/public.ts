/** The published rates, for everybody: on a page of their own, in the diploma's page, and each version as it was published. */
import type { PublishedResults } from "../../../catalogue/pages/published.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { RATES, type RateKey } from "../../../law/year.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { overall, type Shown, type ShownRate } from "../rules/shown.ts";
import { figuresAsPublished, publishedFigures } from "../views.ts";
import { type Point, yearsDrawn } from "./drawing.ts";
import { definitions, ratesTable, sayRate } from "./rates.ts";
import { figureRoutes } from "./routes.ts";
import { figureWords } from "./words.ts";

type Published = { readonly version: number; readonly shown: Shown; readonly shownHash: string };

async function publishedOf(visit: Visit): Promise<readonly Published[]> {
  const { diploma } = visit.law.diploma;
  return ((await see(visit, publishedFigures, { diploma }, { actor: EVERYBODY })) ?? { years: [] }).years;
}

/** The same for everybody, also for a guest or somebody whose session has no permission of its own here. */
const EVERYBODY = { kind: "anyone" } as const;

export const resultsPage: Page = {
  name: "resultats",
  path: figureRoutes.published.path,
  view: async (visit) => {
    const { lang, law } = visit;
    const words = figureWords[lang].public;
    const years = await publishedOf(visit);
    const quoted = quotedTable(visit);
    const main = html`${years.length === 0 ? html`<p>${words.none}</p>` : picture(visit, years)}
${years.map((one) => ofYear(one, lang))}
${quoted}`;
    const lead = words.lead(law.diploma.label[lang]);
    return {
      html: layout(visit, { title: words.title, lead, description: lead, main, back: `/${law.diploma.diploma}` }),
    };
  },
};

function ofYear({ version, shown, shownHash }: Published, lang: Lang): Html {
  const words = figureWords[lang].public;
  const { year, on } = shown;
  return html`<section aria-labelledby="year-${String(year)}"><h2 id="year-${String(year)}">${words.of(year)}</h2>
${figures(shown, lang)}
${definitions(overall(shown), lang)}
<p class="small">${words.on(on, version)} <span class="fingerprint">${words.proof(shownHash)}</span></p></section>`;
}

/** Of each site, then of all. */
export function figures(shown: Shown, lang: Lang): Html {
  const words = figureWords[lang];
  const { year, sites, all } = shown;
  const of = (site: string, rates: readonly ShownRate[], nth: number) =>
    ratesTable(rates, {
      id: `rates-${String(year)}-${String(nth)}`,
      caption: words.public.at(year, site),
      limits: shown,
      lang,
    });
  return html`${sites.map(({ site, rates }, nth) => of(site, rates, nth))}${all && of(words.whole, all, sites.length)}`;
}

/** The rates over the years, with the quoted ones before; the table has the same figures. */
function picture(visit: Visit, years: readonly Published[]): Html {
  const { lang } = visit;
  const words = figureWords[lang];
  const rows = [...quotedRows(visit), ...years.map(({ shown }) => computedRow(shown)).toReversed()];
  const labels = overall(years[0]!.shown);
  return html`<section aria-labelledby="over-years"><h2 id="over-years">${words.picture}</h2>
<div class="small-drawings">${RATES.map((rate) => {
    const points: Point[] = rows.map(({ year, percents, quoted }) => ({
      year,
      percent: percents[rate] ?? null,
      quoted,
    }));
    return html`<div><p>${capital(labels.find((one) => one.rate === rate)!.label[lang])}</p>${yearsDrawn(points, lang)}</div>`;
  })}</div>
${table({
  id: "years-table",
  caption: words.picture,
  head: [words.year, ...RATES.map((rate) => capital(labels.find((one) => one.rate === rate)!.label[lang]))],
  stacks: true,
  rows: rows.map(({ year, said, quoted }) => [
    quoted ? html`${year} <span class="small">(${words.quotedMark})</span>` : year,
    ...RATES.map((rate) => said(rate, lang)),
  ]),
})}</section>`;
}

type Row = {
  readonly year: string;
  readonly quoted: boolean;
  readonly percents: Readonly<Partial<Record<RateKey, number | null>>>;
  readonly said: (rate: RateKey, lang: Lang) => string;
};

function computedRow(shown: Shown): Row {
  const rates = overall(shown);
  const of = (rate: RateKey) => rates.find((one) => one.rate === rate)!;
  return {
    year: String(shown.year),
    quoted: false,
    percents: Object.fromEntries(rates.map(({ rate, percent }) => [rate, percent])),
    said: (rate, lang) => sayRate(of(rate), shown, lang),
  };
}

/** Those of the school's file that have no numbers. */
function quotedRows({ law }: Visit): Row[] {
  const { indicators } = law.school;
  if (!indicators) return [];
  const of = (rate: RateKey) => indicators.rates.find((one) => (one.rate ?? one.indicator) === rate);
  return [
    {
      year: indicators.cohort.fr,
      quoted: true,
      percents: Object.fromEntries(RATES.map((rate) => [rate, of(rate)?.percent ?? null])),
      said: (rate, lang) => {
        const found = of(rate);
        return found ? figureWords[lang].percent(found.percent) : "–";
      },
    },
  ];
}

function quotedTable(visit: Visit): Html | false {
  const { lang, law } = visit;
  const { indicators } = law.school;
  if (!indicators) return false;
  const words = figureWords[lang];
  return html`<section aria-labelledby="quoted"><h2 id="quoted">${words.public.quoted(indicators.cohort[lang])}</h2>
<p>${indicators.caution[lang]}</p>
${table({
  id: "quoted-table",
  caption: words.public.quoted(indicators.cohort[lang]),
  head: [words.rate, words.value],
  rows: indicators.rates.map(({ label, percent }) => [
    capital(label[lang]),
    html`${words.percent(percent)} <span class="small">(${words.quotedMark})</span>`,
  ]),
})}</section>`;
}

export const asPublishedPage: Page = {
  name: "resultats-version",
  path: figureRoutes.asPublished.path,
  view: async (visit) => {
    const { lang, law, params } = visit;
    const { diploma } = law.diploma;
    const [year, version] = [Number(params.year), Number(params.version)];
    const asked = { diploma, year, version };
    const found =
      isWhole(year) && isWhole(version) ? await see(visit, figuresAsPublished, asked, { actor: EVERYBODY }) : undefined;
    if (!found) return { notFound: true };
    const words = figureWords[lang].public;
    const main = ofYear(found, lang);
    return {
      html: layout(visit, {
        title: words.of(year),
        lead: words.later(year, version),
        main,
        back: figureRoutes.published.to({ diploma }),
      }),
    };
  },
};

const isWhole = (value: number) => Number.isInteger(value) && value > 0 && value < 10_000;

/** What the diploma's page shows: the latest year. */
export const resultsPart: PublishedResults = async (visit) => {
  const { lang, law, link } = visit;
  const words = figureWords[lang];
  const [latest] = await publishedOf(visit);
  if (!latest) return [];
  const { shown } = latest;
  const rates = overall(shown);
  const first = rates.find(({ percent }) => percent !== null) ?? rates[0]!;
  const { diploma } = law.diploma;
  const body = html`<dl class="quad">${rates.map((one) => html`<div><dt>${capital(one.label[lang])}</dt><dd>${one.percent === null ? "–" : words.percent(one.percent)}</dd><dd class="small">${sayRate(one, shown, lang)}</dd></div>`)}</dl>
<p class="small">${words.public.on(shown.on, latest.version)}</p>
<p><a class="ds-link" href="${href(link(figureRoutes.published.to({ diploma })))}">${words.public.all}</a></p>`;
  const brief = words.public.brief(sayRate(first, shown, lang), capital(first.label[lang]), shown.year);
  return [{ title: `${words.public.title} ${String(shown.year)}`, brief, body }];
};
