/** The output schemas of the views of one's own training. */
import { Type } from "typebox";
import { Day, Moment, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { Lesson, Marked } from "../lessons/output.ts";
import { ENROLMENT_STATES } from "../rules/enrolment.ts";

export const myTrainings = Type.Object({
  trainings: Type.Array(
    Type.Object({
      enrolment: Id,
      dossier: Id,
      diploma: Type.String(),
      cohort: Type.String(),
      startsOn: Day,
      endsOn: Day,
      state: oneOf(...ENROLMENT_STATES),
      contractOn: orNull(Day),
      programme: orNull(Type.Integer()),
      /** Whether the référentiel asks for written works. */
      works: Type.Boolean(),
      /** Whether the référentiel has a collective study. */
      study: Type.Boolean(),
    }),
  ),
});

export const myLesson = Type.Object({
  lesson: Lesson,
  marked: orNull(Marked),
  /** `file`: the name of what was attached. */
  claims: Type.Array(
    Type.Object({ words: Type.String(), file: orNull(Type.String()), at: Moment, answer: orNull(Type.String()) }),
  ),
});
