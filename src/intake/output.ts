/** The output schemas of the acts and views of intakes. */
import { Type } from "typebox";
import { Cents, Day, Moment, Nothing, Words, orNull, named } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";
import { SETTINGS } from "../law/intake.ts";
import { Id } from "../kit/shapes.ts";
import { FindingGiven } from "../law/output.ts";

/** A document asked for; `addFile` names it by `key`. */
const Piece = named("Piece", {
  pages: Type.Optional(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  national: Type.Optional(Type.Boolean()),
  label: Words,
  key: Type.String(),
  needed: oneOf("waiver", "always", "experience", "abroad", "relief", "optional"),
  many: Type.Boolean(),
});
const Fee = named("Fee", { label: Words, key: Type.String(), amount: Cents });
const InterviewFact = named("InterviewFact", { label: Words, key: Type.String(), value: orNull(Type.Integer()) });
const WaitingList = named("WaitingListRule", { kind: oneOf("none", "ranked"), most: orNull(Type.Integer()) });
const Validity = named("Validity", { months: Type.Integer() });

export const Intake = named("Intake", {
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  state: oneOf("open", "closed"),
  label: Words,
  opensAt: Moment,
  closesAt: Moment,
  entryOn: Day,
  decidesBy: orNull(Type.String()),
  interviewsFrom: orNull(Type.String()),
  interviewsTo: orNull(Type.String()),
  places: Type.Integer(),
  answerWithin: Type.Optional(Type.Integer()),
  callsUntil: Type.Optional(Day),
  fees: Type.Array(Fee),
  pieces: Type.Array(Piece),
  pagesOutside: oneOf("explain", "refuse"),
  interview: Type.Array(InterviewFact),
  admissionValidity: Validity,
  waitingListRule: WaitingList,
  appeal: Words,
  version: Type.Integer(),
});

const Settings = named("IntakeSettings", {
  label: Words,
  places: orNull(Type.Integer()),
  answerWithin: Type.Optional(Type.Integer()),
  callsUntil: Type.Optional(Day),
  fees: Type.Array(Fee),
  pieces: Type.Array(Piece),
  interview: Type.Array(InterviewFact),
  appeal: Words,
  opens: orNull(Type.Object({ day: Day, time: Type.String() })),
  closes: orNull(Type.Object({ day: Day, time: Type.String() })),
  entryOn: orNull(Day),
  decidesBy: orNull(Type.String()),
  interviewsFrom: orNull(Type.String()),
  interviewsTo: orNull(Type.String()),
  pagesOutside: oneOf("explain", "refuse"),
  admissionValidity: orNull(Validity),
  waitingList: orNull(WaitingList),
  toCheck: Type.Array(oneOf(...SETTINGS)),
});

const IntakeRow = named("PreparedIntake", {
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  state: oneOf("preparing", "open", "closed"),
  version: Type.Integer(),
  settings: Settings,
  opensAt: orNull(Moment),
  closesAt: orNull(Moment),
  preparedFrom: orNull(Type.String()),
  preparedAt: Moment,
  openedAt: orNull(Moment),
});

const IntakeChange = named("IntakeChange", {
  id: Id,
  at: Moment,
  by: Type.String(),
  reason: Type.String(),
  before: Type.Partial(Settings),
  after: Type.Partial(Settings),
});

export const prepareIntake = Type.Object({ id: Id, version: Type.Integer() });

export const saveIntake = Type.Object({ version: Type.Integer() });

export const openIntake = Type.Object({ version: Type.Integer() });

export const changeIntake = Type.Object({ version: Type.Integer() });

export const dropIntake = Nothing;

export const seeOpenIntakes = Type.Object({ now: Moment, open: Type.Array(Intake), coming: Type.Array(Intake) });

export const seePublicIntake = Type.Object({
  now: Moment,
  intake: Type.Object({
    id: Id,
    diploma: Type.String(),
    lawVersion: Type.String(),
    settings: Settings,
    opensAt: orNull(Moment),
    closesAt: orNull(Moment),
  }),
});

export const listIntakes = Type.Object({ now: Moment, intakes: Type.Array(IntakeRow) });

export const seeIntake = Type.Object({
  now: Moment,
  intake: IntakeRow,
  findings: Type.Array(FindingGiven),
  changes: Type.Array(IntakeChange),
});
