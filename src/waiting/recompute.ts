/**
 * Derives what waits for every chain of a school: after an upgrade that changed a declaration, and after the school's file changed, from
 * which days come. Once for each: the mark of what the rows were derived by is kept. An interrupted run begins again.
 */
import { createHash } from "node:crypto";
import type { ActWorld } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { dayIn } from "../kit/zone.ts";
import { lockChains } from "../act/chain.ts";
import { type Deriving, deriveWaiting, dropPast, eachOf, pageOf, type Waits, waitingFaults } from "../act/waiting.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { chainsOfKind, keepMark, readMark } from "./store.ts";

/** Chains locked together: acts on them wait for one derivation. */
const BATCH = 100;

/** What rows are derived by: the declarations, their versions, and the school's file. */
function markOf(all: readonly Waits[], basis: string): string {
  const declared = all.map(({ on, version = 1, keys }) => [on, version, Object.keys(keys)]);
  return createHash("sha256")
    .update(JSON.stringify([declared, basis]))
    .digest("hex");
}

/** The mark of a school whose rows are of today's declarations and file. */
export function markFor(world: Partial<Pick<World, "laws">>, all: readonly Waits[], establishment: string): string {
  return markOf(all, fileOf(world, establishment));
}

function fileOf({ laws }: Partial<Pick<World, "laws">>, establishment: string): string {
  return laws?.establishments.find(({ data }) => data.establishment === establishment)?.file.hash ?? "";
}

/** Each round of the calendar: derives all where it is wanted, and removes what is past its last day. */
export async function keepWaitingTrue(
  world: ActWorld & Partial<Pick<World, "laws">>,
  establishment: string,
  leaves?: () => boolean,
): Promise<void> {
  // The deployment itself has no chains that wait.
  if (establishment === DEPLOYMENT) return;
  await recomputeWaiting(world, establishment, fileOf(world, establishment), leaves);
  const today = dayIn(world.now(), world.zone(establishment));
  await withSchool(world.db, establishment, (tx) => dropPast(tx, today));
}

type Recomputing = Pick<ActWorld, "db" | "now" | "zone" | "law" | "waits">;

/** Returns the number of chains derived; 0 where the rows are of this mark already. */
export async function recomputeWaiting(
  world: Recomputing,
  establishment: string,
  basis: string,
  leaves: () => boolean = () => false,
): Promise<number> {
  const { db, waits } = world;
  const mark = markOf(waits, basis);
  if ((await withSchool(db, establishment, readMark)) === mark) return 0;
  let count = 0;
  const kinds = new Set(waits.map(({ on }) => on));
  for (const kind of kinds) count += await deriveKind(world, establishment, kind, leaves);
  if (leaves()) return count;
  await withSchool(db, establishment, (tx) => keepMark(tx, mark));
  return count;
}

/** A page of chains under one lock after the other. */
async function deriveKind(world: Recomputing, establishment: string, kind: string, leaves: () => boolean) {
  const { db, waits } = world;
  const each = eachOf(waits, kind);
  let count = 0;
  for (let after = `${kind}:`; !leaves(); ) {
    const chains = await withSchool(db, establishment, async (tx) => {
      const page = each
        ? await pageOf(tx, each, { kind, after, limit: BATCH, locks: true })
        : await chainsOfKind(tx, kind, after, BATCH);
      const there = each ? page : [...(await lockChains(tx, page))];
      await deriveWaiting(around(world, establishment, tx), waits, there);
      return page;
    });
    if (chains.length === 0) break;
    count += chains.length;
    after = chains.at(-1)!;
  }
  return count;
}

function around(world: Recomputing, establishment: string, tx: Tx): Deriving & { readonly today: Day } {
  const zone = world.zone(establishment);
  const law: Deriving["law"] = (diploma, which) => world.law(establishment, diploma, which);
  return { tx, establishment, zone, today: dayIn(world.now(), zone), law };
}

/**
 * For the doctor, when asked: derives again the chains whose rows are not what the facts say, and returns how many these were. Of a kind
 * whose acts lock rows of a table, all are derived, since these lock a page of them and not one by its name.
 */
export async function repairWaiting(world: Recomputing, establishment: string): Promise<number> {
  const { db, waits } = world;
  if (establishment === DEPLOYMENT) return 0;
  const faults = await withSchool(db, establishment, (tx) => {
    const given = around(world, establishment, tx);
    return waitingFaults(given, waits, given.today);
  });
  const chains = [...new Set(faults.map((fault) => fault.split(" ")[0]!))];
  for (const [kind, theirs] of Map.groupBy(chains, (chain) => chain.slice(0, chain.indexOf(":")))) {
    if (eachOf(waits, kind)) {
      await deriveKind(world, establishment, kind, () => false);
      continue;
    }
    for (let at = 0; at < theirs.length; at += BATCH)
      await withSchool(db, establishment, async (tx) => {
        const there = await lockChains(tx, theirs.slice(at, at + BATCH));
        await deriveWaiting(around(world, establishment, tx), waits, [...there]);
      });
  }
  return chains.length;
}
