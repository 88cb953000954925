/** The study groups as they stand, for composing the exam's groups: co-authors are heard together. */
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
import * as output from "../output.ts";

/** The exam of the collective study, if the référentiel gives part of it a mark shared by all authors. */
export function collectiveExam(diploma: Diploma): string | undefined {
  const domain = studyUnit(diploma)?.domain;
  return domain?.exam.components?.some(({ shared }) => shared === true) ? domain.domain : undefined;
}

export const seeGroupsToHear = defineView({
  name: "seeGroupsToHear",
  label: { fr: "Voir les groupes d’étude à entendre", en: "See the groups of the study to be heard" },
  who: "prepare the certification",
  form: Type.Object({ session: Id }, closed),
  output: output.seeGroupsToHear,
  async read(context) {
    const { tx, input, today } = context;
    const examSession = await sessionWithLaw(context, input.session, "reads");
    if (!examSession) return undefined;
    const exam = collectiveExam(examSession.law.diploma);
    if (exam === undefined) return { groups: [] };
    const { diploma } = examSession.of.session;
    const presented = new Set(examSession.of.entries.map(({ enrolment }) => enrolment));
    const persons = (await enrolledPersons(tx, { diploma })).filter(({ enrolment }) => presented.has(enrolment));
    const groups: StudyGroup[] = [];
    for (const cohort of new Set(persons.map((one) => one.cohort)))
      groups.push(...(await studyGroups(tx, { on: today, diploma, cohort })));
    return {
      groups: groups.map((one) => toHear(examSession.of, exam, one)).filter(({ candidates }) => candidates.length > 0),
    };
  },
});

/** The group's members not yet in an exam group, by entry; and the names of the others. */
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
