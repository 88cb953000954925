/** The livret de formation: its contents for a trainee, and its issued versions. */
import { issueLivret, withdrawLivret } from "./acts.ts";
import { askAppreciations, withdrawAppreciation, writeAppreciation } from "./appreciations/acts.ts";
import { appreciationsDependents } from "./appreciations/dependents.ts";
import { cohortAppreciationsPage } from "./appreciations/pages/cohort.ts";
import {
  appreciationAwaits,
  appreciationEntries,
  appreciationPage,
  appreciationsPage,
} from "./appreciations/pages/mine.ts";
import { myAppreciations, seeAppreciations } from "./appreciations/views.ts";
import {
  livretAwaits,
  livretEntries,
  livretPage,
  livretPdfPage,
  livretsPage,
  myLivretPage,
  myLivretPdfPage,
} from "./pages/livret.ts";
import { issuedLivret, myIssuedLivret, myLivret, seeLivret, seeLivrets } from "./views.ts";

export const manifest = {
  name: "livret",
  acts: [askAppreciations, withdrawAppreciation, writeAppreciation, issueLivret, withdrawLivret],
  views: [myLivret, seeLivret, seeLivrets, seeAppreciations, myAppreciations, issuedLivret, myIssuedLivret],
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
  entries: [livretEntries, appreciationEntries],
  awaits: [livretAwaits, appreciationAwaits],
  dependents: { trainings: appreciationsDependents },
};
