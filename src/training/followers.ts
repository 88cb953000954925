/** Those who are or were in a cohort, as it is judged by who must follow a lesson: with what happened to them and their programme. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { factsOf } from "./cohorts/store.ts";
import { membershipsOf } from "./study/kept.ts";
import { lastProgrammes, type SignedProgramme } from "./programmes/store.ts";
import { type Follower, type Meant, mustFollow } from "./rules/following.ts";

export type Member = Follower & { readonly name: string; readonly account: string | null; readonly number: string };

/** By name; whoever left it for another one too. */
export async function membersOf(tx: Tx, cohort: string): Promise<readonly Member[]> {
  const { rows } = await sql<Pick<Member, "enrolment" | "name" | "account" | "number" | "cohort">>`
    select id as enrolment, name, account, cohort,
      (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment
    where cohort = ${cohort}::uuid
      or id in (select enrolment from enrolment_fact where left_cohort = ${cohort}::uuid)
    order by name, id`.execute(tx);
  return known(tx, rows);
}

/** One person, with the cohorts that they are or were in. */
export async function memberOf(
  tx: Tx,
  enrolment: string,
): Promise<(Member & { cohorts: readonly string[] }) | undefined> {
  const { rows } = await sql<Pick<Member, "enrolment" | "name" | "account" | "number" | "cohort">>`
    select id as enrolment, name, account, cohort,
      (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment where id = ${enrolment}::uuid`.execute(
    tx,
  );
  const [one] = await known(tx, rows);
  if (!one) return undefined;
  const left = one.facts.flatMap(({ leftCohort }) => leftCohort ?? []);
  return { ...one, cohorts: [...new Set([...left, one.cohort])] };
}

type Row = Pick<Member, "enrolment" | "name" | "account" | "number" | "cohort">;

async function known(tx: Tx, rows: readonly Row[]): Promise<readonly Member[]> {
  const ids = rows.map(({ enrolment }) => enrolment);
  const facts = Map.groupBy(await factsOf(tx, ids), ({ enrolment }) => enrolment);
  const programmes = await lastProgrammes(tx, ids);
  const studies = Map.groupBy(await membershipsOf(tx, ids), ({ enrolment }) => enrolment);
  return rows.map((one) => ({
    ...one,
    facts: facts.get(one.enrolment) ?? [],
    hours: hoursIn(programmes.get(one.enrolment)),
    studies: studies.get(one.enrolment) ?? [],
  }));
}

type Answered = { readonly units: readonly { readonly unit: string; readonly remaining: number }[] };

function hoursIn(programme: SignedProgramme | undefined): Follower["hours"] {
  if (!programme) return undefined;
  return new Map((programme.answer as Answered).units.map(({ unit, remaining }) => [unit, remaining]));
}

/** Of the members of its cohort, those who must follow it. */
export function followersOf(lesson: Meant, members: readonly Member[]): readonly Member[] {
  return members.filter((one) => mustFollow(lesson, one));
}
