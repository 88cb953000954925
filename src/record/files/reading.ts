/**
 * Who may read the files of a chain: each subject says so for its own kind, in the list of `src/file-readers.ts`. The
 * function answers whose file it is where this actor may read it, `undefined` where not; and on which page it stands for them.
 */
import type { Tx } from "../../db/school.ts";
import type { Actor } from "../../act/permissions.ts";
import type { StoredFile } from "./store.ts";

export type FileReader = (given: {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The subject's own id: what follows the kind in the name of its chain. */
  readonly id: string;
  readonly file: StoredFile;
  readonly at: Date;
}) => Promise<{ readonly whose: string | null; readonly back?: string } | undefined>;
