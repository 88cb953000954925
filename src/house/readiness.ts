/** What `/readyz` says: the database answers, with the right migrations, and the disks that are written to have room. */
import { setTimeout } from "node:timers/promises";
import { migrationState } from "../db/migrate.ts";
import type { Opened } from "../db/open.ts";
import { freeSpaceOf } from "../kit/disk.ts";

type Checks = { name: string; ok: boolean }[];
const AWAY: Checks = [
  { name: "database", ok: false },
  { name: "migrations", ok: false },
];
/** The longest that it waits for a database that has stopped answering. */
const READY_MS = 3_000;
/** Bytes without which neither a file nor a transaction is written. */
const ROOM = 10_000_000;

/** Never throws: an unreachable database is an answer. While a check hangs, no second one starts. */
export function readinessOf(opened: Opened, folders: readonly string[]): () => Promise<Checks> {
  let asking: Promise<Checks> | undefined;
  return async () => {
    asking ??= readiness(opened).finally(() => (asking = undefined));
    const [database, disk] = await Promise.all([
      Promise.race([asking, setTimeout(READY_MS, AWAY, { ref: false })]),
      hasRoom(folders),
    ]);
    return [...database, { name: "disk", ok: disk }];
  };
}

/** A folder that cannot be asked is none to write to. */
async function hasRoom(folders: readonly string[]): Promise<boolean> {
  try {
    return (await freeSpaceOf(folders)).every(({ left }) => left >= ROOM);
  } catch {
    return false;
  }
}

async function readiness(opened: Opened): Promise<Checks> {
  try {
    const { state } = await migrationState(opened);
    return [
      { name: "database", ok: true },
      { name: "migrations", ok: state === "current" },
    ];
  } catch {
    return AWAY;
  }
}
