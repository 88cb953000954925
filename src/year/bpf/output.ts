/** The output schemas of the yearly declaration. */
import { Type } from "typebox";
import { Cents, Day, Moment, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { TRAINERS } from "../../decisions/bpf/rule.ts";
import { FRAMES } from "./rules/cells.ts";

const Count = Type.Integer();
const Value = orNull(Count);

/** An empty label in both languages: the page's own words name the row, by `own`. */
const Row = named("BpfRow", {
  cell: orNull(Type.String()),
  mark: Type.String(),
  label: orNull(Words),
  own: orNull(Type.String()),
  values: Type.Array(Value),
  before: orNull(Type.Array(Value)),
});

const Frame = named("BpfFrame", {
  frame: oneOf(...FRAMES, "D"),
  units: Type.Array(oneOf("euros", "percent", "people", "hours")),
  rows: Type.Array(Row),
});

const Deposit = named("BpfDeposit", {
  version: Count,
  depositedOn: Day,
  receipt: Type.String(),
  inputHash: Type.String(),
  frozenHash: Type.String(),
});

const Teacher = named("BpfTrainer", {
  trainer: Type.String(),
  name: Type.String(),
  minutes: Count,
  as: orNull(oneOf(...TRAINERS)),
});

export const seeBpf = Type.Object({
  year: Count,
  from: Day,
  to: Day,
  dueOn: orNull(Day),
  over: Type.Boolean(),
  /** The year in whose deposit this one stands as well: it is deposited no more by itself. */
  countedIn: orNull(Count),
  frames: Type.Array(Frame),
  /** What the lines of money come to before they are rounded. */
  cents: Cents,
  /** The year before as it was deposited, or as it is computed today; none where nothing was done here in it. */
  beforeIs: oneOf("deposited", "computed", "none"),
  identity: named("BpfIdentity", {
    name: Type.String(),
    activity: orNull(Type.String()),
    siret: orNull(Type.String()),
    address: Type.Array(Type.String()),
  }),
  findings: Type.Array(Words),
  inputHash: Type.String(),
  entry: orNull(
    named("BpfEntry", {
      version: Count,
      charges: Cents,
      trainerSalaries: Cents,
      purchases: Cents,
      otherTurnover: Cents,
      distance: Type.Boolean(),
      publicBody: Type.Boolean(),
      naf: Type.String(),
      entrustedPeople: orNull(Count),
      entrustedHours: orNull(Count),
      enteredAt: Moment,
    }),
  ),
  teachers: Type.Array(Teacher),
  /** Followed before this service, without days: in no frame. */
  carried: Type.Object({ people: Count, minutes: Count }),
  lacking: Type.Array(named("BpfLacking", { dossier: Id, name: Type.String(), number: Type.String(), why: Words })),
  /** Whose money cannot be computed: it stands in a later year. */
  unknown: Type.Array(
    named("BpfUnknown", { name: Type.String(), called: Type.String(), dossier: orNull(Id), why: Words }),
  ),
  /** Earlier years of which nothing was deposited here: what is of them is counted in this one. */
  undeposited: Type.Array(Count),
  /** Of this year, the latest first. */
  deposits: Type.Array(Deposit),
});

export const seeBpfs = Type.Object({
  years: Type.Array(
    named("BpfYear", {
      year: Count,
      from: Day,
      to: Day,
      dueOn: orNull(Day),
      over: Type.Boolean(),
      countedIn: orNull(Count),
      /** In force. */
      deposit: orNull(Type.Object({ version: Count, depositedOn: Day })),
    }),
  ),
});

/** As it was deposited, whatever changed since. */
export const seeBpfDeposit = Type.Object({
  year: Count,
  from: Day,
  to: Day,
  version: Count,
  /** The last version of its year. */
  last: Count,
  depositedOn: Day,
  receipt: Type.String(),
  by: Type.String(),
  inputHash: Type.String(),
  frozenHash: Type.String(),
  frames: Type.Array(Frame),
  documents: Type.Array(
    named("BpfCounted", {
      document: Type.String(),
      number: Type.String(),
      kind: oneOf("invoice", "credit", "accrued"),
      charge: orNull(Id),
      line: Type.String(),
      /** Null of fees. */
      source: orNull(Words),
      cents: Cents,
    }),
  ),
  leftOut: Type.Array(Type.Object({ called: Type.String(), name: orNull(Type.String()), dossier: orNull(Id) })),
});

export const seeBpfCell = Type.Object({
  label: orNull(Words),
  own: orNull(Type.String()),
  frame: oneOf(...FRAMES),
  mark: Type.String(),
  documents: Type.Array(
    named("BpfDocument", {
      document: Type.String(),
      kind: oneOf("invoice", "credit", "accrued", "declared"),
      number: Type.String(),
      invoice: orNull(Type.String()),
      charge: orNull(Id),
      name: Type.String(),
      called: Type.String(),
      on: orNull(Day),
      period: orNull(Type.Object({ from: Day, to: Day })),
      amount: orNull(Cents),
      comesTo: Cents,
      declared: Cents,
      cents: Cents,
    }),
  ),
  people: Type.Array(
    named("BpfPerson", { enrolment: Id, dossier: Id, name: Type.String(), number: Type.String(), minutes: Count }),
  ),
  teachers: Type.Array(Teacher),
});

export const enterBpf = Type.Object({ version: Count });
export const depositBpf = Type.Object({ version: Count, frozenHash: Type.String() });
