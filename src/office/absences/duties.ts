/** Calendar duty: erases absences the day after their last day. */
import { type Duty } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { forgetAbsence } from "./acts.ts";
import { absencesOver } from "./store.ts";

export const forgetAbsences: Duty<typeof forgetAbsence.form> = {
  act: forgetAbsence,
  foretold: { unpreventable: "it is over" },
  async due({ tx, today }, limit) {
    const over = await absencesOver(tx, today, limit);
    return over.map(({ id, until }) => ({ input: { id }, key: id, day: addDays(until, 1) }));
  },
};
