/** The deployment as a whole: whether it is a demonstration, whether its clock can be trusted, and what its calendar could not do. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as birthActs from "./birth/acts.ts";
import * as clockActs from "./clock/acts.ts";
import { overdueEntries, overduePage } from "./overdue/pages/overdue.ts";
import * as overdueViews from "./overdue/views.ts";

export const manifest = {
  name: "deployment",
  acts: actsIn(birthActs, clockActs),
  views: viewsIn(overdueViews),
  pages: [overduePage],
  workEntries: [overdueEntries],
  retainedOtherwise: {
    "when the calendar last ran, which is about nobody": "clock_mark",
    "what the calendar could not do, by ids, until it is done": "duty_fault",
    "whether the deployment is a demonstration, and its invented people": "birth",
  },
};
