/** The office's acts on a charge, each a page of its own. */
import { href, html } from "../../../kit/html.ts";
import { readyReasons } from "../../../law/establishment.ts";
import type { At } from "../../../page/declared.ts";
import type { Field } from "../../../page/field.ts";
import { text, ticks } from "../../../page/kinds.ts";
import { type Params, route } from "../../../page/route.ts";
import { dropOnlineRefund, refundOnline } from "../../refunds/acts.ts";
import { refundable } from "../../rules/charge-state.ts";
import { askCharge, recordPayment, refundCharge, reverseWaiver, waiveCharge } from "../acts.ts";
import type { SeenCharge } from "../views.ts";
import { actionPage, dayField, meansField, reasonField } from "./action.ts";
import { sayBooked } from "./booked.ts";
import { againField, amount, charge, cheques, day, money } from "./parts.ts";
import type { moneyWords } from "./words.ts";

export type Seen<T extends string> = At<SeenCharge, ReturnType<typeof moneyWords>, Params<T>>;

export const recordPage = actionPage({
  name: "finances-paiement",
  route: route("/finances/frais/:charge/paiement"),
  words: "record",
  elsewhere: ({ visit, words }) =>
    html`<p><a class="ds-link" href="${href(visit.link(cheques.to()))}">${words.record.byCheque}</a></p>`,
  open: ({ seen }) => seen.state.balance > 0,
  fields: (at) => ({
    amount: amount(at),
    paidOn: dayField(at),
    means: meansField(at, ["cash", "transfer"]),
    note: text({ label: at.words.form.note, optional: true }),
    again: againField(at.words.form.againLegend, at.words.form.another),
  }),
  begin: ({ visit, seen }) => ({ amount: seen.state.balance, paidOn: visit.today }),
  act: recordPayment,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
  check: async (typed, { visit, lang, words, seen }) => {
    const balance = Math.max(0, seen.state.balance);
    const over = typed.amount - balance;
    const warnings = [
      ...(over > 0 ? [words.form.tooMuchPaid(money(balance, lang), money(over, lang))] : []),
      (await sayBooked(visit, typed.paidOn)) ?? [],
    ].flat();
    if (warnings.length === 0) return undefined;
    return {
      warning: warnings.join(" "),
      rows: [
        { key: words.charge.amount, value: money(typed.amount, lang) },
        { key: words.charge.day, value: day(typed.paidOn, lang) },
      ],
    };
  },
});

const refund = route("/finances/frais/:charge/remboursement");

/** The button that drops an online refund. */
export const DROP = "drop";

export const refundPage = actionPage({
  name: "finances-remboursement",
  route: refund,
  words: "refund",
  // What an invoice asks is given back by two people; its refund online that goes no further is still given up here.
  open: ({ seen }) => refundable(seen.state) > 0 && (!seen.invoiced || seen.stuck.length > 0),
  fields: (at) => ({
    amount: amount({ lang: at.lang, most: refundable(at.seen.state) }),
    refundedOn: dayField(at),
    means: meansField(at, ["transfer", "cheque", "online", "cash"]),
    ...insteadOf(at),
    reason: reasonField(at, { sentOut: true, suggestions: readyRefund(at) }),
  }),
  begin: ({ visit, seen: { state } }) => {
    const most = refundable(state);
    return { amount: state.balance < 0 ? Math.min(most, -state.balance) : most, refundedOn: visit.today };
  },
  act: refundCharge,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
  check: async (typed, { visit, lang, words }) => {
    const warning = await sayBooked(visit, typed.refundedOn);
    const rows = [
      { key: words.charge.amount, value: money(typed.amount, lang) },
      { key: words.charge.day, value: day(typed.refundedOn, lang) },
    ];
    return warning === undefined ? undefined : { warning, rows };
  },
  also: (form) => ({
    // Drops an online refund first, which is then made here by hand. The button is on the page of the charge.
    [DROP]: form({
      item: "refund",
      go: () => "",
      act: dropOnlineRefund,
      input: (_, { item }) => ({ refund: item }),
      done: (_, { params, seen }) => (seen.invoiced ? charge.to(params) : refund.to(params)),
      // If it cannot be dropped, the charge shows its state.
      stale: ({ params }) => ({ to: charge.to(params) }),
      invalid: ({ params }) => ({ to: charge.to(params) }),
      forbidden: ({ params }) => ({ to: charge.to(params) }),
    }),
  }),
});

/** Failed online refunds, one of which this may replace: if none is ticked, the one of the same amount. */
function insteadOf({ lang, words, seen: { failed } }: Seen<string>): { insteadOf?: Field<string[] | undefined> } {
  if (failed.length === 0) return {};
  const { instead, insteadHint, insteadOf: of } = words.form;
  const options = failed.map((one) => ({ value: one.refund, label: of(money(one.amount, lang)) }));
  return { insteadOf: ticks({ label: instead, hint: insteadHint, optional: true, options }) };
}

/** The school’s ready sentences, in the debtor's language. */
function readyRefund({ visit: { school }, lang, seen: { language } }: Seen<string>): string[] {
  return readyReasons(school, "refund", language ?? lang);
}

const giveBack = route("/finances/frais/:charge/rendre/:payment");

/** Refunds through the provider, to the means of payment used. */
export const giveBackPage = actionPage({
  name: "finances-rendre",
  route: giveBack,
  words: "giveBack",
  // What an invoice asks is given back by two people.
  open: (at) => !at.seen.invoiced && paysOnline(at) && givable(at) > 0,
  fields: (at) => ({
    amount: amount({ lang: at.lang, most: givable(at) }),
    ...insteadOf(at),
    reason: reasonField(at, { sentOut: true, suggestions: readyRefund(at) }),
  }),
  begin: (at) => ({ amount: givable(at) }),
  act: refundOnline,
  input: (typed, { params }) => ({ ...typed, payment: params.payment }),
});

export function paysOnline({ visit }: Seen<string>): boolean {
  return visit.world.payments?.(visit.school.establishment) !== undefined;
}

export function givable({ seen, params }: Seen<"/:payment">): number {
  return seen.givable.find(({ payment }) => payment === params.payment)?.amount ?? 0;
}

export const waivePage = actionPage({
  name: "finances-exoneration",
  route: route("/finances/frais/:charge/exoneration"),
  words: "waive",
  open: ({ seen }) => !seen.invoiced && waivable(seen) > 0,
  fields: (at) => ({
    amount: amount({ lang: at.lang, most: waivable(at.seen) }),
    reason: reasonField(at, { suggestions: readyReasons(at.visit.school, "waiver", at.lang) }),
  }),
  begin: ({ seen }) => ({ amount: waivable(seen) }),
  act: waiveCharge,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
  check: (typed, { lang, words, seen }) => {
    const rest = seen.state.balance - typed.amount;
    return {
      rows: [
        { key: words.charge.waived, value: money(typed.amount, lang) },
        { key: words.form.reason, value: typed.reason },
        { key: rest < 0 ? words.form.thenBack : words.form.thenLeft, value: money(Math.abs(rest), lang) },
      ],
    };
  },
});

function waivable({ state }: SeenCharge): number {
  return state.total - state.waived - state.writtenOff;
}

const unwaive = route("/finances/frais/:charge/exoneration/:waiver");

export const unwaivePage = actionPage({
  name: "finances-annuler-exoneration",
  route: unwaive,
  words: "unwaive",
  title: (at) => at.words.unwaive.title(money(waiverOf(at)?.amount ?? 0, at.lang)),
  open: (at) => !at.seen.invoiced && waiverOf(at)?.reversed === false,
  fields: (at) => ({ reason: reasonField(at) }),
  act: reverseWaiver,
  input: (typed, { params }) => ({ ...typed, waiver: params.waiver }),
});

function waiverOf({ seen, params }: Seen<typeof unwaive.path>) {
  return seen.history.waivers.find(({ id }) => id === params.waiver);
}

/** Asks for a suspended charge by a day that leaves time to pay. */
export const askPage = actionPage({
  name: "finances-demander",
  route: route("/finances/frais/:charge/demander"),
  words: "ask",
  open: ({ seen }) => seen.state.suspended,
  fields: (at) => ({ dueOn: dayField(at, at.words.ask.day), reason: reasonField(at, { sentOut: true }) }),
  // Once the first due day has passed, the user must choose another.
  begin: ({ visit, seen }) => (seen.charge.dueOn >= visit.today ? { dueOn: seen.charge.dueOn } : {}),
  act: askCharge,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
});
