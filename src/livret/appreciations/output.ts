/** The output schemas of the acts and views of appreciations. */
import { Type } from "typebox";
import { Day, Moment, Nothing, orNull, Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

/** `asked`: the number of new requests; an existing request is not repeated. */
export const askAppreciations = Type.Object({ asked: Type.Integer() });
export const withdrawAppreciation = Nothing;
export const writeAppreciation = Type.Object({ number: Type.Integer() });

const Written = named("WrittenAppreciation", {
  number: Type.Integer(),
  words: Type.String(),
  by: Type.String(),
  at: Moment,
});

const Request = {
  request: Id,
  kind: Type.String(),
  label: Words,
  /** The author's name at the time. */
  name: Type.String(),
  dueOn: Day,
  written: orNull(Written),
};

export const seeAppreciations = Type.Object({
  cohort: Type.Object({ id: Id, name: Type.String() }),
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Words,
      /** The possible authors. */
      doers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      directed: Type.Boolean(),
    }),
  ),
  people: Type.Array(Type.Object({ enrolment: Id, name: Type.String(), requests: Type.Array(Type.Object(Request)) })),
});

export const myAppreciations = Type.Object({
  requests: Type.Array(Type.Object({ ...Request, about: Type.String(), enrolment: Id })),
});
