/** The output schemas of the acts and views of debtors. */
import { Type } from "typebox";
import { Cents, Day, Moment, named, Nothing, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { CONFIDENCES, oneOf } from "../../law/entry.ts";
import { Served } from "../charges/output.ts";

export const recordDebtorPayment = Type.Object({ number: Type.String() });
export const proposed = Type.Object({ proposal: Id });
export const agreed = Type.Object({ amount: Cents });
export const refusedProposal = Nothing;

const KnownDebtor = named("KnownDebtor", {
  debtor: Type.String(),
  name: orNull(Type.String()),
  open: Cents,
  available: Cents,
});

export const findDebtors = Type.Object({ debtors: Type.Array(KnownDebtor) });

const Means = oneOf("transfer", "cheque", "online", "cash");

const DebtorCharge = named("DebtorCharge", {
  id: Id,
  reference: Type.String(),
  invoice: orNull(Type.String()),
  called: orNull(Type.String()),
  about: Type.String(),
  lines: Type.Array(Type.Object({ label: Words, amount: Cents })),
  total: Cents,
  chargedOn: Day,
  dueOn: Day,
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded", "written-off"),
  paid: Cents,
  waived: Cents,
  balance: Cents,
  suspended: Type.Boolean(),
});

const DebtorPayment = named("DebtorPayment", {
  id: Id,
  number: Type.String(),
  charge: orNull(Id),
  amount: Cents,
  paidOn: Day,
  means: Means,
  reversed: Type.Boolean(),
  /** Of one that names no charge. */
  givenBack: Cents,
  served: Type.Array(Served),
  left: Cents,
});

export const MoneyProposal = named("MoneyProposal", {
  id: Id,
  kind: oneOf("refund", "rounding", "bad-debt"),
  debtor: Type.String(),
  name: orNull(Type.String()),
  charge: orNull(Id),
  payment: orNull(Id),
  amount: Cents,
  means: orNull(oneOf("transfer", "cheque", "cash", "online", "kept")),
  reason: Type.String(),
  on: Day,
  by: Type.String(),
  agreed: orNull(Type.Boolean()),
  receipt: orNull(Type.String()),
  reference: orNull(Type.String()),
  madeOn: orNull(Day),
  madeBy: orNull(Type.String()),
  /** Agreed to, and neither noted as sent nor shown by the bank. */
  toSend: Type.Boolean(),
});

const DebtorAccount = named("DebtorAccount", {
  ...KnownDebtor.properties,
  /** It pays by dossier: what it pays serves only what it names. */
  byDossier: Type.Boolean(),
  asked: Cents,
  waived: Cents,
  writtenOff: Cents,
  paid: Cents,
  late: Cents,
  count: Type.Integer(),
  next: orNull(Type.Object({ dueOn: Day, amount: Cents })),
  /** Of a body that was late: a fixed sum for recovery, which nothing bills by itself. Null of a person, or where it is not computed. */
  recovery: orNull(Cents),
  /** Of its late days; `why` they are not computed: their rate is not known, or changed meanwhile. Hundredths of a percent a year. */
  penalties: orNull(
    Type.Object({
      why: orNull(oneOf("unknown", "changed")),
      amount: orNull(Cents),
      rate: orNull(Type.Integer()),
      confidence: oneOf(...CONFIDENCES),
    }),
  ),
  charges: Type.Array(DebtorCharge),
  payments: Type.Array(DebtorPayment),
  proposals: Type.Array(MoneyProposal),
});

export const seeDebtor = DebtorAccount;

export const myAccount = DebtorAccount;

/**
 * `own`: the reader asked for it, so another person answers; `byName`: who asked, where an account did; `madeByName`: who noted that the money
 * left.
 */
export const seeProposal = Type.Object({
  ...MoneyProposal.properties,
  own: Type.Boolean(),
  byName: orNull(Type.String()),
  madeByName: orNull(Type.String()),
});

const SentTo = named("SentToDebtor", {
  id: Id,
  subject: Type.String(),
  paragraphs: Type.Array(Type.String()),
  lang: oneOf("fr", "en"),
  queuedAt: Moment,
  to: Type.String(),
  /** On paper; else by mail. */
  letter: Type.Boolean(),
});

export const seeSentTo = Type.Object({
  debtor: Type.String(),
  name: orNull(Type.String()),
  sent: Type.Array(SentTo),
});
