/** What the doctor says of what waits: the rows, derived again from the facts, are those that are kept. */
import type { ActWorld } from "../act/act.ts";
import type { SchoolCheck } from "../act/check.ts";
import { dayIn } from "../kit/zone.ts";
import { type Waits, waitingFaults } from "../act/waiting.ts";
import type { World } from "../act/world.ts";
import { markFor } from "./recompute.ts";
import { readMark } from "./store.ts";

export const waitingCheck =
  (world: ActWorld & Partial<Pick<World, "laws">>, all: readonly Waits[]): SchoolCheck =>
  async (tx, establishment) => {
    const given = {
      tx,
      establishment,
      zone: world.zone(establishment),
      law: (diploma: string, which: Parameters<ActWorld["law"]>[2]) => world.law(establishment, diploma, which),
    };
    const faults = await waitingFaults(given, all, dayIn(world.now(), given.zone));
    const [first] = faults;
    // After an upgrade the calendar derives them in its first round; a school without a mark has nothing from before.
    const mark = first === undefined ? undefined : await readMark(tx);
    if (mark !== undefined && mark !== markFor(world, all, establishment)) {
      const wait = {
        fr: `${establishment}\u00a0: ce qui attend sera recalculé au prochain passage du calendrier.`,
        en: `${establishment}: what waits is derived again in the next round of the calendar.`,
      };
      return { name: "waiting", ok: null, label: wait };
    }
    const label =
      first === undefined
        ? {
            fr: `${establishment}\u00a0: ce qui attend est ce que disent les faits.`,
            en: `${establishment}: what waits is what the facts say.`,
          }
        : {
            fr: `${establishment}\u00a0: ${faults.length}\u00a0× ce qui attend n’est pas ce que disent les faits, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme. «\u00a0livret doctor repair\u00a0» recalcule ces lignes.`,
            en: `${establishment}: ${faults.length} × what waits is not what the facts say, among them ${first}. Report it: the fault is in the program. "livret doctor repair" derives these lines again.`,
          };
    return { name: "waiting", ok: first === undefined, label };
  };
