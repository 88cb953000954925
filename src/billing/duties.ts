/** What the calendar does in billing. */
import type { Duty } from "../act/act.ts";
import { addDays } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { DRAFT_HOURS, dropBankDraft } from "./bank/acts.ts";
import { oldDrafts } from "./bank/files/store.ts";
import { REMINDER_DAYS, remindDebtor } from "./charges/acts.ts";
import { chargesToRecall } from "./charges/reminders/store.ts";

const DRAFT_LIFE = DRAFT_HOURS * 3_600_000;

export const dropBankDrafts: Duty<typeof dropBankDraft.form> = {
  act: dropBankDraft,
  async due({ tx, at, zone }, limit) {
    const old = await oldDrafts(tx, new Date(at.getTime() - DRAFT_LIFE), limit);
    return old.map(({ id, readAt }) => ({
      input: { file: id },
      // The same file may be read again later: it is another draft.
      key: `${id.slice(-32)}:${readAt.getTime()}`,
      day: dayIn(new Date(readAt.getTime() + DRAFT_LIFE), zone),
    }));
  },
};

/** A week before it is due; a server that was off catches up as long as it is not too late. */
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
