/**
 * For whom a payer pays, as far as its link shows them: those whose convention it was sent, whom it agreed to pay for, or for whom it was
 * invoiced. Who was only named as an employer's trainee is shown to nobody before the office sends the convention.
 */
import { sql } from "kysely";
import type { Performing } from "../../act/act.ts";
import { payerChain } from "../../billing/payers/acts.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Money } from "../../law/money.ts";
import { contractOf } from "../contract.ts";
import { type Contract, paperEndedOn } from "../rules/contract.ts";
import { contractChain } from "../rules/facts.ts";
import { paidBy } from "../payers/store.ts";
import { type Person, personOf } from "../store.ts";

/** As many as one page shows. */
const MOST = 300;
const PREFIX = contractChain("");

/** The people that an invoice to this payer names. */
async function billedFor(tx: Tx, payer: string): Promise<readonly string[]> {
  const { rows } = await sql<{ about: string }>`
    select distinct p.about from charge c join invoice i on i.charge = c.id join invoice_part p on p.invoice = i.id
    where case when c.debtor is null then c.about else c.debtor end = ${payerChain(payer)} and p.about like 'contract:%' order by p.about limit ${MOST}`.execute(
    tx,
  );
  return rows.map(({ about }) => about.slice(PREFIX.length));
}

type Share = Contract["shares"][number];
export type PaidFor = {
  readonly person: Person;
  readonly money: Money;
  readonly contract: Contract;
  /** This payer's, and no other's. */
  readonly shares: readonly Share[];
  /** Since when its conventions have no object. */
  readonly ended: Day | null;
};
type Context = Pick<Performing<unknown>, "tx" | "law">;

async function paidFor({ tx, law: lawOf }: Context, payer: string, dossier: string): Promise<PaidFor | undefined> {
  const person = await personOf(tx, dossier);
  const money = person && lawOf(person.diploma, { version: person.lawVersion })?.establishment.money;
  const read = person && money ? await contractOf(tx, dossier, money) : undefined;
  if (!person || !money || !read?.contract) return undefined;
  const { contract } = read;
  const shares = contract.shares.filter((share) => share.payer === payer);
  return { person, money, contract, shares, ended: paperEndedOn(read, false) };
}

const isKnown = ({ sent, signed, answer, signedOn }: Share) =>
  sent !== null || signed !== null || answer !== null || signedOn !== null;

/** By name. */
export async function allPaidFor(context: Context, payer: string): Promise<readonly PaidFor[]> {
  const { tx } = context;
  const billed = await billedFor(tx, payer);
  const found: PaidFor[] = [];
  for (const { dossier } of await paidBy(tx, payer, MOST)) {
    const one = await paidFor(context, payer, dossier);
    if (one && (one.shares.some(isKnown) || billed.includes(dossier))) found.push(one);
  }
  return found;
}
