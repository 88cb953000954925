/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { Day, Kept, Moment, Nothing, orNull, named } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { REASONS } from "../decisions/interview-plan/facts.ts";
import { PURPOSES } from "./rules/day.ts";
import { convocation } from "../agenda/output.ts";
import { BECAME } from "../mail/became.ts";
import { INTERVIEW_STATES } from "./rules/state.ts";

const Text = Type.String();
const Words = named("GridWords", { fr: Text, en: Text });
const Stretch = named("TimeRange", { from: Text, to: Text });
const Settings = named("InterviewDaySettings", {
  opens: Text,
  closes: Text,
  breaks: Type.Array(Stretch),
  analysis: Type.Integer(),
  interview: Type.Integer(),
  step: Type.Union([Type.Literal(5), Type.Literal(10), Type.Literal(15)]),
  maxWait: Type.Integer(),
  pairs: Type.Array(Type.Object({ key: Text, members: Type.Array(Text) })),
  rooms: Type.Array(Type.Object({ room: Id, for: oneOf(...PURPOSES), seats: Type.Integer() })),
  texts: Type.Array(Type.Object({ key: Text, title: Text, body: Type.Optional(Text) })),
});
/** A text that is a file, opened by its id. */
const GivenFile = named("GivenFile", { id: Id, name: Text });
/** The preparation before an interview, in the law’s words. */
const Before = orNull(Type.Object({ part: Words, given: Words }));
const Names = Type.Record(Text, Text);

export const openInterviewDay = Type.Object({ day: Id, version: Type.Integer() });
export const changeInterviewDay = Type.Object({ version: Type.Integer() });
export const cancelInterviewDay = Nothing;
export const attachInterviewText = Type.Object({ file: Id });
export const noteNeeds = Type.Object({ version: Type.Integer() });
export const placeInterview = Type.Object({ interview: Id });
export const moveInterview = Type.Object({ version: Type.Integer() });
export const convoke = Type.Object({ told: Type.Integer() });
export const done = Nothing;

const Waiting = named("ToInterview", {
  dossier: Id,
  admissible: Type.Boolean(),
  number: Text,
  name: Text,
  account: orNull(Id),
  /** In percent: the extra time applied, and the part noted by hand. */
  extra: Type.Integer(),
  noted: Type.Integer(),
  away: Type.Array(Stretch),
  not: Type.Array(Text),
  arranged: orNull(Type.Object({ effects: Type.Optional(Type.Array(Text)), other: Type.Optional(Text) })),
  /** Whether an arrangement was requested and is not decided. */
  toArrange: Type.Boolean(),
});

export const seeToPlace = Type.Object({ ...Waiting.properties, intake: Id, version: Type.Integer() });

const Listed = named("Interview", {
  id: Id,
  dossier: Id,
  number: Text,
  name: Text,
  state: oneOf(...INTERVIEW_STATES),
  analysisRoom: orNull(Id),
  analysisAt: Moment,
  analysisUntil: Moment,
  room: Id,
  pair: Text,
  beginsAt: Moment,
  endsAt: Moment,
  text: orNull(Text),
  version: Type.Integer(),
  examiners: Type.Array(Text),
});

const Intake = named("InterviewIntake", { id: Id, label: Type.Object({ fr: Text, en: Text }), diploma: Text });

export const seeInterviewsOf = Type.Object({
  interviews: Type.Array(
    Type.Object({ id: Id, state: oneOf(...INTERVIEW_STATES), beginsAt: Moment, room: orNull(Text) }),
  ),
});

export const seeInterviewDays = Type.Object({
  intakes: Type.Array(
    Type.Object({
      intake: Intake,
      waiting: Type.Integer(),
      days: Type.Array(
        Type.Object({ id: Id, onDay: Day, cancelled: Type.Boolean(), placed: Type.Integer(), toTell: Type.Integer() }),
      ),
      /** The cursor of the intake's next page. */
      next: Type.Union([Type.Object({ intake: Id, on: Day, day: Id }), Type.Null()]),
    }),
  ),
});

const Doer = named("Doer", { actor: Text, name: Text });
const Room = named("Room", { id: Id, name: Text, seats: Type.Integer() });

export const seeNewInterviewDay = Type.Object({
  intake: Intake,
  interviewers: Type.Array(Doer),
  rooms: Type.Array(Room),
  preparation: Before,
  usual: Type.Object({ analysis: orNull(Type.Integer()), interview: orNull(Type.Integer()) }),
});

export const seeInterviewDay = Type.Object({
  id: Id,
  preparation: Before,
  intake: Intake,
  onDay: Day,
  settings: Settings,
  version: Type.Integer(),
  cancelled: Type.Boolean(),
  interviews: Type.Array(
    Type.Object({
      ...Listed.properties,
      toHandOver: Type.Boolean(),
      admissible: Type.Boolean(),
      toArrange: Type.Boolean(),
      told: orNull(oneOf(...BECAME)),
    }),
  ),
  waiting: Type.Array(Waiting),
  /** A proposed plan not kept yet, with names. */
  draft: orNull(
    Type.Object({
      placed: Type.Array(
        Type.Object({
          dossier: Id,
          name: Text,
          analysisRoom: orNull(Id),
          analysisFrom: orNull(Text),
          room: Id,
          pair: Text,
          interviewFrom: Text,
        }),
      ),
      unplaced: Type.Array(Type.Object({ dossier: Id, name: Text, reasons: Type.Array(oneOf(...REASONS, "several")) })),
      best: Type.Boolean(),
    }),
  ),
  /** Names of rooms by id and of people by actor. */
  names: Names,
  interviewers: Type.Array(Doer),
  rooms: Type.Array(Room),
  /** The texts that are a file, for who may read them. */
  files: Type.Array(Type.Object({ ...GivenFile.properties, text: Text })),
});

const Criteria = Type.Array(Type.Object({ key: Text, label: Type.Object({ fr: Text, en: Text }) }));
const Grid = named("InterviewGrid", { appreciations: Names, remark: Text });

export const seeInterview = Type.Object({
  preparation: Before,
  interview: Listed,
  /** Whether they were found eligible; if not, convoking needs a ground. */
  admissible: Type.Boolean(),
  /** What depends on it and prevents moving or ending it. */
  kept: Kept,
  /** What became of an unanswered convocation. */
  told: orNull(oneOf(...BECAME)),
  day: Type.Object({ id: Id, onDay: Day, settings: Settings }),
  names: Names,
  facts: Type.Array(
    Type.Object({
      kind: Text,
      at: Moment,
      by: Text,
      details: Type.Object({ reason: Type.Optional(Text), ground: Type.Optional(Text) }),
    }),
  ),
  links: Type.Array(Type.Object({ who: Text, said: Text, at: Moment, by: Text })),
  extra: Type.Integer(),
  toArrange: Type.Boolean(),
  /** Interviewers who finished their own grid. */
  finished: Type.Array(Text),
  criteria: Criteria,
  agreed: orNull(Type.Object({ ...Grid.properties, at: Moment })),
});

const Held = named("HeldInterview", {
  id: Id,
  preparation: Before,
  name: Text,
  number: Text,
  state: oneOf(...INTERVIEW_STATES),
  beginsAt: Moment,
  endsAt: Moment,
  analysisAt: Moment,
  room: Text,
  text: orNull(Text),
  /** The text itself, from when the candidate has it. */
  body: orNull(Text),
  file: orNull(GivenFile),
  with: Type.Array(Text),
  /** The interviewer's task: fill in their own grid, agree, or none. */
  todo: orNull(oneOf("fill", "agree")),
  linked: Type.Boolean(),
});

export const heldInterviews = Type.Object({ interviews: Type.Array(Held) });

export const openGrid = Type.Object({
  interview: Held,
  /** Whether the application text that the interview bears on can be read. */
  hasText: Type.Boolean(),
  criteria: Criteria,
  begun: Type.Boolean(),
  own: Type.Object({ ...Grid.properties, version: Type.Integer(), finished: Type.Boolean() }),
  /** The other interviewers' grids, once all are finished. */
  others: Type.Array(Type.Object({ ...Grid.properties, name: Text })),
  allFinished: Type.Boolean(),
  proposal: orNull(Type.Object({ ...Grid.properties, id: Id, by: Text, own: Type.Boolean(), agreed: Type.Boolean() })),
});

export const ownInterview = Type.Object({
  number: Text,
  diploma: Text,
  interview: orNull(
    Type.Object({
      id: Id,
      version: Type.Integer(),
      state: oneOf(...INTERVIEW_STATES),
      preparation: Before,
      analysisAt: Moment,
      analysisUntil: Moment,
      beginsAt: Moment,
      endsAt: Moment,
      analysisRoom: orNull(Text),
      room: Text,
      /** The title of the text handed to them, and the text itself if it was typed, once its time has begun. */
      text: orNull(Text),
      body: orNull(Text),
      file: orNull(GivenFile),
      longer: Type.Boolean(),
      reason: orNull(Text),
      street: Type.Array(Text),
      convocation,
    }),
  ),
});
