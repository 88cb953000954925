/**
 * Rows that a later subject keeps in the chains of an earlier subject's holding: they are erased with it, without the earlier knowing
 * them.
 */
import type { Retained } from "./retained.ts";

export type Dependent = Required<Pick<Retained, "tables" | "erase">> & Pick<Retained, "also">;

/** Adds the dependents’ tables to the holding: erased before it, and included in its copy. */
export function withDependents(holding: Retained, dependents: readonly Dependent[]): Retained {
  const { erase, also } = holding;
  if (dependents.length === 0 || !erase) return holding;
  const more = [also, ...dependents.map((one) => one.also)].filter((one) => one !== undefined);
  return {
    ...holding,
    tables: [...holding.tables, ...dependents.flatMap(({ tables }) => tables)],
    erase: async (tx, chain, at) => {
      for (const one of dependents) await one.erase(tx, chain, at);
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
