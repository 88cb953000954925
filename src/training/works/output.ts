/** The output schemas of the acts and views of works. */
import { Type } from "typebox";
import { Day, Moment, Nothing, orNull, Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";

export const workDone = Nothing;
export const depositWork = Type.Object({
  receipt: Type.String(),
  count: orNull(Type.Integer()),
  within: orNull(Type.Boolean()),
});

const Work = named("WrittenWork", {
  exam: Type.String(),
  label: Words,
  length: oneOf("pages", "signs"),
  least: orNull(Type.Integer()),
  most: orNull(Type.Integer()),
  measure: Words,
  article: Type.String(),
  directed: Type.Boolean(),
  collective: Type.Boolean(),
  /** A length out of bounds is refused; otherwise it is told. */
  strict: Type.Boolean(),
  /** The kinds of files taken. */
  files: Type.Array(Type.String()),
  /** Whether the programme has the exam to be sat. */
  asked: Type.Boolean(),
  /** Why nothing is proposed or deposited for it, or no more. */
  closed: orNull(Words),
  group: orNull(Id),
  subject: orNull(Type.String()),
  standing: oneOf("none", "proposed", "validated", "refused"),
  reason: orNull(Type.String()),
  director: orNull(Type.Object({ actor: Type.String(), name: Type.String() })),
  deposit: orNull(
    Type.Object({
      file: Id,
      count: orNull(Type.Integer()),
      within: orNull(Type.Boolean()),
      receipt: orNull(Type.String()),
      sha256: orNull(Type.String()),
      at: orNull(Moment),
    }),
  ),
  happened: Type.Array(
    Type.Object({ kind: oneOf("proposed", "validated", "refused", "directed", "deposited", "withdrawn"), at: Moment }),
  ),
  withdrawable: Type.Boolean(),
  lastDay: Day,
});

export const seeWorks = Type.Object({
  enrolment: Id,
  name: Type.String(),
  works: Type.Array(Work),
  directors: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});

export const seeDirected = Type.Object({
  works: Type.Array(Type.Object({ enrolment: Id, name: Type.String(), ...Work.properties })),
});
