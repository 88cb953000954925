/** The output schemas of the acts and views of charges. */
import { Type } from "typebox";
import { Day, Moment, Words, orNull } from "../../kit/output.ts";
import { oneOf } from "../../law/entry.ts";
import { Id } from "../../kit/shapes.ts";
import { ChargeLine } from "../output.ts";

const OwedCharge = Type.Object({
  id: Id,
  dueOn: Day,
  reference: Type.String(),
  about: Type.String(),
  called: orNull(Type.String()),
  debtor: orNull(Type.String()),
  debtorName: orNull(Type.String()),
  total: Type.Integer(),
  suspended: Type.Boolean(),
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded"),
  paid: Type.Integer(),
  balance: Type.Integer(),
});

const Charge = Type.Object({
  id: Id,
  about: Type.String(),
  called: orNull(Type.String()),
  debtor: orNull(Type.String()),
  debtorName: orNull(Type.String()),
  lines: Type.Array(ChargeLine),
  total: Type.Integer(),
  reference: Type.String(),
  chargedOn: Day,
  dueOn: Day,
  suspended: Type.Boolean(),
});

const ChargeState = Type.Object({
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded"),
  total: Type.Integer(),
  paid: Type.Integer(),
  waived: Type.Integer(),
  refunded: Type.Integer(),
  balance: Type.Integer(),
  dueOn: orNull(Day),
  suspended: Type.Boolean(),
});

const FoundWaiver = Type.Object({
  reason: Type.String(),
  by: Type.String(),
  id: Id,
  charge: Type.String(),
  amount: Type.Integer(),
  on: Day,
  reversed: Type.Boolean(),
});

const Suspension = Type.Object({
  by: Type.String(),
  id: Id,
  why: Words,
  on: Day,
  endedOn: orNull(Day),
  reason: orNull(Type.String()),
});

const FoundPayment = Type.Object({
  id: Id,
  number: Type.String(),
  charge: Type.String(),
  amount: Type.Integer(),
  paidOn: Day,
  means: oneOf("transfer", "cheque", "online", "cash"),
  note: orNull(Type.String()),
  bankLine: orNull(Type.String()),
  online: orNull(Type.String()),
  reversed: Type.Boolean(),
});

const ChargePayment = Type.Object({ ...FoundPayment.properties, slip: orNull(Type.String()) });

const FoundRefund = Type.Object({
  id: Id,
  charge: Type.String(),
  amount: Type.Integer(),
  on: Day,
  means: oneOf("transfer", "cheque", "online", "cash"),
  reason: Type.String(),
  by: Type.String(),
  online: orNull(oneOf("asked", "given", "accepted", "failed")),
});

const ChargeHistory = Type.Object({
  payments: Type.Array(ChargePayment),
  reversals: Type.Array(Type.Object({ reason: Type.String(), by: Type.String(), id: Id, on: Day })),
  refunds: Type.Array(FoundRefund),
  waivers: Type.Array(FoundWaiver),
  waiverReversals: Type.Array(Type.Object({ reason: Type.String(), by: Type.String(), id: Id, on: Day })),
  putOffs: Type.Array(Type.Object({ reason: Type.String(), by: Type.String(), id: Id, dueOn: Day, on: Day })),
  suspensions: Type.Array(Suspension),
});

const MyCharge = Type.Object({
  id: Id,
  about: Type.String(),
  called: orNull(Type.String()),
  debtor: orNull(Type.String()),
  debtorName: orNull(Type.String()),
  lines: Type.Array(ChargeLine),
  total: Type.Integer(),
  reference: Type.String(),
  chargedOn: Day,
  dueOn: Day,
  suspended: Type.Boolean(),
  state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded"),
  paid: Type.Integer(),
  balance: Type.Integer(),
  waived: Type.Integer(),
  refunded: Type.Integer(),
  payments: Type.Array(ChargePayment),
  refunds: Type.Array(FoundRefund),
  why: orNull(Words),
  waivers: Type.Array(Type.Object({ on: Day, amount: Type.Integer() })),
  paying: orNull(oneOf("open", "failed", "under-way", "looked-at")),
});

const Receipt = Type.Object({
  charge: Charge,
  state: ChargeState,
  history: ChargeHistory,
  givable: Type.Array(Type.Object({ payment: Type.String(), number: Type.String(), amount: Type.Integer() })),
  language: orNull(oneOf("fr", "en")),
  payment: FoundPayment,
});

const Movement = Type.Object({
  day: Day,
  kind: oneOf("payment", "waiver", "refund", "reversal", "refund-failure", "waiver-reversal"),
  number: Type.String(),
  reference: Type.String(),
  name: orNull(Type.String()),
  amount: Type.Integer(),
  means: orNull(oneOf("transfer", "cheque", "online", "cash")),
  words: orNull(Type.String()),
});

export const recordPayment = Type.Object({ number: Type.String() });

export const refundCharge = Type.Object({ balance: Type.Integer() });

export const waiveCharge = Type.Object({ balance: Type.Integer() });

export const reverseWaiver = Type.Object({ balance: Type.Integer() });

export const askCharge = Type.Object({ told: Type.Boolean() });

export const listOwed = Type.Object({
  charges: Type.Array(OwedCharge),
  next: orNull(Type.Object({ dueOn: Day, id: Id })),
  totals: Type.Object({
    owed: Type.Integer(),
    count: Type.Integer(),
    late: Type.Integer(),
    suspended: Type.Integer(),
    toGiveBack: Type.Integer(),
  }),
});

export const findCharges = Type.Object({ charges: Type.Array(OwedCharge), more: Type.Boolean() });

export const seeCharge = Type.Object({
  stuck: Type.Array(
    Type.Object({
      refund: Type.String(),
      amount: Type.Integer(),
      state: oneOf("asked", "given", "accepted", "failed"),
      askedAt: Moment,
    }),
  ),
  failed: Type.Array(
    Type.Object({
      refund: Type.String(),
      amount: Type.Integer(),
      state: oneOf("asked", "given", "accepted", "failed"),
      askedAt: Moment,
    }),
  ),
  charge: Charge,
  state: ChargeState,
  history: ChargeHistory,
  givable: Type.Array(Type.Object({ payment: Type.String(), number: Type.String(), amount: Type.Integer() })),
  language: orNull(oneOf("fr", "en")),
});

export const myCharges = Type.Object({ charges: Type.Array(MyCharge) });

export const seeReceipt = Receipt;

export const myReceipt = Receipt;

export const exportMovements = Type.Object({ movements: Type.Array(Movement) });

export const exportOwed = Type.Object({ charges: Type.Array(OwedCharge) });
