/**
 * Counts how many people took each step of the way in each week. Only totals are stored, no person. An act declares that it counts; its
 * row is written last, so that it is locked after every other row and for the shortest time.
 */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { type Day, mondayOf } from "../kit/day.ts";
import type { Station } from "./way.ts";

export const COUNTED = ["question", "application", "interview", "admission", "training"] as const satisfies Station[];
export type Counted = (typeof COUNTED)[number];

/** Rows to add to, chosen at random: acts of the same moment seldom wait for each other. */
const PARTS = 8;

const noted = new WeakMap<Tx, Counted[]>();

/** Called by an act that is sure to be done. */
export function countStep(tx: Tx, step: Counted): void {
  noted.set(tx, [...(noted.get(tx) ?? []), step]);
}

export async function writeCounts(tx: Tx, today: Day): Promise<void> {
  const steps = noted.get(tx) ?? [];
  noted.delete(tx);
  for (const step of steps)
    await sql`
      insert into weekly_count (week, step, part, count)
      values (${mondayOf(today)}::date, ${step}, ${Math.floor(Math.random() * PARTS)}, 1)
      on conflict (establishment_id, week, step, part) do update set count = weekly_count.count + 1`.execute(tx);
}
