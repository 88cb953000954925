/** Who is in training, what they follow and followed, and the livret that says so. */
import {
  enrol,
  giveUpTraining,
  interruptTraining,
  openCohort,
  recordPartnerTrack,
  resumeTraining,
} from "./cohorts/acts.ts";
import {
  answerClaim,
  claimAttendance,
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "./attendance/acts.ts";
import { seeClaims, seeList } from "./attendance/views.ts";
import { seeCohort, seeCohorts, seeEnrolment } from "./cohorts/views.ts";
import { trainingHoldings } from "./holdings.ts";
import { myHours, seeHours } from "./hours/views.ts";
import { cancelLesson, handLesson, moveLesson, planLessons } from "./lessons/acts.ts";
import { myWeek, seeLessons, seeTeaching } from "./lessons/views.ts";
import { signProgramme } from "./programmes/acts.ts";
import { myProgramme, seeProgramme } from "./programmes/views.ts";

export const manifest = {
  name: "training",
  acts: [
    openCohort,
    recordPartnerTrack,
    enrol,
    interruptTraining,
    resumeTraining,
    giveUpTraining,
    signProgramme,
    planLessons,
    moveLesson,
    cancelLesson,
    handLesson,
    showCode,
    signHalfDay,
    markAttendance,
    countersign,
    correctAttendance,
    claimAttendance,
    answerClaim,
  ],
  views: [
    seeCohorts,
    seeCohort,
    seeEnrolment,
    seeProgramme,
    myProgramme,
    seeLessons,
    seeTeaching,
    myWeek,
    seeList,
    seeClaims,
    myHours,
    seeHours,
  ],
  holdings: trainingHoldings,
  heldOtherwise: {
    "cohorts, of nobody": "cohort partner_track",
    "lessons and their lists, which name a trainer by the number of an account or an invitation":
      "lesson attendance_list attendance_code",
  },
  places: { enrolment: (id: string) => `/inscriptions/${id}`, cohort: (id: string) => `/cohortes/${id}` },
};
