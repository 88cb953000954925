/** All invoices and credits, latest first; the open and late ones by due day; found by a number or a name. */
import { dayNumber } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { button, table, textField } from "../../../page/form.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { day, money, office } from "../../charges/pages/parts.ts";
import { findInvoices, listInvoices, type ListedInvoice } from "../views.ts";
import { invoice, invoices } from "./routes.ts";
import { invoiceWords } from "./words.ts";

const SHOWN = { a_payer: "open", retard: "late", avoirs: "credits" } as const;
const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/;

export const invoicesPage: Page = {
  name: "finances-factures",
  path: invoices.path,
  who: "see the accounts",
  view: (visit) => ((visit.query.q ?? "") === "" ? listed(visit) : found(visit, visit.query.q!.slice(0, 100))),
};

async function listed(visit: Visit): Promise<PageResult> {
  const { lang, query } = visit;
  const words = invoiceWords(lang);
  const key = query.voir ?? "";
  const which = key in SHOWN ? SHOWN[key as keyof typeof SHOWN] : "all";
  const [, on, id] = AFTER.exec(query.apres ?? "") ?? [];
  const seen = await see(visit, listInvoices, { which, ...(on && id && { after: { on, id } }) });
  if (!seen) return { notFound: true };
  const { next } = seen;
  const more =
    next && visit.link(invoices.to({}, { ...(which !== "all" && { voir: key }), apres: `${next.on}_${next.id}` }));
  const main = html`${searchForm(visit, "")}
${filters(visit, which)}
${seen.invoices.length === 0 ? html`<p>${words.none}</p>` : list(visit, seen.invoices)}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.next}</a></p>`}`;
  return office(visit, { title: words.title, main, here: "invoices", back: "/finances" });
}

async function found(visit: Visit, text: string): Promise<PageResult> {
  const words = invoiceWords(visit.lang);
  const seen = await see(visit, findInvoices, { text });
  if (!seen) return { notFound: true };
  const main = html`${searchForm(visit, text)}
${filters(visit, undefined)}
${seen.invoices.length === 0 ? html`<p>${words.noneFound(text)}</p>` : list(visit, seen.invoices)}
${seen.more && html`<p>${words.more}</p>`}`;
  return office(visit, { title: words.title, main, back: invoices.to() });
}

function searchForm(visit: Visit, value: string): Html {
  const { lang } = visit;
  const words = invoiceWords(lang);
  const field = textField({ name: "q", label: words.find, value, size: 24, errors: [], lang });
  return html`<form method="get" action="${href(visit.link(invoices.to()))}" class="stack filters" role="search">
${field}<div class="actions">${button(words.findGo, { variant: "secondary" })}</div></form>`;
}

function filters(visit: Visit, here: string | undefined): Html {
  const words = invoiceWords(visit.lang);
  const keys = [["", "all"], ...Object.entries(SHOWN)] as const;
  const links = keys.map(([voir, which]) => {
    const to = invoices.to({}, voir === "" ? {} : { voir });
    const mark = which === here && html` aria-current="page"`;
    return html`<li><a href="${href(visit.link(to))}"${mark}>${words.which[which as "all"]}</a></li>`;
  });
  return html`<nav class="office-nav" aria-label="${words.filters}"><ul>${links}</ul></nav>`;
}

function list(visit: Visit, all: readonly ListedInvoice[]): Html {
  const { lang } = visit;
  const words = invoiceWords(lang);
  return table({
    id: "invoices",
    caption: words.caption,
    head: [words.number, words.who, words.issued, words.due, words.amount, words.left],
    rows: all.map((one) => [
      html`<a class="ds-link exact" href="${href(visit.link(invoice.to({ number: one.number })))}">${one.number}</a>`,
      one.name ?? words.unnamed,
      day(one.issuedOn, lang),
      one.dueOn === null ? words.credit : html`${day(one.dueOn, lang)}${aged(visit, one)}`,
      one.kind === "credit" ? `−${money(one.gross, lang)}` : money(one.gross, lang),
      one.balance === null ? "" : money(Math.max(0, one.balance), lang),
    ]),
    numeric: [4, 5],
    stacks: true,
  });
}

/** How long it has been late, or that it is suspended. */
function aged({ lang, today }: Visit, { dueOn, balance, suspended }: ListedInvoice): Html | false {
  const words = invoiceWords(lang);
  if (balance === null || balance <= 0 || dueOn === null) return false;
  if (suspended) return html` <span class="ds-tag" data-color="info">${words.suspended}</span>`;
  const days = dayNumber(today) - dayNumber(dueOn);
  return days > 0 && html` <span class="ds-tag" data-color="warning">${words.late(days)}</span>`;
}
