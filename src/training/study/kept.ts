/**
 * The SQL of collective studies: proposals, groups, members, agreements and reports. It is apart from their acts because membership decides
 * who must follow a lesson.
 */
import { sql } from "kysely";
import { change, dropping, keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Membership, ProposalFact, ProposalState, ReportFact } from "../rules/study.ts";

export const studyChain = (id: string) => `study:${id}`;
export const groupChain = (id: string) => `study-group:${id}`;

type By = { readonly by: string; readonly at: Date };

export type Study = {
  readonly id: string;
  readonly diploma: string;
  readonly organisation: string;
  readonly contact: string;
  readonly contactAddress: string;
  readonly object: string;
  readonly place: string;
  readonly state: ProposalState;
  readonly at: Date;
};

const STUDY = sql`id, diploma, organisation, contact, contact_address as "contactAddress", object, place, state,
  entered_at as at`;

type After = { readonly at: Date; readonly id: string };

/** Latest first, after the cursor. */
export async function studiesAfter(
  tx: Tx,
  after: After | undefined,
  limit: number,
): Promise<readonly (Study & { readonly groups: number })[]> {
  const from = after
    ? sql`(entered_at < ${after.at} or (entered_at = ${after.at} and id > ${after.id}::uuid))`
    : sql`true`;
  const { rows } = await sql<Study & { groups: number }>`
    select ${STUDY}, (select count(*)::int from study_group g where g.study = study.id) as groups
    from study where ${from} order by entered_at desc, id limit ${limit}`.execute(tx);
  return rows;
}

/** The proposals to answer. */
export async function studiesWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from study where state = 'proposed'`.execute(tx);
  return rows[0]!.waiting;
}

export async function findStudy(tx: Tx, id: string): Promise<Study | undefined> {
  return (await sql<Study>`select ${STUDY} from study where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function insertStudy(tx: Tx, study: Omit<Study, "state"> & By): Promise<void> {
  const { id, diploma, organisation, contact, contactAddress, object, place, by, at } = study;
  const details = { diploma, organisation, contact, contact_address: contactAddress, object, place };
  await keep(tx, "study", { id, ...details, entered_by: by, entered_at: at });
}

type Judged = By & {
  readonly id: string;
  readonly study: string;
  readonly kind: ProposalFact;
  readonly ground: string;
  /** Of a withdrawal: the day from which the organisation hosts no more. */
  readonly on: Day | null;
};

/** Also stores the proposal's new state. */
export async function insertStudyFact(
  tx: Tx,
  { id, study, kind, ground, on, by, at }: Judged,
  { number, state }: { readonly number: number; readonly state: ProposalState },
): Promise<void> {
  await keep(tx, "study_fact", { id, study, number, kind, ground, on_day: on, entered_by: by, entered_at: at });
  await change(tx, "study", study, { state });
}

export type JudgedStudy = {
  readonly kind: ProposalFact;
  readonly ground: string;
  readonly on: Day | null;
  readonly by: string;
  readonly at: Date;
};

export async function studyFacts(tx: Tx, study: string): Promise<readonly JudgedStudy[]> {
  const { rows } = await sql<JudgedStudy>`
    select kind, ground, to_char(on_day, 'YYYY-MM-DD') as on, entered_by as by, entered_at as at from study_fact where study = ${study}::uuid
    order by number`.execute(tx);
  return rows;
}

export type Gone = { readonly organisation: string; readonly on: Day; readonly ground: string };

/** How the organisation of a study withdrew; null while it did not. */
export async function hostGone(tx: Tx, { id, organisation }: Pick<Study, "id" | "organisation">): Promise<Gone | null> {
  const { kind, on, ground } = (await studyFacts(tx, id)).at(-1) ?? {};
  return kind === "withdrawn" && on && ground ? { organisation, on, ground } : null;
}

export type Group = {
  readonly id: string;
  readonly study: string;
  readonly cohort: string;
  readonly name: string;
  readonly at: Date;
};

const GROUP = sql`id, study, cohort, name, formed_at as at`;

export async function findGroup(tx: Tx, id: string): Promise<Group | undefined> {
  return (await sql<Group>`select ${GROUP} from study_group where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function groupsOf(tx: Tx, study: string): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select ${GROUP} from study_group where study = ${study}::uuid order by formed_at, id`.execute(tx);
  return rows;
}

export async function insertGroup(tx: Tx, { id, study, cohort, name, by, at }: Group & By): Promise<void> {
  await keep(tx, "study_group", { id, study, cohort, name, formed_by: by, formed_at: at });
}

type NewMember = Membership & By & { readonly id: string; readonly enrolment: string; readonly reason: string };

/** In the chain of the trainee, which the act has locked. */
export async function insertMember(tx: Tx, member: NewMember, { number }: { readonly number: number }): Promise<void> {
  const { id, group, enrolment, kind, on, reason, by, at } = member;
  const fact = { study_group: group, enrolment, number, kind, on_day: on, reason };
  await keep(tx, "study_member", { id, ...fact, entered_by: by, entered_at: at }, { of: `enrolment:${enrolment}` });
}

export type KeptMembership = Membership & { readonly enrolment: string; readonly reason: string };

/** In the order in which they happened. */
export async function membershipsOf(tx: Tx, enrolments: readonly string[]): Promise<readonly KeptMembership[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<KeptMembership>`
    select study_group as group, enrolment, kind, to_char(on_day, 'YYYY-MM-DD') as on, reason from study_member
    where enrolment = any(${[...enrolments]}::uuid[]) order by enrolment, number`.execute(tx);
  return rows;
}

export type Named = {
  readonly enrolment: string;
  readonly name: string;
  /** Of their dossier. */
  readonly number: string;
  /** Null of a trainee without an account. */
  readonly account: string | null;
};

/** Present and former members, by name. */
export async function everIn(tx: Tx, group: string): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select id as enrolment, name, account, (select d.number from dossier d where d.id = enrolment.dossier) as number from enrolment
    where id in (select enrolment from study_member where study_group = ${group}::uuid) order by name, id`.execute(tx);
  return rows;
}

type Referent = { readonly name: string; readonly qualification: string };

/** The contents of an agreement; `members` and `referents` are empty in a partnership. */
export type Contents = {
  /** Who signs for the site: its legal representative or their delegate. */
  readonly signatory: { readonly name: string; readonly quality: string };
  readonly object: string;
  readonly course: string;
  readonly from: Day;
  readonly until: Day;
  readonly referents: readonly Referent[];
  /** Enrolments; their names are stored with them. */
  readonly members: readonly string[];
};

export type Agreement = {
  readonly id: string;
  readonly study: string;
  /** Null of a partnership. */
  readonly group: string | null;
  readonly version: number;
  readonly contents: Contents;
  readonly shown: string;
  readonly at: Date;
};

/** The latest version: the one to sign. */
export async function lastAgreement(
  tx: Tx,
  { study, group }: { readonly study: string; readonly group: string | null },
): Promise<Agreement | undefined> {
  const whose = group === null ? sql`study_group is null` : sql`study_group = ${group}::uuid`;
  const { rows } = await sql<Agreement>`
    select id, study, study_group as group, version, contents, shown, drawn_at as at from study_agreement
    where study = ${study}::uuid and ${whose} order by version desc limit 1`.execute(tx);
  return rows[0];
}

export async function findAgreement(tx: Tx, id: string): Promise<Agreement | undefined> {
  const { rows } = await sql<Agreement>`
    select id, study, study_group as group, version, contents, shown, drawn_at as at from study_agreement
    where id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export async function insertAgreement(tx: Tx, agreement: Agreement & By): Promise<void> {
  const { id, study, group, version, contents, shown, by, at } = agreement;
  const row = { study, study_group: group, version, contents: JSON.stringify(contents), shown };
  await keep(tx, "study_agreement", { id, ...row, drawn_by: by, drawn_at: at });
}

/** The key of a signature: it names the party, since several sign the same paper. */
export const signedAs = (agreement: string, party: string) => `${SIGNED}${agreement}:${party}`;
export const SIGNED = "study-agreement:";

export type Signed = {
  readonly party: string;
  readonly name: string;
  readonly at: Date;
  readonly scan: string | null;
};

/** In the order of signing; a trainee’s signature is in the chain of their enrolment. */
export async function signaturesOf(
  tx: Tx,
  { id, shown }: Pick<Agreement, "id" | "shown">,
  chains: readonly string[],
): Promise<readonly Signed[]> {
  const prefix = signedAs(id, "");
  const { rows } = await sql<Omit<Signed, "party"> & { what: string }>`
    select what, name, signed_at as at, scan from signature
    where about in (${sql.join(chains)}) and starts_with(what, ${prefix}) and shown = ${shown} order by signed_at, id`.execute(
    tx,
  );
  return rows.map(({ what, ...signature }) => ({ ...signature, party: what.slice(prefix.length) }));
}

type NewReport = ReportFact &
  By & {
    readonly id: string;
    readonly group: string;
    readonly number: number;
    readonly reason: string;
    readonly enrolment: string;
  };

export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  const { id, group, number, kind, file, pages, reason, enrolment, by, at } = report;
  const row = { study_group: group, number, kind, file, pages, reason, enrolment };
  await keep(tx, "study_report", { id, ...row, entered_by: by, entered_at: at });
}

export type KeptReport = ReportFact & { readonly reason: string; readonly enrolment: string };

/** In order. */
export async function reportFacts(tx: Tx, group: string): Promise<readonly KeptReport[]> {
  const { rows } = await sql<KeptReport>`
    select kind, file, pages, reason, enrolment, entered_at as at from study_report
    where study_group = ${group}::uuid order by number`.execute(tx);
  return rows;
}

/** Erased with the enrolment. */
export async function eraseMemberships(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "study_member", tx.deleteFrom("study_member").where("enrolment", "=", enrolment));
}

export async function eraseGroup(tx: Tx, id: string): Promise<void> {
  for (const table of ["study_report", "study_agreement"] as const)
    await dropping(tx, table, tx.deleteFrom(table).where("study_group", "=", id));
  await dropping(tx, "study_group", tx.deleteFrom("study_group").where("id", "=", id));
}

export async function eraseStudy(tx: Tx, id: string): Promise<void> {
  for (const table of ["study_agreement", "study_fact"] as const)
    await dropping(tx, table, tx.deleteFrom(table).where("study", "=", id));
  await dropping(tx, "study", tx.deleteFrom("study").where("id", "=", id));
}
