/** The SQL of what is to be invoiced of each contract, as it was looked at last. */
import { sql } from "kysely";
import { keepingSql } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { contractChain } from "../rules/facts.ts";

/**
 * How many facts there are of all that a proposal comes from, of contract `s` and enrolment `e`, with the attendance until a day. Before the
 * enrolment any cohort may be the one that is meant.
 */
const seenUntil = (until: string) => `concat_ws('/',
    (select count(*) from contract_fact f where f.dossier = s.id),
    (select count(*) from admission_fact f where f.dossier = s.id),
    (select count(*) from invoice_part p where p.about = 'contract:' || s.id),
    (select count(*) from enrolment_fact f where f.enrolment = e.id),
    e.cohort,
    case when e.id is null then (select count(*) from cohort) end,
    (select count(*) from cohort_plan p where e.id is null or p.cohort = e.cohort),
    case when ${until} is not null then (
      select concat_ws('.', count(*), sum(l.version), count(x.id)) from attendance a join lesson l on l.id = a.lesson
        left join attendance_list x on x.lesson = l.id
      where a.enrolment = e.id and l.on_day <= ${until}) end)`;

type Look = {
  readonly dossier: string;
  readonly today: Day;
  readonly hoursUntil: Day | null;
  readonly againOn: Day | null;
  readonly asks: number;
  readonly credits: number;
};

/** What was to be issued before and is not all issued has waited since then. */
export async function keepLook(tx: Tx, { dossier, today, hoursUntil, againOn, asks, credits }: Look): Promise<void> {
  await keepingSql(tx, "invoicing_look", KEEP, [dossier, hoursUntil, againOn, asks, credits, today], {
    of: contractChain(dossier),
  });
}

const KEEP = `
  insert into invoicing_look (id, looks, seen, hours_until, again_on, since, asks, credits)
  select s.id, 1, ${seenUntil("$2::date")}, $2::date, $3::date, case when $4::integer + $5::integer > 0 then $6::date end, $4::integer, $5::integer
  from contract_state s left join enrolment e on e.dossier = s.id where s.id = $1::uuid
  on conflict (establishment_id, id) do update set looks = invoicing_look.looks + 1, seen = excluded.seen,
    hours_until = excluded.hours_until, again_on = excluded.again_on,
    since = case when excluded.since is not null then coalesce(invoicing_look.since, excluded.since) end, asks = excluded.asks,
    credits = excluded.credits`;

/** Of those for whom something waits to be issued. */
export async function sumOfLooks(
  tx: Tx,
): Promise<{ readonly people: number; readonly asks: number; readonly credits: number }> {
  const { rows } = await sql<{ people: number; asks: number; credits: number }>`
    select count(*)::integer as people, coalesce(sum(asks), 0)::bigint as asks, coalesce(sum(credits), 0)::bigint as credits
    from invoicing_look where since is not null`.execute(tx);
  return rows[0]!;
}

/** Those never looked at, those whose day has come, and those with other facts than were seen. */
export async function toLookAt(
  tx: Tx,
  today: Day,
  limit: number,
): Promise<readonly { readonly dossier: string; readonly looks: number; readonly day: Day }[]> {
  const { rows } = await sql<{ dossier: string; looks: number; day: Day }>`
    select s.id as dossier, coalesce(k.looks, 0) as looks, to_char(least(k.again_on, ${today}::date), 'YYYY-MM-DD') as day
    from contract_state s join dossier d on d.id = s.id join admission_state a on a.id = s.id
      left join enrolment e on e.dossier = s.id left join invoicing_look k on k.id = s.id
    where k.id is null or k.again_on <= ${today}::date or k.seen <> ${sql.raw(seenUntil("k.hours_until"))}
    order by day, s.id limit ${limit}`.execute(tx);
  return rows;
}
