/** The SQL of kept law files; that of audit records is in `src/act/chain.ts`. */
import type { Tx } from "../db/school.ts";
import { keeping } from "../act/keep.ts";

/** False where the same bytes are kept already. */
export async function insertLawFile(
  tx: Tx,
  file: { id: string; name: string; bytes: Buffer; at: Date },
): Promise<boolean> {
  const { id, name, bytes, at } = file;
  const insert = tx
    .insertInto("law_file")
    .values({ id, name, bytes, loaded_at: at })
    .onConflict((on) => on.doNothing());
  return (await keeping(tx, "law_file", insert)).length > 0;
}

export async function keptLawFiles(tx: Tx): Promise<string[]> {
  return (await tx.selectFrom("law_file").select("id").execute()).map(({ id }) => id);
}

/** A kept file of the law, by its hash. */
export async function findLawFile(tx: Tx, hash: string): Promise<{ name: string; bytes: Buffer } | undefined> {
  const found = tx.selectFrom("law_file").select(["name", "bytes"]).where("id", "=", hash);
  const kept = await found.executeTakeFirst();
  return kept && { name: kept.name, bytes: Buffer.from(kept.bytes) };
}
