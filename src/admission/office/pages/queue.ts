/** The queue: each group with its count, the most pressing first; one group, or what a search finds, page by page. */
import { csv } from "../../../kit/csv.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { may } from "../../../people/rules/permissions.ts";
import { see } from "../../../web/acting.ts";
import { linkButton, select, table, textField } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { GROUPS, type Group, isGroup, writeCursor } from "../rules/queue.ts";
import { exportQueue, type Queue, type QueuePart, seeQueue } from "../views.ts";
import { officeWords, sayGroup } from "../words.ts";

type Row = QueuePart["rows"][number];

/** What the address asks for. */
type Asked = {
  readonly intake?: string;
  readonly group?: Group;
  readonly search?: string;
  readonly after?: string;
};

function askedOf({ query }: Visit): Asked {
  const { campagne = "", groupe = "", nom = "", apres = "" } = query;
  return {
    ...(/^[0-9a-f-]{36}$/.test(campagne) && { intake: campagne }),
    ...(isGroup(groupe) && { group: groupe }),
    ...(nom.trim() !== "" && { search: nom.trim().slice(0, 100) }),
    ...(apres !== "" && { after: apres.slice(0, 60) }),
  };
}

/** The same place with something else asked. */
function addressOf(visit: Visit, { intake, group, search, after }: Asked, page = "/dossiers"): string {
  const query = new URLSearchParams({
    ...(intake && { campagne: intake }),
    ...(group && { groupe: group }),
    ...(search && { nom: search }),
    ...(after && { apres: after }),
  });
  return `${visit.link(page)}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

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
        : body(visit, queue, { ...asked, intake: queue.intake });
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
};

function body(visit: Visit, queue: Queue, asked: Asked): Html {
  const words = officeWords(visit.lang).queue;
  const total = Object.values(queue.counts).reduce((sum, count) => sum + count, 0);
  const filtered = asked.group !== undefined || asked.search !== undefined;
  const last = queue.parts.at(-1)?.rows.at(-1);
  const next = queue.more && last && addressOf(visit, { ...asked, after: writeCursor(last) });
  const { after: _, ...view } = asked;
  const enters = may(visit.actor, "handle the dossiers");
  return html`${filters(visit, queue, asked)}
<p>${words.total(total)}</p>
${queue.parts.map((part) => partOf(visit, queue, part, asked))}
${!filtered && queue.parts.length === 0 && html`<p>${words.none}</p>`}
<div class="actions">${next && linkButton(next, words.more)}${filtered && linkButton(addressOf(visit, { intake: queue.intake }), words.clear, "secondary")}${linkButton(addressOf(visit, view, "/dossiers/export"), words.csv, "secondary")}${enters && linkButton(visit.link(`/${visit.law.diploma.diploma}/saisir`), words.enter, "secondary")}</div>`;
}

/** A form that asks, and changes nothing: what it asks stands in the address. */
function filters(visit: Visit, { intakes, counts }: Queue, asked: Asked): Html {
  const { lang } = visit;
  const words = officeWords(lang).queue;
  const groups = GROUPS.map((group) => ({ value: group, label: `${sayGroup(group, lang)} (${counts[group] ?? 0})` }));
  const choose = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    value: string,
    empty: string,
  ) => select({ name, label, options, value, empty, errors: [], lang });
  const many = intakes.length > 1;
  const intake = many
    ? choose(
        "campagne",
        words.intake,
        intakes.map(({ id, label }) => ({ value: id, label: label[lang] })),
        asked.intake ?? "",
        "–",
      )
    : html`<input type="hidden" name="campagne" value="${asked.intake ?? ""}">`;
  return html`<form method="get" action="${href(visit.link("/dossiers"))}" class="stack filters" role="search" aria-label="${words.filters}">
<div class="fields">${textField({ name: "nom", label: words.search, hint: words.searchHint, value: asked.search ?? "", errors: [], lang })}
${choose("groupe", words.group, groups, asked.group ?? "", words.all)}${intake}</div>
<div class="actions"><button class="ds-button" type="submit" data-variant="secondary">${words.go}</button></div>
</form>`;
}

function partOf(visit: Visit, { counts, now }: Queue, { group, rows }: QueuePart, asked: Asked): Html {
  const { lang } = visit;
  const words = officeWords(lang);
  const count = group === undefined ? rows.length : (counts[group] ?? 0);
  const { search } = asked;
  const found = search !== undefined;
  const heading = found
    ? words.queue.found(search)
    : group === undefined
      ? words.queue.all
      : `${sayGroup(group, lang)} (${count})`;
  const shown =
    rows.length === 0
      ? html`<p>${found ? words.queue.noneFound : words.queue.none}</p>`
      : rowsOf(visit, rows, now, group, group === undefined || found ? words.queue.caption : words.groupsWhy[group]);
  const rest = asked.group === undefined && !found && group !== undefined && count > rows.length;
  return html`<section class="group" aria-labelledby="group-${group ?? "all"}-title">
<h2 id="group-${group ?? "all"}-title">${heading}</h2>
${shown}
${rest && html`<p><a class="ds-link" href="${href(addressOf(visit, { ...asked, group }))}">${words.queue.seeAll(count)}<span class="ds-sr-only"> – ${sayGroup(group, lang)}</span></a></p>`}
</section>`;
}

function rowsOf(visit: Visit, rows: readonly Row[], now: Date, group: Group | undefined, caption: string): Html {
  const { lang, school } = visit;
  const words = officeWords(lang);
  const day = (at: Date | null) => (at ? sayDay(dayIn(at, school.timezone), lang) : "–");
  const waits = group === "complement" || (group === undefined && rows.some(({ dueOn }) => dueOn !== null));
  const today = dayIn(now, school.timezone);
  const due = ({ dueOn }: Row): string | Html =>
    dueOn === null
      ? "–"
      : dueOn < today
        ? html`${sayDay(dueOn, lang)} <span class="ds-tag" data-color="warning">${words.queue.overdue}</span>`
        : sayDay(dueOn, lang);
  return table({
    id: `group-${group ?? "all"}`,
    caption,
    head: [
      words.queue.name,
      words.queue.number,
      ...(group === undefined ? [words.queue.state] : []),
      words.queue.since,
      words.queue.submitted,
      ...(waits ? [words.queue.due] : []),
    ],
    rows: rows.map((row) => [
      nameOf(visit, row),
      row.number,
      ...(group === undefined ? [sayGroup(row.group, lang)] : []),
      day(row.changedAt),
      day(row.submittedAt),
      ...(waits ? [due(row)] : []),
    ]),
  });
}

function nameOf({ link, lang }: Visit, { id, name, entered }: Row): Html {
  const words = officeWords(lang);
  return html`<a class="ds-link" href="${href(link(`/dossiers/${id}`))}">${name ?? words.queue.unnamed}</a>${entered !== "online" && html` <span class="ds-tag" data-color="neutral">${words.entered[entered]}</span>`}`;
}

/** The view on screen as a French spreadsheet opens it. */
export const queueExport: Page = {
  name: "dossiers-export",
  path: "/dossiers/export",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const { lang, school } = visit;
    const { intake, group, search } = askedOf(visit);
    const input = { ...(group && { group }), ...(search && { search }) };
    const found = intake && (await see(visit, exportQueue, { intake, ...input }));
    if (!found) return { notFound: true };
    const words = officeWords(lang);
    const head = words.csv;
    const day = (at: Date | null) => (at ? writtenDay(dayIn(at, school.timezone), lang) : "");
    const rows = found.rows.map((row) => [
      row.number,
      row.name ?? "",
      sayGroup(row.group, lang),
      day(row.submittedAt),
      day(row.changedAt),
      row.dueOn === null ? "" : writtenDay(row.dueOn, lang),
      words.entered[row.entered],
      day(row.startedAt),
    ]);
    const titles = [
      head.number,
      head.name,
      head.group,
      head.submitted,
      head.since,
      head.due,
      head.entered,
      head.started,
    ];
    return { file: csv([titles, ...rows]), type: "text/csv; charset=utf-8", name: `dossiers-${visit.today}.csv` };
  },
};

/** As a spreadsheet of the language takes it for a day. */
function writtenDay(day: string, lang: Lang): string {
  return lang === "fr" ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day;
}
