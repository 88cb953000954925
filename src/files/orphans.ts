/**
 * Removes orphans, stored bytes that no row references: a process killed between storing and naming them leaves some, and so does a
 * database restored from an older backup. They are looked for each day and removed a week after they were stored.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, perform } from "../act/act.ts";
import { attemptFor } from "../act/attempts.ts";
import { withSchool } from "../db/school.ts";
import { dayIn } from "../kit/zone.ts";
import { closed } from "../kit/shapes.ts";
import type { World } from "../act/world.ts";
import { enqueue } from "../jobs/queue.ts";
import { removeBytes } from "./attach.ts";
import { FEW } from "./check.ts";
import { type CopyOfBytes, readFileKey } from "./rules/file-key.ts";
import { copiesUnder, countCopies, findCopy } from "./store.ts";

/** Time to notice that the wrong backup was restored. */
export const ORPHAN_LIFE = 7 * 24 * 3_600_000;

export const dropOrphan = defineAct({
  name: "dropOrphan",
  label: { fr: "Supprimer des octets que rien ne nomme", en: "Remove bytes that nothing names" },
  who: "let time pass",
  form: Type.Object(
    { sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }), copy: Type.String({ pattern: "^[0-9a-f]{8}$" }) },
    closed,
  ),
  writes: [],
  async perform({ tx, input, at }) {
    // Each stored copy has its own key: one without a row after a week never gets one.
    if (await findCopy(tx, input)) return FORBIDDEN;
    await enqueue(tx, removeBytes, input, at);
    return done({}, `orphan:${input.sha256}-${input.copy}`);
  },
});

type Sweeping = Pick<World, "db" | "now" | "zone" | "decide" | "law" | "standing" | "waits" | "files">;

/** Returns the number of orphans dropped. In a large school each shelf is checked at its hour of the day. */
export async function sweepOrphans(
  world: Sweeping,
  establishment: string,
  stopped: () => boolean = () => false,
): Promise<number> {
  const { db, files, now, zone } = world;
  if (!files) return 0;
  const many = (await withSchool(db, establishment, countCopies)) > FEW;
  let gone = 0;
  for (const shelf of many ? shelvesOf(now().getUTCHours()) : [""]) {
    const old = await oldBytes(files.store.list(`${establishment}/${shelf}`), now().getTime() - ORPHAN_LIFE, stopped);
    if (old.length === 0) continue;
    const kept = await withSchool(db, establishment, (tx) => copiesUnder(tx, shelf));
    const named = new Set(kept.map(nameOf));
    for (const { sha256, copy } of old.filter((one) => !named.has(nameOf(one)))) {
      if (stopped()) return gone;
      const actor = { kind: "clock", day: dayIn(now(), zone(establishment)) } as const;
      const attempt = attemptFor("dropOrphan", sha256, copy);
      const outcome = await perform(world, dropOrphan, { actor, establishment, attempt, input: { sha256, copy } });
      if (outcome.kind === "done") gone++;
    }
  }
  return gone;
}

const nameOf = ({ sha256, copy }: CopyOfBytes) => `${sha256}-${copy}`;

async function oldBytes(
  listed: AsyncIterable<{ key: string; at: Date }>,
  before: number,
  stopped: () => boolean,
): Promise<CopyOfBytes[]> {
  const found: CopyOfBytes[] = [];
  for await (const { key, at } of listed) {
    if (stopped()) return [];
    const bytes = at.getTime() < before ? readFileKey(key) : undefined;
    if (bytes) found.push(bytes);
  }
  return found;
}

function shelvesOf(hour: number): string[] {
  const all = Array.from({ length: 256 }, (_, at) => at);
  return all.filter((at) => at % 24 === hour).map((at) => at.toString(16).padStart(2, "0"));
}
