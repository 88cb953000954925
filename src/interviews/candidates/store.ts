/** The SQL of candidates to interview: their needs, and their links with interviewers. */
import { newId } from "../../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { keeping } from "../../act/keep.ts";
import type { Day } from "../../kit/day.ts";
import { json } from "../../kit/sql.ts";
import type { Stretch } from "../rules/day.ts";

export type Need = { readonly extra: number; readonly away: readonly Stretch[]; readonly version: number };

export async function needOf(tx: Tx, dossier: string): Promise<Need> {
  const { rows } = await sql<Need>`select extra, away, version from interview_need where id = ${dossier}::uuid`.execute(
    tx,
  );
  return rows[0] ?? { extra: 0, away: [], version: 0 };
}

/** Saves over a version (0: none yet); false if it was saved since. */
export async function putNeed(
  tx: Tx,
  dossier: string,
  { extra, away, version, by, at }: Need & { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const values = { extra, away: json(away), noted_by: by, noted_at: at, version: version + 1 };
  const saving =
    version === 0
      ? tx
          .insertInto("interview_need")
          .values({ id: dossier, ...values })
          .onConflict((or) => or.doNothing())
      : tx.updateTable("interview_need").set(values).where("id", "=", dossier).where("version", "=", version);
  return (await keeping(tx, "interview_need", saving)).length > 0;
}

/** A candidate to interview, with when they can come. */
export type Noted = {
  readonly dossier: string;
  readonly intake: string;
  readonly number: string;
  readonly name: string;
  readonly account: string | null;
  /** Extra time noted by hand, in percent. */
  readonly noted: number;
  readonly away: readonly Stretch[];
  /** Actors who must not examine them. */
  readonly not: readonly string[];
  /** The disability advisor's current decision. */
  readonly arranged: Arrangement;
  /** Found admissible; else not decided yet, on what day that is due, and when it was submitted. */
  readonly admissible: boolean;
  readonly dueOn: Day | null;
  readonly submittedAt: Date | null;
};

type Arrangement = { readonly effects?: readonly string[]; readonly other?: string } | null;

/** Candidates of an intake who may be interviewed and have none held or to come, by name. */
export async function notedToInterview(tx: Tx, intake: string): Promise<readonly Noted[]> {
  return candidates(tx, among(intake), WITHOUT_ONE);
}

/** Their number, up to the limit listed. */
export async function countToInterview(tx: Tx, intake: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from ${among(intake)} d where ${WITHOUT_ONE} limit ${MOST_LISTED}) listed`.execute(tx);
  return rows[0]!.count;
}

const MOST_LISTED = 500;

const among = (intake: string) => sql`(
  select id from interview_candidate where intake = ${intake}::uuid and may
  union
  select s.id from dossier_state s where s.intake = ${intake}::uuid and s.standing = 'checked'
    and not exists (select from interview_candidate m where m.id = s.id))`;

const WITHOUT_ONE = sql`not exists (
  select from interview i where i.dossier = d.id and i.state not in ('missed', 'postponed', 'cancelled'))`;

/** A candidate, with or without an interview: eligible or, if eligibility is not decided here, with a conforming dossier. */
export async function notedOf(tx: Tx, dossier: string): Promise<Noted | undefined> {
  const one = sql`(select ${dossier}::uuid as id)`;
  const may = sql`coalesce((select m.may from interview_candidate m where m.id = d.id), s.standing = 'checked')`;
  return (await candidates(tx, one, may))[0];
}

/** Candidates not found eligible, or not yet: convoking them needs a ground. */
export async function notFoundAdmissible(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...dossiers]}::uuid[]) one (id)
    where not exists (select from interview_candidate m where m.id = one.id and m.may)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

async function candidates(
  tx: Tx,
  of: ReturnType<typeof sql>,
  which: ReturnType<typeof sql>,
): Promise<readonly Noted[]> {
  const { rows } = await sql<Noted>`
    select d.id as dossier, d.intake, d.number, coalesce(s.name, d.number) as name, d.account, coalesce(n.extra, 0) as noted,
      coalesce(n.away, '[]') as away,
      coalesce((select json_agg(l.who order by l.who) from interview_link l where l.dossier = d.id), '[]') as not,
      ${ARRANGED} as arranged, to_char(s.due_on, 'YYYY-MM-DD') as "dueOn", s.submitted_at as "submittedAt",
      exists (select from interview_candidate m where m.id = d.id and m.may) as admissible
    from ${of} one join dossier_state s on s.id = one.id join dossier d on d.id = one.id
      left join interview_need n on n.id = d.id
    where ${which} order by name, d.id limit ${MOST_LISTED}`.execute(tx);
  return rows;
}

/** For the dossier `d`. */
const ARRANGED = sql`(
  select f.details from dossier_fact f where f.dossier = d.id and f.kind = 'arranged' order by f.place desc limit 1)`;

/** A dossier's current arrangements. */
export async function arrangedOf(tx: Tx, dossier: string): Promise<Arrangement> {
  const { rows } = await sql<{ arranged: Arrangement }>`
    select ${ARRANGED} as arranged from dossier d where d.id = ${dossier}::uuid`.execute(tx);
  return rows[0]?.arranged ?? null;
}

export type Link = { readonly who: string; readonly said: string; readonly at: Date; readonly by: string };

export async function linksOf(tx: Tx, dossier: string): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select who, said, at, by from interview_link where dossier = ${dossier}::uuid order by at, who`.execute(tx);
  return rows;
}

/** False if it is known already. */
export async function insertLink(tx: Tx, link: Link & { readonly dossier: string }): Promise<boolean> {
  const first = tx
    .insertInto("interview_link")
    .values({ id: newId(), ...link })
    .onConflict((or) => or.doNothing());
  return (await keeping(tx, "interview_link", first)).length > 0;
}
