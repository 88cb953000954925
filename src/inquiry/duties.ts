/** The scheduled duties of the public check. */
import type { Duty } from "../act/act.ts";
import { addDays } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { expireAnswer, expireInquiry, IDLE_HOURS, idleSince } from "./acts.ts";
import { expiredAnswers, idleInquiries } from "./store.ts";

export const dropIdleInquiries: Duty<typeof expireInquiry.form> = {
  act: expireInquiry,
  foretold: { unpreventable: "it is of nobody known, and its page says how long it is kept" },
  async due({ tx, at, zone }, limit) {
    const idle = await idleInquiries(tx, idleSince(at), limit);
    return idle.map(({ id, touchedAt }) => ({
      input: { id },
      key: id,
      day: dayIn(new Date(touchedAt.getTime() + IDLE_HOURS * 3_600_000), zone),
    }));
  },
};

/** An answer's last day is its `expires_on`; it is deleted the day after. */
export const dropExpiredAnswers: Duty<typeof expireAnswer.form> = {
  act: expireAnswer,
  foretold: { unpreventable: "it is of nobody known, and its page says how long it is kept" },
  async due({ tx, today }, limit) {
    const expired = await expiredAnswers(tx, today, limit);
    return expired.map(({ id, expiresOn }) => ({ input: { id }, key: id, day: addDays(expiresOn, 1) }));
  },
};
