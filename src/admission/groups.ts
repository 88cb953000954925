/** The candidates of an intake grouped by state; each group is paged, earliest in that state first. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { CANDIDACY_STATES, type CandidacyState } from "./rules/candidacy.ts";
import type { Candidate } from "./store.ts";

/** The cursor of a group's page; the waiting list is ordered by rank. */
export type AfterCandidate = {
  readonly state: CandidacyState;
  readonly rank: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly dossier: string;
};

type Row = Candidate & { readonly at: Date };

/** The first page of every group, or the next page of one; with each group's next cursor. */
export async function groupsOf(
  tx: Tx,
  intake: string,
  { after, limit }: { readonly after?: AfterCandidate | undefined; readonly limit: number },
): Promise<{ readonly candidates: readonly Candidate[]; readonly next: readonly AfterCandidate[] }> {
  const states = after ? [after.state] : CANDIDACY_STATES;
  const decided = states.filter((state) => state !== "to-decide");
  const rows = [
    ...(states.includes("to-decide") ? await toDecide(tx, intake, { after, limit: limit + 1 }) : []),
    ...(decided.length > 0 ? await standing(tx, intake, { states: decided, after, limit: limit + 1 }) : []),
  ];
  const groups = [...Map.groupBy(rows, ({ state }) => state)];
  return {
    candidates: groups.flatMap(([, all]) => all.slice(0, limit).map(candidateOf)),
    next: groups.flatMap(([state, all]) => {
      const last = all.length > limit ? all[limit - 1] : undefined;
      return last ? [{ state, rank: last.rank ?? 0, at: last.at.getTime(), dossier: last.dossier }] : [];
    }),
  };
}

function candidateOf({ dossier, number, name, state, answerBy, rank }: Row): Candidate {
  return { dossier, number, name, state, answerBy, rank };
}

type PageRequest = { readonly after: AfterCandidate | undefined; readonly limit: number };

/** Conforming dossiers without a decision; withdrawn ones are excluded. */
async function toDecide(tx: Tx, intake: string, { after, limit }: PageRequest): Promise<readonly Row[]> {
  const from = after
    ? sql`(s.changed_at, s.id) > (${new Date(after.at)}::timestamptz, ${after.dossier}::uuid)`
    : sql`true`;
  const { rows } = await sql<Row>`
    select d.id as dossier, d.number, s.name, 'to-decide' as state, null as "answerBy", null::integer as rank, s.at
    from (
        select s.id, s.name, s.changed_at as at from dossier_state s
        where s.intake = ${intake}::uuid and s.standing = 'checked' and not s.to_confirm and s.state <> 'withdrawn'
          and not exists (select from admission_state a where a.id = s.id) and ${from}
        order by s.changed_at, s.id limit ${limit}
      ) s join dossier d on d.id = s.id
    order by s.at, s.id`.execute(tx);
  return rows;
}

/** Decided candidacies; those withdrawn before any list are excluded. */
async function standing(
  tx: Tx,
  intake: string,
  { states, after, limit }: PageRequest & { readonly states: readonly CandidacyState[] },
): Promise<readonly Row[]> {
  const from = after
    ? sql`(coalesce(a.rank, 0), a.changed_at, a.id) > (${after.rank}::integer, ${new Date(after.at)}::timestamptz, ${after.dossier}::uuid)`
    : sql`true`;
  const { rows } = await sql<Row>`
    select d.id as dossier, d.number, one.name, one.state, to_char(one.answer_by, 'YYYY-MM-DD') as "answerBy", one.rank,
      one.changed_at as at
    from unnest(${states}::text[]) with ordinality as asked (state, place)
      cross join lateral (
        select a.id, a.state, a.answer_by, a.rank, a.changed_at, s.name
        from admission_state a join dossier_state s on s.id = a.id
        where a.intake = ${intake}::uuid and a.state = asked.state and (s.state <> 'withdrawn' or a.list is not null)
          and ${from}
        order by coalesce(a.rank, 0), a.changed_at, a.id limit ${limit}
      ) one
      join dossier d on d.id = one.id
    order by asked.place, coalesce(one.rank, 0), one.changed_at, one.id`.execute(tx);
  return rows;
}

/** Whether a commission would have a candidate of this intake to decide on. */
export async function isAnyEligible(tx: Tx, intake: string): Promise<boolean> {
  return (await standing(tx, intake, { states: ["eligible"], after: undefined, limit: 1 })).length > 0;
}
