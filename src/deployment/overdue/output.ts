/** The output schema of what could not be done. */
import { Type } from "typebox";
import { Day, Moment, named, Words } from "../../kit/output.ts";

const OverdueDuty = named("OverdueDuty", {
  act: Type.String(),
  key: Type.String(),
  due: Day,
  since: Moment,
  last: Moment,
  times: Type.Integer(),
  reason: Words,
});

export const seeOverdue = Type.Object({ duties: Type.Array(OverdueDuty), more: Type.Boolean() });
export const countOverdue = Type.Object({ count: Type.Integer() });
