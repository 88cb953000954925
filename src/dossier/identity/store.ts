/** The SQL of requests to correct an identity: their facts, over the dossiers of a person. */
import type { Tx } from "../../db/school.ts";
import type { FactOfDossier } from "../rules/identity-request.ts";

/** In chronological order. */
export async function identityFacts(tx: Tx, dossiers: readonly string[]): Promise<FactOfDossier[]> {
  if (dossiers.length === 0) return [];
  const query = tx.selectFrom("dossier_fact").select(["dossier", "kind", "at", "by_actor as by", "details"]);
  const own = query.where("dossier", "in", dossiers).where("kind", "like", "identity-%");
  return (await own.orderBy("at").orderBy("id").execute()) as unknown as FactOfDossier[];
}
