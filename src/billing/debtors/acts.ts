/**
 * Money of a debtor that names no charge: received, and given back; and debts that are given up. What is given back or given up is asked
 * for by one person and agreed to by another.
 */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { twiceIssue } from "../charges/twice.ts";
import { Again, Cents, dayIssues, DaySchema, DEBTOR, Reason, ShortText, tooMuch } from "../charges/forms.ts";
import { giveBackOf, mayGiveBack } from "../charges/giving-back.ts";
import { isSecond } from "../../people/second.ts";
import { takeCharges } from "../charges/hands.ts";
import {
  findPayment,
  type FoundPayment,
  type GivenBackBy,
  insertAdjustment,
  insertRefundOf,
} from "../charges/movements/store.ts";
import { chargeChain, debtorChain, recordPayments, tellGivenBack } from "../charges/paying.ts";
import { allows, computeLedgers, debtorsOwing, keepChargeStates } from "../charges/states/store.ts";
import { isInvoiced } from "../charges/store.ts";
import { CHARGE } from "../rules/charge-state.ts";
import { mostOnline, startOnlineRefund } from "../refunds/starting.ts";
import * as output from "./output.ts";
import { askedOf, findProposal, type FoundProposal, insertAnswer, insertProposal } from "./proposals.ts";
import { knownDebtors } from "./store.ts";

/** An account, a payer of the register, or the subject of charges that no account has taken over. */
export const DebtorKey = Type.String({ pattern: DEBTOR.source, maxLength: 60 });

/** Received by hand, for whatever is owed: it serves the oldest debt, or what a fund names later. */
export const recordDebtorPayment = defineAct({
  name: "recordDebtorPayment",
  label: { fr: "Enregistrer un paiement d’un débiteur", en: "Record a payment of a debtor" },
  who: "keep the accounts",
  form: Type.Object(
    {
      debtor: DebtorKey,
      amount: Cents,
      paidOn: DaySchema,
      means: oneOf("cash", "transfer"),
      note: Type.Optional(ShortText),
      again: Again,
    },
    closed,
  ),
  output: output.recordDebtorPayment,
  free: FREE.received,
  shows: { nothing: SHOWN_NOTHING.received },
  writes: ["payment", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const issues = dayIssues("paidOn", input.paidOn, today);
    if (issues.length > 0) return invalid(issues);
    if ((await knownDebtors(tx, [input.debtor])).length === 0) return FORBIDDEN;
    if (!(await takeCharges(tx, actor, [], [input.debtor]))) return FORBIDDEN;
    const { again, ...payment } = input;
    const twice = await twiceIssue(context, { ...payment, again });
    if (twice) return invalid([twice]);
    const chain = await debtorChain(tx, input.debtor);
    const [number] = await recordPayments(context, [payment], chain);
    return done({ number: number! }, chain);
  },
});

/** Of what a payment that names no charge has to spare; or of what was paid of a charge that an invoice asks, online by its payment. */
export const proposeRefund = defineAct({
  name: "proposeRefund",
  label: {
    fr: "Demander de rendre, ou de garder, de l’argent reçu",
    en: "Ask to give back, or to keep, money received",
  },
  who: "keep the accounts",
  form: Type.Object(
    {
      payment: Type.Optional(Id),
      charge: Type.Optional(Id),
      amount: Cents,
      means: oneOf("transfer", "cheque", "cash", "online", "kept"),
      reason: Reason,
    },
    closed,
  ),
  output: output.proposed,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["money_proposal"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const { payment: id, charge, amount, means, reason } = input;
    if (charge !== undefined) return proposeOfCharge(context, { ...input, charge });
    if (id === undefined || means === "online") return invalid([SAY_CHARGE]);
    const seen = await findPayment(tx, id);
    if (!seen) return FORBIDDEN;
    const { debtor } = seen;
    if (debtor === null) return invalid([SAY_CHARGE]);
    if (!(await takeCharges(tx, actor, [], [debtor]))) return FORBIDDEN;
    const most = (await leftOf(tx, debtor, id)) - (await askedOf(tx, { payment: id, charge: null }));
    if (most <= 0) return invalid([NOTHING_LEFT]);
    if (amount > most) return invalid([tooMuch("amount", most)]);
    const proposal = newId();
    const of = { kind: "refund", payment: id, means, charge: null } as const;
    await insertProposal(tx, { id: proposal, ...of, debtor, amount, reason, on: today, by: actorName(actor) });
    return done({ proposal }, await debtorChain(tx, debtor));
  },
});

type OfCharge = {
  readonly charge: string;
  readonly payment?: string;
  readonly amount: number;
  readonly means: GivenBackBy;
  readonly reason: string;
};

async function proposeOfCharge(
  context: Pick<Performing<unknown>, "tx" | "actor" | "today">,
  { charge, payment: id, amount, means, reason }: OfCharge,
) {
  const { tx, actor, today } = context;
  const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
  // What no invoice asks is given back by one person, who notes it; and money is kept of a payment.
  if (!state || !(await isInvoiced(tx, charge)) || means === "kept") return FORBIDDEN;
  const online = means === "online" ? await paidOnline(tx, charge, id) : undefined;
  if ((means === "online") !== (id !== undefined) || (id !== undefined && !online)) return FORBIDDEN;
  const may = await mayGiveBack(context, charge, state);
  if ("issues" in may) return invalid(may.issues);
  const all = online ? Math.min(may.most, await mostOnline(tx, { payment: online, charge, state })) : may.most;
  const most = all - (await askedOf(tx, { payment: null, charge }));
  if (most <= 0) return invalid([NOTHING_LEFT]);
  if (amount > most) return invalid([tooMuch("amount", most)]);
  const proposal = newId();
  const of =
    means === "online"
      ? ({ kind: "refund", charge, payment: online!.id, means } as const)
      : ({ kind: "refund", charge, payment: null, means } as const);
  const asked = { id: proposal, debtor: may.debtor, amount, reason, on: today, by: actorName(actor) };
  await insertProposal(tx, { ...asked, ...of });
  return done({ proposal }, chargeChain(charge));
}

/** A payment of this charge on the provider's page. */
async function paidOnline(tx: Tx, charge: string, id: string | undefined): Promise<Online | undefined> {
  const payment = id === undefined ? undefined : await findPayment(tx, id);
  return payment && payment.charge === charge && payment.online !== null
    ? { ...payment, online: payment.online }
    : undefined;
}
type Online = FoundPayment & { readonly online: string };

async function leftOf(tx: Tx, debtor: string, payment: string): Promise<number> {
  return (await computeLedgers(tx, [debtor])).get(debtor)!.payments.get(payment)?.left ?? 0;
}

/** Proposes to write off a few cents, or a debt that cannot be recovered. The debtor still owes it; the school no longer asks for it. */
export const proposeWriteOff = defineAct({
  name: "proposeWriteOff",
  from: leaves(CHARGE, "written-off"),
  label: { fr: "Demander de passer en perte ou en arrondi", en: "Ask to write off" },
  who: "keep the accounts",
  form: Type.Object({ charge: Id, amount: Cents, kind: oneOf("rounding", "bad-debt"), reason: Reason }, closed),
  output: output.proposed,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["money_proposal"],
  async perform({ tx, input: { charge, amount, kind, reason }, actor, today }) {
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    if (!state) return FORBIDDEN;
    const refusal = barred(CHARGE, "written-off", state.state);
    if (refusal.length > 0) return invalid(refusal);
    const most = state.balance - (await askedOf(tx, { payment: null, charge }));
    if (most <= 0) return invalid([ASKED_ALREADY]);
    if (amount > most) return invalid([tooMuch("amount", most)]);
    const id = newId();
    const [debtor] = await debtorsOwing(tx, [charge]);
    const of = { kind, charge, payment: null, means: null };
    await insertProposal(tx, { id, ...of, debtor: debtor!, amount, reason, on: today, by: actorName(actor) });
    return done({ proposal: id }, chargeChain(charge));
  },
});

const ById = Type.Object({ proposal: Id }, closed);

/** The second person: from now on the money is given back, or given up. */
export const agreeToProposal = defineAct({
  name: "agreeToProposal",
  label: { fr: "Accepter de rendre ou de passer en perte", en: "Agree to give back or to write off" },
  who: "keep the accounts",
  form: ById,
  output: output.agreed,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["money_answer", "refund", "refund_again", "online_refund", "adjustment", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const seen = await findProposal(tx, input.proposal);
    if (!seen) return FORBIDDEN;
    const { id, debtor, amount, reason, by } = seen;
    const states = await takeCharges(tx, actor, seen.charge === null ? [] : [seen.charge], [debtor]);
    if (!states || !(await isSecond(tx, actor, { by }))) return FORBIDDEN;
    // Read again, since the other person may answer at this moment.
    if ((await findProposal(tx, id))!.agreed !== null) return stale({ answered: true });
    const chain = await chainOf(tx, seen);
    if (seen.means === "online") {
      const { charge } = seen;
      const payment = await paidOnline(tx, charge, seen.payment);
      if (!payment || amount > (await mostOnline(tx, { payment, charge, state: states.get(charge)! })))
        return invalid([NO_LONGER_LEFT]);
      const of = { id, charge, payment: payment.id, session: payment.online };
      await startOnlineRefund(context, { ...of, amount, reason, by });
    } else if (seen.kind === "refund" && seen.charge !== null) {
      const { charge, means } = seen;
      const refund = { id, charge, amount, on: today, means, reason, by };
      const given = await giveBackOf(context, states.get(charge)!, refund);
      if ("issues" in given) return invalid([NO_LONGER_LEFT]);
    } else if (seen.kind === "refund") {
      if (amount > (await leftOf(tx, debtor, seen.payment))) return invalid([NO_LONGER_LEFT]);
      const { payment, means } = seen;
      await insertRefundOf(tx, { id, payment, amount, on: today, means, reason, by });
      await keepChargeStates(tx, [], [debtor]);
      // After it is counted: the mail says what is left on the account.
      await tellGivenBack(context, { debtor, amount, means, reason }, chain);
    } else {
      const { charge, kind } = seen;
      if (amount > states.get(charge)!.balance) return invalid([NO_LONGER_OPEN]);
      const one = { id, charge, amount, on: today };
      const fits = await allows(tx, debtor, (facts) => ({
        adjustments: [...facts.adjustments, { ...one, reason: kind }],
      }));
      if (!fits) return invalid([NO_LONGER_OPEN]);
      await insertAdjustment(tx, { ...one, kind, reason, by, agreedBy: actorName(actor) });
      await keepChargeStates(tx, [charge], [debtor]);
    }
    await insertAnswer(tx, {
      id,
      debtor,
      charge: seen.charge,
      agreed: true,
      reason: null,
      on: today,
      by: actorName(actor),
    });
    return done({ amount }, chain);
  },
});

/** By another person, or by the one who asked. */
export const refuseProposal = defineAct({
  name: "refuseProposal",
  label: { fr: "Refuser de rendre ou de passer en perte", en: "Refuse to give back or to write off" },
  who: "keep the accounts",
  form: Type.Object({ proposal: Id, reason: Reason }, closed),
  output: output.refusedProposal,
  free: "refuses, so that no money moves",
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["money_answer"],
  async perform({ tx, input: { proposal, reason }, actor, today }) {
    const seen = await findProposal(tx, proposal);
    if (!seen || !(await takeCharges(tx, actor, [], [seen.debtor]))) return FORBIDDEN;
    if ((await findProposal(tx, proposal))!.agreed !== null) return stale({ answered: true });
    await insertAnswer(tx, {
      id: proposal,
      debtor: seen.debtor,
      charge: seen.charge,
      agreed: false,
      reason,
      on: today,
      by: actorName(actor),
    });
    return done({}, await chainOf(tx, seen));
  },
});

function chainOf(tx: Tx, { charge, debtor }: FoundProposal): Promise<string> | string {
  return charge === null ? debtorChain(tx, debtor) : chargeChain(charge);
}

const SAY_CHARGE = issue(
  "charge",
  "Ce qui est rendu en ligne, ou d’un paiement qui n’est pas d’un payeur connu, se demande par la somme payée : donnez-la (charge).",
  "What is given back online, or of a payment that is of no known payer, is asked by the sum that it paid: give that (charge).",
);
const NOTHING_LEFT = issue(
  "amount",
  "De ce paiement, il ne reste rien à rendre, ou c’est déjà demandé.",
  "Nothing is left of this payment to give back, or it is asked for already.",
);
const ASKED_ALREADY = issue(
  "amount",
  "C’est déjà demandé : une autre personne doit répondre.",
  "This is asked for already: another person has to answer.",
);
const NO_LONGER_LEFT = issue(
  "proposal",
  "Depuis la demande, ce paiement a servi à autre chose : il n’en reste plus autant.",
  "Since this was asked for, the payment has served something else: so much of it is no longer left.",
);
const NO_LONGER_OPEN = issue(
  "proposal",
  "Depuis la demande, une partie a été payée ou exonérée : il n’en reste plus autant à devoir.",
  "Since this was asked for, a part was paid or waived: so much of it is no longer owed.",
);
