/** Lessons for display: with the names of their unit, trainer and room. */
import { sql } from "kysely";
import { roomNames } from "../../agenda/rooms.ts";
import type { Performing } from "../../act/act.ts";
import type { Between } from "../../act/under-way.ts";
import type { Label } from "../../kit/lang.ts";
import { doerNamed } from "../../people/contact.ts";
import { findCohort } from "../cohorts/store.ts";
import { halfOf } from "../rules/half-day.ts";
import { type Lesson, lessonsBy, lessonsOf, lessonsOfGroup } from "./store.ts";

/** Of the cohorts in training on these days, those that take place, each with the name of its cohort. */
export async function lessonsHeld(context: Context, days: Between) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from cohort where starts_on <= ${days.until}::date and ends_on >= ${days.from}::date`.execute(
    context.tx,
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const lessons = await shownLessons(context, (await lessonsOf(context.tx, [...names.keys()], days)).filter(isHeld));
  return lessons.map((lesson) => ({ ...lesson, cohortName: names.get(lesson.cohort)! }));
}

/** Of a trainer, those that take place. */
export async function lessonsHeldBy(context: Context, trainer: string, days: Between) {
  return shownLessons(context, (await lessonsBy(context.tx, trainer, days)).filter(isHeld));
}

const isHeld = ({ cancelledWhy }: Lesson) => cancelledWhy === null;

type Context = Pick<Performing<unknown>, "tx" | "law">;

/** For many at once, so that each name is looked up once. */
export async function shownLessons({ tx, law: lawOf }: Context, lessons: readonly Lesson[]) {
  const rooms = lessons.some(({ room }) => room !== null) ? await roomNames(tx) : new Map<string, string>();
  const names = new Map<string, string>();
  for (const trainer of new Set(lessons.map((one) => one.trainer)))
    names.set(trainer, (await doerNamed(tx, trainer))?.name ?? "–");
  const labels = new Map<string, Label>();
  for (const id of new Set(lessons.map(({ cohort }) => cohort))) {
    const cohort = await findCohort(tx, id);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    for (const { unit, label } of law?.diploma.domains.flatMap(({ units }) => units) ?? [])
      labels.set(`${id} ${unit}`, label);
  }
  return lessons.map(({ only: _only, group: _group, ...lesson }) => ({
    ...lesson,
    label: labels.get(`${lesson.cohort} ${lesson.unit}`) ?? { fr: lesson.unit, en: lesson.unit },
    half: halfOf(lesson.from),
    trainerName: names.get(lesson.trainer)!,
    roomName: lesson.room === null ? null : (rooms.get(lesson.room) ?? "–"),
  }));
}

export type ShownLesson = Awaited<ReturnType<typeof shownLessons>>[number];

/** The days of work of a collective study group, in order. */
export async function daysOfGroup(context: Context, group: string) {
  return shownLessons(context, await lessonsOfGroup(context.tx, group));
}
