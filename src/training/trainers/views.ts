/** Who teaches a cohort, and what is said of each. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { findCohort } from "../cohorts/store.ts";
import * as output from "./output.ts";
import { trainersOf } from "./trainers.ts";

export const seeTrainers = defineView({
  name: "seeTrainers",
  label: { fr: "Voir les formateurs d’une promotion", en: "See the trainers of a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id }, closed),
  output: output.seeTrainers,
  async read({ tx, input }) {
    const cohort = await findCohort(tx, input.cohort);
    return cohort && { cohort: { id: cohort.id, name: cohort.name }, trainers: await trainersOf(tx, cohort.id) };
  },
});
