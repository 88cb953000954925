/**
 * The bookings of people and rooms: written by `placing.ts`, which checks before; a database constraint guards against those made any other
 * way.
 */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { dropping, keeping } from "../act/keep.ts";
import type { Occupied } from "../act/timetable.ts";
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";

/** The resource: `room:<id>`, `account:<id>`, `guest:<id>`. An interval that touches another does not overlap it. */
type Taken = Occupied["taken"];

/** The lock of a resource: a seat locks its room, since any free seat will do. */
const turnOf = (taken: Taken) => /^seat:(.*):\d+$/.exec(taken)?.[1] ?? taken.replace(/^room:/, "");

const turns = new WeakMap<Tx, ReadonlySet<string>>();

/**
 * Locks the resources against concurrent booking and freeing: all that an act needs, at once and in a fixed order, to avoid deadlocks.
 * It throws if an act asks for more after its locks.
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

/** The resources booked for these. */
export async function bookingsOf(tx: Tx, whats: readonly string[]): Promise<readonly Taken[]> {
  const { rows } = await sql<{ taken: Taken }>`
    select distinct taken from booking where what = any(${[...whats]}::text[])`.execute(tx);
  return rows.map(({ taken }) => taken);
}

/** Rows per statement: PostgreSQL limits the number of parameters. */
const AT_ONCE = 1_000;

/**
 * Books what `placing.ts` has checked: false if a booking made any other way came first, upon which the act must be refused. `of`: the chain
 * that records it, if not the act’s own.
 */
export async function bookAll(tx: Tx, bookings: readonly Occupied[], of?: (what: string) => string): Promise<boolean> {
  const rows = joined(bookings).map(({ what, taken, from, until }) => ({
    id: newId(),
    what,
    taken,
    from_at: from,
    until_at: until,
  }));
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
      of && { of: ({ what }) => of(String(what)) },
    );
    if (inserted.length < some.length) return false;
  }
  return true;
}

/** Frees the bookings of one thing. An act that books afterwards takes all its locks before. */
export async function unbook(tx: Tx, what: string, { of }: { readonly of?: string | undefined } = {}): Promise<void> {
  await dropping(tx, "booking", tx.deleteFrom("booking").where("what", "=", what), { of });
}

/** What these are booked for on some days, from the first to the last. */
export async function takenBy(
  tx: Tx,
  taken: readonly Taken[],
  { from, until, zone }: { readonly from: Day; readonly until: Day; readonly zone: string },
): Promise<readonly Occupied[]> {
  const { rows } = await sql<Occupied>`
    select taken, what, from_at as from, until_at as until from booking
    where taken = any(${[...taken]}::text[])
      and from_at < (${addDays(until, 1)}::date::timestamp at time zone ${zone})
      and until_at > (${from}::date::timestamp at time zone ${zone})
    order by from_at, taken, id`.execute(tx);
  return rows;
}

/** Stretches of one resource for one thing that touch or overlap are booked as one: those of a candidate who passes, then stays for all. */
function joined(bookings: readonly Occupied[]): readonly Occupied[] {
  const byKey = Map.groupBy(bookings, ({ what, taken }) => `${what} ${taken}`);
  return [...byKey.values()].flatMap((theirs) =>
    theirs
      .toSorted((a, b) => +a.from - +b.from)
      .reduce<Occupied[]>((done, one) => {
        const last = done.at(-1);
        if (!last || last.until < one.from) return [...done, one];
        const until = last.until > one.until ? last.until : one.until;
        return [...done.slice(0, -1), { ...last, until }];
      }, []),
  );
}

/** Forgets the grounds of what is erased. */
export async function forgetGrounds(tx: Tx, what: string, of?: string): Promise<void> {
  await dropping(tx, "placing_ground", tx.deleteFrom("placing_ground").where("what", "=", what), { of });
}
