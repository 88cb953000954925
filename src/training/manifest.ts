/** Who is in training, what they follow and followed, and the livret that says so. */
import {
  enrol,
  giveUpTraining,
  interruptTraining,
  openCohort,
  recordPartnerTrack,
  resumeTraining,
} from "./cohorts/acts.ts";
import { seeCohort, seeCohorts, seeEnrolment } from "./cohorts/views.ts";
import { trainingHoldings } from "./holdings.ts";
import { signProgramme } from "./programmes/acts.ts";
import { myProgramme, seeProgramme } from "./programmes/views.ts";

export const manifest = {
  name: "training",
  acts: [openCohort, recordPartnerTrack, enrol, interruptTraining, resumeTraining, giveUpTraining, signProgramme],
  views: [seeCohorts, seeCohort, seeEnrolment, seeProgramme, myProgramme],
  holdings: trainingHoldings,
  heldOtherwise: { "cohorts, of nobody": "cohort partner_track" },
  places: { enrolment: (id: string) => `/inscriptions/${id}`, cohort: (id: string) => `/cohortes/${id}` },
};
