/** Where the pages of training stand. */
import { route } from "../../../page/route.ts";

export const places = {
  cohorts: route("/promotions"),
  cohort: route("/promotions/:cohort"),
  lessons: route("/promotions/:cohort/seances"),
  importLessons: route("/promotions/:cohort/seances/importer"),
  person: route("/inscriptions/:enrolment"),
  programme: route("/inscriptions/:enrolment/programme"),
  livret: route("/inscriptions/:enrolment/livret"),
  livretPdf: route("/inscriptions/:enrolment/livret/pdf"),
  myLivretPdf: route("/formation/:enrolment/livret/pdf"),
  livrets: route("/livrets"),
  lesson: route("/seances/:lesson"),
  sign: route("/seances/:lesson/contresigner"),
  change: route("/seances/:lesson/modifier"),
  correct: route("/seances/:lesson/corriger/:enrolment"),
  claims: route("/presences"),
  teaching: route("/mes-seances"),
  works: route("/inscriptions/:enrolment/travaux"),
  myWorks: route("/formation/:enrolment/travaux"),
  directed: route("/memoires"),
  mine: route("/formation"),
  myProgramme: route("/formation/:enrolment/programme"),
  myLivret: route("/formation/:enrolment/livret"),
  claim: route("/formation/seance/:lesson"),
} as const;
