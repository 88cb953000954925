/**
 * The doctor's check of trainings: recomputes from the facts each trainee's state and cohort, and each lesson's bookings, and compares them
 * with what is stored.
 */
import { sql } from "kysely";
import { isDeepStrictEqual } from "node:util";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import { type Label, plural } from "../kit/lang.ts";
import type { Check, SchoolCheck } from "../act/check.ts";
import { allEnrolments, factsOf } from "./cohorts/store.ts";
import { roomTaken } from "../agenda/rooms.ts";
import { beginsAt } from "../kit/zone.ts";
import { lessonChain } from "./lessons/planned.ts";
import { allLessons } from "./lessons/store.ts";
import { enrolmentState } from "./rules/enrolment.ts";

export const trainingsCheck =
  (world: World): SchoolCheck =>
  async (tx: Tx, establishment: string): Promise<Check | undefined> => {
    const enrolments = await allEnrolments(tx);
    if (enrolments.length === 0) return undefined;
    const facts = Map.groupBy(
      await factsOf(
        tx,
        enrolments.map(({ id }) => id),
      ),
      ({ enrolment }) => enrolment,
    );
    const astray = enrolments.filter(({ id, state, cohort }) => {
      const ownFacts = facts.get(id) ?? [];
      const into = ownFacts.findLast((one) => one.cohort !== null)?.cohort ?? cohort;
      return state !== enrolmentState(ownFacts) || cohort !== into;
    });
    const unbooked = await bookedOtherwise(tx, world.zone(establishment));
    const wrong = [...astray.map(({ id }) => id), ...unbooked];
    const [first] = wrong;
    const label =
      first === undefined ? sound(establishment, enrolments.length) : say(establishment, wrong.length, first);
    return { name: "trainings", ok: first === undefined, label };
  };

type Booked = { readonly what: string; readonly taken: string; readonly from: number; readonly until: number };

/** Lessons whose bookings differ from their trainer, room or time; a cancelled lesson books nothing. */
async function bookedOtherwise(tx: Tx, zone: string): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string; taken: string; from: Date; until: Date }>`
    select what, taken, from_at as from, until_at as until from booking where what >= 'lesson:' and what < 'lesson;'`.execute(
    tx,
  );
  const booked = Map.groupBy(rows, ({ what }) => what);
  const lessons = await allLessons(tx);
  const wrong = lessons.filter((lesson) => {
    const what = lessonChain(lesson.id);
    const instant = (time: string) => +beginsAt({ day: lesson.on, time }, zone)!;
    const taken = [lesson.trainer, ...(lesson.room === null ? [] : [roomTaken(lesson.room)])];
    const due = lesson.cancelledWhy === null ? taken : [];
    const expected = due.map(
      (one): Booked => ({ what, taken: one, from: instant(lesson.from), until: instant(lesson.to) }),
    );
    const stored = (booked.get(what) ?? []).map((one): Booked => ({ ...one, from: +one.from, until: +one.until }));
    return !isDeepStrictEqual(sorted(expected), sorted(stored));
  });
  const known = new Set(lessons.map(({ id }) => lessonChain(id)));
  const strays = [...booked.keys()].filter((what) => !known.has(what));
  return [...wrong.map(({ id }) => id), ...strays];
}

function sorted(all: readonly Booked[]): readonly Booked[] {
  return all.toSorted((a, b) => (a.taken < b.taken ? -1 : 1));
}

function sound(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "formation, qui en est là où les faits la mettent", "formations, qui en sont là où les faits les mettent", "fr")}, et ce que prennent les séances.`,
    en: `${establishment}: ${count} ${plural(count, "training, standing where its facts say", "trainings, standing where their facts say", "en")}, and what lessons take.`,
  };
}

function say(establishment: string, count: number, first: string): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "formation ou séance n’en est pas là où ses faits la mettent", "formations ou séances n’en sont pas là où leurs faits les mettent", "fr")}, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${establishment}: ${count} ${plural(count, "training or lesson does", "trainings or lessons do", "en")} not stand where the facts say, among them ${first}. Report it: the fault is in the program.`,
  };
}
