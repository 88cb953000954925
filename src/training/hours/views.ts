/** Hours due, planned and followed, by unit: of oneself, and of somebody for whoever runs the training. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findCohort, findEnrolment } from "../cohorts/store.ts";
import { hoursOf } from "./hours.ts";
import * as gives from "./output.ts";

const Asked = Type.Object({ enrolment: Id, language: Language }, closed);

export const myHours = defineView({
  name: "myHours",
  label: { fr: "Voir mes heures", en: "See my hours" },
  who: "be in training",
  form: Asked,
  gives: gives.Hours,
  async read(given) {
    const enrolment = await ownEnrolment(given.tx, given.actor, given.input.enrolment);
    return enrolment && labelledHours(given, enrolment, given.input.language);
  },
});

export const seeHours = defineView({
  name: "seeHours",
  label: { fr: "Voir les heures d’une personne", en: "See somebody’s hours" },
  who: "see the training",
  form: Asked,
  gives: gives.Hours,
  async read(given) {
    const enrolment = await findEnrolment(given.tx, given.input.enrolment);
    return enrolment && labelledHours(given, enrolment, given.input.language);
  },
});

/** With the names of the units. */
export async function labelledHours(given: Performing<unknown>, enrolment: Enrolment, lang: "fr" | "en") {
  const hours = await hoursOf(given, enrolment, lang);
  const cohort = await findCohort(given.tx, enrolment.cohort);
  const law = cohort && given.law(cohort.diploma, { version: cohort.lawVersion });
  if (!hours || !law) return undefined;
  const units = law.diploma.domains.flatMap((domain) => domain.units);
  const labels = new Map(units.map(({ unit, label }) => [unit, label]));
  return { ...hours, units: hours.units.map((one) => ({ ...one, label: labels.get(one.unit)! })) };
}
