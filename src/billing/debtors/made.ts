/** Money that two people agreed to give back by hand, and whether it left: noted by who sent it, or handed it over. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import { touch } from "../../act/waiting.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { debtorsName } from "../charges/movements/store.ts";

/** What of it waits, by the proposal; its refund, or the first of several, has the same id. */
export const TO_GIVE = "money-to-give";

export type AgreedMoney = {
  readonly id: string;
  readonly debtor: string;
  readonly charge: string | null;
  readonly name: string | null;
  readonly amount: number;
  readonly means: "transfer" | "cheque" | "cash";
  readonly reason: string;
  readonly agreedOn: Day;
  readonly made: { readonly on: Day; readonly by: string } | null;
};

export async function agreedMoney(tx: Tx, id: string): Promise<AgreedMoney | undefined> {
  const { rows } = await sql<AgreedMoney>`
    select q.id, q.debtor, q.charge, ${debtorsName(sql`q.debtor`)} as name, q.amount, q.means, q.reason, a.answered_on as "agreedOn",
      (select jsonb_build_object('on', to_char(m.made_on, 'YYYY-MM-DD'), 'by', m.noted_by) from money_made m where m.id = q.id) as made
    from money_proposal q join money_answer a on a.id = q.id
    where q.id = ${id}::uuid and a.agreed and q.means in ('transfer', 'cheque', 'cash')`.execute(tx);
  return rows[0];
}

export async function insertMade(
  tx: Tx,
  { id, on, notedOn, by }: { readonly id: string; readonly on: Day; readonly notedOn: Day; readonly by: string },
): Promise<void> {
  await keep(tx, "money_made", { id, made_on: on, noted_on: notedOn, noted_by: by });
  touch(tx, TO_GIVE, [id]);
}
