/** Reminders to applicants: deadlines, more time, and new readers of what they confided. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as confidedActs from "./confided/acts.ts";
import { tellOfAdvisors } from "./confided/duties.ts";
import * as acts from "./acts.ts";
import { putOffFees, remindOfDeadlines, takeProlongedInTime, tellOfProlongedIntakes } from "./duties.ts";
import { remindersDependents } from "./dependents.ts";
import { stopRemindersPage } from "./pages/stop.ts";
import * as views from "./views.ts";

export const manifest = {
  name: "reminders",
  acts: actsIn(confidedActs, acts),
  views: viewsIn(views),
  pages: [stopRemindersPage],
  duties: [tellOfAdvisors, tellOfProlongedIntakes, takeProlongedInTime, putOffFees, remindOfDeadlines],
  dependents: { drafts: remindersDependents, applications: remindersDependents },
};
