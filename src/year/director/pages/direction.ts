/** The director's year on one page: each figure drawn, with its table, its definition and its way to the rows. */
import { may } from "../../../act/permissions.ts";
import { owedFigure } from "../../../billing/charges/pages/figure.ts";
import { entries } from "../../../books/pages/routes.ts";
import { places as exams } from "../../../certification/pages/places.ts";
import { intakeShown } from "../../../intake/pages/routes.ts";
import { addDays, addMonths, mondayOf } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { readTogether, see } from "../../../page/acting.ts";
import { DESK_HOME } from "../../../page/desk-head.ts";
import { barsDrawn, figure, shareBar, weeksDrawn, yearsBar } from "../../../page/figures.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, SignedVisit, Visit } from "../../../page/page.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { sayHours } from "../../../training/hours/words.ts";
import { route } from "../../../page/route.ts";
import { figureRoutes } from "../../figures/pages/routes.ts";
import { seeDeadlines, seeFunnel, seeHoursByUnit, seeMoneyByMonth } from "../views.ts";
import { saidKinds, sayMonth } from "./said.ts";
import { directorRoutes } from "./routes.ts";
import { directorWords } from "./words.ts";

export const directionPage: Page = {
  name: "annee-direction",
  path: directorRoutes.overview.path,
  who: "see the year",
  view: (visit) =>
    readTogether(visit as SignedVisit, async (visit) => {
      const { lang, link, query } = visit;
      const words = directorWords[lang];
      const { campagne } = query;
      const [funnel, hours, ahead, money] = [
        await see(visit, seeFunnel, campagne !== undefined && isId(campagne) ? { intake: campagne } : {}),
        await see(visit, seeHoursByUnit, {}),
        await see(visit, seeDeadlines, {}),
        may(visit.actor, seeMoneyByMonth.who) ? await see(visit, seeMoneyByMonth, {}) : undefined,
      ];
      if (!funnel || !hours || !ahead) return { notFound: true };
      const main = html`<p class="actions"><a class="ds-link" href="${href(link(directorRoutes.file.to({}, { campagne })))}">${words.file}</a> <a class="ds-link" href="${href(link(figureRoutes.years.to()))}">${words.rates}</a> <a class="ds-link" href="${href(link(directorRoutes.evidence.to()))}">${words.evidence}</a></p>
<div class="cols halves"><div>
${datesFigure(visit, ahead)}
${waitingFigure(visit, ahead)}
</div><div>
${funnelFigure(visit, funnel)}
</div></div>
<div class="cols halves"><div>
${hoursFigures(visit, hours)}
</div><div>
${money && moneyFigure(visit, money)}
${money && (await owedShown(visit))}
</div></div>`;
      return { html: layout(visit, { title: words.title, lead: words.lead, main }) };
    }),
};

/** That of the first page of staff, or that nothing is owed. */
async function owedShown(visit: SignedVisit): Promise<Html> {
  const words = directorWords[visit.lang].money;
  const drawn = await owedFigure(visit);
  return drawn.length > 0 ? html`${drawn}` : html`<h2>${words.age}</h2><p>${words.nothing}</p>`;
}

type Of<V extends { read: (...given: never[]) => unknown }> = NonNullable<Awaited<ReturnType<V["read"]>>>;

/** What each word of a figure counts. */
function defined({ lang }: Visit, title: string, terms: readonly (readonly [string, string])[] | string): Html {
  const words = directorWords[lang];
  return html`<details class="small"><summary>${words.definition}<span class="ds-sr-only">${lang === "fr" ? "\u00a0:" : ":"} ${title}</span></summary><div>${
    typeof terms === "string"
      ? html`<p>${terms}</p>`
      : html`<dl>${terms.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl>`
  }</div></details>`;
}

function funnelFigure(
  visit: Visit,
  { intake, intakes, earlier, earlierOn, steps, carried }: Of<typeof seeFunnel>,
): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].funnel;
  if (!intake) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const most = Math.max(1, ...steps.flatMap(({ count, before }) => [count, before ?? 0]));
  const rowsOf = (step: (typeof steps)[number]["step"]) =>
    html`<a class="ds-link" href="${href(link(directorRoutes.step.to({ intake: intake.id, step })))}">${words.steps[step]}</a>`;
  const others = intakes.filter(({ id }) => id !== intake.id);
  return html`${figure(
    {
      id: "funnel",
      title: words.title,
      says: html`<a class="ds-link" href="${href(link(intakeShown.to({ intake: intake.id })))}">${intake.label[lang]}</a>. ${earlier && earlierOn && words.beside(earlier.label[lang], earlierOn)}`,
      drawing: barsDrawn(
        steps.map(({ step, count, before }) => ({
          label: rowsOf(step),
          says: before === null ? sayNumber(count, lang) : `${sayNumber(count, lang)} (${sayNumber(before, lang)})`,
          bar: yearsBar({ most, now: count, before: before ?? 0 }),
        })),
      ),
      table: {
        head: [words.head.step, words.head.now, ...(earlier ? [words.head.before] : [])],
        rows: steps.map(({ step, count, before }) => [
          rowsOf(step),
          sayNumber(count, lang),
          ...(before === null ? [] : [sayNumber(before, lang)]),
        ]),
      },
    },
    lang,
  )}
${carried > 0 && html`<p class="small">${words.carried(carried)}</p>`}
${defined(
  visit,
  words.title,
  steps.map(({ step }) => [words.steps[step], words.defined[step]] as const),
)}
${
  others.length > 0 &&
  html`<details class="small"><summary>${words.others}</summary><div><ul>${others.map(
    (one) =>
      html`<li><a class="ds-link" href="${href(link(directorRoutes.overview.to({}, { campagne: one.id })))}">${one.label[lang]}</a>, ${sayDay(one.opensOn, lang)}</li>`,
  )}</ul></div></details>`
}`;
}

function hoursFigures(visit: Visit, { cohorts }: Of<typeof seeHoursByUnit>): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].hours;
  if (cohorts.length === 0) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const hours = (minutes: number) => sayHours(minutes, lang);
  const { unit: unitHead, due, held, unsigned, planned, missing, apart } = words.head;
  return html`${cohorts.map(({ id, name, units }, nth) => {
    const sum = (of: "due" | "held" | "missing" | "planned" | "unsigned" | "apart") =>
      units.reduce((all, one) => all + one[of], 0);
    const title = html`<a class="ds-link" href="${href(link(places.cohort.to({ cohort: id })))}">${name}</a>`;
    const rowsOf = (unit: string, label: string) =>
      html`<a class="ds-link" href="${href(link(directorRoutes.unit.to({ cohort: id, unit })))}">${capital(label)}</a>`;
    return figure(
      {
        id: `hours-${String(nth)}`,
        title: `${words.title}, ${name}`,
        says: html`${title} : ${words.says(hours(sum("held")), hours(sum("due")))}.${sum("missing") > 0 && html` <span class="late">${words.missing(hours(sum("missing")))}.</span>`}`,
        drawing: barsDrawn(
          units.map((one) => ({
            label: rowsOf(one.unit, one.label[lang]),
            says: words.says(hours(one.held), hours(one.due)),
            bar: shareBar({ due: one.due, done: one.held, planned: one.planned }),
          })),
        ),
        table: {
          head: [unitHead, due, held, unsigned, planned, missing, apart],
          rows: [
            ...units.map((one) => [
              rowsOf(one.unit, one.label[lang]),
              ...[one.due, one.held, one.unsigned, one.planned, one.missing, one.apart].map(hours),
            ]),
            [
              words.whole,
              ...(["due", "held", "unsigned", "planned", "missing", "apart"] as const).map((of) => hours(sum(of))),
            ],
          ],
        },
      },
      lang,
    );
  })}
${defined(
  visit,
  words.title,
  (["due", "held", "unsigned", "planned", "missing", "apart"] as const).map(
    (one) => [capital(words.head[one]), words.defined[one]] as const,
  ),
)}`;
}

const WEEKS = 13;

/** The page of each day that is set. */
const DATED = {
  "intake-closes": (id: string) => intakeShown.to({ intake: id }),
  "cohort-starts": (cohort: string) => places.cohort.to({ cohort }),
  "cohort-ends": (cohort: string) => places.cohort.to({ cohort }),
  "exam-receives": (session: string) => exams.session.to({ session }),
  jury: (session: string) => exams.session.to({ session }),
} as const;

function datesFigure(visit: Visit, { dates, until }: Of<typeof seeDeadlines>): Html {
  const { lang, today } = visit;
  const words = directorWords[lang].ahead;
  const monday = mondayOf(today);
  const weeks = Array.from({ length: WEEKS }, (_, nth) => addDays(monday, 7 * nth)).map((week) => ({
    week,
    label: `${week.slice(8)}/${week.slice(5, 7)}`,
    count: dates.filter(({ on }) => mondayOf(on) === week).length,
    before: 0,
  }));
  if (dates.length === 0) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  return html`${figure(
    {
      id: "ahead",
      title: words.title,
      says: words.says(dates.length, until),
      drawing: html`${weeksDrawn(weeks, lang)}<ul class="rows">${dates.slice(0, SHOWN).map((one) => html`<li>${dateLink(visit, one, `${words.kinds[one.kind]}${lang === "fr" ? "\u00a0:" : ":"} ${one.name[lang]}`)}<span class="end">${sayDay(one.on, lang)}</span></li>`)}</ul>`,
      table: {
        head: [words.name, words.what, words.day],
        rows: dates.map((one) => [dateLink(visit, one, one.name[lang]), words.kinds[one.kind], sayDay(one.on, lang)]),
      },
    },
    lang,
  )}
${defined(visit, words.title, words.defined)}`;
}

/** Of the days ahead, beside the drawing; all are in the table. */
const SHOWN = 6;

type Dated = Of<typeof seeDeadlines>["dates"][number];

/** Those who read no certification are not led to one. */
function dateLink({ link, actor }: Visit, { kind, id }: Dated, said: string): Html | string {
  const opens = may(actor, kind === "jury" || kind === "exam-receives" ? "see the certification" : "see the year");
  return opens ? html`<a class="ds-link" href="${href(link(DATED[kind](id)))}">${said}</a>` : said;
}

function waitingFigure(visit: SignedVisit, { waiting }: Of<typeof seeDeadlines>): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].waiting;
  const kinds = saidKinds(visit, waiting);
  if (kinds.length === 0) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const most = Math.max(1, ...kinds.flatMap(({ late, soon }) => [late, soon]));
  const total = (of: "late" | "soon") => kinds.reduce((sum, one) => sum + one[of], 0);
  const what = ({ key, says, mine }: (typeof kinds)[number]) =>
    mine ? html`<a class="ds-link" href="${href(link(DESK.to({}, { quoi: key })))}">${says}</a>` : says;
  return html`${figure(
    {
      id: "waiting",
      title: words.title,
      says: words.says(total("late"), total("soon")),
      drawing: barsDrawn(
        kinds.slice(0, BARS).map((one) => ({
          label: what(one),
          says: words.bar(one.late, one.soon),
          bar: yearsBar({ most, now: one.late, before: one.soon }),
        })),
      ),
      table: {
        head: [words.head.what, words.head.who, words.head.late, words.head.soon, words.head.first],
        rows: kinds.map((one) => [
          what(one),
          one.roles,
          sayNumber(one.late, lang),
          sayNumber(one.soon, lang),
          sayDay(one.first, lang),
        ]),
      },
    },
    lang,
  )}
${defined(visit, words.title, words.defined)}`;
}

const DESK = route(DESK_HOME);
/** Of what waits; all of it is in the table. */
const BARS = 8;

function moneyFigure(visit: Visit, { months }: Of<typeof seeMoneyByMonth>): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].money;
  const money = (cents: number) => sayMoney(cents, lang);
  const total = (of: "charged" | "received") => months.reduce((sum, one) => sum + one[of], 0);
  const most = Math.max(1, ...months.flatMap(({ charged, received }) => [charged, received]));
  const rowsOf = (month: string) => {
    const first = `${month}-01`;
    const days = { du: first, au: addDays(addMonths(first, 1), -1) };
    return html`<a class="ds-link" href="${href(link(entries.to({}, days)))}">${capital(sayMonth(month, lang))}</a>`;
  };
  return html`${figure(
    {
      id: "months",
      title: words.title,
      says: html`${words.says(money(total("received")), money(total("charged")))} <a class="ds-link" href="${href(link(entries.to()))}">${words.entries}</a>`,
      drawing: barsDrawn(
        months
          .filter(({ charged, received }) => charged + received > 0)
          .map(({ month, charged, received }) => ({
            label: rowsOf(month),
            says: words.bar(money(received), money(charged)),
            bar: yearsBar({ most, now: received, before: charged }),
          })),
      ),
      table: {
        head: [words.month, words.charged, words.received],
        rows: months.map(({ month, charged, received }) => [rowsOf(month), money(charged), money(received)]),
      },
    },
    lang,
  )}
${defined(visit, words.title, words.defined)}`;
}
