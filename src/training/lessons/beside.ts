/**
 * What those who must follow a lesson have beside it at that time: another lesson, an exam, an interview. It is computed when it is
 * looked at, and told with their names; nothing is refused for it (`docs/decisions/trainee-overlaps.md`).
 */
import { clashes } from "../../agenda/book.ts";
import type { Tx } from "../../db/school.ts";
import { beginsAt } from "../../kit/zone.ts";
import { followersOf, type Member, membersOf } from "../followers.ts";
import { type Meant, mustFollow } from "../rules/following.ts";
import { lessonChain } from "./planned.ts";
import { lessonsOf } from "./store.ts";
import { traineeKey } from "../enrolled.ts";

type Held = Meant & { readonly id: string; readonly from: string; readonly to: string };

/** `what`: its chain, which begins with what kind of thing it is. */
export type Beside = {
  readonly what: string;
  readonly from: Date;
  readonly until: Date;
  readonly names: readonly string[];
};

/** By the id of the lesson, those that are not stored yet too; of these people alone, where they are given. */
export async function besides(
  tx: Tx,
  lessons: readonly Held[],
  zone: string,
  people?: readonly Member[],
): Promise<ReadonlyMap<string, readonly Beside[]>> {
  if (lessons.length === 0) return new Map();
  const members = people ?? (await membersOfAll(tx, new Set(lessons.map((one) => one.cohort))));
  const days = lessons.map(({ on }) => on).toSorted();
  const between = { from: days[0]!, until: days.at(-1)! };
  const given = new Set(lessons.map(({ id }) => id));
  const stored = (await lessonsOf(tx, cohortsOf(members), between)).filter(({ cancelledWhy }) => cancelledWhy === null);
  const onDay = Map.groupBy([...lessons, ...stored.filter(({ id }) => !given.has(id))], ({ on }) => on);
  const booked = await bookedFor(tx, members, { lessons, zone });
  return new Map(
    lessons.map((lesson) => {
      const own = followersOf(lesson, members);
      const others = onDay.get(lesson.on)!.filter((one) => one.id !== lesson.id && overlap(one, lesson));
      const { from, until } = spanOf(lesson, zone);
      const also = [
        ...others.map((one) => ({
          what: lessonChain(one.id),
          ...spanOf(one, zone),
          names: own.filter((person) => mustFollow(one, person)).map(({ name }) => name),
        })),
        ...[...booked]
          .filter(([, at]) => at.from < until && at.until > from)
          .map(([what, { taken, ...at }]) => ({
            what,
            ...at,
            names: own.filter((person) => taken.has(traineeKey(person))).map(({ name }) => name),
          })),
      ];
      return [lesson.id, also.filter(({ names }) => names.length > 0)] as const;
    }),
  );
}

async function membersOfAll(tx: Tx, cohorts: Iterable<string>): Promise<readonly Member[]> {
  const found = new Map<string, Member>();
  for (const cohort of cohorts) for (const one of await membersOf(tx, cohort)) found.set(one.enrolment, one);
  return [...found.values()];
}

function cohortsOf(members: readonly Member[]): readonly string[] {
  return [
    ...new Set(members.flatMap(({ cohort, facts }) => [cohort, ...facts.flatMap((one) => one.leftCohort ?? [])])),
  ];
}

/** Times that touch do not overlap. */
function overlap(one: Held, other: Held): boolean {
  return one.from < other.to && other.from < one.to;
}

function spanOf({ on, from, to }: Held, zone: string) {
  const at = (time: string) => beginsAt({ day: on, time }, zone) ?? new Date(`${on}T${time}Z`);
  return { from: at(from), until: at(to) };
}

type Around = { readonly lessons: readonly Held[]; readonly zone: string };

/** What else they are booked for between the first and the last of the lessons, by what it is. */
async function bookedFor(tx: Tx, members: readonly Member[], { lessons, zone }: Around) {
  const found = new Map<string, { from: Date; until: Date; taken: Set<string> }>();
  if (members.length === 0) return found;
  const spans = lessons.map((one) => spanOf(one, zone));
  const from = new Date(Math.min(...spans.map((one) => +one.from)));
  const until = new Date(Math.max(...spans.map((one) => +one.until)));
  for (const clash of await clashes(tx, { taken: members.map(traineeKey), from, until })) {
    const { taken } = found.get(clash.what) ?? { taken: new Set<string>() };
    taken.add(clash.taken);
    found.set(clash.what, { from: clash.from, until: clash.until, taken });
  }
  return found;
}
