/**
 * Who may be interviewed, as told by the later room that decides on candidacies; without a word from it, conforming dossiers. A cache of
 * facts: not recorded in the chain, and checked by the doctor.
 */
import type { Tx } from "../db/school.ts";

/** `id`: the dossier; `intake`: the one it is heard in. */
type Heard = { readonly id: string; readonly intake: string; readonly may: boolean };

export async function mayBeHeard(tx: Tx, heard: Heard): Promise<void> {
  await tx
    .insertInto("interview_candidate")
    .values(heard)
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet({ intake: heard.intake, may: heard.may }))
    .execute();
}

/** Erased with the dossier. */
export async function forgetHeard(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("interview_candidate").where("id", "=", id).execute();
}
