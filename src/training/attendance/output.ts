/** The output schemas of the acts and views of attendance. */
import { Type } from "typebox";
import { Moment, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { Lesson, Marked } from "../lessons/output.ts";

export const showCode = Type.Object({ code: Type.String() });
/** `left`: the tries that remain. */
export const signHalfDay = Type.Object({ signed: Type.Boolean(), lessons: Type.Integer(), left: Type.Integer() });
export const markAttendance = Type.Object({ marked: Type.Integer() });
export const countersign = Type.Object({ records: Type.Integer() });
export const correctAttendance = Nothing;
export const claimAttendance = Type.Object({ claim: Id });
export const answerClaim = Nothing;

export const seeList = Type.Object({
  lesson: Lesson,
  cohortName: Type.String(),
  people: Type.Array(
    Type.Object({
      enrolment: Id,
      name: Type.String(),
      /** Of the latest record; 0 if there is none. */
      number: Type.Integer(),
      /** The caller's own row: only others may mark or correct it. */
      own: Type.Boolean(),
      marked: orNull(Type.Object({ ...Marked.properties, proof: Type.String(), reason: Type.String() })),
      /** What the person says of it, as long as nobody has answered. */
      claim: orNull(Type.Object({ id: Id, words: Type.String(), file: orNull(Id) })),
    }),
  ),
  /** Of the half-day in progress, once the trainer has shown it. */
  code: orNull(Type.String()),
  running: Type.Boolean(),
  mine: Type.Boolean(),
  /** Whether the caller may countersign the list. */
  signs: Type.Boolean(),
  begun: Type.Boolean(),
  /** Only then may it be countersigned. */
  ended: Type.Boolean(),
  shown: Type.String(),
});

export const seeClaims = Type.Object({
  claims: Type.Array(
    Type.Object({
      id: Id,
      enrolment: Id,
      lesson: Lesson,
      name: Type.String(),
      words: Type.String(),
      file: orNull(Id),
      at: Moment,
    }),
  ),
});
