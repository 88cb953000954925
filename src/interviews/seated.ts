/** How many sit at one time in a room of a day of interviews: as its settings say. */
import { sql } from "kysely";
import type { Timetable } from "../act/timetable.ts";
import { dayChain } from "./arranging.ts";
import type { DaySettings } from "./rules/day.ts";

export const daysSeated: Timetable["seated"] = async ({ tx }, room, whats) => {
  const prefix = dayChain("");
  const days = whats.flatMap((what) => (what.startsWith(prefix) ? [what.slice(prefix.length)] : []));
  if (days.length === 0) return new Map();
  const { rows } = await sql<{ id: string; settings: DaySettings }>`
    select id, settings from interview_day where id = any(${days}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ id, settings }) => [dayChain(id), settings.rooms.find((one) => one.room === room)?.seats ?? 0]),
  );
};
