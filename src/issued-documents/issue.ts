/**
 * Papers issued with a code: what is printed is kept, so that the same bytes are printed again, and whoever has the paper in hand
 * sees by its code whether it still holds. Tables to name among the `writes` of the act: `issued_paper`.
 */
import { newId } from "../kit/id.ts";
import type { Tx } from "../db/school.ts";
import { newCode } from "../kit/secret.ts";
import { shownAs } from "./sign.ts";
import { dataOf, endPaper, erasePapers, insertPaper, type Issued, papersOf, replacePaper } from "./store.ts";

type Issuing = {
  /** The chain of what it is about, which the act has locked. */
  readonly about: string;
  readonly what: string;
  readonly name: string;
  /** All that is printed; it is told the code, which stands on the paper. */
  readonly data: (code: string) => unknown;
  readonly by: string;
  readonly at: Date;
};

/** The paper of that kind that stood before is replaced by it. */
export async function issuePaper(tx: Tx, issuing: Issuing): Promise<{ readonly id: string; readonly code: string }> {
  const { about, what, name, by, at } = issuing;
  const before = (await papersOf(tx, about, what)).filter((one) => one.replacedBy === null && one.withdrawnAt === null);
  const [id, code] = [newId(), newCode()];
  const data = issuing.data(code);
  await insertPaper(tx, { id, code, about, what, name, data, fingerprint: shownAs(data), by, at });
  for (const one of before) await replacePaper(tx, one, id);
  return { id, code };
}

/** The one that holds, with what it prints; `undefined` where none does. */
export async function paperInForce(
  tx: Tx,
  about: string,
  what: string,
): Promise<(Issued & { readonly data: unknown }) | undefined> {
  const holds = (await papersOf(tx, about, what)).find((one) => one.replacedBy === null && one.withdrawnAt === null);
  return holds && { ...holds, data: await dataOf(tx, holds.id) };
}

/** False where none holds. */
export async function withdrawPaper(
  tx: Tx,
  { about, what, why, at }: { readonly about: string; readonly what: string; readonly why: string; readonly at: Date },
): Promise<boolean> {
  const holds = (await papersOf(tx, about, what)).find((one) => one.replacedBy === null && one.withdrawnAt === null);
  if (!holds) return false;
  await endPaper(tx, holds, { at, why });
  return true;
}

/** Goes with what they are about: for the act that erases it. */
export async function forgetPapers(tx: Tx, about: string): Promise<void> {
  await erasePapers(tx, about);
}
