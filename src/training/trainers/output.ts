/** The output schemas of who teaches a cohort. */
import { Type } from "typebox";
import { named, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

export const describeTrainer = Nothing;

export const seeTrainers = Type.Object({
  cohort: Type.Object({ id: Id, name: Type.String() }),
  trainers: Type.Array(
    named("CohortTrainer", {
      trainer: Type.String(),
      name: Type.String(),
      units: Type.Array(Type.String()),
      reference: orNull(Type.String()),
    }),
  ),
});
