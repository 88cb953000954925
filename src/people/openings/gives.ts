/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Moment, Words, orNull } from "../../kit/gives.ts";
import { oneOf } from "../../law/entry.ts";

export const myOpenings = Type.Object({
  openings: Type.Array(
    Type.Object({
      name: orNull(Type.String()),
      roles: Type.Array(
        oneOf(
          "admission-officer",
          "head-of-training",
          "finance",
          "disability-advisor",
          "interviewer",
          "director",
          "administrator",
          "auditor",
        ),
      ),
      openedAt: Moment,
      about: Type.String(),
      what: Words,
    }),
  ),
});
