/** The SQL of attendance: immutable records, and the lists that sign them. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";
import { change } from "../../act/keep.ts";
import type { Day } from "../../kit/day.ts";
import type { Attendance } from "../../decisions/hours/rule.ts";
import { type Half, halfOf } from "../rules/half-day.ts";

export type Status = Attendance["status"];
type How = "signed" | "listed" | "corrected";

export type Record = {
  readonly id: string;
  readonly enrolment: string;
  readonly lesson: string;
  readonly number: number;
  readonly status: Status;
  readonly minutesMissed: number | null;
  readonly how: How;
  readonly proof: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};
/** Whether a signed list contains the record. */
export type Standing = Record & { readonly countersigned: boolean };

const RECORD = sql`a.id, a.enrolment, a.lesson, a.number, a.status, a.minutes_missed as "minutesMissed", a.how, a.proof,
  a.reason, a.recorded_by as by, a.recorded_at as at`;
const COUNTERSIGNED = sql<boolean>`exists (
  select 1 from attendance_list l where l.lesson = a.lesson and l.records ? a.id::text)`;

/** The latest record of each trainee in a lesson. */
export async function standingIn(tx: Tx, lesson: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select distinct on (a.enrolment) ${RECORD}, ${COUNTERSIGNED} as countersigned from attendance a
    where a.lesson = ${lesson}::uuid order by a.enrolment, a.number desc`.execute(tx);
  return rows;
}

/** The latest record of each lesson of a trainee. */
export async function standingOf(tx: Tx, enrolment: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select distinct on (a.lesson) ${RECORD}, ${COUNTERSIGNED} as countersigned from attendance a
    where a.enrolment = ${enrolment}::uuid order by a.lesson, a.number desc`.execute(tx);
  return rows;
}

/** The last day on which the trainee attended a lesson, even in part; undefined of a trainee who never came. */
export async function lastThere(tx: Tx, enrolment: string): Promise<Day | undefined> {
  const { rows } = await sql<{ on: Day | null }>`
    select to_char(max(l.on_day), 'YYYY-MM-DD') as on from (
      select distinct on (a.lesson) a.lesson, a.status from attendance a
      where a.enrolment = ${enrolment}::uuid order by a.lesson, a.number desc
    ) last join lesson l on l.id = last.lesson where last.status in ('present', 'part') and l.cancelled_why is null`.execute(
    tx,
  );
  return rows[0]!.on ?? undefined;
}

export async function hasAttendance(tx: Tx, lesson: string): Promise<boolean> {
  const { rows } = await sql`select 1 from attendance where lesson = ${lesson}::uuid limit 1`.execute(tx);
  return rows.length > 0;
}

/** `of`: the chain of the trainee. */
export async function insertRecord(tx: Tx, record: Record, whose: { readonly of: string }): Promise<void> {
  const { id, enrolment, lesson, number, status, minutesMissed, how, proof, reason, by, at } = record;
  const marks = { status, minutes_missed: minutesMissed, how, proof, reason, recorded_by: by, recorded_at: at };
  await keep(tx, "attendance", { id, enrolment, lesson, number, ...marks }, whose);
}

type NewList = { readonly id: string; readonly lesson: string; readonly records: readonly string[] } & {
  readonly shown: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertList(tx: Tx, { id, lesson, records, shown, by, at }: NewList): Promise<void> {
  const row = { id, lesson, records: JSON.stringify(records), shown, signed_by: by, signed_at: at };
  await keep(tx, "attendance_list", row);
}

/** Of these lessons, those with a signed list. */
export async function listedAmong(tx: Tx, lessons: readonly string[]): Promise<ReadonlySet<string>> {
  if (lessons.length === 0) return new Set();
  const { rows } = await sql<{ lesson: string }>`
    select distinct lesson from attendance_list
    where lesson in (${sql.join(lessons.map((id) => sql`${id}::uuid`))})`.execute(tx);
  return new Set(rows.map(({ lesson }) => lesson));
}

/** Who signed the first list that contains each of these records, and when, by record. */
export async function countersignedBy(
  tx: Tx,
  records: readonly Pick<Record, "id" | "lesson">[],
): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Date }>> {
  if (records.length === 0) return new Map();
  const lessons = [...new Set(records.map(({ lesson }) => lesson))];
  const { rows } = await sql<{ record: string; by: string; at: Date }>`
    select distinct on (r.id) r.id as record, l.signed_by as by, l.signed_at as at
    from attendance_list l join unnest(${records.map(({ id }) => id)}::text[]) as r (id) on l.records ? r.id
    where l.lesson = any(${lessons}::uuid[]) order by r.id, l.signed_at, l.id`.execute(tx);
  return new Map(rows.map(({ record, by, at }) => [record, { by, at }]));
}

type HalfDay = { readonly trainer: string; readonly on: Day; readonly half: Half };

export async function codeOf(tx: Tx, { trainer, on, half }: HalfDay): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from attendance_code where trainer = ${trainer} and on_day = ${on}::date and half = ${half}`.execute(
    tx,
  );
  return rows[0]?.code;
}

type NewCode = HalfDay & { readonly id: string; readonly code: string; readonly at: Date };

export async function insertCode(tx: Tx, { id, trainer, on, half, code, at }: NewCode): Promise<void> {
  await keep(tx, "attendance_code", { id, trainer, on_day: on, half, code, made_at: at });
}

/** All tries of the half-day, over all lessons and trainers: a four-digit code must not be guessed lesson by lesson. */
export async function countTries(
  tx: Tx,
  enrolment: string,
  { on, half }: Pick<HalfDay, "on" | "half">,
): Promise<number> {
  const tried = sql<{ from: string }>`
    select l.from_time as from from attendance_try t join lesson l on l.id = t.lesson
    where t.enrolment = ${enrolment}::uuid and l.on_day = ${on}::date`;
  return (await tried.execute(tx)).rows.filter(({ from }) => halfOf(from) === half).length;
}

type Try = Pick<Record, "id" | "enrolment" | "lesson"> & { readonly at: Date };

export async function insertTry(
  tx: Tx,
  { id, enrolment, lesson, at }: Try,
  whose: { readonly of: string },
): Promise<void> {
  await keep(tx, "attendance_try", { id, enrolment, lesson, tried_at: at }, whose);
}

export type Claim = {
  readonly id: string;
  readonly enrolment: string;
  readonly lesson: string;
  readonly words: string;
  readonly file: string | null;
  readonly at: Date;
  readonly answer: string | null;
};

const CLAIM = sql`id, enrolment, lesson, words, file, made_at as at, answer`;

/** A claim with the trainee's name, for the staff who answer it. */
type ClaimOf = Claim & { readonly name: string; readonly number: string | null };

export async function waitingClaims(tx: Tx): Promise<readonly ClaimOf[]> {
  const { rows } = await sql<ClaimOf>`
    select c.id, c.enrolment, c.lesson, c.words, c.file, c.made_at as at, c.answer, e.name,
      (select d.number from dossier d where d.id = e.dossier) as number
    from attendance_claim c join enrolment e on e.id = c.enrolment
    where c.answer is null order by c.made_at, c.id limit 200`.execute(tx);
  return rows;
}

/** Of one lesson, those that nobody has answered. */
export async function waitingIn(tx: Tx, lesson: string): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    select ${CLAIM} from attendance_claim where lesson = ${lesson}::uuid and answer is null order by made_at, id`.execute(
    tx,
  );
  return rows;
}

export async function claimsOf(tx: Tx, enrolment: string): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    select ${CLAIM} from attendance_claim where enrolment = ${enrolment}::uuid order by made_at, id`.execute(tx);
  return rows;
}

/** The lessons of which these trainees contest what is recorded, and nobody has answered. */
export async function contestedBy(tx: Tx, enrolments: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ lesson: string }>`
    select distinct lesson from attendance_claim
    where enrolment = any(${[...enrolments]}::uuid[]) and answer is null`.execute(tx);
  return new Set(rows.map(({ lesson }) => lesson));
}

export async function findClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  return (await sql<Claim>`select ${CLAIM} from attendance_claim where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function insertClaim(
  tx: Tx,
  { id, enrolment, lesson, words, file, at }: Omit<Claim, "answer">,
): Promise<void> {
  await keep(tx, "attendance_claim", { id, enrolment, lesson, words, file, made_at: at });
}

export async function answerClaims(
  tx: Tx,
  ids: readonly string[],
  { answer, by, at }: { readonly answer: string; readonly by: string; readonly at: Date },
  whose: { readonly of: string },
): Promise<void> {
  for (const id of ids) await change(tx, "attendance_claim", id, { answer, answered_by: by, answered_at: at }, whose);
}

const TABLES = ["attendance", "attendance_try", "attendance_claim"] as const;

/** Erased with the enrolment. */
export async function eraseAttendance(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "attendance", tx.deleteFrom("attendance").where("enrolment", "=", enrolment));
  await dropping(tx, "attendance_try", tx.deleteFrom("attendance_try").where("enrolment", "=", enrolment));
  await dropping(tx, "attendance_claim", tx.deleteFrom("attendance_claim").where("enrolment", "=", enrolment));
}

export const ATTENDANCE_TABLES: readonly string[] = TABLES;
