/** The parts of interviews, for the manifest of admission. */
import { callInterviewers, confirmInterview, convoke, askToMove, declineMove } from "../convoke-acts.ts";
import { cancelInterviewDay, changeInterviewDay, openInterviewDay } from "../day-acts.ts";
import { agreeGrid, declareInterviewLink, noteLink, proposeGrid, saveGrid } from "../grid-acts.ts";
import { keepPlan, planInterviewDay } from "../plan-acts.ts";
import { interviewsCheck } from "../check.ts";
import { interviewDayHolding, interviewHolding } from "../holdings.ts";
import {
  cancelInterview,
  missInterview,
  moveInterview,
  noteNeeds,
  placeInterview,
  postponeInterview,
} from "../place-acts.ts";
import {
  heldInterviews,
  openGrid,
  ownInterview,
  seeInterview,
  seeInterviewDay,
  seeInterviewDays,
  seeNewInterviewDay,
  seeToPlace,
} from "../views.ts";

import { dayPage } from "./day.ts";
import { daysEntries, daysPage } from "./days.ts";
import { gridPage } from "./grid.ts";
import { heldAwaits, heldEntries, minePage } from "./held.ts";
import { interviewPage } from "./one.ts";
import { ownEntries, ownPage } from "./own.ts";
import { movePage, placePage } from "./place.ts";
import { oneDay } from "./routes.ts";
import { newDayPage, setDayPage } from "./set-day.ts";

export const interviews = {
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
  ],
  pages: [daysPage, newDayPage, dayPage, setDayPage, placePage, interviewPage, movePage, minePage, gridPage, ownPage],
  entries: [daysEntries, heldEntries, ownEntries],
  awaits: [heldAwaits],
  holdings: [interviewHolding, interviewDayHolding],
  checks: [() => interviewsCheck],
  places: { "interview-day": (id: string) => oneDay.to({ day: id }) },
};
