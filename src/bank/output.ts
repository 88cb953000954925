/** The output schemas of the acts and views of the bank. */
import { Type } from "typebox";
import { Cents, Day, Moment, Nothing, Words, orNull, named } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";

const Slip = named("DepositSlip", {
  id: Id,
  number: Type.String(),
  depositedOn: Day,
  count: Type.Integer(),
  total: Cents,
});

const BankLine = named("BankLine", {
  bookedOn: Day,
  amount: Cents,
  label: Type.String(),
  counterparty: orNull(Type.String()),
  servicerReference: orNull(Type.String()),
});

const LineState = named("BankLineState", {
  ...BankLine.properties,
  id: Type.String(),
  remaining: Cents,
  aside: orNull(Type.String()),
  asideReason: orNull(Type.String()),
  elsewhere: Type.Boolean(),
});

const FileLine = named("BankFileLine", {
  ...LineState.properties,
  position: Type.Integer(),
  /** `named`: the charge's reference, or the debtor's name. */
  pays: Type.Array(
    Type.Object({
      charge: orNull(Type.String()),
      debtor: orNull(Type.String()),
      named: Type.String(),
      number: Type.String(),
      slip: orNull(Id),
    }),
  ),
});

const AsideLine = named("AsideLine", { ...LineState.properties, setOn: Day });

const File = named("BankFile", {
  importedAt: Moment,
  id: Type.String(),
  name: Type.String(),
  format: Type.String(),
  firstOn: orNull(Day),
  lastOn: orNull(Day),
  lines: Type.Integer(),
});

const Share = named("MatchShare", { charge: Type.String(), amount: Cents });

const Proposal = named("MatchProposal", {
  charge: Type.String(),
  amount: Cents,
  why: Type.Array(oneOf("name", "part", "amount", "invoice", "dossier", "reference", "twin", "settled", "out", "own")),
});

const Planned = named("PlannedEntry", {
  key: Type.String(),
  line: BankLine,
  match: Type.Union([
    Type.Object({ kind: Type.Literal("exact"), shares: Type.Array(Share) }),
    Type.Object({ kind: Type.Literal("proposed"), proposals: Type.Array(Proposal) }),
    Type.Object({ kind: Type.Literal("none") }),
  ]),
  stored: Type.Boolean(),
  told: orNull(oneOf("typed", "slip", "returned", "refund")),
});

const KnownCharge = named("KnownCharge", {
  id: Id,
  reference: Type.String(),
  total: Cents,
  balance: Cents,
  name: orNull(Type.String()),
});

const SeenDraft = named("SeenDraft", {
  account: orNull(Type.String()),
  name: Type.String(),
  id: Type.String(),
  format: Type.String(),
  spent: Type.Integer(),
  pending: orNull(Type.Integer()),
  skipped: Type.Array(Type.Object({ row: Type.Integer(), why: Words })),
  planned: Type.Array(Planned),
  known: Type.Integer(),
  aside: Type.Integer(),
  charges: Type.Array(KnownCharge),
});

const NamedPayer = named("NamedPayer", {
  debtor: Type.String(),
  name: Type.String(),
  auxiliary: Type.String(),
  why: Type.Array(oneOf("name", "account")),
});

const Typed = named("TypedPayment", {
  id: Id,
  number: Type.String(),
  amount: Cents,
  paidOn: Day,
  recordedOn: Day,
  debtor: Type.String(),
  reference: orNull(Type.String()),
  name: orNull(Type.String()),
});

const Returnable = named("ReturnablePayment", {
  ...Typed.properties,
  means: oneOf("transfer", "cheque"),
  drawer: orNull(Type.String()),
  chequeNumber: orNull(Type.String()),
});

const GivenBack = named("GivenBack", {
  id: Id,
  amount: Cents,
  refundedOn: Day,
  means: Type.String(),
  charge: orNull(Id),
  debtor: orNull(Type.String()),
  name: orNull(Type.String()),
});

/** `number`: of the receipt, or of the slip; empty of a refund. */
const Tie = named("EntryTie", {
  id: Id,
  payment: orNull(Id),
  slip: orNull(Id),
  refund: orNull(Id),
  amount: Cents,
  number: Type.String(),
  name: orNull(Type.String()),
  on: Day,
});

/** Noted as unpaid already: the entry may tell of it. */
const Bounced = named("BouncedPayment", {
  ...Returnable.properties,
  returnedOn: Day,
});

const SeenLine = named("SeenLine", {
  line: LineState,
  left: Type.Integer(),
  proposals: Type.Array(
    Type.Object({
      ...KnownCharge.properties,
      why: Type.Array(
        oneOf("name", "part", "amount", "invoice", "dossier", "reference", "twin", "settled", "out", "own"),
      ),
    }),
  ),
  payers: Type.Array(NamedPayer),
  typed: Type.Array(Typed),
  slips: Type.Array(Slip),
  returned: Type.Array(Returnable),
  bounced: Type.Array(Bounced),
  refunds: Type.Array(GivenBack),
  ties: Type.Array(Tie),
});

const SlipCheque = named("Cheque", {
  number: orNull(Type.String()),
  charge: orNull(Type.String()),
  debtor: orNull(Type.String()),
  /** Its charge's reference, or its debtor's name. */
  named: Type.String(),
  amount: Cents,
  drawer: Type.String(),
  bank: orNull(Type.String()),
  receipt: Type.String(),
  /** It came back unpaid. */
  returned: Type.Boolean(),
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

export const tieLine = Type.Object({ tie: Id });

export const untieLine = Nothing;

export const noteReturned = Type.Object({ charge: orNull(Type.String()), debtor: orNull(Type.String()) });

export const setLineAside = Nothing;

export const takeLineBack = Nothing;

export const recordCheques = Type.Object({ slip: Type.String(), number: Type.String() });

export const seeBank = Type.Object({
  files: Type.Array(File),
  open: Type.Object({ count: Type.Integer(), amount: Cents }),
  aside: Type.Integer(),
  slips: Type.Array(Slip),
});

export const seeToReconcile = Type.Object({ count: Type.Integer() });

export const seeBankFile = Type.Object({
  file: File,
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
  open: Type.Object({ count: Type.Integer(), amount: Cents }),
});

export const seeBankLine = SeenLine;

export const seeSlip = Type.Object({ ...Slip.properties, cheques: Type.Array(SlipCheque) });

/** What it named. */
export const reversePayment = Type.Object({ charge: orNull(Type.String()), debtor: orNull(Type.String()) });
