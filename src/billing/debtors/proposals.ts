/** The SQL of money that two people decide on: given back, or given up. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import { touch } from "../../act/waiting.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { TO_GIVE } from "./made.ts";
import { debtorsName, type GivenBackBy, type Means } from "../charges/movements/store.ts";

type WriteOff = "rounding" | "bad-debt";

type Of =
  /** What a payment has to spare is given back. */
  | {
      readonly kind: "refund";
      readonly payment: string;
      readonly means: Exclude<GivenBackBy, "online">;
      readonly charge: null;
    }
  /** What was paid online of a charge that an invoice asks is given back to what it was paid with. */
  | { readonly kind: "refund"; readonly payment: string; readonly means: "online"; readonly charge: string }
  /** What was paid of a charge that an invoice asks is given back. */
  | {
      readonly kind: "refund";
      readonly payment: null;
      readonly means: Exclude<Means, "online">;
      readonly charge: string;
    }
  /** What a charge has open is given up. */
  | { readonly kind: WriteOff; readonly charge: string; readonly payment: null; readonly means: null };

export type Proposal = Of & {
  readonly id: string;
  readonly debtor: string;
  readonly amount: number;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
};
/** `agreed`: the second person's answer; null until it is given. */
export type FoundProposal = Proposal & {
  readonly agreed: boolean | null;
  readonly name: string | null;
  /** Of the payment, where there is one. */
  readonly receipt: string | null;
  /** Of the charge, where there is one. */
  readonly reference: string | null;
  /** The day on which the money left, as somebody noted it, and who. */
  readonly madeOn: Day | null;
  readonly madeBy: string | null;
  /** Agreed to, and neither noted as sent nor shown by the bank. */
  readonly toSend: boolean;
};

export async function insertProposal(tx: Tx, { on, by, ...proposal }: Proposal): Promise<void> {
  await keep(tx, "money_proposal", { ...proposal, asked_on: on, asked_by: by });
  touch(tx, "proposal", [proposal.id]);
  touch(tx, "debtor", [proposal.debtor]);
  if (proposal.charge !== null) touch(tx, "charge", [proposal.charge]);
}

export async function insertAnswer(
  tx: Tx,
  answer: {
    readonly id: string;
    readonly debtor: string;
    readonly charge: string | null;
    readonly agreed: boolean;
    readonly reason: string | null;
    readonly on: Day;
    readonly by: string;
  },
): Promise<void> {
  const { on, by, debtor, charge, ...row } = answer;
  await keep(tx, "money_answer", { ...row, answered_on: on, answered_by: by });
  touch(tx, "proposal", [answer.id]);
  touch(tx, TO_GIVE, [answer.id]);
  touch(tx, "debtor", [debtor]);
  if (charge !== null) touch(tx, "charge", [charge]);
}

function proposalsWhere(tx: Tx, where: ReturnType<typeof sql>) {
  return sql<FoundProposal>`
    select q.id, q.kind, q.debtor, q.charge, q.payment, q.amount, q.means, q.reason, q.asked_on as "on", q.asked_by as "by", a.agreed,
      ${debtorsName(sql`q.debtor`)} as name, p.number as receipt, c.reference, to_char(m.made_on, 'YYYY-MM-DD') as "madeOn", m.noted_by as "madeBy",
      exists (select from waiting w where w.chain = 'money-to-give:' || q.id and w.key = 'giveAgreed') as "toSend"
    from money_proposal q left join money_answer a on a.id = q.id left join money_made m on m.id = q.id
    left join payment p on p.id = q.payment left join charge c on c.id = q.charge
    where ${where}`.execute(tx);
}

export async function findProposal(tx: Tx, id: string): Promise<FoundProposal | undefined> {
  return (await proposalsWhere(tx, sql`q.id = ${id}::uuid`)).rows[0];
}

export async function proposalsOf(tx: Tx, debtor: string): Promise<FoundProposal[]> {
  return (await proposalsWhere(tx, sql`q.debtor = ${debtor} order by q.asked_on desc, q.id desc`)).rows;
}

/** Not answered yet, the oldest first. */
export async function openProposals(tx: Tx, limit: number): Promise<FoundProposal[]> {
  const open = sql`not exists (select from money_answer o where o.id = q.id) order by q.asked_on, q.id limit ${limit}`;
  return (await proposalsWhere(tx, open)).rows;
}

export async function countOpenProposals(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from money_proposal q where not exists (select from money_answer a where a.id = q.id)`.execute(
    tx,
  );
  return rows[0]!.count;
}

/** What was asked for of a payment, or of a charge, and not answered. */
export async function askedOf(tx: Tx, { payment, charge }: Pick<Of, "payment" | "charge">): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(q.amount), 0)::integer as amount from money_proposal q
    where (q.payment = ${payment}::uuid or q.charge = ${charge}::uuid)
      and not exists (select from money_answer a where a.id = q.id)`.execute(tx);
  return rows[0]!.amount;
}
