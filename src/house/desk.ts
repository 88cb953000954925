/** «À faire», the first page of staff: what waits for them, by day, over all intakes; then their rooms, with how much waits there. */
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { sayCounted } from "../kit/counted.ts";
import { addDays, type Day, dayNumber } from "../kit/day.ts";
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
import { MOST_WAITING, WAITING_GROUPS } from "../waiting/rules/groups.ts";
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
  further: (what: string, left: number) => [
    `${what}\u00a0: ${left} ${plural(left, "autre", "autres", "fr")}`,
    `${what}: ${left} more`,
  ],
  all: (what: string, all: string) => [`${what}\u00a0: tout voir, ${all}`, `${what}: see all, ${all}`],
  rest: (left: number) => [
    `${left} ${plural(left, "autre", "autres", "fr")} dans cette partie`,
    `${left} more in this part`,
  ],
  allOfPart: (all: string) => [`Tout voir dans cette partie, ${all}`, `See all in this part, ${all}`],
  alone: ["Ce qui n’attend que vous", "What waits for you alone"],
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

type Waiting = NonNullable<Awaited<ReturnType<SignedVisit["world"]["house"]["myWaiting"]["read"]>>>;
type Line = Waiting["lines"][number];
type Group = Line["group"];
/** On the first page, before the groups of days: what few of many lines are, and nobody else can do. */
const PARTS = ["alone", ...WAITING_GROUPS] as const;
type Part = (typeof PARTS)[number];

const DESK = route(DESK_HOME);
const LAST_PAGE = 1_000;

/** Of one kind in a part of the first page; the others are one press away, so that many of one kind hide no other. */
const OF_KIND = 3;
/** In a part of the first page. */
const IN_PART = 10;
/** Of one kind on the page of a part. */
const OF_KIND_IN_PART = 25;

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
  const group = WAITING_GROUPS.find((one) => one === quand);
  const alone = seul === "oui" ? true : seul === "non" ? false : undefined;
  const listing = { ...(group && { group }), ...(alone !== undefined && { alone }) };
  if (key !== undefined) {
    const asked = Number(page) >= 1 ? Math.min(Math.floor(Number(page)), LAST_PAGE) : 1;
    return listed(visit, { ...listing, key, page: asked });
  }
  if (group !== undefined || alone !== undefined) return partOf(visit, listing);
  const [waiting, underWay, entries, figures] = await Promise.all([
    see(visit, world.house.myWaiting, { most: OF_KIND }),
    see(visit, world.house.seeUnderWay, { from: today, until: addDays(today, 6) }),
    fromEach(world.house.workEntries, visit),
    fromEach(world.house.figures, visit),
  ]);
  const inMenu = new Set(world.house.menu.map(({ to }) => to));
  // The menu has its pages on every page; here they stand only where something waits in them.
  const work = entries.filter(({ to, waiting: much }) => much !== undefined || !inMenu.has(to));
  const roles = visit.person.roles.map((role) => sayRole(role, lang)).join(", ");
  const main = html`<div class="title"><h1>${capital(sayWeekday(today, lang))}</h1>
<p class="small">${accountHomeWords[lang].roles(roles)}</p></div>
<div class="cols"><div>
${!waiting || waiting.lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, waiting, { most: IN_PART })}
${underWay && underWay.lines.length > 0 && week(visit, underWay)}
</div>
${
  figures.length + work.length > 0 &&
  html`<aside aria-label="${words.besides}">${figures}${work.length > 0 && html`<h2>${words.rooms}</h2><ul class="rows">${work.map(({ to, label, waiting: much }) => html`<li><a href="${href(visit.link(to))}">${label}</a>${much !== undefined && html`<span class="end">${much}</span>`}</li>`)}</ul>`}</aside>`
}</div>`;
  return { html: layout(visit, { title: words.what, main }) };
}

type Narrowed = { readonly group?: Group; readonly alone?: boolean };

/** A part of the list by itself. */
async function partOf(visit: SignedVisit, listing: Narrowed): Promise<PageResult> {
  const words = deskWords[visit.lang];
  const waiting = await see(visit, visit.world.house.myWaiting, { ...listing, most: OF_KIND_IN_PART });
  const title = listing.group === undefined ? words.alone : words[listing.group];
  const main =
    !waiting || waiting.lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, waiting, { listing });
  return { html: layout(visit, { title, main, back: DESK_HOME }) };
}

/** All of one kind, a page at a time. */
async function listed(
  visit: SignedVisit,
  listing: Narrowed & { readonly key: string; readonly page: number },
): Promise<PageResult> {
  const { lang, link } = visit;
  const words = deskWords[lang];
  const { page } = listing;
  const waiting = await see(visit, visit.world.house.myWaiting, listing);
  const title = waiting?.lines[0]?.verb[lang] ?? words.what;
  const at = (to: number) => href(link(DESK.to({}, { ...queryOf(listing), page: String(to) })));
  const main = html`<h1>${title}</h1>
${!waiting || waiting.lines.length === 0 ? html`<p>${words.nothing}</p>` : waits(visit, waiting, { listing })}
<p class="actions">${page > 1 && html`<a class="ds-link" href="${at(page - 1)}">${words.before}</a>`}${waiting?.more === true && html` <a class="ds-link" href="${at(page + 1)}">${words.after}</a>`}</p>`;
  return { html: layout(visit, { title, main, back: DESK_HOME }) };
}

const queryOf = ({ key, group, alone }: Narrowed & { readonly key?: string }): Record<string, string> => ({
  ...(key !== undefined && { quoi: key }),
  ...(group !== undefined && { quand: group }),
  ...(alone !== undefined && { seul: alone ? "oui" : "non" }),
});

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

type Print = {
  /** On the first page, the most lines of a part. */
  readonly most?: number;
  /** What a page of its own is narrowed to; of one key, all on this page are listed. */
  readonly listing?: Narrowed & { readonly key?: string };
};

function waits(visit: SignedVisit, { lines, counts }: Waiting, { most, listing = {} }: Print): Html {
  const { lang, link } = visit;
  const words = deskWords[lang];
  const say = (count: number) => sayCounted(count, lang, MOST_WAITING);
  const apart = most !== undefined && counts.some(({ alone }) => !alone);
  const partOfLine = ({ group, alone }: { readonly group: Group; readonly alone: boolean }): Part =>
    apart && alone && group !== "putOff" ? "alone" : group;
  const narrowed = (part: Part): Narrowed => {
    if (part === "alone") return { alone: true };
    return { ...listing, group: part, ...(apart && part !== "putOff" && { alone: false }) };
  };
  const parts = Map.groupBy(counts, partOfLine);
  const ofParts = Map.groupBy(lines, partOfLine);
  // The second link of a line is named by the first one too.
  const ids = new Map(lines.map((line, at) => [line, `l${String(at)}`]));
  return html`<table class="waits"><caption class="ds-sr-only">${words.caption}</caption>
<thead class="ds-sr-only"><tr><th scope="col">${words.what}</th><th scope="col">${words.why}</th><th scope="col">${words.when}</th><th scope="col">${words.arranged}</th></tr></thead>
${PARTS.map((part) => {
  const theirs = (ofParts.get(part) ?? []).toSorted(byDay);
  if (theirs.length === 0) return false;
  const kinds = [...Map.groupBy(theirs, ({ key }) => key)].map(([key, all]) => {
    const first = most === undefined ? all : all.toSorted(byDay).slice(0, OF_KIND);
    return { key, first, count: totalOf(parts.get(part)!.filter((one) => one.key === key)) };
  });
  const total = totalOf(parts.get(part)!);
  const all = new Set(kinds.flatMap(({ first }) => first));
  const shown = theirs.filter((line) => all.has(line)).slice(0, most);
  // A kind that is cut has its own link; where the part is cut, one link leads to all of it.
  const further =
    shown.length < all.size
      ? [
          {
            to: queryOf(narrowed(part)),
            said: isExact(total) ? words.rest(total - shown.length) : words.allOfPart(say(total)),
          },
        ]
      : listing.key !== undefined
        ? []
        : kinds.flatMap(({ key, first, count }) =>
            count > first.length
              ? [
                  {
                    to: queryOf({ ...narrowed(part), key }),
                    said: isExact(count)
                      ? words.further(first[0]!.verb[lang], count - first.length)
                      : words.all(first[0]!.verb[lang], say(count)),
                  },
                ]
              : [],
          );
  return html`<tbody><tr class="grp"><th colspan="4" scope="rowgroup">${words[part]} <span class="n">${say(total)}</span></th></tr>${shown.map((line) => row(visit, line, ids.get(line)!))}${further.map(({ to, said }) => html`<tr><th scope="row"><a href="${href(link(DESK.to({}, to)))}">${said}</a></th><td colspan="3"></td></tr>`)}</tbody>`;
})}</table>`;
}

const isExact = (count: number) => count <= MOST_WAITING;
type Counted = { readonly count: number };
/** Each is exact as far as a hundred, and so is their sum. */
const totalOf = (counts: readonly Counted[]) => counts.reduce((sum, { count }) => sum + count, 0);

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
