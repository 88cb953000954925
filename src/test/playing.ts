/** Plays lives in the worlds of tests, where each value that goes out is compared with what its act or view says that it gives. */
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES, schoolChecks } from "../house/house.ts";
import { playLife } from "../house/lives/play.ts";
import { readScripts, type Script } from "../house/lives/script.ts";
import { openStage } from "../house/lives/stage.ts";
import { sayDifferences } from "../house/lives/words.ts";
import { lawWorld } from "../house/world.ts";
import { stepByStep } from "../jobs/step-by-step.ts";
import { sayTampered, verifyAudit } from "../record/verify.ts";
import { LAWS, testWorldOf } from "./server.ts";

const NO_DEFAULTS = { diploma: undefined, establishment: undefined };

export function readLives(files: readonly string[], laws = LAWS): ReturnType<typeof readScripts> {
  return readScripts(files, lawWorld(laws, NO_DEFAULTS));
}

/**
 * Where it differs, in English words; nothing where it came as it is written, and left a record and states in which the doctor
 * finds nothing to mend on its last day.
 */
export async function lifeDifferences(script: Script, laws = LAWS): Promise<string> {
  const { world, close } = await testWorldOf(lawWorld(laws, NO_DEFAULTS));
  let said = "";
  try {
    const stage = openStage(world, script.establishment, stepByStep());
    await playLife(stage, script, (played) => {
      said = sayDifferences(played, "en");
    });
    if (said === "") said = (await faultsOf(stage.world, script.establishment)).join("\n");
  } finally {
    await close();
  }
  return said;
}

export async function faultsOf(world: World, establishment: string): Promise<string[]> {
  const zone = world.zone(establishment);
  const faults: string[] = [];
  for (const place of [DEPLOYMENT, establishment]) {
    const { tampered } = await verifyAudit(world.db, {
      establishment: place,
      zone,
      tables: PROVEN_TABLES,
      outliving: OUTLIVING,
    });
    faults.push(...tampered.map((one) => `${place}: ${sayTampered(one).en}`));
  }
  for (const check of schoolChecks(world)) {
    const found = await withSchool(world.db, establishment, (tx) => check(tx, establishment));
    // Whether the school's file says how it is paid is no matter of a life.
    if (found?.ok === false && found.name !== "payment") faults.push(`${found.name}: ${found.label.en}`);
  }
  return faults;
}
