/**
 * Who may read the files of a chain: each subject declares it for its kind, in the list of `src/file-readers.ts`. Returns whose file it is
 * and on which page it stands; `undefined` where the actor may not read it.
 */
import type { Tx } from "../db/school.ts";
import type { Actor } from "../act/permissions.ts";
import type { StoredFile } from "./store.ts";

export type FileReader = (given: {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The subject's id: the part of the chain's name after the kind. */
  readonly id: string;
  readonly file: StoredFile;
  readonly at: Date;
}) => Promise<{ readonly whose: string | null; readonly back?: string } | undefined>;
