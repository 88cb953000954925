/** The SQL of who a provider says a person is. */
import type { Tx } from "../../db/school.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";

export async function accountOfIdentity(
  tx: Tx,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | undefined> {
  const found = tx.selectFrom("provider_identity").select("account").where("issuer", "=", issuer);
  return (await found.where("subject", "=", subject).executeTakeFirst())?.account;
}

export async function insertIdentity(
  tx: Tx,
  { at, ...identity }: { id: string; account: string; issuer: string; subject: string; at: Date },
): Promise<Stored> {
  const inserted = tx.insertInto("provider_identity").values({ ...identity, linked_at: at });
  return storedRow(
    "provider_identity",
    await inserted.returning(wholeRow("provider_identity")).executeTakeFirstOrThrow(),
  );
}
