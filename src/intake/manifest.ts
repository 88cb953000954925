/** A year’s intake: dates, places, pieces, fees. */
import { changeIntake, closeIntake, dropIntake, openIntake, prepareIntake, saveIntake } from "./acts.ts";
import { closeIntakes } from "./duties.ts";
import { intakeEntries } from "./pages/entries.ts";
import { intakePages } from "./pages/pages.ts";
import { listIntakes, seeIntake, seeOpenIntakes, seePublicIntake } from "./views.ts";

export const manifest = {
  name: "intake",
  acts: [prepareIntake, saveIntake, openIntake, changeIntake, closeIntake, dropIntake],
  views: [listIntakes, seeIntake, seePublicIntake, seeOpenIntakes],
  pages: [...intakePages],
  duties: [closeIntakes],
  entries: [intakeEntries],
  /** Tables without data of any account, and why they need no retention period. */
  retainedOtherwise: {
    "the school’s own settings": "intake intake_change",
  },
};
