/** What the doctor says of the clock, and of rows that a wrong clock left behind. */
import type { ActWorld } from "../../act/act.ts";
import type { Label } from "../../kit/lang.ts";
import type { Check } from "../../act/check.ts";
import { sayPlace } from "../../act/place-name.ts";
import { readClocks, recordsAhead } from "./acts.ts";
import { sayAhead, sayClock, sayClockFault } from "./words.ts";

export async function clockChecks(world: ActWorld, places: readonly string[]): Promise<Check[]> {
  const { fault, mark, now } = await readClocks(world);
  const checks: Check[] = [
    { name: "clock", ok: !fault, label: fault ? sayClockFault(fault, now) : sayClock(mark, now) },
  ];
  for (const place of places) {
    const ahead = sayAhead(await recordsAhead(world, place));
    if (ahead) checks.push({ name: "clock", ok: null, label: of(place, ahead) });
  }
  return checks;
}

function of(place: string, { fr, en }: Label): Label {
  return { fr: `${sayPlace(place, "fr")}\u00a0: ${fr}.`, en: `${sayPlace(place, "en")}: ${en}.` };
}
