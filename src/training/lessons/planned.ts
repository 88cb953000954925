/** Checks a lesson to plan, and computes its booking. */
import { roomsInUse, roomTaken } from "../../agenda/rooms.ts";
import { type Clash } from "../../agenda/book.ts";
import { sayClash } from "../../agenda/words.ts";
import type { Tx } from "../../db/school.ts";
import type { Issue } from "../../kit/schema.ts";
import { beginsAt } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { type Doer, doersWho } from "../../people/contact.ts";
import type { Cohort } from "../cohorts/store.ts";
import { type Member, membersOf } from "../followers.ts";
import { inOneHalf } from "../rules/half-day.ts";
import type { LessonForm } from "./forms.ts";
import { wrongs } from "./words.ts";

export const lessonChain = (id: string) => `lesson:${id}`;

/** The trainers, rooms and members to check lessons against: read once for all the lessons of an act. */
export type Around = {
  readonly cohort: Cohort;
  readonly units: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
  readonly trainers: ReadonlyMap<string, Doer>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly members: readonly Member[];
  readonly zone: string;
};

export async function around(tx: Tx, cohort: Cohort, law: Law, zone: string): Promise<Around> {
  const units = law.diploma.domains.flatMap((domain) => domain.units.map(({ unit, label }) => [unit, label] as const));
  const trainers = (await doersWho(tx, "teach")).map((one) => [one.actor, one] as const);
  const rooms = (await roomsInUse(tx)).map(({ id, name }) => [id, name] as const);
  const members = await membersOf(tx, cohort.id);
  return { cohort, units: new Map(units), trainers: new Map(trainers), rooms: new Map(rooms), members, zone };
}

type Draft = Pick<LessonForm, "unit" | "on" | "from" | "to" | "trainer"> & {
  readonly room?: string | null | undefined;
  readonly only?: readonly string[] | null | undefined;
};

/** `path`: the prefix of its fields: `lessons[3].`. */
export function lessonIssues(
  lesson: Draft,
  { cohort, units, trainers, rooms, members, zone }: Around,
  path = "",
): Issue[] {
  const { unit, on, from, to, trainer, room, only } = lesson;
  return [
    ...(units.has(unit) ? [] : [wrongs.unit(path)]),
    ...(from < to ? [] : [wrongs.backwards(path)]),
    ...(from >= to || inOneHalf({ from, to }) ? [] : [wrongs.twoHalves(path)]),
    ...(cohort.startsOn <= on && on <= cohort.endsOn ? [] : [wrongs.outside(path, cohort)]),
    ...(beginsAt({ day: on, time: from }, zone) && beginsAt({ day: on, time: to }, zone)
      ? []
      : [wrongs.noSuchHour(path)]),
    ...(trainers.has(trainer) ? [] : [wrongs.trainer(path)]),
    ...(!room || rooms.has(room) ? [] : [wrongs.room(path)]),
    ...(only?.every((enrolled) => members.some(({ enrolment }) => enrolment === enrolled)) === false
      ? [wrongs.person(path)]
      : []),
  ];
}

/** For `book`: its trainer and its room, from its first minute to its last. */
export function bookingOf(id: string, { on, from, to, trainer, room }: Draft, zone: string) {
  const instant = (time: string) => beginsAt({ day: on, time }, zone)!;
  const taken = [trainer, ...(room ? [roomTaken(room)] : [])];
  return { what: lessonChain(id), taken, from: instant(from), until: instant(to) };
}

/** Each on the field of the trainer or the room, by name. */
export function clashIssues(clashes: readonly Clash[], { trainers, rooms, zone }: Around, path = ""): Issue[] {
  return clashes.map((clash) => {
    const [kind, id = ""] = clash.taken.split(":");
    const room = kind === "room";
    const name = (room ? rooms.get(id) : trainers.get(clash.taken)?.name) ?? "–";
    return sayClash(clash, { name, zone, path: `${path}${room ? "room" : "trainer"}` });
  });
}
