/** The scheduled duties of the bank. */
import type { Duty } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { DRAFT_HOURS, dropBankDraft } from "./acts.ts";
import { oldDrafts } from "./files/store.ts";

const DRAFT_LIFE = DRAFT_HOURS * 3_600_000;

export const dropBankDrafts: Duty<typeof dropBankDraft.form> = {
  act: dropBankDraft,
  foretold: { unpreventable: "the file can be sent again" },
  async due({ tx, at, zone }, limit) {
    const old = await oldDrafts(tx, new Date(at.getTime() - DRAFT_LIFE), limit);
    return old.map(({ id, readAt }) => ({
      input: { file: id },
      // With the time of reading: the same file may be read again, as another draft.
      key: `${id.slice(-32)}:${readAt.getTime()}`,
      day: dayIn(new Date(readAt.getTime() + DRAFT_LIFE), zone),
    }));
  },
};
