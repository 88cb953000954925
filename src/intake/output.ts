/** The output schemas of the acts and views of intakes. */
import { Type } from "typebox";
import { Day, Moment, Nothing, Words, orNull } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";
import { SETTINGS } from "../law/intake.ts";
import { Id } from "../kit/shapes.ts";
import { FindingGiven } from "../law/output.ts";

const Pieces = Type.Array(
  Type.Object({
    pages: Type.Optional(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
    national: Type.Optional(Type.Boolean()),
    label: Words,
    key: Type.String(),
    needed: oneOf("waiver", "always", "experience", "abroad", "relief", "optional"),
    many: Type.Boolean(),
  }),
);

export const Intake = Type.Object({
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
  fees: Type.Array(Type.Object({ label: Words, key: Type.String(), amount: Type.Integer() })),
  pieces: Pieces,
  pagesOutside: oneOf("explain", "refuse"),
  interview: Type.Array(Type.Object({ label: Words, key: Type.String(), value: orNull(Type.Integer()) })),
  admissionValidity: Type.Object({ months: Type.Integer() }),
  waitingListRule: Type.Object({ kind: oneOf("none", "ranked"), most: orNull(Type.Integer()) }),
  appeal: Words,
  version: Type.Integer(),
});

const Settings = Type.Object({
  label: Words,
  places: orNull(Type.Integer()),
  answerWithin: Type.Optional(Type.Integer()),
  callsUntil: Type.Optional(Day),
  fees: Type.Array(Type.Object({ label: Words, key: Type.String(), amount: Type.Integer() })),
  pieces: Pieces,
  interview: Type.Array(Type.Object({ label: Words, key: Type.String(), value: orNull(Type.Integer()) })),
  appeal: Words,
  opens: orNull(Type.Object({ day: Day, time: Type.String() })),
  closes: orNull(Type.Object({ day: Day, time: Type.String() })),
  entryOn: orNull(Day),
  decidesBy: orNull(Type.String()),
  interviewsFrom: orNull(Type.String()),
  interviewsTo: orNull(Type.String()),
  pagesOutside: oneOf("explain", "refuse"),
  admissionValidity: orNull(Type.Object({ months: Type.Integer() })),
  waitingList: orNull(Type.Object({ kind: oneOf("none", "ranked"), most: orNull(Type.Integer()) })),
  toCheck: Type.Array(oneOf(...SETTINGS)),
});

const IntakeRow = Type.Object({
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

const IntakeChange = Type.Object({
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
