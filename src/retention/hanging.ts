/** What a later subject keeps in the chains of an earlier one’s holding: it goes with them, and the earlier knows nothing of it. */
import type { Holding } from "./holding.ts";

export type Hanging = Required<Pick<Holding, "tables" | "erase">> & Pick<Holding, "also">;

/** What hangs on it goes before it, and comes into the same copy. */
export function withHanging(holding: Holding, hanging: readonly Hanging[]): Holding {
  const { erase, also } = holding;
  if (hanging.length === 0 || !erase) return holding;
  const more = [also, ...hanging.map((one) => one.also)].filter((one) => one !== undefined);
  return {
    ...holding,
    tables: [...holding.tables, ...hanging.flatMap(({ tables }) => tables)],
    erase: async (tx, chain, at) => {
      for (const one of hanging) await one.erase(tx, chain, at);
      await erase(tx, chain, at);
    },
    ...(more.length > 0 && {
      also: async (tx, subject) => {
        const rows = {};
        for (const one of more) Object.assign(rows, await one(tx, subject));
        return rows;
      },
    }),
  };
}
