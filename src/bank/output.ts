/** The output schemas of the acts and views of the bank. */
import { Type } from "typebox";
import { Day, Moment, Nothing, Words, orNull } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";

const Slip = Type.Object({
  id: Id,
  number: Type.String(),
  depositedOn: Day,
  count: Type.Integer(),
  total: Type.Integer(),
});

const FileLine = Type.Object({
  id: Type.String(),
  bookedOn: Day,
  amount: Type.Integer(),
  label: Type.String(),
  counterparty: orNull(Type.String()),
  servicerReference: orNull(Type.String()),
  remaining: Type.Integer(),
  aside: orNull(Type.String()),
  asideReason: orNull(Type.String()),
  position: Type.Integer(),
  pays: Type.Array(Type.Object({ charge: Type.String(), reference: Type.String(), number: Type.String() })),
});

const AsideLine = Type.Object({
  id: Type.String(),
  bookedOn: Day,
  amount: Type.Integer(),
  label: Type.String(),
  counterparty: orNull(Type.String()),
  servicerReference: orNull(Type.String()),
  remaining: Type.Integer(),
  aside: orNull(Type.String()),
  asideReason: orNull(Type.String()),
  setOn: Day,
});

const BankLine = Type.Object({
  bookedOn: Day,
  amount: Type.Integer(),
  label: Type.String(),
  counterparty: orNull(Type.String()),
  servicerReference: orNull(Type.String()),
});

const Share = Type.Object({ charge: Type.String(), amount: Type.Integer() });

const Proposal = Type.Object({
  charge: Type.String(),
  amount: Type.Integer(),
  why: Type.Array(oneOf("name", "amount", "reference", "twin", "settled", "out", "own")),
});

const Planned = Type.Object({
  key: Type.String(),
  line: BankLine,
  match: Type.Union([
    Type.Object({ kind: Type.Literal("exact"), shares: Type.Array(Share) }),
    Type.Object({ kind: Type.Literal("proposed"), proposals: Type.Array(Proposal) }),
    Type.Object({ kind: Type.Literal("none") }),
  ]),
  stored: Type.Boolean(),
});

const KnownCharge = Type.Object({
  id: Id,
  reference: Type.String(),
  total: Type.Integer(),
  balance: Type.Integer(),
  name: orNull(Type.String()),
});

const SeenDraft = Type.Object({
  account: orNull(Type.String()),
  name: Type.String(),
  id: Type.String(),
  format: Type.String(),
  spent: Type.Integer(),
  skipped: Type.Array(Type.Object({ row: Type.Integer(), why: Words })),
  planned: Type.Array(Planned),
  known: Type.Integer(),
  aside: Type.Integer(),
  charges: Type.Array(KnownCharge),
});

const LineState = Type.Object({
  id: Type.String(),
  bookedOn: Day,
  amount: Type.Integer(),
  label: Type.String(),
  counterparty: orNull(Type.String()),
  servicerReference: orNull(Type.String()),
  remaining: Type.Integer(),
  aside: orNull(Type.String()),
  asideReason: orNull(Type.String()),
});

const SeenLine = Type.Object({
  line: LineState,
  left: Type.Integer(),
  proposals: Type.Array(
    Type.Object({
      id: Id,
      reference: Type.String(),
      total: Type.Integer(),
      balance: Type.Integer(),
      name: orNull(Type.String()),
      why: Type.Array(oneOf("name", "amount", "reference", "twin", "settled", "out", "own")),
    }),
  ),
});

const SlipCheque = Type.Object({
  number: orNull(Type.String()),
  charge: Type.String(),
  amount: Type.Integer(),
  drawer: Type.String(),
  bank: orNull(Type.String()),
  reference: Type.String(),
  receipt: Type.String(),
});

export const readBankFile = Type.Object({ file: Type.String(), imported: Type.Boolean() });

export const importBankFile = Type.Object({
  already: Type.Boolean(),
  matched: Type.Integer(),
  toDecide: Type.Integer(),
  known: Type.Integer(),
  payments: Type.Integer(),
});

export const matchLine = Type.Object({ numbers: Type.Array(Type.String()) });

export const setLineAside = Nothing;

export const takeLineBack = Nothing;

export const recordCheques = Type.Object({ slip: Type.String(), number: Type.String() });

export const seeBank = Type.Object({
  files: Type.Array(
    Type.Object({
      importedAt: Moment,
      id: Type.String(),
      name: Type.String(),
      format: Type.String(),
      firstOn: orNull(Day),
      lastOn: orNull(Day),
      lines: Type.Integer(),
    }),
  ),
  open: Type.Object({ count: Type.Integer(), amount: Type.Integer() }),
  aside: Type.Integer(),
  slips: Type.Array(Slip),
});

export const seeToReconcile = Type.Object({ count: Type.Integer() });

export const seeBankFile = Type.Object({
  file: Type.Object({
    importedAt: Moment,
    id: Type.String(),
    name: Type.String(),
    format: Type.String(),
    firstOn: orNull(Day),
    lastOn: orNull(Day),
    lines: Type.Integer(),
  }),
  lines: Type.Array(FileLine),
  next: orNull(Type.Integer()),
});

export const listAsideLines = Type.Object({
  lines: Type.Array(AsideLine),
  next: orNull(Type.Object({ setOn: Day, id: Type.String() })),
});

export const seeBankDraft = SeenDraft;

export const listBankLines = Type.Object({
  lines: Type.Array(LineState),
  next: orNull(Type.Object({ bookedOn: Day, id: Type.String() })),
  open: Type.Object({ count: Type.Integer(), amount: Type.Integer() }),
});

export const seeBankLine = SeenLine;

export const seeSlip = Type.Object({
  id: Id,
  number: Type.String(),
  depositedOn: Day,
  count: Type.Integer(),
  total: Type.Integer(),
  cheques: Type.Array(SlipCheque),
});

export const reversePayment = Type.Object({ charge: Type.String() });
