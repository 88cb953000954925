/** The year: what people are asked at the end, and the rates that are published. */
import { actsIn, viewsIn } from "../act/gather.ts";
import { menuOf } from "../page/menu.ts";
import { yearCheck } from "./check.ts";
import { directionPage } from "./director/pages/direction.ts";
import { directionFile } from "./director/pages/file.ts";
import { stepPage, unitPage } from "./director/pages/rows.ts";
import * as directorViews from "./director/views.ts";
import * as figureActs from "./figures/acts.ts";
import { asPublishedPage, resultsPage, resultsPart } from "./figures/pages/public.ts";
import { countedPage, publishPage, yearPage, yearsPage } from "./figures/pages/year.ts";
import * as figureViews from "./figures/views.ts";
import { surveyDependents } from "./retention.ts";
import * as surveyActs from "./surveys/acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks, remindSurveys } from "./surveys/duties.ts";
import { ownSurveyPage, surveyAnsweredPage, surveyByLinkPage } from "./surveys/pages/answer.ts";
import { surveysPage, surveyTextsPage } from "./surveys/pages/surveys.ts";
import * as surveyViews from "./surveys/views.ts";
import { yearWaits } from "./waits.ts";

export const manifest = {
  name: "year",
  acts: actsIn(surveyActs, figureActs),
  views: viewsIn(surveyViews, figureViews, directorViews),
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
    unitPage,
  ],
  publishedResults: [resultsPart],
  duties: [askSurveys, remindSurveys, endSurveyAsks, closeSurveys],
  waits: yearWaits,
  checks: [() => yearCheck],
  dependents: { trainings: surveyDependents },
  retainedOtherwise: {
    "how often each answer to a survey was given, which leads to nobody": "survey_box survey_closing",
    "the rates of a year as they were published, in which nobody is named": "figures_published",
  },
  menu: menuOf([
    { to: "/annee/direction", label: { fr: "L’année", en: "The year" }, may: "see the year", group: "house" },
    { to: "/annee", label: { fr: "Taux", en: "Rates" }, may: "see the year", group: "house" },
    { to: "/annee/enquetes", label: { fr: "Enquêtes", en: "Surveys" }, may: "see the year", group: "house" },
  ]),
};
