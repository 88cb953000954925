/** The SQL of what is past the accounting period: settled charges, with all that became of them. Open balances never expire. */
import { type RawBuilder, sql } from "kysely";
import { latestCharges } from "../charges/store.ts";
import { debtorsOwing, keepChargeStates } from "../charges/states/store.ts";
import { dropping } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Asked, Old } from "../rules/past.ts";

/** Charges settled, without any fact since a day. */
export async function oldCharges(tx: Tx, { before, only }: Asked, limit: number): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select c.id, l.last::text as last
    from charge c
    join charge_state s on s.id = c.id
    cross join lateral (
      select greatest(c.charged_on, s.due_on,
        (select max(set_on) from charge_due where charge = c.id),
        (select max(suspended_on) from charge_suspension where charge = c.id),
        (select max(ended_on) from charge_suspension_end where charge = c.id),
        (select max(recorded_on) from payment where charge = c.id),
        (select max(reversed_on) from payment_reversal where charge = c.id),
        (select max(refunded_on) from refund where charge = c.id),
        (select max(failed_on) from refund_failure where charge = c.id),
        (select max(waived_on) from waiver where charge = c.id),
        (select max(reversed_on) from waiver_reversal where charge = c.id),
        (select max(adjusted_on) from adjustment where charge = c.id),
        (select max(sent_on) from dunning where charge = c.id),
        (select max(greatest(q.asked_on, a.answered_on, m.noted_on)) from money_proposal q left join money_answer a on a.id = q.id
          left join money_made m on m.id = q.id where q.charge = c.id),
        (select max(wished_at)::date from online_payment where charge = c.id),
        (select max(e.received_at)::date from online_event e
          join online_payment o on o.id = e.online_payment where o.charge = c.id)) as last
    ) l
    where c.charged_on < ${before}::date and l.last < ${before}::date and s.balance = 0
      -- What it was paid with served it alone, or nothing of its debtor's is younger or open: no other charge opens again with it.
      and (s.paid = (select coalesce(sum(p.amount), 0) from payment p where p.charge = c.id
          and not exists (select from payment_reversal r where r.id = p.id))
        or not exists (select from charge o join charge_state t on t.id = o.id
          where case when o.debtor is null then o.about else o.debtor end = case when c.debtor is null then c.about else c.debtor end and (t.balance <> 0 or o.charged_on >= ${before}::date)))
      -- What its debtor paid without naming a charge is erased with the last of their charges.
      and not exists (select from payment p where p.debtor = case when c.debtor is null then c.about else c.debtor end and (p.recorded_on >= ${before}::date
        or exists (select from refund f where f.taken_from = p.id and f.refunded_on >= ${before}::date)
        or exists (select from debtor_state d where d.debtor = p.debtor and d.unnamed > 0)))
      and (${only ?? null}::uuid is null or c.id = ${only ?? null}::uuid)
    order by c.charged_on, c.id limit ${limit}`.execute(tx);
  return rows;
}

/** Provider pages announced to us that were not ours, by page; those that wait for a person stay. */
export async function oldPages(tx: Tx, { before, only }: Asked, limit: number): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select e.session as id, max(coalesce(s.settled_on, e.received_at::date))::text as last
    from online_event e left join online_settlement s on s.id = e.id
    where e.online_payment is null and (${only ?? null}::text is null or e.session = ${only ?? null})
    group by e.session
    having max(coalesce(s.settled_on, e.received_at::date)) < ${before}::date
      and bool_and(e.outcome in ('recorded', 'known', 'nothing') or exists (
        select from online_event x join online_settlement y on y.id = x.id
        where x.session = e.session and x.outcome = e.outcome
      ))
    order by 2, 1 limit ${limit}`.execute(tx);
  return rows;
}

/** The subject of a charge: a hold on it also holds the charge. */
export async function subjectOf(tx: Tx, charge: string): Promise<string | undefined> {
  return (await tx.selectFrom("charge").select("about").where("id", "=", charge).executeTakeFirst())?.about;
}

/** Deletion order: referencing tables first. */
const IN_ORDER = [
  "online_refund",
  "refund_failure",
  "refund_again",
  "refund",
  "payment_reversal",
  "payment",
  "cheque",
  "online_payment",
  "invoice_part",
  "invoice",
  "waiver_reversal",
  "waiver",
  "charge_due",
  "charge_suspension_end",
  "charge_suspension",
  "charge_reminder",
  "adjustment",
  "dunning",
] as const;

/** Deletes a charge with all that became of it. */
export async function deleteCharge(tx: Tx, charge: string): Promise<void> {
  const [debtor] = await debtorsOwing(tx, [charge]);
  const pages = tx.selectFrom("online_payment").select("id").where("charge", "=", charge);
  const events = tx.selectFrom("online_event").select("id").where("online_payment", "in", pages);
  const refunds = tx.selectFrom("online_refund").select("id").where("charge", "=", charge);
  await dropping(tx, "online_settlement", tx.deleteFrom("online_settlement").where("id", "in", events));
  await dropping(tx, "online_event", tx.deleteFrom("online_event").where("online_payment", "in", pages));
  await dropping(tx, "online_session", tx.deleteFrom("online_session").where("online_payment", "in", pages));
  await dropping(tx, "online_refund_told", tx.deleteFrom("online_refund_told").where("online_refund", "in", refunds));
  await deleteProposals(tx, sql`charge = ${charge}::uuid`);
  for (const table of IN_ORDER) await dropping(tx, table, tx.deleteFrom(table).where("charge", "=", charge));
  // Older reminders have the id of their charge.
  await dropping(tx, "charge_reminder", tx.deleteFrom("charge_reminder").where("id", "=", charge));
  await tx.deleteFrom("charge_state").where("id", "=", charge).execute();
  await dropping(tx, "charge", tx.deleteFrom("charge").where("id", "=", charge));
  if ((await latestCharges(tx, [debtor!])).size === 0) await deleteAlone(tx, debtor!);
  else if (await paidAlone(tx, debtor!)) await keepChargeStates(tx, [], [debtor!]);
  await sql`delete from debtor_state s where s.debtor = ${debtor}
    and not exists (select from charge c where case when c.debtor is null then c.about else c.debtor end = s.debtor)
    and not exists (select from payment p where p.debtor = s.debtor)`.execute(tx);
}

/** What a debtor without a charge had paid without naming one. */
async function deleteAlone(tx: Tx, debtor: string): Promise<void> {
  const payments = tx.selectFrom("payment").select("id").where("debtor", "=", debtor);
  const cheques = await tx
    .selectFrom("payment")
    .select("cheque")
    .where("debtor", "=", debtor)
    .where("cheque", "is not", null)
    .execute();
  await deleteProposals(tx, sql`debtor = ${debtor}`);
  await dropping(tx, "refund", tx.deleteFrom("refund").where("taken_from", "in", payments));
  await dropping(tx, "payment_reversal", tx.deleteFrom("payment_reversal").where("id", "in", payments));
  await dropping(tx, "payment", tx.deleteFrom("payment").where("debtor", "=", debtor));
  const ids = cheques.flatMap(({ cheque }) => cheque ?? []);
  if (ids.length > 0) await dropping(tx, "cheque", tx.deleteFrom("cheque").where("id", "in", ids));
}

async function deleteProposals(tx: Tx, where: RawBuilder<unknown>): Promise<void> {
  const proposals = sql<string>`(select id from money_proposal where ${where})`;
  await dropping(tx, "money_made", tx.deleteFrom("money_made").where("id", "in", proposals));
  await dropping(tx, "money_answer", tx.deleteFrom("money_answer").where("id", "in", proposals));
  await dropping(tx, "money_proposal", tx.deleteFrom("money_proposal").where("id", "in", proposals));
}

async function paidAlone(tx: Tx, debtor: string): Promise<boolean> {
  return (await tx.selectFrom("payment").select("id").where("debtor", "=", debtor).limit(1).execute()).length > 0;
}

export async function deletePage(tx: Tx, session: string): Promise<void> {
  const events = tx.selectFrom("online_event").select("id").where("session", "=", session);
  await dropping(tx, "online_settlement", tx.deleteFrom("online_settlement").where("id", "in", events));
  const gone = tx.deleteFrom("online_event").where("session", "=", session).where("online_payment", "is", null);
  await dropping(tx, "online_event", gone);
}
