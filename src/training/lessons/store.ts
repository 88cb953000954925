/** The SQL of lessons. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { change, keep, keepAll } from "../../act/keep.ts";

export type Lesson = {
  readonly id: string;
  readonly cohort: string;
  readonly unit: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly trainer: string;
  readonly room: string | null;
  readonly subject: string;
  /** The members who are meant; null for all. */
  readonly only: readonly string[] | null;
  /** The collective study group whose day of work it is. */
  readonly group: string | null;
  readonly version: number;
  readonly cancelledWhy: string | null;
};

const LESSON = sql`id, cohort, unit, to_char(on_day, 'YYYY-MM-DD') as on, from_time as from, to_time as to, trainer,
  room, subject, meant as only, study_group as group, version, cancelled_why as "cancelledWhy"`;
const IN_ORDER = sql`order by on_day, from_time, id`;

export async function findLesson(tx: Tx, id: string): Promise<Lesson | undefined> {
  return (await sql<Lesson>`select ${LESSON} from lesson where id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function lessonsById(tx: Tx, ids: readonly string[]): Promise<readonly Lesson[]> {
  return (await sql<Lesson>`select ${LESSON} from lesson where id = any(${[...ids]}::uuid[]) ${IN_ORDER}`.execute(tx))
    .rows;
}

/** Of all cohorts, for the doctor's check. */
export async function allLessons(tx: Tx): Promise<readonly Lesson[]> {
  return (await sql<Lesson>`select ${LESSON} from lesson order by id`.execute(tx)).rows;
}

type Between = { readonly from: Day; readonly until: Day };

/** Of these cohorts, in order. */
export async function lessonsOf(tx: Tx, cohorts: readonly string[], between?: Between): Promise<readonly Lesson[]> {
  if (cohorts.length === 0) return [];
  const { from = "1900-01-01", until = "2199-12-31" } = between ?? {};
  const { rows } = await sql<Lesson>`
    select ${LESSON} from lesson where cohort in (${sql.join(cohorts.map((id) => sql`${id}::uuid`))})
      and on_day between ${from}::date and ${until}::date ${IN_ORDER}`.execute(tx);
  return rows;
}

/** The days of work of a collective study group. */
export async function lessonsOfGroup(tx: Tx, group: string): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    select ${LESSON} from lesson where study_group = ${group}::uuid ${IN_ORDER}`.execute(tx);
  return rows;
}

/** Of a trainer, on these days. */
export async function lessonsBy(tx: Tx, trainer: string, { from, until }: Between): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    select ${LESSON} from lesson where trainer = ${trainer} and on_day between ${from}::date and ${until}::date
    ${IN_ORDER}`.execute(tx);
  return rows;
}

type New = Omit<Lesson, "version" | "cancelledWhy"> & { readonly by: string; readonly at: Date };

export async function insertLesson(tx: Tx, lesson: New, whose: { readonly of: string }): Promise<void> {
  await keep(tx, "lesson", rowOf(lesson), whose);
}

/** Rows per statement: PostgreSQL limits the number of parameters. */
const AT_ONCE = 1_000;

/** `of` gives the chain from the id. */
export async function insertLessons(tx: Tx, all: readonly New[], of: (id: string) => string): Promise<void> {
  for (let first = 0; first < all.length; first += AT_ONCE)
    await keepAll(tx, "lesson", all.slice(first, first + AT_ONCE).map(rowOf), { of: ({ id }) => of(String(id)) });
}

function rowOf({ id, cohort, unit, on, from, to, trainer, room, subject, only, group, by, at }: New) {
  const when = { on_day: on, from_time: from, to_time: to };
  const meant = only === null ? null : JSON.stringify(only);
  const planned = { planned_by: by, planned_at: at };
  return { id, cohort, unit, ...when, trainer, room, subject, meant, study_group: group, ...planned };
}

type Changed = Partial<Pick<Lesson, "on" | "from" | "to" | "room" | "trainer" | "cancelledWhy">>;

/** `of`: its chain, where the act’s own is another. */
export async function updateLesson(
  tx: Tx,
  { id, version }: Lesson,
  changed: Changed,
  whose?: { readonly of: string },
): Promise<void> {
  const { on, from, to, cancelledWhy, ...rest } = changed;
  const when = { ...(on && { on_day: on }), ...(from && { from_time: from }), ...(to && { to_time: to }) };
  const cancelled = cancelledWhy === undefined ? {} : { cancelled_why: cancelledWhy };
  await change(tx, "lesson", id, { ...rest, ...when, ...cancelled, version: version + 1 }, whose);
}
