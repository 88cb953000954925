/** The SQL of cohorts and enrolments. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Basis } from "../../law/law.ts";
import { change, keep } from "../../act/keep.ts";
import type { EnrolmentState } from "../rules/enrolment.ts";
import type { Fact } from "../rules/following.ts";
import type { CohortPeriod } from "../rules/periods.ts";

export type Cohort = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Hours by unit, on the day it was opened. */
  readonly maquette: Readonly<Record<string, number>>;
  readonly basis: Basis;
};

const COHORT = sql`id, diploma, law_version as "lawVersion", name, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
  to_char(ends_on, 'YYYY-MM-DD') as "endsOn", maquette, basis`;

/** Latest start first. */
export async function allCohorts(tx: Tx): Promise<readonly (Cohort & { readonly people: number })[]> {
  const { rows } = await sql<Cohort & { people: number }>`
    select ${COHORT}, (select count(*)::int from enrolment e where e.cohort = cohort.id) as people
    from cohort order by starts_on desc, lower(name), id`.execute(tx);
  return rows;
}

export async function findCohort(tx: Tx, id: string): Promise<Cohort | undefined> {
  return (await sql<Cohort>`select ${COHORT} from cohort where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function cohortNamed(tx: Tx, diploma: string, name: string): Promise<boolean> {
  const same = await sql`select 1 from cohort where diploma = ${diploma} and lower(name) = lower(${name})`.execute(tx);
  return same.rows.length > 0;
}

export async function insertCohort(
  tx: Tx,
  { id, diploma, lawVersion, name, startsOn, endsOn, maquette, basis, by, at }: Cohort & By,
): Promise<void> {
  const days = { starts_on: startsOn, ends_on: endsOn };
  const law = { diploma, law_version: lawVersion, maquette: JSON.stringify(maquette), basis: JSON.stringify(basis) };
  await keep(tx, "cohort", { id, name, ...days, ...law, opened_by: by, opened_at: at });
}
type By = { readonly by: string; readonly at: Date };

export type PartnerTrack = { readonly university: string; readonly title: string; readonly holds: string };

export async function insertPartnerTrack(
  tx: Tx,
  {
    id,
    cohort,
    university,
    title,
    holds,
    by,
    at,
  }: PartnerTrack & By & { readonly id: string; readonly cohort: string },
): Promise<void> {
  const track = { university, title, holds };
  await keep(tx, "partner_track", { id, cohort, ...track, recorded_by: by, recorded_at: at });
}

/** The most recent. */
export async function partnerTrackOf(tx: Tx, cohort: string): Promise<PartnerTrack | undefined> {
  const query = tx.selectFrom("partner_track").select(["university", "title", "holds"]).where("cohort", "=", cohort);
  return query.orderBy("recorded_at", "desc").orderBy("id", "desc").executeTakeFirst();
}

export type CohortPlan = {
  readonly version: number;
  /** A campus of the school's file. */
  readonly campus: string;
  readonly periods: readonly CohortPeriod[];
  readonly plannedAt: Date;
};

export async function insertPlan(
  tx: Tx,
  plan: Omit<CohortPlan, "plannedAt"> & By & { readonly id: string; readonly cohort: string },
): Promise<void> {
  const { id, cohort, version, campus, periods, by, at } = plan;
  const row = { id, cohort, version, campus, periods: JSON.stringify(periods) };
  await keep(tx, "cohort_plan", { ...row, planned_by: by, planned_at: at });
}

/** The last, which counts. */
export async function planOf(tx: Tx, cohort: string): Promise<CohortPlan | undefined> {
  const { rows } = await sql<CohortPlan>`
    select version, campus, periods, planned_at as "plannedAt" from cohort_plan
    where cohort = ${cohort}::uuid order by version desc limit 1`.execute(tx);
  return rows[0];
}

export type Enrolment = {
  readonly id: string;
  readonly dossier: string;
  /** Null of a trainee without an account. */
  readonly account: string | null;
  readonly number: string;
  readonly cohort: string;
  readonly name: string;
  /** Null of a trainee enrolled before their contract was concluded. */
  readonly contractOn: Day | null;
  /** The day on which all that is owed before was handed over; null where it was not. */
  readonly givenOn: Day | null;
  /** From which the training is counted: the day of the contract or of the enrolment, whichever comes first. */
  readonly since: Day;
  readonly state: EnrolmentState;
};

/** `number`: of their dossier; it tells namesakes apart. */
const ENROLMENT = sql`id, (select d.number from dossier d where d.id = enrolment.dossier) as number, dossier, account, cohort, name, to_char(contract_on, 'YYYY-MM-DD') as "contractOn",
  to_char(given_on, 'YYYY-MM-DD') as "givenOn",
  to_char(least(contract_on, enrolled_at::date), 'YYYY-MM-DD') as since, state`;

export async function findEnrolment(tx: Tx, id: string): Promise<Enrolment | undefined> {
  return (await sql<Enrolment>`select ${ENROLMENT} from enrolment where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function enrolmentOfDossier(tx: Tx, dossier: string): Promise<Enrolment | undefined> {
  return (await sql<Enrolment>`select ${ENROLMENT} from enrolment where dossier = ${dossier}::uuid`.execute(tx))
    .rows[0];
}

/** Of these dossiers, those that are enrolled. */
export async function enrolledAmong(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ dossier: string }>`
    select dossier from enrolment where dossier = any (${[...dossiers]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ dossier }) => dossier));
}

/** The enrolments from these dossiers, each with the name of its cohort. */
type EnrolledOf = {
  readonly id: string;
  readonly dossier: string;
  readonly state: EnrolmentState;
  /** The name of the cohort. */
  readonly cohort: string;
  readonly enrolledAt: Date;
};

export async function enrolmentsAmong(tx: Tx, dossiers: readonly string[]): Promise<readonly EnrolledOf[]> {
  const query = tx.selectFrom("enrolment as e").innerJoin("cohort as c", "c.id", "e.cohort");
  const rows = await query
    .select(["e.id", "e.dossier", "e.state", "c.name as cohort", "e.enrolled_at as enrolledAt"])
    .where("e.dossier", "in", dossiers)
    .execute();
  return rows as EnrolledOf[];
}

/** Enrolments without an account whose dossier has since been taken into one, and when. */
export async function takenOver(tx: Tx, limit: number) {
  const { rows } = await sql<{ enrolment: string; account: string; at: Date }>`
    select e.id as enrolment, d.account, coalesce(max(f.at), e.enrolled_at) as at
    from enrolment e join dossier d on d.id = e.dossier
      left join dossier_fact f on f.dossier = d.id and f.kind = 'taken-over'
    where e.account is null and d.account is not null
    group by e.id, d.account, e.enrolled_at order by at, e.id limit ${limit}`.execute(tx);
  return rows;
}

export async function putAccount(tx: Tx, enrolment: string, account: string): Promise<void> {
  await change(tx, "enrolment", enrolment, { account });
}

/** Enrolments under another name than their dossier has since a change, and when that was. */
export async function renamed(tx: Tx, since: Date, limit: number) {
  const { rows } = await sql<{ enrolment: string; at: Date }>`
    select e.id as enrolment, max(f.at) as at
    from dossier_fact f join enrolment e on e.dossier = f.dossier join dossier_state s on s.id = f.dossier
    where f.kind in ('contact-changed', 'identity-accepted') and f.at > ${since} and s.name <> e.name
    group by e.id order by at, e.id limit ${limit}`.execute(tx);
  return rows;
}

export async function nameInDossier(tx: Tx, enrolment: string): Promise<string | undefined> {
  const query = tx.selectFrom("enrolment as e").innerJoin("dossier_state as s", "s.id", "e.dossier").select("s.name");
  return (await query.where("e.id", "=", enrolment).executeTakeFirst())?.name ?? undefined;
}

export async function putName(tx: Tx, enrolment: string, name: string): Promise<void> {
  await change(tx, "enrolment", enrolment, { name });
}

/** By name. */
export async function enrolmentsIn(tx: Tx, cohort: string): Promise<readonly Enrolment[]> {
  const { rows } = await sql<Enrolment>`
    select ${ENROLMENT} from enrolment where cohort = ${cohort}::uuid order by name, id`.execute(tx);
  return rows;
}

/** Of a cohort, those who were in training before the school used this service. */
export async function carriedIn(tx: Tx, cohort: string): Promise<ReadonlySet<string>> {
  const carried = tx.selectFrom("enrolment as e").innerJoin("dossier as d", "d.id", "e.dossier").select("e.id");
  const rows = await carried.where("e.cohort", "=", cohort).where("d.entered", "=", "carried").execute();
  return new Set(rows.map(({ id }) => id));
}

/** For the doctor's check. */
export async function allEnrolments(tx: Tx): Promise<readonly Enrolment[]> {
  return (await sql<Enrolment>`select ${ENROLMENT} from enrolment order by id`.execute(tx)).rows;
}

/** Latest first. */
export async function enrolmentsOf(tx: Tx, account: string): Promise<readonly Enrolment[]> {
  const { rows } = await sql<Enrolment>`
    select ${ENROLMENT} from enrolment where account = ${account}::uuid order by least(contract_on, enrolled_at::date) desc, id desc`.execute(
    tx,
  );
  return rows;
}

export async function insertEnrolment(
  tx: Tx,
  enrolment: Omit<Enrolment, "state" | "number" | "since"> & By,
  whose: { readonly of?: string } = {},
): Promise<void> {
  const { id, dossier, account, cohort, name, contractOn, givenOn, by, at } = enrolment;
  const days = { contract_on: contractOn, given_on: givenOn };
  await keep(tx, "enrolment", { id, dossier, account, cohort, name, ...days, enrolled_by: by, enrolled_at: at }, whose);
}

type Grounds = { readonly reason: string; readonly paper?: string | null; readonly destination?: string | null };
type NewFact = Fact & By & Grounds & { readonly id: string; readonly enrolment: string };

/** Also stores the enrolment's new state. */
export async function insertEnrolmentFact(
  tx: Tx,
  { id, enrolment, kind, on, cohort, leftCohort, reason, paper, destination, by, at }: NewFact,
  { number, state }: { readonly number: number; readonly state: EnrolmentState },
): Promise<void> {
  const fact = { kind, on_day: on, cohort, left_cohort: leftCohort, reason, entered_by: by, entered_at: at };
  const of = `enrolment:${enrolment}`;
  await keep(tx, "enrolment_fact", { id, enrolment, number, ...fact, paper, destination }, { of });
  await change(tx, "enrolment", enrolment, { state, ...(cohort !== null && { cohort }) }, { of });
}

export type KeptFact = Fact & Required<Grounds> & { readonly enrolment: string };

/** In the order in which they happened. */
export async function factsOf(tx: Tx, enrolments: readonly string[]): Promise<readonly KeptFact[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<KeptFact>`
    select enrolment, kind, to_char(on_day, 'YYYY-MM-DD') as on, cohort, left_cohort as "leftCohort", reason,
      paper, destination
    from enrolment_fact
    where enrolment = any(${[...enrolments]}::uuid[]) order by enrolment, number`.execute(tx);
  return rows;
}
