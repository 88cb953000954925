/** What is known of a presentation once its exams are sat: whether the marks are given, and when the jury sits. Never a mark. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

/** Of an entry `y` of a session. The jury's day is in its convocation; whether it closed is not told before its decision is notified. */
export const AWAITED = {
  /** Every examiner of every group before which they came has finished. */
  marked: sql<boolean>`not exists (
    select from exam_sitting t join exam_group g on g.id = t.exam_group join exam_examiner x on x.exam_group = g.id
    where t.entry = y.id and t.released_at is null and g.cancelled_at is null and x.left_at is null and x.finished_at is null)`,
  juryOn: sql<Day | null>`(
    select to_char(max(j.on_day), 'YYYY-MM-DD') from jury j where j.session = y.session and j.only_entry is null
      and not exists (select from jury_annulment a where a.jury = j.id))`,
};

export type Awaited = { readonly marked: boolean; readonly juryOn: Day | null; readonly until: Day };

export async function awaitedOf(tx: Tx, entries: readonly string[]): Promise<ReadonlyMap<string, Awaited>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<Awaited & { id: string }>`
    select y.id, ${AWAITED.marked} as marked, ${AWAITED.juryOn} as "juryOn", to_char(s.until_day, 'YYYY-MM-DD') as until
    from exam_entry y join exam_session s on s.id = y.session where y.id = any(${[...entries]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...awaited }) => [id, awaited]));
}
