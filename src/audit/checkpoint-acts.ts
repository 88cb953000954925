/** Makes a checkpoint: an act of the calendar, or of an operator who wants one at once. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { type ActWorld, type Actor, defineAct, done, perform, stale } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { countMoved, insertCheckpoint, latestCheckpoint, OWN_CHAIN } from "./checkpoints.ts";

export const CheckpointNumber = Type.Integer({ minimum: 1, maximum: 2_000_000_000 });

export const makeCheckpoint = defineAct({
  name: "makeCheckpoint",
  label: { fr: "Sceller l’état du journal", en: "Seal the state of the record" },
  who: "seal the record",
  form: Type.Object({ number: CheckpointNumber }, { additionalProperties: false }),
  // Without `checkpoint_head`, whose rows the root hash already proves.
  writes: ["checkpoint"],
  async perform({ tx, input: { number }, at }) {
    const made = await insertCheckpoint(tx, { number, at });
    // Another process of this deployment made it first.
    return made ? done({ number }, `${OWN_CHAIN}${number}`) : stale({ number });
  },
});

/** Seals every chain that moved and returns the number of checkpoints made, usually one or none. */
export async function checkpoint(world: ActWorld, place: string, actor: Actor): Promise<number> {
  for (let made = 0; ; made++) {
    // One snapshot for both reads: otherwise chains sealed by another process in between would be sealed again under the next number.
    const { moved, last } = await withSchool(
      world.db,
      place,
      async (tx) => ({ moved: await countMoved(tx), last: await latestCheckpoint(tx) }),
      { snapshot: true },
    );
    if (moved === 0) return made;
    const input = { number: (last?.number ?? 0) + 1 };
    const outcome = await perform(world, makeCheckpoint, { actor, establishment: place, attempt: randomUUID(), input });
    if (outcome.kind !== "done") return made;
  }
}
