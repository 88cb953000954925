/** The SQL of what happened to a dossier: facts and submissions, only ever added, and where they leave it, kept beside them. */
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

/** Its number. */
export async function insertSubmission(tx: Tx, given: NewSubmission): Promise<string> {
  const { id, kind, dossier, at, late, contents, files, decided, shown, words, means, authenticatedAt } = given;
  const before = tx.selectFrom("submission").select(sql<number>`count(*)`.as("n")).where("dossier", "=", dossier.id);
  const kept = await keep(tx, "submission", {
    id,
    kind,
    items: json(given.items),
    checkpoint: given.checkpoint && json(given.checkpoint),
    by_actor: given.by,
    received_on: given.receivedOn,
    dossier: dossier.id,
    place: nextPlace(dossier.id),
    // The dossier's own chain is locked by the act: nobody else counts at this moment.
    number: sql<string>`${`${dossier.number}-`} || ((${before}) + 1)::text`,
    submitted_at: at,
    sent_at: given.sentAt,
    closes_at: given.closesAt,
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

/** As they are read, for whoever reads them with the dossier. */
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

/** In the order in which they were made. */
export async function submissionsOf(tx: Tx, dossier: string): Promise<Submission[]> {
  const found = tx.selectFrom("submission").select(SUBMISSION).where("dossier", "=", dossier);
  return (await found.orderBy("place").execute()) as unknown as Submission[];
}

export const FACT = ["id", "place", "kind", "at", "by_actor as by", "details"] as const;

export async function insertFact(
  tx: Tx,
  fact: { dossier: string; kind: string; at: Date; by: string; details: object },
): Promise<void> {
  const { dossier, kind, at, by, details } = fact;
  const row = { id: newId(), dossier, place: nextPlace(dossier), kind, at, by_actor: by, details: json(details) };
  await keep(tx, "dossier_fact", row);
}

export async function factsOf(tx: Tx, dossier: string): Promise<KeptFact[]> {
  const found = tx.selectFrom("dossier_fact").select(FACT).where("dossier", "=", dossier);
  return (await found.orderBy("place").execute()) as unknown as KeptFact[];
}

/** Of so many dossiers, those for which arrangements were decided. */
export async function decidedAmong(tx: Tx, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const found = tx.selectFrom("dossier_fact").select("dossier").where("dossier", "in", dossiers);
  const rows = await found.where("kind", "=", "arranged").execute();
  return new Set(rows.map(({ dossier }) => dossier));
}

/** A submission as the rules take it. */
const HANDED_IN = `jsonb_build_object(
  'kind', case kind when 'whole' then 'submitted' else 'complement-given' end, 'late', late,
  'number', number, 'byHand', means in ('paper', 'phone'), 'items', items)`;

/** Of the dossier `$1`. */
export const HISTORY = `select place, details || jsonb_build_object('kind', kind) as fact from dossier_fact where dossier = $1
  union all
  select place, ${HANDED_IN} from submission where dossier = $1
  order by place`;

/** Facts and submissions together, in the order in which they happened, as the rule takes them. */
export async function historyOf(tx: Tx, dossier: string): Promise<DossierFact[]> {
  const { rows } = await tx.executeQuery<{ fact: DossierFact }>(CompiledQuery.raw(HISTORY, [dossier]));
  return rows.map(({ fact }) => fact);
}

/** The state row is locked by whoever adds: nobody else takes the same place. */
function nextPlace(dossier: string) {
  return sql<number>`(select coalesce(max(place), 0) + 1 from (
    select place from dossier_fact where dossier = ${dossier} union all
    select place from submission where dossier = ${dossier}) as happened)`;
}

/** Computes where a dossier stands from its facts, and keeps it: the last thing an act does to it. */
export async function keepState(
  tx: Tx,
  dossier: { readonly id: string; readonly intake: string },
  at: Date,
): Promise<DossierState> {
  const history = await historyOf(tx, dossier.id);
  const newest = history.at(-1)!;
  // What may not happen to it is refused in words before it comes to this; an act that forgets to ask is a bug.
  if (!allows(DOSSIER, newest.kind, dossierState(history.slice(0, -1)).state))
    throw new Error(`${newest.kind} may not happen to the dossier ${dossier.id} where it stands`);
  const state = dossierState(history);
  const { standing, toConfirm, officer, seen, parts } = placeInQueue(history);
  const last = tx
    .selectFrom("submission")
    // The instant that counts, wherever lists say when it came.
    .select(sql<Date | null>`max(coalesce(sent_at, submitted_at))`.as("at"))
    .where("dossier", "=", dossier.id)
    .where("kind", "=", "whole");
  const row = {
    state: state.state,
    due_on: state.dueOn,
    submitted_at: sql<Date | null>`(${last})`,
    standing,
    to_confirm: toConfirm,
    officer,
    parts_seen: seen,
    parts_all: parts,
    // Since when it waits: what leaves it where it stood takes nobody's turn.
    changed_at: sql<Date>`case when dossier_state.standing = ${standing} then dossier_state.changed_at else ${at} end`,
  };
  const kept = tx
    .insertInto("dossier_state")
    .values({ ...row, id: dossier.id, intake: dossier.intake, changed_at: at })
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet(row));
  await tx.executeQuery(alongside(kept.compile()));
  return state;
}

/** What is kept of a page of dossiers, in the order of their ids, beside what their facts come to. */
export type KeptState = { readonly id: string; readonly kept: State; readonly computed: State };
type State = Pick<DossierState, "state" | "dueOn"> & QueuePlace & { readonly submittedAt: string | null };

export async function pageOfStates(tx: Tx, after: string | undefined, limit: number): Promise<KeptState[]> {
  const all = tx
    .selectFrom("dossier_state")
    .select(["id", "state", "due_on as dueOn", "submitted_at as submittedAt"])
    .select(["standing", "to_confirm as toConfirm", "officer", "parts_seen as seen", "parts_all as parts"])
    .orderBy("id")
    .limit(limit);
  const kept = await (after === undefined ? all : all.where("id", ">", after)).execute();
  const ids = kept.map(({ id }) => id);
  if (ids.length === 0) return [];
  // One query for a page: a school has a hundred thousand.
  const { rows } = await sql<{ dossier: string; place: number; fact: DossierFact; at: Date | null }>`
    select dossier, place, details || jsonb_build_object('kind', kind) as fact, null::timestamptz as at
    from dossier_fact where dossier in (${sql.join(ids)})
    union all
    select dossier, place, ${sql.raw(HANDED_IN)}, case kind when 'whole' then coalesce(sent_at, submitted_at) end
    from submission where dossier in (${sql.join(ids)})
    order by dossier, place`.execute(tx);
  const byDossier = Map.groupBy(rows, ({ dossier }) => dossier);
  return kept.map(({ id, submittedAt, ...row }) => {
    const own = byDossier.get(id) ?? [];
    const history = own.map(({ fact }) => fact);
    const { state, dueOn } = dossierState(history);
    const last = own.findLast(({ at }) => at !== null)?.at;
    return {
      id,
      kept: { ...(row as Omit<State, "submittedAt">), submittedAt: submittedAt?.toISOString() ?? null },
      computed: { state, dueOn, ...placeInQueue(history), submittedAt: last ? new Date(last).toISOString() : null },
    };
  });
}
