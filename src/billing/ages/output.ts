/** The output schema of what is owed, by age. */
import { Type } from "typebox";
import { Day, named, orNull } from "../../kit/output.ts";
import { oneOf } from "../../law/entry.ts";
import { MoneyProposal } from "../debtors/output.ts";

const Sum = Type.Object({ count: Type.Integer(), amount: Type.Integer() });
const AgeGroup = named("AgeGroup", {
  age: oneOf("coming", "month", "two-months", "three-months", "older", "suspended"),
  today: Sum,
  /** If nothing is paid until then. */
  soon: Sum,
});
const OwingMost = named("OwingMost", {
  debtor: Type.String(),
  name: orNull(Type.String()),
  open: Type.Integer(),
  late: Type.Integer(),
  soon: Type.Integer(),
  oldest: orNull(Day),
});

export const seeAgeGroups = Type.Object({
  on: Day,
  soon: Day,
  groups: Type.Array(AgeGroup),
  /** How many refunds and write-offs wait for a second person. */
  toAgree: Type.Integer(),
});

export const seeAges = Type.Object({
  proposals: Type.Array(MoneyProposal),
  on: Day,
  soon: Day,
  groups: Type.Array(AgeGroup),
  debtors: Type.Array(OwingMost),
});
