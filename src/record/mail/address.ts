/** Where somebody is written to now, for what is posted later than the act that asked for it. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";

/** The address of their account, which may have changed since; `undefined` for a reader who has none. */
export async function presentAddress(tx: Tx, reader: string | null): Promise<string | undefined> {
  const [, account] = /^account:([0-9a-f-]{36})$/.exec(reader ?? "") ?? [];
  if (account === undefined) return undefined;
  const found = await sql<{ address: string }>`select address from account_contact(${account}::uuid)`.execute(tx);
  return found.rows[0]?.address ?? undefined;
}
