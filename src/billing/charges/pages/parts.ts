/** The parts shared by the office's pages of money: navigation, and amounts and days as typed and shown. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay, sayMoney } from "../../../kit/lang.ts";
import { checkboxes, type FieldError, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { PageResult, Visit } from "../../../page/page.ts";
import type { Framed } from "../../../page/declared.ts";
import type { Field } from "../../../page/field.ts";
import { route } from "../../../page/route.ts";
import { tooMuch } from "../forms.ts";
import { decimalOf, readAmount } from "../../rules/bank-amount.ts";
import { moneyWords } from "./words.ts";

type Part =
  | "owed"
  | "ages"
  | "reminders"
  | "toGiveBack"
  | "payers"
  | "invoices"
  | "toInvoice"
  | "bank"
  | "cheques"
  | "entries"
  | "export";

/** The routes of a charge and its acts, each a page of its own. */
export const charge = route("/finances/frais/:charge");
/** A payer of the register. */
export const payer = route("/finances/payeurs/:payer");
/** A debtor's account; its colon would be hard to read in an address. */
export const debtorAt = route("/finances/comptes/:debtor");
export function toDebtor(debtor: string): string {
  return debtorAt.to({ debtor: debtor.replace(":", "-") });
}
export const mine = route("/compte/paiements");
export const bank = route("/finances/banque");
export const cheques = route("/finances/cheques");

/** Behind each door of the menu, its pages: those of one door lead to one another. */
const DOORS: readonly (readonly (readonly [Part, string])[])[] = [
  [
    ["owed", "/finances"],
    ["ages", "/finances/anciennete"],
    ["reminders", "/finances/relances"],
    ["toGiveBack", "/finances?voir=a-rendre"],
    ["payers", "/finances/payeurs"],
  ],
  [
    ["invoices", "/finances/factures"],
    ["toInvoice", "/finances/a-facturer"],
  ],
  [
    ["bank", bank.to()],
    ["cheques", cheques.to()],
  ],
  [
    ["entries", "/finances/ecritures"],
    ["export", "/finances/export"],
  ],
];

/** There, those who keep the accounts issue and send. */
const KEPT: readonly Part[] = ["toInvoice", "reminders", "payers"];

type Shown = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly main: Html;
  readonly back?: string;
  readonly here?: Part;
  readonly errors?: readonly FieldError[];
};

/** A page of the office, with its navigation under the heading. */
export function office(visit: Visit, { title, lead, main, back = "/compte", here, errors = [] }: Shown): PageResult {
  const body = html`<h1>${title}</h1>
${waysHtml(visit, here)}
${lead !== undefined && html`<p>${lead}</p>`}
${main}`;
  const page = layout(visit, { title, main: body, error: errors.length > 0, back });
  return { html: page, status: errors.length > 0 ? 422 : 200 };
}

/** The same frame around a declared form. */
export function officeFrame(
  visit: Visit,
  { title, lead, main, back, summary, told, error }: Framed,
  here?: Part,
): Html {
  const body = html`<h1>${title}</h1>
${waysHtml(visit, here)}
${lead !== undefined && html`<p>${lead}</p>`}
${summary}${told}
${main}`;
  return layout(visit, { title, main: body, error, ...(back !== undefined && { back }) });
}

function waysHtml(visit: Visit, here?: Part): Html | false {
  const door = DOORS.find((parts) => parts.some(([part]) => part === here));
  if (!door) return false;
  const { nav } = moneyWords(visit.lang);
  const open = door.filter(([part]) => !KEPT.includes(part) || may(visit.actor, "keep the accounts"));
  const ways = open.map(([part, to]) => {
    const mark = part === here && html` aria-current="page"`;
    return html`<li><a href="${href(visit.link(to))}"${mark}>${nav[part]}</a></li>`;
  });
  return html`<nav class="office-nav" aria-label="${nav.label}"><ul>${ways}</ul></nav>`;
}

export function money(cents: number, lang: Lang): string {
  return sayMoney(cents, lang);
}

export function day(date: string, lang: Lang): string {
  return sayDay(date, lang);
}

/** Cents as a field shows them: « 160,00 », "160.00". */
function typedMoney(cents: number, lang: Lang): string {
  return (cents / 100).toFixed(2).replace(".", lang === "fr" ? "," : ".");
}

/** Positive cents; undefined for anything else. */
function readCents(text: string): number | undefined {
  const cents = readAmount(text, decimalOf([text]));
  return cents !== undefined && cents > 0 ? cents : undefined;
}

type Amount<O> = {
  readonly lang: Lang;
  readonly most?: number;
  /** A label that itself says euros. */
  readonly label?: string;
  readonly size?: number;
  readonly optional?: O;
};

/** A field of euros, parsed to cents, at most `most`; an empty `optional` field is undefined. */
export function amount<O extends true | undefined = undefined>(
  asked: Amount<O>,
): Field<O extends true ? number | undefined : number> {
  const { lang, most, label, size = 10, optional } = asked;
  const words = moneyWords(lang).form;
  const suffix = label === undefined && { suffix: "€" };
  const field: Field<number> = {
    label: label ?? words.amount,
    read: (typed, name) => {
      const cents = readCents(textOf(typed, name));
      if (cents === undefined) return { fault: words.amountFault };
      const above = most !== undefined && most > 0 && cents > most;
      return above ? { fault: tooMuch(name, most).message(lang) } : { value: cents };
    },
    write: (cents, name) => ({ [name]: typedMoney(cents, lang) }),
    print: ({ name, typed, errors }) => {
      const control = { name, label: label ?? words.amount, value: typed.get(name), size, ...suffix };
      return textField({ ...control, inputmode: "decimal", errors, lang });
    },
    say: money,
  };
  const read: Field<number | undefined>["read"] = (typed, name) =>
    optional && textOf(typed, name) === "" ? { value: undefined } : field.read(typed, name, lang);
  // Only an optional field may have no value.
  return { ...field, read } as unknown as Field<O extends true ? number | undefined : number>;
}

/** That it is another than the one which came before: shown for a possible duplicate alone, and kept once ticked. */
export function againField(legend: string, label: string): Field<true | undefined> {
  return {
    label: legend,
    read: (typed, name) => ({ value: typed.get(name) === "oui" || undefined }),
    write: (value, name) => ({ [name]: value ? "oui" : "" }),
    print: ({ name, typed, errors, lang }) => {
      const asked = typed.get(name) !== "" || errors.some(({ field }) => field === name);
      const options = [{ value: "oui", label }];
      return html`${asked && checkboxes({ name, legend, options, values: typed.all(name), errors, lang })}`;
    },
    say: () => label,
  };
}
