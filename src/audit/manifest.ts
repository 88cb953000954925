/** The audit record: its proof, its checkpoints and their timestamps, and the law files that decisions name by hash. */
import { actsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as checkpointActs from "./checkpoint-acts.ts";
import * as timestampActs from "./timestamp-acts.ts";

export const manifest = {
  name: "audit",
  acts: actsIn(acts, checkpointActs, timestampActs),
  /** Tables without rows about an account, and the reason for each. */
  retainedOtherwise: {
    "the record itself, which holds no value":
      "audit_chain audit_record attempt checkpoint checkpoint_head checkpoint_timestamp timestamp_failure law_file migration job",
  },
};
