/** The output schemas of money that is to be given back. */
import { Type } from "typebox";
import { Cents, Day, named, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";

export const noteMoneyGiven = Nothing;

export const seeMoneyToGive = named("MoneyToGive", {
  id: Id,
  debtor: Type.String(),
  name: orNull(Type.String()),
  amount: Cents,
  means: oneOf("transfer", "cheque", "cash"),
  reason: Type.String(),
  agreedOn: Day,
  made: orNull(Type.Object({ on: Day, byName: orNull(Type.String()) })),
  /** The entry of the bank that shows it. */
  line: orNull(Type.String()),
});
