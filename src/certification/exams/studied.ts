/** The groups of the collective study, as they stand, for whoever composes those of its exam: who did the work together is heard together. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import type { Diploma } from "../../law/diploma.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { studyUnit } from "../../training/rules/study.ts";
import { type StudyGroup, studyGroups } from "../../training/study/groups.ts";
import { sittingOf } from "../rules/proposed.ts";
import type { Certifying } from "../rules/facts.ts";
import { sessionWithLaw } from "../load.ts";
import * as gives from "../output.ts";

/** The exam that the study is written for, where the référentiel marks a part of it for all at once. */
export function collectiveExam(diploma: Diploma): string | undefined {
  const domain = studyUnit(diploma)?.domain;
  return domain?.exam.components?.some(({ shared }) => shared === true) ? domain.domain : undefined;
}

export const seeGroupsToHear = defineView({
  name: "seeGroupsToHear",
  label: { fr: "Voir les groupes d’étude à entendre", en: "See the groups of the study to be heard" },
  who: "prepare the certification",
  form: Type.Object({ session: Id }, closed),
  gives: gives.seeGroupsToHear,
  async read(given) {
    const { tx, input, today } = given;
    const found = await sessionWithLaw(given, input.session, "reads");
    if (!found) return undefined;
    const exam = collectiveExam(found.law.diploma);
    if (exam === undefined) return { groups: [] };
    const { diploma } = found.of.session;
    const presented = new Set(found.of.entries.map(({ enrolment }) => enrolment));
    const persons = (await enrolledPersons(tx, { diploma })).filter(({ enrolment }) => presented.has(enrolment));
    const groups: StudyGroup[] = [];
    for (const cohort of new Set(persons.map((one) => one.cohort)))
      groups.push(...(await studyGroups(tx, { on: today, diploma, cohort })));
    return {
      groups: groups.map((one) => toHear(found.of, exam, one)).filter(({ candidates }) => candidates.length > 0),
    };
  },
});

/** Of its members, those who are presented to the exam and whom no group hears yet; of the others, who they are. */
function toHear(of: Certifying, exam: string, { group, name, organisation, members: all }: StudyGroup) {
  const members = toldApart(all, ({ number }) => number);
  const awaited = of.entries.filter((entry) => entry.exams.includes(exam) && !sittingOf(of, entry.id, exam));
  const entryOf = new Map(awaited.map(({ enrolment, id }) => [enrolment, id]));
  return {
    group,
    name,
    organisation,
    exam,
    candidates: members.flatMap((one) => {
      const entry = entryOf.get(one.enrolment);
      return entry === undefined ? [] : [{ entry, name: one.name }];
    }),
    others: members.filter(({ enrolment }) => !entryOf.has(enrolment)).map((one) => one.name),
  };
}
