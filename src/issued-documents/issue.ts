/**
 * Papers issued with a code: the printed data is stored, so that the same bytes can be printed again, and the code tells the holder of a
 * paper whether it is still valid. The act names `issued_paper` among its `writes`.
 */
import { newId } from "../kit/id.ts";
import type { Tx } from "../db/school.ts";
import { newCode } from "../kit/secret.ts";
import { shownAs } from "./sign.ts";
import { dataOf, endPaper, erasePapers, insertPaper, type Issued, papersOf, replacePaper } from "./store.ts";

type Issuing = {
  /** The chain of its subject, locked by the act. */
  readonly about: string;
  readonly what: string;
  readonly name: string;
  /** All printed data; receives the code, which is on the paper. */
  readonly data: (code: string) => unknown;
  readonly by: string;
  readonly at: Date;
};

/** Replaces the former paper of that kind. */
export async function issuePaper(tx: Tx, issuing: Issuing): Promise<{ readonly id: string; readonly code: string }> {
  const { about, what, name, by, at } = issuing;
  const former = (await papersOf(tx, about, what)).filter((one) => one.replacedBy === null && one.withdrawnAt === null);
  const [id, code] = [newId(), newCode()];
  const data = issuing.data(code);
  await insertPaper(tx, { id, code, about, what, name, data, fingerprint: shownAs(data), by, at });
  for (const replaced of former) await replacePaper(tx, replaced, id);
  return { id, code };
}

type WithData = Issued & { readonly data: unknown };

/** The valid paper with its data; undefined if there is none. */
export async function paperInForce(tx: Tx, about: string, what: string): Promise<WithData | undefined> {
  const holds = (await papersOf(tx, about, what)).find((one) => one.replacedBy === null && one.withdrawnAt === null);
  return holds && { ...holds, data: await dataOf(tx, holds.id) };
}

/** The last one issued with its data, withdrawn or not. */
export async function lastPaper(tx: Tx, about: string, what: string): Promise<WithData | undefined> {
  const last = (await papersOf(tx, about, what)).find((one) => one.replacedBy === null);
  return last && { ...last, data: await dataOf(tx, last.id) };
}

/** False if there is no valid paper. */
export async function withdrawPaper(
  tx: Tx,
  { about, what, why, at }: { readonly about: string; readonly what: string; readonly why: string; readonly at: Date },
): Promise<boolean> {
  const holds = (await papersOf(tx, about, what)).find((one) => one.replacedBy === null && one.withdrawnAt === null);
  if (!holds) return false;
  await endPaper(tx, holds, { at, why });
  return true;
}

/** Erased with their subject, by the act that erases it. */
export async function forgetPapers(tx: Tx, about: string): Promise<void> {
  await erasePapers(tx, about);
}
