/**
 * A person or a room is never booked twice at one time, over interviews, teaching and exams alike: the act that arranges something books it
 * here, in the same transaction, and a database constraint guards against concurrent bookings.
 */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { dropping, keeping } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";

/** The resource: `room:<id>`, `account:<id>`, `guest:<id>`. */
type Taken = string;

/** `from` and `until` are instants; intervals that touch do not overlap. */
export type Booking = {
  /** The chain of what it is for: `interview:<id>`. */
  readonly what: string;
  readonly taken: readonly Taken[];
  readonly from: Date;
  readonly until: Date;
  /** The chain that records it, if not the act’s own. */
  readonly of?: string;
};

/** A conflicting booking: the resource, what it is booked for, and when. */
export type Clash = { readonly taken: Taken; readonly what: string; readonly from: Date; readonly until: Date };

/** The lock of a resource: a seat locks its room, since any free seat will do. */
const turnOf = (taken: Taken) => /^seat:(.*):\d+$/.exec(taken)?.[1] ?? taken.replace(/^room:/, "");

const turns = new WeakMap<Tx, ReadonlySet<string>>();

/**
 * Locks the resources against concurrent booking and freeing: all that an act needs, at once and in a fixed order, to avoid deadlocks.
 * `book` throws if an act asks for more after its locks.
 */
export async function takeTurns(tx: Tx, taken: Iterable<Taken>): Promise<void> {
  const wantedTurns = new Set([...taken].map(turnOf));
  const had = turns.get(tx);
  const more = had && [...wantedTurns].find((one) => !had.has(one));
  if (more !== undefined) throw new Error(`${more} is booked in a second go: all of an act’s turns are taken at once`);
  if (had) return;
  turns.set(tx, wantedTurns);
  await sql`
    select pg_advisory_xact_lock(turn) from (
      select distinct hashtextextended('livret.booking ' || current_setting('livret.establishment') || one, 0) as turn
      from unnest(${sql.val([...wantedTurns])}::text[]) as one order by turn) as turns`.execute(tx);
}

/** The resources booked for one thing. */
export async function takenFor(tx: Tx, what: string): Promise<readonly Taken[]> {
  const { rows } = await sql<{ taken: Taken }>`select taken from booking where what = ${what}`.execute(tx);
  return rows.map(({ taken }) => taken);
}

/**
 * Books all of it, or returns the conflicts, upon which the act must be refused, which rolls back. The act names `booking` among its
 * `writes`.
 */
export async function book(tx: Tx, { what, taken, from, until, of }: Booking): Promise<readonly Clash[]> {
  const resources = [...new Set(taken)].toSorted();
  if (resources.length === 0) return [];
  await takeTurns(tx, resources);
  const against = await clashes(tx, { taken: resources, from, until });
  if (against.length > 0) return against;
  const rows = resources.map((one) => ({ id: newId(), what, taken: one, from_at: from, until_at: until }));
  // The constraint also guards against bookings made any other way.
  const inserted = await keeping(
    tx,
    "booking",
    tx
      .insertInto("booking")
      .values(rows)
      .onConflict((or) => or.doNothing()),
    { of },
  );
  return inserted.length === resources.length ? [] : clashes(tx, { taken: resources, from, until, but: what });
}

/** Rows per statement: PostgreSQL limits the number of parameters. */
const AT_ONCE = 1_000;

/**
 * Books many, already checked against each other and the stored bookings: false if a concurrent booking came first, upon which the act must
 * be refused. Each is recorded in the chain of what it is for.
 */
export async function bookAll(tx: Tx, bookings: readonly Omit<Booking, "of">[]): Promise<boolean> {
  const rows = bookings.flatMap(({ what, taken, from, until }) =>
    [...new Set(taken)].map((one) => ({ id: newId(), what, taken: one, from_at: from, until_at: until })),
  );
  await takeTurns(
    tx,
    rows.map(({ taken }) => taken),
  );
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE);
    const inserted = await keeping(
      tx,
      "booking",
      tx
        .insertInto("booking")
        .values(some)
        .onConflict((or) => or.doNothing()),
      { of: ({ what }) => String(what) },
    );
    if (inserted.length < some.length) return false;
  }
  return true;
}

/** Frees the bookings of one thing, and books it anew. */
export async function rebook(tx: Tx, booking: Booking): Promise<readonly Clash[]> {
  const { what, taken, of } = booking;
  await takeTurns(tx, [...(await takenFor(tx, what)), ...taken]);
  await unbook(tx, what, { of });
  return book(tx, booking);
}

/** Frees the bookings of one thing. An act that books afterwards takes all its locks before. */
export async function unbook(tx: Tx, what: string, { of }: { readonly of?: string | undefined } = {}): Promise<void> {
  await dropping(tx, "booking", tx.deleteFrom("booking").where("what", "=", what), { of });
}

/** The conflicts of these resources between two instants. */
export async function clashes(
  tx: Tx,
  { taken, from, until, but = "" }: Pick<Booking, "taken" | "from" | "until"> & { readonly but?: string },
): Promise<readonly Clash[]> {
  const { rows } = await sql<Clash>`
    select taken, what, from_at as from, until_at as until from booking
    where taken in (${sql.join(taken)}) and what <> ${but}
      and from_at < ${until}::timestamptz and until_at > ${from}::timestamptz
    order by from_at, taken, id`.execute(tx);
  return rows;
}
