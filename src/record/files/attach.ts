/**
 * What acts do with files, inside their transaction:
 *
 *     const attached = await attachFile(tx, { upload: input.upload, account, about: `dossier:${id}`, slot: "cv", at });
 *     if ("problem" in attached) return invalid([…]);
 *     return done({ file: attached.file }, `dossier:${id}`);
 *
 * with `writes: [..., "stored_file"]`. An upload is attached once, by the person who sent it.
 */
import type { Tx } from "../../db/school.ts";
import { enqueue } from "../jobs/queue.ts";
import type { Errand } from "../jobs/job.ts";
import type { FileProblem } from "../../kit/file-problem.ts";
import {
  deleteFile,
  deleteUpload,
  filesOf,
  findFile,
  findUpload,
  putFileAside,
  releaseCopy,
  type Taking,
  takeUpload,
} from "./store.ts";

export { filesOf as filesAbout, findFile, type StoredFile } from "./store.ts";

/** The bytes that no row names any more. */
export const removeBytes: Errand<{ sha256: string; copy: string }> = { name: "removeBytes" };

/** The bytes to search for viruses. */
export const searchBytes: Errand<{ sha256: string; copy: string }> = { name: "searchBytes" };

/** `about`: the chain of the subject that the act acts on. */
export type Attaching = Taking;
export type Attached = { readonly file: string } | { readonly problem: Extract<FileProblem, "gone" | "infected"> };

export async function attachFile(tx: Tx, attaching: Attaching): Promise<Attached> {
  const { upload: id, account } = attaching;
  if (await takeUpload(tx, attaching)) return { file: id };
  const upload = await findUpload(tx, id);
  // From outside, what is another's and what is not there look alike.
  if (!upload || upload.account !== account || !(await deleteUpload(tx, id))) return { problem: "gone" };
  return { problem: "infected" };
}

export type Detaching = {
  readonly file: string;
  /** The chain it must be attached to: a file of another subject is none. */
  readonly about: string;
  readonly at: Date;
  /** Something sealed speaks of it (a submission, a receipt): put aside, it is no longer among `filesAbout` and stays. */
  readonly keep?: boolean;
};

/** False where this subject has no such file. */
export async function detachFile(tx: Tx, { file: id, about, at, keep = false }: Detaching): Promise<boolean> {
  const file = await findFile(tx, id);
  if (!file || file.about !== about || file.detachedAt) return false;
  await (keep ? putFileAside(tx, id, at) : removeFile(tx, file, at));
  return true;
}

/** All files of a subject that is being erased. */
export async function eraseFilesAbout(tx: Tx, about: string, at: Date): Promise<void> {
  for (const file of await filesOf(tx, about, { detached: true })) await removeFile(tx, file, at);
}

async function removeFile(tx: Tx, { id, sha256 }: { id: string; sha256: string }, at: Date): Promise<void> {
  await deleteFile(tx, id);
  await dropUnnamed(tx, sha256, at);
}

/** To be called wherever a row that named bytes went. */
export async function dropUnnamed(tx: Tx, sha256: string, at: Date): Promise<void> {
  const copy = await releaseCopy(tx, sha256);
  if (copy !== undefined) await enqueue(tx, removeBytes, { sha256, copy }, at);
}
