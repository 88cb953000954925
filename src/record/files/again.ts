/** Bytes that are kept already, sent again by somebody else: what a demonstration puts into thousands of dossiers. */
import { randomUUID } from "node:crypto";
import type { Tx } from "../../db/school.ts";
import { holdCopy, insertUpload } from "./store.ts";

type Again = { readonly sha256: string; readonly account: string; readonly name: string; readonly at: Date };

/** The id of the upload; `undefined` where these bytes are not kept. Whoever asks must have the right to the bytes. */
export async function sendAgain(tx: Tx, { sha256, account, name, at }: Again): Promise<string | undefined> {
  if (!(await holdCopy(tx, sha256))) return undefined;
  const id = randomUUID();
  await insertUpload(tx, { id, account, sha256, name, givenSha256: sha256, notices: [], at });
  return id;
}
