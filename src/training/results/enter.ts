/**
 * Exam results as the livret has them. Certification enters them within the act that publishes: before that, nobody in training
 * knows of any. The act locks the chains of those concerned (`enrolmentChain`) beforehand, with its own, by `lockChains`, and names
 * `exam_result` among its `writes`.
 */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { enrolmentChain } from "../enrolled.ts";
import { allResults, countResults, type ExamResult, insertResult } from "./store.ts";

export { OUTCOMES, type ExamResult } from "./store.ts";

type By = { readonly by: string; readonly at: Date };

/** In their order: of one exam of one person, the last is the one that stands. */
export async function enterResults(tx: Tx, results: readonly ExamResult[], { by, at }: By): Promise<void> {
  const numbers = new Map<string, number>();
  for (const one of results) {
    const number = (numbers.get(one.enrolment) ?? (await countResults(tx, one.enrolment))) + 1;
    numbers.set(one.enrolment, number);
    await insertResult(tx, { ...one, id: newId(), number, by, at }, { of: enrolmentChain(one.enrolment) });
  }
}

/** What stands of each exam, by exam. */
export async function resultsOf(tx: Tx, enrolment: string): Promise<ReadonlyMap<string, ExamResult>> {
  return new Map((await allResults(tx, enrolment)).map((one) => [one.exam, one]));
}
