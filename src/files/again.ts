/** Uploads of bytes that the school already stores: a demonstration attaches the same files to thousands of dossiers. */
import { newId } from "../kit/id.ts";
import type { Tx } from "../db/school.ts";
import { insertAgain } from "./store.ts";

type Again = { readonly sha256: string; readonly name: string };
type By = { readonly account: string; readonly at: Date };

/**
 * Returns the ids of the uploads, in order; `undefined` for bytes that are not stored. One statement. The caller must have the right to
 * the bytes.
 */
export async function sendAgain(
  tx: Tx,
  papers: readonly Again[],
  { account, at }: By,
): Promise<(string | undefined)[]> {
  const sent = papers.map(({ sha256, name }) => ({ id: newId(), account, sha256, name, at }));
  const there = new Set(papers.length > 0 ? await insertAgain(tx, sent) : []);
  return sent.map(({ id }) => (there.has(id) ? id : undefined));
}
