/** The queue: all groups with counts, most urgent first; or one group or a search, page by page. */
import { csv } from "../../kit/csv.ts";
import { sayCounted } from "../../kit/counted.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayEuros } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import { button, form, linkButton, select, table, textField } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import {
  AGES,
  FEES,
  type Group,
  GROUPS,
  isAcross,
  isGroup,
  isOver,
  MOST_IN_GROUP,
  OUTCOMES,
  type Sort,
  writeCursor,
} from "../rules/queue.ts";
import { exportQueue, type Queue, type QueuePart, seeQueue } from "../views.ts";
import { addressOf, type Asked, askedOf, inList, OFFICERS } from "./list.ts";
import { TOGETHER, togetherPage } from "./together.ts";
import { togetherWords } from "../together-words.ts";
import { intakesApart } from "../../intake/apart.ts";
import { sayFor } from "../absences/words.ts";
import { officeWords, sayGroup, sayStanding } from "../words.ts";

type Row = QueuePart["rows"][number];

export const queuePage: Page = {
  name: "dossiers",
  path: "/dossiers",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const asked = askedOf(visit);
    const queue = await see(visit, seeQueue, asked);
    if (!queue) return { notFound: true };
    const words = officeWords(visit.lang).queue;
    const main =
      queue.intakes.length === 0
        ? html`<p>${words.noIntake}</p><div class="actions">${linkButton(visit.link("/campagnes"), words.toIntakes)}</div>`
        : body(visit, queue, asked);
    return { html: layout(visit, { title: words.title, main }) };
  },
};

function body(visit: Visit, queue: Queue, asked: Asked): Html {
  const words = officeWords(visit.lang).queue;
  const counts = Object.entries(queue.counts).filter(([group]) => isGroup(group) && !isAcross(group));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const isMore = counts.some(([, count]) => count > MOST_IN_GROUP);
  const filtered = isFiltered(asked);
  const last = queue.parts.at(-1)?.rows.at(-1);
  const next = queue.more && last && addressOf(visit, { ...asked, after: writeCursor(last) });
  const { after, ...view } = asked;
  const first = after !== undefined && addressOf(visit, view);
  const diploma = queue.intakes.find(({ id }) => id === queue.intake)?.diploma ?? visit.law.diploma.diploma;
  const enters = may(visit.actor, "handle the dossiers");
  const choosable = isChoosable(visit, queue);
  const parts = html`${queue.parts.map((part, at) => partOf(visit, queue, part, { asked, choosable, below: at > 0 }))}`;
  return html`${filters(visit, queue, { asked, diploma })}
<p class="list-line">${tags(visit, queue, asked)} ${!filtered && html`<span>${!isMore && html`${words.total(total)}. `}<a class="ds-link" href="${href(addressOf(visit, { ...asked, sort: "age" }))}">${words.whole}</a></span>`} ${enters && html`<a class="ds-link" href="${href(visit.link(`/${diploma}/saisir`))}">${words.enter}</a>`}</p>
${choosable ? chosenFrom(visit, queue, asked, parts) : parts}
${!filtered && total === 0 && html`<p>${words.none}</p>`}
${!filtered && over(visit, queue, asked)}
<div class="actions">${next && linkButton(next, words.more)}${first && linkButton(first, words.first, "secondary")}${filtered && linkButton(addressOf(visit, { intake: queue.intake }), words.clear, "secondary")}${linkButton(addressOf(visit, { ...view, intake: queue.intake }, "/dossiers/export"), words.csv, "secondary")}</div>`;
}

/** Groups where nothing is to do, counted, a link each. */
function over(visit: Visit, { counts }: Queue, asked: Asked): Html | false {
  const { lang } = visit;
  const some = GROUPS.flatMap((group) => {
    const count = isOver(group) ? (counts[group] ?? 0) : 0;
    return count > 0 ? [{ group, count }] : [];
  });
  return (
    some.length > 0 &&
    html`<h2>${officeWords(lang).queue.over}</h2>
<ul>${some.map(({ group, count }) => html`<li><a class="ds-link" href="${href(addressOf(visit, { ...asked, group }))}">${sayCountedGroup(group, count, lang)}</a></li>`)}</ul>`
  );
}

/** When filtered, only the requested group is counted. */
function isFiltered({ intake: _intake, after: _after, ...asked }: Asked): boolean {
  return Object.values(asked).some((one) => one !== undefined);
}

/** Each filter in force, as a link to the list without it. */
function tags(visit: Visit, { colleagues }: Queue, asked: Asked): Html {
  const { lang } = visit;
  const words = officeWords(lang).queue;
  const { group, search, officer, door, eligibility, fee, age } = asked;
  const { after: _after, ...list } = asked;
  const officerSaid = () =>
    officer === "mine"
      ? words.mine
      : officer === "nobody"
        ? words.nobody
        : (colleagues.find(({ account }) => account === officer)?.name ?? "–");
  const inForce: readonly (readonly [keyof Asked, string])[] = [
    ...(search ? [["search", `«\u00a0${search}\u00a0»`] as const] : []),
    ...(group ? [["group", sayGroup(group, lang)] as const] : []),
    ...(officer ? [["officer", `${words.officer}\u00a0: ${officerSaid()}`] as const] : []),
    ...(door ? [["door", `${words.door} ${door}`] as const] : []),
    ...(eligibility ? [["eligibility", words.outcomes[eligibility]] as const] : []),
    ...(fee ? [["fee", `${words.fee} ${words.fees[fee]}`] as const] : []),
    ...(age ? [["age", words.ageOf(age)] as const] : []),
  ];
  const without = (key: keyof Asked) =>
    addressOf(visit, Object.fromEntries(Object.entries(list).filter(([name]) => name !== key)));
  return html`${inForce.map(([key, said]) => html`<a class="ds-tag" data-color="neutral" href="${href(without(key))}">${said}<span aria-hidden="true"> ×</span><span class="ds-sr-only">, ${words.remove}</span></a>`)} ${inForce.length > 1 && html`<a class="ds-link" href="${href(addressOf(visit, { ...(asked.intake && { intake: asked.intake }) }))}">${words.clear}</a>`}`;
}

function sayCountedGroup(group: Group, count: number, lang: Lang): string {
  return `${sayGroup(group, lang)} (${sayCounted(count, lang, MOST_IN_GROUP)})`;
}

/** A GET form: the filters are in the URL. */
function filters(
  visit: Visit,
  { intakes, intake: shown, counts, colleagues }: Queue,
  { asked, diploma }: { readonly asked: Asked; readonly diploma: string },
): Html {
  const { lang } = visit;
  const words = officeWords(lang).queue;
  const groups = GROUPS.map((group) => ({
    value: group,
    label: isFiltered(asked) ? sayGroup(group, lang) : sayCountedGroup(group, counts[group] ?? 0, lang),
  }));
  const choose = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    value: string,
    empty: string,
  ) => select({ name, label, options, value, empty, errors: [], lang });
  const officers = [
    { value: "moi", label: words.mine },
    { value: "personne", label: words.nobody },
    ...colleagues
      .filter(({ account }) => account !== visit.person?.account)
      .map(({ account, name }) => ({ value: account, label: name })),
  ];
  const officer = asked.officer === undefined ? "" : (OFFICERS[asked.officer] ?? asked.officer);
  const many = intakes.length > 1;
  const intake = many
    ? choose(
        "campagne",
        words.intake,
        intakesApart(intakes, visit.school.timezone).map(({ id, label }) => ({ value: id, label: label[lang] })),
        shown,
        "–",
      )
    : html`<input type="hidden" name="campagne" value="${shown}">`;
  const doors = visit.world.law(visit.school.establishment, diploma, { on: visit.today })?.diploma.doors ?? [];
  const said = <K extends string>(all: readonly K[], labels: Readonly<Record<K, string>>) =>
    all.map((value) => ({ value, label: labels[value] }));
  const ages = AGES.map((days) => ({ value: String(days), label: words.ageOf(days) }));
  const sort = html`${asked.sort && html`<input type="hidden" name="tri" value="${asked.sort}">`}${asked.desc && html`<input type="hidden" name="sens" value="desc">`}`;
  return html`<form method="get" action="${href(visit.link("/dossiers"))}" class="filters" role="search" aria-label="${words.filters}">
<div class="fields">${textField({ name: "nom", label: words.search, value: asked.search ?? "", errors: [], lang })}
${choose("groupe", words.group, groups, asked.group ?? "", words.all)}${choose("instructeur", words.officer, officers, officer, words.anybody)}
${choose(
  "voie",
  words.door,
  doors.map(({ door }) => ({ value: door, label: door })),
  asked.door ?? "",
  words.any,
)}${choose("recevabilite", words.eligibility, said(OUTCOMES, words.outcomes), asked.eligibility ?? "", words.any)}${choose("frais", words.fee, said(FEES, words.fees), asked.fee ?? "", words.anybody)}${choose("age", words.age, ages, asked.age === undefined ? "" : String(asked.age), words.anybody)}${intake}${sort}
<button class="ds-button" type="submit" data-variant="secondary">${words.go}</button></div>
</form>`;
}

function partOf(visit: Visit, queue: Queue, { group, rows }: QueuePart, listed: Listed): Html {
  const { asked } = listed;
  const { lang } = visit;
  const words = officeWords(lang);
  const count = group && queue.counts[group];
  const { search } = asked;
  const isSearch = search !== undefined;
  const heading = isSearch
    ? words.queue.found(search)
    : group === undefined
      ? words.queue.all
      : count === undefined
        ? sayGroup(group, lang)
        : sayCountedGroup(group, count, lang);
  const { name, number, door, eligibility, submitted } = words.queue;
  const heads = { name, number, door, eligibility, age: submitted };
  const why = asked.sort
    ? words.queue.sortedBy(heads[asked.sort])
    : group === undefined || isSearch
      ? words.queue.caption
      : words.groupsWhy[group];
  const shown =
    rows.length === 0
      ? html`<p>${isSearch ? words.queue.noneFound : words.queue.none}</p>`
      : rowsOf(visit, queue, { group, rows }, { ...listed, caption: heading });
  const rest = !isFiltered(asked) && group !== undefined && count !== undefined && count > rows.length;
  return html`<section class="group">
<div class="title"><h2>${heading}</h2>${rows.length > 0 && html`<p class="small">${why}</p>`}</div>
${shown}
${rest && html`<p><a class="ds-link" href="${href(addressOf(visit, { ...asked, group }))}">${words.queue.seeAll(count)}<span class="ds-sr-only"> – ${sayGroup(group, lang)}</span></a></p>`}
</section>`;
}

/** Acts on those ticked, of whichever group; the next page shows first what will be done, and for whom it cannot be. */
function chosenFrom(visit: Visit, { parts }: Queue, asked: Asked, shown: Html): Html {
  const words = togetherWords[visit.lang];
  const asks = parts.some(({ group }) => group !== "entering");
  const where = html`<span class="ds-sr-only"> – ${words.with}</span>`;
  const take = button(html`${words.take}${where}`, { name: "what", value: TOGETHER.take, variant: "secondary" });
  const ask = button(html`${words.ask}${where}`, { name: "what", value: TOGETHER.ask, variant: "secondary" });
  const all =
    asked.group !== undefined &&
    html`<a class="ds-link" href="${href(`${addressOf(visit, asked)}&cocher=tout`)}">${words.all}</a>`;
  const choosing = html`${shown}<p class="small with-chosen">${words.with}${visit.lang === "fr" ? "\u00a0:" : ":"} ${all}</p><div class="actions">${take}${asks && ask}</div>`;
  return form(visit, choosing, { action: visit.link(togetherPage.path) });
}

/** `below`: another group stands above, whose columns have their heads. */
type Listed = { readonly asked: Asked; readonly choosable: boolean; readonly below: boolean };
type Listing = Listed & { readonly caption: string };

function rowsOf(
  visit: Visit,
  { now, colleagues, returned, fees }: Queue,
  { group, rows }: QueuePart,
  { caption, asked, choosable, below }: Listing,
): Html {
  const { lang, school } = visit;
  const words = officeWords(lang);
  const day = (at: Date | null) => (at ? writtenDay(dayIn(at, school.timezone), lang) : "–");
  const waits = group === "complement" || (group === undefined && rows.some(({ dueOn }) => dueOn !== null));
  const stands = group === undefined || isAcross(group);
  const looked = rows.some(({ parts }) => parts > 0);
  const names = new Map(colleagues.map(({ account, name }) => [account, name]));
  const officerOf = ({ officer }: Row) => {
    const name = officer === null ? "–" : (names.get(officer) ?? words.dossier.left);
    return asked.officer === "mine" && officer !== visit.person?.account ? sayFor(name, lang) : name;
  };
  const today = dayIn(now, school.timezone);
  // When all groups are shown, each is a list of its own.
  const to = inList({ ...asked, ...(group && { group }) }, now.getTime());
  const back = new Set(returned);
  const due = ({ dueOn }: Row): string | Html =>
    dueOn === null
      ? "–"
      : dueOn < today
        ? html`${writtenDay(dueOn, lang)} <span class="ds-tag" data-color="warning">${words.queue.overdue}</span>`
        : writtenDay(dueOn, lang);
  // A column that the groups above have not says in each cell what it is.
  const own = (head: string, value: string | Html) =>
    below ? html`<span class="muted" aria-hidden="true">${head} </span>${value}` : value;
  const balances = new Map(fees.map(({ dossier, balance }) => [dossier, balance]));
  const fee = ({ id }: Row) => {
    const balance = balances.get(id);
    if (balance === undefined) return "–";
    return balance > 0 ? words.queue.owed(sayEuros(balance, lang)) : words.queue.paid;
  };
  const outcome = ({ eligibility }: Row) =>
    (words.queue.outcomes as Readonly<Record<string, string>>)[eligibility] ?? "–";
  const columns: readonly {
    readonly head: string;
    readonly cell: (row: Row) => string | Html;
    readonly sort?: Sort | "since";
    readonly bare?: boolean;
  }[] = [
    {
      head: words.queue.name,
      sort: "name",
      cell: (row) => nameOf(visit, row, { choosable, returned: back.has(row.id), to: to(row) }),
    },
    { head: words.queue.number, sort: "number", bare: true, cell: (row) => row.number },
    { head: words.queue.door, sort: "door", bare: true, cell: ({ door }) => door || "–" },
    { head: words.queue.eligibility, sort: "eligibility", bare: true, cell: outcome },
    { head: words.queue.fee, bare: true, cell: fee },
    { head: words.queue.submitted, sort: "age", cell: (row) => day(row.submittedAt) },
    { head: words.queue.since, sort: "since", cell: (row) => day(row.at) },
    { head: words.queue.officer, cell: officerOf },
    // Columns of some groups only come last, so that the others align.
    ...(stands ? [{ head: words.queue.state, bare: true, cell: (row: Row) => sayStanding(row.standing, lang) }] : []),
    ...(looked
      ? [
          {
            head: words.queue.seen,
            cell: (row: Row) =>
              row.parts === 0 ? "–" : own(words.queue.seen, words.queue.seenOf(row.seen, row.parts)),
          },
        ]
      : []),
    ...(waits ? [{ head: words.queue.due, cell: (row: Row) => own(words.queue.due, due(row)) }] : []),
  ];
  const by = asked.sort ?? "since";
  const at = columns.findIndex(({ sort }) => sort === by);
  const flat = isFiltered(asked);
  const list = table({
    id: `group-${group ?? "all"}`,
    caption,
    stacks: true,
    // A way in, an outcome, a state say by themselves what they are.
    labels: columns.map(({ head, sort, bare }) => (bare === true || sort === "name" ? undefined : head)),
    head: columns.map(({ head, sort }) => (flat && sort ? sorter(visit, { head, sort, by }, asked) : head)),
    sorted: flat ? { column: at, desc: asked.desc === true } : undefined,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  });
  return below ? html`<div class="headless">${list}</div>` : list;
}

/** Pressed again, the other way round. */
function sorter(
  visit: Visit,
  { head, sort, by }: { readonly head: string; readonly sort: Sort | "since"; readonly by: string },
  { after: _after, sort: _sort, desc, ...list }: Asked,
): Html {
  const chosen = sort === by;
  const next = { ...list, ...(sort !== "since" && { sort }), ...(chosen && !desc && { desc: true }) };
  return html`<a href="${href(addressOf(visit, next))}">${head}${chosen && html` <span aria-hidden="true">${desc ? "↓" : "↑"}</span>`}</a>`;
}

/** More than one dossier, in groups with work to do: the page shows others alone. */
function isChoosable({ actor }: Visit, { parts }: Queue): boolean {
  const some = parts.filter(({ group }) => group === undefined || !isOver(group)).flatMap(({ rows }) => rows);
  return may(actor, togetherPage.who!) && some.length > 1;
}

type Naming = { readonly choosable: boolean; readonly returned: boolean; readonly to: string };

function nameOf({ link, lang, query }: Visit, row: Row, { choosable, returned, to }: Naming): Html {
  const { id, name, number, entered } = row;
  const words = officeWords(lang);
  const label = togetherWords[lang].pick(name ?? words.queue.unnamed, number);
  const all = query.cocher === "tout";
  const named = html`<a href="${href(link(to))}">${name ?? words.queue.unnamed}</a>${entered !== "online" && html` <span class="ds-tag" data-color="neutral">${words.entered[entered]}</span>`}${returned && html` <span class="ds-tag" data-color="danger">${words.queue.returned}</span>`}`;
  if (!choosable) return named;
  // The row is weighed fifty times a page: what a style can do needs no element.
  return html`<input class="ds-input" type="checkbox" name="d" value="${id}" aria-label="${label}"${all && html` checked`}>${named}`;
}

/** The current view, as CSV for a French spreadsheet. */
export const queueExport: Page = {
  name: "dossiers-export",
  path: "/dossiers/export",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const { lang, school } = visit;
    const { intake, group, search, officer } = askedOf(visit);
    const input = { ...(group && { group }), ...(search && { search }), ...(officer && { officer }) };
    const exported = intake && (await see(visit, exportQueue, { intake, ...input }));
    if (!exported) return { notFound: true };
    const words = officeWords(lang);
    const head = words.csv;
    const day = (at: Date | null) => (at ? writtenDay(dayIn(at, school.timezone), lang) : "");
    const names = new Map(exported.colleagues.map(({ account, name }) => [account, name]));
    const rows = exported.rows.map((row, index) => [
      row.number,
      row.name ?? "",
      sayStanding(row.standing, lang),
      row.parts === 0 ? "" : String(row.seen),
      row.parts === 0 ? "" : String(row.parts),
      day(row.submittedAt),
      day(row.changedAt),
      row.dueOn === null ? "" : writtenDay(row.dueOn, lang),
      words.entered[row.entered],
      day(row.startedAt),
      row.officer === null ? "" : (names.get(row.officer) ?? words.dossier.left),
      exported.besides[index]!.mail ?? "",
      exported.besides[index]!.phone ?? "",
      exported.besides[index]!.balance,
    ]);
    const titles = [
      head.number,
      head.name,
      head.group,
      head.seen,
      head.parts,
      head.submitted,
      head.since,
      head.due,
      head.entered,
      head.started,
      head.officer,
      head.mail,
      head.phone,
      head.owed,
    ];
    return { file: csv([titles, ...rows]), type: "text/csv; charset=utf-8", name: `dossiers-${visit.today}.csv` };
  },
};

/** As a spreadsheet in that language recognises a date. */
function writtenDay(day: string, lang: Lang): string {
  return lang === "fr" ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day;
}
