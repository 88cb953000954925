/** The SQL of reminders of what is late. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import { noteReminded, touch } from "../../act/waiting.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

export type Late = {
  readonly id: string;
  readonly reference: string;
  readonly called: string | null;
  readonly debtor: string;
  readonly name: string | null;
  readonly balance: number;
  readonly chargedOn: Day;
  readonly dueOn: Day;
  /** The level of the last reminder, 0 where there was none. */
  readonly sent: number;
  readonly sentOn: Day | null;
  /** When what was reminded of is to be looked at again; `last`: every level was sent, and it is to be decided on. */
  readonly nextOn: Day | null;
  readonly last: boolean;
  /** The day of the last mail «Rappeler maintenant». */
  readonly remindedOn: Day | null;
  /** It has a service in Chorus Pro. */
  readonly isPublic: boolean;
};
export type LatePlace = { readonly dueOn: Day; readonly id: string };

/** The chain is made apart (`offset 0`): compared with what makes it, row security would keep the index of chains from being used. */
const LATE = sql`c.id, c.reference, c.called, coalesce(c.debtor, c.about) as debtor, c.debtor_name as name, s.balance,
  c.charged_on as "chargedOn", s.due_on as "dueOn", coalesce(d.level, 0) as sent, d.sent_on as "sentOn", d.next_on as "nextOn", coalesce(d.last, false) as last,
  (select max(w.reminded_on) from (select 'charge:' || c.id as chain offset 0) k join waiting w on w.chain = k.chain
    where w.key = 'pay') as "remindedOn",
  exists (select from payer y where c.debtor = 'payer:' || y.id and y.service <> '') as "isPublic"`;
const LAST = sql`left join lateral (
  select level, sent_on, next_on, last from dunning where charge = c.id order by level desc limit 1) d on true`;

/** Past their day and not suspended, the oldest first, after a cursor. */
export async function lateCharges(tx: Tx, today: Day, after: LatePlace | undefined, limit: number): Promise<Late[]> {
  const next = after ? sql`and (s.due_on, s.id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Late>`
    select ${LATE}
    from (select id, due_on, balance from charge_state s
      where s.balance > 0 and s.due_on < ${today}::date and not s.suspended ${next} order by s.due_on, s.id limit ${limit}) s
    join charge c on c.id = s.id ${LAST} order by s.due_on, s.id`.execute(tx);
  return rows;
}

export async function lateNamed(tx: Tx, ids: readonly string[], today: Day): Promise<Late[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Late>`
    select ${LATE} from charge_state s join charge c on c.id = s.id ${LAST}
    where s.id = any(${[...ids]}::uuid[]) and s.balance > 0 and s.due_on < ${today}::date and not s.suspended
    order by s.due_on, s.id`.execute(tx);
  return rows;
}

type NewDunning = {
  readonly id: string;
  readonly charge: string;
  readonly level: number;
  readonly on: Day;
  /** When it is to be looked at again; null where the law of the school names no levels. */
  readonly next: { readonly on: Day; readonly last: boolean } | null;
  readonly by: string;
};

export async function insertDunning(tx: Tx, { on, next, by, ...row }: NewDunning, of: string): Promise<void> {
  const looked = { next_on: next?.on ?? null, last: next?.last ? true : null };
  await keep(tx, "dunning", { ...row, ...looked, sent_on: on, made_by: by }, { of });
  touch(tx, "charge", [row.charge]);
}

/** Whoever may remind of it by hand reads that a reminder went today. */
export async function noteAsReminded(tx: Tx, charges: readonly string[], on: Day): Promise<void> {
  const chains = charges.map((id) => `charge:${id}`);
  const rows = await tx
    .selectFrom("waiting")
    .select("id")
    .where("chain", "in", chains)
    .where("key", "=", "pay")
    .execute();
  for (const { id } of rows) await noteReminded(tx, id, on);
}
