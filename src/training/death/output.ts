/** The outputs of the acts and the view about a death. */
import { Type } from "typebox";
import { Day, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

/** How many trainings and applications it ended. */
export const recordDeath = Type.Object({ trainings: Type.Integer(), applications: Type.Integer() });
export const takeBackDeath = Nothing;

export const seeDeath = Type.Object({
  person: Id,
  name: Type.String(),
  recorded: orNull(
    Type.Object({
      diedOn: Day,
      paper: Type.String(),
      instead: orNull(Type.Object({ name: Type.String(), lines: Type.Array(Type.String()) })),
    }),
  ),
  /** What recording it would end: the names of cohorts, the numbers of applications. */
  ends: Type.Object({ trainings: Type.Array(Type.String()), applications: Type.Array(Type.String()) }),
});
