/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { Id } from "../../kit/shapes.ts";
import { Day, Kept, Moment, Nothing, orNull } from "../../kit/output.ts";
import { GUEST_ROLES } from "../../act/permissions.ts";
import { oneOf } from "../../law/entry.ts";

/** `waits`: the offer of roles that a second person has to confirm, if any. */
export const inviteGuest = Type.Object({ guest: Type.String(), waits: orNull(Id) });

export const confirmGuest = Type.Object({ guest: Id });

/** How many are prolonged, and how many wait for a second person. */
export const prolongGuests = Type.Object({ prolonged: Type.Integer(), waiting: Type.Integer() });

export const confirmGuests = Type.Object({ guests: Type.Array(Id) });

export const withdrawGuest = Nothing;

export const renewGuest = Nothing;

export const revokeGuest = Nothing;

/** Guests waiting for a second person; `own`: the reader cannot be that person. */
const Waiting = Type.Array(
  Type.Object({
    id: Id,
    guest: Id,
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
      /** The day by which something waits for them, if their invitation ends before it. */
      expected: orNull(Day),
      standing: oneOf("in force", "over", "taken back"),
      kept: Kept,
    }),
  ),
  waiting: Waiting,
});
