/** Who stands in for whom, for what waits for the absent. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { absencesFrom, absentWithStandIn } from "./store.ts";

/** Who stands in for whom on a day, as actors. */
export async function standIns(tx: Tx, on: Day): Promise<readonly { readonly absent: string; readonly by: string }[]> {
  const absences = await absencesFrom(tx, on);
  return absences.flatMap(({ account, standIn, from }) =>
    from > on ? [] : { absent: `account:${account}`, by: `account:${standIn}` },
  );
}

/** Those for whom the actor does. */
export async function standsInFor({
  tx,
  actor,
  today,
}: Pick<Performing<unknown>, "tx" | "actor" | "today">): Promise<readonly string[]> {
  if (actor.kind !== "account") return [];
  return (await absentWithStandIn(tx, actor.account, today)).map((account) => `account:${account}`);
}
