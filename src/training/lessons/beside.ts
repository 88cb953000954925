/**
 * What the followers of a lesson have at the same time: another lesson, an exam, an interview. Computed on reading, and shown with their
 * names; it bars nothing (`docs/decisions/trainee-overlaps.md`).
 */
import { takenBy } from "../../agenda/book.ts";
import type { Tx } from "../../db/school.ts";
import { beginsAt } from "../../kit/zone.ts";
import { followersOf, type Member, membersOf } from "../followers.ts";
import { type Meant, mustFollow } from "../rules/following.ts";
import { lessonChain } from "./planned.ts";
import { lessonsOf } from "./store.ts";
import { traineeKey } from "../enrolled.ts";

type Timed = Meant & { readonly id: string; readonly from: string; readonly to: string };

/** `what`: its chain, whose prefix is its kind. */
export type Beside = {
  readonly what: string;
  readonly from: Date;
  readonly until: Date;
  readonly names: readonly string[];
};

/** By the id of the lesson, including lessons not stored yet; limited to `people` if passed. */
export async function besides(
  tx: Tx,
  lessons: readonly Timed[],
  zone: string,
  people?: readonly Member[],
): Promise<ReadonlyMap<string, readonly Beside[]>> {
  if (lessons.length === 0) return new Map();
  const members = people ?? (await membersOfAll(tx, new Set(lessons.map((one) => one.cohort))));
  const days = lessons.map(({ on }) => on).toSorted();
  const between = { from: days[0]!, until: days.at(-1)! };
  const ids = new Set(lessons.map(({ id }) => id));
  const stored = (await lessonsOf(tx, cohortsOf(members), between)).filter(({ cancelledWhy }) => cancelledWhy === null);
  const onDay = Map.groupBy([...lessons, ...stored.filter(({ id }) => !ids.has(id))], ({ on }) => on);
  const booked = await bookedFor(tx, members, { lessons, zone });
  return new Map(
    lessons.map((lesson) => {
      const followers = followersOf(lesson, members);
      const others = onDay.get(lesson.on)!.filter((one) => one.id !== lesson.id && overlap(one, lesson));
      const { from, until } = spanOf(lesson, zone);
      const also = [
        ...others.map((other) => ({
          what: lessonChain(other.id),
          ...spanOf(other, zone),
          names: followers.filter((person) => mustFollow(other, person)).map(({ name }) => name),
        })),
        ...[...booked]
          .filter(([, span]) => span.from < until && span.until > from)
          .map(([what, { taken, ...span }]) => ({
            what,
            ...span,
            names: followers.filter((person) => taken.has(traineeKey(person))).map(({ name }) => name),
          })),
      ];
      return [lesson.id, also.filter(({ names }) => names.length > 0)] as const;
    }),
  );
}

async function membersOfAll(tx: Tx, cohorts: Iterable<string>): Promise<readonly Member[]> {
  const byEnrolment = new Map<string, Member>();
  for (const cohort of cohorts)
    for (const member of await membersOf(tx, cohort)) byEnrolment.set(member.enrolment, member);
  return [...byEnrolment.values()];
}

function cohortsOf(members: readonly Member[]): readonly string[] {
  return [
    ...new Set(members.flatMap(({ cohort, facts }) => [cohort, ...facts.flatMap((one) => one.leftCohort ?? [])])),
  ];
}

/** Times that touch do not overlap. */
function overlap(one: Timed, other: Timed): boolean {
  return one.from < other.to && other.from < one.to;
}

function spanOf({ on, from, to }: Timed, zone: string) {
  const instant = (time: string) => beginsAt({ day: on, time }, zone) ?? new Date(`${on}T${time}Z`);
  return { from: instant(from), until: instant(to) };
}

type Around = { readonly lessons: readonly Timed[]; readonly zone: string };

/** Their other bookings between the first and the last of the lessons, by chain. */
async function bookedFor(tx: Tx, members: readonly Member[], { lessons, zone }: Around) {
  const bookings = new Map<string, { from: Date; until: Date; taken: Set<string> }>();
  if (members.length === 0) return bookings;
  const days = lessons.map(({ on }) => on).toSorted();
  const between = { from: days[0]!, until: days.at(-1)!, zone };
  for (const clash of await takenBy(tx, members.map(traineeKey), between)) {
    const { taken } = bookings.get(clash.what) ?? { taken: new Set<string>() };
    taken.add(clash.taken);
    bookings.set(clash.what, { from: clash.from, until: clash.until, taken });
  }
  return bookings;
}
