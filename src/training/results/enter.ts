/**
 * Exam results as the livret has them. Certification enters them within the act that publishes them: trainees see nothing before. That act
 * locks the chains concerned (`enrolmentChain`) beforehand, with its own, by `lockChains`, and names `exam_result` among its `writes`.
 */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { enrolmentChain } from "../enrolled.ts";
import { allResults, countResults, type ExamResult, insertResult } from "./store.ts";

export { OUTCOMES, type ExamResult } from "./store.ts";

type Annulling = Pick<ExamResult, "enrolment" | "decision" | "on"> & { readonly annulled: ReadonlySet<string> };
type By = { readonly by: string; readonly at: Date };

/** In order: of several results of one exam of one trainee, the last one stands. */
export async function enterResults(tx: Tx, results: readonly ExamResult[], { by, at }: By): Promise<void> {
  const numbers = new Map<string, number>();
  for (const result of results) {
    const number = (numbers.get(result.enrolment) ?? (await countResults(tx, result.enrolment))) + 1;
    numbers.set(result.enrolment, number);
    await insertResult(tx, { ...result, id: newId(), number, by, at }, { of: enrolmentChain(result.enrolment) });
  }
}

/**
 * What one decision entered is void: of each exam where it stands, the last result of a decision that is none of the `annulled` stands
 * again, and where there is none the exam has no result. A dispense is no decision of a jury, and stays.
 */
export async function annulResults(tx: Tx, { enrolment, decision, on, annulled }: Annulling, by: By): Promise<void> {
  const all = await allResults(tx, enrolment);
  const standing = [...new Map(all.map((one) => [one.exam, one])).values()];
  const fallen = standing.filter((one) => one.decision === decision && one.outcome !== "dispensed");
  const again = fallen.map(
    ({ exam }) =>
      all.findLast((one) => one.exam === exam && !annulled.has(one.decision)) ??
      ({ enrolment, exam, outcome: "annulled", marks: {}, on, notifiedOn: null, decision } as const),
  );
  await enterResults(tx, again, by);
}

/** The standing result of each exam. */
export async function resultsOf(tx: Tx, enrolment: string): Promise<ReadonlyMap<string, ExamResult>> {
  return new Map((await allResults(tx, enrolment)).map((one) => [one.exam, one]));
}
