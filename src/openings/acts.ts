/**
 * Seals the openings of a subject's files in the subject's chain, once an hour: a record per page view would cost every reading an act and
 * its lock. `livret audit verify` counts the openings not yet sealed.
 */
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { Type } from "typebox";
import { type ActWorld, type Actor, defineAct, done, FORBIDDEN, perform, stale } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { lockChain } from "../act/chain.ts";
import { sealUnsealed, unsealedSubjects } from "./store.ts";

/** Per record; the rest waits for the next round. */
const MANY = 1_000;

export const sealOpenings = defineAct({
  name: "sealOpenings",
  label: { fr: "Sceller qui a ouvert un dossier", en: "Seal who opened a file" },
  who: "seal the record",
  form: Type.Object({ about: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
  writes: ["file_opening"],
  async perform({ tx, input: { about }, at }) {
    // Erased meanwhile, and its openings with it.
    if (!(await lockChain(tx, about))) return FORBIDDEN;
    const sealed = await sealUnsealed(tx, about, at, MANY);
    return sealed === 0 ? stale({}) : done({ sealed }, about);
  },
});

const BATCH = 500;

/** Returns the number of subjects; `stopped` ends it between two, and the next round goes on. */
export async function sealAllOpenings(
  world: ActWorld,
  place: string,
  actor: Actor,
  stopped: () => boolean = () => false,
): Promise<number> {
  let sealed = 0;
  for (let after = ""; ; ) {
    const subjects = await withSchool(world.db, place, (tx) => unsealedSubjects(tx, after, BATCH));
    for (const about of subjects) {
      const asked = { actor, establishment: place, attempt: randomUUID(), input: { about } };
      if ((await perform(world, sealOpenings, asked)).kind === "done") sealed++;
      // PGlite answers without letting the event loop turn.
      await setImmediate();
      if (stopped()) return sealed;
    }
    if (subjects.length < BATCH) return sealed;
    after = subjects.at(-1)!;
  }
}
