/** What the acts and views of lessons give back, as programs receive it. */
import { Type } from "typebox";
import { Day, Nothing, orNull, Words } from "../../kit/gives.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { STATUSES } from "../../decisions/hours/rule.ts";

export const planLessons = Type.Object({ lessons: Type.Array(Id) });
export const moveLesson = Nothing;
export const cancelLesson = Nothing;
export const handLesson = Nothing;

export const Lesson = Type.Object({
  id: Id,
  cohort: Id,
  unit: Type.String(),
  label: Words,
  on: Day,
  from: Type.String(),
  to: Type.String(),
  half: oneOf("morning", "afternoon"),
  trainer: Type.String(),
  trainerName: Type.String(),
  room: orNull(Id),
  roomName: orNull(Type.String()),
  subject: Type.String(),
  version: Type.Integer(),
  cancelledWhy: orNull(Type.String()),
});

const Named = Type.Object({ id: Type.String(), name: Type.String() });

export const seeLessons = Type.Object({
  cohort: Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day }),
  lessons: Type.Array(Lesson),
  units: Type.Array(Type.Object({ unit: Type.String(), label: Words })),
  trainers: Type.Array(Named),
  rooms: Type.Array(Named),
});

export const seeTeaching = Type.Object({
  lessons: Type.Array(Type.Object({ ...Lesson.properties, cohortName: Type.String(), countersigned: Type.Boolean() })),
});

export const Marked = Type.Object({
  status: oneOf(...STATUSES),
  minutesMissed: orNull(Type.Integer()),
  how: oneOf("signed", "listed", "corrected"),
  countersigned: Type.Boolean(),
});

export const myWeek = Type.Object({
  lessons: Type.Array(Type.Object({ ...Lesson.properties, marked: orNull(Marked), maySign: Type.Boolean() })),
});
