/** The scheduled duties of billing. */
import type { Duty } from "../act/act.ts";
import { addDays } from "../kit/day.ts";
import { REMINDER_DAYS, remindDebtor } from "./charges/acts.ts";
import { chargesToRecall } from "./charges/reminders/store.ts";

/** A week before the due day; a server that was off catches up until that day. */
export const recallCharges: Duty<typeof remindDebtor.form> = {
  act: remindDebtor,
  async due({ tx, today }, limit) {
    const charges = await chargesToRecall(
      tx,
      { from: today, to: addDays(today, REMINDER_DAYS), days: REMINDER_DAYS },
      limit,
    );
    return charges.map(({ id, dueOn }) => ({
      input: { id },
      key: `${id}:${dueOn}`,
      day: addDays(dueOn, -REMINDER_DAYS),
    }));
  },
};
