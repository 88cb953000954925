/** Plays lives in the worlds of tests, where each value that goes out is compared with what its act or view says that it gives. */
import { playLife } from "../house/lives/play.ts";
import { readScripts, type Script } from "../house/lives/script.ts";
import { openStage } from "../house/lives/stage.ts";
import { sayDifferences } from "../house/lives/words.ts";
import { lawWorld } from "../house/world.ts";
import { calendar } from "../jobs/run-due.ts";
import { LAWS, testWorldOf } from "./server.ts";

const NO_DEFAULTS = { diploma: undefined, establishment: undefined };

export function readLives(files: readonly string[]): ReturnType<typeof readScripts> {
  return readScripts(files, lawWorld(LAWS, NO_DEFAULTS));
}

/** Where it differs, in English words; nothing where it came as it is written. */
export async function lifeDifferences(script: Script): Promise<string> {
  const { world, close } = await testWorldOf();
  let said = "";
  try {
    await playLife(openStage(world, script.establishment, calendar()), script, (played) => {
      said = sayDifferences(played, "en");
    });
  } finally {
    await close();
  }
  return said;
}
