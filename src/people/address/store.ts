/** The SQL of helping a person back into their account. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { keep } from "../../act/keep.ts";

export async function mayHelp(
  tx: Tx,
  { helper, helped, school, today }: { helper: string; helped: string; school: string; today: Day },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_help(${helper}, ${helped}, ${school}, ${today}::date) as may`.execute(tx);
  return rows[0]?.may ?? false;
}

type NewHelp = {
  readonly id: string;
  readonly account: string;
  readonly school: string;
  readonly what: "address" | "proofs" | "sessions";
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertHelp(tx: Tx, { by, at, ...help }: NewHelp): Promise<void> {
  await keep(tx, "account_help", { ...help, helped_by: by, helped_at: at });
}
