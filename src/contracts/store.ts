/** The SQL of contracts: their facts, which are only ever added, and where each stands by them. */
import { sql } from "kysely";
import { keep } from "../act/keep.ts";
import { mailboxKey } from "../kit/mail-address.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { newId } from "../kit/id.ts";
import { json } from "../kit/sql.ts";
import type { Kept } from "./rules/contract.ts";
import { type ContractFact, contractChain, type ContractState, type DetailsOf, type FactKind } from "./rules/facts.ts";

type Noted = ContractFact & { readonly dossier: string; readonly by: string; readonly at: Date };

/** In the order in which they were noted. */
export async function factsOf(tx: Tx, dossiers: readonly string[]): Promise<readonly Noted[]> {
  const { rows } = await sql<{
    id: string;
    dossier: string;
    kind: FactKind;
    on: Day;
    details: unknown;
    by: string;
    at: Date;
  }>`
    select id, dossier, kind, to_char(on_day, 'YYYY-MM-DD') as "on", details, made_by as by, made_at as at
    from contract_fact where dossier = any(${[...dossiers]}::uuid[]) order by dossier, place, id`.execute(tx);
  return rows as unknown as Noted[];
}

export type NewFact<K extends FactKind> = {
  readonly dossier: string;
  readonly kind: K;
  readonly on: Day;
  readonly details: DetailsOf[K];
  readonly by: string;
  readonly at: Date;
};

/** In the contract's chain, which the act has locked. */
export async function insertFact<K extends FactKind>(
  tx: Tx,
  { dossier, kind, on, details, by, at }: NewFact<K>,
): Promise<string> {
  const id = newId();
  const place = sql<number>`(select count(*) + 1 from contract_fact f where f.dossier = ${dossier}::uuid)`;
  const row = { id, dossier, place, kind, on_day: on, details: json(details), made_by: by, made_at: at };
  await keep(tx, "contract_fact", row, { of: contractChain(dossier) });
  return id;
}

export async function putState(tx: Tx, dossier: string, kept: Kept, at: Date): Promise<void> {
  const { state, relief, papers, toHand } = kept;
  await sql`
    insert into contract_state (id, state, relief, papers, to_hand, changed_at)
    values (${dossier}::uuid, ${state}, ${relief}::uuid, ${json(papers)}, ${[...toHand]}::text[], ${at})
    on conflict (establishment_id, id) do update set state = excluded.state, relief = excluded.relief, papers = excluded.papers,
      to_hand = excluded.to_hand, changed_at = excluded.changed_at`.execute(tx);
}

export type KeptState = Kept & { readonly id: string };

const STATE = sql`id, state, relief, papers, to_hand as "toHand"`;

/** For the doctor's check. */
export async function allStates(tx: Tx): Promise<readonly KeptState[]> {
  return (await sql<KeptState>`select ${STATE} from contract_state order by id`.execute(tx)).rows;
}

/** Who a contract is made with: somebody who has, or had, a place. */
export type Person = {
  readonly dossier: string;
  /** Null of a person without an account. */
  readonly account: string | null;
  readonly number: string;
  readonly intake: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly name: string;
  /** Whether the place is accepted today. */
  readonly accepted: boolean;
  readonly enrolment: string | null;
  readonly enrolledIn: string | null;
};

export async function personOf(tx: Tx, dossier: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select d.id as dossier, d.account, d.number, i.id as intake, i.diploma, i.law_version as "lawVersion",
      coalesce(s.name, d.number) as name, a.state = 'accepted' as accepted, e.id as enrolment, e.cohort as "enrolledIn"
    from admission_state a join dossier d on d.id = a.id join intake i on i.id = a.intake
      join dossier_state s on s.id = a.id left join enrolment e on e.dossier = a.id
    where a.id = ${dossier}::uuid`.execute(tx);
  return rows[0];
}

/** Whether somebody reads this mailbox, by any address that the school ever wrote to them at: nobody signs for who pays for them. */
export async function isMailboxOf(
  tx: Tx,
  { dossier, account }: Pick<Person, "dossier" | "account">,
  address: string,
): Promise<boolean> {
  const { rows } = await sql<{ address: string }>`
    select address from dossier where id = ${dossier}::uuid and address is not null
    union select c.address from account_contact(${account}::uuid) c
    union select to_address from mail where to_address is not null and reader = ${`account:${account}`}
    union select to_address from mail where to_address is not null and reader is null and about = ${`dossier:${dossier}`}`.execute(
    tx,
  );
  return rows.some((one) => mailboxKey(one.address) === mailboxKey(address));
}

/** The first lesson of a cohort that takes place, if any is planned. */
export async function firstLesson(tx: Tx, cohort: string): Promise<Day | undefined> {
  const { rows } = await sql<{ on: Day }>`
    select to_char(on_day, 'YYYY-MM-DD') as "on" from lesson
    where cohort = ${cohort}::uuid and cancelled_why is null order by on_day, id limit 1`.execute(tx);
  return rows[0]?.on;
}

/** Names of the register, by id; those no longer proposed too. */
export async function payerNames(tx: Tx, payers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (payers.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from payer where id = any(${[...payers]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Of these, those in use. */
export async function payersInUse(tx: Tx, payers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from payer where id = any(${[...payers]}::uuid[]) and closed_at is null`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** As many as a list shows at once; any other is found on the page of payers. */
const SHOWN = 500;

/** Those in use, by name. */
export async function registeredPayers(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from payer where closed_at is null order by lower(name), id limit ${SHOWN}`.execute(tx);
  return rows;
}

/**
 * Of whom it was said who pays, after a dossier; without those in training by a contract that holds at today's price, of whom each payer was
 * asked for exactly its share: nothing can be proposed for them, and in a school of many years they are nearly all. What was given up counts
 * as asked.
 */
export async function contractsAfter(tx: Tx, after: string | undefined, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from contract_state s
    where (${after ?? null}::uuid is null or s.id > ${after ?? null}::uuid) and not exists (
      select from enrolment e
        cross join lateral (
          select f.details from contract_fact f where f.dossier = s.id and f.kind in ('shares', 'carried')
          order by f.place desc limit 1) said
      where e.dossier = s.id and e.state = 'in-training' and s.state = 'concluded'
        and s.relief = (select a.id from admission_fact a where a.dossier = s.id and a.kind = 'relief' order by a.place desc limit 1)
        and not exists (select from contract_fact r where r.dossier = s.id and r.kind = 'renounced')
        and not said.details ? 'thirds' and not said.details ? 'billed'
        and not exists (
          select from (
            select one ->> 'source' as source, (one ->> 'amount')::integer as amount
            from jsonb_array_elements(said.details -> 'shares') one
            union all
            select i.source, case when i.kind = 'invoice' then -p.amount when i.document ? 'remitted' then 0 else p.amount end
            from invoice_part p join invoice i on i.id = p.invoice where p.about = 'contract:' || s.id) sums
          group by source having sum(amount) <> 0))
    order by s.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

type Unshared = {
  readonly dossier: string;
  readonly number: string;
  readonly name: string;
  readonly diploma: string;
  readonly version: string;
  /** The price by the last decision on hours; null where the rules gave none. */
  readonly quoted: Readonly<Record<string, unknown>> | null;
};

/** In training, or through with it, and nobody said who pays: nothing can be asked for them; by name. Who never began owes nothing. */
export async function unsharedInTraining(tx: Tx, limit: number): Promise<readonly Unshared[]> {
  const { rows } = await sql<Unshared>`
    select e.dossier, d.number, e.name, i.diploma, i.law_version as version,
      (select f.details -> 'quote' -> 'answer' from admission_fact f where f.dossier = e.dossier and f.kind = 'relief'
        order by f.place desc limit 1) as quoted
    from enrolment e join dossier d on d.id = e.dossier join intake i on i.id = d.intake
      left join contract_state s on s.id = e.dossier
    where e.state <> 'withdrawn' and (s.id is null or s.state = 'unsaid')
    order by e.name, e.id limit ${limit}`.execute(tx);
  return rows;
}

/** In a cohort that has no periods, of whom it is said who pays: how many, and what of their prices was never invoiced, here or before. */
export async function withoutPeriods(tx: Tx): Promise<{ readonly people: number; readonly amount: number }> {
  const { rows } = await sql<{ people: number; amount: number }>`
    select count(*)::integer as people, coalesce(sum(own.left), 0)::bigint as amount
    from cohort c join enrolment e on e.cohort = c.id join contract_state s on s.id = e.dossier
      cross join lateral (
        select (f.details ->> 'price')::integer
          - coalesce((select sum((b ->> 'invoiced')::integer) from jsonb_array_elements(f.details -> 'billed') b), 0)
          - coalesce((select sum(case when i.kind = 'credit' then -p.amount else p.amount end)
              from invoice_part p join invoice i on i.id = p.invoice where p.about = 'contract:' || s.id), 0) as left
        from contract_fact f where f.dossier = s.id and f.kind in ('shares', 'carried') order by f.place desc limit 1) own
    where not exists (select from cohort_plan p where p.cohort = c.id) and s.state in ('to-conclude', 'concluded')
      and e.state <> 'withdrawn' and own.left > 0`.execute(tx);
  return rows[0]!;
}

/** The kinds of payers that were invoiced for this person, whoever pays today. */
export async function billedSources(tx: Tx, dossier: string): Promise<readonly string[]> {
  const { rows } = await sql<{ source: string }>`
    select distinct i.source from invoice_part p join invoice i on i.id = p.invoice
    where p.about = ${contractChain(dossier)}`.execute(tx);
  return rows.map(({ source }) => source).toSorted();
}

type ToEnrol = {
  readonly dossier: string;
  readonly account: string | null;
  readonly diploma: string;
  readonly number: string;
  readonly name: string;
  readonly state: ContractState | null;
  /** The cohort that the office chose. */
  readonly cohort: string | null;
};

/** A page of those with an accepted place, of one diploma or of all, who are not enrolled: the concluded first, then by name. */
export async function toEnrol(
  tx: Tx,
  {
    diploma = null,
    limit,
    after = 0,
  }: { readonly diploma?: string | null; readonly limit: number; readonly after?: number },
): Promise<readonly ToEnrol[]> {
  const { rows } = await sql<ToEnrol>`
    select d.id as dossier, d.account, i.diploma, d.number, coalesce(s.name, d.number) as name, c.state,
      (select f.details ->> 'cohort' from contract_fact f where f.dossier = d.id and f.kind = 'cohort'
        order by f.place desc limit 1) as cohort
    from admission_state a join dossier d on d.id = a.id join dossier_state s on s.id = a.id
      join intake i on i.id = a.intake left join contract_state c on c.id = a.id
    where a.state = 'accepted' and (${diploma}::text is null or i.diploma = ${diploma}::text)
      and not exists (select from enrolment e where e.dossier = a.id)
    order by coalesce(c.state = 'concluded', false) desc, name, d.id limit ${limit} offset ${after}`.execute(tx);
  return rows;
}

/** How many accepted and are not enrolled, and of how many the contract is concluded. */
export async function countToEnrol(tx: Tx): Promise<{ readonly all: number; readonly ready: number }> {
  const { rows } = await sql<{ all: number; ready: number }>`
    select count(*)::integer as "all", (count(*) filter (where c.state = 'concluded'))::integer as ready
    from admission_state a left join contract_state c on c.id = a.id
    where a.state = 'accepted' and not exists (select from enrolment e where e.dossier = a.id)`.execute(tx);
  return rows[0]!;
}
