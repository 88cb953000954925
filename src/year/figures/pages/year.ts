/** The rates of a year for the school: computed beside last year's, who is counted in each, what is published, and publishing them. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { own } from "../../../kit/own.ts";
import { capital } from "../../../kit/typography.ts";
import type { RateKey } from "../../../law/year.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { surveyRoutes } from "../../surveys/pages/routes.ts";
import { publishFigures } from "../acts.ts";
import { hasFigure, overall, type ShownRate } from "../rules/shown.ts";
import { sayNothing } from "../words.ts";
import { seeYear, seeYears, whoIsCounted } from "../views.ts";
import { figures } from "./public.ts";
import { definitions, rateCell } from "./rates.ts";
import { figureRoutes } from "./routes.ts";
import { figureWords } from "./words.ts";

/** Those in which people are known by name. */
const NAMED: readonly RateKey[] = ["success", "perseverance"];

export const yearsPage: Page = {
  name: "annee",
  path: figureRoutes.years.path,
  who: "see the year",
  view: async (visit) => {
    const seen = await see(visit, seeYears, {});
    if (!seen) return { notFound: true };
    const { lang, link } = visit;
    const words = figureWords[lang].years;
    const rows = seen.years.map(({ diploma, year, publishedOn }) => [
      html`<a class="ds-link" href="${href(link(figureRoutes.year.to({ diploma, year: String(year) })))}">${String(year)}</a>`,
      diplomaName(visit, diploma),
      publishedOn !== null
        ? sayDay(publishedOn, lang)
        : year < Number(visit.today.slice(0, 4))
          ? words.not
          : words.running,
    ]);
    const main = html`${
      rows.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "years",
            caption: words.title,
            head: [figureWords[lang].year, words.diploma, words.published],
            stacks: true,
            rows,
          })
    }
<p><a class="ds-link" href="${href(link(surveyRoutes.all.to()))}">${words.surveys}</a></p>`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main }) };
  },
};

function diplomaName({ world, school, today, lang }: Visit, diploma: string): string {
  return world.law(school.establishment, diploma, { on: today })?.diploma.label[lang] ?? diploma;
}

/** The parameters of a path as the view takes them. */
function asked({ diploma, year }: { readonly diploma: string; readonly year: string }) {
  const number = Number(year);
  return Number.isInteger(number) && number >= 2000 && number <= 2199 ? { diploma, year: number } : undefined;
}

type Seen = NonNullable<Awaited<ReturnType<typeof seeYear.read>>>;

export const yearPage: Page = {
  name: "annee-taux",
  path: figureRoutes.year.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, link, actor, params, query } = visit;
    const input = asked({ diploma: params.diploma ?? "", year: params.year ?? "" });
    const seen = input && (await see(visit, seeYear, input));
    if (!seen) return { notFound: true };
    const words = figureWords[lang].one;
    const { year, diploma, versions, over, inputHash, shown } = seen;
    const at = { diploma, year: String(year) };
    const same = versions[0]?.inputHash === inputHash;
    const told = hasFigure(shown);
    const main = html`${query.fait === "publie" && html`<p class="ds-alert" data-color="success">${words.done}</p>`}
${besides(visit, seen)}
${definitions(overall(shown), lang)}
${notes(visit, seen)}
${!over && html`<p>${words.notOver}</p>`}
${over && !told && html`<p>${sayNothing(shown, lang)}</p>`}
${over && told && same && html`<p>${words.same}</p>`}
${over && told && !same && versions.length > 0 && html`<p>${words.changed}</p>`}
${over && told && !same && may(actor, "publish the figures") && html`<div class="actions">${linkButton(link(figureRoutes.publish.to(at)), words.publish)}</div>`}
${versions.length > 0 && versionsTable(visit, seen)}`;
    const lead = words.lead(diplomaName(visit, diploma));
    return { html: layout(visit, { title: words.title(year), lead, main, back: figureRoutes.years.to() }) };
  },
};

/** Site by site, this year and the year before, each figure with its way to the people. */
function besides(visit: Visit, { year, diploma, shown, before }: Seen): Html {
  const { lang, link } = visit;
  const words = figureWords[lang];
  const of = (site: string, rates: readonly ShownRate[], past: readonly ShownRate[], nth: number) =>
    table({
      id: `year-${String(nth)}`,
      caption: words.public.at(year, site),
      stacks: true,
      head: [words.rate, String(year), words.one.before(year - 1), words.one.who],
      rows: rates.map((one) => {
        const was = past.find(({ rate }) => rate === one.rate);
        const to = NAMED.includes(one.rate)
          ? figureRoutes.counted.to({ diploma, year: String(year), rate: one.rate })
          : surveyRoutes.all.to();
        return [
          capital(one.label[lang]),
          rateCell(one, shown, lang),
          was ? rateCell(was, before, lang) : "–",
          html`<a class="ds-link" href="${href(link(to))}">${NAMED.includes(one.rate) ? words.one.who : words.one.anonymous}<span class="ds-sr-only"> ${one.label[lang]}, ${site}</span></a>`,
        ];
      }),
    });
  return html`${shown.sites.map(({ site, rates }, nth) => of(site, rates, before.sites.find((one) => one.site === site)?.rates ?? [], nth))}${
    shown.all && of(words.whole, shown.all, before.all ?? [], shown.sites.length)
  }`;
}

/** What no figure says: doubts, who is in none, surveys that are open. */
function notes({ lang }: Visit, { findings, unsited, withdrawn, open }: Seen): Html {
  const words = figureWords[lang].one;
  const said = [
    ...findings.map((one) => one[lang]),
    ...open.map((survey) => words.open[survey]),
    ...(unsited > 0 ? [words.unsited(unsited)] : []),
    ...(withdrawn > 0 ? [words.withdrawn(withdrawn)] : []),
    words.blocks,
  ];
  return html`<ul class="facts">${said.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function versionsTable({ lang, link }: Visit, { diploma, year, versions }: Seen): Html {
  const words = figureWords[lang].one;
  const at = (version: number) =>
    figureRoutes.asPublished.to({ diploma, year: String(year), version: String(version) });
  return html`${table({
    id: "versions",
    caption: words.versions,
    stacks: true,
    head: [words.version, words.day, words.hash, words.input],
    rows: versions.map(({ version, publishedOn, shownHash, inputHash }) => [
      html`<a class="ds-link" href="${href(link(at(version)))}">${String(version)}</a>`,
      sayDay(publishedOn, lang),
      html`<span class="fingerprint">${shownHash}</span>`,
      html`<span class="fingerprint">${inputHash}</span>`,
    ]),
  })}
<p><a class="ds-link" href="${href(link(figureRoutes.published.to({ diploma })))}">${words.public}</a></p>`;
}

export const publishPage = formPage({
  name: "annee-publier",
  route: figureRoutes.publish,
  who: "publish the figures",
  words: (lang) => figureWords[lang].publish,
  seen: async (visit, params) => {
    const input = asked(params);
    return input && see(visit, seeYear, input);
  },
  form: {
    fields: () => ({ inputHash: carried<string>() }),
    begin: ({ seen }) => ({ inputHash: seen.inputHash }),
    act: publishFigures,
    input: ({ inputHash }, { seen }) => ({ diploma: seen.diploma, year: seen.year, inputHash }),
    done: (_, { params }) => figureRoutes.year.to(params, { fait: "publie" }),
    stale: ({ words }) => ({ said: words.stale }),
  },
  shown: ({ lang, words, seen, params }, { form }) => ({
    title: words.title(seen.year),
    lead: words.lead,
    main: hasFigure(seen.shown)
      ? html`${figures(seen.shown, lang)}${form()}`
      : html`<p>${sayNothing(seen.shown, lang)}</p>`,
    back: figureRoutes.year.to(params),
  }),
});

export const countedPage: Page = {
  name: "annee-personnes",
  path: figureRoutes.counted.path,
  who: "see the year",
  view: async (visit) => {
    const { lang, params } = visit;
    const { diploma = "", year = "", rate = "" } = params;
    const input = asked({ diploma, year });
    const known = rate === "success" || rate === "perseverance" ? rate : undefined;
    const seen = input && known && (await see(visit, whoIsCounted, { ...input, rate: known }));
    if (!seen) return { notFound: true };
    const words = figureWords[lang].counted;
    const parts = (["numerator", "denominator", "later", "not"] as const).map((counts) => {
      const people = seen.people.filter((one) => one.counts === counts);
      return (
        people.length > 0 &&
        table({
          id: counts,
          caption: `${words[counts]} (${String(people.length)})`,
          stacks: true,
          head: [words.name, words.cohort, words.why],
          rows: people.map((one) => [personOf(visit, one), `${one.cohort}, ${one.site}`, whyOf(visit, one, known)]),
        })
      );
    });
    const title = words.title(seen.label[lang], input.year);
    const main = html`${seen.people.length === 0 && html`<p>${words.none}</p>`}${parts}`;
    return {
      html: layout(visit, { title, lead: seen.definition[lang], main, back: figureRoutes.year.to({ diploma, year }) }),
    };
  },
};

type Counted = NonNullable<Awaited<ReturnType<typeof whoIsCounted.read>>>["people"][number];

function personOf(visit: Visit, { dossier, name, number }: Counted): Html {
  const called = html`${name} <span class="small unbroken">${number}</span>`;
  if (!may(visit.actor, SEES_PERSONS)) return called;
  return html`<a class="ds-link" href="${href(visit.link(toPerson(visit, dossier)))}">${called}</a>`;
}

function whyOf(
  { lang }: Visit,
  { left, ruled, counts, plannedEnd }: Counted,
  rate: "success" | "perseverance",
): string {
  const words = figureWords[lang].counted;
  if (rate === "success") {
    if (ruled === null) return words.unruled;
    return words.ruled(own(words.outcomes, ruled.outcome) as string, ruled.on);
  }
  // Who left after the planned end has stayed.
  if (left !== null && left.on <= plannedEnd) return words.left(own(words.kinds, left.kind) as string, left.on);
  return counts === "numerator" ? words.stayed : words.ends(plannedEnd);
}
