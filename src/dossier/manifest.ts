/** The dossier a candidate fills in and submits, alone or with the office. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as arrangeActs from "./arrange-acts.ts";
import * as bundleView from "./bundle-view.ts";
import { dossiersCheck } from "./check.ts";
import { derivingAgain } from "./deriving-again.ts";
import * as contactActs from "./contact/acts.ts";
import { contactEntries } from "./contact/pages/contact.ts";
import * as contactViews from "./contact/views.ts";
import * as identityActs from "./identity/acts.ts";
import { identityEntries } from "./identity/pages/identity.ts";
import * as identityViews from "./identity/views.ts";
import * as complementActs from "./complement-acts.ts";
import * as enteringActs from "./entering/acts.ts";
import { advisorEntries, dossierEntries } from "./entering/pages/entries.ts";
import * as followViews from "./follow-views.ts";
import { dossierRetained } from "./retention.ts";
import * as messagesActs from "./messages/acts.ts";
import { bundlePage } from "./pages/bundle.ts";
import { draftMinePart } from "./pages/left.ts";
import { dossierPages } from "./pages/pages.ts";
import { lateRefusals } from "./pages/refusals.ts";
import { dossierPapers } from "./pages/papers.ts";
import { dossierParts } from "./pages/person.ts";
import { feeOwedPart } from "./pages/given-back.ts";
import { withdrawnMinePart } from "./pages/withdraw.ts";
import { findReached } from "./reached.ts";
import { readsDossierFile } from "./reading.ts";
import * as submitActs from "./submit-acts.ts";
import * as views from "./views.ts";
import { dossierWaits, dossiersCalled } from "./waits.ts";
import { applicationWay } from "./way.ts";
import { menuOf } from "../page/menu.ts";
import type { SignedVisit } from "../page/page.ts";

export const manifest = {
  name: "dossier",
  reached: { dossier: findReached },
  acts: actsIn(acts, submitActs, complementActs, messagesActs, enteringActs, arrangeActs, contactActs, identityActs),
  views: viewsIn(bundleView, views, followViews, messagesActs, enteringActs, contactViews, identityViews),
  pages: [...dossierPages, bundlePage],
  entries: [dossierEntries, contactEntries, identityEntries],
  workEntries: [advisorEntries],
  retained: dossierRetained,
  fileReaders: { dossier: readsDossierFile },
  checks: [() => dossiersCheck],
  jobs: [derivingAgain],
  waits: dossierWaits,
  called: { dossier: dossiersCalled, candidacy: dossiersCalled, interviews: dossiersCalled },
  way: applicationWay,
  papers: dossierPapers,
  mine: async (visit: SignedVisit) => [...(await draftMinePart(visit)), ...(await withdrawnMinePart(visit))],
  owed: feeOwedPart,
  refusals: [lateRefusals],
  person: [dossierParts],
  menu: menuOf([
    {
      to: "/handicap",
      label: { fr: "Handicap", en: "Disability" },
      may: "read what is said of a disability",
      group: "applications",
      rank: 2,
    },
  ]),
};
