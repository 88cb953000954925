/** The days ahead, what is to be signed, and what the team has to do. */
import { may } from "../../../act/permissions.ts";
import { places as exams } from "../../../certification/pages/places.ts";
import { intakeShown } from "../../../intake/pages/routes.ts";
import { addDays, type Day, dayNumber, mondayOf } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayNumber } from "../../../kit/lang.ts";
import { DESK_HOME } from "../../../page/desk-head.ts";
import { barsDrawn, figure, weeksDrawn, yearsBar } from "../../../page/figures.ts";
import { linkButton } from "../../../page/form.ts";
import type { SignedVisit, Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import type { countWaiting, seeDeadlines } from "../views.ts";
import { defined, type Of } from "./figures.ts";
import { saidKind, saidKinds } from "./said.ts";
import { directorWords } from "./words.ts";

const DESK = route(DESK_HOME);
const diplomaPage = route("/:diploma");
const WEEKS = 13;
/** Of the days ahead, beside the drawing; all are in the table. */
const SHOWN = 8;
/** Of what waits; all of it is in the table. */
const BARS = 8;

/** The page of each day that is set. */
const DATED = {
  "intake-closes": (id: string) => intakeShown.to({ intake: id }),
  "cohort-starts": (cohort: string) => places.cohort.to({ cohort }),
  "cohort-ends": (cohort: string) => places.cohort.to({ cohort }),
  "exam-receives": (session: string) => exams.session.to({ session }),
  jury: (session: string) => exams.session.to({ session }),
  "registration-ends": (diploma: string) => diplomaPage.to({ diploma }),
} as const;

type Line = { readonly on: Day; readonly what: string; readonly name: string; readonly said: Html | string };

/** Days that somebody set and what the reader may do by then, in one list by day. */
export function linesAhead(visit: Visit, { dates, due }: Pick<Of<typeof seeDeadlines>, "dates" | "due">): Line[] {
  const { lang, link } = visit;
  const words = directorWords[lang].ahead;
  const set = dates.map((one): Line => {
    const what = words.kinds[one.kind];
    const name = one.name[lang];
    return { on: one.on, what, name, said: dateLink(visit, one, `${what}${lang === "fr" ? "\u00a0:" : ":"} ${name}`) };
  });
  const toDo = due.flatMap((one): Line[] => {
    const kind = saidKind(visit, one);
    if (!kind) return [];
    const said = html`<a class="ds-link" href="${href(link(DESK.to({}, { quoi: one.key })))}">${kind.says}</a>`;
    return [{ on: one.on, what: words.toDo, name: kind.says, said }];
  });
  return [...set, ...toDo].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Of a month: without the drawing by week. */
export function datesFigure(visit: Visit, seen: Of<typeof seeDeadlines>, month: string | undefined): Html {
  const { lang } = visit;
  const words = directorWords[lang].ahead;
  const lines = linesAhead(visit, seen);
  const { from, until } = seen;
  if (lines.length === 0)
    return html`<h2>${words.title}</h2><p>${month === undefined ? words.none : words.noneThen}</p>`;
  const drawing = html`${month === undefined && weeksDrawn(weeksOf(lines, from), lang)}<ul class="rows">${lines.slice(0, month === undefined ? SHOWN : lines.length).map(({ said, on }) => html`<li>${said}<span class="end">${sayDay(on, lang)}</span></li>`)}</ul>`;
  return html`${figure(
    {
      id: "ahead",
      title: words.title,
      says:
        month === undefined
          ? words.says({ count: lines.length, day: until, shown: Math.min(SHOWN, lines.length) })
          : words.saysThen(lines.length),
      drawing,
      ...(month === undefined && {
        table: {
          head: [words.name, words.what, words.day],
          rows: lines.map(({ said, what, on }) => [said, what, sayDay(on, lang)]),
        },
      }),
    },
    lang,
  )}
${defined(visit, words.title, words.defined)}`;
}

function weeksOf(lines: readonly Line[], from: Day) {
  const monday = mondayOf(from);
  return Array.from({ length: WEEKS }, (_, nth) => addDays(monday, 7 * nth)).map((week) => ({
    label: `${week.slice(8)}/${week.slice(5, 7)}`,
    count: lines.filter(({ on }) => mondayOf(on) === week).length,
    before: 0,
  }));
}

type Dated = Of<typeof seeDeadlines>["dates"][number];

/** Those who read no certification are not led to one. */
function dateLink({ link, actor }: Visit, { kind, id }: Dated, said: string): Html | string {
  const opens = may(actor, kind === "jury" || kind === "exam-receives" ? "see the certification" : "see the year");
  return opens ? html`<a class="ds-link" href="${href(link(DATED[kind](id)))}">${said}</a>` : said;
}

/** The keys of what waits that are signatures for the school. */
export function signedKeys({ world }: Visit): string[] {
  return world.waits.flatMap(({ keys }) => Object.entries(keys).flatMap(([key, { signs }]) => (signs ? [key] : [])));
}

/** Nothing for a reader who signs nothing. */
export function toSign(visit: SignedVisit, { kinds }: Of<typeof countWaiting>): Html | false {
  const { lang, link, today } = visit;
  const words = directorWords[lang].sign;
  if (kinds.length === 0) return false;
  const at = (key: string) => link(DESK.to({}, { quoi: key }));
  const count = kinds.reduce((sum, one) => sum + one.count, 0);
  const first = kinds.flatMap((one) => one.first ?? []).toSorted()[0];
  const late = first === undefined ? 0 : Math.max(0, dayNumber(today) - dayNumber(first));
  return html`<section class="figure" aria-labelledby="sign-title"><h2 id="sign-title">${words.title} <span class="n">${sayNumber(count, lang)}</span></h2>
<p class="small">${words.says(count, late)}</p>
<ul class="rows">${kinds.map((one) => html`<li><a class="ds-link" href="${href(at(one.key))}">${saidKind(visit, one)?.says}</a><span class="end">${one.first !== null && html`<span${one.first < today && html` class="late"`}>${words.by(one.first)}</span>`}</span></li>`)}</ul>
<div class="actions">${linkButton(at(kinds[0]!.key), words.go)}</div></section>`;
}

export function waitingFigure(visit: SignedVisit, { waiting, totals }: Of<typeof seeDeadlines>): Html {
  const { lang, link } = visit;
  const words = directorWords[lang].waiting;
  const kinds = saidKinds(visit, waiting);
  if (kinds.length === 0) return html`<h2>${words.title}</h2><p>${words.none}</p>`;
  const most = Math.max(1, ...kinds.flatMap(({ late, soon }) => [late, soon]));
  const what = ({ key, says, mine }: (typeof kinds)[number]) =>
    mine ? html`<a class="ds-link" href="${href(link(DESK.to({}, { quoi: key })))}">${says}</a>` : says;
  return html`${figure(
    {
      id: "waiting",
      title: words.title,
      says: words.says(totals),
      drawing: barsDrawn(
        kinds.slice(0, BARS).map((one) => ({
          label: html`${what(one)}${one.backOn !== null && html`<br><span class="small">${words.resting(one.resting, one.backOn)}</span>`}`,
          says: words.bar(one.late, one.soon),
          bar: yearsBar({ most, now: one.late, before: one.soon }),
        })),
      ),
      table: {
        head: [words.head.what, words.head.who, words.head.late, words.head.soon, words.head.first],
        rows: kinds.map((one) => [
          what(one),
          one.roles,
          `${sayNumber(one.late, lang)}${one.backOn === null ? "" : ` (${words.resting(one.resting, one.backOn)})`}`,
          sayNumber(one.soon, lang),
          sayDay(one.first, lang),
        ]),
      },
    },
    lang,
  )}
${defined(visit, words.title, words.defined)}`;
}
