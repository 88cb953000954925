/**
 * What stands against placing something in time: one question for lessons, interviews, exams, juries and days of study. What is impossible
 * is refused; what is unwise asks a ground.
 *
 * A trainee with a lesson 9–12 and an interview 11–12: impossible. An exam that the trainee sits again 11–12: a ground. Thirty people and
 * twelve seats: impossible. 25 December, a day of the school's closures: a ground.
 */
import type { Occupied } from "../../act/timetable.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";

/** Somebody who must be there, throughout if they have no hours of their own. */
export type Attendee = {
  readonly taken: string;
  readonly name: string;
  /** The field that a conflict is shown at. */
  readonly path: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Follows it, for which nothing is booked: `Timetable.followed` knows of it. */
  readonly follows?: true;
  /** Sits an exam: a second one of the day asks a ground. */
  readonly sits?: true;
  /** Sits the exam again, which takes precedence over a lesson. */
  readonly again?: true;
  /** Was placed there before, and is not questioned anew. */
  readonly stays?: true;
};

type Place = {
  readonly taken: string;
  readonly name: string;
  readonly path: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Undefined where its seats are counted otherwise. */
  readonly seats?: { readonly there: number; readonly needed: number };
};

export type Placing = {
  /** The chain of what is placed: `lesson:<id>`. */
  readonly what: string;
  readonly on: Day;
  readonly from: Date;
  readonly until: Date;
  readonly people: readonly Attendee[];
  readonly rooms: readonly Place[];
  /** The field of the day. */
  readonly path: string;
  /** What the day itself is asked: nothing of what stays on its day; a past day is refused unless it `asks` a ground. */
  readonly day: "stays" | "to-come" | "asks";
};

/** Of the school's file. */
export type Calendar = {
  readonly today: Day;
  readonly isHoliday: (day: Day) => boolean;
  readonly closedFor: (day: Day) => Label | undefined;
};

export type Conflict = { readonly placing: Placing; readonly path: string } & (
  | { readonly kind: "taken"; readonly names: readonly string[]; readonly by: Occupied }
  | { readonly kind: "seats"; readonly room: string; readonly there: number; readonly needed: number }
  | { readonly kind: "past"; readonly impossible: boolean }
  | { readonly kind: "holiday" }
  | { readonly kind: "closed"; readonly closure: Label }
  | {
      readonly kind: "exams" | "precedence";
      readonly names: readonly string[];
      readonly taken: readonly string[];
      readonly by: Occupied;
    }
);

export function isImpossible(conflict: Conflict): boolean {
  return conflict.kind === "taken" || conflict.kind === "seats" || (conflict.kind === "past" && conflict.impossible);
}

/** What is known of the people and rooms of all the placings. */
export type Known = {
  readonly booked: readonly Occupied[];
  readonly followed: readonly Occupied[];
  /** Of the booked: exams that are sat again. */
  readonly precedes: ReadonlySet<Occupied>;
};

/** In the order of the placings, each against what is known and against those before it. */
export function conflictsOf(placings: readonly Placing[], known: Known, calendar: Calendar): readonly Conflict[] {
  const own = new Set(placings.map(({ what }) => what));
  const elsewhere = (all: readonly Occupied[]) => all.filter(({ what }) => !own.has(what));
  // By person or room, then by day: a table of two hundred lessons for a cohort of 120 compares each with those of its day alone.
  const byTaken: Taken = new Map();
  const add = (occupied: Occupied, followed: boolean) => {
    const theirs = byTaken.get(occupied.taken) ?? new Map<number, Entry[]>();
    byTaken.set(occupied.taken, theirs);
    const day = dayOf(occupied.from);
    const then = theirs.get(day);
    if (then) then.push({ occupied, followed });
    else theirs.set(day, [{ occupied, followed }]);
  };
  for (const occupied of elsewhere(known.booked)) add(occupied, false);
  for (const occupied of elsewhere(known.followed)) add(occupied, true);
  return placings.flatMap((placing) => {
    const found = [...dayConflicts(placing, calendar), ...resourceConflicts(placing, byTaken, known.precedes)];
    for (const { taken, from = placing.from, until = placing.until, ...rest } of [...placing.people, ...placing.rooms])
      add({ taken, what: placing.what, from, until }, "follows" in rest);
    return found;
  });
}

function dayConflicts(placing: Placing, { today, isHoliday, closedFor }: Calendar): Conflict[] {
  const { on, path, day } = placing;
  if (day === "stays") return [];
  const closure = closedFor(on);
  return [
    ...(on < today ? [{ placing, path, kind: "past", impossible: day === "to-come" } as const] : []),
    ...(isHoliday(on) ? [{ placing, path, kind: "holiday" } as const] : []),
    ...(closure ? [{ placing, path, kind: "closed", closure } as const] : []),
  ];
}

type Entry = { readonly occupied: Occupied; readonly followed: boolean };
type Taken = Map<string, Map<number, Entry[]>>;

/** What a person or a room has about an instant: what lasts from the day before, or on in another zone, is among it. */
function about(taken: Taken, who: string, at: Date): readonly Entry[] {
  const theirs = taken.get(who);
  if (!theirs) return [];
  const day = dayOf(at);
  return [day - 1, day, day + 1].flatMap((one) => theirs.get(one) ?? []);
}

type Met = {
  readonly placing: Placing;
  readonly path: string;
  readonly kind: "taken" | "exams" | "precedence";
  readonly by: Occupied;
  readonly names: string[];
  readonly taken: string[];
};

function resourceConflicts(placing: Placing, byTaken: Taken, precedes: ReadonlySet<Occupied>): Conflict[] {
  const { what } = placing;
  const conflicts = new Map<string, Met>();
  const meet = (kind: Met["kind"], path: string, by: Occupied, who: { name: string; taken: string }) => {
    const key = `${kind} ${path} ${by.what}`;
    const met = conflicts.get(key) ?? { placing, path, kind, by, names: [], taken: [] };
    if (!met.taken.includes(who.taken)) {
      met.names.push(who.name);
      met.taken.push(who.taken);
    }
    conflicts.set(key, met);
  };
  for (const person of placing.people.filter(({ stays }) => !stays)) {
    const { from = placing.from, until = placing.until, path } = person;
    for (const { occupied, followed } of about(byTaken, person.taken, from)) {
      if (occupied.what === what) continue;
      if (overlap(occupied, { from, until })) {
        const again = (followed && person.again === true) || (person.follows === true && precedes.has(occupied));
        meet(again ? "precedence" : "taken", path, occupied, person);
      } else if (person.sits && isExam(occupied) && sameDay(occupied, placing)) meet("exams", path, occupied, person);
    }
  }
  const seats: Conflict[] = [];
  for (const room of placing.rooms) {
    const { from = placing.from, until = placing.until, path, name } = room;
    for (const { occupied } of about(byTaken, room.taken, from))
      if (occupied.what !== what && overlap(occupied, { from, until })) meet("taken", path, occupied, room);
    if (room.seats && room.seats.needed > room.seats.there)
      seats.push({ placing, path, kind: "seats", room: name, ...room.seats });
  }
  return [...conflicts.values(), ...seats];
}

/** Times that touch do not overlap. */
function overlap(one: Pick<Occupied, "from" | "until">, other: Pick<Occupied, "from" | "until">): boolean {
  return one.from < other.until && one.until > other.from;
}

const isExam = ({ what }: Occupied) => what.startsWith("exam-group:");

const DAY = 24 * 60 * 60_000;
const dayOf = (at: Date) => Math.floor(at.getTime() / DAY);
/** Known are the bookings of the placing's own day: what is within a day of it and was read is on it. */
function sameDay({ from }: Occupied, placing: Placing): boolean {
  return Math.abs(+from - +placing.from) < DAY;
}
