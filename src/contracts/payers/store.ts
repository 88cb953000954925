/** The SQL of what one payer of the register pays for: read alone. */
import { sql } from "kysely";
import { payerChain } from "../../billing/payers/acts.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { BilledPart } from "../rules/paid-parts.ts";

/** Whose contract ever named it, by name: nobody else is billed to it. */
export async function paidBy(
  tx: Tx,
  payer: string,
  limit: number,
): Promise<readonly { readonly dossier: string; readonly name: string }[]> {
  const { rows } = await sql<{ dossier: string; name: string }>`
    select d.id as dossier, coalesce(s.name, d.number) as name
    from contracts_paid(current_setting('livret.establishment'), ${payer}::uuid) paid join dossier d on d.id = paid.id join dossier_state s on s.id = d.id
    order by lower(coalesce(s.name, d.number)), d.id limit ${limit}`.execute(tx);
  return rows;
}

/** Whether the contract of anybody names it today, of whoever is in training, or accepted a place and is to begin. */
export async function paysForSomebody(tx: Tx, payer: string): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`
    select exists (
      select from contracts_paid(current_setting('livret.establishment'), ${payer}::uuid) paid
        join contract_state s on s.id = paid.id join admission_state a on a.id = paid.id left join enrolment e on e.dossier = paid.id
        cross join lateral (
          select f.details from contract_fact f where f.dossier = paid.id and f.kind in ('shares', 'carried')
          order by f.place desc limit 1) said
      where s.state <> 'withdrawn' and said.details -> 'shares' @> jsonb_build_array(jsonb_build_object('payer', ${payer}::text))
        and case when e.id is null then a.state = 'accepted' else e.state in ('in-training', 'interrupted', 'deferred') end) as runs`.execute(
    tx,
  );
  return rows[0]!.runs;
}

/** It owes something, or the school owes it. */
export async function hasOpenBalance(tx: Tx, payer: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (
      select from charge c join charge_state s on s.id = c.id
      where case when c.debtor is null then c.about else c.debtor end = ${payerChain(payer)} and s.balance <> 0) as open`.execute(
    tx,
  );
  return rows[0]!.open;
}

type Charged = { readonly paid: number; readonly parts: readonly BilledPart[] };

/** What was invoiced to it for these contracts, by charge: each part less its credits, and what of the whole is paid. */
export async function billedParts(tx: Tx, payer: string, abouts: readonly string[]): Promise<readonly Charged[]> {
  const { rows } = await sql<Charged>`
    with asked as (
      select distinct p.charge from invoice_part p join charge c on c.id = p.charge
      where p.about = any(${[...abouts]}::text[]) and c.debtor = ${`payer:${payer}`}),
    parts as (
      select p.charge, p.about, sum(case when i.kind = 'credit' then -p.amount else p.amount end)::integer as net
      from asked join invoice_part p on p.charge = asked.charge join invoice i on i.id = p.invoice group by p.charge, p.about)
    select s.paid - s.refunded as paid, jsonb_agg(jsonb_build_object('about', p.about, 'net', p.net) order by p.about) as parts
    from parts p join charge_state s on s.id = p.charge group by s.id, s.paid, s.refunded order by s.id`.execute(tx);
  return rows;
}

/** Numbers of what was issued to it between two days, in order. */
export async function issuedBetween(
  tx: Tx,
  payer: string,
  { from, to, limit }: { readonly from: Day; readonly to: Day; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`
    select i.number from invoice i join charge c on c.id = i.charge
    where c.debtor = ${`payer:${payer}`} and i.issued_on between ${from}::date and ${to}::date
    order by i.issued_on, i.id limit ${limit}`.execute(tx);
  return rows.map(({ number }) => number);
}

/** Codes of the certificates that an invoice names, in its order; those in force. */
export async function certificatesNamed(tx: Tx, number: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string; attached: string[] }>`
    select distinct q.code, i.document -> 'attached' as attached
    from invoice i join invoice_part p on p.invoice = i.id
      join enrolment e on e.dossier = case when p.about like 'contract:%' then substr(p.about, 10)::uuid end
      join issued_paper q on q.about = 'enrolment:' || e.id and q.replaced_by is null and q.withdrawn_at is null
    where i.number = ${number} order by q.code`.execute(tx);
  const at = (code: string, attached: readonly string[]) => attached.findIndex((one) => one.endsWith(` ${code}`));
  return rows
    .map(({ code, attached }) => ({ code, place: at(code, attached) }))
    .filter(({ place }) => place >= 0)
    .toSorted((a, b) => a.place - b.place)
    .map(({ code }) => code);
}
