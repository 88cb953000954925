/**
 * What no act records, held against what acts recorded: the verdict on a file's bytes against that in the row of the file, how
 * far a mail got against the mail and its return. Which tables are checked in which way is said in `src/house/unproven.ts`.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/school.ts";

export type Disagreement = "verdict" | "unsent" | "returned";

/** Rows that no record speaks of yet are no fault: they are sealed within the hour (`openings/acts.ts`). */
export const RECORDED_LATER: Readonly<Record<string, RawBuilder<boolean>>> = {
  file_opening: sql<boolean>`t.sealed_at is not null`,
};

/** Each finds rows of a recorded table that what stands beside it contradicts. */
const CHECKS: readonly { readonly why: Disagreement; readonly table: string; readonly rows: RawBuilder<unknown> }[] = [
  {
    why: "verdict",
    table: "stored_file",
    // Set aside at once, and recorded after; said to be clean only once that is recorded.
    rows: sql`select f.id from stored_file f join file_copy c on c.establishment_id = f.establishment_id and c.sha256 = f.sha256
      where (c.scan = 'clean' and f.verdict is distinct from 'clean')
        or (c.scan = 'infected' and f.verdict = 'clean') or (c.scan <> 'infected' and f.verdict = 'infected')`,
  },
  {
    why: "unsent",
    table: "mail",
    rows: sql`select m.id from mail m where not exists (
      select from mail_sending s where s.establishment_id = m.establishment_id and s.id = m.id)`,
  },
  {
    why: "returned",
    table: "mail",
    rows: sql`select s.id from mail_sending s
      join mail_bounce b on b.establishment_id = s.establishment_id and b.mail = s.id where s.state <> 'bounced'`,
  },
];

const MOST_TOLD = 100;

export async function disagreements(
  tx: Tx,
): Promise<{ readonly chain: string; readonly seq: 0; readonly why: Disagreement }[]> {
  const told: { chain: string; seq: 0; why: Disagreement }[] = [];
  for (const { why, table, rows } of CHECKS) {
    const found = await sql<{ id: string }>`
      select distinct id::text as id from (${rows}) r order by 1 limit ${MOST_TOLD}`.execute(tx);
    told.push(...found.rows.map(({ id }) => ({ chain: `${table}:${id}`, seq: 0 as const, why })));
  }
  return told;
}
