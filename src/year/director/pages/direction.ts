/** The director's year on one page: each figure drawn, with its table, its definition and its way to the rows. */
import { may } from "../../../act/permissions.ts";
import { owedFigure } from "../../../billing/charges/pages/figure.ts";
import { entries } from "../../../books/pages/routes.ts";
import { intakeShown } from "../../../intake/pages/routes.ts";
import { addDays, addMonths } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { readTogether, see } from "../../../page/acting.ts";
import { barsDrawn, figure, yearsBar } from "../../../page/figures.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, SignedVisit, Visit } from "../../../page/page.ts";
import { seeLatestRates } from "../../figures/views.ts";
import { countWaiting, seeDeadlines, seeFunnel, seeHoursByUnit, seeMoneyByMonth } from "../views.ts";
import { askedOf } from "./asked.ts";
import { datesFigure, signedKeys, toSign, waitingFigure } from "./ahead.ts";
import { defined, type Of } from "./figures.ts";
import { hoursFigure } from "./hours.ts";
import { ratesFigure } from "./rates.ts";
import { directorRoutes } from "./routes.ts";
import { sayMonth } from "./said.ts";
import { directorWords } from "./words.ts";

export const directionPage: Page = {
  name: "annee-direction",
  path: directorRoutes.overview.path,
  who: "see the year",
  view: (visit) => readTogether(visit as SignedVisit, shown),
};

async function shown(visit: SignedVisit): Promise<PageResult> {
  const { lang, actor } = visit;
  const words = directorWords[lang];
  const { month, ...intake } = askedOf(visit);
  const ofMonth = month === undefined ? {} : { month };
  const [funnel, ahead, money, rates] = [
    await see(visit, seeFunnel, { ...intake, ...ofMonth }),
    await see(visit, seeDeadlines, ofMonth),
    may(actor, seeMoneyByMonth.who) ? await see(visit, seeMoneyByMonth, ofMonth) : undefined,
    await see(visit, seeLatestRates, {}),
  ];
  if (!funnel || !ahead || !rates) return { notFound: true };
  const hours = month === undefined ? await see(visit, seeHoursByUnit, {}) : undefined;
  const signing = month === undefined ? await see(visit, countWaiting, { keys: signedKeys(visit) }) : undefined;
  const main = html`${turning(visit, month)}
<div class="cols halves"><div>
${datesFigure(visit, ahead, month)}
</div><div>
${signing && toSign(visit, signing)}
${month === undefined && waitingFigure(visit, ahead)}
${month !== undefined && funnelFigure(visit, funnel)}
</div></div>
<div class="cols halves"><div>
${month === undefined && funnelFigure(visit, funnel)}
${hours && hoursFigure(visit, hours)}
${ratesFigure(visit, rates)}
</div><div>
${money && moneyFigure(visit, money)}
${money && month === undefined && (await owedShown(visit))}
</div></div>`;
  const title = month === undefined ? words.title : words.inMonth(sayMonth(month, lang));
  return { html: layout(visit, { title, main }) };
}

/** To the months around, and to the other pages of the year. */
function turning({ lang, link, today, query }: Visit, month: string | undefined): Html {
  const words = directorWords[lang];
  const { campagne } = query;
  const first = `${month ?? today.slice(0, 7)}-01`;
  const to = (at: string | undefined, said: string) =>
    html`<a class="ds-link" href="${href(link(directorRoutes.overview.to({}, { campagne, mois: at })))}">${said}</a>`;
  const around = [-1, 1].map((by) => addMonths(first, by).slice(0, 7));
  const named = (at: string) => capital(sayMonth(at, lang));
  return html`<p class="actions">${to(around[0], named(around[0]!))} ${month !== undefined && to(undefined, words.now)} ${to(around[1], named(around[1]!))} <a class="ds-link" href="${href(link(directorRoutes.evidence.to()))}">${words.evidence}</a> <a class="ds-link" href="${href(link(directorRoutes.file.to({}, { campagne, mois: month })))}">${words.file}</a></p>`;
}

/** That of the first page of staff, or that nothing is owed. */
async function owedShown(visit: SignedVisit): Promise<Html> {
  const words = directorWords[visit.lang].money;
  const drawn = await owedFigure(visit);
  return drawn.length > 0 ? html`${drawn}` : html`<h2>${words.age}</h2><p>${words.nothing}</p>`;
}

function funnelFigure(
  visit: Visit,
  { intake, intakes, earlier, earlierOn, asOf, steps, carried }: Of<typeof seeFunnel>,
): Html {
  const { lang, link, today } = visit;
  const mois = asOf < today ? asOf.slice(0, 7) : undefined;
  const words = directorWords[lang].funnel;
  if (!intake) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const most = Math.max(1, ...steps.flatMap(({ count, before }) => [count, before ?? 0]));
  const rowsOf = (step: (typeof steps)[number]["step"]) =>
    html`<a class="ds-link" href="${href(link(directorRoutes.step.to({ intake: intake.id, step }, { mois })))}">${words.steps[step]}</a>`;
  const others = intakes.filter(({ id }) => id !== intake.id);
  return html`${figure(
    {
      id: "funnel",
      title: words.title,
      says: html`<a class="ds-link" href="${href(link(intakeShown.to({ intake: intake.id })))}">${intake.label[lang]}</a>. ${mois !== undefined && words.asOf(asOf)} ${earlier && earlierOn && words.beside(earlier.label[lang], earlierOn)}`,
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
      html`<li><a class="ds-link" href="${href(link(directorRoutes.overview.to({}, { campagne: one.id, mois })))}">${one.label[lang]}</a>, ${sayDay(one.opensOn, lang)}</li>`,
  )}</ul></div></details>`
}`;
}

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
