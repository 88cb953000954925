/** Lessons for display: with the names of their unit, trainer and room. */
import { roomNames } from "../../agenda/rooms.ts";
import type { Performing } from "../../act/act.ts";
import type { Label } from "../../kit/lang.ts";
import { doerNamed } from "../../people/contact.ts";
import { findCohort } from "../cohorts/store.ts";
import { halfOf } from "../rules/half-day.ts";
import { type Lesson, lessonsOfGroup } from "./store.ts";

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
