/** What trainees must follow, by the key under which the agenda knows them, and how many follow a lesson: for the check of what is placed. */
import { sql } from "kysely";
import type { Occupied, Timetable } from "../act/timetable.ts";
import type { Tx } from "../db/school.ts";
import { beginsAt } from "../kit/zone.ts";
import { enrolmentChain, traineeKey } from "./enrolled.ts";
import { followersOf, membersAmong } from "./followers.ts";
import { lessonChain } from "./lessons/planned.ts";
import { lessonsById, lessonsOf } from "./lessons/store.ts";
import { mustFollow } from "./rules/following.ts";

/** A person of two diplomas follows the lessons of both. */
export const lessonsFollowed: Timetable["followed"] = async ({ tx, zone }, taken, days) => {
  const members = [...(await membersAmong(tx, await enrolmentsOf(tx, taken))).values()];
  const cohorts = [...new Set(members.flatMap((one) => one.cohorts))];
  const lessons = (await lessonsOf(tx, cohorts, days)).filter(({ cancelledWhy }) => cancelledWhy === null);
  const byCohort = Map.groupBy(lessons, ({ cohort }) => cohort);
  const spans = new Map(
    lessons.map(({ id, on, from, to }) => {
      const instant = (time: string) => beginsAt({ day: on, time }, zone) ?? new Date(`${on}T${time}Z`);
      return [id, { what: lessonChain(id), from: instant(from), until: instant(to) }];
    }),
  );
  return members.flatMap((member) =>
    member.cohorts.flatMap((cohort) =>
      (byCohort.get(cohort) ?? [])
        .filter((lesson) => mustFollow(lesson, member))
        .map((lesson): Occupied => ({ taken: traineeKey(member), ...spans.get(lesson.id)! })),
    ),
  );
};

/** By account, or by enrolment of those without one. */
async function enrolmentsOf(tx: Tx, taken: readonly string[]): Promise<readonly string[]> {
  const of = (kind: string) => taken.flatMap((key) => (key.startsWith(kind) ? [key.slice(kind.length)] : []));
  const { rows } = await sql<{ id: string }>`
    select id from enrolment where account = any(${of("account:")}::uuid[])
    union select id from enrolment where id = any(${of(enrolmentChain(""))}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

export const lessonsSeated: Timetable["seated"] = async ({ tx }, _room, whats) => {
  const ids = whats.flatMap((what) => (what.startsWith(lessonChain("")) ? [what.slice(lessonChain("").length)] : []));
  if (ids.length === 0) return new Map();
  const lessons = await lessonsById(tx, ids);
  const cohorts = [...new Set(lessons.map(({ cohort }) => cohort))];
  const { rows } = await sql<{ id: string }>`
    select id from enrolment where cohort = any(${cohorts}::uuid[])
    union select enrolment from enrolment_fact where left_cohort = any(${cohorts}::uuid[])`.execute(tx);
  const members = [
    ...(
      await membersAmong(
        tx,
        rows.map(({ id }) => id),
      )
    ).values(),
  ];
  return new Map(lessons.map((lesson) => [lessonChain(lesson.id), followersOf(lesson, members).length]));
};
