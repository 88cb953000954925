/** The SQL of what one payer of the register pays for: read alone. */
import { sql } from "kysely";
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
