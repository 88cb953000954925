/** The rooms of a school, for modules that book them. */
import type { Tx } from "../db/school.ts";
import { allRooms, type Room } from "./store.ts";

export type { Room };

export const roomTaken = (id: string) => `room:${id}`;

/** The room's name, with its site if the school has several. */
export function sayRoom({ name, site }: Pick<Room, "name" | "site">): string {
  return site === "" ? name : `${name} (${site})`;
}

/** The rooms that may be booked. */
export async function roomsInUse(tx: Tx): Promise<readonly Room[]> {
  return (await allRooms(tx)).filter(({ closedAt }) => closedAt === null);
}

/** Room names by id, closed rooms included. */
export async function roomNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await allRooms(tx)).map((room) => [room.id, sayRoom(room)]));
}

/** Rooms by id, closed rooms included. */
export async function roomsKnown(tx: Tx): Promise<ReadonlyMap<string, Room>> {
  return new Map((await allRooms(tx)).map((room) => [room.id, room]));
}
