/** Hours due, planned and followed, by unit: one's own, and a trainee's for staff. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findCohort, findEnrolment } from "../cohorts/store.ts";
import { hoursOf } from "./hours.ts";
import * as output from "./output.ts";

const HoursForm = Type.Object({ enrolment: Id, language: Language }, closed);

export const myHours = defineView({
  name: "myHours",
  label: { fr: "Voir mes heures", en: "See my hours" },
  who: "be in training",
  form: HoursForm,
  output: output.Hours,
  async read(context) {
    const enrolment = await ownEnrolment(context.tx, context.actor, context.input.enrolment);
    return enrolment && labelledHours(context, enrolment, context.input.language);
  },
});

export const seeHours = defineView({
  name: "seeHours",
  label: { fr: "Voir les heures d’une personne", en: "See somebody’s hours" },
  who: "see the training",
  form: HoursForm,
  output: output.Hours,
  async read(context) {
    const enrolment = await findEnrolment(context.tx, context.input.enrolment);
    return enrolment && labelledHours(context, enrolment, context.input.language);
  },
});

/** Adds the names of the units and of their domains. */
export async function labelledHours(context: Performing<unknown>, enrolment: Enrolment, lang: "fr" | "en") {
  const hours = await hoursOf(context, enrolment, lang);
  const cohort = await findCohort(context.tx, enrolment.cohort);
  const law = cohort && context.law(cohort.diploma, { version: cohort.lawVersion });
  if (!hours || !law) return undefined;
  const named = new Map(
    law.diploma.domains.flatMap(({ domain, label: domainLabel, units }) =>
      units.map(({ unit, label }) => [unit, { domain, domainLabel, label }] as const),
    ),
  );
  return { ...hours, units: hours.units.map((one) => ({ ...one, ...named.get(one.unit)! })) };
}
