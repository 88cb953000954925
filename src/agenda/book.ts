/**
 * Nobody and no room is twice at one time, over interviews, teaching and exams alike: whatever has its hour is booked here, by
 * the act that arranges it, in the same transaction, and a constraint of the database holds it for two at once.
 */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { dropping, keeping } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";

/** Which room, or who: `room:<id>`, `account:<id>`, `guest:<id>`. */
type Taken = string;

/** From and until are instants; what ends as something else begins does not overlap it. */
export type Booking = {
  /** The chain of what it is for: `interview:<id>`. */
  readonly what: string;
  readonly taken: readonly Taken[];
  readonly from: Date;
  readonly until: Date;
  /** The chain in which it is recorded, where that is not the act’s own. */
  readonly of?: string;
};

/** What stands against a booking: who or which room, for what it is taken, and when. */
export type Clash = { readonly taken: Taken; readonly what: string; readonly from: Date; readonly until: Date };

/** What one waits for to book: a seat is one of its room’s, whichever is free then. */
const turnOf = (taken: Taken) => /^seat:(.*):\d+$/.exec(taken)?.[1] ?? taken.replace(/^room:/, "");

const turns = new WeakMap<Tx, ReadonlySet<string>>();

/**
 * Waits for whoever books or frees any of these: all that an act will, asked for once and in one order. Two that each held what
 * the other waits for would be stopped by the database; so `book` throws where an act asks for more once it has its turn.
 */
export async function takeTurns(tx: Tx, taken: Iterable<Taken>): Promise<void> {
  const wanted = new Set([...taken].map(turnOf));
  const had = turns.get(tx);
  const more = had && [...wanted].find((one) => !had.has(one));
  if (more !== undefined) throw new Error(`${more} is booked in a second go: all of an act’s turns are taken at once`);
  if (had) return;
  turns.set(tx, wanted);
  await sql`
    select pg_advisory_xact_lock(turn) from (
      select distinct hashtextextended('livret.booking ' || current_setting('livret.establishment') || one, 0) as turn
      from unnest(${sql.val([...wanted])}::text[]) as one order by turn) as turns`.execute(tx);
}

/** Who and which rooms are taken for one thing. */
export async function takenFor(tx: Tx, what: string): Promise<readonly Taken[]> {
  const { rows } = await sql<{ taken: Taken }>`select taken from booking where what = ${what}`.execute(tx);
  return rows.map(({ taken }) => taken);
}

/**
 * Books all of it; or answers what stands against it, and the act is then refused, which undoes whatever of it was written.
 * Tables to name among the act's `writes`: `booking`.
 */
export async function book(tx: Tx, { what, taken, from, until, of }: Booking): Promise<readonly Clash[]> {
  const wanted = [...new Set(taken)].toSorted();
  if (wanted.length === 0) return [];
  await takeTurns(tx, wanted);
  const against = await clashes(tx, { taken: wanted, from, until });
  if (against.length > 0) return against;
  const rows = wanted.map((one) => ({ id: newId(), what, taken: one, from_at: from, until_at: until }));
  // The constraint holds it, whoever books by another way.
  const kept = await keeping(
    tx,
    "booking",
    tx
      .insertInto("booking")
      .values(rows)
      .onConflict((or) => or.doNothing()),
    { of },
  );
  return kept.length === wanted.length ? [] : clashes(tx, { taken: wanted, from, until, but: what });
}

/** Rows of one statement, which takes so many values and no more. */
const AT_ONCE = 1_000;

/**
 * The same for many that were seen not to clash among themselves, nor with what stands: false where somebody booked at the same
 * moment and was first, and the act is then refused. Each is recorded in the chain of what it is for.
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
    const kept = await keeping(
      tx,
      "booking",
      tx
        .insertInto("booking")
        .values(some)
        .onConflict((or) => or.doNothing()),
      { of: ({ what }) => String(what) },
    );
    if (kept.length < some.length) return false;
  }
  return true;
}

/** Frees what was taken for one thing, and books it anew. */
export async function rebook(tx: Tx, booking: Booking): Promise<readonly Clash[]> {
  const { what, taken, of } = booking;
  await takeTurns(tx, [...(await takenFor(tx, what)), ...taken]);
  await unbook(tx, what, { of });
  return book(tx, booking);
}

/** Frees whatever is taken for one thing. Whoever books after it in the same act takes all turns before. */
export async function unbook(tx: Tx, what: string, { of }: { readonly of?: string | undefined } = {}): Promise<void> {
  await dropping(tx, "booking", tx.deleteFrom("booking").where("what", "=", what), { of });
}

/** Who and which room of these is taken between two instants. */
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
