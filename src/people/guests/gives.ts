/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Id } from "../../kit/shapes.ts";
import { Moment, Nothing, orNull } from "../../kit/gives.ts";
import { GUEST_ROLES } from "../../act/permissions.ts";
import { oneOf } from "../../law/entry.ts";

export const inviteGuest = Type.Object({ guest: Type.String() });

export const renewGuest = Nothing;

export const revokeGuest = Nothing;

export const seeGuests = Type.Object({
  guests: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      address: Type.String(),
      roles: Type.Array(oneOf(...GUEST_ROLES)),
      until: Type.String(),
      returned: Type.Boolean(),
      visitedAt: orNull(Moment),
      standing: oneOf("in force", "over", "taken back"),
    }),
  ),
});
