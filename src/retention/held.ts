/** Whether a hold forbids erasing this chain, or one that it is `heldWith`. */
import type { Tx } from "../db/school.ts";
import type { Retained } from "./retained.ts";
import { isHeld } from "./store.ts";

export async function heldBy(tx: Tx, { heldWith }: Retained, chain: string): Promise<boolean> {
  for (const one of [chain, ...((await heldWith?.(tx, chain)) ?? [])]) if (await isHeld(tx, one)) return true;
  return false;
}
