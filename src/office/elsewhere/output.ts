/** The output of the view on who is elsewhere. */
import { Type } from "typebox";
import { Day, named, orNull, Words } from "../../kit/output.ts";

const Planned = named("Engaged", {
  what: Words,
  on: Day,
  from: orNull(Type.String()),
  until: orNull(Type.String()),
});

export const seeElsewhere = Type.Object({
  lines: Type.Array(
    Type.Object({
      name: orNull(Type.String()),
      on: Day,
      /** Null where it is only about to be planned. */
      one: orNull(Planned),
      other: Planned,
    }),
  ),
  more: Type.Boolean(),
});
