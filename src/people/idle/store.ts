/** The SQL of unused accounts: a function looks at all schools and returns account ids only. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

type Asked = {
  /** Without activity since this day. */
  readonly before: Day;
  /** Whether the last event is the warning. */
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
