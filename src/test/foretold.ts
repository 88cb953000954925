/**
 * The promise that nobody is ever told wrongly that nothing waits: the day before a duty does something to somebody that an act of theirs
 * would have prevented, a row stood for them. Asked before each round of the calendar, of all that it has due.
 */
import { type ActWorld, surroundings } from "../act/act.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { DUTIES } from "../house/house.ts";
import type { Behind } from "../house/lives/stage.ts";

/** The most of a duty that is asked about in one round. */
const MOST = 200;

export type Foretelling = {
  /** What was done to somebody without a line that stood the day before. */
  readonly faults: string[];
  /** The acts of the duties that were asked about. */
  readonly asked: Set<string>;
};

/** The background work, asked each time before its calendar runs. */
export function foretelling(behind: Behind, { faults, asked }: Foretelling): Behind {
  return {
    ...behind,
    due: async (world, establishment) => {
      if (establishment !== DEPLOYMENT) await askDue(world, establishment, { faults, asked });
      return behind.due(world, establishment);
    },
  };
}

async function askDue(world: ActWorld, establishment: string, { faults, asked }: Foretelling): Promise<void> {
  await withSchool(world.db, establishment, async (tx) => {
    const around = { tx, ...surroundings(world, establishment, world.now()) };
    for (const duty of DUTIES) {
      const { act, foretold } = duty;
      if ("unpreventable" in foretold) continue;
      for (const { input, day } of await duty.due(around, MOST)) {
        for (const chain of await foretold.whom(tx, input)) {
          asked.add(act.name);
          const rows = tx.selectFrom("waiting").select("who").where("chain", "=", chain);
          const stood = rows
            .where("key", "in", [...foretold.by])
            .where("from_on", "<", day)
            .where("until_on", ">=", day);
          if ((await stood.execute()).length === 0)
            faults.push(`${act.name} of ${day}: nothing waited the day before on ${chain} (${foretold.by.join(", ")})`);
        }
      }
    }
  });
}
