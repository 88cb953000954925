/** The SQL of exam results: a later entry replaces the earlier ones of the same exam. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { keep } from "../../act/keep.ts";

export const OUTCOMES = ["validated", "not-validated", "missed", "dispensed", "lapsed", "annulled"] as const;
type ExamOutcome = (typeof OUTCOMES)[number];

export type ExamResult = {
  readonly enrolment: string;
  readonly exam: string;
  readonly outcome: ExamOutcome;
  /** By component, in hundredths. */
  readonly marks: Readonly<Record<string, number>>;
  readonly on: Day;
  /** The day of the State's notification, from which appeals and the term of a partial validation run. */
  readonly notifiedOn: Day | null;
  /** The chain of the deciding act: `jury:<id>`. */
  readonly decision: string;
};

type New = ExamResult & { readonly id: string; readonly number: number; readonly by: string; readonly at: Date };

/** `of`: the chain of the trainee. */
export async function insertResult(tx: Tx, entry: New, whose: { readonly of: string }): Promise<void> {
  const { id, enrolment, number, exam, outcome, marks, on, notifiedOn, decision, by, at } = entry;
  const result = { exam, outcome, marks: JSON.stringify(marks), on_day: on, notified_on: notifiedOn, decision };
  const row = { id, enrolment, number, ...result, entered_by: by, entered_at: at };
  await keep(tx, "exam_result", row, whose);
}

/** All entries in order; the last of an exam stands. */
export async function allResults(tx: Tx, enrolment: string): Promise<readonly ExamResult[]> {
  const { rows } = await sql<ExamResult>`
    select enrolment, exam, outcome, marks, to_char(on_day, 'YYYY-MM-DD') as on,
      to_char(notified_on, 'YYYY-MM-DD') as "notifiedOn", decision
    from exam_result where enrolment = ${enrolment}::uuid order by number`.execute(tx);
  return rows;
}

export async function countResults(tx: Tx, enrolment: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exam_result where enrolment = ${enrolment}::uuid`.execute(tx);
  return rows[0]!.count;
}
