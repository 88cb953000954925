/** Who may read files, by the kind of the chain they are attached to: `dossier` for `dossier:<id>`. Of a kind without an entry, nobody. */
import { readsDossierFile } from "../dossier/reading.ts";
import type { FileReader } from "../record/files/reading.ts";
import { openFileView } from "../record/files/views.ts";

export const FILE_READERS: Readonly<Record<string, FileReader>> = {
  // One's own account: what a person keeps there, nobody else reads.
  account: async ({ actor, id }) =>
    actor.kind === "account" && actor.account === id ? { whose: `account:${id}` } : undefined,
  dossier: readsDossierFile,
};

export const openFile = openFileView(FILE_READERS);
