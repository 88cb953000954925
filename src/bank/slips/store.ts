/** The SQL of cheques, and of their deposit slips. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { keep } from "../../act/keep.ts";
import { debtorsName } from "../../billing/charges/hands.ts";

export type Cheque = {
  readonly id: string;
  /** Null where it names a debtor alone. */
  readonly charge: string | null;
  readonly amount: number;
  readonly drawer: string;
  readonly bank: string | null;
  readonly number: string | null;
};

/** Returns its number. */
export async function insertSlip(
  tx: Tx,
  slip: { id: string; depositedOn: Day; count: number; total: number },
): Promise<string> {
  const { id, depositedOn, count, total } = slip;
  const number = sql<string>`${`B-${depositedOn.slice(0, 4)}-`} || lpad(nextval('cheque_slip_number')::text, 6, '0')`;
  const kept = await keep(tx, "cheque_slip", { id, number, deposited_on: depositedOn, count, total });
  return kept.number as string;
}

/** The cheques of these charges, and those that name these debtors alone, each with its slip; without those that bounced. */
export async function chequesOf(
  tx: Tx,
  charges: readonly string[],
  debtors: readonly string[],
): Promise<
  (Omit<Cheque, "id" | "bank" | "charge"> & { readonly names: string; readonly slipNumber: string | null })[]
> {
  if (charges.length + debtors.length === 0) return [];
  return await tx
    .selectFrom("cheque")
    .innerJoin("cheque_slip", (on) => on.onRef("cheque_slip.id", "=", "cheque.slip"))
    .innerJoin("payment", (on) => on.onRef("payment.cheque", "=", "cheque.id"))
    .leftJoin("payment_reversal", (on) => on.onRef("payment_reversal.id", "=", "payment.id"))
    .select(["cheque.amount", "cheque.drawer", "cheque.number", "cheque_slip.number as slipNumber"])
    .select(sql<string>`coalesce(payment.charge::text, payment.debtor, '')`.as("names"))
    .where(
      sql<boolean>`(payment.charge = any(${[...charges]}::uuid[]) or payment.debtor = any(${[...debtors]}::text[]))`,
    )
    .where("payment_reversal.id", "is", null)
    .orderBy("cheque_slip.number")
    .orderBy("payment.id")
    .execute();
}

export type Slip = {
  readonly id: string;
  readonly number: string;
  readonly depositedOn: Day;
  readonly count: number;
  readonly total: number;
};

const SLIP = ["id", "number", "deposited_on as depositedOn", "count", "total"] as const;

export async function lastSlips(tx: Tx, limit: number): Promise<Slip[]> {
  const slips = tx.selectFrom("cheque_slip").select(SLIP).orderBy("deposited_on", "desc").orderBy("number", "desc");
  return await slips.limit(limit).execute();
}

export type SlipCheque = Omit<Cheque, "id"> & {
  readonly debtor: string | null;
  /** Its charge's reference, or its debtor's name. */
  readonly named: string;
  readonly receipt: string;
  /** It came back unpaid. */
  readonly returned: boolean;
};

export async function findSlip(tx: Tx, id: string): Promise<(Slip & { cheques: SlipCheque[] }) | undefined> {
  const slip = await tx.selectFrom("cheque_slip").select(SLIP).where("id", "=", id).executeTakeFirst();
  if (!slip) return undefined;
  const cheques = await tx
    .selectFrom("cheque")
    .leftJoin("charge", (on) => on.onRef("charge.id", "=", "cheque.charge"))
    .innerJoin("payment", (on) => on.onRef("payment.cheque", "=", "cheque.id"))
    .select(["cheque.charge", "cheque.amount", "cheque.drawer", "cheque.bank", "cheque.number"])
    .select(["payment.debtor", "payment.number as receipt"])
    .select(
      sql<boolean>`exists (select from payment_reversal r where r.id = payment.id and r.bounced is true)`.as(
        "returned",
      ),
    )
    .select(sql<string>`coalesce(charge.reference, ${debtorsName(sql`payment.debtor`)}, '')`.as("named"))
    .where("cheque.slip", "=", id)
    .orderBy("cheque.position")
    .execute();
  return { ...slip, cheques };
}
