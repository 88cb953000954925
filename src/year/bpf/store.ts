/** The SQL of the yearly declaration: the documents, trainers and people of a year, what was entered of it, and what was deposited. */
import { sql } from "kysely";
import { dropping, keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import { GIVEN_BACK } from "../../billing/rules/given-back.ts";
import type { BpfAnswer, TRAINERS } from "../../decisions/bpf/rule.ts";
import type { Day } from "../../kit/day.ts";
import { json } from "../../kit/sql.ts";
import type { Basis } from "../../law/law.ts";
import { latestOf } from "../../training/attendance/latest.ts";

export const bpfChain = (id: string) => `bpf:${id}`;

/** One entry or deposit at a time in a school. */
export async function lockBpf(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.bpf ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export type SoldDocument = {
  readonly document: string;
  readonly kind: "invoice" | "credit";
  readonly on: Day;
  /** Null of fees. */
  readonly source: string | null;
  readonly amount: number;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Of the invoice or credit; the reference of a fee. */
  readonly number: string;
  /** Null of what has no invoice. */
  readonly invoice: string | null;
  readonly charge: string;
  readonly name: string;
  readonly called: string;
};

/**
 * Of training and fees; neither indemnities, nor what is collected for others, nor what is left of invoices from before this service, nor what
 * was given back of a payment that bounced, asked for again.
 */
export async function soldDocuments(tx: Tx): Promise<SoldDocument[]> {
  const { rows } = await sql<SoldDocument>`
    with sold as (
      select c.id as charge, c.charged_on, c.total, c.reference, coalesce(c.debtor_name, '') as name, coalesce(c.called, '') as called,
        i.id as invoice, i.number, i.source, i.net, i.issued_on, i.period_from, i.period_to
      from charge c left join invoice i on i.charge = c.id and i.kind = 'invoice'
      where i.nature = 'training' or (i.id is null and coalesce(c.lines -> 0 ->> 'key', '') not like 'carried-%'
        and c.lines -> 0 ->> 'key' is distinct from ${GIVEN_BACK}))
    select 'charge:' || s.charge as document, 'invoice' as kind, to_char(coalesce(s.issued_on, s.charged_on), 'YYYY-MM-DD') as "on", s.source,
      coalesce(s.net, s.total) as amount, to_char(s.period_from, 'YYYY-MM-DD') as "from", to_char(s.period_to, 'YYYY-MM-DD') as "to",
      coalesce(s.number, s.reference) as number, s.number as invoice, s.charge, s.name, s.called
    from sold s
    union all
    select 'waiver:' || w.id, 'credit', to_char(w.waived_on, 'YYYY-MM-DD'), s.source, w.amount - coalesce(k.tax, 0),
      to_char(s.period_from, 'YYYY-MM-DD'), to_char(s.period_to, 'YYYY-MM-DD'), coalesce(k.number, s.reference), k.number, s.charge, s.name, s.called
    from waiver w join sold s on s.charge = w.charge left join invoice k on k.waiver = w.id
    union all
    select 'waiver-reversal:' || v.id, 'invoice', to_char(greatest(v.reversed_on, w.waived_on), 'YYYY-MM-DD'), s.source, w.amount - coalesce(k.tax, 0),
      to_char(s.period_from, 'YYYY-MM-DD'), to_char(s.period_to, 'YYYY-MM-DD'), coalesce(k.number, s.reference), k.number, s.charge, s.name, s.called
    from waiver_reversal v join waiver w on w.id = v.id join sold s on s.charge = w.charge left join invoice k on k.waiver = w.id
    where v.charged is null
    order by document`.execute(tx);
  return rows;
}

export type Trainer = { readonly trainer: string; readonly minutes: number };

/** Of the lessons that were not cancelled, between two days; each hour of each trainer once, whatever groups sat in it. */
export async function trainersBetween(tx: Tx, from: Day, to: Day): Promise<Trainer[]> {
  const { rows } = await sql<Trainer>`
    select trainer, sum(extract(epoch from to_time::time - from_time::time) / 60)::integer as minutes from (
      select distinct trainer, on_day, from_time, to_time from lesson
      where cancelled_why is null and on_day between ${from}::date and ${to}::date) l
    group by trainer order by trainer`.execute(tx);
  return rows;
}

export type Followed = {
  readonly enrolment: string;
  /** One human being: their account, where they have one. */
  readonly person: string;
  readonly name: string;
  readonly dossier: string;
  readonly number: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

/**
 * Whose cohort, the first that they were in, begins by a day, and whose last one ends from a day on, or who sat in a lesson from it on. Only of
 * those whose cohort ended before is the last lesson asked for: to be there in the year is all that the last day says.
 */
export async function followedBetween(tx: Tx, from: Day, to: Day): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    with late as (
      select distinct a.enrolment from lesson l join attendance a on a.lesson = l.id
      where l.on_day >= ${from}::date and a.status in ('present', 'part') and exists (select from cohort c where c.id = l.cohort and c.ends_on < l.on_day)
    ), known as (
      select e.id, c.id as cohort, c.starts_on, c.ends_on, c.diploma, c.law_version, e.account, e.name, e.dossier
      from enrolment e join cohort c on c.id = e.cohort
      where c.ends_on >= ${from}::date or e.id in (select enrolment from late)
    ), dated as (
      select k.*, least(k.starts_on, (select min(b.starts_on) from enrolment_fact f join cohort b on b.id = f.left_cohort where f.enrolment = k.id)) as begins,
        case when k.ends_on >= ${from}::date then k.ends_on else (select max(l.on_day) from attendance a join lesson l on l.id = a.lesson
          where a.enrolment = k.id and a.status in ('present', 'part')) end as ends
      from known k)
    select k.id as enrolment, coalesce(k.account, k.id)::text as person, k.name, k.dossier,
      coalesce((select d.number from dossier d where d.id = k.dossier), '') as number, k.diploma, k.law_version as "lawVersion",
      to_char(k.begins, 'YYYY-MM-DD') as "startsOn", to_char(k.ends, 'YYYY-MM-DD') as "endsOn"
    from dated k where k.begins <= ${to}::date and k.ends >= ${from}::date order by k.name, enrolment`.execute(tx);
  return rows;
}

type AttendedUnit = {
  readonly enrolment: string;
  readonly unit: string;
  readonly last: Day;
  readonly minutes: number;
};
type AttendedLesson = {
  readonly enrolment: string;
  readonly lesson: string;
  readonly unit: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly status: "present" | "part";
  readonly minutesMissed: number | null;
};
/**
 * Of the last record of each lesson of those days, attended and on a signed list, of lessons that took place and that no hours carried over
 * cover: by unit, but for the days of a person on which two were at the same time.
 */
export async function attendedBetween(
  tx: Tx,
  from: Day,
  to: Day,
): Promise<{ readonly sums: readonly AttendedUnit[]; readonly overlapping: readonly AttendedLesson[] }> {
  const { rows } = await sql<AttendedUnit & { readonly overlapping: AttendedLesson[] | null }>`
    with held as materialized (
      select id, unit, on_day, from_time, to_time from lesson
      where on_day between ${from}::date and ${to}::date and cancelled_why is null
    ), latest as materialized (
      select h.id as lesson, h.unit, h.on_day, h.from_time, h.to_time, a.enrolment, a.status, a.minutes_missed, a.countersigned
      from held h cross join lateral (${latestOf(sql`h.id`)}) a
    ), carried as materialized (select enrolment, max(until_on) as until_on from carried_hours group by enrolment),
    there as (
      select a.enrolment, a.lesson, a.status, a.minutes_missed, a.unit, a.on_day, a.from_time, a.to_time,
        (extract(epoch from a.to_time::time - a.from_time::time) / 60)::integer - coalesce(a.minutes_missed, 0) as minutes
      from latest a left join carried c on c.enrolment = a.enrolment
      where a.status in ('present', 'part') and a.countersigned and (c.until_on is null or a.on_day > c.until_on)
    ), beside as (
      select t.*, coalesce(from_time < max(to_time) over (partition by enrolment, on_day order by from_time, to_time, lesson
        rows between unbounded preceding and 1 preceding), false) as meets from there t
    ), days as (select b.*, bool_or(meets) over (partition by enrolment, on_day) as crowded from beside b)
    select enrolment, unit, to_char(max(on_day), 'YYYY-MM-DD') as last,
      coalesce(sum(minutes) filter (where not crowded), 0)::integer as minutes,
      jsonb_agg(jsonb_build_object('enrolment', enrolment, 'lesson', lesson, 'unit', unit, 'on', to_char(on_day, 'YYYY-MM-DD'),
        'from', from_time, 'to', to_time, 'status', status, 'minutesMissed', minutes_missed) order by on_day, from_time, lesson)
        filter (where crowded) as overlapping
    from days group by enrolment, unit order by enrolment, unit`.execute(tx);
  return { sums: rows, overlapping: rows.flatMap(({ overlapping }) => overlapping ?? []) };
}

/** Minutes of those people that were followed before the school kept its lessons here, and may be of these days or later: they have no day. */
export async function carriedInto(
  tx: Tx,
  enrolments: readonly string[],
  from: Day,
): Promise<{ readonly people: number; readonly minutes: number }> {
  const { rows } = await sql<{ people: number; minutes: number }>`
    select count(distinct enrolment)::integer as people, coalesce(sum(minutes), 0)::integer as minutes from carried_hours
    where enrolment = any(${[...enrolments]}::uuid[]) and until_on >= ${from}::date`.execute(tx);
  return rows[0]!;
}

export type Year = {
  readonly id: string;
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day | null;
};

const YEAR = sql`id, year, to_char(from_day, 'YYYY-MM-DD') as "from", to_char(to_day, 'YYYY-MM-DD') as "to", to_char(due_on, 'YYYY-MM-DD') as "dueOn"`;

export async function openedYear(tx: Tx, year: number): Promise<Year | undefined> {
  return (await sql<Year>`select ${YEAR} from bpf where year = ${year}`.execute(tx)).rows[0];
}

/** The latest first. */
export async function openedYears(tx: Tx): Promise<Year[]> {
  return (await sql<Year>`select ${YEAR} from bpf order by year desc, id`.execute(tx)).rows;
}

export async function insertYear(tx: Tx, { from, to, dueOn, at, ...one }: Year & { readonly at: Date }): Promise<void> {
  await keep(tx, "bpf", { ...one, from_day: from, to_day: to, due_on: dueOn, opened_at: at });
}

/** Whether anything of a year could be declared: somebody in training, or something asked. */
export async function wasActive(tx: Tx, from: Day, to: Day): Promise<boolean> {
  const { rows } = await sql<{ active: boolean }>`
    select exists (select from charge where charged_on between ${from}::date and ${to}::date)
      or exists (select from enrolment e join cohort c on c.id = e.cohort where c.starts_on <= ${to}::date and c.ends_on >= ${from}::date)
      as active`.execute(tx);
  return rows[0]!.active;
}

export type TrainerAs = (typeof TRAINERS)[number];
export type Entry = {
  readonly id: string;
  readonly bpf: string;
  readonly version: number;
  readonly charges: number;
  readonly trainerSalaries: number;
  readonly purchases: number;
  readonly otherTurnover: number;
  readonly distance: boolean;
  readonly publicBody: boolean;
  readonly naf: string;
  /** To another body; null of none. */
  readonly entrustedPeople: number | null;
  readonly entrustedHours: number | null;
  readonly trainers: Readonly<Record<string, TrainerAs>>;
  readonly enteredBy: string;
};

/** The latest version. */
export async function lastEntry(tx: Tx, year: number): Promise<(Entry & { readonly enteredAt: Date }) | undefined> {
  const { rows } = await sql<Entry & { readonly enteredAt: Date }>`
    select e.id, e.bpf, e.version, e.charges, e.trainer_salaries as "trainerSalaries", e.purchases, e.other_turnover as "otherTurnover",
      e.distance, e.public_body as "publicBody", e.naf, e.entrusted_people as "entrustedPeople", e.entrusted_hours as "entrustedHours", e.trainers, e.entered_by as "enteredBy", e.entered_at as "enteredAt"
    from bpf_entry e join bpf b on b.id = e.bpf where b.year = ${year} order by e.version desc, e.id limit 1`.execute(
    tx,
  );
  return rows[0];
}

export async function insertEntry(tx: Tx, entry: Entry & { readonly at: Date }): Promise<void> {
  const { id, bpf, version, charges, trainerSalaries, purchases, otherTurnover, distance, publicBody, naf } = entry;
  await keep(tx, "bpf_entry", {
    id,
    bpf,
    version,
    charges,
    trainer_salaries: trainerSalaries,
    purchases,
    other_turnover: otherTurnover,
    distance,
    public_body: publicBody,
    naf,
    entrusted_people: entry.entrustedPeople,
    entrusted_hours: entry.entrustedHours,
    trainers: json(entry.trainers),
    entered_by: entry.enteredBy,
    entered_at: entry.at,
  });
}

type Counted = {
  readonly document: string;
  readonly source: string;
  readonly amount: number;
  /** As it is called on paper. */
  readonly number: string;
};
type Frozen = Omit<BpfAnswer, "findings">;
export type Deposit = {
  readonly id: string;
  readonly bpf: string;
  readonly version: number;
  readonly depositedOn: Day;
  readonly receipt: string;
  readonly answer: Frozen;
  readonly basis: Basis;
  readonly inputHash: string;
  readonly counted: readonly Counted[];
  /** The numbers of those whose money could not be computed, as it was read and accepted: it stands in a later year. */
  readonly leftOut: readonly string[];
  readonly frozenHash: string;
  readonly depositedBy: string;
};
export type OfYear = Deposit & { readonly year: number };

const DEPOSIT = sql`d.id, d.bpf, d.version, to_char(d.deposited_on, 'YYYY-MM-DD') as "depositedOn", d.receipt, d.answer, d.basis,
  d.input_hash as "inputHash", d.counted, d.left_out as "leftOut", d.frozen_hash as "frozenHash", d.deposited_by as "depositedBy", b.year
  from bpf_deposit d join bpf b on b.id = d.bpf`;

/** Of one year, the latest version first. */
export async function depositsOf(tx: Tx, year: number): Promise<OfYear[]> {
  return (await sql<OfYear>`select ${DEPOSIT} where b.year = ${year} order by d.version desc, d.id`.execute(tx)).rows;
}

/** The one in force of each year before this one: a correction takes the place of what it corrects. */
export async function depositsBefore(tx: Tx, year: number): Promise<OfYear[]> {
  const { rows } = await sql<OfYear>`
    select distinct on (b.year) ${DEPOSIT} where b.year < ${year} order by b.year, d.version desc, d.id`.execute(tx);
  return rows;
}

/** The first year after this one that is deposited. */
export async function depositedAfter(tx: Tx, year: number): Promise<number | undefined> {
  const { rows } = await sql<{ year: number }>`
    select b.year from bpf_deposit d join bpf b on b.id = d.bpf where b.year > ${year} order by b.year, d.id limit 1`.execute(
    tx,
  );
  return rows[0]?.year;
}

/** By their numbers, such as those of whom money could not be computed. */
export async function dossiersNumbered(
  tx: Tx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly dossier: string; readonly name: string }>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; dossier: string; name: string }>`
    select d.number, d.id as dossier, coalesce(s.name, d.number) as name from dossier d left join dossier_state s on s.id = d.id
    where d.number = any(${[...numbers]}::text[]) order by d.id`.execute(tx);
  return new Map(rows.map(({ number, dossier, name }) => [number, { dossier, name }]));
}

/** Opened, and never deposited: what they would declare is in the deposit of a later year. */
export async function undepositedBefore(tx: Tx, year: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from bpf b where b.year < ${year} and not exists (select from bpf_deposit d where d.bpf = b.id) order by b.id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** For the doctor’s check. */
export async function allDeposits(tx: Tx): Promise<OfYear[]> {
  return (await sql<OfYear>`select ${DEPOSIT} order by d.id`.execute(tx)).rows;
}

export async function insertDeposit(
  tx: Tx,
  { answer, basis, counted, leftOut, at, ...one }: Deposit & { readonly at: Date },
): Promise<void> {
  const { id, bpf, version, depositedOn, receipt, inputHash, frozenHash, depositedBy } = one;
  await keep(tx, "bpf_deposit", {
    id,
    bpf,
    version,
    deposited_on: depositedOn,
    receipt,
    answer: json(answer),
    basis: json(basis),
    input_hash: inputHash,
    counted: json(counted),
    left_out: json(leftOut),
    frozen_hash: frozenHash,
    deposited_by: depositedBy,
    noted_at: at,
  });
}

type Old = { readonly id: string; readonly last: string };

/** The last day of a year, or of its deposits. */
export async function oldYears(
  tx: Tx,
  { before, only }: { readonly before: Day; readonly only?: string | undefined },
  limit: number,
): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select b.id, to_char(greatest(b.to_day, max(d.deposited_on)), 'YYYY-MM-DD') as last
    from bpf b left join bpf_deposit d on d.bpf = b.id
    where ${only ?? null}::uuid is null or b.id = ${only ?? null}::uuid
    group by b.id, b.to_day having greatest(b.to_day, max(d.deposited_on)) < ${before}::date
    order by last, b.id limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteYear(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "bpf_entry", tx.deleteFrom("bpf_entry").where("bpf", "=", id));
  await dropping(tx, "bpf_deposit", tx.deleteFrom("bpf_deposit").where("bpf", "=", id));
  await dropping(tx, "bpf", tx.deleteFrom("bpf").where("id", "=", id));
}
