/** The SQL of accounts that nobody uses: a look at all schools, by a function that says only which accounts. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

type Asked = {
  /** To whom nothing happened since. */
  readonly before: Day;
  /** Whether the last that happened is that they were warned. */
  readonly warned: boolean;
  readonly only?: string;
};

export async function idleAccounts(
  tx: Tx,
  { before, warned, only }: Asked,
  limit: number,
): Promise<{ account: string; since: Date }[]> {
  const { rows } = await sql<{ account: string; since: Date }>`
    select account, since from idle_accounts(${before}::date, ${warned}, ${only ?? null}::uuid, ${limit})`.execute(tx);
  return rows;
}
