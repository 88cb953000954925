/** Beside people, for those who see the accounts: payers by name or SIREN, and an invoice by its number. */
import { may } from "../../../act/permissions.ts";
import { money, toDebtor } from "../../../billing/charges/pages/parts.ts";
import { findDebtors } from "../../../billing/debtors/views.ts";
import { invoice } from "../../../billing/invoices/pages/routes.ts";
import { findInvoices } from "../../../billing/invoices/views.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { sayDay } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";

const WORDS = inBoth({
  payers: ["Payeurs", "Payers"],
  payersCaption: ["Employeurs et financeurs de ce nom ou de ce SIREN", "Employers and funds of this name or SIREN"],
  payersHead: [
    ["Nom", "Reste à payer"],
    ["Name", "Left to pay"],
  ],
  invoices: ["Factures et avoirs", "Invoices and credits"],
  invoicesCaption: ["Pièces de ce numéro, la dernière d’abord", "Documents of this number, the latest first"],
  invoicesHead: [
    ["Numéro", "Nom", "Émise le", "Montant"],
    ["Number", "Name", "Issued on", "Amount"],
  ],
  unnamed: ["Sans nom", "Without a name"],
});

/** The beginning of a number at least: `F-2027-00042`, `f-2027`. */
const NUMBER = /^[a-z]{1,10}-\d{4}/i;

export function seesMoney({ actor }: Visit): boolean {
  return may(actor, "see the accounts");
}

export async function moneyFound(visit: Visit, search: string): Promise<Html | false> {
  if (!seesMoney(visit)) return false;
  return NUMBER.test(search) ? invoicesFound(visit, search) : payersFound(visit, search);
}

async function payersFound(visit: Visit, search: string): Promise<Html | false> {
  const { lang, link } = visit;
  const words = WORDS[lang];
  const found = (await see(visit, findDebtors, { text: search }))?.debtors ?? [];
  const payers = found.filter(({ debtor }) => debtor.startsWith("payer:"));
  if (payers.length === 0) return false;
  const list = table({
    id: "payers",
    caption: words.payersCaption,
    head: words.payersHead,
    rows: payers.map(({ debtor, name, open }) => [
      html`<a class="ds-link" href="${href(link(toDebtor(debtor)))}">${name ?? words.unnamed}</a>`,
      money(open, lang),
    ]),
    numeric: [1],
    stacks: true,
  });
  return html`<section aria-labelledby="payers-title"><h2 id="payers-title">${words.payers}</h2>${list}</section>`;
}

async function invoicesFound(visit: Visit, search: string): Promise<Html | false> {
  const { lang, link } = visit;
  const words = WORDS[lang];
  const found = (await see(visit, findInvoices, { text: search }))?.invoices ?? [];
  if (found.length === 0) return false;
  const list = table({
    id: "invoices",
    caption: words.invoicesCaption,
    head: words.invoicesHead,
    rows: found.map(({ number, name, issuedOn, gross }) => [
      html`<a class="ds-link exact" href="${href(link(invoice.to({ number })))}">${number}</a>`,
      name ?? words.unnamed,
      sayDay(issuedOn, lang),
      money(gross, lang),
    ]),
    numeric: [3],
    stacks: true,
  });
  return html`<section aria-labelledby="invoices-title"><h2 id="invoices-title">${words.invoices}</h2>${list}</section>`;
}
