/** Present and former members of a cohort, with the facts and programme that decide which lessons they must follow. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { factsOf } from "./cohorts/store.ts";
import { membershipsOf } from "./study/kept.ts";
import { lastProgrammes, type SignedProgramme } from "./programmes/store.ts";
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

/** One trainee, with their present and former cohorts. */
export async function memberOf(
  tx: Tx,
  enrolment: string,
): Promise<(Member & { cohorts: readonly string[] }) | undefined> {
  const { rows } = await sql<Row>`
    select id as enrolment, name, account, cohort, to_char(least(contract_on, enrolled_at::date), 'YYYY-MM-DD') as since,
      (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment where id = ${enrolment}::uuid`.execute(
    tx,
  );
  const [member] = await known(tx, rows);
  if (!member) return undefined;
  const left = member.facts.flatMap(({ leftCohort }) => leftCohort ?? []);
  return { ...member, cohorts: [...new Set([...left, member.cohort])] };
}

type Row = Pick<Member, "enrolment" | "name" | "account" | "number" | "cohort" | "since">;

async function known(tx: Tx, rows: readonly Row[]): Promise<readonly Member[]> {
  const ids = rows.map(({ enrolment }) => enrolment);
  const facts = Map.groupBy(await factsOf(tx, ids), ({ enrolment }) => enrolment);
  const programmes = await lastProgrammes(tx, ids);
  const studies = Map.groupBy(await membershipsOf(tx, ids), ({ enrolment }) => enrolment);
  return rows.map((row) => ({
    ...row,
    facts: facts.get(row.enrolment) ?? [],
    hours: hoursIn(programmes.get(row.enrolment)),
    studies: studies.get(row.enrolment) ?? [],
  }));
}

type Answered = { readonly units: readonly { readonly unit: string; readonly remaining: number }[] };

function hoursIn(programme: SignedProgramme | undefined): Follower["hours"] {
  if (!programme) return undefined;
  return new Map((programme.answer as Answered).units.map(({ unit, remaining }) => [unit, remaining]));
}

/** The members of the cohort who must follow the lesson. */
export function followersOf(lesson: Meant, members: readonly Member[]): readonly Member[] {
  return members.filter((one) => mustFollow(lesson, one));
}
