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
  frames: Type.Array(
    named("BpfFrame", {
      frame: oneOf(...FRAMES, "D"),
      units: Type.Array(oneOf("euros", "percent", "people", "hours")),
      rows: Type.Array(Row),
    }),
  ),
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
  unknown: Type.Array(named("BpfUnknown", { name: Type.String(), called: Type.String(), why: Words })),
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
      depositedOn: orNull(Day),
    }),
  ),
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
