/** Checks a lesson to plan, and computes its booking. */
import { sayDay } from "../../kit/lang.ts";
import { type Day } from "../../kit/day.ts";
import { issue } from "../../kit/schema.ts";
import type { Placing, School } from "../../agenda/placing.ts";
import { type Room, roomsInUse, roomTaken } from "../../agenda/rooms.ts";
import type { Tx } from "../../db/school.ts";
import type { Issue } from "../../kit/schema.ts";
import { beginsAt } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { type Doer, doersWho } from "../../people/contact.ts";
import type { Cohort } from "../cohorts/store.ts";
import { traineeKey } from "../enrolled.ts";
import { followersOf, type Member, membersOf } from "../followers.ts";
import type { Meant } from "../rules/following.ts";
import { inOneHalf } from "../rules/half-day.ts";
import type { LessonForm } from "./forms.ts";
import { wrongs } from "./words.ts";

export const lessonChain = (id: string) => `lesson:${id}`;

/** The trainers, rooms and members to check lessons against: read once for all the lessons of an act. */
export type Around = {
  readonly cohort: Cohort;
  readonly units: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
  readonly trainers: ReadonlyMap<string, Doer>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly members: readonly Member[];
  readonly zone: string;
  readonly school: School;
};

export async function around(tx: Tx, cohort: Cohort, law: Law, zone: string): Promise<Around> {
  const units = law.diploma.domains.flatMap((domain) => domain.units.map(({ unit, label }) => [unit, label] as const));
  const trainers = (await doersWho(tx, "teach")).map((one) => [one.actor, one] as const);
  const rooms = (await roomsInUse(tx)).map((room) => [room.id, room] as const);
  const members = await membersOf(tx, cohort.id);
  const school = law.establishment;
  return { cohort, units: new Map(units), trainers: new Map(trainers), rooms: new Map(rooms), members, zone, school };
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
    ...(units.has(unit) ? [] : [refusals.unit(path)]),
    ...(from < to ? [] : [refusals.backwards(path)]),
    ...(from >= to || inOneHalf({ from, to }) ? [] : [refusals.twoHalves(path)]),
    ...(cohort.startsOn <= on && on <= cohort.endsOn ? [] : [refusals.outside(path, cohort)]),
    ...(beginsAt({ day: on, time: from }, zone) && beginsAt({ day: on, time: to }, zone)
      ? []
      : [refusals.noSuchHour(path)]),
    ...(trainers.has(trainer) ? [] : [wrongs.trainer(path)]),
    ...(!room || rooms.has(room) ? [] : [refusals.room(path)]),
    ...(only?.every((enrolled) => members.some(({ enrolment }) => enrolment === enrolled)) === false
      ? [refusals.person(path)]
      : []),
  ];
}

/** Its trainer, its room and those who must follow it, from its first minute to its last. `path`: the prefix of its fields. */
export function placingOf(
  lesson: Draft & Pick<Meant, "group"> & { readonly id: string },
  { cohort, trainers, rooms, members, zone }: Around,
  { path = "", day }: { readonly path?: string; readonly day: Placing["day"] },
): Placing {
  const { id, on, from, to, trainer, room, only = null } = lesson;
  const instant = (time: string) => beginsAt({ day: on, time }, zone)!;
  const followers = followersOf({ ...lesson, cohort: cohort.id, only }, members);
  const held = room ? rooms.get(room) : undefined;
  return {
    what: lessonChain(id),
    on,
    from: instant(from),
    until: instant(to),
    people: [
      { taken: trainer, name: trainers.get(trainer)?.name ?? "–", path: `${path}trainer` },
      ...followers.map((one) => ({
        taken: traineeKey(one),
        name: one.name,
        path: `${path}from`,
        follows: true as const,
      })),
    ],
    rooms: room
      ? [
          {
            taken: roomTaken(room),
            name: held?.name ?? "–",
            path: `${path}room`,
            ...(held && { seats: { there: held.seats, needed: followers.length } }),
          },
        ]
      : [],
    path: `${path}on`,
    day,
  };
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  unit: (path: string): Issue =>
    issue(
      `${path}unit`,
      "Cette unité n’est pas au référentiel de la promotion.",
      "This unit is not in the référentiel of the cohort.",
    ),
  backwards: (path: string): Issue =>
    issue(
      `${path}to`,
      "La séance finit après avoir commencé : corrigez l’une des heures.",
      "The lesson ends after it begins: correct one of the times.",
    ),
  twoHalves: (path: string): Issue =>
    issue(
      `${path}to`,
      "La séance s’étend sur deux demi-journées, qui s’émargent chacune : faites-en deux séances.",
      "The lesson runs over two half-days, each of which is signed: make two lessons of it.",
    ),
  outside: (path: string, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Issue =>
    issue(
      `${path}on`,
      `Ce jour n’est pas dans la promotion, du ${sayDay(startsOn, "fr")} au ${sayDay(endsOn, "fr")}.`,
      `This day is not within the cohort, from ${sayDay(startsOn, "en")} to ${sayDay(endsOn, "en")}.`,
    ),
  noSuchHour: (path: string): Issue =>
    issue(
      `${path}from`,
      "Cette heure n’existe pas ce jour-là : les horloges avancent.",
      "There is no such hour on that day: the clocks go forward.",
    ),
  room: (path: string): Issue =>
    issue(`${path}room`, "Cette salle n’est pas à réserver.", "This room is not to be booked."),
  person: (path: string): Issue =>
    issue(
      `${path}only`,
      "Une de ces personnes n’est pas de la promotion.",
      "One of these persons is not of the cohort.",
    ),
};
