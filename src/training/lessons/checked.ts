/**
 * A table of lessons, line by line, as it would be imported: what each line plans, what is wrong with it, and which were planned
 * already. Reading it writes nothing; the act reads it again, on what stands then.
 */
import { newId } from "../../kit/id.ts";
import { clashes } from "../../agenda/book.ts";
import { type Room, roomsInUse, sayRoom } from "../../agenda/rooms.ts";
import type { Tx } from "../../db/school.ts";
import { mailboxKey } from "../../kit/mail-address.ts";
import type { Issue } from "../../kit/schema.ts";
import { plain, readDay, readHour } from "../../kit/sheet.ts";
import { readTable, type TableFault, type TableLine } from "../rules/lesson-table.ts";
import { type Beside, besides } from "./beside.ts";
import type { LessonForm } from "./forms.ts";
import { type Around, bookingOf, clashIssues, lessonIssues } from "./planned.ts";
import { type Lesson, lessonsOf } from "./store.ts";
import { lineFaults } from "./words.ts";

type Read = LessonForm & { readonly id: string };

export type CheckedLine = TableLine & {
  /** What it plans; nothing where it cannot be read. */
  readonly lesson: Read | undefined;
  /** It stands already, just so: it is not planned twice. */
  readonly known: boolean;
  /** Each beside the column that it is about. */
  readonly problems: readonly Issue[];
  readonly beside: readonly Beside[];
};

export async function checkedTable(
  tx: Tx,
  table: string,
  where: Around,
): Promise<{ readonly lines: readonly CheckedLine[] } | { readonly fault: TableFault }> {
  const read = readTable(table);
  if ("fault" in read) return read;
  const named = namedIn(where, await roomsInUse(tx));
  const looked = read.lines.map((line) => ({ ...line, ...lessonOn(line, where, named) }));
  const standing = await standingKeys(tx, where, looked);
  const unplanned = looked.map((one) => ({
    ...one,
    known: one.lesson !== undefined && standing.has(keyOf(one.lesson)),
  }));
  const against = await takenBy(tx, unplanned, where);
  const planned = unplanned.flatMap(({ lesson, known, problems }) =>
    lesson && !known && problems.length === 0
      ? [{ ...lesson, only: lesson.only ?? null, group: null, cohort: where.cohort.id }]
      : [],
  );
  const beside = await besides(tx, planned, where.zone);
  const lines = unplanned.map((one, place) => ({
    ...one,
    problems: one.known ? [] : [...one.problems, ...against[place]!],
    beside: (one.lesson && beside.get(one.lesson.id)) ?? [],
  }));
  return { lines };
}

type Looked = TableLine & { readonly lesson: Read | undefined; readonly problems: readonly Issue[] };

/** Who and what a table can name, made ready once for all of its lines. */
type Named = {
  readonly rooms: readonly Room[];
  /** By their mailbox: whoever has an account comes before a guest of the same address. */
  readonly trainers: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly most: number;
};

function namedIn({ trainers, members }: Around, rooms: readonly Room[]): Named {
  const guestsFirst = [...trainers.values()].toSorted((a, b) => (a.actor < b.actor ? 1 : -1));
  const called = new Map<string, string[]>();
  for (const { name, enrolment } of members)
    called.set(wordsOf(name), [...(called.get(wordsOf(name)) ?? []), enrolment]);
  const reached = new Map(guestsFirst.map(({ address, actor }) => [mailboxKey(address), actor]));
  return { rooms, trainers: reached, members: called, most: members.length };
}

function lessonOn({ cells }: TableLine, where: Around, named: Named): Pick<Looked, "lesson" | "problems"> {
  const [on, from, to] = [readDay(cells.on), readHour(cells.from), readHour(cells.to)];
  const trainer = cells.trainer === "" ? undefined : named.trainers.get(mailboxKey(cells.trainer));
  const room = roomCalled(cells.room, named.rooms);
  const only = personsCalled(cells.only, named);
  const unit = [...where.units.keys()].find((one) => one.toLowerCase() === cells.unit.toLowerCase()) ?? cells.unit;
  const faults = [
    ...(on === undefined ? [lineFaults.day] : []),
    ...(from === undefined ? [lineFaults.hour("from")] : []),
    ...(to === undefined ? [lineFaults.hour("to")] : []),
    ...(trainer === undefined ? [lineFaults.trainer(cells.trainer)] : []),
    ...room.problems,
    ...only.problems,
    ...(cells.subject.length > LONGEST_SUBJECT ? [lineFaults.tooLong("subject")] : []),
  ];
  // A placeholder where one of them cannot be read, so that what is wrong with the others is said too.
  const likely = { unit, on: on ?? where.cohort.startsOn, from: from ?? "09:00", to: to ?? "09:01" };
  const whole = { ...likely, trainer: trainer ?? "", room: room.id, only: only.ids };
  const unread = new Set(faults.map(({ path }) => path));
  const timeless = from === undefined || to === undefined;
  const issues = lessonIssues(whole, where).filter(
    ({ path }) => !unread.has(path) && !(timeless && ["from", "to"].includes(path)),
  );
  const problems = [
    ...issues.filter(({ path }) => path === "unit"),
    ...faults,
    ...issues.filter(({ path }) => path !== "unit"),
  ];
  if (problems.length > 0 || on === undefined || from === undefined || to === undefined || trainer === undefined)
    return { lesson: undefined, problems };
  const read = { id: newId(), unit, on, from, to, trainer, subject: cells.subject };
  const lesson = {
    ...read,
    ...(room.id !== undefined && { room: room.id }),
    ...(only.ids && { only: only.ids }),
  };
  return { lesson, problems };
}

const LONGEST_SUBJECT = 200;

type Found = { readonly id?: string; readonly problems: readonly Issue[] };

function roomCalled(name: string, rooms: readonly Room[]): Found {
  if (name === "") return { problems: [] };
  const called = (one: string) => one.toLowerCase() === name.toLowerCase();
  const whole = rooms.filter((room) => called(sayRoom(room)));
  const found = whole.length > 0 ? whole : rooms.filter((room) => called(room.name));
  if (found.length > 1) return { problems: [lineFaults.rooms(name)] };
  return found[0] ? { id: found[0].id, problems: [] } : { problems: [lineFaults.room(name)] };
}

function personsCalled(
  names: string,
  { members, most }: Named,
): { readonly ids?: string[]; readonly problems: readonly Issue[] } {
  const wanted = names.split(/[,;|]/).flatMap((name) => name.trim() || []);
  if (wanted.length === 0) return { problems: [] };
  // Each that is wrong is told: no more of them than there are people.
  if (wanted.length > most) return { problems: [lineFaults.tooMany] };
  const found = wanted.map((name) => ({ name, ids: members.get(wordsOf(name)) ?? [] }));
  const problems = found.flatMap(({ name, ids }) =>
    ids.length === 1 ? [] : [ids.length === 0 ? lineFaults.person(name) : lineFaults.persons(name)],
  );
  return problems.length > 0 ? { problems } : { ids: [...new Set(found.flatMap(({ ids }) => ids))], problems };
}

/** Whichever stands first, the name or the given names. */
function wordsOf(name: string): string {
  return plain(name).split(" ").toSorted().join(" ");
}

type Kept = Pick<Lesson, "unit" | "on" | "from" | "to" | "trainer"> & {
  readonly room?: string | null;
  readonly only?: readonly string[] | null;
};

function keyOf({ unit, on, from, to, trainer, room, only }: Kept): string {
  return JSON.stringify([unit, on, from, to, trainer, room ?? "", only?.toSorted() ?? ""]);
}

async function standingKeys(tx: Tx, { cohort }: Around, lines: readonly Looked[]): Promise<ReadonlySet<string>> {
  const days = lines.flatMap(({ lesson }) => lesson?.on ?? []).toSorted();
  if (days.length === 0) return new Set();
  const there = await lessonsOf(tx, [cohort.id], { from: days[0]!, until: days.at(-1)! });
  return new Set(there.filter(({ cancelledWhy }) => cancelledWhy === null).map(keyOf));
}

/** What is taken already, by something else or by a line above. */
async function takenBy(
  tx: Tx,
  lines: readonly (Looked & { readonly known: boolean })[],
  where: Around,
): Promise<readonly (readonly Issue[])[]> {
  const booked = lines.map(({ lesson, known }) =>
    lesson && !known ? bookingOf(lesson.id, lesson, where.zone) : undefined,
  );
  const wanted = booked.filter((one) => one !== undefined);
  if (wanted.length === 0) return lines.map(() => []);
  const taken = [...new Set(wanted.flatMap((one) => one.taken))];
  const from = new Date(Math.min(...wanted.map((one) => +one.from)));
  const until = new Date(Math.max(...wanted.map((one) => +one.until)));
  const standing = Map.groupBy(await clashes(tx, { taken, from, until }), (one) => one.taken);
  const above = new Map<string, { readonly line: number; readonly from: Date; readonly until: Date }[]>();
  return booked.map((one, place) => {
    if (!one) return [];
    const issues = one.taken.flatMap((what) => {
      const meets = (other: { from: Date; until: Date }) => other.from < one.until && other.until > one.from;
      const column = what.startsWith("room:") ? "room" : "trainer";
      const other = above.get(what)?.find(meets);
      above.set(what, [...(above.get(what) ?? []), { line: lines[place]!.line, from: one.from, until: one.until }]);
      return [
        ...clashIssues((standing.get(what) ?? []).filter(meets), where),
        ...(other ? [lineFaults.taken(column, other.line)] : []),
      ];
    });
    return issues;
  });
}
