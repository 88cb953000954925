/** The SQL of dossiers and their sections; their history is in `history/`. */
import { newId } from "../kit/id.ts";
import { CompiledQuery, sql } from "kysely";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { json } from "../kit/sql.ts";
import { lockChain } from "../act/chain.ts";
import { change, keeping } from "../act/keep.ts";
import { CONFIDENTIAL, type Contents } from "./rules/sections.ts";
import type { DossierFact, DossierStateName } from "./rules/state.ts";
import { INTAKE_ROW, type Intake, intakeIn } from "../intake/intake.ts";
import { FACT, HISTORY, SUBMISSION } from "./history/store.ts";
import { type Dossier, dossierChain, type Side } from "./rules/dossier.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";

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

/** Returns its number; `undefined` if this account already has one in this intake. */
export async function insertDossier(
  tx: Tx,
  dossier: Omit<Dossier, "number" | "startedAt" | "address"> & { address?: string; at: Date; today: Day },
  whose: { readonly of?: string } = {},
): Promise<string | undefined> {
  const { id, intake, account, entered, language, address = null, at, today } = dossier;
  const row = {
    id,
    intake,
    // From a sequence: a counter per school would make every insert wait for its row.
    number: sql<string>`${`D-${today.slice(0, 4)}-`} || lpad(nextval('dossier_number')::text, 6, '0')`,
    account,
    entered,
    language,
    started_at: at,
    address,
  };
  const first = tx
    .insertInto("dossier")
    .values(row)
    .onConflict((on) =>
      on.columns(["establishment_id", "account", "intake"]).where("account", "is not", null).doNothing(),
    );
  const [kept] = await keeping(tx, "dossier", first, whose);
  return kept && String(kept.number);
}

export async function findDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await tx.selectFrom("dossier").select(DOSSIER).where("id", "=", id).executeTakeFirst()) as
    | Dossier
    | undefined;
}

/** A dossier with all its contents except the confidential section. */
export type Whole = {
  readonly dossier: Dossier;
  readonly sections: readonly SavedSection[];
  readonly submissions: readonly Submission[];
  readonly facts: readonly KeptFact[];
  /** Facts and submissions as the rules take them (`historyOf`). */
  readonly history: readonly DossierFact[];
  readonly messages: readonly WrittenMessage[];
};

/** A message's author side, whether the other side has still to read it, and when that said that it needs no answer. */
export type WrittenMessage = {
  readonly at: Date;
  readonly side: Side;
  readonly unread: boolean;
  readonly noAnswerAt: Date | null;
};

/** One statement, since it runs on every opening: four would cost four times as much. */
export async function findWhole(tx: Tx, id: string): Promise<Whole | undefined> {
  const { rows } = await tx.executeQuery<Dossier & Omit<Whole, "dossier">>(
    CompiledQuery.raw(WHOLE, [id, CONFIDENTIAL.key]),
  );
  const [row] = rows;
  if (!row) return undefined;
  const { sections, submissions, facts, history, messages, ...dossier } = row;
  return {
    dossier,
    sections: sections.map((one) => ({ ...one, savedAt: new Date(one.savedAt) })),
    submissions: submissions.map((submission) => ({
      ...submission,
      submittedAt: new Date(submission.submittedAt),
      sentAt: submission.sentAt && new Date(submission.sentAt),
      closesAt: submission.closesAt && new Date(submission.closesAt),
      authenticatedAt: new Date(submission.authenticatedAt),
    })),
    facts: facts.map((one) => ({ ...one, at: new Date(one.at) })),
    history,
    messages: messages.map((one) => ({
      ...one,
      at: new Date(one.at),
      noAnswerAt: one.noAnswerAt && new Date(one.noAnswerAt),
    })),
  };
}

/** What the page of one section needs of a dossier, in one statement. */
export type Part = Read & { readonly saved: SavedSection | undefined };
type Read = { readonly dossier: Dossier; readonly history: readonly DossierFact[] };

export async function findPart(tx: Tx, id: string, section: string): Promise<Part | undefined> {
  const [row] = (await tx.executeQuery<PartRow>(CompiledQuery.raw(PART, [id, section]))).rows;
  if (!row) return undefined;
  const { history, saved, ...dossier } = row;
  return { dossier, history, saved: saved ? { ...saved, savedAt: new Date(saved.savedAt) } : undefined };
}
type PartRow = Dossier & Pick<Read, "history"> & { readonly saved: SavedSection | null };

/** What a file upload needs: the intake, and the ids of the slot's files. */
export type Slot = Read & { readonly intake: Intake; readonly files: readonly string[] };

export async function findSlot(tx: Tx, id: string, slot: string): Promise<Slot | undefined> {
  const asked = CompiledQuery.raw(SLOT, [id, dossierChain(id), slot]);
  const [row] = (await tx.executeQuery<Dossier & Omit<Slot, "dossier" | "intake"> & { asks: unknown }>(asked)).rows;
  if (!row) return undefined;
  const { history, files, asks, ...dossier } = row;
  return { dossier, history, files, intake: intakeIn(asks) };
}

export async function dossierIn(tx: Tx, account: string, intake: string): Promise<Dossier | undefined> {
  const query = tx.selectFrom("dossier").select(DOSSIER).where("account", "=", account).where("intake", "=", intake);
  return (await query.executeTakeFirst()) as Dossier | undefined;
}

export type ListedDossier = Dossier & {
  readonly state: DossierStateName;
  readonly dueOn: Day | null;
  /** Once at least, whether or not it was taken back since. */
  readonly handedIn: boolean;
};

/** One account's dossiers, newest first. */
export async function dossiersOf(tx: Tx, account: string): Promise<ListedDossier[]> {
  const query = tx
    .selectFrom("dossier")
    .innerJoin("dossier_state as s", (on) => on.onRef("s.id", "=", "dossier.id"))
    .select(DOSSIER.map((column) => `dossier.${column}` as const))
    .select(["s.state", "s.due_on as dueOn"])
    .select(sql<boolean>`exists (select from submission b where b.dossier = dossier.id)`.as("handedIn"))
    .where("dossier.account", "=", account)
    .orderBy("dossier.started_at", "desc")
    .orderBy("dossier.id", "desc");
  return (await query.execute()) as ListedDossier[];
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

/** All but the confidential section, which only `findSection` reads: no list can show it by mistake. */
export async function sectionsOf(tx: Tx, dossier: string): Promise<SavedSection[]> {
  const query = tx.selectFrom("dossier_section").select(SECTION).where("dossier", "=", dossier);
  const open = query.where("section", "!=", CONFIDENTIAL.key).orderBy("section");
  return (await open.execute()) as unknown as SavedSection[];
}

export async function findSection(tx: Tx, dossier: string, section: string): Promise<SavedSection | undefined> {
  const query = tx.selectFrom("dossier_section").select(SECTION).where("dossier", "=", dossier);
  return (await query.where("section", "=", section).executeTakeFirst()) as unknown as SavedSection | undefined;
}

export type Confided = {
  readonly dossier: string;
  readonly number: string;
  readonly account: string | null;
  readonly name: string | null;
  /** Withdrawn: nothing is left to decide. */
  readonly withdrawn: boolean;
  /** The mail address, if any. */
  readonly address: string | null;
  readonly phone: string | null;
  readonly asked: Contents;
  readonly said: Contents;
};

/** The name that lists show. */
export async function shownName(tx: Tx, dossier: string): Promise<string | null> {
  const one = tx.selectFrom("dossier_state").select("name").where("id", "=", dossier);
  return (await one.executeTakeFirst())?.name ?? null;
}

/** Submitted dossiers with a request or a confidence about a disability: one of them, or the newest before a number; oldest first. */
export async function confided(
  tx: Tx,
  which: { readonly dossier: string } | { readonly before: string | undefined; readonly limit: number },
): Promise<Confided[]> {
  const { limit, ...some } = "limit" in which ? which : { ...which, limit: 1 };
  const ofDossier = "dossier" in some ? sql`and one.dossier = ${some.dossier}` : sql``;
  const before = "dossier" in some || some.before === undefined ? sql`` : sql`and d.number < ${some.before}`;
  // Literal as in the index: a parameter would keep the planner from using it.
  const { rows } = await sql<Confided>`
    with asking as (
      select d.establishment_id, d.id, d.number, d.account, d.address, s.name, s.state
      from (
        select distinct one.dossier from dossier_section one
        where ((one.section = 'accommodations' and one.contents ->> 'needed' = 'yes')
          or (one.section = ${sql.lit(CONFIDENTIAL.key)} and one.contents ->> 'said' <> '')) ${ofDossier}
      ) one
      join dossier d on d.id = one.dossier
      join dossier_state s on s.id = one.dossier
      where s.state <> 'draft' ${before}
      order by d.number desc limit ${limit}
    )
    select d.id as dossier, d.number, d.account, d.name, d.state = 'withdrawn' as withdrawn,
      coalesce((select t.address from account_contact(d.account) t), d.address) as address,
      (k.contents || dossier_changed(d.id, 'contact', k.saved_at)) ->> 'phone' as phone,
      coalesce(a.contents, '{}') as asked, coalesce(c.contents, '{}') as said
    from asking d
    left join dossier_section a
      on a.establishment_id = d.establishment_id and a.dossier = d.id and a.section = 'accommodations'
    left join dossier_section k
      on k.establishment_id = d.establishment_id and k.dossier = d.id and k.section = 'contact'
    left join dossier_section c
      on c.establishment_id = d.establishment_id and c.dossier = d.id and c.section = ${CONFIDENTIAL.key}
    order by d.number desc`.execute(tx);
  return rows.toReversed();
}

export type NewSection = {
  readonly dossier: string;
  readonly section: string;
  readonly contents: object;
  readonly at: Date;
  readonly by: string;
};

/** Saves over `version` (0: never saved); false if it was saved since. */
export async function putSection(
  tx: Tx,
  { dossier, section, contents, at, by }: NewSection,
  version: number,
  whose: { readonly of?: string } = {},
): Promise<boolean> {
  const values = { contents: json(contents), saved_at: at, saved_by: by };
  const saving =
    version === 0
      ? tx
          .insertInto("dossier_section")
          .values({ id: newId(), dossier, section, version: 1, ...values })
          .onConflict((on) => on.columns(["establishment_id", "dossier", "section"]).doNothing())
      : tx
          .updateTable("dossier_section")
          .set({ version: version + 1, ...values })
          .where("dossier", "=", dossier)
          .where("section", "=", section)
          .where("version", "=", version);
  return (await keeping(tx, "dossier_section", saving, whose)).length > 0;
}

/** Hand-written: the query builder would cost as much as the statement itself. */
const columns = (list: readonly string[], of: string) =>
  list.map((one) => `${of}.${one.replace(/ as (\w+)$/, ' as "$1"')}`).join(", ");
const listed = (list: readonly string[], from: string, order: string) =>
  `(select coalesce(json_agg(x), '[]') from (select ${columns(list, "t")} from ${from} order by ${order}) x)`;
const WHOLE = `select ${columns(DOSSIER, "d")},
  ${listed(SECTION, "dossier_section t where t.dossier = d.id and t.section <> $2", "t.section")} as sections,
  ${listed(SUBMISSION, "submission t where t.dossier = d.id", "t.place")} as submissions,
  ${listed(FACT, "dossier_fact t where t.dossier = d.id", "t.place")} as facts,
  (select coalesce(json_agg(h.fact), '[]') from (${HISTORY}) h) as history,
  (select coalesce(json_agg(x), '[]') from (select m.at, m.side, not exists (
    select from dossier_reading r where r.dossier = m.dossier and r.side <> m.side and r.read_at >= m.at) as unread, m.no_answer_at as "noAnswerAt"
    from dossier_message m where m.dossier = d.id order by m.at, m.id) x) as messages
  from dossier d where d.id = $1`;
const PART = `select ${columns(DOSSIER, "d")},
  (select coalesce(json_agg(h.fact), '[]') from (${HISTORY}) h) as history,
  (select row_to_json(x) from (select ${columns(SECTION, "t")} from dossier_section t
    where t.dossier = d.id and t.section = $2) x) as saved
  from dossier d where d.id = $1`;
const SLOT = `select ${columns(DOSSIER, "d")},
  (select coalesce(json_agg(h.fact), '[]') from (${HISTORY}) h) as history,
  (select row_to_json(x) from (${INTAKE_ROW} where id = d.intake) x) as asks,
  (select coalesce(json_agg(f.id order by f.position), '[]') from stored_file f
    where f.about = $2 and f.slot = $3 and f.detached_at is null) as files
  from dossier d where d.id = $1`;

/** Serialises acts on one dossier; false if it does not exist any more. */
export function lockDossier(tx: Tx, dossier: string): Promise<boolean> {
  return lockChain(tx, dossierChain(dossier));
}

/** `also`: other names to search by; `phone`: its digits. What is absent stays as it is. */
export type Found = {
  readonly name?: string | null;
  readonly also?: string | null;
  readonly phone?: string | null;
};

/** What a person is found by: the account's name while a draft, then what was handed in. */
export async function keepFound(tx: Tx, dossier: string, { name, also, phone }: Found): Promise<void> {
  const found = { ...(name !== undefined && { name }), ...(also !== undefined && { also_named: also }) };
  const kept = tx.updateTable("dossier_state").set({ ...found, ...(phone !== undefined && { phone }) });
  await tx.executeQuery(alongside(kept.where("id", "=", dossier).compile()));
}

/** Since when the school has something to read: a message, or the withdrawal of a submission. */
export async function keepUnread(tx: Tx, dossier: string, at: Date): Promise<void> {
  const unread = tx.updateTable("dossier_state").set({ unread_since: at }).where("id", "=", dossier);
  await unread.where("unread_since", "is", null).execute();
}

/** A mail sent to the person about this dossier. */
export type Letter = { readonly id: string; readonly at: Date; readonly subject: string };

export async function lettersAbout(tx: Tx, about: string, reader: string): Promise<Letter[]> {
  const query = tx.selectFrom("mail").select(["id", "queued_at as at", "subject"]).where("about", "=", about);
  return query.where("reader", "=", reader).orderBy("queued_at").orderBy("id").execute();
}

/** Changes the address of a person without an account, or gives the dossier to an account. */
export async function updateDossier(
  tx: Tx,
  id: string,
  changed: { readonly address: string | null; readonly account?: string },
): Promise<void> {
  await change(tx, "dossier", id, changed);
}
