/** Bytes that are kept already, sent again by somebody else: what a demonstration puts into thousands of dossiers. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { insertAgain } from "./store.ts";

type Again = { readonly sha256: string; readonly name: string };
type By = { readonly account: string; readonly at: Date };

/**
 * The ids of the uploads, in their order; `undefined` for bytes that are not kept. All in one statement. Whoever asks must have
 * the right to the bytes.
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
