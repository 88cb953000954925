/**
 * The SQL of passages: diplomas that a jury awarded, the files that have them, and what was answered. A file and what it says are in its own
 * chain; the answer about a person is in that of their enrolment.
 */
import { sql } from "kysely";
import { dropping, keep, keepAll } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import type { Row } from "../../kit/sql.ts";
import { json } from "../../kit/sql.ts";
import type { Contents } from "../../dossier/rules/sections.ts";
import type { Passage } from "./rules/reported.ts";
import type { FileHead } from "./rules/xml.ts";

export const fileChain = (id: string) => `passage-file:${id}`;

/** One file is made at a time in a school, so that they are numbered. */
export async function lockFiles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.passages ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export type Awarded = {
  readonly enrolment: string;
  readonly dossier: string;
  readonly number: string;
  readonly name: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly awardedOn: Day;
  readonly notifiedOn: Day;
  /** Of the last file that was not given up; null where there is none. */
  readonly file: string | null;
  readonly fileNumber: number | null;
  readonly deposited: boolean;
  readonly received: boolean;
  readonly answer: "accepted" | "rejected" | null;
  readonly answeredOn: Day | null;
  readonly words: string | null;
};

/**
 * Each person with a diploma that a jury's decision in force awards, or who is in a file: with the last file that was not given up, and what
 * that was answered. Sets are laid together and grouped, not joined: without statistics of a table, joins of two long ones are loops
 * (`offset 0`: each row is looked up by its key).
 */
function passages(ids?: readonly string[]) {
  const among = (column: string) => (ids ? sql`${sql.ref(column)} = any(${[...ids]}::uuid[])` : sql`true`);
  const noted = (kind: string) => sql`(select file from passage_file_fact where kind = ${kind})`;
  return sql`
    granted as (
      select r.enrolment, j.on_day as awarded, r.notified_on as notified from standing_result r cross join lateral (select j.on_day from jury j where j.id = r.jury offset 0) j
      where r.outcome = 'diploma' and ${among("r.enrolment")}),
    told as (
      select i.enrolment, i.file, f.number, i.file in ${noted("deposited")} as deposited, i.file in ${noted("received")} as received,
        null::text as kind, null::date as on_day, null::text as words, null::timestamptz as at, null::uuid as id
      from passage_item i cross join lateral (select f.number from passage_file f where f.id = i.file offset 0) f
      where ${among("i.enrolment")} and i.file not in ${noted("dropped")}
      union all
      select a.enrolment, a.file, null, null, null, a.kind, a.on_day, a.words, a.noted_at, a.id from passage_answer a where ${among("a.enrolment")}),
    filed as (
      select t.enrolment, t.file, max(t.number) as number, bool_or(t.deposited) as deposited, bool_or(t.received) as received,
        (array_agg(t.kind order by t.at desc, t.id desc) filter (where t.kind is not null))[1] as kind,
        (array_agg(t.on_day order by t.at desc, t.id desc) filter (where t.kind is not null))[1] as on_day,
        (array_agg(t.words order by t.at desc, t.id desc) filter (where t.kind is not null))[1] as words
      from told t group by t.enrolment, t.file having max(t.number) is not null),
    latest as (select distinct on (l.enrolment) l.* from filed l order by l.enrolment, l.number desc, l.file),
    whole as (
      select x.enrolment, min(x.awarded) as awarded, min(x.notified) as notified, max(x.file::text)::uuid as file, max(x.number) as number,
        coalesce(bool_or(x.deposited), false) as deposited, coalesce(bool_or(x.received), false) as received,
        max(x.kind) as kind, max(x.on_day) as on_day, max(x.words) as words
      from (
        select g.enrolment, g.awarded, g.notified, null::uuid as file, null::integer as number, null::boolean as deposited,
          null::boolean as received, null::text as kind, null::date as on_day, null::text as words from granted g
        union all
        select l.enrolment, null, null, l.file, l.number, l.deposited, l.received, l.kind, l.on_day, l.words from latest l) x
      group by x.enrolment),
    passage as (
      select p.*, e.dossier, e.name, c.diploma, c.law_version from whole p
        cross join lateral (select e.dossier, e.name, e.cohort from enrolment e where e.id = p.enrolment offset 0) e
        cross join lateral (select c.diploma, c.law_version from cohort c where c.id = e.cohort offset 0) c)`;
}

const COLUMNS = sql`w.enrolment, w.dossier, coalesce((select d.number from dossier d where d.id = w.dossier), '') as number, w.name, w.diploma,
  w.law_version as "lawVersion", to_char(w.awarded, 'YYYY-MM-DD') as "awardedOn", to_char(w.notified, 'YYYY-MM-DD') as "notifiedOn",
  w.file, w.number as "fileNumber", w.deposited, w.received, w.kind as answer, to_char(w.on_day, 'YYYY-MM-DD') as "answeredOn", w.words`;

export type Reporting = { readonly diploma: string; readonly from: Day | null; readonly to: Day | null };

const under = (mandates: readonly Reporting[]) => sql`exists (
  select from jsonb_to_recordset(${json(mandates)}) as m (diploma text, "from" date, "to" date)
  where m.diploma = w.diploma and w.awarded >= coalesce(m."from", w.awarded) and w.awarded <= coalesce(m."to", w.awarded))`;

type Lost = Pick<Awarded, "enrolment" | "dossier" | "name">;
export type Counts = Readonly<Record<"open" | "filed" | "deposited" | "received" | "accepted" | "rejected", number>>;

/**
 * All that is awarded under a mandate, by where it has got to; what is
 * to be put into a file: in none, or rejected, the first awarded first; and who was reported, though no decision in force awards it any more.
 */
export async function passagesUnder(tx: Tx, mandates: readonly Reporting[], limit: number) {
  const { rows } = await sql<{ counts: Counts; first: Awarded[]; lost: Lost[] }>`
    with ${passages()}, every as materialized (select p.* from passage p), mine as materialized (select w.* from every w where ${under(mandates)})
    select (select jsonb_build_object('open', count(*) filter (where w.file is null),
        'filed', count(*) filter (where w.file is not null and w.kind is null and not w.deposited),
        'deposited', count(*) filter (where w.kind is null and w.deposited and not w.received),
        'received', count(*) filter (where w.kind is null and w.received),
        'accepted', count(*) filter (where w.kind = 'accepted'), 'rejected', count(*) filter (where w.kind = 'rejected')) from mine w) as counts,
      (select coalesce(jsonb_agg(x), '[]') from (
        select ${COLUMNS} from mine w where w.file is null or w.kind = 'rejected' order by w.awarded, w.name, w.enrolment limit ${limit}) x) as first,
      (select coalesce(jsonb_agg(jsonb_build_object('enrolment', w.enrolment, 'dossier', w.dossier, 'name', w.name) order by w.name, w.enrolment), '[]')
        from every w where w.awarded is null and w.deposited) as lost`.execute(tx);
  return rows[0]!;
}

/** Of these enrolments. */
export async function awardedTo(tx: Tx, enrolments: readonly string[]): Promise<Awarded[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<Awarded>`
    with ${passages(enrolments)} select ${COLUMNS} from passage w where w.awarded is not null and w.notified is not null order by w.awarded, w.name, w.enrolment`.execute(
    tx,
  );
  return rows;
}

/** Of dossiers, as they stand now. */
export async function identitiesOf(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, Contents>> {
  const { rows } = await sql<{ dossier: string; contents: Contents }>`
    select dossier, contents || dossier_changed(dossier, section, saved_at) as contents from dossier_section
    where dossier = any(${[...dossiers]}::uuid[]) and section = 'identity'`.execute(tx);
  return new Map(rows.map(({ dossier, contents }) => [dossier, contents]));
}

/** The diplomas of which the school has ever taught any. */
export async function diplomasTaught(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ diploma: string }>`select distinct diploma from cohort order by diploma`.execute(tx);
  return rows.map(({ diploma }) => diploma);
}

export type PassageFile = FileHead & {
  readonly number: number;
  /** As it was made. */
  readonly passages: number;
  readonly sha256: string;
  readonly dueOn: Day;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly depositedOn: Day | null;
  readonly receipt: string | null;
  readonly receivedOn: Day | null;
  readonly droppedOn: Day | null;
  readonly why: string | null;
  readonly accepted: number;
  readonly rejected: number;
};

const ON = (kind: string) =>
  sql`(select to_char(d.on_day, 'YYYY-MM-DD') from passage_file_fact d where d.file = f.id and d.kind = ${kind})`;
const SAID = (kind: string) => sql`(select d.said from passage_file_fact d where d.file = f.id and d.kind = ${kind})`;
const FILE = sql`f.id, f.number, f.emitter, f.client, f.contract, f.stamp, f.passages, f.sha256, to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
  f.made_by as "madeBy", f.made_at as "madeAt", ${ON("deposited")} as "depositedOn", ${SAID("received")} as receipt,
  ${ON("received")} as "receivedOn", ${ON("dropped")} as "droppedOn", ${SAID("dropped")} as why,
  coalesce(n.accepted, 0)::integer as accepted, coalesce(n.rejected, 0)::integer as rejected
  from passage_file f left join told n on n.file = f.id`;

/** The last answer of each passage counts. */
const told = (file?: string) => sql`with last as materialized (
    select distinct on (a.enrolment, a.file) a.file, a.kind from passage_answer a where ${file === undefined ? sql`true` : sql`a.file = ${file}::uuid`}
    order by a.enrolment, a.file, a.noted_at desc, a.id desc),
  told as materialized (select l.file, count(*) filter (where l.kind = 'accepted') as accepted,
    count(*) filter (where l.kind = 'rejected') as rejected from last l group by l.file)`;

export async function findPassageFile(tx: Tx, id: string): Promise<PassageFile | undefined> {
  return (await sql<PassageFile>`${told(id)} select ${FILE} where f.id = ${id}::uuid`.execute(tx)).rows[0];
}

/** The last made first. */
export async function passageFiles(tx: Tx, limit: number): Promise<PassageFile[]> {
  return (await sql<PassageFile>`${told()} select ${FILE} order by f.number desc, f.id limit ${limit}`.execute(tx))
    .rows;
}

/** For the doctor’s check. */
export async function allPassageFiles(tx: Tx): Promise<PassageFile[]> {
  return (await sql<PassageFile>`${told()} select ${FILE} order by f.number, f.id`.execute(tx)).rows;
}

export async function nextNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    number: number;
  }>`select coalesce(max(number), 0) + 1 as number from passage_file`.execute(tx);
  return rows[0]!.number;
}

type Made = FileHead & Pick<PassageFile, "number" | "sha256" | "dueOn" | "madeBy"> & { readonly at: Date };

export async function insertPassageFile(tx: Tx, made: Made, items: readonly Item[]): Promise<void> {
  const { id, number, emitter, client, contract, stamp, sha256, dueOn, madeBy, at } = made;
  const head = { id, number, emitter, client, contract, stamp, passages: items.length, sha256 };
  await keep(tx, "passage_file", { ...head, due_on: dueOn, made_by: madeBy, made_at: at }, { of: fileChain(id) });
  const rows = items.map(({ enrolment, passage }, nth) => {
    return { id: newId(), file: id, place: nth + 1, enrolment, passage: json(passage) };
  });
  await keepAll(tx, "passage_item", rows, { of: fileChain(id) });
}

export type Item = { readonly enrolment: string; readonly passage: Passage };
export type Answered = Item & {
  /** Null of somebody whose training was erased since. */
  readonly name: string | null;
  readonly dossier: string | null;
  readonly number: string | null;
  readonly answer: "accepted" | "rejected" | null;
  readonly answeredOn: Day | null;
  readonly words: string | null;
};

/** In the order of the file. */
export async function itemsOf(tx: Tx, file: string): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select i.enrolment, i.passage, e.name, e.dossier, (select d.number from dossier d where d.id = e.dossier) as number, a.kind as answer,
      to_char(a.on_day, 'YYYY-MM-DD') as "answeredOn", a.words
    from passage_item i left join enrolment e on e.id = i.enrolment
      left join lateral (select b.kind, b.on_day, b.words from passage_answer b where b.enrolment = i.enrolment and b.file = i.file
        order by b.noted_at desc, b.id desc limit 1) a on true
    where i.file = ${file}::uuid order by i.place, i.id`.execute(tx);
  return rows;
}

type FileFact = {
  readonly file: string;
  readonly kind: "deposited" | "received" | "dropped";
  readonly on: Day;
  readonly said: string;
};
type Noted = { readonly by: string; readonly at: Date };

export async function insertFileFact(tx: Tx, { on, ...fact }: FileFact, { by, at }: Noted): Promise<void> {
  const row = { id: newId(), ...fact, on_day: on, noted_by: by, noted_at: at };
  await keep(tx, "passage_file_fact", row, { of: fileChain(fact.file) });
}

type Answer = {
  readonly enrolment: string;
  readonly file: string;
  readonly kind: "accepted" | "rejected";
  readonly on: Day;
  readonly words: string;
};

export async function insertAnswers(tx: Tx, answers: readonly Answer[], { by, at }: Noted, of: (row: Row) => string) {
  const rows = answers.map(({ on, ...one }) => ({ id: newId(), ...one, on_day: on, noted_by: by, noted_at: at }));
  await keepAll(tx, "passage_answer", rows, { of });
}

/** Somebody leaves every file that has them, and what was answered about them goes. */
export async function erasePassages(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "passage_answer", tx.deleteFrom("passage_answer").where("enrolment", "=", enrolment));
  const items = await tx.selectFrom("passage_item").select(["id", "file"]).where("enrolment", "=", enrolment).execute();
  for (const { id, file } of items.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    await dropping(tx, "passage_item", tx.deleteFrom("passage_item").where("id", "=", id), { of: fileChain(file) });
}

/** What the files say of an account, for its copy. */
export async function saidOf(tx: Tx, account: string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select row_to_json(i) as row from passage_item i join enrolment e on e.id = i.enrolment where e.account = ${account}::uuid
    order by i.file, i.place, i.id`.execute(tx);
  return rows.map(({ row }) => row);
}
