/** Making a checkpoint: an act of the calendar, or of the operator who asks for one at once. */
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
  // Not `checkpoint_head`: its rows are proven by the root.
  writes: ["checkpoint"],
  async perform({ tx, input: { number }, at }) {
    const made = await insertCheckpoint(tx, { number, at });
    // Another process of this deployment was quicker.
    return made ? done({ number }, `${OWN_CHAIN}${number}`) : stale({ number });
  },
});

/** Seals all that moved; answers how many checkpoints that took, most often one or none. */
export async function checkpoint(world: ActWorld, place: string, actor: Actor): Promise<number> {
  for (let made = 0; ; made++) {
    // At one moment: what moved before another's checkpoint must not be sealed again under the number after it.
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
