/** The groups of an accepted study: formed of trainees of one cohort, who join and leave on a day; a trainee is in one at a time. */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { barred, leaves } from "../../kit/machine.ts";
import type { Issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { type Cohort, cohortOf } from "../cohorts/cohorts.ts";
import { joinIssues } from "../lessons/joining.ts";
import { enrolmentChain } from "../enrolled.ts";
import { type Member, membersOf } from "../followers.ts";
import { inTrainingOn } from "../rules/enrolment.ts";
import { groupOn, studyUnit } from "../rules/study.ts";
import { membersOn } from "./groups.ts";
import { leaveGroupOf } from "./leaving.ts";
import {
  findGroup,
  findStudy,
  groupChain,
  groupsOf,
  insertGroup,
  insertMember,
  type Study,
  studyChain,
} from "./kept.ts";
import { tellMember } from "./telling.ts";
import { formedMail, leftMail } from "./mails.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import { tooFew, wrongPerson } from "./words.ts";
import * as output from "./output.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });

export const formStudyGroup = defineAct({
  name: "formStudyGroup",
  label: { fr: "Former un groupe d’étude collective", en: "Form a group of a collective study" },
  who: "run the training",
  /** `on`: the day from which the group exists; today by default. */
  form: Type.Object(
    {
      study: Id,
      cohort: Id,
      name: Line,
      members: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
      on: Type.Optional(DaySchema),
    },
    closed,
  ),
  from: leaves(PROPOSAL, "group-formed"),
  output: output.formStudyGroup,
  writes: ["study_group", "study_member", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { members: ids, on = today } = input;
    const name = input.name.trim();
    await lockChains(tx, [...ids.map(enrolmentChain), studyChain(input.study)]);
    const study = await findStudy(tx, input.study);
    if (!study) return FORBIDDEN;
    const no = barred(PROPOSAL, "group-formed", study.state);
    if (no.length > 0) return invalid(no);
    if (name === "") return invalid([refusals.noName]);
    if ((await groupsOf(tx, study.id)).some((one) => one.name === name)) return invalid([refusals.sameName]);
    const place = await around(context, study, input.cohort, on);
    if ("issue" in place) return invalid([place.issue]);
    const { cohort, unit, members } = place;
    if (ids.length < unit.study.least) return invalid([tooFew(unit.study)]);
    const wrong = ids.flatMap((id) => personIssues(members.get(id), { unit: unit.unit.unit, on }));
    if (wrong.length > 0) return invalid(wrong);
    const group = newId();
    const by = actorName(actor);
    await insertGroup(tx, { id: group, study: study.id, cohort: cohort.id, name, by, at });
    const people = ids.map((id) => members.get(id)!);
    for (const member of people) await join(context, { group, on }, member);
    for (const member of people)
      await tellMember(context, member, (lang) => formedMail(lang, { study, people, on, of: member }));
    return begun({ group }, groupChain(group));
  },
});

export const joinStudyGroup = defineAct({
  name: "joinStudyGroup",
  label: {
    fr: "Ajouter quelqu’un à un groupe d’étude collective",
    en: "Add somebody to a group of a collective study",
  },
  who: "run the training",
  form: Type.Object({ group: Id, enrolment: Id, on: Type.Optional(DaySchema) }, closed),
  from: leaves(PROPOSAL, "group-formed"),
  output: output.memberMoved,
  writes: ["study_member", "mail"],
  async perform(context) {
    const { tx, input, today } = context;
    const { enrolment, on = today } = input;
    const found = await findGroup(tx, input.group);
    const ofCohort = found ? [cohortChain(found.cohort)] : [];
    const ofStudy = found ? [studyChain(found.study)] : [];
    await lockChains(tx, [enrolmentChain(enrolment), groupChain(input.group), ...ofCohort, ...ofStudy]);
    const group = await findGroup(tx, input.group);
    const study = group && (await findStudy(tx, group.study));
    if (!group || !study) return FORBIDDEN;
    const no = barred(PROPOSAL, "group-formed", study.state);
    if (no.length > 0) return invalid(no);
    const place = await around(context, study, group.cohort, on);
    if ("issue" in place) return invalid([place.issue]);
    const person = place.members.get(enrolment);
    const wrong = personIssues(person, { unit: place.unit.unit.unit, on });
    if (!person || wrong.length > 0) return invalid(wrong);
    await join(context, { group: group.id, on }, person);
    const conflicts = await joinIssues(context, { cohort: group.cohort, enrolments: [enrolment], path: "enrolment" });
    if (conflicts.length > 0) return invalid(conflicts);
    const people = await membersOn(tx, group.id, on);
    await tellMember(context, person, (lang) => formedMail(lang, { study, people, on, of: person }));
    return done({}, groupChain(group.id));
  },
});

export const leaveStudyGroup = defineAct({
  name: "leaveStudyGroup",
  label: {
    fr: "Noter un départ d’un groupe d’étude collective",
    en: "Record that somebody left a group of a collective study",
  },
  who: "run the training",
  form: Type.Object(
    { group: Id, enrolment: Id, on: Type.Optional(DaySchema), reason: Type.String({ minLength: 1, maxLength: 500 }) },
    closed,
  ),
  output: output.memberMoved,
  writes: ["study_member", "mail"],
  async perform(context) {
    const { tx, input, today } = context;
    const { enrolment, on = today, reason } = input;
    const found = await findGroup(tx, input.group);
    const ofCohort = found ? [cohortChain(found.cohort)] : [];
    await lockChains(tx, [enrolmentChain(enrolment), groupChain(input.group), ...ofCohort]);
    const group = await findGroup(tx, input.group);
    const study = group && (await findStudy(tx, group.study));
    if (!group || !study) return FORBIDDEN;
    if (on > today) return invalid([refusals.ahead]);
    const person = (await membersOf(tx, group.cohort)).find((one) => one.enrolment === enrolment);
    const last = person?.studies.at(-1);
    if (!person || last?.kind !== "joined" || last.group !== group.id) return invalid([refusals.notInIt]);
    if (on < last.on) return invalid([refusals.beforeLast]);
    await leaveGroupOf(context, { enrolment, on, reason });
    await tellMember(context, person, (lang) => leftMail(lang, { study, on }));
    return done({}, groupChain(group.id));
  },
});

type Where = { readonly cohort: Cohort; readonly unit: NonNullable<ReturnType<typeof studyUnit>> };

/** The cohort of a group, under its référentiel, with its members. */
async function around(
  { tx, law: lawOf, today }: Pick<Performing<unknown>, "tx" | "law" | "today">,
  study: Study,
  id: string,
  on: Day,
): Promise<{ readonly issue: Issue } | (Where & { readonly members: ReadonlyMap<string, Member> })> {
  const cohort = await cohortOf(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  const unit = law && studyUnit(law.diploma);
  if (!cohort || !unit || cohort.diploma !== study.diploma) return { issue: refusals.otherDiploma };
  if (on > today) return { issue: refusals.ahead };
  const members = (await membersOf(tx, cohort.id)).filter((one) => one.cohort === cohort.id);
  return { cohort, unit, members: new Map(members.map((one) => [one.enrolment, one])) };
}

type Joining = { readonly unit: string; readonly on: Day };

function personIssues(person: Member | undefined, { unit, on }: Joining): Issue[] {
  if (!person) return [refusals.stranger];
  const { name, studies, facts, hours } = person;
  if (!inTrainingOn(facts, on)) return [wrongPerson.notInTraining(name)];
  if (groupOn(studies, "9999-12-31") !== undefined) return [wrongPerson.elsewhere(name)];
  if (on < (studies.at(-1)?.on ?? on)) return [wrongPerson.elsewhere(name)];
  return hours && (hours.get(unit) ?? 0) === 0 ? [wrongPerson.noHours(name)] : [];
}

async function join(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { group, on }: { readonly group: string; readonly on: Day },
  { enrolment, studies }: Member,
): Promise<void> {
  const fact = {
    id: newId(),
    group,
    enrolment,
    kind: "joined",
    on,
    reason: "",
    by: actorName(actor),
    at,
  } as const;
  await insertMember(tx, fact, { number: studies.length + 1 });
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  noName: issue("name", "Donnez un nom au groupe.", "Give the group a name."),
  sameName: issue(
    "name",
    "Un groupe de cette étude porte déjà ce nom : choisissez-en un autre.",
    "A group of this study has that name already: choose another.",
  ),
  otherDiploma: issue(
    "cohort",
    "Cette promotion n’est pas de ce diplôme, ou son référentiel n’a pas d’étude collective.",
    "This cohort is not of this diploma, or its référentiel has no collective study.",
  ),
  stranger: issue(
    "members",
    "Une de ces personnes n’est pas de cette promotion : un groupe réunit les stagiaires d’une même promotion.",
    "One of these persons is not of this cohort: a group brings together trainees of one cohort.",
  ),
  ahead: issue(
    "on",
    "Ce jour est à venir\u00a0: cela se note à partir de ce jour-là.",
    "This day is still to come: it is recorded from that day on.",
  ),
  notInIt: issue("enrolment", "Cette personne n’est pas dans ce groupe.", "This person is not in this group."),
  beforeLast: issue(
    "on",
    "Cette personne n’était pas encore dans le groupe ce jour-là.",
    "This person was not in the group yet on that day.",
  ),
};
