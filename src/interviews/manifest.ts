/** Interviews: days, places, pairs of interviewers, and their grids. */
import { callInterviewers, confirmInterview, convoke, askToMove, declineMove } from "./convoke-acts.ts";
import { cancelInterviewDay, changeInterviewDay, openInterviewDay } from "./day-acts.ts";
import { agreeGrid, declareInterviewLink, noteLink, proposeGrid, saveGrid } from "./grid-acts.ts";
import { keepPlan, planInterviewDay } from "./plan-acts.ts";
import { interviewsCheck } from "./check.ts";
import { interviewDayRetained, interviewRetained } from "./retention.ts";
import {
  cancelInterview,
  missInterview,
  moveInterview,
  noteNeeds,
  placeInterview,
  postponeInterview,
} from "./place-acts.ts";
import {
  heldInterviews,
  openGrid,
  ownInterview,
  seeInterview,
  seeInterviewDay,
  seeInterviewDays,
  seeNewInterviewDay,
  seeToPlace,
} from "./views.ts";

import { dayPage } from "./pages/day.ts";
import { daysEntries, daysPage } from "./pages/days.ts";
import { gridPage } from "./pages/grid.ts";
import { heldAwaits, heldEntries, minePage, textPage } from "./pages/held.ts";
import { interviewPage } from "./pages/one.ts";
import { ownEntries, ownPage } from "./pages/own.ts";
import { movePage, placePage } from "./pages/place.ts";
import { oneDay } from "./pages/routes.ts";
import { openHeardText } from "./text-view.ts";
import { newDayPage, setDayPage } from "./pages/set-day.ts";
import { interviewStanding } from "./standing.ts";

export const manifest = {
  name: "interviews",
  acts: [
    openInterviewDay,
    changeInterviewDay,
    cancelInterviewDay,
    planInterviewDay,
    keepPlan,
    noteNeeds,
    placeInterview,
    moveInterview,
    postponeInterview,
    cancelInterview,
    missInterview,
    convoke,
    callInterviewers,
    confirmInterview,
    askToMove,
    declineMove,
    saveGrid,
    proposeGrid,
    agreeGrid,
    declareInterviewLink,
    noteLink,
  ],
  views: [
    seeInterviewDays,
    seeNewInterviewDay,
    seeInterviewDay,
    seeInterview,
    seeToPlace,
    heldInterviews,
    openGrid,
    ownInterview,
    openHeardText,
  ],
  pages: [
    daysPage,
    newDayPage,
    dayPage,
    setDayPage,
    placePage,
    interviewPage,
    movePage,
    minePage,
    textPage,
    gridPage,
    ownPage,
  ],
  entries: [daysEntries, heldEntries, ownEntries],
  awaits: [heldAwaits],
  retained: [interviewRetained, interviewDayRetained],
  standing: interviewStanding,
  checks: [() => interviewsCheck],
  retainedOtherwise: {
    "whether somebody may be heard, which goes with what was decided of them": "interview_candidate",
  },
  places: { "interview-day": (id: string) => oneDay.to({ day: id }) },
};
