/** The individual programme: hours by unit, relief, and the exams to sit; as computed now, beside what was signed. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Enrolment, findEnrolment } from "../cohorts/store.ts";
import { computedProgramme, signedProgramme } from "./computed.ts";
import * as output from "./output.ts";

const ProgrammeForm = Type.Object({ enrolment: Id, language: Language }, closed);

export const seeProgramme = defineView({
  name: "seeProgramme",
  label: { fr: "Voir un programme individuel", en: "See an individual programme" },
  who: "see the training",
  form: ProgrammeForm,
  output: output.seeProgramme,
  async read(context) {
    const enrolment = await findEnrolment(context.tx, context.input.enrolment);
    return enrolment && programme(context, enrolment);
  },
});

export const myProgramme = defineView({
  name: "myProgramme",
  label: { fr: "Voir mon programme individuel", en: "See my individual programme" },
  who: "be in training",
  form: ProgrammeForm,
  output: output.seeProgramme,
  async read(context) {
    const enrolment = await ownEnrolment(context.tx, context.actor, context.input.enrolment);
    return enrolment && programme(context, enrolment);
  },
});

async function programme(context: Performing<{ language: "fr" | "en" }>, enrolment: Enrolment) {
  const computed = await computedProgramme(context, enrolment);
  if (!computed) return undefined;
  const { cohort, law, input, answer, shown } = computed;
  const pathway = answer(context.input.language);
  const units = new Map(law.diploma.domains.flatMap((domain) => domain.units.map((one) => [one.unit, one] as const)));
  const domains = new Map(law.diploma.domains.map((one) => [one.domain, one.label]));
  const last = await signedProgramme(context.tx, enrolment.id);
  return {
    enrolment: enrolment.id,
    name: enrolment.name,
    cohort: cohort.name,
    lawVersion: cohort.lawVersion,
    on: input.on,
    units: pathway.units.map((unit) => ({
      ...unit,
      label: units.get(unit.unit)!.label,
      practice: units.get(unit.unit)!.practice === true,
    })),
    domains: pathway.domains.map((one) => ({ ...one, label: domains.get(one.domain)! })),
    totals: pathway.totals,
    findings: pathway.findings,
    shown,
    signed: last
      ? { version: last.version, name: last.name, at: last.signedAt.toISOString(), current: last.shown === shown }
      : null,
  };
}
