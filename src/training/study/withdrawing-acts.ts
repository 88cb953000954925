/**
 * An accepted organisation that withdraws: its study ends on a day. Hours followed before it stay counted; the days planned from it on are
 * cancelled; the members leave its groups, unless their report is deposited, and wait for another organisation.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { unbook } from "../../agenda/book.ts";
import { newId } from "../../kit/id.ts";
import type { Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Tx } from "../../db/school.ts";
import { DaySchema } from "../../law/entry.ts";
import { postMails } from "../../mail/post.ts";
import { doerNamed } from "../../people/contact.ts";
import { hasAttendance } from "../attendance/store.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { enrolmentChain } from "../enrolled.ts";
import { mailTo } from "../lessons/acts.ts";
import { lessonChain } from "../lessons/planned.ts";
import { type Lesson, lessonsOfGroup, updateLesson } from "../lessons/store.ts";
import { reportOf } from "../rules/study.ts";
import { schoolOf } from "./agreements.ts";
import { membersOn } from "./groups.ts";
import {
  findStudy,
  groupChain,
  groupsOf,
  insertStudyFact,
  reportFacts,
  type Study,
  studyChain,
  studyFacts,
} from "./kept.ts";
import { leaveGroupOf } from "./leaving.ts";
import { agreementsEndedMail, daysCancelledMail, hostGoneMail, withdrawalNotedMail } from "./mails.ts";
import { PROPOSAL } from "./rules/proposal.ts";
import { tellContact, tellMember, tellSigners } from "./telling.ts";
import * as output from "./output.ts";

export const withdrawHost = defineAct({
  name: "withdrawHost",
  label: {
    fr: "Noter qu’une organisation n’accueille plus son étude collective",
    en: "Record that an organisation hosts its collective study no more",
  },
  who: "run the training",
  /** `on`: the first day on which the organisation hosts no trainee. */
  form: Type.Object({ study: Id, on: DaySchema, ground: Type.String({ maxLength: 1_000 }) }, closed),
  from: leaves(PROPOSAL, "withdrawn"),
  output: output.withdrawHost,
  writes: ["study", "study_fact", "study_member", "lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, zone } = context;
    const { on } = input;
    const asked = await ledOn(context);
    const locked = asked.flatMap(({ group, members, days }) => [
      groupChain(group.id),
      cohortChain(group.cohort),
      ...members.map(({ enrolment }) => enrolmentChain(enrolment)),
      ...days.map(({ id }) => lessonChain(id)),
    ]);
    const chain = studyChain(input.study);
    await lockChains(tx, [...new Set([chain, ...locked])]);
    const study = await findStudy(tx, input.study);
    if (!study) return FORBIDDEN;
    const no = barred(PROPOSAL, "withdrawn", study.state);
    if (no.length > 0) return invalid(no);
    const led = await ledOn(context);
    // Somebody joined, or a day was planned, while the chains were awaited.
    if (JSON.stringify(led) !== JSON.stringify(asked)) return stale({ study: study.id });
    const ground = input.ground.trim();
    if (ground === "") return invalid([refusals.noGround]);
    if (on > today) return invalid([refusals.ahead]);
    const facts = await studyFacts(tx, study.id);
    const accepted = dayIn(facts.at(-1)!.at, zone);
    if (on < accepted) return invalid([refusals.beforeAccepted(accepted)]);
    const days = led.flatMap((one) => one.days);
    for (const lesson of days) if (await hasAttendance(tx, lesson.id)) return invalid([refusals.attended(lesson.on)]);
    const fact = { id: newId(), study: study.id, kind: "withdrawn", ground, on, by: actorName(actor), at } as const;
    await insertStudyFact(tx, fact, { number: facts.length + 1, state: "withdrawn" });
    for (const lesson of days) await cancel(tx, lesson, study);
    for (const { members, reported } of led)
      for (const member of members) {
        if (!reported) await leaveGroupOf(context, { enrolment: member.enrolment, on, reason: ground });
        await tellMember(context, member, (lang) => hostGoneMail(lang, { study, on, ground, reported }));
      }
    const about = { about: chain, path: `/etudes-de-terrain/${study.id}` };
    await tellTrainers(context, study, days);
    await tellSigners(context, about, (lang) => agreementsEndedMail(lang, { study, on, ground }));
    await tellContact(context, study, withdrawalNotedMail({ study, on, ground, school: schoolOf(context, study) }));
    return done({ cancelled: days.length }, chain);
  },
});

type Asked = Performing<{ readonly study: string; readonly on: Day }>;

/** Each group of the study: its members of today, whether their report is deposited, and the days planned from that day on. */
async function ledOn({ tx, input, today }: Asked) {
  const led = [];
  for (const group of await groupsOf(tx, input.study)) {
    const members = await membersOn(tx, group.id, today);
    const reported = reportOf(await reportFacts(tx, group.id)) !== undefined;
    const planned = await lessonsOfGroup(tx, group.id);
    const days = planned.filter(({ on, cancelledWhy }) => on >= input.on && cancelledWhy === null);
    led.push({ group, members, reported, days });
  }
  return led;
}

async function cancel(tx: Tx, lesson: Lesson, { organisation }: Study): Promise<void> {
  const of = lessonChain(lesson.id);
  await unbook(tx, of, { of });
  const cancelledWhy = `${organisation} n’accueille plus l’étude.`;
  await updateLesson(tx, lesson, { cancelledWhy }, { of });
}

/** One mail each, about all of their days. */
async function tellTrainers(context: Asked, study: Study, days: readonly Lesson[]): Promise<void> {
  const { tx, establishment, at } = context;
  const mails = [];
  for (const [trainer, theirs] of Map.groupBy(days, (lesson) => lesson.trainer)) {
    const doer = await doerNamed(tx, trainer);
    const about = studyChain(study.id);
    if (doer)
      mails.push(mailTo(doer, { establishment, at, about }, daysCancelledMail(doer.language, { study, days: theirs })));
  }
  await postMails(tx, mails);
}

/** What this act refuses, and the sentence for it. */
const refusals = {
  noGround: issue("ground", "Dites pourquoi l’organisation se retire.", "Say why the organisation withdraws."),
  ahead: issue(
    "on",
    "Ce jour est à venir\u00a0: cela se note à partir de ce jour-là.",
    "This day is still to come: it is recorded from that day on.",
  ),
  beforeAccepted: (day: Day) =>
    issue(
      "on",
      `La proposition est acceptée depuis le ${sayDay(day, "fr")} : le retrait vient après.`,
      `The proposal is accepted since ${sayDay(day, "en")}: the withdrawal comes after.`,
    ),
  attended: (day: Day) =>
    issue(
      "on",
      `Des présences sont notées le ${sayDay(day, "fr")} : choisissez un jour plus tard.`,
      `Attendance is recorded on ${sayDay(day, "en")}: choose a later day.`,
    ),
};
