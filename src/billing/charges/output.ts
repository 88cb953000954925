/** The output schemas of the acts and views of charges. */
import { Type } from "typebox";
import { Cents, Day, Moment, Words, orNull, named } from "../../kit/output.ts";
import { oneOf } from "../../law/entry.ts";
import { Id } from "../../kit/shapes.ts";
import { Reminded, RemindedCharge } from "../dunning/output.ts";
import { ChargeLine } from "../output.ts";

const OwedCharge = named("OwedCharge", {
  id: Id,
  dueOn: Day,
  reference: Type.String(),
  about: Type.String(),
  called: orNull(Type.String()),
  debtor: orNull(Type.String()),
  debtorName: orNull(Type.String()),
  total: Cents,
  suspended: Type.Boolean(),
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded", "written-off"),
  paid: Cents,
  balance: Cents,
});

const Charge = named("Charge", {
  id: Id,
  about: Type.String(),
  called: orNull(Type.String()),
  debtor: orNull(Type.String()),
  debtorName: orNull(Type.String()),
  lines: Type.Array(ChargeLine),
  total: Cents,
  reference: Type.String(),
  chargedOn: Day,
  dueOn: Day,
  suspended: Type.Boolean(),
});

const ChargeState = named("ChargeState", {
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded", "written-off"),
  total: Cents,
  paid: Cents,
  waived: Cents,
  refunded: Cents,
  writtenOff: Cents,
  balance: Cents,
  dueOn: orNull(Day),
  suspended: Type.Boolean(),
});

const FoundWaiver = named("FoundWaiver", {
  reason: Type.String(),
  by: Type.String(),
  id: Id,
  charge: Type.String(),
  amount: Cents,
  on: Day,
  reversed: Type.Boolean(),
  stands: Type.Boolean(),
  /** The number of the credit that it is of. */
  credit: orNull(Type.String()),
});

/** What serves a charge, or an invoice, without naming it. */
export const ServedBy = named("ServedBy", {
  kind: oneOf("payment", "credit"),
  number: orNull(Type.String()),
  on: Day,
  means: orNull(oneOf("transfer", "cheque", "online", "cash")),
  amount: Cents,
});

const Suspension = named("Suspension", {
  by: Type.String(),
  id: Id,
  why: Words,
  on: Day,
  endedOn: orNull(Day),
  reason: orNull(Type.String()),
});

const FoundPayment = named("FoundPayment", {
  id: Id,
  number: Type.String(),
  charge: orNull(Type.String()),
  debtor: orNull(Type.String()),
  amount: Cents,
  paidOn: Day,
  means: oneOf("transfer", "cheque", "online", "cash"),
  note: orNull(Type.String()),
  bankLine: orNull(Type.String()),
  online: orNull(Type.String()),
  reversed: Type.Boolean(),
});

const ChargePayment = named("ChargePayment", {
  ...FoundPayment.properties,
  charge: Type.String(),
  slip: orNull(Type.String()),
});

const FoundRefund = named("FoundRefund", {
  id: Id,
  charge: Type.String(),
  amount: Cents,
  on: Day,
  means: oneOf("transfer", "cheque", "online", "cash"),
  reason: Type.String(),
  by: Type.String(),
  online: orNull(oneOf("asked", "given", "accepted", "failed")),
  /** Two people agreed to give it back, and it has not left yet: no note and no bank line say so. */
  toSend: Type.Boolean(),
});

const Reversal = named("Reversal", { reason: Type.String(), by: Type.String(), id: Id, on: Day });

const PaymentReversal = named("PaymentReversal", { ...Reversal.properties, bounced: Type.Boolean() });

const ChargeHistory = named("ChargeHistory", {
  payments: Type.Array(ChargePayment),
  reversals: Type.Array(PaymentReversal),
  refunds: Type.Array(FoundRefund),
  waivers: Type.Array(FoundWaiver),
  waiverReversals: Type.Array(Type.Object({ ...Reversal.properties, charged: orNull(Id) })),
  dunning: Type.Array(Type.Object({ id: Id, on: Day, level: Type.Integer(), by: Type.String() })),
  adjustments: Type.Array(Type.Object({ ...Reversal.properties, amount: Cents, kind: oneOf("rounding", "bad-debt") })),
  putOffs: Type.Array(Type.Object({ ...Reversal.properties, dueOn: Day })),
  suspensions: Type.Array(Suspension),
});

const MyCharge = named("MyCharge", {
  ...OwedCharge.properties,
  lines: Type.Array(ChargeLine),
  chargedOn: Day,
  waived: Cents,
  refunded: Cents,
  writtenOff: Cents,
  payments: Type.Array(ChargePayment),
  refunds: Type.Array(FoundRefund),
  why: orNull(Words),
  waivers: Type.Array(Type.Object({ on: Day, amount: Cents, credit: orNull(Type.String()) })),
  paying: orNull(oneOf("open", "failed", "under-way", "looked-at")),
});

/** What may still be given back of a payment. */
const Givable = named("Givable", { payment: Type.String(), number: Type.String(), amount: Cents });

/** What a payment served, first served first. */
export const Served = named("PaymentServed", {
  charge: Id,
  reference: Type.String(),
  called: orNull(Type.String()),
  amount: Cents,
});

/** What became of the money since: given back, or no longer asked for. */
const Since = Type.Object({
  kind: oneOf("waiver", "refund"),
  on: Day,
  amount: Cents,
  means: orNull(oneOf("transfer", "cheque", "online", "cash")),
  reason: Type.String(),
  toSend: Type.Boolean(),
});

const Receipt = named("Receipt", {
  /** The charge that it names, if it names one. */
  charge: orNull(Charge),
  state: orNull(ChargeState),
  payment: FoundPayment,
  name: orNull(Type.String()),
  served: Type.Array(Served),
  left: Cents,
  /** What is left to pay in all, and what serves nothing. */
  open: Cents,
  available: Cents,
  reversal: orNull(PaymentReversal),
  since: Type.Array(Since),
});

const Movement = named("AccountMovement", {
  day: Day,
  kind: oneOf("payment", "waiver", "refund", "reversal", "refund-failure", "waiver-reversal", "adjustment"),
  number: Type.String(),
  reference: orNull(Type.String()),
  name: orNull(Type.String()),
  amount: Cents,
  means: orNull(oneOf("transfer", "cheque", "online", "cash")),
  words: orNull(Type.String()),
  recordedOn: Day,
});

export const recordPayment = Type.Object({ number: Type.String() });

export const refundCharge = Type.Object({ balance: Cents });

export const waiveCharge = Type.Object({ balance: Cents });

export const reverseWaiver = Type.Object({ charge: Id, reference: Type.String() });

export const askCharge = Type.Object({ told: Type.Boolean() });

export const listOwed = Type.Object({
  charges: Type.Array(OwedCharge),
  next: orNull(Type.Object({ dueOn: Day, id: Id })),
  /** Of those that are late, what was sent and what follows. */
  reminded: Type.Array(RemindedCharge),
  /** Debtors whose payments serve no charge, with the amount left over, beside charges that were overpaid. */
  spare: Type.Array(Type.Object({ debtor: Type.String(), name: orNull(Type.String()), amount: Cents })),
  totals: Type.Object({
    owed: Type.Integer(),
    count: Type.Integer(),
    late: Type.Integer(),
    suspended: Type.Integer(),
    toGiveBack: Type.Integer(),
  }),
});

export const seeOwed = Type.Object({ owed: Cents, count: Type.Integer(), late: Cents });

export const seeMoneyAbout = Type.Object({
  charges: Type.Array(Type.Object({ ...OwedCharge.properties, chargedOn: Day })),
  movements: Type.Array(Movement),
});

export const findCharges = Type.Object({ charges: Type.Array(OwedCharge), more: Type.Boolean() });

export const seeCharge = Type.Object({
  stuck: Type.Array(
    Type.Object({
      refund: Type.String(),
      amount: Cents,
      state: oneOf("asked", "given", "accepted", "failed"),
      askedAt: Moment,
    }),
  ),
  failed: Type.Array(
    Type.Object({
      refund: Type.String(),
      amount: Cents,
      state: oneOf("asked", "given", "accepted", "failed"),
      askedAt: Moment,
    }),
  ),
  charge: Charge,
  state: ChargeState,
  /** Its invoice asks for it: it is corrected by a credit, and given back by two people. */
  invoiced: Type.Boolean(),
  served: Type.Array(ServedBy),
  /** Of one that is late. */
  reminded: orNull(Reminded),
  history: ChargeHistory,
  givable: Type.Array(Givable),
  /** As whom its debtor owes: the years in which it may be claimed follow from that. */
  owes: oneOf("person", "body", "public"),
  language: orNull(oneOf("fr", "en")),
});

export const haveCharges = Type.Object({ any: Type.Boolean() });

export const myCharges = Type.Object({ charges: Type.Array(MyCharge) });

export const seeReceipt = Receipt;

export const myReceipt = Receipt;

export const exportMovements = Type.Object({ movements: Type.Array(Movement) });

export const exportOwed = Type.Object({ charges: Type.Array(OwedCharge) });
