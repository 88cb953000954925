/** Undecided requests for arrangements, to warn staff who plan or convoke before the decision. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";

/** Ignores confidences without a request: that one exists is for the advisor only. */
export async function dossiersAwaitingArrangement(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const { rows } = await sql<{ dossier: string }>`
    select s.dossier from dossier_section s
    where s.dossier = any (${[...dossiers]}::uuid[]) and s.section = 'accommodations' and s.contents ->> 'needed' = 'yes'
      and not exists (select from dossier_fact f where f.dossier = s.dossier and f.kind = 'arranged')`.execute(tx);
  return new Set(rows.map(({ dossier }) => dossier));
}
