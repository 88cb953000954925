/** The livret de formation: its contents for a trainee, and its issued versions. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as appreciationsActs from "./appreciations/acts.ts";
import { appreciationsDependents } from "./appreciations/dependents.ts";
import { cohortAppreciationsPage } from "./appreciations/pages/cohort.ts";
import {
  appreciationAwaits,
  appreciationEntries,
  appreciationPage,
  appreciationsPage,
} from "./appreciations/pages/mine.ts";
import * as appreciationsViews from "./appreciations/views.ts";
import {
  livretAwaits,
  livretEntries,
  livretPage,
  livretPdfPage,
  livretsPage,
  myLivretPage,
  myLivretPdfPage,
} from "./pages/livret.ts";
import * as views from "./views.ts";
import { livretWaits } from "./waits.ts";
import { menuOf } from "../page/menu.ts";
import { livretPapers } from "./pages/papers.ts";

export const manifest = {
  name: "livret",
  acts: actsIn(appreciationsActs, acts),
  views: viewsIn(views, appreciationsViews),
  pages: [
    myLivretPage,
    livretPage,
    livretsPage,
    cohortAppreciationsPage,
    appreciationsPage,
    appreciationPage,
    livretPdfPage,
    myLivretPdfPage,
  ],
  workEntries: [livretEntries, appreciationEntries],
  awaits: [livretAwaits, appreciationAwaits],
  waits: livretWaits,
  papers: livretPapers,
  dependents: { trainings: appreciationsDependents },
  menu: menuOf([
    { to: "/livrets", label: { fr: "Livrets", en: "Livrets" }, may: "read the livrets", group: "training", rank: 7 },
  ]),
};
