/** The scheduled duties of intakes. */
import type { Duty } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { closeIntake } from "./acts.ts";
import { intakesToClose } from "./store.ts";

/** Only the listed state: whether an application is in time is judged by the clock. */
export const closeIntakes: Duty<typeof closeIntake.form> = {
  act: closeIntake,
  foretold: { unpreventable: "it only lists: the clock judges what is late, by the day that waits with each draft" },
  async due({ tx, at, zone }, limit) {
    const over = await intakesToClose(tx, at, limit);
    return over.map(({ id, closesAt }) => ({
      input: { id },
      // A moved closing is a new duty.
      key: `${id}-${closesAt.getTime()}`,
      day: dayIn(closesAt, zone),
    }));
  },
};
