/** The output schemas of the views of reminders and closings. */
import { Type } from "typebox";
import { Moment } from "../kit/output.ts";

export const seeConcerned = Type.Object({
  late: Type.Array(Type.Object({ number: Type.String(), at: Moment })),
  unsent: Type.Integer(),
  unpaid: Type.Integer(),
});
