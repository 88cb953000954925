/** The SQL of a school's rooms. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { change, keeping } from "../act/keep.ts";

export type Room = {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
  /** The site, in a school with several addresses; empty for the main one. */
  readonly site: string;
  readonly version: number;
  readonly closedAt: Date | null;
};

const ROOM = sql`id, name, seats, site, version, closed_at as "closedAt"`;

/** Those in use first, by site and name. */
export async function allRooms(tx: Tx): Promise<readonly Room[]> {
  const { rows } = await sql<Room>`
    select ${ROOM} from room order by closed_at is not null, site, lower(name), id limit 500`.execute(tx);
  return rows;
}

/** Locked: acts on a room run one after the other. */
export async function lockRoom(tx: Tx, id: string): Promise<Room | undefined> {
  return (await sql<Room>`select ${ROOM} from room where id = ${id}::uuid for update`.execute(tx)).rows[0];
}

type Described = Pick<Room, "name" | "seats" | "site">;

/** False if an open room on the site has that name. */
export async function insertRoom(
  tx: Tx,
  { id, by, at, ...room }: Described & { readonly id: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const first = tx
    .insertInto("room")
    .values({ id, ...room, entered_by: by, entered_at: at })
    .onConflict((or) => or.doNothing());
  return (await keeping(tx, "room", first)).length > 0;
}

export async function updateRoom(
  tx: Tx,
  id: string,
  values: (Described & { readonly version: number }) | { readonly closed_at: Date; readonly version: number },
): Promise<void> {
  await change(tx, "room", id, values);
}

/** Whether another open room on the site has that name. */
export async function isCalled(tx: Tx, { name, site }: Pick<Room, "name" | "site">, but: string): Promise<boolean> {
  const { rows } = await sql`
    select from room where closed_at is null and lower(name) = lower(${name}) and site = ${site} and id <> ${but}::uuid`.execute(
    tx,
  );
  return rows.length > 0;
}

/** The first booking of a room after an instant. */
export async function nextBooking(
  tx: Tx,
  taken: string,
  after: Date,
): Promise<{ what: string; from: Date } | undefined> {
  const { rows } = await sql<{ what: string; from: Date }>`
    select what, from_at as from from booking where taken = ${taken} and until_at > ${after}::timestamptz
    order by until_at, id limit 1`.execute(tx);
  return rows[0];
}

/** In order; each thing is booked there once. */
export async function bookingsToCome(
  tx: Tx,
  taken: string,
  after: Date,
): Promise<readonly { what: string; from: Date }[]> {
  const { rows } = await sql<{ what: string; from: Date }>`
    select what, from_at as from from booking where taken = ${taken} and until_at > ${after}::timestamptz
    order by until_at, id`.execute(tx);
  return rows;
}
