/** Collective studies: the proposals, one proposal with its partnership and groups, one group, and a trainee's own. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { roomsInUse, sayRoom } from "../../agenda/rooms.ts";
import type { Tx } from "../../db/school.ts";
import { toldApart } from "../../kit/apart.ts";
import { allows } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { doersWho, namesOf } from "../../people/contact.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { type Cohort, cohortOf, cohortsOf } from "../cohorts/cohorts.ts";
import { type Member, membersOf } from "../followers.ts";
import { daysOfGroup } from "../lessons/shown.ts";
import { inTrainingOn } from "../rules/enrolment.ts";
import { groupOn, reportOf, studyUnit } from "../rules/study.ts";
import { isWithin } from "../rules/work.ts";
import { schoolOf, shownAgreement, standingAgreement } from "./agreements.ts";
import { membersOn } from "./groups.ts";
import {
  everIn,
  findAgreement,
  findGroup,
  findStudy,
  type Group,
  groupsOf,
  hostGone,
  membershipsOf,
  reportFacts,
  studiesAfter,
  studiesWaiting,
  type Study,
  studyFacts,
} from "./kept.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import * as output from "./output.ts";

type Context = Performing<unknown>;

const PAGE = 50;

/** Latest first, a page at a time; `waiting`: how many of all are to be answered. */
export const seeStudies = defineView({
  name: "seeStudies",
  label: { fr: "Voir les études collectives", en: "See the collective studies" },
  who: "see the training",
  form: Type.Object(
    {
      diplomas: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
      after: Type.Optional(Id),
    },
    closed,
  ),
  output: output.seeStudies,
  async read({ tx, input, law: lawOf, today }) {
    const taught = (input.diplomas ?? []).flatMap((one) => lawOf(one, { on: today })?.diploma ?? []);
    const after = input.after === undefined ? undefined : await findStudy(tx, input.after);
    const page = await studiesAfter(tx, after, PAGE + 1);
    const studies = page.slice(0, PAGE).map((study) => ({ ...study, at: study.at.toISOString() }));
    const diplomas = taught.filter(studyUnit);
    const next = page.length > PAGE ? studies.at(-1)!.id : null;
    return { studies, next, waiting: await studiesWaiting(tx), diplomas };
  },
});

export const seeStudy = defineView({
  name: "seeStudy",
  label: { fr: "Voir une étude collective", en: "See a collective study" },
  who: "see the training",
  form: Type.Object({ study: Id }, closed),
  output: output.seeStudy,
  async read(context) {
    const { tx, input, today } = context;
    const study = await findStudy(tx, input.study);
    if (!study) return undefined;
    const facts = await studyFacts(tx, study.id);
    const names = await namesOf(
      tx,
      facts.map(({ by }) => by),
    );
    const groups = [];
    for (const { id, name, cohort } of await groupsOf(tx, study.id)) {
      const members = toldApart(await membersOn(tx, id, today), ({ number }) => number).map((one) => one.name);
      groups.push({ id, name, cohort: (await cohortOf(tx, cohort))?.name ?? "–", members });
    }
    const free = [];
    for (const cohort of allows(PROPOSAL, "group-formed", study.state) ? await cohortsOf(tx, study.diploma) : []) {
      if (cohort.endsOn < today) continue;
      const people = await freeIn(context, cohort);
      if (people.length > 0) free.push({ cohort: cohort.id, name: cohort.name, people });
    }
    return {
      study: { ...study, at: study.at.toISOString() },
      facts: facts.map(({ by, at, ...fact }) => ({ ...fact, name: names[by] ?? "–", at: at.toISOString() })),
      partnership: (await partnershipOf(context, study)) ?? null,
      groups,
      free,
    };
  },
});

const partnershipOf = (context: Context, study: Study) =>
  standingAgreement(context.tx, { study, group: null }, { members: [], school: schoolOf(context, study) });

/** Members of a cohort who may join a group today: in training, in no group, with hours of the study. */
async function freeIn({ tx, law: lawOf, today }: Context, cohort: Cohort) {
  const law = lawOf(cohort.diploma, { version: cohort.lawVersion });
  const unit = law && studyUnit(law.diploma)?.unit.unit;
  if (unit === undefined) return [];
  const may = ({ facts, studies, hours, cohort: own }: Member) =>
    own === cohort.id &&
    inTrainingOn(facts, today) &&
    groupOn(studies, today) === undefined &&
    (hours === undefined || (hours.get(unit) ?? 0) > 0);
  const free = (await membersOf(tx, cohort.id)).filter(may);
  return toldApart(free, ({ number }) => number);
}

export const seeStudyGroup = defineView({
  name: "seeStudyGroup",
  label: { fr: "Voir un groupe d’étude collective", en: "See a group of a collective study" },
  who: "see the training",
  form: Type.Object({ group: Id }, closed),
  output: output.seeStudyGroup,
  async read(context) {
    const { tx, input } = context;
    const details = await groupOf(context, input.group);
    if (!details) return undefined;
    const { shown: group, study, cohort, facts } = details;
    const present = new Set(group.members.map(({ enrolment }) => enrolment));
    const left = facts
      .filter(({ kind, enrolment }) => kind === "left" && !present.has(enrolment))
      .toSorted(
        (one, other) =>
          one.on.localeCompare(other.on) ||
          one.name.localeCompare(other.name, "fr") ||
          one.enrolment.localeCompare(other.enrolment),
      );
    return {
      ...group,
      left,
      partnership: (await partnershipOf(context, study)) ?? null,
      free: await freeIn(context, cohort),
      trainers: toldApart(await doersWho(tx, "teach"), ({ address }) => address).map(({ actor: id, name }) => ({
        id,
        name,
      })),
      rooms: (await roomsInUse(tx)).map((room) => ({ id: room.id, name: sayRoom(room) })),
    };
  },
});

export const myStudy = defineView({
  name: "myStudy",
  label: { fr: "Voir mon étude collective", en: "See my collective study" },
  who: "be in training",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.myStudy,
  async read(context) {
    const { tx, input, actor, today } = context;
    const enrolment = await ownEnrolment(tx, actor, input.enrolment);
    if (!enrolment) return undefined;
    const id = groupOn(await membershipsOf(tx, [enrolment.id]), today);
    const mine = (id !== undefined && (await groupOf(context, id))?.shown) || null;
    return { enrolment: enrolment.id, mine, gone: mine ? mine.gone : await goneFrom(tx, enrolment.id) };
  },
});

/** The organisation whose withdrawal ended their last group. */
async function goneFrom(tx: Tx, enrolment: string) {
  const last = (await membershipsOf(tx, [enrolment])).at(-1);
  const group = last && (await findGroup(tx, last.group));
  const study = group && (await findStudy(tx, group.study));
  return study ? await hostGone(tx, study) : null;
}

async function groupOf(context: Context, id: string) {
  const { tx, today, law: lawOf } = context;
  const group = await findGroup(tx, id);
  const study = group && (await findStudy(tx, group.study));
  const cohort = group && (await cohortOf(tx, group.cohort));
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  const unit = law && studyUnit(law.diploma);
  if (!group || !study || !cohort || !unit) return undefined;
  const people = toldApart(await everIn(tx, id), ({ number }) => number);
  const named = new Map(people.map(({ enrolment, name }) => [enrolment, name]));
  const memberships = await membershipsOf(tx, [...named.keys()]);
  const facts = memberships
    .filter((one) => one.group === id)
    .map((one) => ({ ...one, name: named.get(one.enrolment)! }));
  const members = await membersOn(tx, id, today);
  const since = (enrolment: string) =>
    facts.findLast((one) => one.kind === "joined" && one.enrolment === enrolment)?.on ?? today;
  const agreement = await standingAgreement(tx, { study, group: id }, { members, school: schoolOf(context, study) });
  const shownGroup = {
    group: { id, name: group.name, cohort: cohort.name, formedAt: group.at.toISOString() },
    study,
    unit: { unit: unit.unit.unit, label: unit.unit.label, hours: cohort.maquette[unit.unit.unit] ?? 0 },
    members: members.map(({ enrolment }) => ({ enrolment, name: named.get(enrolment)!, since: since(enrolment) })),
    agreement: agreement ?? null,
    gone: await hostGone(tx, study),
    days: await daysOfGroup(context, id),
    report: await reportIn(tx, { group, named, unit }),
  };
  return { shown: shownGroup, study, cohort, facts };
}

type Reported = {
  readonly group: Group;
  readonly named: ReadonlyMap<string, string>;
  readonly unit: NonNullable<ReturnType<typeof studyUnit>>;
};

async function reportIn(tx: Tx, { group, named, unit }: Reported) {
  const facts = await reportFacts(tx, group.id);
  const standing = reportOf(facts);
  const measure = unit.report?.measure;
  const by = (enrolment: string) => named.get(enrolment) ?? "–";
  return {
    least: measure?.min ?? null,
    most: measure?.max ?? null,
    measure: measure?.label ?? { fr: "pages", en: "pages" },
    article: measure?.source.article ?? "",
    deposit: standing?.file
      ? {
          file: standing.file,
          pages: standing.pages,
          within: standing.pages === null || !measure ? null : isWithin(measure, standing.pages),
          by: by(standing.enrolment),
          at: standing.at.toISOString(),
        }
      : null,
    before: facts
      .filter((one) => one !== standing)
      .map(({ kind, enrolment, reason, at }) => ({ kind, by: by(enrolment), reason, at: at.toISOString() })),
  };
}

/** For printing: by staff who see the training, and the members it names. */
export const agreementPaper = defineView({
  name: "agreementPaper",
  label: { fr: "Lire une convention d’étude collective", en: "Read an agreement of a collective study" },
  who: "read an agreement",
  form: Type.Object({ agreement: Id }, closed),
  output: output.agreementPaper,
  async read(context) {
    const { tx, input, actor, today, law: lawOf } = context;
    const agreement = await findAgreement(tx, input.agreement);
    const study = agreement && (await findStudy(tx, agreement.study));
    if (!agreement || !study) return undefined;
    const group = agreement.group === null ? undefined : await findGroup(tx, agreement.group);
    const people = group ? await everIn(tx, group.id) : [];
    const member = "account" in actor ? people.find(({ account }) => account === actor.account) : undefined;
    const isMember = member !== undefined && agreement.contents.members.includes(member.enrolment);
    if (!may(actor, "see the training") && !isMember) return undefined;
    const cohort = group && (await cohortOf(tx, group.cohort));
    const lawVersion = cohort?.lawVersion ?? lawOf(study.diploma, { on: today })?.basis.version;
    if (lawVersion === undefined) return undefined;
    const members = group ? await membersOn(tx, group.id, today) : [];
    const standing = await shownAgreement(tx, { agreement, study, members, school: schoolOf(context, study) });
    return {
      kind: agreement.group === null ? ("partnership" as const) : ("agreement" as const),
      diploma: study.diploma,
      lawVersion,
      study,
      group: group?.name ?? null,
      groupId: agreement.group,
      gone: await hostGone(tx, study),
      agreement: standing,
    };
  },
});
