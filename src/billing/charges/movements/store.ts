/** The SQL of a charge's movements: payments and their reversals, refunds, waivers. Facts are only inserted. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../db/school.ts";
import type { Day } from "../../../kit/day.ts";
import { batches } from "../../../kit/batches.ts";
import { keep, keepAll } from "../../../act/keep.ts";
import { onlineRefundsOf } from "../../refunds/store.ts";
import { type Suspension, suspensionsOf } from "../suspensions/store.ts";
import type { OnlineRefundState } from "../../rules/online-refund.ts";

export type Means = "transfer" | "cheque" | "online" | "cash";
/** Kept: it stays with the school, with the debtor's word for it. */
export type GivenBackBy = Means | "kept";

/** What a payment names: a charge, or a debtor alone. */
export type Names =
  | { readonly charge: string; readonly debtor?: undefined }
  | { readonly charge?: undefined; readonly debtor: string };

type Payment = {
  readonly id: string;
  readonly number: string;
  readonly amount: number;
  readonly paidOn: Day;
  readonly means: Means;
  readonly note: string | null;
};

/** With its position on its deposit slip. */
type Cheque = {
  readonly id: string;
  readonly drawer: string;
  readonly bank: string | null;
  readonly number: string | null;
  readonly slip: string;
  readonly position: number;
};

export type NewPayment = Names &
  Omit<Payment, "number" | "note"> & {
    readonly recordedOn: Day;
    readonly note?: string;
    readonly bankLine?: string;
    readonly cheque?: Cheque;
    readonly online?: string;
  };

/** Inserts in order, with consecutive receipt numbers, which it returns. */
export async function insertPayments(tx: Tx, payments: readonly NewPayment[]): Promise<string[]> {
  for (const { cheque, charge, amount } of payments)
    if (cheque) await keep(tx, "cheque", { ...cheque, charge: charge ?? null, amount });
  const numbers: string[] = [];
  for await (const some of batches(payments)) {
    const kept = await keepAll(tx, "payment", some.map(paymentRow));
    numbers.push(...kept.map(({ number }) => number as string));
  }
  return numbers;
}

function paymentRow(payment: NewPayment) {
  const { id, charge, debtor, amount, paidOn, recordedOn, means } = payment;
  return {
    id,
    // Numbers come from one sequence: a counter per school would be a row that every payment waits for.
    number: sql<string>`${`R-${recordedOn.slice(0, 4)}-`} || lpad(nextval('payment_number')::text, 6, '0')`,
    charge: charge ?? null,
    debtor: debtor ?? null,
    amount,
    paid_on: paidOn,
    recorded_on: recordedOn,
    means,
    bank_line: payment.bankLine ?? null,
    cheque: payment.cheque?.id ?? null,
    online: payment.online ?? null,
    note: payment.note ?? null,
  };
}

/** With its bank line, if it came by one; `reversed`: it was taken back. */
export type FoundPayment = Payment & {
  /** The charge that it names; else the debtor. */
  readonly charge: string | null;
  readonly debtor: string | null;
  readonly bankLine: string | null;
  /** The provider's page that it was paid on. */
  readonly online: string | null;
  readonly reversed: boolean;
};

const PAYMENT = [
  "payment.id",
  "payment.number",
  "payment.charge",
  "payment.debtor",
  "payment.amount",
  "payment.paid_on as paidOn",
  "payment.means",
  "payment.note",
  "payment.bank_line as bankLine",
  "payment.online",
] as const;

export async function findPayment(tx: Tx, id: string): Promise<FoundPayment | undefined> {
  const query = paymentsFrom(tx).where("payment.id", "=", id);
  return (await query.executeTakeFirst()) as FoundPayment | undefined;
}

export async function paymentNumbered(tx: Tx, number: string): Promise<FoundPayment | undefined> {
  const query = paymentsFrom(tx).where("payment.number", "=", number);
  return (await query.executeTakeFirst()) as FoundPayment | undefined;
}

function paymentsFrom(tx: Tx) {
  return tx
    .selectFrom("payment")
    .leftJoin("payment_reversal", (on) => on.onRef("payment_reversal.id", "=", "payment.id"))
    .select([...PAYMENT, sql<boolean>`payment_reversal.id is not null`.as("reversed")]);
}

type Reversal = {
  readonly id: string;
  readonly charge: string | null;
  readonly on: Day;
  readonly reason: string;
  readonly by: string;
};
/** `bounced`: it came and was not honoured; else it was never for this charge. */
type PaymentReversal = Reversal & { readonly bounced: boolean };

type NewReversal = PaymentReversal & {
  /** What the bank takes for it. */
  readonly bankFee: number | null;
};

export async function insertReversal(tx: Tx, reversal: NewReversal): Promise<void> {
  const { id, charge, on, reason, by, bounced, bankFee } = reversal;
  await keep(tx, "payment_reversal", {
    id,
    charge,
    reversed_on: on,
    reason,
    made_by: by,
    bounced: bounced ? true : null,
    bank_fee: bankFee,
  });
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

export async function insertRefund(tx: Tx, { id, charge, amount, on, means, reason, by }: NewRefund): Promise<void> {
  await keep(tx, "refund", { id, charge, amount, refunded_on: on, means, reason, made_by: by });
}

/** Of what is left of a payment that names no charge. */
export async function insertRefundOf(
  tx: Tx,
  {
    payment,
    ...refund
  }: Omit<NewRefund, "charge" | "means"> & { readonly payment: string; readonly means: GivenBackBy },
): Promise<void> {
  const { id, amount, on, means, reason, by } = refund;
  await keep(tx, "refund", { id, taken_from: payment, amount, refunded_on: on, means, reason, made_by: by });
}

/** A transfer of a debtor, of an amount, between two days; one that a file brought first. */
export async function alikeTransfer(
  tx: Tx,
  {
    debtor,
    amount,
    from,
    to,
  }: { readonly debtor: string; readonly amount: number; readonly from: Day; readonly to: Day },
): Promise<{ readonly number: string; readonly paidOn: Day; readonly byFile: boolean } | undefined> {
  const { rows } = await sql<{ number: string; paidOn: Day; byFile: boolean }>`
    select p.number, p.paid_on as "paidOn", p.bank_line is not null as "byFile"
    from payment p left join charge c on c.id = p.charge
    where p.amount = ${amount} and p.paid_on between ${from}::date and ${to}::date and p.means = 'transfer'
      and coalesce(p.debtor, c.debtor, c.about) = ${debtor}
      and not exists (select from payment_reversal r where r.id = p.id)
    order by p.bank_line is null, p.paid_on, p.id limit 1`.execute(tx);
  return rows[0];
}

/** What was given back of a payment that names no charge; what the school kept of it never left, and counts where it is asked for. */
export async function givenBackOf(tx: Tx, payment: string, { kept }: { readonly kept: boolean }): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(f.amount), 0)::integer as amount from refund f where f.taken_from = ${payment}::uuid
      and (${kept} or f.means <> 'kept') and not exists (select from refund_failure x where x.id = f.id)`.execute(tx);
  return rows[0]!.amount;
}

/** `toSend`: two people agreed to give it back, and it has not left yet: no note and no bank line say so. */
type Shown = { readonly toSend: boolean };

/** Of a refund `f`: the day on which the money left, where that was noted; else the day on which it counts. */
const LEFT_ON = sql`coalesce((select m.made_on from money_made m where m.id = f.id), f.refunded_on) as "on",
  exists (select from waiting w where w.chain = 'money-to-give:' || f.id and w.key = 'giveAgreed') as "toSend"`;

/** What was given back of a payment that names no charge. */
export async function refundsTakenFrom(tx: Tx, payment: string): Promise<(Omit<NewRefund, "charge"> & Shown)[]> {
  const { rows } = await sql<Omit<NewRefund, "charge"> & Shown>`
    select f.id, f.amount, ${LEFT_ON}, f.means, f.reason, f.made_by as "by" from refund f
    where f.taken_from = ${payment}::uuid order by f.refunded_on, f.id`.execute(tx);
  return rows;
}

/** What was given back of a charge from a day on. */
export async function refundedSince(tx: Tx, charge: string, since: Day): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(f.amount), 0)::integer as amount from refund f where f.charge = ${charge}::uuid
      and f.refunded_on >= ${since}::date and not exists (select from refund_failure x where x.id = f.id)`.execute(tx);
  return rows[0]!.amount;
}

/** The reversal of a payment that names no charge. */
export async function reversalOf(tx: Tx, payment: string): Promise<ChargeHistory["reversals"][number] | undefined> {
  const { rows } = await sql<ChargeHistory["reversals"][number]>`
    select id, reversed_on as "on", reason, made_by as "by", coalesce(bounced, false) as bounced
    from payment_reversal where id = ${payment}::uuid`.execute(tx);
  return rows[0];
}

export async function insertAdjustment(
  tx: Tx,
  one: {
    readonly id: string;
    readonly charge: string;
    readonly amount: number;
    readonly on: Day;
    readonly kind: "rounding" | "bad-debt";
    readonly reason: string;
    readonly by: string;
    readonly agreedBy: string;
  },
): Promise<void> {
  const { on, by, agreedBy, ...rest } = one;
  await keep(tx, "adjustment", { ...rest, adjusted_on: on, made_by: by, agreed_by: agreedBy });
}

export async function insertWaiver(
  tx: Tx,
  { id, charge, amount, on, reason, by }: Omit<NewRefund, "means">,
): Promise<void> {
  await keep(tx, "waiver", { id, charge, amount, waived_on: on, reason, made_by: by });
}

/** `reversed`: it is asked for again; `stands`: by another charge, so that this one stays lowered. */
export type FoundWaiver = Omit<NewRefund, "means"> & { readonly reversed: boolean; readonly stands: boolean };

export async function findWaiver(tx: Tx, id: string): Promise<FoundWaiver | undefined> {
  return await waiversFrom(tx).where("waiver.id", "=", id).executeTakeFirst();
}

function waiversFrom(tx: Tx) {
  return tx
    .selectFrom("waiver")
    .leftJoin("waiver_reversal", (on) => on.onRef("waiver_reversal.id", "=", "waiver.id"))
    .select(["waiver.id", "waiver.charge", "waiver.amount", "waiver.waived_on as on", "waiver.reason"])
    .select(["waiver.made_by as by", sql<boolean>`waiver_reversal.id is not null`.as("reversed")])
    .select(sql<boolean>`waiver_reversal.id is null or waiver_reversal.charged is not null`.as("stands"));
}

/** `charged`: the charge by which it is asked for again. */
export async function insertWaiverReversal(
  tx: Tx,
  { id, charge, charged, on, reason, by }: Reversal & { readonly charge: string; readonly charged: string },
): Promise<void> {
  await keep(tx, "waiver_reversal", { id, charge, charged, reversed_on: on, reason, made_by: by });
}

/** A put-off: the new due day, and why. */
export type PutOff = {
  readonly id: string;
  readonly charge: string;
  readonly dueOn: Day;
  readonly on: Day;
  readonly reason: string;
  readonly by: string;
};

export async function insertPutOff(tx: Tx, { id, charge, dueOn, on, reason, by }: PutOff): Promise<void> {
  await keep(tx, "charge_due", { id, charge, due_on: dueOn, set_on: on, reason, made_by: by });
}

/** All movements of a charge, by day; original amounts, with their reasons. */
export type ChargeHistory = {
  readonly payments: readonly (FoundPayment & { readonly charge: string; readonly slip: string | null })[];
  readonly reversals: readonly Omit<PaymentReversal, "charge">[];
  /** With the state at the provider, for online refunds; a failed one refunded nothing. */
  readonly refunds: readonly (NewRefund & Shown & { readonly online: OnlineRefundState | null })[];
  /** `credit`: the number of the credit that it is of. */
  readonly waivers: readonly (FoundWaiver & { readonly credit: string | null })[];
  /** `charged`: the charge that asks for it again; null in older ones, which opened this charge again. */
  readonly waiverReversals: readonly (Omit<Reversal, "charge"> & { readonly charged: string | null })[];
  /** Reminders of what was late. */
  readonly dunning: readonly { readonly id: string; readonly on: Day; readonly level: number; readonly by: string }[];
  readonly adjustments: readonly (Omit<NewRefund, "charge" | "means"> & { readonly kind: "rounding" | "bad-debt" })[];
  readonly putOffs: readonly Omit<PutOff, "charge">[];
  readonly suspensions: readonly Suspension[];
};

/** In one statement, as a page shows several charges. */
export async function chargeHistory(tx: Tx, charge: string): Promise<ChargeHistory> {
  const lists = sql<Omit<ChargeHistory, "suspensions">>`select
    ${listed(sql`select p.id, p.number, p.charge, p.debtor, p.amount, p.paid_on as "paidOn", p.means, p.note, p.bank_line as "bankLine",
        p.online, exists (select from payment_reversal r where r.id = p.id) as reversed, q.slip
      from payment p left join cheque q on q.id = p.cheque where p.charge = ${charge}::uuid order by p.paid_on, p.number`)} as payments,
    ${listed(sql`select id, reversed_on as "on", reason, made_by as "by", coalesce(bounced, false) as bounced from payment_reversal where charge = ${charge}::uuid`)} as reversals,
    ${listed(sql`select f.id, f.charge, f.amount, ${LEFT_ON}, f.means, f.reason, f.made_by as "by" from refund f
      where f.charge = ${charge}::uuid order by f.refunded_on, f.id`)} as refunds,
    ${listed(sql`select w.id, w.charge, w.amount, w.waived_on as "on", w.reason, w.made_by as "by",
        exists (select from waiver_reversal r where r.id = w.id) as reversed,
        not exists (select from waiver_reversal r where r.id = w.id and r.charged is null) as stands,
        (select i.number from invoice i where i.charge = w.charge and i.waiver = w.id) as credit
      from waiver w where w.charge = ${charge}::uuid order by w.waived_on, w.id`)} as waivers,
    ${listed(sql`select id, reversed_on as "on", reason, made_by as "by", charged from waiver_reversal where charge = ${charge}::uuid`)} as "waiverReversals",
    ${listed(sql`select id, amount, adjusted_on as "on", reason, made_by as "by", kind from adjustment
      where charge = ${charge}::uuid order by adjusted_on, id`)} as adjustments,
    ${listed(sql`select id, sent_on as "on", level, made_by as "by" from dunning
      where charge = ${charge}::uuid order by sent_on, id`)} as dunning,
    ${listed(sql`select id, due_on as "dueOn", set_on as "on", reason, made_by as "by" from charge_due
      where charge = ${charge}::uuid order by due_on, id`)} as "putOffs"`;
  const [{ rows }, suspensions, online] = await Promise.all([
    lists.execute(tx),
    suspensionsOf(tx, charge),
    onlineRefundsOf(tx, charge),
  ]);
  const { refunds, ...all } = rows[0]!;
  const states = new Map(online.map(({ id, state }) => [id, state]));
  return { ...all, refunds: refunds.map((one) => ({ ...one, online: states.get(one.id) ?? null })), suspensions };
}

const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`;

/** A movement of money, as accountants book it: in, or out. */
export type Movement = {
  readonly day: Day;
  readonly kind: "payment" | "reversal" | "refund" | "refund-failure" | "waiver" | "waiver-reversal" | "adjustment";
  readonly number: string;
  /** Null of what names a debtor and no charge. */
  readonly reference: string | null;
  readonly name: string | null;
  readonly amount: number;
  readonly means: Means | null;
  readonly words: string | null;
  /** When a person or a file recorded it: a payment has the day on which it was paid, as the books have. */
  readonly recordedOn: Day;
};

/** The name of a debtor: of the register, or as its latest charge has it. */
export function debtorsName(debtor: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`coalesce((select y.name from payer y where ${debtor} = 'payer:' || y.id),
    (select n.debtor_name from charge n where case when n.debtor is null then n.about else n.debtor end = ${debtor} order by n.charged_on desc, n.id desc limit 1))`;
}

/** All movements between two days, or of these charges, in order; a reversal is booked on its own day. */
export async function movements(
  tx: Tx,
  which: { readonly from: Day; readonly to: Day } | { readonly charges: readonly string[] },
): Promise<Movement[]> {
  const those =
    "charges" in which
      ? sql`m.charge = any(${sql.val([...which.charges])}::uuid[])`
      : sql`m.day between ${which.from}::date and ${which.to}::date`;
  const { rows } = await sql<Movement>`
    select m.day, m.kind, m.number, c.reference, coalesce(c.debtor_name, ${debtorsName(sql`m.debtor`)}) as name, m.amount, m.means, m.words,
      coalesce(m.recorded_on, m.day) as "recordedOn"
    from (
      select id, paid_on as day, 'payment' as kind, number, charge, debtor, amount, means, note as words, recorded_on from payment
      union all
      select r.id, greatest(r.reversed_on, p.paid_on), 'reversal', p.number, p.charge, p.debtor, -p.amount, p.means, r.reason, r.reversed_on
        from payment_reversal r join payment p on p.id = r.id
      union all
      select f.id, f.refunded_on, 'refund', '', f.charge, p.debtor, -f.amount, f.means, f.reason, null
        from refund f left join payment p on p.id = f.taken_from
      union all
      select x.id, x.failed_on, 'refund-failure', '', f.charge, null, f.amount, f.means, f.reason, null
        from refund_failure x join refund f on f.id = x.id
      union all
      select id, waived_on, 'waiver', '', charge, null, amount, null, reason, null from waiver
      union all
      -- One that is asked for again by another charge stands.
      select v.id, v.reversed_on, 'waiver-reversal', '', w.charge, null, -w.amount, null, v.reason, null
        from waiver_reversal v join waiver w on w.id = v.id where v.charged is null
      union all
      select id, adjusted_on, 'adjustment', '', charge, null, amount, null, reason, null from adjustment
    ) m left join charge c on c.id = m.charge
    where ${those}
    order by m.day, m.number, c.reference, m.kind, m.id`.execute(tx);
  return rows;
}
