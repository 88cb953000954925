/**
 * The office's acts on a charge: a payment received, money refunded, a charge waived. Facts are added, never changed; each act locks the
 * charge's state, so that concurrent acts run one after the other, and none is open to the debtor.
 */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { oneOf } from "../../law/entry.ts";
import { actorName } from "../../act/permissions.ts";
import { CHARGE } from "../rules/charge-state.ts";
import { twiceIssue } from "./twice.ts";
import {
  Again,
  BY_TWO,
  AnyMeans,
  Cents,
  dayIssues,
  DaySchema,
  InsteadOf,
  Reason,
  ShortText,
  tooMuch,
} from "./forms.ts";
import { howToPay } from "./how-to-pay.ts";
import { askedAgainMail } from "./mails.ts";
import { giveBackOf, NOT_ALLOWED } from "./giving-back.ts";
import { takeCharges } from "./hands.ts";
import { chargeAgain } from "./charging.ts";
import type { Label } from "../../kit/lang.ts";
import { chargeChain, mailTo, pathFor, recordPayments, whoOwes } from "./paying.ts";
import { findWaiver, insertPutOff, insertWaiver, insertWaiverReversal } from "./movements/store.ts";
import { insertSuspensionEnd, openSuspension, suspensionsOf } from "./suspensions/store.ts";
import { allows, debtorsOwing, keepChargeStates } from "./states/store.ts";
import { findCharge, isInvoiced } from "./store.ts";
import { Id, closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";

/** A payment that no bank file reports: cash, or a transfer that a person saw. */
export const recordPayment = defineAct({
  name: "recordPayment",
  from: leaves(CHARGE, "paid"),
  label: { fr: "Enregistrer un paiement", en: "Record a payment" },
  who: "keep the accounts",
  form: Type.Object(
    {
      charge: Id,
      amount: Cents,
      paidOn: DaySchema,
      means: oneOf("cash", "transfer"),
      note: Type.Optional(ShortText),
      again: Again,
    },
    closed,
  ),
  output: output.recordPayment,
  free: FREE.received,
  shows: { nothing: SHOWN_NOTHING.received },
  writes: ["payment", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const issues = dayIssues("paidOn", input.paidOn, today);
    if (issues.length > 0) return invalid(issues);
    if (!(await takeCharges(tx, actor, [input.charge]))) return FORBIDDEN;
    const { again, ...payment } = input;
    const [debtor] = await debtorsOwing(tx, [payment.charge]);
    const twice = await twiceIssue(context, { ...payment, again, debtor: debtor! });
    if (twice) return invalid([twice]);
    const chain = chargeChain(input.charge);
    const [number] = await recordPayments(context, [payment], chain);
    return done({ number: number! }, chain);
  },
});

/** A refund, recorded once it is on its way: of an overpayment, or of everything. What an invoice asks is given back by two people. */
export const refundCharge = defineAct({
  name: "refundCharge",
  from: leaves(CHARGE, "refunded"),
  label: { fr: "Noter un remboursement", en: "Record a refund" },
  who: "keep the accounts",
  form: Type.Object(
    { charge: Id, amount: Cents, refundedOn: DaySchema, means: AnyMeans, reason: Reason, insteadOf: InsteadOf },
    closed,
  ),
  output: output.refundCharge,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["refund", "refund_again", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const issues = dayIssues("refundedOn", input.refundedOn, today);
    if (issues.length > 0) return invalid(issues);
    const { charge, amount, refundedOn: on, means, reason, insteadOf } = input;
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    if (!state) return FORBIDDEN;
    if (await isInvoiced(tx, charge)) return invalid([BY_TWO]);
    const refund = { id: newId(), charge, amount, on, means, reason, by: actorName(actor), insteadOf };
    const given = await giveBackOf(context, state, refund);
    if ("issues" in given) return invalid(given.issues);
    return done({ balance: given.balance }, chargeChain(charge));
  },
});

/** Waives a charge, whole or in part; what was already paid is then to be refunded. */
export const waiveCharge = defineAct({
  name: "waiveCharge",
  from: leaves(CHARGE, "waived"),
  label: { fr: "Exonérer", en: "Waive" },
  who: "keep the accounts",
  form: Type.Object({ charge: Id, amount: Cents, reason: Reason }, closed),
  output: output.waiveCharge,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["waiver"],
  async perform({ tx, input, actor, today }) {
    const { charge, amount, reason } = input;
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    if (!state) return FORBIDDEN;
    const most = state.total - state.waived - state.writtenOff;
    if (most <= 0) return invalid([NOTHING_TO_WAIVE]);
    if (amount > most) return invalid([tooMuch("amount", most)]);
    if (await isInvoiced(tx, charge)) return invalid([CORRECTED_BY_CREDIT]);
    const waiver = { id: newId(), charge, amount, on: today, reason, by: actorName(actor) };
    const [debtor] = await debtorsOwing(tx, [charge]);
    if (!(await allows(tx, debtor!, ({ waivers }) => ({ waivers: [...waivers, waiver] }))))
      return invalid([NOT_ALLOWED]);
    await insertWaiver(tx, waiver);
    const newState = (await keepChargeStates(tx, [charge])).get(charge)!;
    return done({ balance: newState.balance }, chargeChain(charge));
  },
});

/** Asks again for what a mistaken waiver gave up, by a charge of its own: a credit that was given stands. */
export const reverseWaiver = defineAct({
  name: "reverseWaiver",
  from: leaves(CHARGE, "unwaived"),
  label: { fr: "Annuler une exonération", en: "Reverse a waiver" },
  who: "keep the accounts",
  form: Type.Object({ waiver: Id, reason: Reason }, closed),
  output: output.reverseWaiver,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["waiver_reversal", "charge"],
  async perform({ tx, input: { waiver, reason }, actor, today }) {
    const unlocked = await findWaiver(tx, waiver);
    if (!unlocked || !(await takeCharges(tx, actor, [unlocked.charge]))) return FORBIDDEN;
    const { id, charge, amount, reversed } = (await findWaiver(tx, waiver))!;
    if (reversed) return stale({ reversed: true });
    // A credit stands: what is owed after all is invoiced anew.
    if (await isInvoiced(tx, charge)) return invalid([CORRECTED_BY_CREDIT]);
    const again = await chargeAgain(tx, charge, { key: "waiver-reversed", label: waiverReversed, amount, on: today });
    const reversal = { id, charge, charged: again.id, on: today, reason, by: actorName(actor) };
    await insertWaiverReversal(tx, reversal);
    return done({ charge: again.id, reference: again.reference }, chargeChain(charge));
  },
});

/** Ends a suspension early: asks for the charge by a day that leaves time to pay. */
export const askCharge = defineAct({
  name: "askCharge",
  label: { fr: "Demander de nouveau ce qui était suspendu", en: "Ask again for what was suspended" },
  who: "keep the accounts",
  form: Type.Object({ charge: Id, dueOn: DaySchema, reason: Reason }, closed),
  output: output.askCharge,
  writes: ["charge_suspension_end", "charge_due", "mail"],
  async perform(context) {
    const { tx, actor, at, today, establishment, opened, payee } = context;
    const { charge, dueOn, reason } = context.input;
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    if (!state) return FORBIDDEN;
    const open = openSuspension(await suspensionsOf(tx, charge));
    if (!open || !state.suspended) return stale({ suspended: false });
    if (dueOn < today) return invalid([PAST_DAY]);
    if (dueOn < state.dueOn) return invalid([EARLIER_DAY]);
    const by = actorName(actor);
    await insertSuspensionEnd(tx, { id: open.id, charge, on: today, reason, by });
    if (dueOn > state.dueOn) await insertPutOff(tx, { id: newId(), charge, dueOn, on: today, reason, by });
    await keepChargeStates(tx, [charge]);
    const debtor = (await whoOwes(context, [charge])).get(charge);
    const chain = chargeChain(charge);
    if (!debtor) return done({ told: false }, chain);
    const { reference } = (await findCharge(tx, charge))!;
    const { language: lang } = debtor;
    const ways = howToPay(payee, { reference }, { lang, online: opened(establishment).paysOnline });
    const words = askedAgainMail(lang, { reference, dueOn, balance: state.balance, reason, ways });
    await mailTo(tx, debtor, { ...words, path: pathFor(debtor, "/compte/paiements"), at, chain });
    return done({ told: true }, chain);
  },
});

const CORRECTED_BY_CREDIT = issue(
  "amount",
  "Une facture demande ce montant : elle se corrige par un avoir, et un avoir par une nouvelle facture.",
  "An invoice asks this amount: it is corrected by a credit, and a credit by a new invoice.",
);
const waiverReversed = (reference: string): Label => ({
  fr: `exonération annulée (${reference})`,
  en: `waiver reversed (${reference})`,
});
const PAST_DAY = issue(
  "dueOn",
  "Ce jour est passé : donnez-en un qui laisse le temps de payer.",
  "This day has passed: give one that leaves time to pay.",
);
const EARLIER_DAY = issue(
  "dueOn",
  "Ce jour vient avant celui qui avait été annoncé.",
  "This day comes before the one that had been announced.",
);
const NOTHING_TO_WAIVE = issue("amount", "Tout est déjà exonéré.", "All of it is already waived.");
