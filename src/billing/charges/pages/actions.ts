/** The five things done to a charge by hand, each a page of its own: nothing about money happens by one click. */
import type { Outcome } from "../../../act.ts";
import { type Html, html } from "../../../kit/html.ts";
import { readyReasons } from "../../../law/establishment.ts";
import { capital } from "../../../kit/typography.ts";
import { act, see } from "../../../web/acting.ts";
import { button, dateField, errorSummary, form, radios, textField } from "../../../web/form.ts";
import { type DateParts, partsOf } from "../../../web/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../../web/page.ts";
import { refundable } from "../../rules/charge-state.ts";
import { dropOnlineRefund, refundOnline } from "../../refunds/acts.ts";
import { recordPayment, refundCharge, reversePayment, waiveCharge } from "../acts.ts";
import { isOwn } from "../hands.ts";
import { type Means, type SeenCharge, seeCharge } from "../views.ts";
import { sayMeans } from "../words.ts";
import { amountField, readSent, type Sent, money, office, typedMoney } from "./parts.ts";
import { moneyWords } from "./words.ts";

/** What a form shows: as it opens, or as it was sent. */
type Typed = {
  readonly amount: string;
  readonly day: DateParts;
  readonly means: string | undefined;
  readonly reason: string;
  readonly note: string;
};

type Action = {
  readonly name: string;
  readonly path: string;
  readonly words: "record" | "refund" | "giveBack" | "waive" | "reverse";
  /** What the form opens with; `undefined` where there is nothing to do. */
  readonly begin: (seen: SeenCharge, visit: Visit) => Partial<Typed> | undefined;
  readonly fields: (visit: Visit, typed: Typed, sent: Sent, seen: SeenCharge) => Html;
  readonly perform: (visit: Visit, sent: Sent, seen: SeenCharge) => Promise<Outcome<unknown> | undefined>;
  readonly title?: (seen: SeenCharge, visit: Visit) => string;
};

/** What the page of the charge is told was done, and says. */
export const DONE: Readonly<Record<Action["words"], string>> = {
  record: "paiement",
  refund: "remboursement",
  giveBack: "demande",
  waive: "exoneration",
  reverse: "annulation",
};

const NO_FORM: Form = { get: () => "", all: () => [], names: [], files: [] };

function actionPage(action: Action): Page {
  const shown = (visit: Visit, seen: SeenCharge, typed: Typed, sent: Sent): PageResult => {
    const { lang } = visit;
    const words = moneyWords(lang)[action.words];
    const title = action.title?.(seen, visit) ?? (words.title as string);
    const { charge, state } = seen;
    const about = `${charge.debtorName ?? moneyWords(lang).owed.unnamed}, ${charge.reference}. ${moneyWords(lang).charge.balance} : ${money(Math.max(0, state.balance), lang)}`;
    const main = html`${errorSummary(sent.errors, lang)}
<p><strong>${lang === "en" ? about.replace(" : ", ": ") : about}</strong></p>
${form(visit, html`${action.fields(visit, typed, sent, seen)}${button(words.go)}`)}`;
    return office(visit, { title, lead: words.lead, main, back: `/finances/frais/${charge.id}`, errors: sent.errors });
  };
  return {
    name: action.name,
    path: action.path,
    who: "keep the accounts",
    view: async (visit) => {
      const seen = await see(visit, seeCharge, { id: visit.params.charge! });
      const begun = seen && action.begin(seen, visit);
      if (!seen || !begun) return { notFound: true };
      if (isOwn(seen.charge, visit.actor)) return { redirect: visit.link(`/finances/frais/${seen.charge.id}`) };
      const blank: Typed = { amount: "", day: partsOf(visit.today), means: undefined, reason: "", note: "" };
      return shown(visit, seen, { ...blank, ...begun }, readSent(NO_FORM, visit.lang));
    },
    submit: async (visit, posted) => {
      const seen = await see(visit, seeCharge, { id: visit.params.charge! });
      if (!seen) return { notFound: true };
      const to = visit.link(`/finances/frais/${seen.charge.id}`);
      if (isOwn(seen.charge, visit.actor)) return { redirect: to };
      const sent = readSent(posted, visit.lang);
      const outcome = await action.perform(visit, sent, seen);
      if (outcome?.kind === "done") return { redirect: `${to}?fait=${DONE[action.words]}` };
      // What somebody else did in between stands there.
      if (outcome?.kind === "stale") return { redirect: `${to}?fait=deja` };
      if (outcome?.kind === "invalid") sent.add(outcome.issues);
      if (outcome?.kind === "forbidden") return { notFound: true };
      const typed: Typed = {
        amount: sent.text("amount"),
        day: sent.parts("day"),
        means: sent.text("means"),
        reason: sent.text("reason"),
        note: sent.text("note"),
      };
      return shown(visit, seen, typed, sent);
    },
  };
}

function dayField(visit: Visit, value: DateParts, { errors }: Sent): Html {
  return dateField({ name: "day", legend: moneyWords(visit.lang).form.day, value, errors, lang: visit.lang });
}

function meansField(visit: Visit, value: string | undefined, { errors }: Sent, means: readonly Means[]): Html {
  const { lang } = visit;
  const options = means.map((one) => ({ value: one, label: capital(sayMeans(one, lang)) }));
  return radios({ name: "means", legend: moneyWords(lang).form.means, options, value, errors, lang });
}

type Reason = { readonly sentOut?: boolean; readonly suggestions?: readonly string[] };

function reasonField(
  visit: Visit,
  value: string,
  { errors }: Sent,
  { sentOut = false, suggestions = [] }: Reason = {},
): Html {
  const { lang } = visit;
  const words = moneyWords(lang).form;
  const hint = sentOut ? words.reasonHintSent : words.reasonHint;
  return textField({ name: "reason", label: words.reason, hint, value, suggestions, errors, lang });
}

/** Issues of the act name its own fields; the form calls every day `day`. */
function daysOf(outcome: Outcome<unknown>): Outcome<unknown> {
  if (outcome.kind !== "invalid") return outcome;
  return {
    ...outcome,
    issues: outcome.issues.map((one) => (one.path.endsWith("On") ? { ...one, path: "day-day" } : one)),
  };
}

const PAID = ["cash", "transfer"] as const;
const GIVEN = ["transfer", "cheque", "online", "cash"] as const;

export const recordPage = actionPage({
  name: "finances-paiement",
  path: "/finances/frais/:charge/paiement",
  words: "record",
  begin: ({ state }, { lang }) => (state.balance > 0 ? { amount: typedMoney(state.balance, lang) } : undefined),
  fields: (visit, typed, sent) => html`${amountField(visit, "amount", typed.amount, sent.errors)}
${dayField(visit, typed.day, sent)}
${meansField(visit, typed.means, sent, PAID)}
${textField({ name: "note", label: moneyWords(visit.lang).form.note, value: typed.note, optional: true, errors: sent.errors, lang: visit.lang })}`,
  perform: async (visit, sent, { charge }) => {
    const amount = sent.amount("amount");
    const paidOn = sent.day("day");
    const means = PAID.find((one) => one === sent.text("means"));
    if (!means) sent.errors.push({ field: "means", message: moneyWords(visit.lang).form.meansFault });
    if (sent.errors.length > 0 || !means) return undefined;
    const note = sent.text("note");
    const input = { charge: charge.id, amount, paidOn, means, ...(note !== "" && { note }) };
    return daysOf(await act(visit, recordPayment, input, { sent: sent.form }));
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
${reasonField(visit, typed.reason, sent, { sentOut: true, suggestions: readyRefund(visit, seen) })}`,
  perform: async (visit, sent, { charge }) => {
    const words = moneyWords(visit.lang).form;
    const amount = sent.amount("amount");
    const refundedOn = sent.day("day");
    const means = GIVEN.find((one) => one === sent.text("means"));
    if (!means) sent.errors.push({ field: "means", message: words.meansFault });
    const reason = sent.needed("reason", words.reasonFault);
    if (sent.errors.length > 0 || !means) return undefined;
    const input = { charge: charge.id, amount, refundedOn, means, reason };
    return daysOf(await act(visit, refundCharge, input, { sent: sent.form }));
  },
});

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
${reasonField(visit, typed.reason, sent, { sentOut: true, suggestions: readyRefund(visit, seen) })}`,
  perform: async (visit, sent, seen) => {
    const given = givableOf(seen, visit);
    if (!given) return { kind: "stale", current: {} };
    const amount = sent.amount("amount");
    const reason = sent.needed("reason", moneyWords(visit.lang).form.reasonFault);
    if (sent.errors.length > 0) return undefined;
    return act(visit, refundOnline, { payment: given.payment, amount, reason }, { sent: sent.form });
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
  perform: async (visit, sent, { charge }) => {
    const amount = sent.amount("amount");
    const reason = sent.needed("reason", moneyWords(visit.lang).form.reasonFault);
    if (sent.errors.length > 0) return undefined;
    return act(visit, waiveCharge, { charge: charge.id, amount, reason }, { sent: sent.form });
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
  fields: (visit, typed, sent) => reasonField(visit, typed.reason, sent),
  perform: async (visit, sent, seen) => {
    const payment = paymentOf(seen, visit);
    if (!payment) return { kind: "forbidden" };
    const reason = sent.needed("reason", moneyWords(visit.lang).form.reasonFault);
    if (sent.errors.length > 0) return undefined;
    return act(visit, reversePayment, { payment: payment.id, reason }, { sent: sent.form });
  },
});

function paymentOf({ history }: SeenCharge, { params }: Visit) {
  return history.payments.find(({ id }) => id === params.payment);
}
