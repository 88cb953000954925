/** The deployment as a whole: whether it is a demonstration, and whether its clock can be trusted. */
import { actsIn } from "../act/gather.ts";
import * as birthActs from "./birth/acts.ts";
import * as clockActs from "./clock/acts.ts";

export const manifest = {
  name: "deployment",
  acts: actsIn(birthActs, clockActs),
  retainedOtherwise: {
    "when the calendar last ran, which is about nobody": "clock_mark",
    "whether the deployment is a demonstration, and its invented people": "birth",
  },
};
