/** The SQL of a dossier's history: facts and submissions, which are only ever added, and the state computed from them. */
import { newId } from "../../kit/id.ts";
import { CompiledQuery, sql } from "kysely";
import { alongside } from "../../db/joined.ts";
import type { Tx } from "../../db/school.ts";
import { json } from "../../kit/sql.ts";
import { keep } from "../../act/keep.ts";
import { allows } from "../../kit/machine.ts";
import type { KeptFact, Submission } from "../rules/happened.ts";
import { placeInQueue, type QueuePlace } from "../rules/place.ts";
import { DOSSIER, type DossierFact, type DossierState, dossierState } from "../rules/state.ts";

export type NewSubmission = Omit<Submission, "number" | "submittedAt" | "place"> & {
  readonly dossier: { readonly id: string; readonly number: string };
  readonly at: Date;
};

/** Returns its number. */
export async function insertSubmission(tx: Tx, submission: NewSubmission): Promise<string> {
  const { id, kind, dossier, at, late, contents, files, decided, shown, words, means, authenticatedAt } = submission;
  const before = tx.selectFrom("submission").select(sql<number>`count(*)`.as("n")).where("dossier", "=", dossier.id);
  const kept = await keep(tx, "submission", {
    id,
    kind,
    items: json(submission.items),
    checkpoint: submission.checkpoint && json(submission.checkpoint),
    by_actor: submission.by,
    received_on: submission.receivedOn,
    dossier: dossier.id,
    place: nextPlace(dossier.id),
    // The act has locked the dossier's chain, so the count cannot race.
    number: sql<string>`${`${dossier.number}-`} || ((${before}) + 1)::text`,
    submitted_at: at,
    sent_at: submission.sentAt,
    closes_at: submission.closesAt,
    late,
    contents: json(contents),
    files: json(files),
    decided: json(decided),
    shown,
    words,
    means,
    authenticated_at: authenticatedAt,
  });
  return String(kept.number);
}

/** The columns, for readers that join them to the dossier. */
export const SUBMISSION = [
  "id",
  "place",
  "number",
  "kind",
  "items",
  "checkpoint",
  "by_actor as by",
  "received_on as receivedOn",
  "submitted_at as submittedAt",
  "sent_at as sentAt",
  "closes_at as closesAt",
  "late",
  "contents",
  "files",
  "decided",
  "shown",
  "words",
  "means",
  "authenticated_at as authenticatedAt",
] as const;

/** In chronological order. */
export async function submissionsOf(tx: Tx, dossier: string): Promise<Submission[]> {
  const query = tx.selectFrom("submission").select(SUBMISSION).where("dossier", "=", dossier);
  return (await query.orderBy("place").execute()) as unknown as Submission[];
}

export const FACT = ["id", "place", "kind", "at", "by_actor as by", "details"] as const;

export async function insertFact(
  tx: Tx,
  fact: { dossier: string; kind: string; at: Date; by: string; details: object; of?: string },
): Promise<void> {
  const { dossier, kind, at, by, details, of } = fact;
  const row = { id: newId(), dossier, place: nextPlace(dossier), kind, at, by_actor: by, details: json(details) };
  await keep(tx, "dossier_fact", row, { of });
}

export async function factsOf(tx: Tx, dossier: string): Promise<KeptFact[]> {
  const query = tx.selectFrom("dossier_fact").select(FACT).where("dossier", "=", dossier);
  return (await query.orderBy("place").execute()) as unknown as KeptFact[];
}

/** Those among these dossiers with arrangements decided. */
export async function decidedAmong(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const query = tx.selectFrom("dossier_fact").select("dossier").where("dossier", "in", dossiers);
  const rows = await query.where("kind", "=", "arranged").execute();
  return new Set(rows.map(({ dossier }) => dossier));
}

/** A submission as the rules take it. */
const HANDED_IN = `jsonb_build_object(
  'kind', case kind when 'whole' then 'submitted' else 'complement-given' end, 'late', late,
  'number', number, 'byHand', means in ('paper', 'phone'), 'items', items)`;

/** For the dossier `$1`. */
export const HISTORY = `select place, details || jsonb_build_object('kind', kind) as fact from dossier_fact where dossier = $1
  union all
  select place, ${HANDED_IN} from submission where dossier = $1
  order by place`;

/** Facts and submissions in chronological order, as the rules take them. */
export async function historyOf(tx: Tx, dossier: string): Promise<DossierFact[]> {
  const { rows } = await tx.executeQuery<{ fact: DossierFact }>(CompiledQuery.raw(HISTORY, [dossier]));
  return rows.map(({ fact }) => fact);
}

/** The act has locked the state row, so no concurrent act takes the same place. */
function nextPlace(dossier: string) {
  return sql<number>`(select coalesce(max(place), 0) + 1 from (
    select place from dossier_fact where dossier = ${dossier} union all
    select place from submission where dossier = ${dossier}) as happened)`;
}

/** Computes the state from the facts and stores it: the last thing an act does to a dossier. */
export async function keepState(
  tx: Tx,
  dossier: { readonly id: string; readonly intake: string },
  at: Date,
): Promise<DossierState> {
  const history = await historyOf(tx, dossier.id);
  const newest = history.at(-1)!;
  // Acts refuse a barred move in words before this; reaching it is a bug.
  if (!allows(DOSSIER, newest.kind, dossierState(history.slice(0, -1)).state))
    throw new Error(`${newest.kind} may not happen to the dossier ${dossier.id} where it stands`);
  const state = dossierState(history);
  const { standing, toConfirm, officer, seen, parts } = placeInQueue(history);
  const last = tx
    .selectFrom("submission")
    // The instant that counts, as lists show it.
    .select(sql<Date | null>`max(coalesce(sent_at, submitted_at))`.as("at"))
    .where("dossier", "=", dossier.id)
    .where("kind", "=", "whole");
  const carried = tx
    .selectFrom("dossier_fact")
    .select("at")
    .where("dossier", "=", dossier.id)
    .where("kind", "=", "carried");
  const row = {
    state: state.state,
    due_on: state.dueOn,
    submitted_at: sql<Date | null>`coalesce((${last}), (${carried}))`,
    standing,
    door: sql<string>`coalesce((select ${sql.raw(DOOR)} ${sql.raw(LAST_OF)} ${dossier.id}::uuid order by b.place desc limit 1), '')`,
    eligibility: sql<string>`coalesce((select ${sql.raw(OUTCOME)} ${sql.raw(LAST_OF)} ${dossier.id}::uuid order by b.place desc limit 1), '')`,
    to_confirm: toConfirm,
    officer,
    parts_seen: seen,
    parts_all: parts,
    // Waiting since: a change that keeps the standing keeps its turn in the queue.
    changed_at: sql<Date>`case when dossier_state.standing = ${standing} then dossier_state.changed_at else ${at} end`,
  };
  const kept = tx
    .insertInto("dossier_state")
    .values({ ...row, id: dossier.id, intake: dossier.intake, changed_at: at })
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet(row));
  await tx.executeQuery(alongside(kept.compile()));
  return state;
}

/** The way in that a submission's answer found open, whatever day the days left open turn out to be; empty where there is none. */
const DOOR = `coalesce(
  jsonb_path_query_first(b.decided, '$.answer.doors[*] ? (@.outcome == "met").door') #>> '{}',
  jsonb_path_query_first(b.decided, '$.worst.answer.doors[*] ? (@.outcome == "met").door') #>> '{}', '')`;
/** Its outcome, if that does not depend on the days left open. */
const OUTCOME = `coalesce(b.decided #>> '{answer,outcome}',
  case when b.decided #>> '{best,answer,outcome}' = b.decided #>> '{worst,answer,outcome}' then b.decided #>> '{best,answer,outcome}' end,
  'unknown')`;
const LAST_OF = "from submission b where b.dossier =";

/** The stored and the computed states of a page of dossiers, by id. */
export type KeptState = { readonly id: string; readonly kept: State; readonly computed: State };
type State = Pick<DossierState, "state" | "dueOn"> &
  QueuePlace & { readonly submittedAt: string | null; readonly door: string; readonly eligibility: string };

export async function pageOfStates(tx: Tx, after: string | undefined, limit: number): Promise<KeptState[]> {
  const all = tx
    .selectFrom("dossier_state")
    .select(["id", "state", "due_on as dueOn", "submitted_at as submittedAt"])
    .select([
      "standing",
      "to_confirm as toConfirm",
      "officer",
      "parts_seen as seen",
      "parts_all as parts",
      "door",
      "eligibility",
    ])
    .orderBy("id")
    .limit(limit);
  const kept = await (after === undefined ? all : all.where("id", ">", after)).execute();
  const ids = kept.map(({ id }) => id);
  if (ids.length === 0) return [];
  // One query per page: a school may have a hundred thousand dossiers.
  const { rows } = await sql<{
    dossier: string;
    place: number;
    fact: DossierFact;
    at: Date | null;
    door: string | null;
    eligibility: string | null;
  }>`
    select dossier, place, details || jsonb_build_object('kind', kind) as fact, case kind when 'carried' then at end as at, null as door, null as eligibility
    from dossier_fact where dossier in (${sql.join(ids)})
    union all
    select dossier, place, ${sql.raw(HANDED_IN)}, case kind when 'whole' then coalesce(sent_at, submitted_at) end, ${sql.raw(DOOR)}, ${sql.raw(OUTCOME)}
    from submission b where dossier in (${sql.join(ids)})
    order by dossier, place`.execute(tx);
  const byDossier = Map.groupBy(rows, ({ dossier }) => dossier);
  return kept.map(({ id, submittedAt, ...row }) => {
    const own = byDossier.get(id) ?? [];
    const history = own.map(({ fact }) => fact);
    const { state, dueOn } = dossierState(history);
    const last = own.findLast(({ at }) => at !== null)?.at;
    const answered = own.findLast((one) => one.door !== null);
    return {
      id,
      kept: { ...(row as Omit<State, "submittedAt">), submittedAt: submittedAt?.toISOString() ?? null },
      computed: {
        state,
        dueOn,
        ...placeInQueue(history),
        submittedAt: last ? new Date(last).toISOString() : null,
        door: answered?.door ?? "",
        eligibility: answered?.eligibility ?? "",
      },
    };
  });
}
