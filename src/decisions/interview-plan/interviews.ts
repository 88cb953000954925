/** The plan of a day of interviews for the API and command line: its input, checked; its answer, in words. */
import type { Label, Lang } from "../../kit/lang.ts";
import { type Issue, type JsonSchema, validator } from "../../kit/schema.ts";
import { time } from "../../kit/time.ts";
import { findingsAnswer } from "../../law/answer.ts";
import { among, record } from "../../law/input.ts";
import { fault, type Faulty } from "../decide.ts";
import { type InterviewPlan, type InterviewsInput, REASONS } from "./facts.ts";
import { interviewsIssues, interviewsSchema } from "./input.ts";
import { planInterviews } from "./plan.ts";
import { sayReason } from "./sentences.ts";

const id: JsonSchema = { type: "string" };
const listOf = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const all = (properties: Record<string, JsonSchema>): JsonSchema => record(properties, Object.keys(properties));

export const interviews = {
  name: "interviews",
  label: { fr: "Plan d’une journée d’entretiens", en: "Plan of a day of interviews" } satisfies Label,
  schema: interviewsSchema(),
  answer: all({
    id,
    placed: listOf(
      all({
        candidate: id,
        analysis: all({ room: id, from: time, to: time }),
        interview: all({ room: id, pair: id, from: time, to: time }),
      }),
    ),
    unplaced: listOf(all({ candidate: id, reasons: listOf(among([...REASONS, "several"])), findings: findingsAnswer })),
    ends: { anyOf: [time, { type: "null" }] },
    best: { type: "boolean" },
  }),
};

let validate: ((value: unknown) => Issue[]) | undefined;

/** The validator is compiled on first use. */
export async function planned(
  input: unknown,
  how: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly answer: (lang: Lang) => Record<string, unknown> } | { readonly fault: Faulty }> {
  validate ??= validator(interviews.schema);
  const issues = validate(input);
  const valid = input as InterviewsInput;
  if (issues.length === 0) issues.push(...interviewsIssues(valid));
  if (issues.length > 0) return fault(input, "invalid", issues);
  const plan = await planInterviews(valid, how);
  return { answer: (lang) => ({ id: valid.id, ...sayPlan(plan, valid, lang) }) };
}

/** The plan with the findings of the candidates not placed. */
export function sayPlan(plan: InterviewPlan, { candidates }: InterviewsInput, lang: Lang): Record<string, unknown> {
  const places = new Map(candidates.map((one, at) => [one.id, at]));
  return {
    ...plan,
    unplaced: plan.unplaced.map(({ candidate, reasons }) => ({
      candidate,
      reasons,
      findings: reasons.map((reason) => sayReason(reason, candidate, places.get(candidate)!, lang)),
    })),
  };
}
