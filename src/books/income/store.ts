/** The SQL of what was sold, and is lowered, until a day: summed up where nothing of it depends on the day. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { DOWN_PAYMENT, NATURE } from "../facts/store.ts";
import { netOf, type Sold, type SoldPart } from "../rules/cutoff.ts";
import type { Sale } from "../rules/facts.ts";

type Asked = {
  readonly on: Day;
  /** The first day on which anything may still be booked: what is dated before, and is not booked, is booked on it. */
  readonly firstOpen: Day;
};

/** What was sold and what lowers it, each on the day on which it is booked. `document`: the invoice or credit. */
const SOLD = ({ firstOpen }: Pick<Asked, "firstOpen">) => sql`
  select f.fact, f.charge, f.document, f.net, coalesce(b.booked_on, greatest(f."on", ${firstOpen}::date)) as "on" from (
    select 'charge:' || c.id as fact, c.id as charge, i.id as document, c.total - coalesce(i.tax, 0) as net, c.charged_on as "on"
    from charge c left join invoice i on i.charge = c.id and i.kind = 'invoice'
    union all
    select 'waiver:' || w.id, w.charge, i.id, coalesce(i.tax, 0) - w.amount, w.waived_on from waiver w left join invoice i on i.waiver = w.id
    union all
    select 'waiver-reversal:' || v.id, w.charge, i.id, w.amount - coalesce(i.tax, 0), greatest(v.reversed_on, w.waived_on)
    from waiver_reversal v join waiver w on w.id = v.id left join invoice i on i.waiver = w.id where v.charged is null) f
  left join (select fact, min(booked_on) as booked_on from books_entry group by fact) b on b.fact = f.fact`;

const AHEAD = sql`coalesce(i.nature = 'training' and i.document ->> 'type' = ${DOWN_PAYMENT}, false)`;

type Row = {
  readonly nature: Sale["nature"];
  readonly source: string | null;
  readonly ahead: boolean;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly on: Day;
  readonly net: number;
};

/** Booked until a day. An invoice whose period the day cuts stands alone, since each is rounded by itself. */
export async function soldUntil(tx: Tx, { on, firstOpen }: Asked): Promise<Sold[]> {
  const { rows } = await sql<Row>`
    select ${NATURE} as nature, i.source, ${AHEAD} as ahead, i.period_from as "from", i.period_to as "to", min(s."on") as "on", sum(s.net)::integer as net
    from (${SOLD({ firstOpen })}) s join charge c on c.id = s.charge left join invoice i on i.charge = c.id and i.kind = 'invoice'
    where s."on" <= ${on}::date
    group by 1, 2, 3, 4, 5, case when i.period_from <= ${on}::date and i.period_to > ${on}::date then s.fact end
    order by 1, 2, 3, 4, 5, min(s.fact)`.execute(tx);
  return rows.map(soldOf);
}

type PartRow = Row & {
  readonly source: string;
  readonly from: Day;
  readonly to: Day;
  readonly about: string;
  readonly amount: number;
  readonly gross: number;
};

/**
 * Of training: what is booked after a day and began by then; and all that was invoiced of those named, whatever the day. Their names are looked
 * up in a hash: `= any` would compare each part with each of them.
 */
export async function soldParts(
  tx: Tx,
  { on, firstOpen, of }: Asked & { readonly of: readonly string[] },
): Promise<SoldPart[]> {
  const { rows } = await sql<PartRow>`
    select p.about, case when d.kind = 'credit' then 0 - p.amount else p.amount end as amount, d.gross, d.net, i.nature, i.source, false as ahead, i.period_from as "from", i.period_to as "to", s."on"
    from (${SOLD({ firstOpen })}) s join invoice d on d.id = s.document join invoice_part p on p.invoice = d.id
      join invoice i on i.charge = s.charge and i.kind = 'invoice'
    where s.fact not like 'waiver-reversal:%' and i.nature = 'training' and i.period_from <= ${on}::date
      and (s."on" > ${on}::date or p.about in (select unnest(${[...of]}::text[])))
    order by s.fact, p.id`.execute(tx);
  return rows.map(({ about, amount, gross, ...row }) => ({
    ...soldOf({ ...row, net: netOf(amount, { net: row.net, gross }) }),
    about,
  }));
}

function soldOf({ nature, source, ahead, from, to, on, net }: Row): Sold {
  return { sale: { nature, source, ahead, period: from === null || to === null ? null : { from, to } }, on, net };
}
