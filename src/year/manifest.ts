/** The year: what people are asked at the end, the rates that are published, and the yearly declaration. */
import { actsIn, viewsIn } from "../act/gather.ts";
import { menuOf } from "../page/menu.ts";
import * as bpfActs from "./bpf/acts.ts";
import { openBpfs } from "./bpf/duties.ts";
import { depositBpfPage, enterBpfPage } from "./bpf/pages/forms.ts";
import { bpfDepositPage } from "./bpf/pages/deposited.ts";
import { bpfCellPage, bpfPage, bpfXlsxPage } from "./bpf/pages/one.ts";
import { bpfYearsPage } from "./bpf/pages/years.ts";
import { bpfRetained } from "./bpf/retention.ts";
import * as bpfViews from "./bpf/views.ts";
import { bpfsCalled, bpfWaits } from "./bpf/waits.ts";
import { yearCheck } from "./check.ts";
import { directionPage } from "./director/pages/direction.ts";
import { directionFile } from "./director/pages/file.ts";
import { cohortHoursPage } from "./director/pages/hours.ts";
import { stepPage, unitPage } from "./director/pages/rows.ts";
import * as evidenceViews from "./director/evidence.ts";
import { evidencePage } from "./director/pages/evidence.ts";
import { proofsPage } from "./director/pages/proofs.ts";
import * as directorViews from "./director/views.ts";
import * as figureActs from "./figures/acts.ts";
import { asPublishedPage, resultsPage, resultsPart } from "./figures/pages/public.ts";
import { countedPage, publishPage, yearPage, yearsPage } from "./figures/pages/year.ts";
import * as figureViews from "./figures/views.ts";
import { lheoFile } from "./lheo/pages/file.ts";
import { lheoPage } from "./lheo/pages/offer.ts";
import * as lheoViews from "./lheo/views.ts";
import * as portalActs from "./portals/acts.ts";
import { lookToDeclare, lookToDeclareRates, looksToDeclare, looksToDeclareRates } from "./portals/looks.ts";
import { noteReceiptPage, noteTypedPage, portalTogetherPage } from "./portals/pages/forms.ts";
import { declaredPart, portalsPage } from "./portals/pages/list.ts";
import { portalLinePage } from "./portals/pages/one.ts";
import { readsReceipt } from "./portals/reading.ts";
import { portalsRetained } from "./portals/retention.ts";
import * as portalViews from "./portals/views.ts";
import { portalsCalled, portalWaits } from "./portals/waits.ts";
import * as passageActs from "./passages/acts.ts";
import { passagesPage } from "./passages/pages/all.ts";
import { passageFilePage, passageXmlPage } from "./passages/pages/one.ts";
import * as passageViews from "./passages/views.ts";
import { passageFilesCalled, passageFileWaits, passageWaits } from "./passages/waits.ts";
import { yearDependents } from "./retention.ts";
import * as surveyActs from "./surveys/acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks, remindSurveys } from "./surveys/duties.ts";
import { ownSurveyPage, surveyAnsweredPage, surveyByLinkPage } from "./surveys/pages/answer.ts";
import { surveysPage, surveyTextsPage } from "./surveys/pages/surveys.ts";
import * as surveyViews from "./surveys/views.ts";
import { yearWaits } from "./waits.ts";

export const manifest = {
  name: "year",
  acts: [...actsIn(surveyActs, figureActs, bpfActs, passageActs, portalActs), lookToDeclare, lookToDeclareRates],
  views: viewsIn(
    surveyViews,
    figureViews,
    directorViews,
    evidenceViews,
    bpfViews,
    lheoViews,
    passageViews,
    portalViews,
  ),
  pages: [
    surveyByLinkPage,
    surveyAnsweredPage,
    ownSurveyPage,
    surveysPage,
    surveyTextsPage,
    resultsPage,
    asPublishedPage,
    yearsPage,
    yearPage,
    publishPage,
    countedPage,
    directionPage,
    directionFile,
    stepPage,
    cohortHoursPage,
    unitPage,
    evidencePage,
    lheoPage,
    lheoFile,
    proofsPage,
    bpfYearsPage,
    bpfPage,
    bpfXlsxPage,
    bpfCellPage,
    bpfDepositPage,
    enterBpfPage,
    depositBpfPage,
    portalsPage,
    portalTogetherPage,
    portalLinePage,
    noteTypedPage,
    noteReceiptPage,
    passagesPage,
    passageFilePage,
    passageXmlPage,
  ],
  person: [declaredPart],
  fileReaders: { portal: readsReceipt },
  places: { portal: () => "/finances/a-declarer" },
  publishedResults: [resultsPart],
  duties: [askSurveys, remindSurveys, endSurveyAsks, closeSurveys, openBpfs, looksToDeclare, looksToDeclareRates],
  waits: [...yearWaits, bpfWaits, passageWaits, passageFileWaits, portalWaits],
  called: { bpf: bpfsCalled, "passage-file": passageFilesCalled, portal: portalsCalled },
  retained: [...bpfRetained, ...portalsRetained],
  checks: [() => yearCheck],
  dependents: { trainings: yearDependents },
  retainedOtherwise: {
    "how often each answer to a survey was given, which leads to nobody": "survey_box survey_closing",
    "the rates of a year as they were published, in which nobody is named": "figures_published",
    "files of diplomas by their number, and what became of them, in which nobody is named":
      "passage_file passage_file_fact",
  },
  menu: menuOf([
    { to: "/annee/direction", label: { fr: "L’année", en: "The year" }, may: "see the year", group: "house", rank: 2 },
    {
      to: "/finances/a-declarer",
      label: { fr: "À déclarer", en: "To declare" },
      may: "see the accounts",
      group: "money",
    },
    { to: "/annee", label: { fr: "Taux", en: "Rates" }, may: "see the year", group: "house" },
    { to: "/annee/preuves", label: { fr: "Qualiopi", en: "Qualiopi" }, may: "see the year", group: "house" },
    { to: "/annee/offre", label: { fr: "Offre LHÉO", en: "LHÉO offer" }, may: "see the year", group: "house" },
    { to: "/annee/enquetes", label: { fr: "Enquêtes", en: "Surveys" }, may: "see the year", group: "house" },
    {
      to: "/finances/bilan",
      label: { fr: "Bilan pédagogique et financier", en: "Yearly declaration" },
      may: "see the accounts",
      group: "money",
    },
    {
      to: "/annee/accrochage",
      label: { fr: "Caisse des Dépôts", en: "Caisse des Dépôts" },
      may: "prepare the certification",
      group: "house",
    },
  ]),
};
