/** The work that follows acts on files. */
import type { Job } from "../jobs/job.ts";
import { DONE } from "../jobs/job.ts";
import { removeBytes } from "./attach.ts";
import { fileKey } from "./rules/file-key.ts";

/** Nothing names this copy, and nothing ever will: the same bytes sent again are another copy. */
export const bytesRemover: Job<{ sha256: string; copy: string }> = {
  errand: removeBytes,
  async work({ world, establishment, ids }) {
    if (!world.files) throw new Error("This world keeps no files");
    await world.files.store.remove(fileKey(establishment, ids));
    return DONE;
  },
};
