/** The output schemas of reminders of what is late. */
import { Type } from "typebox";
import { Cents, Day, named, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

/** How many were sent; the others reached no new level, or were paid or suspended meanwhile. */
export const sendDunning = Type.Object({ sent: Type.Integer(), byPost: Type.Integer(), left: Type.Integer() });

const ToRemind = named("ToRemind", {
  id: Id,
  reference: Type.String(),
  called: orNull(Type.String()),
  debtor: Type.String(),
  name: orNull(Type.String()),
  balance: Cents,
  chargedOn: Day,
  dueOn: Day,
  /** The level that it has reached, and the last that was sent. */
  level: Type.Integer(),
  sent: Type.Integer(),
  sentOn: orNull(Day),
  nextOn: orNull(Day),
  isPublic: Type.Boolean(),
});

export const listToRemind = Type.Object({ charges: Type.Array(ToRemind), more: Type.Boolean() });

export const disputeCharge = Type.Object({ suspended: Type.Boolean() });
