/**
 * Rows that a later subject keeps in the chains of an earlier subject's holding: they are erased with it, without the earlier knowing
 * them.
 */
import type { Holding } from "./holding.ts";

export type Hanging = Required<Pick<Holding, "tables" | "erase">> & Pick<Holding, "also">;

/** Adds the hanging tables to the holding: erased before it, and included in its copy. */
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
