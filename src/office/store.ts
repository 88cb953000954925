/** The SQL of the office: the queue, its search, and notes. */
import { CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { isId } from "../kit/shapes.ts";
import type { Seal } from "../act/chain.ts";
import { keep } from "../act/keep.ts";
import type { Role } from "../act/permissions.ts";
import { ACCOUNT_OF_ACTOR, type Colleague } from "../people/contact.ts";
import { CHOSEN, type Intake } from "../intake/intake.ts";
import { CONFIDENTIAL } from "../dossier/rules/sections.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import type { Dossier, Entered } from "../dossier/rules/dossier.ts";
import type { Standing } from "../dossier/rules/place.ts";
import type { Search } from "../dossier/rules/search.ts";
import { foundBy } from "../dossier/found.ts";
import type { Absence } from "./absences/rules/absence.ts";
import { absencesAsJson } from "./absences/store.ts";
import { type Cursor, type Fee, type Group, GROUPS, isStanding, MOST_IN_GROUP, type Sort } from "./rules/queue.ts";

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly entered: Entered;
  readonly standing: Standing;
  readonly officer: string | null;
  /** Parts seen, and their total. */
  readonly seen: number;
  readonly parts: number;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly startedAt: Date;
  readonly dueOn: Day | null;
  /** The way in and the outcome that the last submission was answered with; empty before. */
  readonly door: string;
  readonly eligibility: string;
  /** The ordering column of this page. */
  readonly at: Date;
};

/** The queue's context. */
export type Around = {
  /** Opened intakes, latest first. */
  readonly intakes: readonly Pick<Intake, "id" | "diploma" | "label" | "entryOn" | "opensAt" | "closesAt">[];
  readonly staff: Besides["staff"];
  readonly absences: readonly Absence[];
};

/** One statement, since the queue is opened all day. */
export async function around(tx: Tx, today: Day): Promise<Around> {
  const { rows } = await tx.executeQuery<
    Omit<Around, "intakes"> & { readonly intakes: readonly (Around["intakes"][number] & Record<Opened, string>)[] }
  >(CompiledQuery.raw(AROUND, [today]));
  const { intakes, ...rest } = rows[0]!;
  const dated = intakes.map((one) => ({ ...one, opensAt: new Date(one.opensAt), closesAt: new Date(one.closesAt) }));
  return { ...rest, intakes: dated };
}
type Opened = "opensAt" | "closesAt";

const STAFF = `(select coalesce(json_agg(x), '[]') from (
    select account, name, role from school_staff(current_setting('livret.establishment')) order by name, account) x)`;
const AROUND = `select (select coalesce(json_agg(x), '[]') from (
    select id, diploma, settings -> 'label' as label, settings ->> 'entryOn' as "entryOn", opens_at as "opensAt", closes_at as "closesAt"
    from intake where state <> 'preparing' and ${CHOSEN} order by prepared_at desc, id desc limit 200) x) as intakes,
  ${STAFF} as staff, ${absencesAsJson("$1")} as absences`;

/** The size of a group, up to the limit shown. */
export async function countGroup(tx: Tx, intake: string, group: Group): Promise<number> {
  const asked = CompiledQuery.raw(COUNTS[group], [intake, MOST_IN_GROUP + 1]);
  const { rows } = await tx.executeQuery<{ count: number }>(asked);
  return rows[0]!.count;
}

/** The condition and order of the groups that are no standing, each backed by an index. */
const others = {
  messages: { which: "s.attended_since is not null", at: "s.attended_since" },
  "to-confirm": { which: "s.to_confirm", at: "s.changed_at" },
  decided: { which: "s.beyond", at: "s.changed_at" },
} as const;
/** With the condition of its index. */
const inStanding = (standing: string) => `s.standing = ${standing} and not s.beyond`;
const counting = (which: string, at: string, intake: string, most: string) =>
  `select count(*)::integer as count from (
    select 1 from dossier_state s where s.intake = ${intake} and ${which} order by ${at}, s.id limit ${most}) as met`;
const COUNTS = Object.fromEntries(
  GROUPS.map((group) => {
    const { which, at } = isStanding(group) ? { which: inStanding(`'${group}'`), at: "s.changed_at" } : others[group];
    return [group, counting(which, at, "$1", "$2")];
  }),
) as Readonly<Record<Group, string>>;

const STANDINGS = GROUPS.filter(isStanding);

/** Dossiers waiting for a first look (new, late or answered), up to the limit shown. */
export async function countToLookAt(tx: Tx, intakes: readonly string[]): Promise<number> {
  const { rows } = await toLookAt(intakes).execute(tx);
  return rows[0]!.count;
}

export function toLookAt(intakes: readonly string[]): RawBuilder<{ count: number }> {
  // In index order; otherwise the planner scans the table, hoping to find enough early.
  return sql`
    select least(count(*), ${MOST_COUNTED})::integer as count
    from unnest(${sql.val([...intakes])}::uuid[]) as one (intake),
    unnest(array['answered', 'submitted', 'late']) as first (standing), lateral (
      select 1 from dossier_state s where s.intake = one.intake and ${sql.raw(inStanding("first.standing"))}
      order by s.changed_at, s.id limit ${MOST_COUNTED}
    ) as met`;
}

export type Asked = {
  readonly intake: string;
  readonly group?: Group | undefined;
  readonly search?: Search | undefined;
  /** Their officer; `null` for none yet. */
  readonly officer?: string | null | undefined;
  readonly officers?: readonly string[];
  readonly door?: string | undefined;
  readonly eligibility?: string | undefined;
  readonly fee?: Fee | undefined;
  /** Submitted on this day at the latest. */
  readonly submittedBy?: Date | undefined;
  /** How long they have waited, unless another order is asked for. */
  readonly sort?: Sort | undefined;
  readonly desc?: boolean | undefined;
  readonly after?: Cursor | undefined;
  /** Excludes dossiers whose standing changed after this instant. */
  readonly until?: Date | undefined;
  readonly but?: But | undefined;
  readonly limit: number;
};

/** Excludes this dossier and the account's own, which a colleague examines. */
type But = { readonly id: string; readonly account: string | null };

function isNot({ id, account }: But, intake: string): RawBuilder<boolean> {
  return sql`s.id <> ${id}::uuid and s.id is distinct from (
    select own.id from dossier own where own.account = ${account}::uuid and own.intake = ${intake}::uuid)`;
}

/** The dossier waiting longest in the first non-empty group, with the same exclusions. */
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
      where s.intake = ${intake} and ${sql.raw(inStanding("g.standing"))} and ${isNot(but, intake)}
      order by s.changed_at, s.id limit 1) as met
    join dossier d on d.id = met.id
    order by g.place limit 1`.execute(tx);
  return rows[0];
}

/** The same for several officers: the reader, and those they stand in for. */
export type WithOfficers = Omit<Asked, "officer"> & { readonly officer?: Asked["officer"] | readonly string[] };

/** Longest waiting first, paged. `queue-plans.test.ts` checks the index each filter uses. */
export async function queueRows(tx: Tx, { officer, ...asked }: WithOfficers): Promise<QueueRow[]> {
  const of = async (account: Asked["officer"]) => (await queueQuery({ ...asked, officer: account }).execute(tx)).rows;
  if (typeof officer !== "object" || officer === null) return of(officer);
  // In any other order the filter is one of several on that order's index.
  if (asked.sort !== undefined || asked.desc)
    return (await queueQuery({ ...asked, officers: officer }).execute(tx)).rows;
  const rows: QueueRow[] = [];
  // One query for each officer, since the index is ordered for one only.
  for (const account of officer) rows.push(...(await of(account)));
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).slice(0, asked.limit);
}

/** A group's size, up to the limit shown, and its first rows. */
export type Begun = { readonly group: Group; readonly count: number; readonly rows: readonly QueueRow[] };

/** Every non-empty group, overlapping ones included, in one statement. */
export async function groupsBegun(tx: Tx, intake: string, limit: number): Promise<Begun[]> {
  const { rows } = await tx.executeQuery(howGroupsBegin(intake, limit));
  return rows.map(({ group, count, rows: written }) => ({ group, count, rows: (written ?? []).map(readRow) }));
}

type Written = Omit<QueueRow, Moments | "submittedAt"> &
  Readonly<Record<Moments, string>> & { readonly submittedAt: string | null };
type Moments = "changedAt" | "startedAt" | "at";

function readRow({ changedAt, submittedAt, startedAt, at, ...row }: Written): QueueRow {
  return {
    ...row,
    changedAt: new Date(changedAt),
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    startedAt: new Date(startedAt),
    at: new Date(at),
  };
}

export function howGroupsBegin(
  intake: string,
  limit: number,
): CompiledQuery<Omit<Begun, "rows"> & { readonly rows: readonly Written[] | null }> {
  return CompiledQuery.raw(GROUPS_BEGIN, [STANDINGS, intake, limit, MOST_IN_GROUP + 1]);
}

/** Contact data and balance (cents) for the spreadsheet export. */
export type Reach = {
  readonly id: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly balance: number | null;
};

/** The telephone as last submitted or changed since: a draft is private to its author. */
export async function reachOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  const balances = await balancesOf(tx, ids);
  const { rows } = await sql<Omit<Reach, "balance">>`
    select d.id, coalesce(c.address, d.address) as mail, w.phone
    from dossier d
    left join lateral account_contact(d.account) c on d.account is not null
    left join lateral (
      select (s.contents -> 'contact' || dossier_changed(d.id, 'contact', least(x.saved_at, s.submitted_at))) ->> 'phone' as phone
      from submission s
      left join dossier_section x on x.establishment_id = d.establishment_id and x.dossier = d.id and x.section = 'contact'
      where s.establishment_id = d.establishment_id and s.dossier = d.id order by s.place desc limit 1) w on true
    where d.id = any(${sql.val([...ids])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, { ...row, balance: balances.get(dossierChain(row.id)) ?? null }]));
}

/** What is owed for each, in cents, by chain. A query of its own: joined on an expression, each row would be compared with each charge. */
export async function balancesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ about: string; balance: number }>`
    select h.about, sum(t.balance)::integer as balance from charge h
    join charge_state t on t.establishment_id = h.establishment_id and t.id = h.id
    where h.about = any(${sql.val(ids.map(dossierChain))}::text[]) group by 1`.execute(tx);
  return new Map(rows.map(({ about, balance }) => [about, balance]));
}

/** Ticked dossiers, with their intake and the person's language. */
export type ChosenRow = QueueRow & {
  readonly intake: string;
  readonly language: Lang;
  readonly account: string | null;
};

export async function rowsAmong(tx: Tx, ids: readonly string[]): Promise<ChosenRow[]> {
  const { rows } = await sql<ChosenRow>`
    select ${sql.raw(queueColumns("s.changed_at"))}, s.intake, d.language, d.account
    ${sql.raw(QUEUE)} where s.id = any(${sql.val([...ids])}::uuid[]) order by d.number`.execute(tx);
  return rows;
}

export function queueQuery(asked: Asked): RawBuilder<QueueRow> {
  const {
    intake,
    group,
    search,
    officer,
    officers,
    door,
    eligibility,
    fee,
    submittedBy,
    sort,
    desc,
    after,
    until,
    but,
    limit,
  } = asked;
  const by = group === "messages" ? others.messages.at : "s.changed_at";
  const at = sql.raw<Date>(by);
  const order = [...(sort ? SORTED[sort] : []), ...(sort === "number" ? [] : [by]), "s.id"];
  const which = [sql<boolean>`s.intake = ${intake}`];
  if (group === "messages") which.push(sql`s.attended_since is not null`);
  else if (group === "to-confirm") which.push(sql`s.to_confirm`);
  else if (group === "decided") which.push(sql`s.beyond`);
  else if (group !== undefined) which.push(sql`s.standing = ${group} and not s.beyond`);
  if (officers) which.push(sql`s.officer = any(${sql.val([...officers])}::uuid[])`);
  if (officer === null) which.push(sql`s.officer is null`);
  else if (officer !== undefined) which.push(sql`s.officer = ${officer}`);
  if (door !== undefined) which.push(sql`s.door = ${door}`);
  if (eligibility !== undefined) which.push(sql`s.eligibility = ${eligibility}`);
  if (fee !== undefined) which.push(sql.raw<boolean>(FEES[fee]));
  if (submittedBy) which.push(sql`s.by_age <= ${submittedBy}`);
  if (search) which.push(sql`s.id in (select id from ${foundBy(search, intake)})`);
  // Acts write whole milliseconds, the precision of a URL cursor.
  if (after)
    which.push(sql`(${sql.raw(order.join(", "))}) ${sql.raw(desc ? "<" : ">")} (${sql.join(pastOf(after, asked))})`);
  if (until) which.push(sql`${at} <= ${until}`);
  if (but) which.push(isNot(but, intake));
  return sql`select ${sql.raw(queueColumns(by))} ${sql.raw(QUEUE)}
    where ${sql.join(which, sql` and `)} order by ${sql.raw(order.map((one) => (desc ? `${one} desc` : one)).join(", "))} limit ${limit}`;
}

/** Where the page before ended; what it was sorted by is read again from its last row. */
function pastOf({ at, id }: Cursor, { sort, intake }: Pick<Asked, "sort" | "intake">): RawBuilder<unknown>[] {
  if (sort === "number") return [sql`${intake}::uuid`, sql`${id}::uuid`];
  const last = sort
    ? SORTED[sort].map((one) => sql`(select ${sql.raw(one)} from dossier_state s where s.id = ${id}::uuid)`)
    : [];
  return [...last, sql`${at}::timestamptz`, sql`${id}::uuid`];
}

/** What each order goes by, before the time waited; each has an index. Numbers are given in the order of ids. */
const SORTED: Readonly<Record<Sort, readonly string[]>> = {
  // Without the intake, ids of all intakes would be read in their order.
  number: ["s.intake"],
  name: ["s.folded"],
  door: ["s.door"],
  eligibility: ["s.eligibility"],
  age: ["s.by_age"],
};

const OWES = `exists (select from charge_state t
  where t.establishment_id = s.establishment_id and t.subject = s.id and t.balance > 0)`;
const FEES: Readonly<Record<Fee, string>> = {
  owed: OWES,
  paid: `s.submitted_at is not null and not ${OWES}`,
};

/** Hand-written: the query builder would cost as much as the statement itself. */
const QUEUE = "from dossier_state s join dossier d on d.establishment_id = s.establishment_id and d.id = s.id";

/** The name as submitted; before that, the account's current name. */
function queueColumns(at: "s.changed_at" | "s.attended_since"): string {
  return `s.id, d.number, case when s.submitted_at is null and d.account is not null
      then coalesce((select a.name from account_contact(d.account) a), s.name) else s.name end as name,
    d.entered, s.standing, s.officer, s.changed_at as "changedAt", s.parts_seen as seen, s.parts_all as parts,
    s.submitted_at as "submittedAt", d.started_at as "startedAt", s.due_on as "dueOn", s.door, s.eligibility, ${at} as at`;
}

const beginning = (which: string, at: "s.changed_at" | "s.attended_since") =>
  `lateral (${counting(which, at, "$2", "$4")}) as c, lateral (select json_agg(x) as rows from (
    select ${queueColumns(at)} ${QUEUE} where s.intake = $2 and ${which} order by ${at}, s.id limit $3) x) as r`;
const GROUPS_BEGIN = `select g.standing as "group", c.count, r.rows from unnest($1::text[]) as g (standing),
    ${beginning(inStanding("g.standing"), "s.changed_at")} where c.count > 0
  ${Object.entries(others)
    .map(
      ([group, { which, at }]) =>
        `union all select '${group}', c.count, r.rows from (select 1) as one, ${beginning(which, at)}`,
    )
    .join("\n  ")}`;

export type Note = { readonly id: string; readonly by: string; readonly at: Date; readonly text: string };

export async function insertNote(tx: Tx, dossier: string, { id, by, at, text }: Note): Promise<void> {
  await keep(tx, "dossier_note", { id, dossier, by_actor: by, written_at: at, text });
}

/** The last mail to the dossier's person, if it bounced and was not sent again. */
export type Returned = { readonly mail: string; readonly at: Date };

/** Those of these dossiers whose person’s last mail bounced. */
export async function returnedAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  // Passed in as values: computed from a column, it would use no index under row-level security. Few mails bounce, so the current address
  // is only looked up for those.
  const { rows } = await sql<{ id: string }>`
    with back as materialized (
      select distinct m.about, right(m.about, 36)::uuid as dossier from mail m
      join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
      where m.about = any(${sql.val(ids.map(dossierChain))}::text[]) and s.state = 'bounced'
    )
    select d.id from back b
    join dossier d on d.id = b.dossier
    left join lateral account_contact(d.account) a on d.account is not null,
    lateral (
      select s.state from mail m join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
      where m.about = b.about and m.to_address = coalesce(a.address, d.address) and s.state in ('sent', 'bounced')
      order by m.queued_at desc, m.id desc limit 1
    ) last
    where last.state = 'bounced'`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What the person owes for this dossier; amounts in cents. */
export type Due = {
  readonly id: string;
  readonly dueOn: Day;
  readonly reference: string;
  readonly total: number;
  readonly balance: number;
  readonly suspended: boolean;
};

/** A dossier's notes, dues, officer and contact. */
export type Besides = {
  readonly notes: readonly Note[];
  readonly dues: readonly Due[];
  readonly officer: string | null;
  readonly contact: Reached | undefined;
  /** Staff by name, one row for each of their roles. */
  readonly staff: readonly (Colleague & { readonly role: Role })[];
  readonly absences: readonly Absence[];
  /** The names of the requested accounts and of the notes' authors. */
  readonly named: ReadonlyMap<string, string>;
  readonly returned: Returned | undefined;
};
/** As returned by `account_contact`. */
type Reached = { readonly address: string; readonly name: string; readonly language: Lang };

/** One statement, since it runs on every opening of a dossier. */
export async function besides(
  tx: Tx,
  { id, account, address }: Pick<Dossier, "id" | "account" | "address">,
  accounts: readonly string[],
  today: Day,
): Promise<Besides> {
  const { rows } = await tx.executeQuery<{
    readonly notes: Besides["notes"];
    readonly dues: Besides["dues"];
    readonly officer: string | null;
    readonly contact: Reached | null;
    readonly staff: Besides["staff"];
    readonly absences: Besides["absences"];
    readonly named: Readonly<Record<string, string>>;
    readonly last: { readonly mail: string; readonly state: string; readonly at: string } | null;
  }>(CompiledQuery.raw(BESIDES, [id, dossierChain(id), account, address, accounts, today]));
  const { notes, contact, named, last, ...rest } = rows[0]!;
  return {
    ...rest,
    notes: notes.map((note) => ({ ...note, at: new Date(note.at) })),
    contact: contact ?? undefined,
    named: new Map(Object.entries(named)),
    returned: last?.state === "bounced" ? { mail: last.mail, at: new Date(last.at) } : undefined,
  };
}

/** Hand-written: the query builder would cost as much as the statement itself. The last mail is the last to the current address. */
const BESIDES = `select
  (select coalesce(json_agg(x), '[]') from (
    select id, by_actor as by, written_at as at, text from dossier_note where dossier = $1 order by written_at, id) x) as notes,
  (select coalesce(json_agg(x), '[]') from (
    select c.id, s.due_on as "dueOn", c.reference, c.total, s.balance, s.suspended
    from charge c join charge_state s on s.establishment_id = c.establishment_id and s.id = c.id
    where c.about = $2 order by c.charged_on, c.id) x) as dues,
  (select officer from dossier_state where id = $1) as officer,
  row_to_json(a) as contact,
  ${STAFF} as staff, ${absencesAsJson("$6")} as absences,
  (select coalesce(json_object_agg(one.id, c.name), '{}')
    from (
      select unnest($5::uuid[]) as id
      union select substring(by_actor from '${ACCOUNT_OF_ACTOR}')::uuid from dossier_note where dossier = $1
    ) as one, account_contact(one.id) as c) as named,
  (select row_to_json(x) from (
    select m.id as mail, s.state, coalesce(b.recorded_at, m.queued_at) as at
    from mail m join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
    left join mail_bounce b on b.establishment_id = m.establishment_id and b.mail = m.id
    where m.about = $2 and m.to_address = coalesce(a.address, $4) and s.state in ('sent', 'bounced')
    order by m.queued_at desc, m.id desc, b.recorded_at desc, b.id desc limit 1) x) as last
  from (select 1) as one left join account_contact($3) a on $3 is not null`;

/** An act's record; it names what was stored, without the contents. */
type Recorded = {
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly stored: readonly Seal[];
};

/** The dossier's records and those of its charges. */
export async function recordsOn(
  tx: Tx,
  about: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<Recorded[]> {
  const charges = await tx.selectFrom("charge").select("id").where("about", "=", about).execute();
  // Passed in as values: an array built within the statement uses no index under row-level security.
  const chains = [about, ...charges.map(({ id }) => `charge:${id}`)];
  const { rows } = await sql<Recorded>`
    select act, actor, at, stored from audit_record where chain = any(${sql.val(chains)}::text[])
    order by at desc, chain, seq desc offset ${offset} limit ${limit}`.execute(tx);
  return rows;
}

/** What a stored row is: a part, a piece, or a receipt. */
export type About = { readonly part: string } | { readonly piece: string } | { readonly receipt: string };

/**
 * A confidence to the référent handicap is logged as the accommodations section, which staff see, so that its existence is not revealed.
 */
export async function rowsNamed(tx: Tx, stored: readonly Seal[]): Promise<ReadonlyMap<string, About>> {
  const ids = [...new Set(stored.map(({ id }) => id))].filter((id) => isId(id));
  if (ids.length === 0) return new Map();
  const among = sql`(${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
  const { rows } = await sql<{ id: string; part: string | null; piece: string | null; receipt: string | null }>`
    select id, case section when ${CONFIDENTIAL.key} then 'accommodations' else section end as part,
      null as piece, null as receipt from dossier_section where id in ${among}
    union all select id, null, slot, null from stored_file where id in ${among}
    union all select id, null, null, number from submission where id in ${among}`.execute(tx);
  return new Map(
    rows.map(({ id, part, piece, receipt }) => [id, part ? { part } : piece ? { piece } : { receipt: receipt ?? "" }]),
  );
}

/** The name shown in lists. */
export async function nameInQueue(tx: Tx, id: string): Promise<string | null> {
  const query = tx.selectFrom("dossier_state").select("name").where("id", "=", id);
  return (await query.executeTakeFirst())?.name ?? null;
}
