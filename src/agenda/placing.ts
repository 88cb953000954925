/**
 * The one check before anything is placed in time. An act says who must be there, in which room, and when; it takes the turns of all of them,
 * so that concurrent acts on the same person or room run one after the other, then reads what these have already, in a number of statements
 * that does not grow with them. What is impossible refuses the act; what is unwise asks a ground, which is kept.
 */
import { sql } from "kysely";
import type { Performing } from "../act/act.ts";
import { keepAll } from "../act/keep.ts";
import { actorName } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { isHoliday } from "../kit/holidays.ts";
import { newId } from "../kit/id.ts";
import type { Label } from "../kit/lang.ts";
import type { Issue } from "../kit/schema.ts";
import { json } from "../kit/sql.ts";
import type { Establishment } from "../law/establishment.ts";
import { bookAll, bookingsOf, takenBy, takeTurns, unbook } from "./book.ts";
import { type Conflict, conflictsOf, isImpossible, type Placing } from "./rules/placing.ts";
import { FASTER, sayConflict, sayUnwise } from "./words.ts";

export type { Placing } from "./rules/placing.ts";

type Checking = Pick<Performing<unknown>, "tx" | "zone" | "today" | "timetable">;
export type School = Pick<Establishment, "holidays" | "closures">;

/** All the turns of an act are taken at once: one that places in several steps takes them before. */
export const takeTurnsOf = (tx: Tx, placings: readonly Placing[]): Promise<void> => takeTurns(tx, takenIn(placings));

function takenIn(placings: readonly Placing[]): string[] {
  return placings.flatMap(({ people, rooms }) => [...people, ...rooms].map(({ taken }) => taken));
}

/** What stands against these, in their order. An act has taken their turns before; a view only looks. */
export async function conflictsNow(
  { tx, zone, today, timetable }: Checking,
  placings: readonly Placing[],
  { holidays, closures = [] }: School,
): Promise<readonly Conflict[]> {
  if (placings.length === 0) return [];
  const days = placings.map(({ on }) => on).toSorted();
  const between = { from: days[0]!, until: days.at(-1)! };
  const taken = [...new Set(takenIn(placings))];
  const booked = await takenBy(tx, taken, { ...between, zone });
  const people = [...new Set(placings.flatMap((one) => one.people.map((person) => person.taken)))];
  const followed = people.length === 0 ? [] : await timetable.followed({ tx, zone }, people, between);
  const follows = new Set(
    placings.flatMap((one) => one.people.filter((person) => person.follows).map((person) => person.taken)),
  );
  const exams = booked.filter(({ what, taken: whose }) => what.startsWith("exam-group:") && follows.has(whose));
  const precedes = new Set(exams.length === 0 ? [] : await timetable.precedes(tx, exams));
  return conflictsOf(
    placings,
    { booked, followed, precedes },
    {
      today,
      isHoliday: (day) => isHoliday(holidays, day),
      closedFor: (day) => closures.find(({ first, last }) => first <= day && day <= last)?.label,
    },
  );
}

export type How = {
  readonly school: School;
  /** Given by the person who places it. */
  readonly ground?: string | undefined;
  /** What a conflict is with, where the act knows more of it than its kind: a line of its own table. */
  readonly called?: (what: string) => Label;
};

/** The chain that records what is booked for a thing. */
type Whose = (what: string) => string;

/** Why these cannot be placed, or what asks a ground that is missing; and what was unwise. */
export async function against(
  context: Checking,
  placings: readonly Placing[],
  { school, ground, called }: How,
): Promise<{ readonly issues: readonly Issue[]; readonly unwise: readonly Conflict[] }> {
  const conflicts = await conflictsNow(context, placings, school);
  const issues = conflicts.filter(isImpossible).map((one) => sayConflict(one, { zone: context.zone, called }));
  const unwise = conflicts.filter((one) => !isImpossible(one));
  const grounded = (ground ?? "").trim() !== "";
  if (issues.length > 0 || unwise.length === 0 || grounded) return { issues, unwise };
  return { issues: [...sayUnwise(unwise, { zone: context.zone, path: "ground" })], unwise };
}

/**
 * Places all of these, or returns why not, upon which the act must be refused, which rolls back. What was booked for them before is freed
 * (`moves`). `of`: the chain that records a booking, if not the act's own. The act names `booking` and `placing_ground` among its `writes`.
 */
export async function placeAll(
  context: Checking & Pick<Performing<unknown>, "actor" | "at">,
  placings: readonly Placing[],
  how: How & { readonly moves?: true; readonly of?: Whose },
): Promise<readonly Issue[]> {
  const { tx } = context;
  const { moves, of } = how;
  const whats = [...new Set(placings.map(({ what }) => what))];
  await takeTurns(tx, [...(moves ? await bookingsOf(tx, whats) : []), ...takenIn(placings)]);
  const { issues, unwise } = await against(context, placings, how);
  if (issues.length > 0) return issues;
  if (moves) for (const what of whats) await unbook(tx, what, { of: of?.(what) });
  return (await placeChecked(context, placings, { unwise, ...how })) ? [] : [FASTER];
}

/** Books what was checked since its turns were taken, and keeps the ground; false if something else came first. */
export async function placeChecked(
  context: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  placings: readonly Placing[],
  { unwise, ground, of }: Pick<How, "ground"> & { readonly unwise: readonly Conflict[]; readonly of?: Whose },
): Promise<boolean> {
  const bookings = placings.flatMap(({ what, from, until, people, rooms }) =>
    [...people.filter(({ follows }) => !follows), ...rooms].map((one) => ({
      what,
      taken: one.taken,
      from: one.from ?? from,
      until: one.until ?? until,
    })),
  );
  if (!(await bookAll(context.tx, bookings, of))) return false;
  await keepGrounds(context, unwise, { ground, of });
  return true;
}

/** Keeps the ground of what was unwise, by what is placed. */
export async function keepGrounds(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  unwise: readonly Conflict[],
  { ground = "", of }: { readonly ground?: string | undefined; readonly of?: Whose | undefined },
): Promise<void> {
  const rows = [...Map.groupBy(unwise, ({ placing }) => placing)].map(([{ what, on }, conflicts]) => ({
    id: newId(),
    what,
    on_day: on,
    kinds: json([...new Set(conflicts.map(({ kind }) => kind))]),
    taken: json([...new Set(conflicts.flatMap((one) => ("taken" in one ? one.taken : [])))]),
    ground: ground.trim(),
    placed_by: actorName(actor),
    placed_at: at,
  }));
  await keepAll(tx, "placing_ground", rows, of && { of: ({ what }) => of(String(what)) });
}

/** Why something stands on its present day all the same. */
export type Ground = {
  readonly what: string;
  readonly on: Day;
  readonly kinds: readonly Conflict["kind"][];
  readonly taken: readonly string[];
  readonly ground: string;
};

/** The latest of each. */
export async function groundsOf(tx: Tx, whats: readonly string[]): Promise<ReadonlyMap<string, Ground>> {
  if (whats.length === 0) return new Map();
  const { rows } = await sql<Ground>`
    select distinct on (what) what, to_char(on_day, 'YYYY-MM-DD') as on, kinds, taken, ground from placing_ground
    where what = any(${[...whats]}::text[]) order by what, id desc`.execute(tx);
  return new Map(rows.map((row) => [row.what, row]));
}
