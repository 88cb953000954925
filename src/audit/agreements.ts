/**
 * Checks tables that no act records against tables that acts do: a file's scan verdict against its recorded row, a mail's delivery state
 * against the recorded mail and its bounce. `src/house/unproven.ts` says which table is checked how.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/school.ts";

export type Disagreement = "verdict" | "unsent" | "returned";

/** Tables whose rows may be unrecorded for up to an hour, until `openings/acts.ts` seals them. */
export const RECORDED_LATER: Readonly<Record<string, RawBuilder<boolean>>> = {
  file_opening: sql<boolean>`t.sealed_at is not null`,
};

/** Each query finds rows of a recorded table that an unrecorded table contradicts. */
const CHECKS: readonly { readonly why: Disagreement; readonly table: string; readonly rows: RawBuilder<unknown> }[] = [
  {
    why: "verdict",
    table: "stored_file",
    // `infected` is set on the copy first and recorded after; `clean` is recorded first and set on the copy after.
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

const MOST_REPORTED = 100;

export async function disagreements(
  tx: Tx,
): Promise<{ readonly chain: string; readonly seq: 0; readonly why: Disagreement }[]> {
  const faults: { chain: string; seq: 0; why: Disagreement }[] = [];
  for (const { why, table, rows } of CHECKS) {
    const contradicted = await sql<{ id: string }>`
      select distinct id::text as id from (${rows}) r order by 1 limit ${MOST_REPORTED}`.execute(tx);
    faults.push(...contradicted.rows.map(({ id }) => ({ chain: `${table}:${id}`, seq: 0 as const, why })));
  }
  return faults;
}
