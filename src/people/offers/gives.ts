/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { oneOf } from "../../law/entry.ts";
import { Id } from "../../kit/shapes.ts";
import { orNull } from "../../kit/gives.ts";

export const acceptRole = Type.Object({
  role: oneOf(
    "admission-officer",
    "head-of-training",
    "finance",
    "disability-advisor",
    "interviewer",
    "director",
    "administrator",
    "auditor",
  ),
});

export const declineRole = Type.Object({
  role: oneOf(
    "admission-officer",
    "head-of-training",
    "finance",
    "disability-advisor",
    "interviewer",
    "director",
    "administrator",
    "auditor",
  ),
});

export const myOffers = Type.Object({
  offers: Type.Array(
    Type.Object({
      id: Id,
      role: oneOf(
        "admission-officer",
        "head-of-training",
        "finance",
        "disability-advisor",
        "interviewer",
        "director",
        "administrator",
        "auditor",
      ),
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
      role: oneOf(
        "admission-officer",
        "head-of-training",
        "finance",
        "disability-advisor",
        "interviewer",
        "director",
        "administrator",
        "auditor",
      ),
      until: orNull(Type.String()),
    }),
  ),
});
