/** One declaration: every value with its copy beside that of the year before, what to do before the deposit, and what stands behind a cell. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMinutes, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { places } from "../../../contracts/pages/places.ts";
import { charge as chargeRoute } from "../../../billing/charges/pages/parts.ts";
import { invoice as invoiceRoute } from "../../../billing/invoices/pages/routes.ts";
import { readTogether, see } from "../../../page/acting.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { SEES_PERSONS, toPerson } from "../../../page/person-link.ts";
import { seeBpf, seeBpfCell } from "../views.ts";
import { type Frame, frameTitle, isReady, isUnsaid, leftOut, rowLabel, type Row, type Seen, yearIn } from "./parts.ts";
import { bpfRoutes } from "./routes.ts";
import { bpfSheet, XLSX } from "./sheet.ts";
import { bpfWords } from "./words.ts";

export const bpfPage: Page = {
  name: "finances-bilan",
  path: bpfRoutes.year.path,
  who: "see the accounts",
  view: (page) =>
    readTogether(page, async (visit) => {
      const year = yearIn(visit.params);
      const seen = year === undefined ? undefined : await see(visit, seeBpf, { year });
      if (!seen) return { notFound: true };
      const { lang, query } = visit;
      const { one: words, done } = bpfWords[lang];
      const told = query.fait === "saisi" ? done.saisi : query.fait === "depose" ? done.depose : undefined;
      const main = html`${told !== undefined && html`<p class="ds-alert" data-color="success">${told}</p>`}
${standing(visit, seen)}
${toDo(visit, seen)}
${ways(visit, seen)}
<h2>${words.A}</h2>${identity(visit, seen)}
<h2>${words.B}</h2>${accountingYear(visit, seen)}
<p>${words.counts}</p>
<p>${words.beforeIs[seen.beforeIs](seen.year - 1)}</p>
${seen.frames.map((frame, nth) => frameTable(visit, seen, frame, nth))}
<h2>${words.H}</h2><p>${words.hSays}</p>
<details class="ds-details"><summary>${words.how}</summary><div><p>${words.hows}</p></div></details>
${seen.deposits.length > 0 && versions(visit, seen)}`;
      const lead = words.lead(seen.from, seen.to);
      const title = words.title(seen.year);
      return { html: layout(visit, { title, lead, main, back: bpfRoutes.years.to(), scripts: ["copy"] }) };
    }),
};

function standing({ lang, link }: Visit, { year, over, dueOn, countedIn, deposits, inputHash }: Seen): Html {
  const words = bpfWords[lang].one;
  const [last] = deposits;
  if (last) {
    const to = bpfRoutes.deposited.to({ year: String(year), version: String(last.version) });
    return html`<p>${words.deposited(last.depositedOn, last.receipt)} <a class="ds-link" href="${href(link(to))}">${words.asDeposited}</a></p>
${last.inputHash !== inputHash && html`<p class="ds-alert" data-color="warning">${words.changed}</p>`}`;
  }
  if (countedIn !== null) return html`<p class="ds-alert" data-color="info">${words.countedIn(countedIn)}</p>`;
  return html`<p>${over ? dueOn !== null && words.due(dueOn) : words.notOver}</p>`;
}

function toDo(visit: Visit, seen: Seen): Html {
  const { lang, link } = visit;
  const words = bpfWords[lang].one;
  const { entry, carried, lacking, teachers, unknown, undeposited, findings } = seen;
  const isDeposited = seen.deposits[0]?.inputHash === seen.inputHash;
  const unsaid = entry === null ? [] : teachers.filter((one) => one.as === null);
  const first = [
    ...undeposited.map((year) => html`${words.undeposited(year)}`),
    ...(entry === null ? [html`${words.enterFirst}`] : []),
    ...(unsaid.length > 0 ? [html`${words.unsaid(unsaid.map(({ name }) => name).join(", "))}`] : []),
    ...(lacking.length > 0
      ? [
          html`${words.lacking(lacking.length)}<ul>${lacking.map(
            (one) =>
              html`<li><a class="ds-link" href="${href(link(places.contract.to({ dossier: one.dossier })))}">${one.name}</a> <span class="small unbroken">${one.number}</span> : ${one.why[lang]}</li>`,
          )}</ul>`,
        ]
      : []),
    ...(unknown.length > 0 && !isDeposited ? [html`${words.unknown}${leftOut(visit, unknown)}`] : []),
  ];
  const look = [
    ...findings.map((one) => one[lang]),
    ...(carried.people > 0 ? [words.carried(carried.people, sayMinutes(carried.minutes, lang))] : []),
    ...(unknown.length > 0 && isDeposited ? [html`${words.unknownDeposited}${leftOut(visit, unknown)}`] : []),
  ];
  return html`${first.length > 0 && html`<h2>${words.toDo}</h2><ul class="facts">${first.map((one) => html`<li>${one}</li>`)}</ul>`}
${look.length > 0 && html`<h2>${words.findings}</h2><ul class="facts">${look.map((one) => html`<li>${one}</li>`)}</ul>`}`;
}

function ways({ lang, link, actor }: Visit, seen: Seen): Html {
  const { year, entry } = seen;
  const words = bpfWords[lang].one;
  const at = { year: String(year) };
  const keeps = may(actor, "keep the accounts");
  return html`<div class="actions">${keeps && linkButton(link(bpfRoutes.enter.to(at)), entry ? words.change : words.enter, entry ? "secondary" : undefined)}
${keeps && isReady(seen) && linkButton(link(bpfRoutes.deposit.to(at)), words.deposit)}
${linkButton(link(bpfRoutes.xlsx.to(at)), words.xlsx, "secondary")}</div>`;
}

/** A value that a script gives a button to copy. */
function copied({ lang }: Visit, value: string, what: string): Html {
  const words = bpfWords[lang];
  return html`<span class="exact" data-copy="${words.copy}" data-copied="${words.copied}" data-copy-what="${what}">${value}</span>`;
}

function identity(visit: Visit, { identity: school, entry }: Seen): Html {
  const { lang } = visit;
  const { one: words } = bpfWords[lang];
  const { identity: labels } = words;
  const exact = (value: string | null | undefined, what: string) =>
    value === null || value === undefined || value === "" ? words.missing : copied(visit, value, what);
  return summaryList(
    [
      { key: labels.activity, value: exact(school.activity, labels.activity) },
      { key: labels.siret, value: exact(school.siret, labels.siret) },
      { key: labels.naf, value: exact(entry?.naf, labels.naf) },
      { key: labels.name, value: school.name || words.missing },
      { key: labels.address, value: school.address.join(", ") || words.missing },
      { key: labels.publicBody, value: entry === null ? words.missing : entry.publicBody ? words.yes : words.no },
    ],
    lang,
  );
}

function accountingYear({ lang }: Visit, { from, to, entry }: Seen): Html {
  const { one: words } = bpfWords[lang];
  return summaryList(
    [
      { key: words.identity.from, value: sayDay(from, lang) },
      { key: words.identity.to, value: sayDay(to, lang) },
      { key: words.identity.distance, value: entry === null ? words.missing : entry.distance ? words.yes : words.no },
    ],
    lang,
  );
}

function frameTable(visit: Visit, seen: Seen, frame: Frame, nth: number): Html {
  const { lang, link } = visit;
  const words = bpfWords[lang];
  const { year } = seen;
  const title = frameTitle(frame, lang);
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? words.none : sayNumber(value, lang);
  const named = (row: Row) => {
    const label = html`${row.mark !== "" && html`<strong>${row.mark}</strong> `}${rowLabel(row, lang)}`;
    if (row.cell === null || row.values.every((value) => value === 0)) return label;
    const to = bpfRoutes.cell.to({ year: String(year), cell: row.cell });
    return html`<a class="ds-link" href="${href(link(to))}">${label}</a>`;
  };
  const what = (row: Row, unit: Frame["units"][number]) => `${rowLabel(row, lang)}, ${words.units[unit]}`;
  const unsaid = isUnsaid(frame, seen);
  const isZero = ({ cell, values, before }: Row) =>
    cell !== null && [...values, ...(before ?? [])].every((value) => value === 0);
  const zero = unsaid ? [] : frame.rows.filter(isZero);
  const rows = zero.length > 1 ? frame.rows.filter((row) => !isZero(row)) : frame.rows;
  return html`${table({
    id: `frame-${nth}`,
    caption: html`<h2>${title}</h2>`,
    stacks: true,
    head: [
      words.label,
      ...frame.units.flatMap((unit) => [year, year - 1].map((of) => words.one.now(words.units[unit], of))),
    ],
    rows: rows.map((row) => [
      named(row),
      ...frame.units.flatMap((unit, at) => [
        unsaid || row.values[at] === null || row.values[at] === undefined
          ? words.one.missing
          : row.values[at] === 0
            ? say(0)
            : copied(visit, say(row.values[at]), what(row, unit)),
        say(row.before?.[at]),
      ]),
    ]),
    numeric: frame.units.flatMap((_, at) => [1 + 2 * at, 2 + 2 * at]),
  })}${zero.length > 1 && html`<details class="small"><summary>${words.one.zeros(zero.length)}<span class="ds-sr-only"> ${title}</span></summary><div><ul>${zero.map((row) => html`<li>${named(row)}</li>`)}</ul></div></details>`}`;
}

function versions({ lang, link }: Visit, { year, deposits }: Seen): Html {
  const words = bpfWords[lang].one;
  return table({
    id: "deposits",
    caption: words.versions,
    stacks: true,
    head: [words.version, words.day, words.receipt, words.input, words.frozen],
    rows: deposits.map(({ version, depositedOn, receipt, inputHash, frozenHash }) => [
      html`<a class="ds-link" href="${href(link(bpfRoutes.deposited.to({ year: String(year), version: String(version) })))}">${words.versionOf(version)}</a>`,
      sayDay(depositedOn, lang),
      receipt,
      html`<span class="fingerprint">${inputHash}</span>`,
      html`<span class="fingerprint">${frozenHash}</span>`,
    ]),
  });
}

export const bpfXlsxPage: Page = {
  name: "finances-bilan-xlsx",
  path: bpfRoutes.xlsx.path,
  who: "see the accounts",
  view: (page) =>
    readTogether(page, async (visit) => {
      const year = yearIn(visit.params);
      const seen = year === undefined ? undefined : await see(visit, seeBpf, { year });
      if (!seen) return { notFound: true };
      const { lang } = visit;
      return {
        file: await bpfSheet(seen, lang),
        type: XLSX,
        name: `${bpfWords[lang].sheet}-${String(seen.year)}.xlsx`,
      };
    }),
};

export const bpfCellPage: Page = {
  name: "finances-bilan-case",
  path: bpfRoutes.cell.path,
  who: "see the accounts",
  view: (page) =>
    readTogether(page, async (visit) => {
      const { params, lang } = visit;
      const year = yearIn(params);
      const cell = params.cell ?? "";
      const known = year !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(cell);
      const seen = known ? await see(visit, seeBpfCell, { year, cell }) : undefined;
      if (!seen || year === undefined) return { notFound: true };
      const { cell: words, frames } = bpfWords[lang];
      const title = words.title([seen.mark, rowLabel(seen, lang)].filter((one) => one !== "").join(" "), year);
      const empty = seen.documents.length + seen.people.length + seen.teachers.length === 0;
      const main = html`${empty && html`<p>${words.nothing}</p>`}
${seen.documents.length > 0 && documents(visit, seen)}
${seen.people.length > 0 && people(visit, seen)}
${seen.teachers.length > 0 && teachers(visit, seen)}`;
      const back = bpfRoutes.year.to({ year: String(year) });
      return { html: layout(visit, { title, lead: frames[seen.frame], main, back }) };
    }),
};

type InCell = NonNullable<Awaited<ReturnType<typeof seeBpfCell.read>>>;

function documents(visit: Visit, { documents: all }: InCell): Html {
  const { lang, link } = visit;
  const { cell: words, none } = bpfWords[lang];
  const sum = (of: (one: InCell["documents"][number]) => number) =>
    sayMoney(
      all.reduce((total, one) => total + of(one), 0),
      lang,
    );
  const named = ({ invoice, charge, number, kind }: InCell["documents"][number]) => {
    const to =
      invoice !== null
        ? invoiceRoute.to({ number: invoice })
        : charge !== null
          ? chargeRoute.to({ charge })
          : undefined;
    const said = number === "" ? words.kinds[kind] : number;
    return html`${to === undefined ? said : html`<a class="ds-link" href="${href(link(to))}">${said}</a>`}${number !== "" && html`<br><span class="small">${words.kinds[kind]}</span>`}`;
  };
  const total = sum(({ cents }) => cents);
  return html`<p>${words.total} : <strong>${total}</strong></p>
${table({
  id: "documents",
  caption: words.documents,
  stacks: true,
  head: [words.document, words.whose, words.period, words.amount, words.comesTo, words.declared, words.cents],
  rows: all.map((one) => [
    named(one),
    `${one.name} ${one.called}`,
    one.period
      ? words.between(one.period.from, one.period.to)
      : one.on === null
        ? none
        : one.kind === "accrued"
          ? words.until(one.on)
          : sayDay(one.on, lang),
    one.amount === null ? none : sayMoney(one.amount, lang),
    sayMoney(one.comesTo, lang),
    sayMoney(one.declared, lang),
    sayMoney(one.cents, lang),
  ]),
  numeric: [3, 4, 5, 6],
})}`;
}

function people(visit: Visit, { people: all }: InCell): Html {
  const { lang, link, actor } = visit;
  const { cell: words } = bpfWords[lang];
  const sees = may(actor, SEES_PERSONS);
  return html`<p>${words.counted(all.length)}</p>
${table({
  id: "people",
  caption: words.people,
  stacks: true,
  head: [words.person, words.hours],
  rows: all.map(({ name, number, dossier, minutes }) => {
    const called = html`${name} <span class="small unbroken">${number}</span>`;
    return [
      sees ? html`<a class="ds-link" href="${href(link(toPerson(visit, dossier)))}">${called}</a>` : called,
      sayMinutes(minutes, lang),
    ];
  }),
  numeric: [1],
})}`;
}

function teachers({ lang }: Visit, { teachers: all }: InCell): Html {
  const { cell: words } = bpfWords[lang];
  return table({
    id: "trainers",
    caption: words.people,
    stacks: true,
    head: [words.person, words.taught],
    rows: all.map(({ name, minutes }) => [name, sayMinutes(minutes, lang)]),
    numeric: [1],
  });
}
