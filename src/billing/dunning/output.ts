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
  last: Type.Boolean(),
  remindedOn: orNull(Day),
  isPublic: Type.Boolean(),
});

/** What was sent of a late charge: reminders of a level, and the last mail «Rappeler maintenant»; and when the next one may go. */
const REMINDED = {
  sent: Type.Integer(),
  sentOn: orNull(Day),
  remindedOn: orNull(Day),
  /** Every level was sent: it is to be decided on. */
  last: Type.Boolean(),
  next: orNull(Day),
};
export const Reminded = named("Reminded", REMINDED);
export const RemindedCharge = named("RemindedCharge", { charge: Id, ...REMINDED });

export const listToRemind = Type.Object({
  charges: Type.Array(ToRemind),
  more: Type.Boolean(),
  /** Late too, with nothing to send today. */
  later: Type.Array(
    named("RemindLater", {
      id: Id,
      reference: Type.String(),
      name: orNull(Type.String()),
      balance: Cents,
      dueOn: Day,
      ...REMINDED,
    }),
  ),
  moreLater: Type.Boolean(),
});

export const disputeCharge = Type.Object({ suspended: Type.Boolean() });
