/** «À faire», the first page of staff: what waits for them, by day, over all intakes; then their rooms, with how much waits there. */
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { addDays, type Day, dayNumber, mondayOf } from "../kit/day.ts";
import { plural } from "../kit/lang.ts";
import { sayMinute, sayShortDay, sayWeekday } from "../kit/moment.ts";
import { capital } from "../kit/typography.ts";
import { fromEach, readTogether, see } from "../page/acting.ts";
import { comingFrom, hereOf } from "../page/back.ts";
import { DESK_HOME } from "../page/desk-head.ts";
import { layout } from "../page/layout.ts";
import { route } from "../page/route.ts";
import type { Page, PageResult, SignedVisit } from "../page/page.ts";
import { accountHomeWords } from "../page/sentences.ts";
import { sayRole } from "../people/sentences.ts";
import { waitingLineAt } from "../waiting/pages/line.ts";
import { mine } from "./mine.ts";

const deskWords = inBoth({
  caption: ["Ce qui attend, par jour", "What waits, by day"],
  what: ["À faire", "To do"],
  whom: ["Pour qui, quoi", "For whom, what"],
  why: ["Pourquoi", "Why"],
  when: ["Pour quand", "By when"],
  late: ["En retard", "Late"],
  today: ["Aujourd’hui", "Today"],
  week: ["Cette semaine", "This week"],
  later: ["Plus tard", "Later"],
  open: ["Sans date limite", "Without a last day"],
  others: ["En attente d’autrui", "Awaited from others"],
  putOff: ["Reporté", "Put off"],
  putOffTo: (day: string) => [`reporté au ${day}`, `put off to ${day}`],
  reminded: (day: string) => [`Rappel envoyé ${day}.`, `Reminded on ${day}.`],
  given: (name: string) => [`Confié à ${name}.`, `Given to ${name}.`],
  arrange: ["Reporter…", "Put off…"],
  arranged: ["Autrement", "Otherwise"],
  lateBy: (days: number) => [
    `en retard de ${days} ${plural(days, "jour", "jours", "fr")}`,
    `${days} ${plural(days, "day", "days", "en")} late`,
  ],
  since: (days: number) => [
    `depuis ${days} ${plural(days, "jour", "jours", "fr")}`,
    `for ${days} ${plural(days, "day", "days", "en")}`,
  ],
  dueToday: ["aujourd’hui", "today"],
  nothing: ["Rien n’attend.", "Nothing waits."],
  more: [
    "Il y en a davantage\u00a0: seules les premières de chaque sorte sont ici.",
    "There are more: only the first of each kind are listed.",
  ],
  further: (what: string, count: number) => [
    `${what}\u00a0: ${count} ${plural(count, "autre", "autres", "fr")}`,
    `${what}: ${count} more`,
  ],
  rest: (count: number) => [
    `${count} ${plural(count, "autre", "autres", "fr")} dans cette partie`,
    `${count} more in this part`,
  ],
  alone: ["Ce qui n’attend que vous", "What waits for you alone"],
  all: (what: string) => [`Tout voir\u00a0: ${what}`, `See all: ${what}`],
  before: ["Page précédente", "Previous page"],
  after: ["Page suivante", "Next page"],
  besides: ["Chiffres et autres pages", "Figures and other pages"],
  rooms: ["Mes autres pages", "My other pages"],
  underWay: ["Les sept jours qui viennent", "The next seven days"],
  columns: {
    on: ["Jour", "Day"],
    hour: ["Heure", "Hour"],
    what: ["Quoi", "What"],
    room: ["Où", "Where"],
    who: ["Qui", "Who"],
  },
  moreUnderWay: ["Il y en a davantage ces jours-ci.", "There are more on these days."],
});

type Line = NonNullable<Awaited<ReturnType<SignedVisit["world"]["house"]["myWaiting"]["read"]>>>["lines"][number];
const GROUPS = ["late", "today", "week", "open", "later", "others", "putOff"] as const;
type Group = (typeof GROUPS)[number];
/** On the first page, before them: what few of many lines are, and nobody else can do. */
const PARTS = ["alone", ...GROUPS] as const;

const DESK = route(DESK_HOME);
const LAST_PAGE = 1_000;

export const deskPage: Page = {
  name: "a-faire",
  path: DESK_HOME,
  who: "mind one’s own account",
  view: (visit) => readTogether(visit as SignedVisit, shown),
};

async function shown(visit: SignedVisit): Promise<PageResult> {
  if (visit.person.actor.roles.length === 0) return { redirect: visit.link(mine.to()) };
  const { lang, world, today } = visit;
  const words = deskWords[lang];
  const { quoi: key, page, quand, seul } = visit.query;
  if (key !== undefined) return listed(visit, key, Number(page) >= 1 ? Math.floor(Number(page)) : 1);
  const [waiting, underWay, entries, figures] = await Promise.all([
    see(visit, world.house.myWaiting, {}),
    see(visit, world.house.seeUnderWay, { from: today, until: addDays(today, 6) }),
    fromEach(world.house.workEntries, visit),
    fromEach(world.house.figures, visit),
  ]);
  const lines = waiting?.lines ?? [];
  const group = GROUPS.find((one) => one === quand);
  if (group)
    return partOf(
      visit,
      words[group],
      lines.filter((line) => groupOf(line, today) === group),
    );
  if (seul !== undefined) return partOf(visit, words.alone, lines.filter(isAlone));
  const inMenu = new Set(world.house.menu.map(({ to }) => to));
  // The menu has its pages on every page; here they stand only where something waits in them.
  const work = entries.filter(({ to, waiting: much }) => much !== undefined || !inMenu.has(to));
  const roles = visit.person.roles.map((role) => sayRole(role, lang)).join(", ");
  const main = html`<div class="title"><h1>${capital(sayWeekday(today, lang))}</h1>
<p class="small">${accountHomeWords[lang].roles(roles)}</p></div>
<div class="cols"><div>
${lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, lines)}
${waiting?.more === true && cut(visit, waiting)}
${underWay && underWay.lines.length > 0 && week(visit, underWay)}
</div>
${
  figures.length + work.length > 0 &&
  html`<aside aria-label="${words.besides}">${figures}${work.length > 0 && html`<h2>${words.rooms}</h2><ul class="rows">${work.map(({ to, label, waiting: much }) => html`<li><a href="${href(visit.link(to))}">${label}</a>${much !== undefined && html`<span class="end">${much}</span>`}</li>`)}</ul>`}</aside>`
}</div>`;
  return { html: layout(visit, { title: words.what, main }) };
}

/** A part of the list by itself, whole. */
function partOf(visit: SignedVisit, title: string, lines: readonly Line[]): PageResult {
  const words = deskWords[visit.lang];
  const main = lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, lines, { ofKind: lines.length });
  return { html: layout(visit, { title, main, back: DESK_HOME }) };
}

/** It waits for the reader by name, or for a permission of one role. */
const isAlone = ({ holders }: Line) => holders <= 1;

type Waiting = NonNullable<Awaited<ReturnType<SignedVisit["world"]["house"]["myWaiting"]["read"]>>>;

/** Where there are more than are listed, a link to all of each kind. */
function cut({ lang, link }: SignedVisit, { lines, cut: keys }: Waiting): Html {
  const words = deskWords[lang];
  const first = new Map(lines.toReversed().map((line) => [line.key, line]));
  const all = keys.flatMap((key) => first.get(key) ?? []);
  return html`<p class="small">${words.more}</p>
<ul>${all.map(({ key, verb }) => html`<li><a class="ds-link" href="${href(link(DESK.to({}, { quoi: key })))}">${words.all(verb[lang])}</a></li>`)}</ul>`;
}

/** All of one kind, a page at a time. */
async function listed(visit: SignedVisit, key: string, page: number): Promise<PageResult> {
  const { lang, link } = visit;
  const words = deskWords[lang];
  const seen = await see(visit, visit.world.house.myWaiting, { key, page: Math.min(page, LAST_PAGE) });
  const lines = seen?.lines ?? [];
  const title = lines[0]?.verb[lang] ?? words.what;
  const at = (to: number) => href(link(DESK.to({}, { quoi: key, page: String(to) })));
  const main = html`<h1>${title}</h1>
${lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, lines, { ofKind: lines.length })}
<p class="actions">${page > 1 && html`<a class="ds-link" href="${at(page - 1)}">${words.before}</a>`}${seen?.more === true && html` <a class="ds-link" href="${at(page + 1)}">${words.after}</a>`}</p>`;
  return { html: layout(visit, { title, main, back: DESK_HOME }) };
}

type UnderWay = NonNullable<Awaited<ReturnType<SignedVisit["world"]["house"]["seeUnderWay"]["read"]>>>;

function week({ lang, link, today }: SignedVisit, { lines, more }: UnderWay): Html {
  const words = deskWords[lang];
  const { on, hour, what, room, who } = words.columns;
  return html`<h2 id="under-way">${words.underWay}</h2>
<table class="waits soon" aria-labelledby="under-way">
<thead class="ds-sr-only"><tr>${[on, hour, what, room, who].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
${[...Map.groupBy(lines, (line) => line.on)].map(
  ([day, ofDay]) =>
    html`<tbody>${ofDay.map(
      (line, index) =>
        html`<tr>${index === 0 && html`<th scope="rowgroup" rowspan="${String(ofDay.length)}">${capital(sayShortDay(day, lang, today))}</th>`}<td>${line.from !== null && sayMinute({ time: line.from }, lang)}</td><td>${line.to === null ? line.what[lang] : html`<a href="${href(link(line.to))}">${line.what[lang]}</a>`}</td><td>${line.room}</td><td>${line.who}</td></tr>`,
    )}</tbody>`,
)}</table>${more && html`<p class="small">${words.moreUnderWay}</p>`}`;
}

function groupOf({ dueOn, putOffUntil, ofOthers }: Line, today: Day): Group {
  if (putOffUntil !== null) return "putOff";
  if (dueOn !== null && dueOn < today) return "late";
  if (ofOthers) return "others";
  if (dueOn === null) return "open";
  if (dueOn === today) return "today";
  return dueOn <= endOfWeek(today) ? "week" : "later";
}

/** Its Sunday. */
const endOfWeek = (day: Day) => addDays(mondayOf(day), 6);

/** Of one kind in a group; the others are one press away, so that many of one kind hide no other. */
const OF_KIND = 3;

/** In a part of the first page, where that has more. */
const IN_PART = 10;

function waits(visit: SignedVisit, lines: readonly Line[], whole?: { readonly ofKind: number }): Html {
  const { lang, link, today } = visit;
  const words = deskWords[lang];
  const apart = !whole && lines.some((line) => !isAlone(line));
  const groups = Map.groupBy(lines, (line) =>
    apart && isAlone(line) && line.putOffUntil === null ? "alone" : groupOf(line, today),
  );
  // The second link of a line is named by the first one too.
  const ids = new Map(lines.map((line, at) => [line, `l${String(at)}`]));
  return html`<table class="waits"><caption class="ds-sr-only">${words.caption}</caption>
<thead class="ds-sr-only"><tr><th scope="col">${words.what}</th><th scope="col">${words.why}</th><th scope="col">${words.when}</th><th scope="col">${words.arranged}</th></tr></thead>
${PARTS.map((group) => {
  const theirs = (groups.get(group) ?? []).toSorted(byDay);
  const kinds = [...Map.groupBy(theirs, ({ key }) => key)].map(([key, all]) => ({
    key,
    all,
    more: all.splice(whole?.ofKind ?? OF_KIND),
  }));
  const ofKinds = new Set(kinds.flatMap(({ all }) => all));
  const listed = theirs.filter((line) => ofKinds.has(line));
  const isLong = !whole && listed.length > IN_PART;
  const shown = isLong ? listed.slice(0, IN_PART) : listed;
  const further = isLong
    ? [{ to: group === "alone" ? { seul: "oui" } : { quand: group }, said: words.rest(theirs.length - shown.length) }]
    : kinds.flatMap(({ key, all, more }) =>
        more.length > 0 ? { to: { quoi: key }, said: words.further(all[0]!.verb[lang], more.length) } : [],
      );
  return (
    theirs.length > 0 &&
    html`<tbody><tr class="grp"><th colspan="4" scope="rowgroup">${words[group]} <span class="n">${String(theirs.length)}</span></th></tr>${shown.map((line) => row(visit, line, ids.get(line)!))}${further.map(({ to, said }) => html`<tr><th scope="row"><a href="${href(link(DESK.to({}, to)))}">${said}</a></th><td colspan="3"></td></tr>`)}</tbody>`
  );
})}</table>`;
}

/** By the day that the line says, the longest waiting first where it says none; of one day, what few others can do comes first. */
function byDay(a: Line, b: Line): number {
  const [one, other] = [a, b].map(({ putOffUntil, dueOn, since }) => putOffUntil ?? dueOn ?? since);
  return one === other ? a.holders - b.holders : one! < other! ? -1 : 1;
}

function row(visit: SignedVisit, line: Line, id: string): Html {
  const { lang, link, today } = visit;
  const { verb, about, why, to, givenTo, remindedOn, arranged } = line;
  const words = deskWords[lang];
  const said = html`${givenTo && html`${words.given(givenTo)} `}${remindedOn && html`${words.reminded(sayShortDay(remindedOn, lang, today))} `}${why?.[lang]}`;
  return html`<tr><th scope="row"><a id="${id}" href="${href(link(comingFrom(hereOf(visit), to)))}">${verb[lang]}${about && html` <b>${about[lang]}</b>`}</a></th><td>${said}</td><td>${whenOf(line, lang, today)}</td><td>${arranged && html`<a id="${id}-" aria-labelledby="${id}- ${id}" href="${href(link(waitingLineAt.to({ line: line.id })))}">${words.arrange}</a>`}</td></tr>`;
}

function whenOf({ since, dueOn, late, putOffUntil }: Line, lang: SignedVisit["lang"], today: Day): Html | string {
  const words = deskWords[lang];
  if (putOffUntil !== null) return words.putOffTo(sayShortDay(putOffUntil, lang, today));
  const waited = dayNumber(today) - dayNumber(since);
  if (dueOn === null) return waited > 0 ? words.since(waited) : "";
  if (dueOn === today) return words.dueToday;
  const day = sayShortDay(dueOn, lang, today);
  return late ? html`<span class="late">${words.lateBy(dayNumber(today) - dayNumber(dueOn))}</span>` : day;
}
