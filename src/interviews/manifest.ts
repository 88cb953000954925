/** Interviews: days, places, pairs of interviewers, and their grids. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as convokeActs from "./convoke-acts.ts";
import * as dayActs from "./day-acts.ts";
import * as givenText from "./given-text.ts";
import * as gridActs from "./grid-acts.ts";
import * as planActs from "./plan-acts.ts";
import { interviewsCalendar } from "./calendar.ts";
import { interviewsCheck } from "./check.ts";
import { interviewDayRetained, interviewRetained } from "./retention.ts";
import * as placeActs from "./place-acts.ts";
import * as views from "./views.ts";

import { dayPage } from "./pages/day.ts";
import { daysEntries, daysPage } from "./pages/days.ts";
import { gridPage } from "./pages/grid.ts";
import { heldAwaits, heldEntries, minePage, textPage } from "./pages/held.ts";
import { interviewPage } from "./pages/one.ts";
import { interviewMinePart, ownEntries, ownPage } from "./pages/own.ts";
import { movePage, placePage } from "./pages/place.ts";
import { interviewsPart } from "./pages/person.ts";
import { daysSeated } from "./seated.ts";
import { interviewsEngaged } from "./engaged.ts";
import { oneDay } from "./pages/routes.ts";
import * as textView from "./text-view.ts";
import { newDayPage, setDayPage } from "./pages/set-day.ts";
import { interviewStanding } from "./standing.ts";
import { interviewWaits } from "./waits.ts";
import { interviewsUnderWay } from "./under-way.ts";
import { interviewWay } from "./way.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "interviews",
  acts: actsIn(dayActs, planActs, placeActs, convokeActs, gridActs, givenText),
  views: viewsIn(views, textView),
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
  person: [interviewsPart],
  entries: [ownEntries],
  workEntries: [daysEntries, heldEntries],
  awaits: [heldAwaits],
  retained: [interviewRetained, interviewDayRetained],
  standing: interviewStanding,
  waits: interviewWaits,
  way: interviewWay,
  calendar: [interviewsCalendar],
  mine: interviewMinePart,
  underWay: interviewsUnderWay,
  timetable: { seated: daysSeated },
  engaged: [{ read: interviewsEngaged }],
  fileReaders: { "interview-day": givenText.readsGivenText },
  checks: [() => interviewsCheck],
  retainedOtherwise: {
    "whether somebody may be heard, which goes with what was decided of them": "interview_candidate",
  },
  places: { "interview-day": (id: string) => oneDay.to({ day: id }) },
  menu: menuOf([
    {
      to: "/entretiens",
      label: { fr: "Entretiens", en: "Interviews" },
      may: "see the interviews",
      group: "applications",
      rank: 2,
    },
    {
      to: "/mes-entretiens",
      label: { fr: "Mes entretiens", en: "My interviews" },
      may: "hold interviews",
      group: "applications",
      rank: 3,
    },
  ]),
};
