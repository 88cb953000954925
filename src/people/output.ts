/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { ROLES } from "../act/permissions.ts";
import { oneOf } from "../law/entry.ts";
import { Kept } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";

export const seeStaff = Type.Object({
  staff: Type.Array(
    Type.Object({
      at: Type.String(),
      id: Id,
      account: Type.String(),
      address: Type.String(),
      name: Type.String(),
      role: oneOf(...ROLES),
      proven: Type.Boolean(),
      kept: Kept,
    }),
  ),
});

/** `link`: the end of its address. */
export const seeDemoGuests = Type.Object({
  guests: Type.Array(Type.Object({ guest: Id, name: Type.String(), link: Type.String() })),
});
