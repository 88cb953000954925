/**
 * What acts do with files, inside their transaction:
 *
 *     const attached = await attachFile(tx, { upload: input.upload, account, about: `dossier:${id}`, slot: "cv", at });
 *     if ("problem" in attached) return invalid([…]);
 *     return done({ file: attached.file }, `dossier:${id}`);
 *
 * with `writes: [..., "stored_file"]`. An upload is attached once, by the person who sent it.
 */
import type { Tx } from "../db/school.ts";
import { enqueue } from "../jobs/queue.ts";
import type { Errand } from "../jobs/job.ts";
import type { FileProblem } from "../kit/file-problem.ts";
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

/** Removes bytes that no row references any more. */
export const removeBytes: Errand<{ sha256: string; copy: string }> = { name: "removeBytes" };

/** Scans the bytes for viruses. */
export const searchBytes: Errand<{ sha256: string; copy: string }> = { name: "searchBytes" };

/** `about`: the chain of the act's subject. */
export type Attaching = Taking;
export type Attached = { readonly file: string } | { readonly problem: Extract<FileProblem, "gone" | "infected"> };

export async function attachFile(tx: Tx, attaching: Attaching): Promise<Attached> {
  const { upload: id, account } = attaching;
  if (await takeUpload(tx, attaching)) return { file: id };
  const upload = await findUpload(tx, id);
  // To the caller, another person's upload and a missing one must look alike.
  if (!upload || upload.account !== account || !(await deleteUpload(tx, id))) return { problem: "gone" };
  return { problem: "infected" };
}

export type Detaching = {
  readonly file: string;
  /** The chain it must be attached to; a file of another chain is not found. */
  readonly about: string;
  readonly at: Date;
  /** For a file that something sealed refers to (a submission, a receipt): it leaves `filesAbout`, and its bytes stay. */
  readonly keep?: boolean;
};

/** False where this subject has no such file. */
export async function detachFile(tx: Tx, { file: id, about, at, keep = false }: Detaching): Promise<boolean> {
  const file = await findFile(tx, id);
  if (!file || file.about !== about || file.detachedAt) return false;
  await (keep ? putFileAside(tx, id, at) : removeFile(tx, file, at));
  return true;
}

/** Erases all files of a subject. */
export async function eraseFilesAbout(tx: Tx, about: string, at: Date): Promise<void> {
  for (const file of await filesOf(tx, about, { detached: true })) await removeFile(tx, file, at);
}

async function removeFile(tx: Tx, { id, sha256 }: { id: string; sha256: string }, at: Date): Promise<void> {
  await deleteFile(tx, id);
  await dropUnnamed(tx, sha256, at);
}

/** To be called after deleting any row that references bytes. */
export async function dropUnnamed(tx: Tx, sha256: string, at: Date): Promise<void> {
  const copy = await releaseCopy(tx, sha256);
  if (copy !== undefined) await enqueue(tx, removeBytes, { sha256, copy }, at);
}
