/** The parts of interviews, for the manifest of admission. */
import { callInterviewers, confirmInterview, convoke, askToMove, declineMove } from "../convoke-acts.ts";
import { cancelInterviewDay, changeInterviewDay, openInterviewDay } from "../day-acts.ts";
import { agreeGrid, declareLink, noteLink, proposeGrid, saveGrid } from "../grid-acts.ts";
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

export const interviews = {
  acts: [
    openInterviewDay,
    changeInterviewDay,
    cancelInterviewDay,
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
    declareLink,
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
  pages: [],
  entries: [],
  awaits: [],
  holdings: [interviewHolding, interviewDayHolding],
  checks: [() => interviewsCheck],
  places: {},
};
