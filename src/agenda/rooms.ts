/** The rooms of a school, for whoever arranges something in one. */
import type { Tx } from "../db/school.ts";
import { allRooms, type Room } from "./store.ts";

export type { Room };

export const roomTaken = (id: string) => `room:${id}`;

/** What people call it: with its site, where the school has several. */
export function sayRoom({ name, site }: Pick<Room, "name" | "site">): string {
  return site === "" ? name : `${name} (${site})`;
}

/** Those that may be booked. */
export async function roomsInUse(tx: Tx): Promise<readonly Room[]> {
  return (await allRooms(tx)).filter(({ closedAt }) => closedAt === null);
}

/** What each is called, closed ones too, by its id. */
export async function roomNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await allRooms(tx)).map((room) => [room.id, sayRoom(room)]));
}
