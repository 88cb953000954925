/** What a later subject keeps in the chains of an earlier one’s holding: it goes with them, and the earlier knows nothing of it. */
import type { Holding } from "./holding.ts";

export type Hanging = Required<Pick<Holding, "tables" | "erase">>;

/** What hangs on it goes before it. */
export function withHanging(holding: Holding, hanging: readonly Hanging[]): Holding {
  const { erase } = holding;
  if (hanging.length === 0 || !erase) return holding;
  return {
    ...holding,
    tables: [...holding.tables, ...hanging.flatMap(({ tables }) => tables)],
    erase: async (tx, chain, at) => {
      for (const one of hanging) await one.erase(tx, chain, at);
      await erase(tx, chain, at);
    },
  };
}
