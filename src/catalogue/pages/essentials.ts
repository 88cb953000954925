/** What an adult asks first, in one list: where, when, how long, on which days, how many places, what it costs, and how many succeed. */
import { type Announced, nextEntry } from "../../intake/pages/notice.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayEuros } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { mostSemesters } from "../../law/semesters.ts";
import type { Visit } from "../../page/page.ts";
import { programmeWords } from "../sentences.ts";
import { section, type Section } from "./parts.ts";
import { wholeHours } from "./sections/hours.ts";
import { dearest, wholeQuotes } from "./sections/price.ts";

/** `published`: the first rate that was computed here, which stands before one that is quoted. */
export function essentials(visit: Visit, announced: Announced, published?: string): Section {
  const { lang } = visit;
  const { essential } = programmeWords[lang];
  const rows: readonly (readonly [string, Html | string | false])[] = [
    [essential.where, where(visit)],
    [essential.when, when(visit, announced)],
    [essential.length, length(visit)],
    [essential.rhythm, rhythm(visit)],
    [essential.places, places(visit, announced)],
    [essential.price, wholePrice(visit)],
    [essential.results, published ?? results(visit)],
  ];
  const known = rows.filter(([, said]) => said);
  return section(
    "essentiel",
    essential.title,
    html`<dl class="asked">${known.map(([asked, said]) => html`<div><dt>${asked}</dt><dd>${said}</dd></div>`)}</dl>`,
  );
}

function where({ school, lang }: Visit): string {
  const names = school.campuses.map(({ name }) => name);
  return programmeWords[lang].essential.at(names, school.address[0]!);
}

/** What the school has not published is said beside its question, and leads to whom to ask. */
function asked({ lang, law, link }: Visit): Html {
  const { essential } = programmeWords[lang];
  return html`${essential.notPublished} <a href="${href(link(`/${law.diploma.diploma}/question`))}">${essential.ask}</a>`;
}

function when(visit: Visit, announced: Announced): Html {
  const { essential } = programmeWords[visit.lang];
  const entryOn = nextEntry(announced);
  return entryOn === undefined
    ? asked(visit)
    : html`${essential.entry} <strong>${sayWeekday(entryOn, visit.lang)}</strong>`;
}

function length(visit: Visit): Html {
  const { lang, law } = visit;
  const { essential } = programmeWords[lang];
  const most = mostSemesters(law.diploma);
  const { theory, practice } = wholeHours(visit);
  const less = law.diploma.reliefs.length > 0 || law.diploma.grants !== undefined;
  return html`${most && html`<strong>${essential.atMost(most.semesters)}</strong>${lang === "fr" ? " : " : ": "}`}${essential.hours(theory, practice)}${less && ` ${essential.less}`}`;
}

function rhythm(visit: Visit): Html | string {
  const { rhythm: told = [] } = visit.law.school.page;
  return told.length > 0 ? told.map(({ label }) => label[visit.lang]).join(" ") : asked(visit);
}

function places({ lang }: Visit, { intakes }: Announced): string | false {
  const [first] = intakes.toSorted((a, b) => (a.entryOn < b.entryOn ? -1 : 1));
  return first !== undefined && programmeWords[lang].essential.count(first.places, first.waitingListRule);
}

/** Of the whole course, where another pays and where the person does. */
export function wholePrice(visit: Visit): Html | string {
  const { lang, law } = visit;
  const { essential } = programmeWords[lang];
  const [quote] = wholeQuotes(visit);
  if (law.school.price.lines.length === 0 || quote === undefined) return programmeWords[lang].priceNone;
  const amount = (cents: number) => html`<strong class="big">${sayEuros(cents, lang)}</strong>`;
  return dearest(quote) === quote.total || !law.school.funders.some(({ personal }) => !personal)
    ? amount(quote.total)
    : html`${amount(dearest(quote))} ${essential.funded}<br>${amount(quote.total)} ${essential.personal}`;
}

/** The first rate published, with what is not said of it. */
function results({ law, lang }: Visit): string | false {
  const { indicators } = law.school;
  const [rate] = indicators?.rates ?? [];
  if (indicators === undefined || rate === undefined) return false;
  const words = programmeWords[lang];
  const counted = rate.numerator !== null && rate.denominator !== null;
  return words.essential.rate(rate.label[lang], words.percent(rate.percent), indicators.cohort[lang], counted);
}
