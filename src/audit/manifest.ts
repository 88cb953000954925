/** The audit record: its proof, its checkpoints and their timestamps, and the law files that decisions name by hash. */
import { keepLawFile } from "./acts.ts";
import { makeCheckpoint } from "./checkpoint-acts.ts";
import { keepTimestamp } from "./timestamp-acts.ts";

export const manifest = {
  name: "audit",
  acts: [keepLawFile, makeCheckpoint, keepTimestamp],
  /** Tables without rows about an account, and the reason for each. */
  retainedOtherwise: {
    "the record itself, which holds no value":
      "audit_chain audit_record attempt checkpoint checkpoint_head checkpoint_timestamp timestamp_failure law_file migration job",
  },
};
