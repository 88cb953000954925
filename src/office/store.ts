/** The SQL of the office: the queue, its search, and the notes. */
import { CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { isId } from "../kit/shapes.ts";
import type { Seal } from "../act/chain.ts";
import { keep } from "../act/keep.ts";
import { CONFIDENTIAL } from "../dossier/rules/sections.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import type { Standing } from "../dossier/rules/place.ts";
import { type Cursor, type Group, GROUPS, isAcross, MOST_IN_GROUP } from "./rules/queue.ts";
import type { Search } from "../dossier/rules/search.ts";

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly entered: "online" | "paper" | "phone";
  readonly standing: Standing;
  readonly officer: string | null;
  /** How many of its parts were seen, of how many. */
  readonly seen: number;
  readonly parts: number;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly startedAt: Date;
  readonly dueOn: Day | null;
  /** What the rows of this page are ordered by. */
  readonly at: Date;
};

/** How many stand in each group, no further than is said; what cuts across the others is counted apart. */
export async function countGroups(tx: Tx, intake: string): Promise<Partial<Record<Group, number>>> {
  const { rows } = await groupCounts(intake).execute(tx);
  return Object.fromEntries(rows.map(({ group, count }) => [group, count]));
}

/** Each in the order of its index, which alone is then read, and no longer than the limit. */
export function groupCounts(intake: string): RawBuilder<{ group: Group; count: number }> {
  const most = MOST_IN_GROUP + 1;
  return sql`
    select g.standing as "group", count(*)::integer as count
    from unnest(${sql.val(STANDINGS)}::text[]) as g (standing), lateral (
      select 1 from dossier_state s where s.intake = ${intake} and s.standing = g.standing
      order by s.changed_at, s.id limit ${most}) as met
    group by 1
    union all
    select 'messages', count(*)::integer from (
      select 1 from dossier_state s where s.intake = ${intake} and s.unread_since is not null
      order by s.unread_since, s.id limit ${most}) as met
    union all
    select 'to-confirm', count(*)::integer from (
      select 1 from dossier_state s where s.intake = ${intake} and s.to_confirm
      order by s.changed_at, s.id limit ${most}) as met`;
}

const STANDINGS = GROUPS.filter((group) => !isAcross(group));

/** How many wait for a first look, whether new, late or answered: counted no further than is said. */
export async function countToLookAt(tx: Tx, intakes: readonly string[]): Promise<number> {
  const { rows } = await toLookAt(intakes).execute(tx);
  return rows[0]!.count;
}

export function toLookAt(intakes: readonly string[]): RawBuilder<{ count: number }> {
  // Asked in the order of the index: else the planner reads the table itself, in hope of meeting enough early.
  return sql`
    select least(count(*), ${MOST_COUNTED})::integer as count
    from unnest(${sql.val([...intakes])}::uuid[]) as one (intake),
    unnest(array['answered', 'submitted', 'late']) as first (standing), lateral (
      select 1 from dossier_state s where s.intake = one.intake and s.standing = first.standing
      order by s.changed_at, s.id limit ${MOST_COUNTED}
    ) as met`;
}

export type Asked = {
  readonly intake: string;
  readonly group?: Group | undefined;
  readonly search?: Search | undefined;
  /** Who deals with them; `null`: nobody yet. */
  readonly officer?: string | null | undefined;
  readonly after?: Cursor | undefined;
  /** None that came to stand where it does after this. */
  readonly until?: Date | undefined;
  readonly but?: But | undefined;
  readonly limit: number;
};

/** Not this one, nor what is this account’s own: of that, a colleague is the judge. */
type But = { readonly id: string; readonly account: string | null };

function isNot({ id, account }: But, intake: string): RawBuilder<boolean> {
  return sql`s.id <> ${id}::uuid and s.id is distinct from (
    select own.id from dossier own where own.account = ${account}::uuid and own.intake = ${intake}::uuid)`;
}

/** The one that waits longest in the first of these groups that has any, but this one and what is its own account’s. */
export async function firstOf(
  tx: Tx,
  which: {
    readonly intake: string;
    readonly standings: readonly Standing[];
    readonly but: But;
  },
): Promise<{ readonly id: string; readonly number: string } | undefined> {
  const { intake, standings, but } = which;
  const { rows } = await sql<{ id: string; number: string }>`
    select met.id, d.number from unnest(${sql.val(standings)}::text[]) with ordinality as g (standing, place), lateral (
      select s.id, s.changed_at from dossier_state s
      where s.intake = ${intake} and s.standing = g.standing and ${isNot(but, intake)}
      order by s.changed_at, s.id limit 1) as met
    join dossier d on d.id = met.id
    order by g.place limit 1`.execute(tx);
  return rows[0];
}

/** The same of several at once: one’s own, and those of whom one stands in for. */
export type WithOfficers = Omit<Asked, "officer"> & { readonly officer?: Asked["officer"] | readonly string[] };

/** The longest waiting first, a page at a time. Which index each way of asking goes by is held by `queue-plans.test.ts`. */
export async function queueRows(tx: Tx, { officer, ...asked }: WithOfficers): Promise<QueueRow[]> {
  const of = async (one: Asked["officer"]) =>
    (await queueQuery(tx, { ...asked, officer: one }).execute()) as QueueRow[];
  if (typeof officer !== "object" || officer === null) return of(officer);
  const rows: QueueRow[] = [];
  // One after the other, each by its index, which has an order for one officer alone.
  for (const one of officer) rows.push(...(await of(one)));
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).slice(0, asked.limit);
}

/** What a list for a spreadsheet has beside each: where to reach somebody, and what they still owe, in cents. */
export type Reach = {
  readonly id: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly balance: number | null;
};

/** The telephone as it was last handed in: what is being written is its author’s. */
export async function reachOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  // Apart: joined by something made of a column, each row of a long list would be compared with each charge.
  const { rows: owed } = await sql<{ about: string; balance: number }>`
    select h.about, sum(t.balance)::integer as balance from charge h
    join charge_state t on t.establishment_id = h.establishment_id and t.id = h.id
    where h.about = any(${sql.val(ids.map(dossierChain))}::text[]) group by 1`.execute(tx);
  const balances = new Map(owed.map(({ about, balance }) => [about, balance]));
  const { rows } = await sql<Omit<Reach, "balance">>`
    select d.id, coalesce(c.address, d.address) as mail, w.phone
    from dossier d
    left join lateral account_contact(d.account) c on d.account is not null
    left join lateral (
      select s.contents -> 'contact' ->> 'phone' as phone from submission s
      where s.establishment_id = d.establishment_id and s.dossier = d.id order by s.place desc limit 1) w on true
    where d.id = any(${sql.val([...ids])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, { ...row, balance: balances.get(dossierChain(row.id)) ?? null }]));
}

/** Those that were chosen, each with the intake it is in and the language in which its person is written to. */
export type ChosenRow = QueueRow & {
  readonly intake: string;
  readonly language: Lang;
  readonly account: string | null;
};

export async function rowsAmong(tx: Tx, ids: readonly string[]): Promise<ChosenRow[]> {
  const rows = queueColumns(tx, sql<Date>`s.changed_at`)
    .select(["s.intake", "d.language", "d.account"])
    .where("s.id", "in", ids);
  return (await rows.orderBy("d.number").execute()) as ChosenRow[];
}

export function queueQuery(tx: Tx, { intake, group, search, officer, after, until, but, limit }: Asked) {
  const at = group === "messages" ? sql<Date>`s.unread_since` : sql<Date>`s.changed_at`;
  let rows = queueColumns(tx, at).where("s.intake", "=", intake);
  if (group === "messages") rows = rows.where("s.unread_since", "is not", null);
  else if (group === "to-confirm") rows = rows.where(sql<boolean>`s.to_confirm`);
  else if (group !== undefined) rows = rows.where("s.standing", "=", group);
  if (officer === null) rows = rows.where("s.officer", "is", null);
  else if (officer !== undefined) rows = rows.where("s.officer", "=", officer);
  if (search && "number" in search) rows = rows.where("d.number", "=", search.number);
  if (search && "mail" in search)
    rows = rows.where(
      "s.id",
      "in",
      sql<string>`(select id from dossiers_written_to(
        current_setting('livret.establishment'), ${intake}::uuid, ${search.mail}))`,
    );
  if (search && "parts" in search)
    rows = rows.where(
      "s.id",
      "in",
      sql<string>`(select id from dossiers_named(
        current_setting('livret.establishment'), ${intake}::uuid, ${sql.val([...search.parts])}::text[]))`,
    );
  // Acts write whole milliseconds, which is what an address can hold.
  if (after) rows = rows.where(sql<boolean>`(${at}, s.id) > (${after.at}, ${after.id}::uuid)`);
  if (until) rows = rows.where(sql<boolean>`${at} <= ${until}`);
  if (but) rows = rows.where(isNot(but, intake));
  return rows.orderBy(at).orderBy("s.id").limit(limit);
}

/** Handed in, as it says there; until then, as its author’s account is called now. */
const NAME = sql<string | null>`case when s.submitted_at is null and d.account is not null
  then coalesce((select a.name from account_contact(d.account) a), s.name) else s.name end`;

function queueColumns(tx: Tx, at: RawBuilder<Date>) {
  return tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", (on) =>
      on.onRef("d.establishment_id", "=", "s.establishment_id").onRef("d.id", "=", "s.id"),
    )
    .select(["s.id", "d.number", NAME.as("name"), "d.entered", "s.standing", "s.officer", "s.changed_at as changedAt"])
    .select(["s.parts_seen as seen", "s.parts_all as parts"])
    .select(["s.submitted_at as submittedAt", "d.started_at as startedAt", "s.due_on as dueOn", at.as("at")]);
}

export type Note = { readonly id: string; readonly by: string; readonly at: Date; readonly text: string };

export async function insertNote(tx: Tx, dossier: string, { id, by, at, text }: Note): Promise<void> {
  await keep(tx, "dossier_note", { id, dossier, by_actor: by, written_at: at, text });
}

export type Returned = { readonly mail: string; readonly at: Date };

/** The last mail about a dossier to an address, where it came back and was not sent again. */
export async function returnedFrom(tx: Tx, about: string, address: string): Promise<Returned | undefined> {
  const found = tx
    .selectFrom("mail as m")
    .innerJoin("mail_sending as s", "s.id", "m.id")
    .leftJoin("mail_bounce as b", "b.mail", "m.id")
    .select(["m.id as mail", "s.state", "b.recorded_at as at", "m.queued_at as queued"])
    .where("m.about", "=", about)
    .where("m.to_address", "=", address)
    .where("s.state", "in", ["sent", "bounced"]);
  const last = await found.orderBy("m.queued_at", "desc").orderBy("b.recorded_at", "desc").limit(1).executeTakeFirst();
  return last?.state === "bounced" ? { mail: last.mail, at: last.at ?? last.queued } : undefined;
}

/** Of so many dossiers, those whose person’s last mail came back. */
export async function returnedAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  // By what the mails are about, given from outside: made of a column, it would go by no index under row security.
  const { rows } = await sql<{ id: string }>`
    with whose as materialized (
      select d.id, 'dossier:' || d.id as about, coalesce((select a.address from account_contact(d.account) a), d.address) as address
      from dossier d where d.id = any(${sql.val([...ids])}::uuid[])
    ), last as (
      select distinct on (m.about) m.about, s.state from mail m
      join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
      join whose w on w.about = m.about and w.address = m.to_address
      where m.about = any(${sql.val(ids.map(dossierChain))}::text[]) and s.state in ('sent', 'bounced')
      order by m.about, m.queued_at desc
    )
    select w.id from whose w join last l on l.about = w.about where l.state = 'bounced'`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What is asked of the person for this dossier; amounts in cents. */
export type Due = {
  readonly id: string;
  readonly dueOn: Day;
  readonly reference: string;
  readonly total: number;
  readonly balance: number;
  readonly suspended: boolean;
};

/** What the office has noted of a dossier and asks for it, who deals with it, and where its person is written to. */
export type Besides = {
  readonly notes: readonly Note[];
  readonly dues: readonly Due[];
  readonly officer: string | null;
  readonly contact: Reached | undefined;
};
/** As `account_contact` gives it. */
type Reached = { readonly address: string; readonly name: string; readonly language: Lang };

export async function besides(tx: Tx, { id, account }: Pick<Dossier, "id" | "account">): Promise<Besides> {
  const { rows } = await tx.executeQuery<Besides & { readonly contact: Reached | null }>(
    CompiledQuery.raw(BESIDES, [id, dossierChain(id), account]),
  );
  const { notes, contact, ...rest } = rows[0]!;
  return { ...rest, notes: notes.map((note) => ({ ...note, at: new Date(note.at) })), contact: contact ?? undefined };
}

/* Written out: the builder would cost each opening as much as the statement itself. */
const BESIDES = `select
  (select coalesce(json_agg(x), '[]') from (
    select id, by_actor as by, written_at as at, text from dossier_note where dossier = $1 order by written_at, id) x) as notes,
  (select coalesce(json_agg(x), '[]') from (
    select c.id, s.due_on as "dueOn", c.reference, c.total, s.balance, s.suspended
    from charge c join charge_state s on s.establishment_id = c.establishment_id and s.id = c.id
    where c.about = $2 order by c.charged_on, c.id) x) as dues,
  (select officer from dossier_state where id = $1) as officer,
  (select row_to_json(a) from account_contact($3) a where $3 is not null) as contact`;

/** A record of an act; what it stored is named, and not told. */
type Recorded = {
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly stored: readonly Seal[];
};

/** Its own, and those of what was asked to be paid for it. */
export async function recordsOn(
  tx: Tx,
  about: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<Recorded[]> {
  const charges = await tx.selectFrom("charge").select("id").where("about", "=", about).execute();
  // Given from outside: an array made within the statement goes by no index under row security.
  const chains = [about, ...charges.map(({ id }) => `charge:${id}`)];
  const { rows } = await sql<Recorded>`
    select act, actor, at, stored from audit_record where chain = any(${sql.val(chains)}::text[])
    order by at desc, chain, seq desc offset ${offset} limit ${limit}`.execute(tx);
  return rows;
}

/** What a row that an act stored is: a part of the dossier, a piece, the receipt that was given. */
export type About = { readonly part: string } | { readonly piece: string } | { readonly receipt: string };

/** What one confided to the référent handicap is told as the accommodations, which everybody sees: not that something was said. */
export async function rowsNamed(tx: Tx, stored: readonly Seal[]): Promise<ReadonlyMap<string, About>> {
  const ids = [...new Set(stored.map(({ id }) => id))].filter((id) => isId(id));
  if (ids.length === 0) return new Map();
  const among = sql`(${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
  const { rows } = await sql<{ id: string } & { part?: string; piece?: string; receipt?: string }>`
    select id, case section when ${CONFIDENTIAL.key} then 'accommodations' else section end as part,
      null as piece, null as receipt from dossier_section where id in ${among}
    union all select id, null, slot, null from stored_file where id in ${among}
    union all select id, null, null, number from submission where id in ${among}`.execute(tx);
  return new Map(
    rows.map(({ id, part, piece, receipt }) => [id, part ? { part } : piece ? { piece } : { receipt: receipt ?? "" }]),
  );
}

/** As lists call it. */
export async function nameInQueue(tx: Tx, id: string): Promise<string | null> {
  const found = tx.selectFrom("dossier_state").select("name").where("id", "=", id);
  return (await found.executeTakeFirst())?.name ?? null;
}
