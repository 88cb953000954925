/** Invoices and credits: the school's, found and filtered; one of them with what became of it; one's own. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { DaySchema } from "../charges/forms.ts";
import { chargeHistory } from "../charges/movements/store.ts";
import { returnedFrom, servedBy } from "../charges/served.ts";
import { findState } from "../charges/states/store.ts";
import * as output from "./output.ts";
import {
  creditsOf,
  debtorOf,
  findInvoice,
  idNumbered,
  issuedTo,
  latestInvoices,
  openInvoices,
  soughtInvoices,
} from "./store.ts";

export type { ListedInvoice } from "./store.ts";

const PAGE = 50;
export const Numbered = Type.String({ pattern: "^[A-Z]{1,10}-\\d{4}-\\d{5}$", maxLength: 21 });
const After = Type.Object({ on: DaySchema, id: Id }, closed);

export const listInvoices = defineView({
  name: "listInvoices",
  label: { fr: "Voir les factures et les avoirs", en: "See the invoices and credits" },
  who: "see the accounts",
  form: Type.Object({ which: oneOf("all", "open", "late", "credits"), after: Type.Optional(After) }, closed),
  output: output.listInvoices,
  async read({ tx, today, input: { which, after } }) {
    const page = { after, limit: PAGE + 1 };
    const found =
      which === "all" || which === "credits"
        ? await latestInvoices(tx, which, page)
        : await openInvoices(tx, which === "late" ? today : undefined, page);
    const invoices = found.slice(0, PAGE);
    const last = invoices.at(-1);
    return { invoices, next: found.length > PAGE && last ? { on: last.on, id: last.id } : null };
  },
});

export const findInvoices = defineView({
  name: "findInvoices",
  label: { fr: "Chercher une facture", en: "Find an invoice" },
  who: "see the accounts",
  form: Type.Object({ text: Type.String({ maxLength: 200 }) }, closed),
  output: output.findInvoices,
  async read({ tx, input: { text } }) {
    const plain = text.trim().toUpperCase();
    const parts = text.split(/[\s,;.]+/u).filter((one) => /\p{L}/u.test(one));
    const sought = /^[A-Z]{1,10}-\d/.test(plain) ? { number: plain } : { parts: parts.slice(0, 8) };
    const found = "parts" in sought && parts.join("").length < 2 ? [] : await soughtInvoices(tx, sought, PAGE + 1);
    return { invoices: found.slice(0, PAGE), more: found.length > PAGE };
  },
});

export const seeInvoice = defineView({
  name: "seeInvoice",
  label: { fr: "Voir une facture", en: "See an invoice" },
  who: "see the accounts",
  form: Type.Object({ number: Numbered }, closed),
  output: output.seeInvoice,
  read: ({ tx, input: { number } }) => wholeInvoice(tx, number),
});

export type SeenInvoice = NonNullable<Awaited<ReturnType<typeof wholeInvoice>>>;

export async function wholeInvoice(tx: Performing<unknown>["tx"], number: string) {
  const id = await idNumbered(tx, number);
  const invoice = id === undefined ? undefined : await findInvoice(tx, id);
  if (!invoice) return undefined;
  const { charge, kind, gross, credited, document, fingerprint, parts } = invoice;
  const [state, history, credits, debtor] = [
    await findState(tx, charge),
    await chargeHistory(tx, charge),
    await creditsOf(tx, invoice.id),
    await debtorOf(tx, charge),
  ];
  const payments = history.payments
    .filter(({ reversed }) => !reversed)
    .map((one) => ({ number: one.number, amount: one.amount, paidOn: one.paidOn, means: one.means }));
  return {
    id: invoice.id,
    kind,
    charge,
    debtor,
    document,
    fingerprint,
    credited,
    left: kind === "credit" ? 0 : gross - credited,
    /** Whose each part is, and what may still be credited of it. */
    parts: parts.map(({ about, amount, credited: less }) => ({ about, amount, left: amount - less })),
    credits,
    payments: kind === "credit" ? [] : payments,
    served: kind === "credit" ? [] : await servedBy(tx, charge),
    returned: kind === "credit" ? [] : await returnedFrom(tx, charge),
    balance: kind === "credit" || !state ? null : state.balance,
    dueOn: kind === "credit" || !state ? null : state.dueOn,
  };
}

export const myInvoices = defineView({
  name: "myInvoices",
  label: { fr: "Voir mes factures", en: "See my invoices" },
  who: "pay what one owes",
  form: Type.Object({}, closed),
  output: output.myInvoices,
  async read({ tx, actor }) {
    return { invoices: await issuedTo(tx, actorName(actor)) };
  },
});

export const myInvoice = defineView({
  name: "myInvoice",
  label: { fr: "Voir une de mes factures", en: "See one of my invoices" },
  who: "pay what one owes",
  form: Type.Object({ number: Numbered }, closed),
  output: output.seeInvoice,
  async read({ tx, actor, input: { number } }) {
    const seen = await wholeInvoice(tx, number);
    return seen?.debtor === actorName(actor) ? seen : undefined;
  },
});
