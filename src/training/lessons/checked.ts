/**
 * Checks a table of lessons, line by line, as an import would: what each line plans, its faults, and which lessons exist already. It writes
 * nothing; the act checks again, on the data of that moment.
 */
import { newId } from "../../kit/id.ts";
import { conflictsNow, type Placing } from "../../agenda/placing.ts";
import { type Room, roomsInUse, sayRoom } from "../../agenda/rooms.ts";
import { type Conflict, isImpossible } from "../../agenda/rules/placing.ts";
import { kindOf, sayConflict } from "../../agenda/words.ts";
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { mailboxKey } from "../../kit/mail-address.ts";
import type { Issue } from "../../kit/schema.ts";
import { plain, readDay, readHour } from "../../kit/sheet.ts";
import { readTable, type TableFault, type TableLine } from "../rules/lesson-table.ts";
import type { LessonForm } from "./forms.ts";
import { type Around, lessonIssues, placingOf } from "./planned.ts";
import { type Lesson, lessonsOf } from "./store.ts";
import { lineFaults } from "./words.ts";

type Read = LessonForm & { readonly id: string };

type CheckedLine = TableLine & {
  /** Undefined if the line cannot be read. */
  readonly lesson: Read | undefined;
  /** The same lesson exists already: it is not planned twice. */
  readonly known: boolean;
  /** Each with the column that it is about. */
  readonly problems: readonly Issue[];
};

/** `turns`: the act takes them on the people and rooms of the lines before what these have is read. */
export async function checkedTable(
  context: Parameters<typeof conflictsNow>[0],
  table: string,
  where: Around,
  turns?: (placings: readonly Placing[]) => Promise<void>,
): Promise<CheckedTable | { readonly fault: TableFault }> {
  const { tx } = context;
  const read = readTable(table);
  if ("fault" in read) return read;
  const named = namedIn(where, await roomsInUse(tx));
  const parsed = read.lines.map((line) => ({ ...line, ...lessonOn(line, where, named) }));
  const existing = await standingKeys(tx, where, parsed);
  const unplanned = parsed.map((line) => ({
    ...line,
    known: line.lesson !== undefined && existing.has(keyOf(line.lesson)),
  }));
  const placed = unplanned.map(({ lesson, known }) =>
    lesson && !known ? placingOf({ ...lesson, group: null }, where, { day: "asks" }) : undefined,
  );
  const placings = placed.filter((one) => one !== undefined);
  await turns?.(placings);
  const conflicts = await conflictsNow(context, placings, where.school);
  const lineOf = new Map(placed.map((one, index) => [one?.what, unplanned[index]!.line]));
  const called = (what: string): Label => {
    const line = lineOf.get(what);
    return line === undefined ? kindOf(what) : { fr: `la ligne ${line}`, en: `line ${line}` };
  };
  const impossible = Map.groupBy(conflicts.filter(isImpossible), ({ placing }) => placing);
  const lines = unplanned.map((line, index) => {
    const met = impossible.get(placed[index]!) ?? [];
    const said = met.map((one) => sayConflict(one, { zone: where.zone, called }));
    return { ...line, problems: line.known ? [] : [...line.problems, ...said] };
  });
  return { lines, placings, unwise: conflicts.filter((one) => !isImpossible(one)) };
}

type CheckedTable = {
  readonly lines: readonly CheckedLine[];
  /** What the new lines place, and what of it asks a ground. */
  readonly placings: readonly Placing[];
  readonly unwise: readonly Conflict[];
};

type Parsed = TableLine & { readonly lesson: Read | undefined; readonly problems: readonly Issue[] };

/** The names that a table may use, indexed once for all its lines. */
type Named = {
  readonly rooms: readonly Room[];
  /** By mailbox: an account takes precedence over a guest of the same address. */
  readonly trainers: ReadonlyMap<string, string>;
  /** By name, as lists show them. */
  readonly teaching: ReadonlyMap<string, readonly string[]>;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly most: number;
};

function namedIn({ trainers, members }: Around, rooms: readonly Room[]): Named {
  const guestsFirst = [...trainers.values()].toSorted((a, b) => (a.actor < b.actor ? 1 : -1));
  const called = new Map<string, string[]>();
  for (const { name, enrolment } of members)
    called.set(wordsOf(name), [...(called.get(wordsOf(name)) ?? []), enrolment]);
  const reached = new Map(guestsFirst.map(({ address, actor }) => [mailboxKey(address), actor]));
  const teaching = new Map(
    [...Map.groupBy([...new Set(reached.values())], (actor) => wordsOf(trainers.get(actor)!.name))].filter(
      ([name]) => name !== "",
    ),
  );
  return { rooms, trainers: reached, teaching, members: called, most: members.length };
}

function lessonOn({ cells }: TableLine, place: Around, named: Named): Pick<Parsed, "lesson" | "problems"> {
  const [on, from, to] = [readDay(cells.on), readHour(cells.from), readHour(cells.to)];
  const { id: trainer, problems: trainerFaults } = trainerCalled(cells.trainer, named);
  const room = roomCalled(cells.room, named.rooms);
  const only = personsCalled(cells.only, named);
  const unit = [...place.units.keys()].find((one) => one.toLowerCase() === cells.unit.toLowerCase()) ?? cells.unit;
  const faults = [
    ...(on === undefined ? [lineFaults.day] : []),
    ...(from === undefined ? [lineFaults.hour("from")] : []),
    ...(to === undefined ? [lineFaults.hour("to")] : []),
    ...trainerFaults,
    ...room.problems,
    ...only.problems,
    ...(cells.subject.length > LONGEST_SUBJECT ? [lineFaults.tooLong("subject")] : []),
  ];
  // Fills in placeholders for what cannot be read, so that the other columns are checked too.
  const likely = { unit, on: on ?? place.cohort.startsOn, from: from ?? "09:00", to: to ?? "09:01" };
  const whole = { ...likely, trainer: trainer ?? "", room: room.id, only: only.ids };
  const unread = new Set(faults.map(({ path }) => path));
  const timeless = from === undefined || to === undefined;
  const issues = lessonIssues(whole, place).filter(
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

/** By address, or by the name that lists show. */
function trainerCalled(typed: string, { trainers, teaching }: Named): Found {
  const byAddress = typed === "" ? undefined : trainers.get(mailboxKey(typed));
  if (byAddress !== undefined) return { id: byAddress, problems: [] };
  const byName = teaching.get(wordsOf(typed)) ?? [];
  if (byName.length > 1) return { problems: [lineFaults.trainers(typed)] };
  return byName[0] === undefined ? { problems: [lineFaults.trainer(typed)] } : { id: byName[0], problems: [] };
}

function roomCalled(name: string, rooms: readonly Room[]): Found {
  if (name === "") return { problems: [] };
  const called = (label: string) => asTyped(label) === asTyped(name);
  const whole = rooms.filter((room) => called(sayRoom(room)));
  const matching = whole.length > 0 ? whole : rooms.filter((room) => called(room.name));
  if (matching.length > 1) return { problems: [lineFaults.rooms(name)] };
  return matching[0] ? { id: matching[0].id, problems: [] } : { problems: [lineFaults.room(name)] };
}

function personsCalled(
  names: string,
  { members, most }: Named,
): { readonly ids?: string[]; readonly problems: readonly Issue[] } {
  const wantedNames = names.split(/[,;|]/).flatMap((name) => name.trim() || []);
  if (wantedNames.length === 0) return { problems: [] };
  // Each wrong name is reported, so their number is limited to that of the members.
  if (wantedNames.length > most) return { problems: [lineFaults.tooMany] };
  const matches = wantedNames.map((name) => ({ name, ids: members.get(wordsOf(name)) ?? [] }));
  const problems = matches.flatMap(({ name, ids }) =>
    ids.length === 1 ? [] : [ids.length === 0 ? lineFaults.person(name) : lineFaults.persons(name)],
  );
  return problems.length > 0 ? { problems } : { ids: [...new Set(matches.flatMap(({ ids }) => ids))], problems };
}

/** Case, accents, the kind of apostrophe and of space differ from one keyboard to another. */
function asTyped(name: string): string {
  const letters = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return letters
    .replaceAll(/[’‘ʼ′`´]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Ignores the order of first and last names. */
function wordsOf(name: string): string {
  return plain(name).split(" ").toSorted().join(" ");
}

type Comparable = Pick<Lesson, "unit" | "on" | "from" | "to" | "trainer"> & {
  readonly room?: string | null;
  readonly only?: readonly string[] | null;
};

function keyOf({ unit, on, from, to, trainer, room, only }: Comparable): string {
  return JSON.stringify([unit, on, from, to, trainer, room ?? "", only?.toSorted() ?? ""]);
}

async function standingKeys(tx: Tx, { cohort }: Around, lines: readonly Parsed[]): Promise<ReadonlySet<string>> {
  const days = lines.flatMap(({ lesson }) => lesson?.on ?? []).toSorted();
  if (days.length === 0) return new Set();
  const stored = await lessonsOf(tx, [cohort.id], { from: days[0]!, until: days.at(-1)! });
  return new Set(stored.filter(({ cancelledWhy }) => cancelledWhy === null).map(keyOf));
}
