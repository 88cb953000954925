/** A declaration as it was deposited: its frames, its receipt, its fingerprint, and what it counted of each document. */
import { charge as chargeRoute } from "../../../billing/charges/pages/parts.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { summaryList, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { seeBpfDeposit } from "../views.ts";
import { type Frame, frameTitle, leftOut, type Row, rowLabel, yearIn } from "./parts.ts";
import { bpfRoutes } from "./routes.ts";
import { bpfWords } from "./words.ts";

type Deposited = NonNullable<Awaited<ReturnType<typeof seeBpfDeposit.read>>>;

export const bpfDepositPage: Page = {
  name: "finances-bilan-depose",
  path: bpfRoutes.deposited.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, params } = visit;
    const year = yearIn(params);
    const version = /^[1-9][0-9]{0,3}$/.test(params.version ?? "") ? Number(params.version) : undefined;
    const seen = year && version ? await see(visit, seeBpfDeposit, { year, version }) : undefined;
    if (!seen) return { notFound: true };
    const words = bpfWords[lang].deposited;
    const main = html`${seen.version < seen.last && html`<p class="ds-alert" data-color="warning">${words.replaced(seen.last)}</p>`}
${facts(visit, seen)}
${seen.leftOut.length > 0 && html`<h2>${words.leftOut}</h2>${leftOut(visit, seen.leftOut)}`}
${seen.frames.map((frame, nth) => frameTable(visit, seen.year, frame, nth))}
${documents(visit, seen)}`;
    const title = words.title(seen.year, seen.version);
    const back = bpfRoutes.year.to({ year: String(seen.year) });
    return { html: layout(visit, { title, lead: words.lead, main, back }) };
  },
};

function facts({ lang }: Visit, { from, to, depositedOn, receipt, by, inputHash, frozenHash }: Deposited): Html {
  const { deposited: words, one, cell } = bpfWords[lang];
  return summaryList(
    [
      { key: words.days, value: cell.between(from, to) },
      { key: one.day, value: sayDay(depositedOn, lang) },
      { key: one.receipt, value: receipt },
      { key: words.by, value: by },
      { key: one.frozen, value: html`<span class="fingerprint">${frozenHash}</span>` },
      { key: one.input, value: html`<span class="fingerprint">${inputHash}</span>` },
    ],
    lang,
  );
}

function frameTable({ lang }: Visit, year: number, frame: Frame, nth: number): Html {
  const words = bpfWords[lang];
  const title = frameTitle(frame, lang);
  const label = (row: Row) => html`${row.mark !== "" && html`<strong>${row.mark}</strong> `}${rowLabel(row, lang)}`;
  const zero = frame.rows.filter(({ cell, values }) => cell !== null && values.every((value) => value === 0));
  const rows = zero.length > 1 ? frame.rows.filter((row) => !zero.includes(row)) : frame.rows;
  return html`${table({
    id: `frame-${nth}`,
    caption: html`<h2>${title}</h2>`,
    stacks: true,
    head: [words.label, ...frame.units.map((unit) => words.one.now(words.units[unit], year))],
    rows: rows.map((row) => [
      label(row),
      ...frame.units.map((_, at) => {
        const value = row.values[at];
        return value === null || value === undefined ? words.none : sayNumber(value, lang);
      }),
    ]),
    numeric: frame.units.map((_, at) => at + 1),
  })}${zero.length > 1 && html`<details class="small"><summary>${words.one.zeros(zero.length)}<span class="ds-sr-only"> ${title}</span></summary><div><ul>${zero.map((row) => html`<li>${label(row)}</li>`)}</ul></div></details>`}`;
}

function documents({ lang, link }: Visit, { documents: all }: Deposited): Html {
  const { deposited: words, cell, line, none } = bpfWords[lang];
  if (all.length === 0) return html`<h2>${cell.documents}</h2><p>${words.noDocuments}</p>`;
  const total = sayMoney(
    all.reduce((sum, { cents }) => sum + cents, 0),
    lang,
  );
  return html`${table({
    id: "documents",
    caption: html`<h2>${cell.documents}</h2>`,
    stacks: true,
    head: [cell.document, line, words.source, words.cents],
    rows: all.map(({ number, kind, charge, line: of, source, cents }) => {
      const said = number === "" ? cell.kinds[kind] : number;
      const to =
        charge === null ? said : html`<a class="ds-link" href="${href(link(chargeRoute.to({ charge })))}">${said}</a>`;
      return [
        html`${to}${number !== "" && html`<br><span class="small">${cell.kinds[kind]}</span>`}`,
        of === "" ? none : of,
        source?.[lang] ?? words.fees,
        sayMoney(cents, lang),
      ];
    }),
    numeric: [3],
  })}<p>${cell.total} : <strong>${total}</strong></p>`;
}
