/** The deployment as a whole: whether it is a demonstration, and whether its clock can be trusted. */
import { bearDemo, showDemoPeople } from "./birth/acts.ts";
import { acceptClock } from "./clock/acts.ts";

export const manifest = {
  name: "deployment",
  acts: [bearDemo, showDemoPeople, acceptClock],
  retainedOtherwise: {
    "when the calendar last ran, which is about nobody": "clock_mark",
    "whether the deployment is a demonstration, and its invented people": "birth",
  },
};
