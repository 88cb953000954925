/** The scheduled duty of tables that were read and not carried over. */
import type { Duty } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { DRAFT_HOURS, dropCarryDraft } from "./acts.ts";
import { oldDrafts } from "./store.ts";

const DRAFT_LIFE = DRAFT_HOURS * 3_600_000;

export const dropCarryDrafts: Duty<typeof dropCarryDraft.form> = {
  act: dropCarryDraft,
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
