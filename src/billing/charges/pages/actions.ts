/** What is done to a charge by hand, each a page of its own. */
import { type Html, html } from "../../../kit/html.ts";
import { readyReasons } from "../../../law/establishment.ts";
import { act } from "../../../web/acting.ts";
import { checkboxes, textField } from "../../../web/form.ts";
import { type DateParts, partsOf } from "../../../web/form-values.ts";
import type { Page, Visit } from "../../../web/page.ts";
import { dropOnlineRefund, refundOnline } from "../../refunds/acts.ts";
import { refundable } from "../../rules/charge-state.ts";
import { askCharge, recordPayment, refundCharge, reversePayment, reverseWaiver, waiveCharge } from "../acts.ts";
import { tooMuch } from "../forms.ts";
import type { SeenCharge } from "../views.ts";
import { actionPage, dayField, daysOf, meansField, reasonField, type Typed } from "./action.ts";
import { amountField, day, money, type Sent, typedMoney } from "./parts.ts";
import { moneyWords } from "./words.ts";

const PAID = ["cash", "transfer"] as const;
const GIVEN = ["transfer", "cheque", "online", "cash"] as const;

/** Cents, and beside the field that they are more than can be; with whatever else is at fault. */
function amountUpTo(sent: Sent, most: number): number {
  const amount = sent.amount("amount");
  if (amount > most && most > 0) sent.add([tooMuch("amount", most)]);
  return amount;
}

function chosen<M extends string>(visit: Visit, sent: Sent, means: readonly M[]): M | undefined {
  const found = means.find((one) => one === sent.text("means"));
  if (!found) sent.errors.push({ field: "means", message: moneyWords(visit.lang).form.meansFault });
  return found;
}

const reasonOf = (visit: Visit, sent: Sent) => sent.needed("reason", moneyWords(visit.lang).form.reasonFault);

export const recordPage = actionPage({
  name: "finances-paiement",
  path: "/finances/frais/:charge/paiement",
  words: "record",
  begin: ({ state }, { lang }) => (state.balance > 0 ? { amount: typedMoney(state.balance, lang) } : undefined),
  fields: (visit, typed, sent) => html`${amountField(visit, "amount", typed.amount, sent.errors)}
${dayField(visit, typed.day, sent)}
${meansField(visit, typed.means, sent, PAID)}
${textField({ name: "note", label: moneyWords(visit.lang).form.note, value: typed.note, optional: true, errors: sent.errors, lang: visit.lang })}`,
  read: (visit, sent, { charge, state }) => {
    const { lang } = visit;
    const words = moneyWords(lang);
    const amount = sent.amount("amount");
    const paidOn = sent.day("day");
    const means = chosen(visit, sent, PAID);
    if (sent.errors.length > 0 || !means) return undefined;
    const note = sent.text("note");
    const input = { charge: charge.id, amount, paidOn, means, ...(note !== "" && { note }) };
    const left = Math.max(0, state.balance);
    return {
      perform: async () => daysOf(await act(visit, recordPayment, input, { sent: sent.form })),
      check:
        amount <= left
          ? undefined
          : {
              why: words.form.tooMuchPaid(money(left, lang), money(amount - left, lang)),
              rows: [
                { key: words.charge.amount, value: money(amount, lang) },
                { key: words.charge.day, value: day(paidOn, lang) },
              ],
            },
    };
  },
});

const refundForm = actionPage({
  name: "finances-remboursement",
  path: "/finances/frais/:charge/remboursement",
  words: "refund",
  begin: ({ state }, { lang }) => {
    const most = refundable(state);
    if (most === 0) return undefined;
    return { amount: typedMoney(state.balance < 0 ? Math.min(most, -state.balance) : most, lang) };
  },
  fields: (visit, typed, sent, seen) => html`${amountField(visit, "amount", typed.amount, sent.errors)}
${dayField(visit, typed.day, sent)}
${meansField(visit, typed.means, sent, GIVEN)}
${insteadField(visit, sent, seen)}
${reasonField(visit, typed.reason, sent, { sentOut: true, suggestions: readyRefund(visit, seen) })}`,
  read: (visit, sent, { charge, state }) => {
    const amount = amountUpTo(sent, refundable(state));
    const refundedOn = sent.day("day");
    const means = chosen(visit, sent, GIVEN);
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0 || !means) return undefined;
    const input = { charge: charge.id, amount, refundedOn, means, reason, ...insteadOf(sent) };
    return { perform: async () => daysOf(await act(visit, refundCharge, input, { sent: sent.form })) };
  },
});

/** Refunds online that failed, one of which this may be made for: where none is ticked, the one of its very amount. */
function insteadField(visit: Visit, sent: Sent, { failed }: SeenCharge): Html | false {
  const { lang } = visit;
  if (failed.length === 0) return false;
  const words = moneyWords(lang).form;
  const options = failed.map(({ refund, amount }) => ({ value: refund, label: words.insteadOf(money(amount, lang)) }));
  return checkboxes({
    name: "instead",
    legend: words.instead,
    hint: words.insteadHint,
    optional: true,
    options,
    values: sent.form.all("instead"),
    errors: sent.errors,
    lang,
  });
}

function insteadOf(sent: Sent): { insteadOf?: string[] } {
  const ticked = sent.form.all("instead").map((one) => one.slice(0, 36));
  return ticked.length > 0 ? { insteadOf: ticked } : {};
}

/** The button that gives up a refund online first, which then is made here by hand. */
export const DROP = "drop";

export const refundPage: Page = {
  ...refundForm,
  submit: async (visit, sent) => {
    if (sent.get("do") !== DROP) return refundForm.submit!(visit, sent);
    const outcome = await act(visit, dropOnlineRefund, { refund: sent.get("refund").slice(0, 36) }, { sent });
    // Where it could not be given up, the charge says how far it is.
    return { redirect: visit.link(outcome.kind === "done" ? visit.path : `/finances/frais/${visit.params.charge}`) };
  },
};

/** The school’s sentences, in the language in which whoever is given the money back reads them. */
function readyRefund({ school, lang }: Visit, { language }: SeenCharge): string[] {
  return readyReasons(school, "refund", language ?? lang);
}

/** By the provider that took it, to what it was paid with. */
export const giveBackPage = actionPage({
  name: "finances-rendre",
  path: "/finances/frais/:charge/rendre/:payment",
  words: "giveBack",
  begin: (seen, visit) => {
    const { payments } = visit.world;
    const given = payments?.(visit.school.establishment) && givableOf(seen, visit);
    return given && { amount: typedMoney(given.amount, visit.lang) };
  },
  fields: (visit, typed, sent, seen) => html`${amountField(visit, "amount", typed.amount, sent.errors)}
${insteadField(visit, sent, seen)}
${reasonField(visit, typed.reason, sent, { sentOut: true, suggestions: readyRefund(visit, seen) })}`,
  read: (visit, sent, seen) => {
    const given = givableOf(seen, visit);
    if (!given) return "gone";
    const amount = amountUpTo(sent, given.amount);
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0) return undefined;
    const input = { payment: given.payment, amount, reason, ...insteadOf(sent) };
    return { perform: () => act(visit, refundOnline, input, { sent: sent.form }) };
  },
});

function givableOf({ givable }: SeenCharge, { params }: Visit) {
  return givable.find(({ payment }) => payment === params.payment);
}

export const waivePage = actionPage({
  name: "finances-exoneration",
  path: "/finances/frais/:charge/exoneration",
  words: "waive",
  begin: ({ state }, { lang }) => {
    const most = state.total - state.waived;
    return most > 0 ? { amount: typedMoney(most, lang) } : undefined;
  },
  fields: (visit, typed, sent) =>
    html`${amountField(visit, "amount", typed.amount, sent.errors)}${reasonField(visit, typed.reason, sent, { suggestions: readyReasons(visit.school, "waiver", visit.lang) })}`,
  read: (visit, sent, { charge, state }) => {
    const { lang } = visit;
    const words = moneyWords(lang);
    const amount = amountUpTo(sent, state.total - state.waived);
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0) return undefined;
    const left = state.balance - amount;
    return {
      perform: () => act(visit, waiveCharge, { charge: charge.id, amount, reason }, { sent: sent.form }),
      check: {
        rows: [
          { key: words.charge.waived, value: money(amount, lang) },
          { key: words.form.reason, value: reason },
          { key: left < 0 ? words.form.thenBack : words.form.thenLeft, value: money(Math.abs(left), lang) },
        ],
      },
    };
  },
});

export const reversePage = actionPage({
  name: "finances-annuler",
  path: "/finances/frais/:charge/annuler/:payment",
  words: "reverse",
  title: (seen, visit) => moneyWords(visit.lang).reverse.title(paymentOf(seen, visit)?.number ?? ""),
  begin: (seen, visit) => {
    const payment = paymentOf(seen, visit);
    return payment && !payment.reversed ? {} : undefined;
  },
  fields: (visit, typed: Typed, sent) => reasonField(visit, typed.reason, sent),
  read: (visit, sent, seen) => {
    const payment = paymentOf(seen, visit);
    if (!payment) return "gone";
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0) return undefined;
    return { perform: () => act(visit, reversePayment, { payment: payment.id, reason }, { sent: sent.form }) };
  },
});

function paymentOf({ history }: SeenCharge, { params }: Visit) {
  return history.payments.find(({ id }) => id === params.payment);
}

export const unwaivePage = actionPage({
  name: "finances-annuler-exoneration",
  path: "/finances/frais/:charge/exoneration/:waiver",
  words: "unwaive",
  title: (seen, visit) => moneyWords(visit.lang).unwaive.title(money(waiverOf(seen, visit)?.amount ?? 0, visit.lang)),
  begin: (seen, visit) => {
    const waiver = waiverOf(seen, visit);
    return waiver && !waiver.reversed ? {} : undefined;
  },
  fields: (visit, typed, sent) => reasonField(visit, typed.reason, sent),
  read: (visit, sent, seen) => {
    const waiver = waiverOf(seen, visit);
    if (!waiver) return "gone";
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0) return undefined;
    return { perform: () => act(visit, reverseWaiver, { waiver: waiver.id, reason }, { sent: sent.form }) };
  },
});

function waiverOf({ history }: SeenCharge, { params }: Visit) {
  return history.waivers.find(({ id }) => id === params.waiver);
}

/** What was suspended, asked for by a day that leaves time to pay. */
export const askPage = actionPage({
  name: "finances-demander",
  path: "/finances/frais/:charge/demander",
  words: "ask",
  begin: ({ state, charge }, { today }) =>
    // Once the first day has passed, another is for whoever asks to say.
    state.suspended ? { day: charge.dueOn >= today ? partsOf(charge.dueOn) : NO_DAY } : undefined,
  fields: (visit, typed, sent) => html`${dayField(visit, typed.day, sent, moneyWords(visit.lang).ask.day)}
${reasonField(visit, typed.reason, sent, { sentOut: true })}`,
  read: (visit, sent, { charge, state }) => {
    if (!state.suspended) return "gone";
    const dueOn = sent.day("day");
    const reason = reasonOf(visit, sent);
    if (sent.errors.length > 0) return undefined;
    const input = { charge: charge.id, dueOn, reason };
    return { perform: async () => daysOf(await act(visit, askCharge, input, { sent: sent.form })) };
  },
});

const NO_DAY: DateParts = { day: "", month: "", year: "" };
