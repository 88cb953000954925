/** The output schemas of the acts and views of lessons. */
import { Type } from "typebox";
import { ShownLines } from "../../act/shows.ts";
import { Day, Moment, Nothing, orNull, Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { STATUSES } from "../../decisions/hours/rule.ts";
import { HALVES } from "../rules/half-day.ts";
import { COLUMNS } from "../rules/lesson-table.ts";

export const planLessons = Type.Object({ lessons: Type.Array(Id) });
export const moveLesson = Nothing;
export const cancelLesson = Nothing;
export const handLesson = Nothing;

export const Lesson = named("Lesson", {
  id: Id,
  cohort: Id,
  unit: Type.String(),
  label: Words,
  on: Day,
  from: Type.String(),
  to: Type.String(),
  half: oneOf(...HALVES),
  trainer: Type.String(),
  trainerName: Type.String(),
  room: orNull(Id),
  roomName: orNull(Type.String()),
  subject: Type.String(),
  version: Type.Integer(),
  cancelledWhy: orNull(Type.String()),
});

export const importLessons = Type.Object({ lessons: Type.Array(Id), known: Type.Integer() });

/** What followers of a lesson have at the same time. */
const Beside = named("Overlap", { kind: Words, from: Moment, until: Moment, names: Type.Array(Type.String()) });

const Cells = Object.fromEntries(COLUMNS.map((column) => [column, Type.String()])) as Record<
  (typeof COLUMNS)[number],
  ReturnType<typeof Type.String>
>;

/** `fault`: why it is no table; then it has no lines. */
export const checkLessons = Type.Object({
  cohort: Type.Object({ id: Id, name: Type.String() }),
  fault: orNull(Words),
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      /** Null if it cannot be read. */
      on: orNull(Day),
      cells: Type.Object(Cells),
      state: oneOf("new", "known", "wrong"),
      problems: Type.Array(Type.Object({ column: Type.String(), said: Words })),
    }),
  ),
  /** What asks a ground. */
  asks: Type.Array(Words),
  counts: Type.Object({ new: Type.Integer(), known: Type.Integer(), wrong: Type.Integer() }),
});

const Named = named("NamedRow", { id: Type.String(), name: Type.String() });

export const seeLessons = Type.Object({
  cohort: Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day }),
  lessons: Type.Array(Type.Object({ ...Lesson.properties, ground: orNull(Words), beside: Type.Array(Beside) })),
  units: Type.Array(Type.Object({ unit: Type.String(), label: Words })),
  trainers: Type.Array(Named),
  rooms: Type.Array(Named),
});

export const seeTeaching = Type.Object({
  lessons: Type.Array(Type.Object({ ...Lesson.properties, cohortName: Type.String(), countersigned: Type.Boolean() })),
});

export const Marked = named("Attendance", {
  status: oneOf(...STATUSES),
  minutesMissed: orNull(Type.Integer()),
  how: oneOf("signed", "listed", "corrected"),
  countersigned: Type.Boolean(),
});

/** `beside`: what else the trainee has at that time. */
export const myWeek = Type.Object({
  lessons: Type.Array(
    Type.Object({
      ...Lesson.properties,
      marked: orNull(Marked),
      maySign: Type.Boolean(),
      /** What signing it signs: every lesson of its half-day and trainer that has begun. */
      signs: orNull(ShownLines),
      begun: Type.Boolean(),
      /** What is recorded is contested, and the school has not answered. */
      contested: Type.Boolean(),
      beside: Type.Array(Type.Omit(Beside, ["names"])),
    }),
  ),
});
