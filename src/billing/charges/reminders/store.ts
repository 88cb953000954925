/** The SQL of reminders to debtors. */
import { newId } from "../../../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../../../db/school.ts";
import type { Day } from "../../../kit/day.ts";
import { keep } from "../../../act/keep.ts";

export async function insertReminder(tx: Tx, { charge, on }: { charge: string; on: Day }): Promise<void> {
  await keep(tx, "charge_reminder", { id: newId(), charge, sent_on: on });
}

/** Since the charge has its present due day: an earlier reminder was of a day since put off. */
export async function wasReminded(tx: Tx, charge: string, since: Day): Promise<boolean> {
  const sent = tx
    .selectFrom("charge_reminder")
    .select("id")
    .where(sql<boolean>`coalesce(charge, id) = ${charge}::uuid`)
    .where("sent_on", ">=", since);
  return (await sent.executeTakeFirst()) !== undefined;
}

/** Charges with an account, due on one of these days, without a reminder since; a recent charge needs none. */
export async function chargesToRecall(
  tx: Tx,
  { from, to, days }: { from: Day; to: Day; days: number },
  limit: number,
): Promise<{ id: string; dueOn: Day }[]> {
  const { rows } = await sql<{ id: string; dueOn: Day }>`
    select s.id, s.due_on as "dueOn"
    from charge_state s join charge c on c.id = s.id
    where s.balance > 0 and not s.suspended and s.due_on between ${from}::date and ${to}::date and c.debtor is not null
      and c.charged_on < s.due_on - ${days}::integer
      and not exists (
        select from charge_reminder r
        where coalesce(r.charge, r.id) = s.id and r.sent_on >= s.due_on - ${days}::integer)
      and wants_reminders(substr(c.debtor, 9)::uuid, null)
      and exists (select from charge_debtors(array[s.id]))
    order by s.due_on, s.id limit ${limit}`.execute(tx);
  return rows;
}
