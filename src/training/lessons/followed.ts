/** The lessons of a trainee: those they must follow, and any other that they are marked in, with their mark. */
import type { Performing } from "../../act/act.ts";
import type { Actor } from "../../act/permissions.ts";
import type { Between } from "../../act/under-way.ts";
import { addressOf, placeOf } from "../../agenda/convocation.ts";
import { type Room, roomsKnown } from "../../agenda/rooms.ts";
import type { Tx } from "../../db/school.ts";
import type { Establishment } from "../../law/establishment.ts";
import { type Standing, standingOf } from "../attendance/store.ts";
import { ownEnrolments } from "../cohorts/enrolment.ts";
import { type Member, memberOf } from "../followers.ts";
import { mustFollow } from "../rules/following.ts";
import { findCohort } from "../cohorts/store.ts";
import { shownLessons } from "./shown.ts";
import { type Lesson, lessonsOf } from "./store.ts";

export async function followedBy(tx: Tx, actor: Actor, days: Between) {
  const mine: { readonly lesson: Lesson; readonly record: Standing | undefined }[] = [];
  const members: Member[] = [];
  for (const { id } of await ownEnrolments(tx, actor)) {
    const member = await memberOf(tx, id);
    if (!member) continue;
    members.push(member);
    const records = new Map((await standingOf(tx, id)).map((one) => [one.lesson, one]));
    const lessons = await lessonsOf(tx, member.cohorts, days);
    for (const lesson of lessons.filter((one) => records.has(one.id) || mustFollow(one, member)))
      mine.push({ lesson, record: records.get(lesson.id) });
  }
  return { mine, members };
}

/** To be shown where the person takes them, with the street of their room. */
export async function lessonsToCome(given: Pick<Performing<unknown>, "tx" | "law" | "actor">, days: Between) {
  const { tx, law, actor } = given;
  const { mine } = await followedBy(tx, actor, days);
  const lessons = await shownLessons(
    given,
    mine.map(({ lesson }) => lesson),
  );
  const rooms = lessons.length > 0 ? await roomsKnown(tx) : new Map<string, Room>();
  const schools = new Map<string, Establishment | undefined>();
  for (const id of new Set(lessons.map(({ cohort }) => cohort))) {
    const cohort = await findCohort(tx, id);
    schools.set(id, cohort && law(cohort.diploma, { version: cohort.lawVersion })?.establishment);
  }
  return lessons.map((lesson) => {
    const [school, room] = [schools.get(lesson.cohort), lesson.room === null ? undefined : rooms.get(lesson.room)];
    // Without a room yet, it is at the school.
    const place = school && (room ? placeOf(school, room) : addressOf(school, { site: "" }).join(", "));
    return { ...lesson, place: place ?? "" };
  });
}
