/** Where trainings have got to, for lists of people. */
import type { Stands } from "../office/persons/stands.ts";
import { enrolmentsAmong } from "./cohorts/store.ts";
import { ENROLMENT } from "./rules/enrolment.ts";

export const trainingsStand: Stands = async (tx, dossiers) =>
  new Map(
    (await enrolmentsAmong(tx, dossiers)).map(({ dossier, state, cohort }) => {
      const { fr, en } = ENROLMENT.states[state];
      return [dossier, { fr: `Formation ${fr}, ${cohort}`, en: `Training ${en}, ${cohort}` }];
    }),
  );
