/** What was invoiced to a person for their contract, as the ledger has it today: read, never written here. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Nature } from "../decisions/schedule/rule.ts";
import type { Billed, Documents } from "./rules/schedule.ts";
import { contractChain } from "./rules/facts.ts";

type Row = {
  readonly number: string;
  readonly kind: "invoice" | "credit";
  readonly nature: Nature;
  readonly of: string | null;
  readonly on: Day;
  readonly due: Day;
  readonly amount: number;
  readonly paid: number;
  readonly suspended: boolean;
};

/** Of one kind of payer: the documents that the decision on the schedule is given, and each invoice with what of it is paid. */
export async function billedTo(
  tx: Tx,
  { dossier, source }: { readonly dossier: string; readonly source: string },
): Promise<Documents & { readonly billed: readonly Billed[] }> {
  const { rows } = await sql<Row>`
    select i.number, i.kind, i.nature, o.number as of, to_char(i.issued_on, 'YYYY-MM-DD') as "on",
      to_char(s.due_on, 'YYYY-MM-DD') as due, p.amount, s.paid - s.refunded as paid, s.suspended
    from (select invoice, sum(amount)::integer as amount from invoice_part where about = ${contractChain(dossier)} group by invoice) p
      join invoice i on i.id = p.invoice join charge_state s on s.id = i.charge left join invoice o on o.id = i.of
    where i.source = ${source} order by i.issued_at, i.id`.execute(tx);
  const invoices = rows.filter(({ kind }) => kind === "invoice");
  const credited = (number: string) => rows.reduce((sum, { of, amount }) => sum + (of === number ? amount : 0), 0);
  const billed = invoices.map(({ number, on, due, amount, paid, suspended }): Billed => {
    return { number, on, due, amount: amount - credited(number), paid: Math.max(0, paid), suspended };
  });
  return {
    issued: rows.map(({ number, kind, on, amount, nature, of }) => ({
      number,
      kind,
      on,
      amount,
      ...(kind === "invoice" ? { nature } : { of: of! }),
    })),
    paid: billed.reduce((sum, { paid }) => sum + paid, 0),
    billed,
  };
}
