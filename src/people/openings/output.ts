/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { ROLES } from "../../act/permissions.ts";
import { Moment, Words, orNull } from "../../kit/output.ts";
import { oneOf } from "../../law/entry.ts";

export const myOpenings = Type.Object({
  openings: Type.Array(
    Type.Object({
      name: orNull(Type.String()),
      roles: Type.Array(oneOf(...ROLES)),
      openedAt: Moment,
      about: Type.String(),
      what: Words,
    }),
  ),
});
