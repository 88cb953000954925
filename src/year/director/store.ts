/** The SQL of the director's year: who reached which step, hours by cohort and unit, days ahead, what waits and what was asked for. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { CHOSEN } from "../../intake/intake.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Reached, Step } from "./rules/steps.ts";

export type OpenedIntake = {
  readonly id: string;
  readonly diploma: string;
  readonly label: Label;
  readonly opensOn: Day;
};

/** The latest opened first. */
export async function openedIntakes(tx: Tx, zone: string, limit: number): Promise<readonly OpenedIntake[]> {
  const { rows } = await sql<OpenedIntake>`
    select id, diploma, settings -> 'label' as label, to_char(opens_at at time zone ${zone}, 'YYYY-MM-DD') as "opensOn"
    from intake where state <> 'preparing' and ${sql.raw(CHOSEN)} and opens_at is not null order by opens_at desc, id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/**
 * The moment at which each person of an intake reached each step. A place was offered by the commission's list, by a call from the waiting
 * list or after an appeal; where a commission closed and called somebody at once, their standing alone says it.
 */
const momentsIn = (zone: string) => sql`
  d.started_at as begun,
  (select min(s.submitted_at) from submission s where s.dossier = d.id) as handed_in,
  f.eligible,
  (select min(i.begins_at) from interview i where i.dossier = d.id and i.state = 'agreed') as heard,
  least(
    f.offered,
    (select s.changed_at from admission_state s where s.id = d.id and s.state in ('offered', 'accepted', 'deferred', 'lapsed'))
  ) as offered,
  f.accepted,
  e.enrolled_at as enrolled,
  (select min(r.notified_on)::timestamp at time zone ${zone} from standing_result r
    where r.enrolment = e.id and r.outcome = 'diploma') as graduated`;

/** The people of an intake, each with what admission and training say of them, read once. */
const peopleOf = (intake: string) => sql`
  dossier d left join enrolment e on e.dossier = d.id cross join lateral (
    select min(f.at) filter (where f.kind = 'eligibility' and f.details ->> 'outcome' = 'eligible') as eligible,
      min(f.at) filter (where f.kind in ('offered', 'reoffered', 'accepted')
        or (f.kind = 'listed' and f.details ->> 'decision' = 'admitted')
        or (f.kind = 'appeal-answered' and f.details ->> 'offers' = 'place')) as offered,
      min(f.at) filter (where f.kind = 'accepted') as accepted
    from admission_fact f where f.dossier = d.id) f
  where d.intake = ${intake}::uuid`;

export type Counted = Reached & { readonly carried: number };

/** How many of an intake reached each step by a moment; who was in training before is in none, and counted apart. */
export async function reachedOf(
  tx: Tx,
  { intake, until, zone }: { readonly intake: string; readonly until: Date; readonly zone: string },
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    with reached as (select d.entered, ${momentsIn(zone)} from ${peopleOf(intake)})
    select (count(*) filter (where entered = 'carried'))::integer as carried,
      (count(*) filter (where entered <> 'carried' and begun <= ${until}))::integer as begun,
      (count(*) filter (where entered <> 'carried' and handed_in <= ${until}))::integer as "handedIn",
      (count(*) filter (where entered <> 'carried' and eligible <= ${until}))::integer as eligible,
      (count(*) filter (where entered <> 'carried' and heard <= ${until}))::integer as heard,
      (count(*) filter (where entered <> 'carried' and offered <= ${until}))::integer as offered,
      (count(*) filter (where entered <> 'carried' and accepted <= ${until}))::integer as accepted,
      (count(*) filter (where entered <> 'carried' and enrolled <= ${until}))::integer as enrolled,
      (count(*) filter (where entered <> 'carried' and graduated <= ${until}))::integer as graduated
    from reached`.execute(tx);
  return rows[0]!;
}

export type Person = {
  readonly dossier: string;
  readonly number: string;
  readonly name: string | null;
  readonly on: Day;
};

const COLUMN = {
  begun: "begun",
  handedIn: "handed_in",
  eligible: "eligible",
  heard: "heard",
  offered: "offered",
  accepted: "accepted",
  enrolled: "enrolled",
  graduated: "graduated",
} as const satisfies Record<Step, string>;

type Asked = { readonly intake: string; readonly step: Step; readonly until: Date; readonly zone: string };

/** Who reached a step by a moment, and on which day. */
export async function whoReached(
  tx: Tx,
  { intake, step, until, zone }: Asked,
  limit: number,
): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    with reached as (select d.id, d.number, d.entered, ${momentsIn(zone)} from ${peopleOf(intake)})
    select r.id as dossier, r.number, s.name, to_char(r.${sql.ref(COLUMN[step])} at time zone ${zone}, 'YYYY-MM-DD') as "on"
    from reached r left join dossier_state s on s.id = r.id
    where r.entered <> 'carried' and r.${sql.ref(COLUMN[step])} <= ${until}
    order by s.name, r.id limit ${limit}`.execute(tx);
  return rows;
}

export type UnitHours = {
  readonly cohort: string;
  readonly unit: string;
  readonly due: number;
  readonly held: number;
  /** Held, and no trainer has signed a list of it. */
  readonly unsigned: number;
  /** Past, and neither is attendance noted nor a list signed. */
  readonly unnoted: number;
  readonly planned: number;
  /** For a part of the cohort: in no other figure. */
  readonly apart: number;
};

/** Minutes, of cohorts that have not ended: every unit of the maquette, and every unit of a lesson. */
export async function hoursByUnit(tx: Tx, today: Day): Promise<readonly UnitHours[]> {
  const { rows } = await sql<UnitHours>`
    with there as (select id, maquette from cohort where ends_on >= ${today}::date),
    asked as (select t.id as cohort, one.unit, 60 * one.hours::numeric as due from there t cross join lateral jsonb_each_text(t.maquette) as one (unit, hours)),
    given as (select l.cohort, l.unit, l.on_day < ${today}::date as past, l.meant is not null or l.study_group is not null as apart,
        extract(epoch from l.to_time::time - l.from_time::time) / 60 as minutes,
        exists (select from attendance_list a where a.lesson = l.id) as signed, exists (select from attendance a where a.lesson = l.id) as noted
      from there t join lesson l on l.cohort = t.id where l.cancelled_why is null),
    both_ as (select cohort, unit, due, 0 as held, 0 as unsigned, 0 as unnoted, 0 as planned, 0 as apart from asked
      union all select cohort, unit, 0, case when past and not apart and (signed or noted) then minutes else 0 end,
        case when past and not apart and noted and not signed then minutes else 0 end,
        case when past and not apart and not noted and not signed then minutes else 0 end,
        case when not past and not apart then minutes else 0 end, case when apart then minutes else 0 end from given)
    select cohort, unit, coalesce(sum(due), 0)::integer as due, coalesce(sum(held), 0)::integer as held,
      coalesce(sum(unsigned), 0)::integer as unsigned, coalesce(sum(unnoted), 0)::integer as unnoted, coalesce(sum(planned), 0)::integer as planned, coalesce(sum(apart), 0)::integer as apart
    from both_ group by cohort, unit order by cohort, unit`.execute(tx);
  return rows;
}

export type CohortThere = {
  readonly id: string;
  readonly name: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

/** Those that have not ended, the latest start first. */
export async function cohortsThere(tx: Tx, today: Day): Promise<readonly CohortThere[]> {
  const { rows } = await sql<CohortThere>`
    select id, name, diploma, law_version as "lawVersion", to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_on, 'YYYY-MM-DD') as "endsOn"
    from cohort where ends_on >= ${today}::date order by starts_on desc, id`.execute(tx);
  return rows;
}

export type LessonRow = {
  readonly id: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly apart: boolean;
  readonly signed: boolean;
  readonly noted: boolean;
};

/** The lessons of a unit that count, and those for a part of the cohort. */
export async function lessonsOfUnit(
  tx: Tx,
  { cohort, unit }: { readonly cohort: string; readonly unit: string },
  limit: number,
): Promise<readonly LessonRow[]> {
  const { rows } = await sql<LessonRow>`
    select l.id, to_char(l.on_day, 'YYYY-MM-DD') as "on", l.from_time as "from", l.to_time as "to",
      (extract(epoch from l.to_time::time - l.from_time::time) / 60)::integer as minutes,
      (l.meant is not null or l.study_group is not null) as apart,
      exists (select from attendance_list a where a.lesson = l.id) as signed, exists (select from attendance a where a.lesson = l.id) as noted
    from lesson l where l.cohort = ${cohort}::uuid and l.unit = ${unit} and l.cancelled_why is null
    order by l.on_day, l.from_time, l.id limit ${limit}`.execute(tx);
  return rows;
}

export const DEADLINES = [
  "intake-closes",
  "cohort-starts",
  "cohort-ends",
  "exam-receives",
  "jury",
  "registration-ends",
] as const;
export type Deadline = {
  readonly kind: (typeof DEADLINES)[number];
  /** Of the intake, the cohort or the session of exams; the key of a diploma. */
  readonly id: string;
  readonly on: Day;
  readonly name: Label;
};

/** Those to which people are or were let in here. */
export async function diplomasOffered(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ diploma: string }>`
    select diploma from intake union select diploma from cohort order by diploma`.execute(tx);
  return rows.map(({ diploma }) => diploma);
}

type Days = { readonly from: Day; readonly until: Day; readonly zone: string };

/** The days of the school that are set by somebody: both ends included. */
export async function deadlinesIn(tx: Tx, { from, until, zone }: Days): Promise<readonly Deadline[]> {
  const { rows } = await sql<Deadline>`
    select kind, id, to_char(on_day, 'YYYY-MM-DD') as "on", name from (
      select 'intake-closes' as kind, id, (closes_at at time zone ${zone})::date as on_day, settings -> 'label' as name
        from intake where state = 'open' and closes_at is not null
      union all select 'cohort-starts', id, starts_on, jsonb_build_object('fr', name, 'en', name) from cohort
      union all select 'cohort-ends', id, ends_on, jsonb_build_object('fr', name, 'en', name) from cohort
      union all select 'exam-receives', id, receives_by, jsonb_build_object('fr', name, 'en', name) from exam_session
      union all select 'jury', s.id, j.on_day, jsonb_build_object('fr', s.name, 'en', s.name)
        from jury j join exam_session s on s.id = j.session where j.closed_at is null
    ) d where on_day between ${from}::date and ${until}::date order by on_day, kind, id`.execute(tx);
  return rows;
}

export type WaitingKind = {
  readonly key: string;
  /** The permission of those for whom it waits. */
  readonly permission: string;
  readonly late: number;
  readonly soon: number;
  /** The earliest day by which one of them is or was due. */
  readonly first: Day;
  /** Of that one, for its words. */
  readonly facts: Readonly<Record<string, number | string | null>>;
  /** Past their day too, and back in «À faire» on a day to come, such as a sum that was reminded of. */
  readonly resting: number;
  readonly backOn: Day | null;
};

type Waited = { readonly permissions: readonly string[]; readonly today: Day; readonly until: Day };

/** What waits for somebody of the school, by kind: late today, due by a later day, and late and coming back on one. */
export async function waitingKinds(tx: Tx, { permissions, today, until }: Waited): Promise<readonly WaitingKind[]> {
  const who = permissions.map((one) => `may:${one}`);
  const { rows } = await sql<WaitingKind>`
    select w.key, substr(w.who, 5) as permission,
      (count(*) filter (where w.due_on < ${today}::date and w.from_on <= ${today}::date))::integer as late,
      (count(*) filter (where w.due_on >= ${today}::date))::integer as soon, to_char(min(w.due_on), 'YYYY-MM-DD') as first,
      (array_agg(w.facts order by w.from_on > ${today}::date, w.due_on, w.id))[1] as facts,
      (count(*) filter (where w.from_on > ${today}::date))::integer as resting,
      to_char(min(w.from_on) filter (where w.from_on > ${today}::date), 'YYYY-MM-DD') as "backOn"
    from waiting w where w.who = any(${who}::text[]) and w.due_on <= ${until}::date
      and (w.from_on <= ${today}::date or (w.due_on < ${today}::date and w.facts ? 'sent'))
      and w.until_on > ${today}::date and ${isNotPutOff(today)}
    group by w.key, w.who order by min(w.due_on), w.key, w.who`.execute(tx);
  return rows;
}

/** As «À faire» has it: what is put off to a later day is not late. */
const isNotPutOff = (today: Day) => sql`coalesce(w.put_off_until, ${today}::date) <= ${today}::date`;

/** `mine`: of those that are late, the ones in the reader’s own «À faire». */
export type WaitingTotals = { readonly late: number; readonly soon: number; readonly mine: number };

/** Lines as «À faire» counts them: what waits for two roles is one. */
export async function waitingTotals(
  tx: Tx,
  { permissions, mine, me, today, until }: Waited & { readonly mine: readonly string[]; readonly me: string },
): Promise<WaitingTotals> {
  const who = permissions.map((one) => `may:${one}`);
  const own = mine.map((one) => `may:${one}`);
  const { rows } = await sql<WaitingTotals>`
    select (count(*) filter (where late))::integer as late, (count(*) filter (where not late))::integer as soon,
      (count(*) filter (where late and mine))::integer as mine
    from (
      select bool_or(w.due_on < ${today}::date) as late, bool_or(w.who = ${me}
        or (w.who = any(${own}::text[]) and w.person is distinct from ${me} and ${me} <> all(w.except_for))) as mine
      from waiting w where w.who = any(${[...who, me]}::text[]) and w.due_on <= ${until}::date
        and w.from_on <= ${today}::date and w.until_on > ${today}::date and ${isNotPutOff(today)}
      group by w.chain, w.key, w.part) line`.execute(tx);
  return rows[0]!;
}

export type DueKind = {
  readonly key: string;
  readonly permission: string;
  readonly on: Day;
  readonly count: number;
  readonly facts: WaitingKind["facts"];
};

type Due = { readonly permissions: readonly string[]; readonly me: string; readonly today: Day } & Pick<
  Days,
  "from" | "until"
>;

/** What the reader may do of what is due between two days, both included, by day and kind. */
export async function dueKinds(
  tx: Tx,
  { permissions, me, today, from, until }: Due,
  limit: number,
): Promise<readonly DueKind[]> {
  const who = permissions.map((one) => `may:${one}`);
  const { rows } = await sql<DueKind>`
    select w.key, substr(w.who, 5) as permission, to_char(w.due_on, 'YYYY-MM-DD') as "on", count(*)::integer as count,
      (array_agg(w.facts order by w.id))[1] as facts
    from waiting w where w.who = any(${who}::text[]) and w.due_on between ${from}::date and ${until}::date
      and w.from_on <= ${today}::date and w.until_on > ${today}::date and ${me} <> all(w.except_for)
    group by w.key, w.who, w.due_on order by w.due_on, w.key, w.who limit ${limit}`.execute(tx);
  return rows;
}

export type KindCount = Omit<DueKind, "on"> & {
  /** Since when the first of them waits. */
  readonly since: Day;
  readonly first: Day | null;
};

type Kinds = Omit<Due, "from" | "until"> & { readonly keys: readonly string[] };

/** What waits of some kinds for those with a permission of the reader. */
export async function countedKinds(tx: Tx, { keys, permissions, me, today }: Kinds): Promise<readonly KindCount[]> {
  const who = permissions.map((one) => `may:${one}`);
  const { rows } = await sql<KindCount>`
    select w.key, substr(w.who, 5) as permission, count(*)::integer as count, to_char(min(w.from_on), 'YYYY-MM-DD') as since,
      to_char(min(w.due_on), 'YYYY-MM-DD') as first, (array_agg(w.facts order by w.due_on, w.id))[1] as facts
    from waiting w where w.key = any(${[...keys]}::text[]) and w.who = any(${who}::text[])
      and w.from_on <= ${today}::date and w.until_on > ${today}::date and ${me} <> all(w.except_for)
    group by w.key, w.who order by min(w.from_on), w.key, w.who`.execute(tx);
  return rows;
}

export type MoneyMonth = { readonly month: string; readonly charged: number; readonly received: number };

/** What was asked for and what came in, by month, in cents; a payment that went back is not counted. */
export async function moneyMonths(
  tx: Tx,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<readonly MoneyMonth[]> {
  const { rows } = await sql<MoneyMonth>`
    select to_char(day, 'YYYY-MM') as month, sum(charged)::bigint as charged, sum(received)::bigint as received from (
      select charged_on as day, total as charged, 0 as received from charge where charged_on between ${from}::date and ${until}::date
      union all select paid_on, 0, amount from payment p where paid_on between ${from}::date and ${until}::date
        and not exists (select from payment_reversal r where r.id = p.id)
    ) moved group by 1 order by month`.execute(tx);
  return rows;
}
