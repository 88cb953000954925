/** What was invoiced to a person for their contract, as the ledger has it today: read, never written here. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Days, Nature } from "../decisions/schedule/facts.ts";
import { type BilledPart, paidFor } from "./rules/paid-parts.ts";
import type { Billed, Documents } from "./rules/schedule.ts";
import { asStanding, type IssuedAs } from "./rules/remitted.ts";
import { type CarriedBill, carriedLine, carriedNumber, contractChain } from "./rules/facts.ts";

type Row = {
  readonly number: string;
  readonly kind: "invoice" | "credit";
  readonly nature: Nature;
  readonly of: string | null;
  readonly on: Day;
  readonly due: Day;
  readonly amount: number;
  /** Of the whole invoice. */
  readonly paid: number;
  readonly parts: readonly BilledPart[];
  readonly suspended: boolean;
  readonly remitted: boolean;
  /** The days of training that its line for this person bills. */
  readonly covers: Days | null;
};

/** Of one kind of payer: the documents that the decision on the schedule is given, and each invoice with what of it is paid. */
export async function billedTo(
  tx: Tx,
  { dossier, source }: { readonly dossier: string; readonly source: string },
): Promise<Documents & { readonly billed: readonly Billed[] }> {
  const { rows } = await sql<Row>`
    select i.number, i.kind, i.nature, o.number as of, to_char(i.issued_on, 'YYYY-MM-DD') as "on",
      to_char(s.due_on, 'YYYY-MM-DD') as due, p.amount, s.paid - s.refunded as paid, s.suspended,
      (select coalesce(jsonb_agg(jsonb_build_object('about', q.about, 'net', q.net) order by q.about), '[]') from (
        select x.about, sum(case when j.kind = 'credit' then -x.amount else x.amount end) as net
        from invoice_part x join invoice j on j.id = x.invoice where x.charge = i.charge group by x.about) q) as parts,
      coalesce((i.document ->> 'remitted')::boolean, false) as remitted,
      case when i.kind <> 'invoice' or i.nature <> 'training' then null
        when i.document -> 'lines' -> 0 ? 'covers' then (
          select l -> 'covers' from jsonb_array_elements(i.document -> 'lines') l
          where l ->> 'about' = ${contractChain(dossier)} and jsonb_typeof(l -> 'covers') = 'object'
          order by l -> 'covers' ->> 'to' desc, l -> 'covers' ->> 'from' limit 1)
        -- Of those issued before lines said their days: what was over then; a deposit is for days to come.
        when i.period_to < i.issued_on
          then jsonb_build_object('from', to_char(i.period_from, 'YYYY-MM-DD'), 'to', to_char(i.period_to, 'YYYY-MM-DD'))
      end as covers
    from (select invoice, sum(amount)::integer as amount from invoice_part where about = ${contractChain(dossier)} group by invoice) p
      join invoice i on i.id = p.invoice join charge_state s on s.id = i.charge left join invoice o on o.id = i.of
    where i.source = ${source} order by i.issued_at, i.id`.execute(tx);
  const before = await billedBefore(tx, { dossier, source });
  const invoices = rows.filter(({ kind }) => kind === "invoice");
  const credited = (number: string) => rows.reduce((sum, { of, amount }) => sum + (of === number ? amount : 0), 0);
  const billed = invoices.map(({ number, on, due, amount, paid, parts, suspended }): Billed => {
    const own = paidFor(parts, contractChain(dossier), Math.max(0, paid));
    return { number, on, due, amount: amount - credited(number), paid: own, suspended };
  });
  const all = before ? [before, ...billed] : billed;
  const carried = before ? [{ ...before, kind: "invoice" as const, nature: "training" as const }] : [];
  const documents = [
    ...carried.map(({ number, kind, on, amount, nature }) => ({ number, kind, on, amount, nature })),
    ...rows.map(({ number, kind, on, amount, nature, of, remitted, covers }): IssuedAs => {
      const document = { number, kind, on, amount };
      if (kind === "credit") return { ...document, of: of!, remitted };
      return { ...document, nature, ...(covers && { covers }) };
    }),
  ];
  return {
    ...asStanding(documents),
    paid: all.reduce((sum, { paid }) => sum + paid, 0),
    billed: all,
  };
}

type Before = Pick<CarriedBill, "invoiced" | "paid" | "until" | "number"> & {
  readonly since: number;
  readonly suspended: boolean;
};

/**
 * What was invoiced before the school used this service, as one document under the number that it had there: paid there, and since then by
 * the charge that the ledger took of the rest.
 */
export async function billedBefore(
  tx: Tx,
  { dossier, source }: { readonly dossier: string; readonly source: string },
): Promise<Billed | undefined> {
  const { rows } = await sql<Before>`
    select (one ->> 'invoiced')::integer as invoiced, (one ->> 'paid')::integer as paid, one ->> 'until' as until, one ->> 'number' as number,
      coalesce(s.paid - s.refunded, 0) as since, coalesce(s.suspended, false) as suspended
    from (select details -> 'billed' as billed from contract_fact
      where dossier = ${dossier}::uuid and kind = 'carried' order by place desc limit 1) f
      cross join lateral jsonb_array_elements(f.billed) one
      left join charge c on c.about = ${contractChain(dossier)} and c.lines -> 0 ->> 'key' = ${carriedLine(source)}
      left join charge_state s on s.id = c.id
    where one ->> 'source' = ${source}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { invoiced, paid, until, number, since, suspended } = row;
  const document = { number: carriedNumber({ number, until }), on: until, due: until, amount: invoiced };
  return { ...document, paid: paid + Math.max(0, since), suspended };
}
