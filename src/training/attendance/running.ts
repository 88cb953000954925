/** Lessons in a half-day in progress: only then is the trainer's code shown, and signed once the lesson has begun. */
import type { Performing } from "../../act/act.ts";
import { wallIn } from "../../kit/zone.ts";
import { type Lesson, lessonsBy } from "../lessons/store.ts";
import { halfOf, hasBegun, isRunning } from "../rules/half-day.ts";

type Now = Pick<Performing<unknown>, "tx" | "at" | "zone" | "today">;

/** By lesson id. A half-day spans all that its trainer holds in it, for any cohort; only today's lessons are queried. */
async function runningAmong(now: Now, lessons: readonly Lesson[]): Promise<ReadonlySet<string>> {
  const { tx, at, zone, today } = now;
  const { time } = wallIn(at, zone);
  const ofToday = lessons.filter(({ on }) => on === today).filter(isHeld);
  const running = new Set<string>();
  for (const [trainer, ofTrainer] of Map.groupBy(ofToday, (one) => one.trainer)) {
    const all = (await lessonsBy(tx, trainer, { from: today, until: today })).filter(isHeld);
    const isNow = (lesson: Lesson) =>
      isRunning(
        all.filter(({ from }) => halfOf(from) === halfOf(lesson.from)),
        time,
      );
    for (const lesson of ofTrainer.filter(isNow)) running.add(lesson.id);
  }
  return running;
}

/** Of those that run, the lessons that have begun: a trainee may sign these now. */
export async function signableAmong(now: Now, lessons: readonly Lesson[]): Promise<ReadonlySet<string>> {
  const running = await runningAmong(now, lessons);
  const wall = wallIn(now.at, now.zone);
  return new Set(lessons.filter((one) => running.has(one.id) && hasBegun(one, wall)).map(({ id }) => id));
}

export async function runsNow(now: Now, lesson: Lesson): Promise<boolean> {
  return (await runningAmong(now, [lesson])).has(lesson.id);
}

const isHeld = ({ cancelledWhy }: Lesson) => cancelledWhy === null;
