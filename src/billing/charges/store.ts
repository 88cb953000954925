/** The SQL of charges and of what becomes of them. Facts are only inserted; `charge_state` is what they come to. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { json, wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";
import { onlineRefundsOf } from "../refunds/store.ts";
import type { OnlineRefundState } from "../rules/online-refund.ts";
import { type ChargeFacts, type ChargeState, chargeState } from "../rules/charge-state.ts";

/** One line of a charge, in cents. */
export type ChargeLine = { readonly key: string; readonly label: Label; readonly amount: number };
export type Means = "transfer" | "cheque" | "online" | "cash";

export type Charge = {
  readonly id: string;
  readonly about: string;
  readonly debtor: string | null;
  readonly debtorName: string | null;
  readonly lines: readonly ChargeLine[];
  readonly total: number;
  readonly reference: string;
  readonly chargedOn: Day;
  readonly dueOn: Day;
};

type Payment = {
  readonly id: string;
  readonly number: string;
  readonly charge: string;
  readonly amount: number;
  readonly paidOn: Day;
  readonly means: Means;
  readonly note: string | null;
};

const CHARGE = [
  "charge.id",
  "charge.about",
  "charge.debtor",
  "charge.debtor_name as debtorName",
  "charge.lines",
  "charge.total",
  "charge.reference",
  "charge.charged_on as chargedOn",
  "charge.due_on as dueOn",
] as const;

export async function insertCharge(tx: Tx, charge: Charge): Promise<Stored> {
  const { id, about, debtor, debtorName, lines, total, reference, chargedOn, dueOn } = charge;
  const row = { id, about, debtor, debtor_name: debtorName, lines: json(lines), total, reference };
  const insert = tx.insertInto("charge").values({ ...row, charged_on: chargedOn, due_on: dueOn });
  const stored = await insert.returning(wholeRow("charge")).executeTakeFirstOrThrow();
  await tx
    .insertInto("charge_state")
    .values({ id, ...stateRow(chargeState({ total, dueOn, payments: [], waivers: [], refunds: [] })) })
    .execute();
  return storedRow("charge", stored);
}

export async function findCharge(tx: Tx, id: string): Promise<Charge | undefined> {
  return (await tx.selectFrom("charge").select(CHARGE).where("id", "=", id).executeTakeFirst()) as Charge | undefined;
}

/** Those of one subject that nobody’s account owes yet. */
export async function updateDebtor(tx: Tx, about: string, debtor: string): Promise<Stored[]> {
  const update = tx.updateTable("charge").set({ debtor }).where("about", "=", about).where("debtor", "is", null);
  return (await update.returning(wholeRow("charge")).execute()).map((row) => storedRow("charge", row));
}

export async function chargesAbout(
  tx: Tx,
  about: string,
): Promise<(Charge & Pick<ChargeState, "state" | "balance">)[]> {
  const found = tx
    .selectFrom("charge")
    .innerJoin("charge_state", (on) => on.onRef("charge_state.id", "=", "charge.id"))
    .select([...CHARGE, "charge_state.state", "charge_state.balance"])
    .where("charge.about", "=", about)
    .orderBy("charge.charged_on")
    .orderBy("charge.id");
  return (await found.execute()) as (Charge & Pick<ChargeState, "state" | "balance">)[];
}

/** Charges and where they stand, locked until the transaction ends: two acts on one charge go one after the other. */
export async function lockCharges(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeState>> {
  if (ids.length === 0) return new Map();
  const locked = await tx
    .selectFrom("charge_state")
    .select(STATE)
    .where("id", "in", [...new Set(ids)])
    // In one order for everybody, so that no two wait for each other.
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(locked.map(({ id, ...state }) => [id, state as ChargeState]));
}

export type NewPayment = Omit<Payment, "number" | "note"> & {
  readonly recordedOn: Day;
  readonly note?: string;
  readonly bankLine?: string;
  readonly cheque?: string;
  readonly online?: string;
};

export async function insertPayment(tx: Tx, payment: NewPayment): Promise<{ number: string; stored: Stored }> {
  const { id, charge, amount, paidOn, recordedOn, means } = payment;
  const row = {
    id,
    // Numbers come from one sequence: a counter a school would be a row that every payment waits for.
    number: sql<string>`${`R-${recordedOn.slice(0, 4)}-`} || lpad(nextval('payment_number')::text, 6, '0')`,
    charge,
    amount,
    paid_on: paidOn,
    recorded_on: recordedOn,
    means,
    bank_line: payment.bankLine ?? null,
    cheque: payment.cheque ?? null,
    online: payment.online ?? null,
    note: payment.note ?? null,
  };
  const kept = await tx
    .insertInto("payment")
    .values(row)
    .returning(["number", wholeRow("payment")])
    .executeTakeFirstOrThrow();
  return { number: kept.number, stored: storedRow("payment", kept) };
}

/** With the line it came by, where it came by one; `reversed` where it was taken back. */
export type FoundPayment = Payment & {
  readonly bankLine: string | null;
  /** The provider's page that it was paid on. */
  readonly online: string | null;
  readonly reversed: boolean;
};

const PAYMENT = [
  "payment.id",
  "payment.number",
  "payment.charge",
  "payment.amount",
  "payment.paid_on as paidOn",
  "payment.means",
  "payment.note",
  "payment.bank_line as bankLine",
  "payment.online",
] as const;

export async function findPayment(tx: Tx, id: string): Promise<FoundPayment | undefined> {
  const found = paymentsFrom(tx).where("payment.id", "=", id);
  return (await found.executeTakeFirst()) as FoundPayment | undefined;
}

function paymentsFrom(tx: Tx) {
  return tx
    .selectFrom("payment")
    .leftJoin("payment_reversal", (on) => on.onRef("payment_reversal.id", "=", "payment.id"))
    .select([...PAYMENT, sql<boolean>`payment_reversal.id is not null`.as("reversed")]);
}

export async function insertReversal(
  tx: Tx,
  reversal: { id: string; charge: string; on: Day; reason: string; by: string },
): Promise<Stored> {
  const { id, charge, on, reason, by } = reversal;
  const insert = tx.insertInto("payment_reversal").values({ id, charge, reversed_on: on, reason, made_by: by });
  return storedRow("payment_reversal", await insert.returning(wholeRow("payment_reversal")).executeTakeFirstOrThrow());
}

export type NewRefund = {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly on: Day;
  readonly means: Means;
  readonly reason: string;
  readonly by: string;
};

export async function insertRefund(tx: Tx, { id, charge, amount, on, means, reason, by }: NewRefund): Promise<Stored> {
  const row = { id, charge, amount, refunded_on: on, means, reason, made_by: by };
  const insert = tx.insertInto("refund").values(row).returning(wholeRow("refund"));
  return storedRow("refund", await insert.executeTakeFirstOrThrow());
}

export async function insertWaiver(
  tx: Tx,
  { id, charge, amount, on, reason, by }: Omit<NewRefund, "means">,
): Promise<Stored> {
  const insert = tx.insertInto("waiver").values({ id, charge, amount, waived_on: on, reason, made_by: by });
  return storedRow("waiver", await insert.returning(wholeRow("waiver")).executeTakeFirstOrThrow());
}

/** What happened to a charge, day by day; amounts as they were, with what they were for. */
export type ChargeHistory = {
  readonly payments: readonly (FoundPayment & { readonly slip: string | null })[];
  readonly reversals: readonly {
    readonly id: string;
    readonly on: Day;
    readonly reason: string;
    readonly by: string;
  }[];
  /** With how far it is, where a provider is asked for it; what failed gave nothing back. */
  readonly refunds: readonly (NewRefund & { readonly online: OnlineRefundState | null })[];
  readonly waivers: readonly Omit<NewRefund, "means">[];
};

export async function chargeHistory(tx: Tx, charge: string): Promise<ChargeHistory> {
  const payments = await paymentsFrom(tx)
    .leftJoin("cheque", (on) => on.onRef("cheque.id", "=", "payment.cheque"))
    .select("cheque.slip")
    .where("payment.charge", "=", charge)
    .orderBy("payment.paid_on")
    .orderBy("payment.number")
    .execute();
  const reversals = await tx
    .selectFrom("payment_reversal")
    .select(["id", "reversed_on as on", "reason", "made_by as by"])
    .where("charge", "=", charge)
    .execute();
  const refunds = await tx
    .selectFrom("refund")
    .select(["id", "charge", "amount", "refunded_on as on", "means", "reason", "made_by as by"])
    .where("charge", "=", charge)
    .orderBy("refunded_on")
    .orderBy("id")
    .execute();
  const waivers = await tx
    .selectFrom("waiver")
    .select(["id", "charge", "amount", "waived_on as on", "reason", "made_by as by"])
    .where("charge", "=", charge)
    .orderBy("waived_on")
    .orderBy("id")
    .execute();
  const online = new Map((await onlineRefundsOf(tx, charge)).map(({ id, state }) => [id, state]));
  const given = refunds.map((one) => ({ ...one, online: online.get(one.id) ?? null }));
  return { payments, reversals, refunds: given, waivers } as ChargeHistory;
}

/** Computes where charges stand from their facts, and keeps it: the last thing an act does to them. */
export async function keepChargeStates(tx: Tx, ids: Iterable<string>): Promise<Map<string, ChargeState>> {
  const states = await computeStates(tx, [...new Set(ids)]);
  for (const [id, state] of states) {
    await tx.updateTable("charge_state").set(stateRow(state)).where("id", "=", id).execute();
  }
  return states;
}

/** Whoever owes, as they are written to. */
export type Debtor = {
  readonly school: string;
  readonly reader: string;
  readonly address: string;
  readonly name: string;
  readonly language: Lang;
};

/** By charge; those without an account are not among them. */
export async function debtorsOf(tx: Tx, charges: readonly string[]): Promise<Map<string, Debtor>> {
  if (charges.length === 0) return new Map();
  const { rows } = await sql<Debtor & { charge: string }>`
    select charge, school, reader, address, name, language
    from charge_debtors(array[${sql.join(charges.map((id) => sql`${id}::uuid`))}])`.execute(tx);
  return new Map(rows.map(({ charge, ...debtor }) => [charge, debtor]));
}

/** Where charges stand by their facts alone: what is kept must be the same. */
export async function computeStates(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeState>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ChargeFacts & { id: string }>`
    select c.id, c.total, c.due_on as "dueOn",
      coalesce((select jsonb_agg(jsonb_build_object('amount', p.amount, 'reversed', r.id is not null))
        from payment p left join payment_reversal r on r.id = p.id where p.charge = c.id), '[]') as payments,
      coalesce((select jsonb_agg(jsonb_build_object('amount', w.amount)) from waiver w where w.charge = c.id), '[]') as waivers,
      coalesce((select jsonb_agg(jsonb_build_object('amount', f.amount, 'failed', x.id is not null))
        from refund f left join refund_failure x on x.id = f.id where f.charge = c.id), '[]') as refunds
    from charge c where c.id in (${sql.join(ids)})`.execute(tx);
  return new Map(rows.map(({ id, ...facts }) => [id, chargeState(facts)]));
}

const STATE = ["id", "state", "total", "paid", "waived", "refunded", "balance", "due_on as dueOn"] as const;

/** What is kept, in the order of ids, after one of them. */
export async function pageOfStates(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<(ChargeState & { id: string })[]> {
  const kept = tx
    .selectFrom("charge_state")
    .select(STATE)
    .$if(after !== undefined, (q) => q.where("id", ">", after!));
  return (await kept.orderBy("id").limit(limit).execute()) as (ChargeState & { id: string })[];
}

function stateRow({ dueOn, ...state }: ChargeState) {
  return { ...state, due_on: dueOn! };
}

export async function insertReminder(tx: Tx, { charge, on }: { charge: string; on: Day }): Promise<Stored> {
  const insert = tx.insertInto("charge_reminder").values({ id: charge, sent_on: on });
  return storedRow("charge_reminder", await insert.returning(wholeRow("charge_reminder")).executeTakeFirstOrThrow());
}

export async function wasReminded(tx: Tx, charge: string): Promise<boolean> {
  const found = tx.selectFrom("charge_reminder").select("id").where("id", "=", charge);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Charges owed under an account and due on one of these days, of which nobody was reminded; what was just charged needs no reminder. */
export async function chargesToRecall(
  tx: Tx,
  { from, to, days }: { from: Day; to: Day; days: number },
  limit: number,
): Promise<{ id: string; dueOn: Day }[]> {
  const { rows } = await sql<{ id: string; dueOn: Day }>`
    select s.id, s.due_on as "dueOn"
    from charge_state s join charge c on c.id = s.id
    where s.balance > 0 and s.due_on between ${from}::date and ${to}::date and c.debtor is not null
      and c.charged_on < s.due_on - ${days}::integer
      and not exists (select from charge_reminder r where r.id = s.id)
      and wants_reminders(substr(c.debtor, 9)::uuid, null)
      and exists (select from charge_debtors(array[s.id]))
    order by s.due_on, s.id limit ${limit}`.execute(tx);
  return rows;
}

export type Place = { readonly dueOn: Day; readonly id: string };
export type OwedCharge = Omit<Charge, "lines" | "chargedOn"> & Pick<ChargeState, "state" | "paid" | "balance">;

/** Charges with something to pay, or with something to give back, the oldest due first, after a place in the list. */
export async function listCharges(
  tx: Tx,
  which: "owed" | "over-paid",
  after: Place | undefined,
  limit: number,
): Promise<OwedCharge[]> {
  // The page first, by its index alone: what stands beside it is looked up for those few rows.
  const page = tx
    .selectFrom("charge_state")
    .select(["id", "due_on", "state", "paid", "balance"])
    .where(which === "owed" ? sql<boolean>`balance > 0` : sql<boolean>`balance < 0`)
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(due_on, id) > (${after!.dueOn}::date, ${after!.id}::uuid)`))
    .orderBy("due_on")
    .orderBy("id")
    .limit(limit)
    .as("s");
  const listed = tx
    .selectFrom(page)
    .innerJoin("charge", (on) => on.onRef("charge.id", "=", "s.id"))
    .select([
      "charge.id",
      "charge.about",
      "charge.debtor",
      "charge.debtor_name as debtorName",
      "charge.total",
      "charge.reference",
      "charge.due_on as dueOn",
      "s.state",
      "s.paid",
      "s.balance",
    ])
    .orderBy("s.due_on")
    .orderBy("s.id");
  return (await listed.execute()) as OwedCharge[];
}

/** All that somebody was charged, the last first, with what was paid of it. */
export async function chargesOf(tx: Tx, debtor: string): Promise<(Charge & Omit<ChargeState, "dueOn">)[]> {
  const found = tx
    .selectFrom("charge")
    .innerJoin("charge_state as s", (on) => on.onRef("s.id", "=", "charge.id"))
    .select([...CHARGE, "s.state", "s.paid", "s.waived", "s.refunded", "s.balance"])
    .where("charge.debtor", "=", debtor)
    .orderBy("charge.charged_on", "desc")
    .orderBy("charge.id");
  return (await found.execute()) as (Charge & Omit<ChargeState, "dueOn">)[];
}

export async function findState(tx: Tx, id: string): Promise<ChargeState | undefined> {
  const found = await tx.selectFrom("charge_state").select(STATE).where("id", "=", id).executeTakeFirst();
  return found as ChargeState | undefined;
}

export async function paymentNumbered(tx: Tx, number: string): Promise<FoundPayment | undefined> {
  const found = paymentsFrom(tx).where("payment.number", "=", number);
  return (await found.executeTakeFirst()) as FoundPayment | undefined;
}

/** A movement of money, as an accountant books it: in, or out. */
export type Movement = {
  readonly day: Day;
  readonly kind: "payment" | "reversal" | "refund" | "refund-failure" | "waiver";
  readonly number: string;
  readonly reference: string;
  readonly name: string | null;
  readonly amount: number;
  readonly means: Means | null;
  readonly words: string | null;
};

/** Everything that happened between two days, in its order; what is reversed is booked on the day it was. */
export async function movements(tx: Tx, { from, to }: { from: Day; to: Day }): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.day, m.kind, m.number, c.reference, c.debtor_name as name, m.amount, m.means, m.words
    from (
      select recorded_on as day, 'payment' as kind, number, charge, amount, means, note as words from payment
      union all
      select r.reversed_on, 'reversal', p.number, p.charge, -p.amount, p.means, r.reason
        from payment_reversal r join payment p on p.id = r.id
      union all
      select refunded_on, 'refund', '', charge, -amount, means, reason from refund
      union all
      select x.failed_on, 'refund-failure', '', f.charge, f.amount, f.means, f.reason
        from refund_failure x join refund f on f.id = x.id
      union all
      select waived_on, 'waiver', '', charge, amount, null, reason from waiver
    ) m join charge c on c.id = m.charge
    where m.day between ${from}::date and ${to}::date
    order by m.day, m.number, c.reference, m.kind`.execute(tx);
  return rows;
}

export async function chargeTotals(
  tx: Tx,
  today: Day,
): Promise<{ owed: number; count: number; late: number; toGiveBack: number }> {
  // Each half by its own index, which holds the balances too.
  const { rows } = await sql<{ owed: number; count: number; late: number; toGiveBack: number }>`
    select o.owed, o.count, o.late, b.back as "toGiveBack"
    from (
      select coalesce(sum(balance), 0)::bigint as owed, count(*)::integer as count,
        coalesce(sum(balance) filter (where due_on < ${today}::date), 0)::bigint as late
      from charge_state where balance > 0
    ) o, (select coalesce(-sum(balance), 0)::bigint as back from charge_state where balance < 0) b`.execute(tx);
  return rows[0]!;
}

/** By their references, whatever remains to be paid. */
export async function chargesByReference(tx: Tx, references: readonly string[]): Promise<OwedCharge[]> {
  if (references.length === 0) return [];
  const found = tx
    .selectFrom("charge")
    .innerJoin("charge_state as s", (on) => on.onRef("s.id", "=", "charge.id"))
    .select(["charge.id", "charge.about", "charge.debtor", "charge.debtor_name as debtorName", "charge.total"])
    .select(["charge.reference", "charge.due_on as dueOn", "s.state", "s.paid", "s.balance"])
    .where("charge.reference", "in", [...new Set(references)]);
  return (await found.execute()) as OwedCharge[];
}
