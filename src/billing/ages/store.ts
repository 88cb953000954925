/** The SQL of what is owed, by age. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

export type Group = {
  /** How many edges are reached, today and on the later day. */
  readonly today: number;
  readonly soon: number;
  readonly count: number;
  readonly amount: number;
};

/** By the number of edges reached (`edges`) on both days: all that is open, by its index alone; or of it what is suspended. */
export async function openByAge(
  tx: Tx,
  { today, soon }: { readonly today: readonly Day[]; readonly soon: readonly Day[] },
  suspended: boolean,
): Promise<Group[]> {
  const reached = (edges: readonly Day[]) =>
    sql.join(
      edges.map((edge) => sql`(due_on <= ${edge}::date)::integer`),
      sql` + `,
    );
  const { rows } = await sql<Group>`
    select ${reached(today)} as today, ${reached(soon)} as soon, sum(count)::integer as count, sum(amount)::bigint as amount
    from (select due_on, count(*) as count, sum(balance) as amount from charge_state
      where balance > 0 ${suspended ? sql`and suspended` : sql``} group by due_on) d
    group by 1, 2 order by 1, 2`.execute(tx);
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

/**
 * Who owes most: what is late today, and what will be on a later day if nothing is paid. The debtors are found first: their charges are then
 * read by values, for which the server knows how many there are.
 */
export async function owingMost(tx: Tx, { today, soon }: { today: Day; soon: Day }, limit: number): Promise<Owing[]> {
  const { rows: most } = await sql<{ debtor: string; open: number | null }>`
    select debtor, open from debtor_state where open > 0 order by open desc, debtor limit ${limit}`.execute(tx);
  if (most.length === 0) return [];
  const { rows } = await sql<Omit<Owing, "open">>`
    select coalesce(c.debtor, c.about) as debtor, max(c.debtor_name) as name,
      coalesce(sum(s.balance) filter (where s.due_on < ${today}::date and not s.suspended), 0)::integer as late,
      coalesce(sum(s.balance) filter (where s.due_on < ${soon}::date and not s.suspended), 0)::integer as soon,
      min(s.due_on) filter (where not s.suspended) as oldest
    from charge c join charge_state s on s.id = c.id
    where case when c.debtor is null then c.about else c.debtor end = any(${most.map(({ debtor }) => debtor)}::text[]) and s.balance > 0
    group by 1 order by 1`.execute(tx);
  const sums = new Map(rows.map((one) => [one.debtor, one]));
  return most.flatMap(({ debtor, open }) => {
    const found = sums.get(debtor);
    return found ? [{ ...found, open: open! }] : [];
  });
}
