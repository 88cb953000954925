/** The collective study groups, for certification, which reads no tables of training. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { groupOn, reportOf } from "../rules/study.ts";
import { everIn, membershipsOf, type Named, reportFacts } from "./kept.ts";

export type StudyGroup = {
  readonly group: string;
  readonly name: string;
  readonly study: string;
  readonly organisation: string;
  readonly object: string;
  readonly cohort: string;
  readonly diploma: string;
  /** Its members on the day asked about, by name. */
  readonly members: readonly { readonly enrolment: string; readonly name: string; readonly number: string | null }[];
  /** The standing report; its pages if they could be counted. */
  readonly report: { readonly file: string; readonly pages: number | null; readonly at: Date } | null;
};

type Which = {
  readonly on: Day;
  readonly diploma?: string;
  readonly cohort?: string;
  readonly enrolment?: string;
};

type Row = Omit<StudyGroup, "members" | "report">;

/** In the order of formation; with `enrolment`, only the group that the trainee is in. */
export async function studyGroups(tx: Tx, { on, diploma, cohort, enrolment }: Which): Promise<readonly StudyGroup[]> {
  const { rows } = await sql<Row>`
    select g.id as group, g.name, g.study, s.organisation, s.object, g.cohort, s.diploma
    from study_group g join study s on s.id = g.study
    where (${diploma ?? null}::text is null or s.diploma = ${diploma ?? null})
      and (${cohort ?? null}::uuid is null or g.cohort = ${cohort ?? null}::uuid)
      and (${enrolment ?? null}::uuid is null
        or g.id in (select study_group from study_member where enrolment = ${enrolment ?? null}::uuid))
    order by g.formed_at, g.id`.execute(tx);
  const groups: StudyGroup[] = [];
  for (const row of rows) {
    const members = await membersOn(tx, row.group, on);
    if (enrolment !== undefined && !members.some((member) => member.enrolment === enrolment)) continue;
    const standing = reportOf(await reportFacts(tx, row.group));
    const report = standing?.file ? { file: standing.file, pages: standing.pages, at: standing.at } : null;
    groups.push({ ...row, members, report });
  }
  return groups;
}

export type GroupReport = {
  readonly enrolment: string;
  readonly group: string;
  readonly exam: string;
  readonly file: string;
  readonly count: number | null;
  readonly at: Date;
};

/** For each of these trainees, the standing report of their group. */
export async function groupReports(tx: Tx, enrolments: readonly string[]): Promise<readonly GroupReport[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<GroupReport>`
    select m.enrolment, m.study_group as group, split_part(f.slot, ':', 2) as exam, r.file, r.pages as count,
      r.entered_at as at
    from (select distinct on (enrolment) enrolment, study_group, kind from study_member
        where enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))}) order by enrolment, number desc) m
      join lateral (select * from study_report where study_group = m.study_group order by number desc limit 1) r on true
      join stored_file f on f.id = r.file
    where m.kind = 'joined' and r.kind = 'deposited'
    order by m.enrolment`.execute(tx);
  return rows;
}

/** Present and former members. */
export async function everInGroup(tx: Tx, group: string): Promise<readonly string[]> {
  return (await everIn(tx, group)).map(({ enrolment }) => enrolment);
}

/** The members of a group on a day, by name. */
export async function membersOn(tx: Tx, group: string, on: Day): Promise<readonly Named[]> {
  const rows = await everIn(tx, group);
  const facts = await membershipsOf(
    tx,
    rows.map(({ enrolment }) => enrolment),
  );
  const byEnrolment = Map.groupBy(facts, ({ enrolment }) => enrolment);
  return rows.filter(({ enrolment }) => groupOn(byEnrolment.get(enrolment) ?? [], on) === group);
}
