/**
 * Who may be given an interview: whoever decides on candidacies, later in the house, says so here. Of whom nobody said anything, those
 * whose dossier conforms. Kept beside the facts from which it follows: no record speaks of it, and the doctor compares.
 */
import type { Tx } from "../db/school.ts";

/** `id`: the dossier; `intake`: in which it is heard. */
type Heard = { readonly id: string; readonly intake: string; readonly may: boolean };

export async function mayBeHeard(tx: Tx, heard: Heard): Promise<void> {
  await tx
    .insertInto("interview_candidate")
    .values(heard)
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet({ intake: heard.intake, may: heard.may }))
    .execute();
}

/** What was said of a dossier goes with it. */
export async function forgetHeard(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("interview_candidate").where("id", "=", id).execute();
}
