/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Id } from "../../kit/shapes.ts";
import { Kept, Moment, Nothing, orNull } from "../../kit/gives.ts";
import { GUEST_ROLES } from "../../act/permissions.ts";
import { oneOf } from "../../law/entry.ts";

/** `waits`: what of it is for two to give, which another person has yet to confirm. */
export const inviteGuest = Type.Object({ guest: Type.String(), waits: orNull(Id) });

export const confirmGuest = Type.Object({ guest: Id });

export const withdrawGuest = Nothing;

export const renewGuest = Nothing;

export const revokeGuest = Nothing;

/** Who waits to be confirmed by a second person; `own`: by another than whoever asks. */
const Waiting = Type.Array(
  Type.Object({
    id: Id,
    name: Type.String(),
    address: Type.String(),
    roles: Type.Array(oneOf(...GUEST_ROLES)),
    until: Type.String(),
    by: Type.String(),
    own: Type.Boolean(),
  }),
);

export const seeWaitingGuests = Type.Object({ waiting: Waiting });

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
      kept: Kept,
    }),
  ),
  waiting: Waiting,
});
