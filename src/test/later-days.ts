/** Days of the next three years on which the lives of the demonstration must go as they are written, as on all others. */
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { openStage } from "../house/lives/stage.ts";
import type { Script } from "../house/lives/script.ts";
import { livesIn, playTogether } from "../house/lives/together.ts";
import { sayDifferences } from "../house/lives/words.ts";
import { stepByStep } from "../worker/step-by-step.ts";
import { ROOT } from "./law-world.ts";
import { readLives } from "./playing.ts";
import { LAWS, testWorldOf } from "./server.ts";

/** Ends of months and years, the leap day, the two hours of the clock that are not alike, holidays, and days of every name. */
export const LATER_DAYS = [
  "2026-12-31",
  "2027-02-28",
  "2027-03-28",
  "2027-05-01",
  "2027-07-14",
  "2027-08-16",
  "2027-10-31",
  "2028-01-01",
  "2028-02-29",
  "2028-03-26",
  "2028-06-30",
  "2028-10-29",
  "2029-02-28",
  "2029-05-31",
  "2029-11-29",
] as const;

/** In the middle of the school’s day. */
export function noonOf(day: string): Date {
  return new Date(`${day}T11:00:00Z`);
}

export const shown = readLives(livesIn(ROOT)).scripts.filter((script) => script.shown !== undefined);

/** Where these lives, in one school, do not go as they are written if that day is today. */
export async function differencesOn(day: string, scripts: readonly Script[]): Promise<string[]> {
  const now = noonOf(day);
  const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now: () => now });
  try {
    const stage = openStage(world, scripts[0]!.establishment, stepByStep({ hourly: true }));
    const lives = await playTogether(stage, scripts, now);
    return lives.flatMap(({ stopped }) => (stopped ? [sayDifferences(stopped, "en")] : []));
  } finally {
    await close();
  }
}
