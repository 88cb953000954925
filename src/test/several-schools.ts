/** The project’s law with other schools beside its own, each the first one’s file but for what is said. */
import type { Establishment } from "../law/establishment.ts";
import type { Laws } from "../law/load.ts";

export type OtherSchool = Pick<Establishment, "establishment"> & Partial<Establishment>;

export function withSchools(laws: Laws, others: readonly OtherSchool[]): Laws {
  const [first] = laws.establishments;
  const added = others.map((other) => ({ ...first!, data: { ...first!.data, ...other } }));
  return { ...laws, establishments: [...laws.establishments, ...added] };
}
