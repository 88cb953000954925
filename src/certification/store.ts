/** The SQL of certification: sessions, the register, groups and marks, juries and what came of them. */
import { sql } from "kysely";
import { change, keep } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { groupReports } from "../training/study/groups.ts";
import { directorsNamed } from "../training/works/directors.ts";
import type { Annulment, Fact, Jury } from "./rules/deliberation.ts";
import { directedEntries } from "./rules/directors.ts";
import { readResult, type ResultSaid } from "./rules/sealed.ts";
import type {
  Certifying,
  Designation,
  Entry,
  Examiner,
  Group,
  Held,
  Link,
  Mark,
  Order,
  Person,
  Session,
  Sitting,
} from "./rules/facts.ts";

const day = (column: string) => sql.raw(`to_char(${column}, 'YYYY-MM-DD')`);
const SESSION = sql`id, diploma, law_version as "lawVersion", name, ${day("from_day")} as "from",
  ${day("until_day")} as "until", ${day("receives_by")} as "receivesBy"`;

export async function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  return (await sql<Session>`select ${SESSION} from exam_session where id = ${id}::uuid`.execute(tx)).rows[0];
}

/** The row lock serialises all acts within a session. */
export async function lockSession(tx: Tx, id: string): Promise<Session | undefined> {
  return (await sql<Session>`select ${SESSION} from exam_session where id = ${id}::uuid for update`.execute(tx))
    .rows[0];
}

export type AfterSession = { readonly until: Day; readonly session: string };

/** Last to end first; only those in `among`, if set. */
export async function listSessions(
  tx: Tx,
  { after, among }: { readonly after?: AfterSession; readonly among?: readonly string[] | undefined },
  limit: number,
): Promise<readonly Session[]> {
  const named = among ? sql`id = any(${[...among]}::uuid[])` : sql`true`;
  const from = after
    ? sql`until_day <= ${after.until}::date and (until_day < ${after.until}::date or id > ${after.session}::uuid)`
    : sql`true`;
  const { rows } = await sql<Session>`
    select ${SESSION} from exam_session where ${from} and ${named} order by until_day desc, id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** Sessions beginning after a day, the next first. */
export async function sessionsToCome(tx: Tx, today: Day): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    select ${SESSION} from exam_session where until_day > ${today}::date and from_day > ${today}::date
    order by from_day, id limit 50`.execute(tx);
  return rows;
}

/** Locked per diploma: two concurrent openings under one name would both find it free. */
export async function sessionNamed(tx: Tx, diploma: string, name: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.exam-session ' || current_setting('livret.establishment') || ${diploma}))`.execute(
    tx,
  );
  const { rows } = await sql`
    select from exam_session where diploma = ${diploma} and lower(name) = lower(${name})`.execute(tx);
  return rows.length > 0;
}

const PERSON = sql`id, name, actors, address, college, seat, side, employer, version`;

export type AfterPerson = { readonly name: string; readonly person: string };

/** Entries that have not ended, by name; or one of them. */
export async function listPersons(
  tx: Tx,
  which: { readonly after?: AfterPerson; readonly person?: string },
  limit: number,
): Promise<readonly Person[]> {
  const { after, person } = which;
  const from = after ? sql`(name, id) > (${after.name}, ${after.person}::uuid)` : sql`true`;
  const one = person === undefined ? sql`true` : sql`id = ${person}::uuid`;
  const { rows } = await sql<Person>`
    select ${PERSON} from exam_person where ended_at is null and ${from} and ${one} order by name, id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  return (await sql<Person>`select ${PERSON} from exam_person where id = ${id}::uuid for update`.execute(tx)).rows[0];
}

/** The register entries of an actor. */
export async function personsOf(tx: Tx, actor: string): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select ${PERSON} from exam_person where exists (
      select from jsonb_array_elements_text(actors) one where one = ${actor})
    order by name, id`.execute(tx);
  return rows;
}

/** The sessions that name a person, or for which they examine; and the open juries at which they were noted as presiding. */
export async function calledOn(tx: Tx, person: string) {
  const { rows } = await sql<{ readonly sessions: readonly string[]; readonly juries: readonly string[] }>`
    select array(select session from exam_designation where person = ${person}::uuid
        union select g.session from exam_examiner x join exam_group g on g.id = x.exam_group where x.person = ${person}::uuid
        order by 1)::text[] as sessions,
      array(select distinct j.id from jury j join jury_fact f on f.jury = j.id
        where j.closed_at is null and f.kind = 'presides' and f.said->>'person' = ${person} order by j.id)::text[] as juries`.execute(
    tx,
  );
  return rows[0]!;
}

/** The candidate's own hours, else the group's. */
const OWN_TIME = sql`coalesce(s.from_at, g.from_at) as "from", coalesce(s.until_at, g.until_at) as "until"`;

export async function loadSession(tx: Tx, session: Session): Promise<Certifying> {
  const rows = await rowsOf(tx, session);
  const named = await directorsNamed(
    tx,
    rows.entries.map(({ enrolment }) => enrolment),
  );
  const deposited = await groupReports(
    tx,
    rows.entries.map(({ enrolment }) => enrolment),
  );
  const reports = rows.entries.flatMap(({ id, enrolment }) =>
    deposited
      .filter((one) => one.enrolment === enrolment)
      .map(({ exam, group }) => ({ entry: id, exam, report: group })),
  );
  return { ...rows, reports, ...directedEntries(rows.entries, named, rows) };
}

type Rows = Omit<Certifying, "entries" | "directors" | "reports"> & { readonly entries: readonly Presented[] };

async function rowsOf(tx: Tx, session: Session): Promise<Rows> {
  const { id } = session;
  const all = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(tx)).rows;
  const groupsOf = sql`select g.id from exam_group g where g.session = ${id}::uuid and g.cancelled_at is null`;
  return {
    session,
    persons: await all(sql<Person>`select ${PERSON} from exam_person order by name, id`),
    orders: await all(sql<Order>`
      select id, number, ${day("signed_on")} as "signedOn", amends, scan from jury_order
      where session = ${id}::uuid order by jury_order.signed_on, entered_at, id`),
    designations: await all(sql<Designation>`
      select person, exam, by, ${day("designated_on")} as "on" from exam_designation
      where session = ${id}::uuid order by designated_on, entered_at, id`),
    entries: await listEntries(tx, id),
    links: await all(sql<Link>`
      select l.entry, l.person, l.kind from exam_link l join exam_entry e on e.id = l.entry
      where e.session = ${id}::uuid order by l.declared_at, l.id`),
    groups: await all(sql<Group>`
      select id, exam, name, room, ${day("held_on")} as "heldOn", from_at as "from", until_at as "until" from exam_group
      where session = ${id}::uuid and cancelled_at is null order by from_at, name, id`),
    examiners: await all(sql<Examiner>`
      select id, exam_group as "group", person, by, finished from exam_examiner
      where exam_group in (${groupsOf}) and left_at is null order by by, id`),
    sittings: await all(sql<Sitting>`
      select s.id, s.exam_group as "group", s.entry, s.director_there as "directorThere", ${OWN_TIME}
      from exam_sitting s join exam_entry e on e.id = s.entry join exam_group g on g.id = s.exam_group
      where s.exam_group in (${groupsOf}) and s.released_at is null order by e.name, s.id`),
    marks: await all(sql<Mark>`
      select m.sitting, m.component, m.marker, m.place, m.mark, m.missed
      from exam_mark m join exam_sitting s on s.id = m.sitting
      where s.exam_group in (${groupsOf}) order by m.place, m.id`),
  };
}

/** Without the director, whom training names; `directorBefore` was recorded here before training did. */
export type Presented = Omit<Entry, "director"> & { readonly directorBefore: string | null };
const ENTRY = sql`id, enrolment, account, name, exams, coalesce(findings, '[]'::jsonb) as findings, director as "directorBefore",
  (select d.number from enrolment n join dossier d on d.id = n.dossier where n.id = exam_entry.enrolment) as number`;

async function listEntries(tx: Tx, session: string): Promise<readonly Presented[]> {
  const { rows } = await sql<Presented>`
    select ${ENTRY} from exam_entry where session = ${session}::uuid and withdrawn_at is null
    order by name, id`.execute(tx);
  return rows;
}

/** By enrolment. */
export async function dossiersOfEntries(tx: Tx, session: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ enrolment: string; dossier: string }>`
    select n.id as enrolment, n.dossier from exam_entry e join enrolment n on n.id = e.enrolment
    where e.session = ${session}::uuid and e.withdrawn_at is null`.execute(tx);
  return new Map(rows.map(({ enrolment, dossier }) => [enrolment, dossier]));
}

export async function findEntry(tx: Tx, id: string): Promise<(Presented & { readonly session: string }) | undefined> {
  const { rows } = await sql<Presented & { session: string }>`
    select ${ENTRY}, session from exam_entry where id = ${id}::uuid and withdrawn_at is null`.execute(tx);
  return rows[0];
}

export async function sessionOfGroup(tx: Tx, group: string): Promise<string | undefined> {
  const { rows } = await sql<{ session: string }>`select session from exam_group where id = ${group}::uuid`.execute(tx);
  return rows[0]?.session;
}

/** A paper sent to the authority. */
export type Sent = { readonly what: string; readonly on: Day; readonly note: string };
export async function listSent(tx: Tx, session: string): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    select what, ${day("sent_on")} as "on", note from exam_sent where session = ${session}::uuid
    order by noted_at, id`.execute(tx);
  return rows;
}

/** Entered by hand. */
export type Entered = Omit<Held, "origin"> & { readonly enrolment: string; readonly paper: string };
export async function listHeld(tx: Tx, enrolments: readonly string[]): Promise<readonly Entered[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<Entered>`
    select enrolment, domain, dispensed_by as "dispensedBy", confirmed_by as "confirmedBy", confirmed,
      ${day("validated_on")} as "validatedOn", paper
    from exam_held where enrolment in (${uuids(enrolments)}) order by entered_at, id`.execute(tx);
  return rows;
}

const uuids = (ids: readonly string[]) => sql.join(ids.map((id) => sql`${id}::uuid`));

const annulmentOf = (
  jury: string,
) => sql<Annulment | null>`(select jsonb_build_object('from', to_char(a.void_from, 'YYYY-MM-DD'), 'by', a.by,
  'authority', a.authority, 'reference', a.reference, 'ground', a.ground) from jury_annulment a where a.jury = ${sql.raw(jury)})`;

const JURY = sql`id, session, ${day("on_day")} as "on", place, corrects, ground, only_entry as "only",
  closed_at as "closedAt", ${day("notified_on")} as "notifiedOn", ${annulmentOf("jury.id")} as annulment`;

export async function findJury(tx: Tx, id: string): Promise<Jury | undefined> {
  return (await sql<Jury>`select ${JURY} from jury where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function listJuries(tx: Tx, session: string): Promise<readonly Jury[]> {
  return (await sql<Jury>`select ${JURY} from jury where session = ${session}::uuid order by opened_at, id`.execute(tx))
    .rows;
}

export async function listFacts(tx: Tx, jury: string): Promise<readonly Fact[]> {
  const { rows } = await sql<Fact>`
    select kind, entry, said from jury_fact where jury = ${jury}::uuid order by place`.execute(tx);
  return rows;
}

export async function insertFact(
  tx: Tx,
  fact: { readonly id: string; readonly jury: string; readonly by: string; readonly at: Date } & Fact,
): Promise<void> {
  const { id, jury, kind, entry, said, by, at } = fact;
  const { rows } = await sql<{ place: number }>`
    select count(*)::int + 1 as place from jury_fact where jury = ${jury}::uuid`.execute(tx);
  const row = { id, jury, place: rows[0]!.place, kind, entry, said: JSON.stringify(said) };
  await keep(tx, "jury_fact", { ...row, noted_by: by, noted_at: at });
}

export type Sealed = {
  readonly id: string;
  readonly jury: string;
  readonly entry: string | null;
  readonly version: number;
  readonly replaces: string | null;
  readonly sealed: string;
  readonly hash: string;
};

const SEALED = sql`id, jury, entry, version, replaces, sealed, hash`;

/** Candidates in the order of their list, the jury itself last: ordering by id would differ from one jury to the next. */
export async function listSealed(tx: Tx, jury: string): Promise<readonly Sealed[]> {
  const { rows } = await sql<Sealed>`
    select s.* from (select ${SEALED} from jury_sealed where jury = ${jury}::uuid) s left join exam_entry e on e.id = s.entry
    order by s.entry is null, e.name, s.entry, s.version, s.id`.execute(tx);
  return rows;
}

/** The latest seal of each entry that stands: none of an annulled jury. */
export async function lastSealed(tx: Tx, entries: readonly string[]): Promise<ReadonlyMap<string, Sealed>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<Sealed>`
    select distinct on (entry) ${SEALED} from standing_seal where entry in (${uuids(entries)})
    order by entry, version desc`.execute(tx);
  return new Map(rows.map((one) => [one.entry!, one]));
}

/** All seals of these entries, first version first; `stands`: not of an annulled jury. */
export async function sealedVersions(tx: Tx, entries: readonly string[]) {
  if (entries.length === 0) return [];
  const { rows } = await sql<Sealed & { readonly stands: boolean }>`
    select ${SEALED}, not exists (select from jury_annulment a where a.jury = jury_sealed.jury) as stands from jury_sealed where entry in (${uuids(entries)}) order by entry, version`.execute(
    tx,
  );
  return rows;
}

export type Result = {
  readonly id: string;
  readonly enrolment: string;
  readonly account: string | null;
  readonly entry: string;
  readonly jury: string;
  readonly replaces: string | null;
  readonly notifiedOn: Day;
  /** When its person was told of it. */
  readonly publishedAt: Date;
  readonly outcome: string;
  readonly completeBy: Day | null;
  readonly result: ResultSaid;
};
type ResultRow = Omit<Result, "result"> & { readonly result: unknown };
const resultOf = (row: ResultRow): Result => ({ ...row, result: readResult(row.result) });

const RESULT = sql`id, enrolment, account, entry, jury, replaces, ${day("notified_on")} as "notifiedOn", published_at as "publishedAt", outcome,
  ${day("complete_by")} as "completeBy", result`;

/** Notified results in force, for some enrolments or one account: replaced ones are left out. */
export async function listResults(
  tx: Tx,
  which: { readonly enrolments: readonly string[] } | { readonly account: string } | { readonly all: true },
): Promise<readonly Result[]> {
  if ("enrolments" in which && which.enrolments.length === 0) return [];
  const whose =
    "all" in which
      ? sql`true`
      : "account" in which
        ? sql`id in (
            select id from jury_result where account = ${which.account}::uuid
            union select t.id from enrolment e join jury_result t on t.enrolment = e.id where e.account = ${which.account}::uuid)`
        : sql`enrolment in (${uuids(which.enrolments)})`;
  const { rows } = await sql<ResultRow>`
    select ${RESULT} from standing_result where ${whose}
    order by notified_on, published_at, id`.execute(tx);
  return rows.map(resultOf);
}

/** Of these dossiers, those whose person was notified of the diploma. */
export async function graduatesAmong(tx: Tx, dossiers: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ dossier: string }>`
    select e.dossier from enrolment e join standing_result r on r.enrolment = e.id
    where e.dossier in (${uuids(dossiers)}) and r.outcome = 'diploma'`.execute(tx);
  return rows.map(({ dossier }) => dossier);
}

/** To which sessions these enrolments are or were presented. */
export async function presentationsOf(tx: Tx, enrolments: readonly string[]) {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<{
    enrolment: string;
    session: string;
    name: string;
    exams: string[];
    presentedAt: Date;
    withdrawnAt: Date | null;
  }>`
    select n.enrolment, n.session, s.name, n.exams, n.presented_at as "presentedAt", n.withdrawn_at as "withdrawnAt"
    from exam_entry n join exam_session s on s.id = n.session
    where n.enrolment in (${uuids(enrolments)}) order by s.from_day, n.id`.execute(tx);
  return rows;
}

/** The exams of these enrolments that have begun, and whether something is noted as missed. */
export async function satBy(tx: Tx, enrolments: readonly string[], at: Date) {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<{ exam: string; session: string; name: string; beganAt: Date; missed: boolean }>`
    select g.exam, n.session, s.name, coalesce(t.from_at, g.from_at) as "beganAt", exists (
        select from exam_mark m where m.sitting = t.id and m.missed is not null and not exists (
          select from exam_mark l where l.sitting = m.sitting and l.component = m.component
            and l.marker is not distinct from m.marker and l.place > m.place)) and not exists (
          -- What a marker noted is nobody else's until all have finished.
          select from exam_examiner e where e.exam_group = g.id and e.left_at is null and e.finished is null) as missed
    from exam_entry n join exam_sitting t on t.entry = n.id join exam_group g on g.id = t.exam_group
    join exam_session s on s.id = n.session
    where n.enrolment in (${uuids(enrolments)}) and t.released_at is null and g.cancelled_at is null
      and coalesce(t.from_at, g.from_at) <= ${at}
    order by "beganAt", t.id`.execute(tx);
  return rows;
}

/** Of the whole school: such juries are few. */
export async function annulledJuries(tx: Tx): Promise<readonly string[]> {
  return (await sql<{ jury: string }>`select jury from jury_annulment`.execute(tx)).rows.map(({ jury }) => jury);
}

type Annulled = Annulment & {
  readonly enrolment: string;
  readonly juryOn: Day;
  readonly session: string;
  readonly back: Day | null;
  readonly parchment: boolean;
};

/** The annulled juries that had decided on these people, as they were told. */
export async function annulmentsOf(tx: Tx, enrolments: readonly string[]): Promise<readonly Annulled[]> {
  const all = await listAfter(tx, enrolments);
  return all.flatMap(({ enrolment, kind, said }) =>
    kind === "annulled" ? [{ ...(said as Omit<Annulled, "enrolment">), enrolment }] : [],
  );
}

/** What a jury notified, of which nothing else took the place. */
export async function resultsStandingOf(tx: Tx, jury: string): Promise<readonly Result[]> {
  const { rows } = await sql<ResultRow>`
    select ${RESULT} from standing_result where jury = ${jury}::uuid order by enrolment, id`.execute(tx);
  return rows.map(resultOf);
}

export type After = { readonly enrolment: string; readonly kind: string; readonly on: Day; readonly said: unknown };
export async function listAfter(tx: Tx, enrolments: readonly string[]): Promise<readonly After[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<After>`
    select enrolment, kind, ${day("on_day")} as "on", said from standing_after where enrolment in (${uuids(enrolments)})
    order by noted_at, id`.execute(tx);
  return rows;
}

/** A room that can still be booked. */
export async function openRoomNamed(tx: Tx, id: string): Promise<{ readonly name: string } | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from room where id = ${id}::uuid and closed_at is null`.execute(tx);
  return rows[0];
}

/** The entry's notified result in force. */
export async function lastResultsOf(tx: Tx, entry: string): Promise<{ readonly id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from standing_result where entry = ${entry}::uuid limit 1`.execute(tx);
  return rows[0];
}

export type Room = { readonly id: string; readonly name: string };
/** The rooms that can be booked, by name. */
export async function openRooms(tx: Tx): Promise<readonly Room[]> {
  return (await sql<Room>`select id, name from room where closed_at is null order by name, id limit 500`.execute(tx))
    .rows;
}

export async function roomNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Room>`select id, name from room where id in (${uuids(ids)})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The presentations of an account, even if enrolled before it existed. */
export async function accountEntries(tx: Tx, account: string): Promise<readonly Presented[]> {
  const { rows } = await sql<Presented>`
    select ${ENTRY} from exam_entry
    where enrolment in (select e.id from enrolment e where e.account = ${account}::uuid) and withdrawn_at is null
    order by presented_at desc, id desc`.execute(tx);
  return rows;
}

type OfEntry = { readonly entry: string };
export async function sessionsOfEntries(tx: Tx, entries: readonly string[]): Promise<readonly (Session & OfEntry)[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<Session & OfEntry>`
    select s.*, e.id as entry from exam_entry e join (select ${SESSION} from exam_session) s on s.id = e.session
    where e.id in (${uuids(entries)}) order by e.id`.execute(tx);
  return rows;
}

export async function groupsOfEntries(tx: Tx, entries: readonly string[]): Promise<readonly (Group & OfEntry)[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<Group & OfEntry>`
    select g.id, g.exam, g.name, g.room, ${day("g.held_on")} as "heldOn", ${OWN_TIME}, s.entry
    from exam_sitting s join exam_group g on g.id = s.exam_group
    where s.entry in (${uuids(entries)}) and s.released_at is null and g.cancelled_at is null
    order by coalesce(s.from_at, g.from_at), g.id`.execute(tx);
  return rows;
}

/** The names of those who examine each group. */
export async function examinersOf(tx: Tx, groups: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (groups.length === 0) return new Map();
  const { rows } = await sql<{ group: string; names: string[] }>`
    select x.exam_group as "group", json_agg(p.name order by p.name, p.id) as names
    from exam_examiner x join exam_person p on p.id = x.person
    where x.exam_group in (${uuids(groups)}) and x.left_at is null group by x.exam_group`.execute(tx);
  return new Map(rows.map(({ group, names }) => [group, names]));
}

/** The most rows of each kind shown as awaiting a person; one more is read, to say that there are others. */
export const MOST_AWAITED = 200;

/** The groups these persons examine, with their sessions; unfinished marking first, so that the limit never drops it. */
export async function groupsExamined(tx: Tx, persons: readonly string[]) {
  if (persons.length === 0) return [];
  const { rows } = await sql<
    Group & { readonly session: string; readonly diploma: string; readonly finished: boolean }
  >`
    select g.id, g.exam, g.name, g.room, ${day("g.held_on")} as "heldOn", g.from_at as "from", g.until_at as "until",
      s.name as session, s.diploma, x.finished is not null as finished
    from exam_examiner x join exam_group g on g.id = x.exam_group join exam_session s on s.id = g.session
    where x.person in (${uuids(persons)}) and x.left_at is null and g.cancelled_at is null
    order by x.finished is not null, g.from_at desc, g.id limit ${MOST_AWAITED + 1}`.execute(tx);
  return rows;
}

/** The exams in which an actor examines one trainee, and on which no jury has ruled yet. */
export async function examsReadOf(
  tx: Tx,
  { actor, enrolment }: { readonly actor: string; readonly enrolment: string },
): Promise<readonly { readonly exam: string; readonly group: string }[]> {
  const persons = (await personsOf(tx, actor)).map(({ id }) => id);
  if (persons.length === 0) return [];
  const { rows } = await sql<{ exam: string; group: string }>`
    select g.exam, g.id as "group"
    from exam_entry e join exam_sitting t on t.entry = e.id join exam_group g on g.id = t.exam_group
      join exam_examiner x on x.exam_group = g.id
    where e.enrolment = ${enrolment}::uuid and x.person in (${uuids(persons)}) and e.withdrawn_at is null
      and t.released_at is null and g.cancelled_at is null and x.left_at is null
      and not exists (select from standing_seal s where s.entry = e.id)
    order by g.from_at, g.id`.execute(tx);
  return rows;
}

/** The groups before which a director's candidates pass, for the hours at which they do. */
export async function groupsDefended(
  tx: Tx,
  works: readonly { readonly enrolment: string; readonly exam: string }[],
): Promise<readonly (Group & { readonly session: string; readonly diploma: string })[]> {
  if (works.length === 0) return [];
  const theirs = sql.join(works.map(({ enrolment, exam }) => sql`(${enrolment}::uuid, ${exam}::text)`));
  const { rows } = await sql<Group & { readonly session: string; readonly diploma: string }>`
    select g.id, g.exam, g.name, g.room, ${day("g.held_on")} as "heldOn", min(coalesce(t.from_at, g.from_at)) as "from",
      max(coalesce(t.until_at, g.until_at)) as "until", s.name as session, s.diploma
    from exam_entry e join exam_sitting t on t.entry = e.id join exam_group g on g.id = t.exam_group
      join exam_session s on s.id = g.session
    where (e.enrolment, g.exam) in (${theirs}) and e.withdrawn_at is null and t.released_at is null and g.cancelled_at is null
    group by g.establishment_id, g.id, s.establishment_id, s.id
    order by g.from_at desc, g.id limit ${MOST_AWAITED + 1}`.execute(tx);
  return rows;
}

/** The juries these persons are appointed to. */
export async function juriesSatIn(tx: Tx, persons: readonly string[]) {
  if (persons.length === 0) return [];
  const { rows } = await sql<Jury & { readonly called: string }>`
    select distinct j.id, j.session, ${day("j.on_day")} as "on", j.place, j.corrects, j.ground, j.only_entry as "only",
      j.closed_at as "closedAt", ${day("j.notified_on")} as "notifiedOn", ${annulmentOf("j.id")} as annulment, s.name as called
    from jury j join exam_session s on s.id = j.session
    where exists (select from exam_designation d where d.session = j.session and d.exam is null and d.person in (${uuids(persons)}))
    order by "on" desc, j.id limit ${MOST_AWAITED + 1}`.execute(tx);
  return rows;
}

/** The sessions to whose jury these are appointed, before its deliberation is opened. */
export async function sessionsAppointedTo(tx: Tx, persons: readonly string[], today: Day) {
  if (persons.length === 0) return [];
  const { rows } = await sql<{ name: string; from: Day; until: Day }>`
    select s.name, ${day("s.from_day")} as "from", ${day("s.until_day")} as "until" from exam_session s
    where s.until_day >= ${today}::date and not exists (select from jury j where j.session = s.id)
      and exists (select from exam_designation d where d.session = s.id and d.exam is null and d.person in (${uuids(persons)}))
    order by s.from_day, s.id limit ${MOST_AWAITED}`.execute(tx);
  return rows;
}

/** The arrangements decided for a trainee since they applied. */
export async function arrangedFacts(tx: Tx, enrolment: string) {
  const { rows } = await sql<{ readonly kind: string; readonly place: number; readonly details: object }>`
    select f.kind, f.place, f.details from enrolment e join dossier_fact f on f.dossier = e.dossier
    where e.id = ${enrolment}::uuid and f.kind = 'arranged' order by f.place`.execute(tx);
  return rows;
}

/** The dossier behind each enrolment. */
export async function dossiersOf(tx: Tx, enrolments: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly id: string; readonly dossier: string }>`
    select id, dossier from enrolment where id = any (${[...enrolments]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, dossier }) => [id, dossier]));
}

/** The last notified result of each enrolment whose time is running, or was extended by the authority. */
export async function runningResults(tx: Tx, today: Day): Promise<readonly Result[]> {
  const { rows } = await sql<ResultRow>`
    select ${RESULT} from standing_result r
    where r.id in (
        select id from jury_result where complete_by >= ${today}::date
        union all select k.id from jury_result k where k.complete_by is not null and k.enrolment in (
          select enrolment from exam_after where kind = 'kept' and (said->>'until')::date >= ${today}::date))
      and not exists (select from standing_result l
        where l.enrolment = r.enrolment and (l.notified_on, l.published_at) > (r.notified_on, r.published_at))
    order by complete_by, id`.execute(tx);
  return rows.map(resultOf);
}

/** Sessions whose jury deliberates, or will. */
export async function sessionsAwaited(tx: Tx, today: Day): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    select ${SESSION} from exam_session where id in (
      select session from jury where closed_at is null
      union select id from exam_session where until_day >= ${today}::date)
    order by until_day, id`.execute(tx);
  return rows;
}

/** SQL condition: the enrolment was presented to one of these sessions; true if undefined. */
export const presentedTo = (enrolment: string, sessions: readonly string[] | undefined) =>
  sessions === undefined
    ? sql`true`
    : sql`exists (select from exam_entry n where n.enrolment = ${sql.ref(enrolment)}
        and n.session = any(${[...sessions]}::uuid[]) and n.withdrawn_at is null)`;

export async function isPresentedTo(tx: Tx, enrolment: string, sessions: readonly string[]): Promise<boolean> {
  const found = sql`select from (select ${enrolment}::uuid as enrolment) r where ${presentedTo("r.enrolment", sessions)}`;
  return (await found.execute(tx)).rows.length > 0;
}

/** The entries of these sessions on which no jury has ruled. */
export async function entriesToRule(tx: Tx, sessions: readonly string[]) {
  if (sessions.length === 0) return [];
  type Row = {
    readonly session: string;
    readonly enrolment: string;
    readonly name: string;
    readonly number: string | null;
  };
  const { rows } = await sql<Row>`
    select e.session, e.enrolment, e.name,
      (select d.number from enrolment n join dossier d on d.id = n.dossier where n.id = e.enrolment) as number
    from exam_entry e
    where e.session in (${uuids(sessions)}) and e.withdrawn_at is null
      and not exists (select from standing_seal s where s.entry = e.id)
    order by e.name, e.id`.execute(tx);
  return rows;
}

/** Entries under another name than their enrolment, that no jury sealed. */
const RENAMED = sql`n.withdrawn_at is null and e.name <> n.name and not exists (select from standing_seal j where j.entry = n.id)`;

export async function renamedEntries(tx: Tx, since: Date, limit: number) {
  const { rows } = await sql<{ entry: string; at: Date }>`
    select n.id as entry, max(f.at) as at
    from dossier_fact f join enrolment e on e.dossier = f.dossier join exam_entry n on n.enrolment = e.id
    where f.kind in ('contact-changed', 'identity-accepted') and f.at > ${since} and ${RENAMED}
    group by n.id order by at, n.id limit ${limit}`.execute(tx);
  return rows;
}

export async function findRenamed(tx: Tx, entry: string) {
  const { rows } = await sql<{ enrolment: string; session: string; name: string }>`
    select n.enrolment, n.session, e.name from exam_entry n join enrolment e on e.id = n.enrolment
    where n.id = ${entry}::uuid and ${RENAMED}`.execute(tx);
  return rows[0];
}

export async function putEntryName(tx: Tx, entry: string, name: string, of: string): Promise<void> {
  await change(tx, "exam_entry", entry, { name }, { of });
}
