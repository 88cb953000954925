/** Whether admission has decided on a dossier, which then waits for the office no more: a copy in its state, as the queue reads no other. */
import type { Tx } from "../db/school.ts";
import { alongside } from "../db/joined.ts";

export async function keepDecided(tx: Tx, dossier: string, decided: boolean): Promise<void> {
  const kept = tx.updateTable("dossier_state").set({ decided }).where("id", "=", dossier);
  await tx.executeQuery(alongside(kept.compile()));
}
