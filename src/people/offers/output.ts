/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { ROLES } from "../../act/permissions.ts";
import { oneOf } from "../../law/entry.ts";
import { Id } from "../../kit/shapes.ts";
import { orNull } from "../../kit/output.ts";

export const acceptRole = Type.Object({
  role: oneOf(...ROLES),
});

export const declineRole = Type.Object({
  role: oneOf(...ROLES),
});

export const myOffers = Type.Object({
  offers: Type.Array(
    Type.Object({
      id: Id,
      role: oneOf(...ROLES),
      at: Type.String(),
      until: orNull(Type.String()),
      lapsed: Type.Boolean(),
    }),
  ),
});

export const seeOffers = Type.Object({
  offers: Type.Array(
    Type.Object({
      at: Type.String(),
      lapsed: Type.Boolean(),
      id: Id,
      account: Type.String(),
      address: Type.String(),
      role: oneOf(...ROLES),
      until: orNull(Type.String()),
      /** Waits for a second person; `own`: the reader cannot be that person. */
      waits: Type.Boolean(),
      own: Type.Boolean(),
    }),
  ),
});
