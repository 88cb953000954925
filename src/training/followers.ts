/** Present and former members of a cohort, with the facts and programme that decide which lessons they must follow. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { factsOf } from "./cohorts/store.ts";
import { membershipsOf } from "./study/kept.ts";
import { signedHours } from "./programmes/store.ts";
import { type Follower, type Meant, mustFollow } from "./rules/following.ts";

export type Member = Follower & { readonly name: string; readonly account: string | null; readonly number: string };

/** By name, with those who left it for another cohort. */
export async function membersOf(tx: Tx, cohort: string): Promise<readonly Member[]> {
  const { rows } = await sql<Row>`
    select id as enrolment, name, account, cohort, to_char(least(contract_on, enrolled_at::date), 'YYYY-MM-DD') as since,
      (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment
    where cohort = ${cohort}::uuid
      or id in (select enrolment from enrolment_fact where left_cohort = ${cohort}::uuid)
    order by name, id`.execute(tx);
  return known(tx, rows);
}

type WithCohorts = Member & {
  /** Present and former. */
  readonly cohorts: readonly string[];
};

/** One trainee. */
export async function memberOf(tx: Tx, enrolment: string): Promise<WithCohorts | undefined> {
  return (await membersAmong(tx, [enrolment])).get(enrolment);
}

/** By enrolment. */
export async function membersAmong(tx: Tx, enrolments: readonly string[]): Promise<ReadonlyMap<string, WithCohorts>> {
  const { rows } = await sql<Row>`
    select id as enrolment, name, account, cohort, to_char(least(contract_on, enrolled_at::date), 'YYYY-MM-DD') as since,
      (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment
    where id = any(${[...enrolments]}::uuid[]) order by id`.execute(tx);
  const members = await known(tx, rows);
  return new Map(
    members.map((member) => {
      const left = member.facts.flatMap(({ leftCohort }) => leftCohort ?? []);
      return [member.enrolment, { ...member, cohorts: [...new Set([...left, member.cohort])] }];
    }),
  );
}

type Row = Pick<Member, "enrolment" | "name" | "account" | "number" | "cohort" | "since">;

async function known(tx: Tx, rows: readonly Row[]): Promise<readonly Member[]> {
  const ids = rows.map(({ enrolment }) => enrolment);
  const facts = Map.groupBy(await factsOf(tx, ids), ({ enrolment }) => enrolment);
  const hours = await signedHours(tx, ids);
  const studies = Map.groupBy(await membershipsOf(tx, ids), ({ enrolment }) => enrolment);
  return rows.map((row) => ({
    ...row,
    facts: facts.get(row.enrolment) ?? [],
    hours: hours.get(row.enrolment),
    studies: studies.get(row.enrolment) ?? [],
  }));
}

/** The members of the cohort who must follow the lesson. */
export function followersOf(lesson: Meant, members: readonly Member[]): readonly Member[] {
  return members.filter((one) => mustFollow(lesson, one));
}
