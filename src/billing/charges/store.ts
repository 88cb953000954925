/** The SQL of charges, and their lists. */
import { sql } from "kysely";
import { alongside } from "../../db/joined.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { json } from "../../kit/sql.ts";
import { keep, keeping } from "../../act/keep.ts";
import { touch } from "../../act/waiting.ts";
import type { ChargeState } from "../rules/charge-state.ts";

/** A line of a charge, in cents. */
export type ChargeLine = { readonly key: string; readonly label: Label; readonly amount: number };

export type Charge = {
  readonly id: string;
  readonly about: string;
  /** The subject's public number. */
  readonly called: string | null;
  readonly debtor: string | null;
  readonly debtorName: string | null;
  readonly lines: readonly ChargeLine[];
  readonly total: number;
  readonly reference: string;
  readonly chargedOn: Day;
  /** The current due day, perhaps put off. */
  readonly dueOn: Day;
  /** Not asked for until it is decided what becomes of it. */
  readonly suspended: boolean;
};

const CHARGE = [
  "charge.id",
  "charge.about",
  "charge.called",
  "charge.debtor",
  "charge.debtor_name as debtorName",
  "charge.lines",
  "charge.total",
  "charge.reference",
  "charge.charged_on as chargedOn",
  "s.due_on as dueOn",
  "s.suspended",
] as const;

export async function insertCharge(tx: Tx, charge: Omit<Charge, "suspended">): Promise<void> {
  const { id, about, called, debtor, debtorName, lines, total, reference, chargedOn, dueOn } = charge;
  const row = { id, about, called, debtor, debtor_name: debtorName, lines: json(lines), total, reference };
  // One act may charge several people: each in their own chain.
  await keep(tx, "charge", { ...row, charged_on: chargedOn, due_on: dueOn }, { of: about });
  touch(tx, "charge", [id]);
  const owed = {
    state: "owed",
    total,
    paid: 0,
    waived: 0,
    refunded: 0,
    written_off: 0,
    balance: total,
    due_on: dueOn,
    suspended: false,
  };
  const [, subject = ""] = about.split(":");
  await tx.executeQuery(
    alongside(
      tx
        .insertInto("charge_state")
        .values({ id, subject: isId(subject) ? subject : null, ...owed })
        .compile(),
    ),
  );
}

export async function findCharge(tx: Tx, id: string): Promise<Charge | undefined> {
  return (await chargesFrom(tx).where("charge.id", "=", id).executeTakeFirst()) as Charge | undefined;
}

/** Whether an invoice asks for it, and says alone what is owed of it. */
export async function isInvoiced(tx: Tx, charge: string): Promise<boolean> {
  const found = await tx.selectFrom("invoice").select("id").where("charge", "=", charge).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** With their states. */
function chargesFrom(tx: Tx) {
  const charges = tx.selectFrom("charge").innerJoin("charge_state as s", (on) => on.onRef("s.id", "=", "charge.id"));
  return charges.select(CHARGE);
}

/** Sets the debtor of a subject's charges that have no account yet, and of what was paid for none; returns the charges. */
export async function updateDebtor(tx: Tx, about: string, debtor: string): Promise<string[]> {
  const update = tx.updateTable("charge").set({ debtor }).where("about", "=", about).where("debtor", "is", null);
  const changed = await keeping(tx, "charge", update, { of: about });
  await keeping(tx, "payment", tx.updateTable("payment").set({ debtor }).where("debtor", "=", about));
  await keeping(tx, "money_proposal", tx.updateTable("money_proposal").set({ debtor }).where("debtor", "=", about));
  const ids = changed.map(({ id }) => String(id));
  touch(tx, "charge", ids);
  return ids;
}

export async function chargesAbout(
  tx: Tx,
  about: string,
): Promise<(Charge & Pick<ChargeState, "state" | "balance">)[]> {
  const query = chargesFrom(tx)
    .select(["s.state", "s.balance"])
    .where("charge.about", "=", about)
    .orderBy("charge.charged_on")
    .orderBy("charge.id");
  return (await query.execute()) as (Charge & Pick<ChargeState, "state" | "balance">)[];
}

/** Of these charges, those of a debtor. */
export async function ownCharges(tx: Tx, debtor: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const own = tx
    .selectFrom("charge")
    .select("id")
    .where("debtor", "=", debtor)
    .where("id", "in", [...ids]);
  return new Set((await own.execute()).map(({ id }) => id));
}

/** A debtor's contact. */
export type Debtor = {
  readonly school: string;
  readonly reader: string;
  readonly address: string;
  readonly name: string;
  readonly language: Lang;
};

/** Of these charges, those without an account, with their subject. */
export async function owedByNoAccount(tx: Tx, charges: readonly string[]) {
  if (charges.length === 0) return [];
  const query = tx.selectFrom("charge").select(["id", "about", "establishment_id as school"]);
  return query.where("id", "in", charges).where("debtor", "is", null).execute();
}

/** Of these charges, those that a payer of the register owes, with its contact. */
export async function owedByPayers(tx: Tx, charges: readonly string[]): Promise<(Contact & { readonly id: string })[]> {
  if (charges.length === 0) return [];
  const { rows } = await sql<Contact & { id: string }>`
    select c.id, p.id as payer, c.establishment_id as school, p.name, p.contact, p.email, p.address
    from charge c join payer p on c.debtor = 'payer:' || p.id
    where c.id = any(${[...charges]}::uuid[])`.execute(tx);
  return rows;
}

type Contact = {
  readonly payer: string;
  readonly school: string;
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly address: string;
};

/** Of these debtors, the payers of the register, with their contact. */
export async function payersReached(
  tx: Tx,
  debtors: readonly string[],
): Promise<(Contact & { readonly debtor: string })[]> {
  const ids = debtors.filter((one) => one.startsWith("payer:")).map((one) => one.slice("payer:".length));
  if (ids.length === 0) return [];
  const { rows } = await sql<Contact & { debtor: string }>`
    select 'payer:' || id as debtor, id as payer, establishment_id as school, name, contact, email, address
    from payer where id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** The latest charge of each of these debtors, if any. */
export async function latestCharges(tx: Tx, debtors: readonly string[]): Promise<Map<string, string>> {
  if (debtors.length === 0) return new Map();
  const { rows } = await sql<{ debtor: string; charge: string }>`
    select d.debtor, c.id as charge from unnest(${[...debtors]}::text[]) d(debtor)
    cross join lateral (select id from charge where case when charge.debtor is null then charge.about else charge.debtor end = d.debtor
      order by charged_on desc, id desc limit 1) c`.execute(tx);
  return new Map(rows.map(({ debtor, charge }) => [debtor, charge]));
}

/** By charge; without those that have no account. */
export async function debtorsOf(tx: Tx, charges: readonly string[]): Promise<Map<string, Debtor>> {
  if (charges.length === 0) return new Map();
  const { rows } = await sql<Debtor & { charge: string }>`
    select charge, school, reader, address, name, language
    from charge_debtors(array[${sql.join(charges.map((id) => sql`${id}::uuid`))}])`.execute(tx);
  return new Map(rows.map(({ charge, ...debtor }) => [charge, debtor]));
}

export type Place = { readonly dueOn: Day; readonly id: string };

export type OwedCharge = Omit<Charge, "lines" | "chargedOn"> & Pick<ChargeState, "state" | "paid" | "balance">;

const LISTED = {
  owed: sql<boolean>`balance > 0`,
  suspended: sql<boolean>`suspended`,
  "over-paid": sql<boolean>`balance < 0`,
} as const;

/** Charges to pay, or to refund, oldest due first, after a cursor. */
export async function listCharges(
  tx: Tx,
  which: "owed" | "suspended" | "over-paid",
  after: Place | undefined,
  limit: number,
): Promise<OwedCharge[]> {
  // The page first, by its index alone; joins are made for those few rows only.
  const page = tx
    .selectFrom("charge_state")
    .select(["id", "due_on", "state", "paid", "balance", "suspended"])
    .where(LISTED[which])
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
      "charge.called",
      "charge.debtor",
      "charge.debtor_name as debtorName",
      "charge.total",
      "charge.reference",
      "s.due_on as dueOn",
      "s.suspended",
      "s.state",
      "s.paid",
      "s.balance",
    ])
    .orderBy("s.due_on")
    .orderBy("s.id");
  return (await listed.execute()) as OwedCharge[];
}

export async function hasCharges(tx: Tx, debtor: string): Promise<boolean> {
  const { rows } = await sql`select from charge where debtor = ${debtor} limit 1`.execute(tx);
  return rows.length > 0;
}

/** All charges of a debtor, latest first, with what was paid. */
export async function chargesOf(tx: Tx, debtor: string): Promise<(Charge & Omit<ChargeState, "dueOn">)[]> {
  const query = chargesFrom(tx)
    .select(["s.state", "s.paid", "s.waived", "s.refunded", "s.written_off as writtenOff", "s.balance"])
    .where("charge.debtor", "=", debtor)
    .orderBy("charge.charged_on", "desc")
    .orderBy("charge.id", "desc");
  return (await query.execute()) as (Charge & Omit<ChargeState, "dueOn">)[];
}

/** `toGiveBack`: paid too much of charges, and paid for no charge. */
export async function chargeTotals(
  tx: Tx,
  today: Day,
): Promise<{ owed: number; count: number; late: number; suspended: number; toGiveBack: number }> {
  // Each half uses its own covering index.
  const { rows } = await sql<{ owed: number; count: number; late: number; suspended: number; toGiveBack: number }>`
    select o.owed, o.count, o.late, w.suspended, b.back as "toGiveBack"
    from (
      select coalesce(sum(balance), 0)::bigint as owed, count(*)::integer as count,
        coalesce(sum(balance) filter (where due_on < ${today}::date and not suspended), 0)::bigint as late
      from charge_state where balance > 0
    ) o, (select count(*)::integer as suspended from charge_state where suspended) w, (
      select coalesce(-sum(balance), 0)::bigint
        + (select coalesce(sum(unnamed), 0)::bigint from debtor_state where unnamed > 0) as back
      from charge_state where balance < 0
    ) b`.execute(tx);
  return rows[0]!;
}

/** By reference, whatever the balance. */
export async function chargesByReference(tx: Tx, references: readonly string[]): Promise<OwedCharge[]> {
  if (references.length === 0) return [];
  const query = owedFrom(tx).where("charge.reference", "in", [...new Set(references)]);
  return (await query.execute()) as OwedCharge[];
}

function owedFrom(tx: Tx) {
  return tx
    .selectFrom("charge")
    .innerJoin("charge_state as s", (on) => on.onRef("s.id", "=", "charge.id"))
    .select(["charge.id", "charge.about", "charge.called", "charge.debtor", "charge.debtor_name as debtorName"])
    .select(["charge.total", "charge.reference", "s.due_on as dueOn", "s.suspended", "s.state", "s.paid", "s.balance"]);
}

/** The charges about these subjects, settled or not, latest first. */
export async function chargesOfSubjects(
  tx: Tx,
  about: readonly string[],
): Promise<(OwedCharge & { readonly chargedOn: Day })[]> {
  if (about.length === 0) return [];
  const query = owedFrom(tx).select("charge.charged_on as chargedOn").where("charge.about", "in", about);
  const rows = await query.orderBy("charge.charged_on", "desc").orderBy("charge.id", "desc").execute();
  return rows as (OwedCharge & { readonly chargedOn: Day })[];
}

/** A search: a receipt number, a subject's public number, or parts of a name. */
export type Sought = { readonly receipt: string } | { readonly called: string } | { readonly parts: readonly string[] };

/** Settled or not; those with something to pay first, then by latest charge. */
export async function chargesSought(tx: Tx, sought: Sought, limit: number): Promise<OwedCharge[]> {
  const matching =
    "called" in sought
      ? owedFrom(tx).where("charge.called", "=", sought.called)
      : owedFrom(tx).where(
          "charge.id",
          "in",
          "receipt" in sought
            ? sql<string>`(select charge from payment where number = ${sought.receipt})`
            : sql<string>`(select id from charges_named(
                current_setting('livret.establishment'), ${sql.val([...sought.parts])}::text[]))`,
        );
  const sorted = matching
    .orderBy(sql`s.balance > 0`, "desc")
    .orderBy("charge.charged_on", "desc")
    .orderBy("charge.id", "desc")
    .limit(limit);
  return (await sorted.execute()) as OwedCharge[];
}
