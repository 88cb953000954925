/** The SQL of dossiers. Facts and submissions are only added; `dossier_state` is what they come to. */
import { randomUUID } from "node:crypto";
import { CompiledQuery, sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { json, type Row, wholeRow } from "../../kit/sql.ts";
import { lockChain, type Stored, storedRow } from "../../record/chain.ts";
import { placeInQueue, type QueuePlace } from "./rules/place.ts";
import { CONFIDENTIAL, type Contents } from "./rules/sections.ts";
import { type DossierFact, type DossierState, dossierState, type DossierStateName } from "./rules/state.ts";
import { dossierChain, type Side } from "./rules/dossier.ts";

export type Entered = "online" | "paper" | "phone";
export type Dossier = {
  readonly id: string;
  readonly intake: string;
  readonly number: string;
  readonly account: string | null;
  readonly entered: Entered;
  readonly language: Lang;
  readonly startedAt: Date;
  /** Where to write to somebody who has no account here. */
  readonly address: string | null;
};

const DOSSIER = [
  "id",
  "intake",
  "number",
  "account",
  "entered",
  "language",
  "started_at as startedAt",
  "address",
] as const;

/** `undefined` where this account already has one in this intake. */
export async function insertDossier(
  tx: Tx,
  dossier: Omit<Dossier, "number" | "startedAt" | "address"> & { address?: string; at: Date; today: Day },
): Promise<{ number: string; stored: Stored } | undefined> {
  const { id, intake, account, entered, language, address = null, at, today } = dossier;
  const row = {
    id,
    intake,
    // From one sequence: a counter a school would be a row that every beginning waits for.
    number: sql<string>`${`D-${today.slice(0, 4)}-`} || lpad(nextval('dossier_number')::text, 6, '0')`,
    account,
    entered,
    language,
    started_at: at,
    address,
  };
  const kept = await tx
    .insertInto("dossier")
    .values(row)
    .onConflict((on) =>
      on.columns(["establishment_id", "account", "intake"]).where("account", "is not", null).doNothing(),
    )
    .returning(["number", wholeRow("dossier")])
    .executeTakeFirst();
  return kept && { number: kept.number, stored: storedRow("dossier", kept) };
}

export async function findDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await tx.selectFrom("dossier").select(DOSSIER).where("id", "=", id).executeTakeFirst()) as
    | Dossier
    | undefined;
}

/** A dossier and all that it holds but what is confidential. */
export type Whole = {
  readonly dossier: Dossier;
  readonly sections: readonly SavedSection[];
  readonly submissions: readonly Submission[];
  readonly facts: readonly KeptFact[];
  readonly messages: readonly WrittenMessage[];
};

/** That one side wrote, and whether the other has still to read it. */
export type WrittenMessage = { readonly at: Date; readonly side: Side; readonly unread: boolean };

/** In one statement, as it is read whenever somebody opens it: four would cost four times as much. */
export async function findWhole(tx: Tx, id: string): Promise<Whole | undefined> {
  const { rows } = await tx.executeQuery<Dossier & Omit<Whole, "dossier">>(
    CompiledQuery.raw(WHOLE, [id, CONFIDENTIAL.key]),
  );
  const [found] = rows;
  if (!found) return undefined;
  const { sections, submissions, facts, messages, ...dossier } = found;
  return {
    dossier,
    sections: sections.map((one) => ({ ...one, savedAt: new Date(one.savedAt) })),
    submissions: submissions.map((one) => ({
      ...one,
      submittedAt: new Date(one.submittedAt),
      sentAt: one.sentAt && new Date(one.sentAt),
      authenticatedAt: new Date(one.authenticatedAt),
    })),
    facts: facts.map((one) => ({ ...one, at: new Date(one.at) })),
    messages: messages.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}

/** A dossier as far as the page of one section needs it, in one statement. */
export type Part = {
  readonly dossier: Dossier;
  readonly history: readonly DossierFact[];
  readonly saved: SavedSection | undefined;
};

export async function findPart(tx: Tx, id: string, section: string): Promise<Part | undefined> {
  const { rows } = await tx.executeQuery<
    Dossier & { readonly history: readonly DossierFact[]; readonly saved: SavedSection | null }
  >(CompiledQuery.raw(PART, [id, section]));
  const [found] = rows;
  if (!found) return undefined;
  const { history, saved, ...dossier } = found;
  return { dossier, history, saved: saved ? { ...saved, savedAt: new Date(saved.savedAt) } : undefined };
}

export async function dossierIn(tx: Tx, account: string, intake: string): Promise<Dossier | undefined> {
  const found = tx.selectFrom("dossier").select(DOSSIER).where("account", "=", account).where("intake", "=", intake);
  return (await found.executeTakeFirst()) as Dossier | undefined;
}

export type ListedDossier = Dossier & { readonly state: DossierStateName; readonly dueOn: Day | null };

/** Those of one person, the newest first. */
export async function dossiersOf(tx: Tx, account: string): Promise<ListedDossier[]> {
  const found = tx
    .selectFrom("dossier")
    .innerJoin("dossier_state as s", (on) => on.onRef("s.id", "=", "dossier.id"))
    .select(DOSSIER.map((column) => `dossier.${column}` as const))
    .select(["s.state", "s.due_on as dueOn"])
    .where("dossier.account", "=", account)
    .orderBy("dossier.started_at", "desc")
    .orderBy("dossier.id");
  return (await found.execute()) as ListedDossier[];
}

export type SavedSection = {
  readonly id: string;
  readonly section: string;
  readonly version: number;
  readonly contents: Contents;
  readonly savedAt: Date;
  readonly savedBy: string;
};

const SECTION = ["id", "section", "version", "contents", "saved_at as savedAt", "saved_by as savedBy"] as const;

/** All but what is confidential, which has a way of its own (`findSection`): no list can show it by mistake. */
export async function sectionsOf(tx: Tx, dossier: string): Promise<SavedSection[]> {
  const found = tx.selectFrom("dossier_section").select(SECTION).where("dossier", "=", dossier);
  const open = found.where("section", "!=", CONFIDENTIAL.key).orderBy("section");
  return (await open.execute()) as unknown as SavedSection[];
}

export async function findSection(tx: Tx, dossier: string, section: string): Promise<SavedSection | undefined> {
  const found = tx.selectFrom("dossier_section").select(SECTION).where("dossier", "=", dossier);
  return (await found.where("section", "=", section).executeTakeFirst()) as unknown as SavedSection | undefined;
}

export type Confided = {
  readonly dossier: string;
  readonly number: string;
  readonly account: string | null;
  readonly name: string | null;
  readonly asked: Contents;
  readonly said: Contents;
};

/** Dossiers handed in with something asked or said of a disability; of one, or of all, by their number. */
export async function confided(tx: Tx, dossier?: string): Promise<Confided[]> {
  const one = dossier === undefined ? sql`` : sql`and d.id = ${dossier}`;
  const { rows } = await sql<Confided>`
    select d.id as dossier, d.number, d.account, s.name,
      coalesce(a.contents, '{}') as asked, coalesce(c.contents, '{}') as said
    from dossier d
    join dossier_state s on s.establishment_id = d.establishment_id and s.id = d.id
    left join dossier_section a
      on a.establishment_id = d.establishment_id and a.dossier = d.id and a.section = 'accommodations'
    left join dossier_section c
      on c.establishment_id = d.establishment_id and c.dossier = d.id and c.section = ${CONFIDENTIAL.key}
    where s.state <> 'draft' and (a.contents ->> 'needed' = 'yes' or coalesce(c.contents ->> 'said', '') <> '') ${one}
    order by d.number limit 1000`.execute(tx);
  return rows;
}

export type NewSection = {
  readonly dossier: string;
  readonly section: string;
  readonly contents: object;
  readonly at: Date;
  readonly by: string;
};

/** Saves over `version` (0: never saved); `undefined` where somebody else saved since. */
export async function putSection(
  tx: Tx,
  { dossier, section, contents, at, by }: NewSection,
  version: number,
): Promise<Stored | undefined> {
  const values = { contents: json(contents), saved_at: at, saved_by: by };
  const saved =
    version === 0
      ? tx
          .insertInto("dossier_section")
          .values({ id: randomUUID(), dossier, section, version: 1, ...values })
          .onConflict((on) => on.columns(["establishment_id", "dossier", "section"]).doNothing())
          .returning(wholeRow("dossier_section"))
      : tx
          .updateTable("dossier_section")
          .set({ version: version + 1, ...values })
          .where("dossier", "=", dossier)
          .where("section", "=", section)
          .where("version", "=", version)
          .returning(wholeRow("dossier_section"));
  const row = await saved.executeTakeFirst();
  return row && storedRow("dossier_section", row);
}

/** A file as a receipt lists it. */
export type ListedFile = {
  readonly slot: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number | null;
};

export type Submission = {
  readonly id: string;
  /** Among all that happened to the dossier. */
  readonly place: number;
  readonly number: string;
  /** The dossier, or what was asked again of it. */
  readonly kind: "whole" | "complement";
  /** Of a complement: the keys of what was asked again. */
  readonly items: readonly string[];
  readonly submittedAt: Date;
  /** When it was first sent, where the person was asked who they are before it went on: by it, it is late or not. */
  readonly sentAt: Date | null;
  readonly late: boolean;
  readonly contents: { readonly [section: string]: Row };
  readonly files: readonly ListedFile[];
  readonly decided: Row;
  readonly shown: string;
  readonly words: string;
  /** How they had shown who they are, separated by spaces; `paper` where they signed on paper. */
  readonly means: string;
  readonly authenticatedAt: Date;
  /** The last that the school had sealed by then. */
  readonly checkpoint: { readonly number: number; readonly hash: string } | null;
  /** Who handed it in: of a dossier on paper, who attests that it was signed. */
  readonly by: string | null;
  /** Of a dossier on paper: the day it came to the school. */
  readonly receivedOn: Day | null;
};

export type NewSubmission = Omit<Submission, "number" | "submittedAt" | "place"> & {
  readonly dossier: Dossier;
  readonly at: Date;
};

export async function insertSubmission(tx: Tx, given: NewSubmission): Promise<{ number: string; stored: Stored }> {
  const { id, kind, dossier, at, late, contents, files, decided, shown, words, means, authenticatedAt } = given;
  const before = tx.selectFrom("submission").select(sql<number>`count(*)`.as("n")).where("dossier", "=", dossier.id);
  const row = {
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
    late,
    contents: json(contents),
    files: json(files),
    decided: json(decided),
    shown,
    words,
    means,
    authenticated_at: authenticatedAt,
  };
  const kept = await tx
    .insertInto("submission")
    .values(row)
    .returning(["number", wholeRow("submission")])
    .executeTakeFirstOrThrow();
  return { number: kept.number, stored: storedRow("submission", kept) };
}

const SUBMISSION = [
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

export type KeptFact = {
  readonly id: string;
  /** Among all that happened to the dossier. */
  readonly place: number;
  readonly kind: string;
  readonly at: Date;
  readonly by: string;
  readonly details: Row;
};

const FACT = ["id", "place", "kind", "at", "by_actor as by", "details"] as const;

export async function insertFact(
  tx: Tx,
  fact: { dossier: string; kind: string; at: Date; by: string; details: object },
): Promise<Stored> {
  const { dossier, kind, at, by, details } = fact;
  const row = { id: randomUUID(), dossier, place: nextPlace(dossier), kind, at, by_actor: by, details: json(details) };
  const kept = await tx
    .insertInto("dossier_fact")
    .values(row)
    .returning(wholeRow("dossier_fact"))
    .executeTakeFirstOrThrow();
  return storedRow("dossier_fact", kept);
}

export async function factsOf(tx: Tx, dossier: string): Promise<KeptFact[]> {
  const found = tx.selectFrom("dossier_fact").select(FACT).where("dossier", "=", dossier);
  return (await found.orderBy("place").execute()) as unknown as KeptFact[];
}

/** A submission as the rules take it. */
const HANDED_IN = `jsonb_build_object(
  'kind', case kind when 'whole' then 'submitted' else 'complement-given' end, 'late', late,
  'number', number, 'byHand', means in ('paper', 'phone'), 'items', items)`;

const HISTORY = `select place, details || jsonb_build_object('kind', kind) as fact from dossier_fact where dossier = $1
  union all
  select place, ${HANDED_IN} from submission where dossier = $1
  order by place`;

/* Written out: the builder would cost each opening as much as the statement itself. */
const columns = (list: readonly string[], of: string) =>
  list.map((one) => `${of}.${one.replace(/ as (\w+)$/, ' as "$1"')}`).join(", ");
const listed = (list: readonly string[], from: string, order: string) =>
  `(select coalesce(json_agg(x), '[]') from (select ${columns(list, "t")} from ${from} order by ${order}) x)`;
const WHOLE = `select ${columns(DOSSIER, "d")},
  ${listed(SECTION, "dossier_section t where t.dossier = d.id and t.section <> $2", "t.section")} as sections,
  ${listed(SUBMISSION, "submission t where t.dossier = d.id", "t.place")} as submissions,
  ${listed(FACT, "dossier_fact t where t.dossier = d.id", "t.place")} as facts,
  (select coalesce(json_agg(x), '[]') from (select m.at, m.side, not exists (
    select from dossier_reading r where r.dossier = m.dossier and r.side <> m.side and r.read_at >= m.at) as unread
    from dossier_message m where m.dossier = d.id order by m.at, m.id) x) as messages
  from dossier d where d.id = $1`;
const PART = `select ${columns(DOSSIER, "d")},
  (select coalesce(json_agg(h.fact), '[]') from (${HISTORY}) h) as history,
  (select to_jsonb(x) from (select ${columns(SECTION, "t")} from dossier_section t
    where t.dossier = d.id and t.section = $2) x) as saved
  from dossier d where d.id = $1`;

/** Facts and submissions together, in the order in which they happened, as the rule takes them. */
export async function historyOf(tx: Tx, dossier: string): Promise<DossierFact[]> {
  const { rows } = await tx.executeQuery<{ fact: DossierFact }>(CompiledQuery.raw(HISTORY, [dossier]));
  return rows.map(({ fact }) => fact);
}

/** The same, from what was read already. */
export function historyFrom(facts: readonly KeptFact[], submissions: readonly Submission[]): DossierFact[] {
  const happened = [
    ...facts.map(({ place, kind, details }) => ({ place, fact: { ...details, kind } as DossierFact })),
    ...submissions.map(({ place, late }) => ({ place, fact: { kind: "submitted", late } as const })),
  ];
  return happened.toSorted((a, b) => a.place - b.place).map(({ fact }) => fact);
}

/** The state row is locked by whoever adds: nobody else takes the same place. */
function nextPlace(dossier: string) {
  return sql<number>`(select coalesce(max(place), 0) + 1 from (
    select place from dossier_fact where dossier = ${dossier} union all
    select place from submission where dossier = ${dossier}) as happened)`;
}

/** Two acts on one dossier go one after the other; false where there is none, or none any more. */
export function lockDossier(tx: Tx, dossier: string): Promise<boolean> {
  return lockChain(tx, dossierChain(dossier));
}

/** Computes where a dossier stands from its facts, and keeps it: the last thing an act does to it. */
export async function keepState(tx: Tx, dossier: Dossier, at: Date): Promise<DossierState> {
  const history = await historyOf(tx, dossier.id);
  const state = dossierState(history);
  const { standing, toConfirm, officer, seen, parts } = placeInQueue(history);
  const last = tx
    .selectFrom("submission")
    .select(sql<Date | null>`max(submitted_at)`.as("at"))
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
  await tx
    .insertInto("dossier_state")
    .values({ ...row, id: dossier.id, intake: dossier.intake, changed_at: at })
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet(row))
    .execute();
  return state;
}

/** Who of the school deals with it. */
export async function officerOf(tx: Tx, dossier: string): Promise<string | null> {
  const found = tx.selectFrom("dossier_state").select("officer").where("id", "=", dossier);
  return (await found.executeTakeFirst())?.officer ?? null;
}

/** The name for lists: of the account while it is a draft, then as the identity section gave it when it was handed in. */
export async function keepName(tx: Tx, dossier: string, name: string | null): Promise<void> {
  await tx.updateTable("dossier_state").set({ name }).where("id", "=", dossier).execute();
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
  const { rows } = await sql<{ dossier: string; fact: DossierFact; at: Date | null }>`
    select dossier, place, details || jsonb_build_object('kind', kind) as fact, null::timestamptz as at
    from dossier_fact where dossier in (${sql.join(ids)})
    union all
    select dossier, place, ${sql.raw(HANDED_IN)}, case kind when 'whole' then submitted_at end
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
      computed: {
        state,
        dueOn,
        ...placeInQueue(history),
        submittedAt: last ? new Date(last).toISOString() : null,
      },
    };
  });
}

/** Since when the school has something to read: a message, or that what was handed in is withdrawn. */
export async function keepUnread(tx: Tx, dossier: string, at: Date): Promise<void> {
  const unread = tx.updateTable("dossier_state").set({ unread_since: at }).where("id", "=", dossier);
  await unread.where("unread_since", "is", null).execute();
}

/** What the person was written about this dossier. */
export type Letter = { readonly id: string; readonly at: Date; readonly subject: string };

export async function lettersAbout(tx: Tx, about: string, reader: string): Promise<Letter[]> {
  const found = tx.selectFrom("mail").select(["id", "queued_at as at", "subject"]).where("about", "=", about);
  return found.where("reader", "=", reader).orderBy("queued_at").orderBy("id").execute();
}

export type Confirmation = {
  readonly id: string;
  readonly dossier: string;
  /** Of the code to be handed over; null where one is sent to the person’s address when they ask. */
  readonly codeHash: Uint8Array | null;
  readonly tries: number;
  readonly expiresAt: Date;
  readonly openedHash: Uint8Array | null;
  readonly openedUntil: Date | null;
};

const CONFIRMATION = [
  "id",
  "dossier",
  "code_hash as codeHash",
  "tries",
  "expires_at as expiresAt",
  "opened_hash as openedHash",
  "opened_until as openedUntil",
] as const;

export type NewConfirmation = {
  readonly id: string;
  readonly dossier: string;
  readonly linkHash: Buffer;
  readonly codeHash: Buffer | null;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** In the place of the one before, whose link and code open nothing any more; the rows of both. */
export async function replaceConfirmation(tx: Tx, confirmation: NewConfirmation): Promise<Stored[]> {
  const { id, dossier, linkHash, codeHash, at, expiresAt } = confirmation;
  const before = await tx.deleteFrom("dossier_confirmation").where("dossier", "=", dossier).returning("id").execute();
  const row = { id, dossier, link_hash: linkHash, code_hash: codeHash, tries: 0, made_at: at, expires_at: expiresAt };
  const inserted = tx.insertInto("dossier_confirmation").values(row).returning(wholeRow("dossier_confirmation"));
  return [
    ...before.map((gone) => ({ table: "dossier_confirmation", id: gone.id, values: null })),
    storedRow("dossier_confirmation", await inserted.executeTakeFirstOrThrow()),
  ];
}

/** Locked: two tries go one after the other. */
export async function lockConfirmation(tx: Tx, linkHash: Buffer): Promise<Confirmation | undefined> {
  const found = tx.selectFrom("dossier_confirmation").select(CONFIRMATION).where("link_hash", "=", linkHash);
  return found.forUpdate().executeTakeFirst();
}

export async function findConfirmation(tx: Tx, linkHash: Buffer): Promise<Confirmation | undefined> {
  const found = tx.selectFrom("dossier_confirmation").select(CONFIRMATION).where("link_hash", "=", linkHash);
  return found.executeTakeFirst();
}

export async function updateConfirmation(
  tx: Tx,
  id: string,
  changed: { readonly tries: number } | { readonly opened_hash: Buffer; readonly opened_until: Date },
): Promise<Stored> {
  const update = tx.updateTable("dossier_confirmation").set(changed).where("id", "=", id);
  const row = await update.returning(wholeRow("dossier_confirmation")).executeTakeFirstOrThrow();
  return storedRow("dossier_confirmation", row);
}

/** Where to write to whoever has no account here, or whose account it is from now on. */
export async function updateDossier(
  tx: Tx,
  id: string,
  changed: { readonly address: string | null; readonly account?: string },
): Promise<Stored> {
  const update = tx.updateTable("dossier").set(changed).where("id", "=", id);
  return storedRow("dossier", await update.returning(wholeRow("dossier")).executeTakeFirstOrThrow());
}
