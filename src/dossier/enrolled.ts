/** A dossier that led to an enrolment is kept as long as the training: said by those who enrol, who write no rows of dossiers. */
import type { Tx } from "../db/school.ts";

export async function keepEnrolled(tx: Tx, dossier: string, enrolled: boolean): Promise<void> {
  await tx.updateTable("dossier_state").set({ enrolled }).where("id", "=", dossier).execute();
}
