/** Checks a lesson to plan, and computes its booking. */
import { sayDay } from "../../kit/lang.ts";
import { type Day } from "../../kit/day.ts";
import { issue } from "../../kit/schema.ts";
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
