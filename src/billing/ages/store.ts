/** The SQL of what is owed, by age. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

export type Group = { readonly age: number; readonly count: number; readonly amount: number };

/** By the number of edges reached (`edges`): all that is open, and of it what is suspended. */
export async function openByAge(tx: Tx, edges: readonly Day[], suspended: boolean): Promise<Group[]> {
  const reached = sql`(${sql.join(
    edges.map((edge) => sql`(due_on <= ${edge}::date)::integer`),
    sql` + `,
  )})`;
  const { rows } = await sql<Group>`
    select ${reached} as age, count(*)::integer as count, coalesce(sum(balance), 0)::bigint as amount
    from charge_state where balance > 0 ${suspended ? sql`and suspended` : sql``} group by 1 order by 1`.execute(tx);
  return rows;
}

export type Owing = {
  readonly debtor: string;
  readonly name: string | null;
  readonly open: number;
  readonly late: number;
  readonly soon: number;
  readonly oldest: Day | null;
};

/** Who owes most: what is late today, and what will be on a later day if nothing is paid. */
export async function owingMost(tx: Tx, { today, soon }: { today: Day; soon: Day }, limit: number): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    with d as materialized (select debtor, open from debtor_state where open > 0 order by open desc, debtor limit ${limit})
    select d.debtor, max(c.debtor_name) as name, d.open,
      coalesce(sum(s.balance) filter (where s.due_on < ${today}::date and not s.suspended), 0)::integer as late,
      coalesce(sum(s.balance) filter (where s.due_on < ${soon}::date and not s.suspended), 0)::integer as soon,
      min(s.due_on) filter (where not s.suspended) as oldest
    from d join charge c on case when c.debtor is null then c.about else c.debtor end = d.debtor join charge_state s on s.id = c.id
    where s.balance > 0 group by d.debtor, d.open order by d.open desc, d.debtor`.execute(tx);
  return rows;
}
