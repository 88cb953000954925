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

/** Diplomas that a jury's decision in force awards, each with the last file that has it. */
const AWARDED = sql`
  (select e.id as enrolment, e.dossier, e.name, c.diploma, c.law_version, min(j.on_day) as awarded, min(r.notified_on) as notified
    from jury_result r join jury j on j.id = r.jury join enrolment e on e.id = r.enrolment join cohort c on c.id = e.cohort
    where r.outcome = 'diploma' and not exists (select from jury_result l where l.enrolment = r.enrolment and l.replaces = r.id)
    group by e.id, e.dossier, e.name, c.diploma, c.law_version) w
  left join lateral (
    select f.id, f.number,
      exists (select from passage_file_fact d where d.file = f.id and d.kind = 'deposited') as deposited,
      exists (select from passage_file_fact d where d.file = f.id and d.kind = 'received') as received
    from passage_item i join passage_file f on f.id = i.file
    where i.enrolment = w.enrolment and not exists (select from passage_file_fact d where d.file = f.id and d.kind = 'dropped')
    order by f.number desc, f.id limit 1) f on true
  left join lateral (
    select a.kind, a.on_day, a.words from passage_answer a where a.enrolment = w.enrolment and a.file = f.id
    order by a.noted_at desc, a.id desc limit 1) a on true`;

const COLUMNS = sql`w.enrolment, w.dossier, coalesce((select d.number from dossier d where d.id = w.dossier), '') as number, w.name, w.diploma,
  w.law_version as "lawVersion", to_char(w.awarded, 'YYYY-MM-DD') as "awardedOn", to_char(w.notified, 'YYYY-MM-DD') as "notifiedOn",
  f.id as file, f.number as "fileNumber", coalesce(f.deposited, false) as deposited, coalesce(f.received, false) as received,
  a.kind as answer, to_char(a.on_day, 'YYYY-MM-DD') as "answeredOn", a.words`;

/** Awarded under a mandate, on whose words nothing waits: in no file, or rejected. The first awarded first. */
export async function toReport(tx: Tx, mandates: readonly Reporting[], limit: number): Promise<Awarded[]> {
  const { rows } = await sql<Awarded>`
    select ${COLUMNS} from ${AWARDED} where ${under(mandates)} and (f.id is null or a.kind = 'rejected')
    order by w.awarded, w.name, w.enrolment limit ${limit}`.execute(tx);
  return rows;
}

export type Reporting = { readonly diploma: string; readonly from: Day | null; readonly to: Day | null };

const under = (mandates: readonly Reporting[]) => sql`exists (
  select from jsonb_to_recordset(${json(mandates)}) as m (diploma text, "from" date, "to" date)
  where m.diploma = w.diploma and w.awarded >= coalesce(m."from", w.awarded) and w.awarded <= coalesce(m."to", w.awarded))`;

/** Of these enrolments. */
export async function awardedTo(tx: Tx, enrolments: readonly string[]): Promise<Awarded[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<Awarded>`
    select ${COLUMNS} from ${AWARDED} where w.enrolment = any(${enrolments}::uuid[]) order by w.awarded, w.name, w.enrolment`.execute(
    tx,
  );
  return rows;
}

export type Counts = Readonly<Record<"open" | "filed" | "deposited" | "received" | "accepted" | "rejected", number>>;

export async function countPassages(tx: Tx, mandates: readonly Reporting[]): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where f.id is null)::integer as open,
      count(*) filter (where f.id is not null and a.kind is null and not f.deposited)::integer as filed,
      count(*) filter (where a.kind is null and f.deposited and not f.received)::integer as deposited,
      count(*) filter (where a.kind is null and f.received)::integer as received,
      count(*) filter (where a.kind = 'accepted')::integer as accepted,
      count(*) filter (where a.kind = 'rejected')::integer as rejected
    from ${AWARDED} where ${under(mandates)}`.execute(tx);
  return rows[0]!;
}

/** Deposited, though no decision in force awards the diploma any more. */
export async function noLongerAwarded(
  tx: Tx,
): Promise<{ readonly enrolment: string; readonly dossier: string; readonly name: string }[]> {
  const { rows } = await sql<{ enrolment: string; dossier: string; name: string }>`
    select distinct e.id as enrolment, e.dossier, e.name from passage_item i join enrolment e on e.id = i.enrolment
    where exists (select from passage_file_fact d where d.file = i.file and d.kind = 'deposited')
      and not exists (select from jury_result r where r.enrolment = i.enrolment and r.outcome = 'diploma'
        and not exists (select from jury_result l where l.enrolment = r.enrolment and l.replaces = r.id))
    order by e.name, e.id`.execute(tx);
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
/** The last answer of each passage counts. */
const ANSWERED = (kind: string) => sql`(select count(*)::integer from passage_item i where i.file = f.id and (
  select a.kind from passage_answer a where a.enrolment = i.enrolment and a.file = f.id order by a.noted_at desc, a.id desc limit 1) = ${kind})`;

const FILE = sql`f.id, f.number, f.emitter, f.client, f.contract, f.stamp, f.passages, f.sha256, to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
  f.made_by as "madeBy", f.made_at as "madeAt", ${ON("deposited")} as "depositedOn", ${SAID("received")} as receipt,
  ${ON("received")} as "receivedOn", ${ON("dropped")} as "droppedOn", ${SAID("dropped")} as why,
  ${ANSWERED("accepted")} as accepted, ${ANSWERED("rejected")} as rejected from passage_file f`;

export async function findPassageFile(tx: Tx, id: string): Promise<PassageFile | undefined> {
  return (await sql<PassageFile>`select ${FILE} where f.id = ${id}::uuid`.execute(tx)).rows[0];
}

/** The last made first. */
export async function passageFiles(tx: Tx, limit: number): Promise<PassageFile[]> {
  return (await sql<PassageFile>`select ${FILE} order by f.number desc, f.id limit ${limit}`.execute(tx)).rows;
}

/** For the doctor’s check. */
export async function allPassageFiles(tx: Tx): Promise<PassageFile[]> {
  return (await sql<PassageFile>`select ${FILE} order by f.number, f.id`.execute(tx)).rows;
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
