/** What the calendar does of intakes. */
import type { Duty } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { closeIntake } from "./acts.ts";
import { intakesToClose } from "./store.ts";

/** Whether an application is in time is judged on the clock; this only says so in the list. */
export const closeIntakes: Duty<typeof closeIntake.form> = {
  act: closeIntake,
  async due({ tx, at, zone }, limit) {
    const over = await intakesToClose(tx, at, limit);
    return over.map(({ id, closesAt }) => ({
      input: { id },
      // A closing that was moved is due again.
      key: `${id}-${closesAt.getTime()}`,
      day: dayIn(closesAt, zone),
    }));
  },
};
