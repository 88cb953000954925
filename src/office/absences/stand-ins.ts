/** For whom somebody stands in today, for what waits for the absent. */
import type { Performing } from "../../act/act.ts";
import { absentWithStandIn } from "./store.ts";

/** As actors: `account:<id>`. */
export async function standsInFor({ tx, actor, today }: Performing<unknown>): Promise<readonly string[]> {
  if (actor.kind !== "account") return [];
  return (await absentWithStandIn(tx, actor.account, today)).map((account) => `account:${account}`);
}
