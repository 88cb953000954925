/** A year’s intake: dates, places, pieces, fees. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import { closeIntakes } from "./duties.ts";
import { intakeEntries } from "./pages/entries.ts";
import { intakePages } from "./pages/pages.ts";
import * as views from "./views.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "intake",
  acts: actsIn(acts),
  views: viewsIn(views),
  pages: [...intakePages],
  duties: [closeIntakes],
  workEntries: [intakeEntries],
  /** Tables without data of any account, and why they need no retention period. */
  retainedOtherwise: {
    "the school’s own settings": "intake intake_change",
  },
  menu: menuOf([
    { to: "/campagnes", label: { fr: "Campagnes", en: "Intakes" }, may: "see the intakes", group: "applications" },
  ]),
};
