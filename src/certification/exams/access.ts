/** Until when somebody of the register can come in, where they do so by invitation alone: nothing is asked of them after that day. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { lastDays } from "../../people/guests/things.ts";
import type { Person } from "../rules/facts.ts";

/** By person; who has an account, or none and no invitation in force, is not in it. */
export async function accessesOf(tx: Tx, persons: readonly Person[]): Promise<ReadonlyMap<string, Day>> {
  const days = await lastDays(
    tx,
    persons.flatMap(({ actors }) => actors),
  );
  return new Map(
    persons.flatMap(({ id, actors }) => {
      const last = actors
        .flatMap((one) => days.get(one) ?? [])
        .toSorted()
        .at(-1);
      return last === undefined || actors.some((one) => one.startsWith("account:")) ? [] : [[id, last] as const];
    }),
  );
}
