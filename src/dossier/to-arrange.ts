/** Undecided requests for arrangements, to warn staff who plan or convoke before the decision. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { confided } from "./store.ts";

/** Ignores confidences without a request: that one exists is for the advisor only. */
/** Those in which the person asks for an arrangement or confided something, and has handed it in: the référent handicap’s. */
export async function dossiersForAdvisor(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  const all = await Promise.all(dossiers.map((dossier) => confided(tx, { dossier })));
  return new Set(all.flatMap((rows) => rows.map(({ dossier }) => dossier)));
}

export async function dossiersAwaitingArrangement(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const { rows } = await sql<{ dossier: string }>`
    select s.dossier from dossier_section s
    where s.dossier = any (${[...dossiers]}::uuid[]) and s.section = 'accommodations' and s.contents ->> 'needed' = 'yes'
      and not exists (select from dossier_fact f where f.dossier = s.dossier and f.kind = 'arranged')`.execute(tx);
  return new Set(rows.map(({ dossier }) => dossier));
}
