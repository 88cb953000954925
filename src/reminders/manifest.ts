/** Reminders to applicants: deadlines, more time, and new readers of what they confided. */
import { tellOfAdvisor } from "./confided/acts.ts";
import { tellOfAdvisors } from "./confided/duties.ts";
import { chooseRemindersAbout, putOffFee, remindOfDeadline, takeInTime, tellProlonged } from "./acts.ts";
import { putOffFees, remindOfDeadlines, takeProlongedInTime, tellOfProlongedIntakes } from "./duties.ts";
import { remindersDependents } from "./dependents.ts";
import { stopRemindersPage } from "./pages/stop.ts";
import { remindersAbout, seeConcerned } from "./views.ts";

export const manifest = {
  name: "reminders",
  acts: [tellOfAdvisor, remindOfDeadline, tellProlonged, takeInTime, putOffFee, chooseRemindersAbout],
  views: [remindersAbout, seeConcerned],
  pages: [stopRemindersPage],
  duties: [tellOfAdvisors, tellOfProlongedIntakes, takeProlongedInTime, putOffFees, remindOfDeadlines],
  dependents: { drafts: remindersDependents, applications: remindersDependents },
};
