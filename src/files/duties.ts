/** The calendar's duty on files: uploads that were not attached are dropped after a day. */
import type { Duty } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { expireUpload, UPLOAD_LIFE } from "./acts.ts";
import { oldUploads } from "./store.ts";

export const dropUploads: Duty<typeof expireUpload.form> = {
  act: expireUpload,
  foretold: { unpreventable: "the file was attached to nothing and can be sent again" },
  async due({ tx, at, zone }, limit) {
    const old = await oldUploads(tx, new Date(at.getTime() - UPLOAD_LIFE), limit);
    return old.map(({ id, receivedAt }) => ({
      input: { id },
      key: id,
      day: dayIn(new Date(receivedAt.getTime() + UPLOAD_LIFE), zone),
    }));
  },
};
