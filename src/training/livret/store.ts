/** What the livret reads of a person beside their training: who they are, as their dossier says. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";

type Identity = Readonly<Record<string, unknown>>;

export async function identityIn(tx: Tx, dossier: string): Promise<Identity | undefined> {
  const { rows } = await sql<{ contents: Identity }>`
    select contents from dossier_section where dossier = ${dossier}::uuid and section = 'identity'`.execute(tx);
  return rows[0]?.contents;
}
