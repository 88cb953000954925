/** The decision on a jury, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import type { JsonSchema } from "../../kit/schema.ts";
import { findingsAnswer } from "../../law/answer.ts";
import { type CommonInput, type Decision, invalid } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, record } from "../../law/input.ts";
import type { JuryInput } from "./facts.ts";
import { juryIssues, jurySchema } from "./input.ts";
import { type JuryAnswer, juryRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string: JsonSchema = { type: "string" };
const flag: JsonSchema = { type: "boolean" };
const looked = { id: string, regular: flag, findings: findingsAnswer };
const exam = record(
  {
    exam: string,
    entitled: { type: "array", items: string },
    outcome: among(["validated", "not-validated", "tie", "adopted", "proposal", "none"]),
  },
  ["exam", "entitled", "outcome"],
);
const candidate = { ...looked, exams: { type: "array", items: exam } };

export const jury: Decision<JuryInput & CommonInput, JuryAnswer> = {
  name: "jury",
  label: { fr: "Jury", en: "Jury" },
  answer: record(
    {
      regular: flag,
      panels: { type: "array", items: record(looked, Object.keys(looked)) },
      candidates: { type: "array", items: record(candidate, Object.keys(candidate)) },
      mayClose: flag,
    },
    ["regular", "panels", "candidates", "mayClose"],
  ),
  ready: (law) => ({
    schema: jurySchema(law.diploma),
    check: (input) => invalid(juryIssues(input)),
    decide: juryRule(law),
    say,
  }),
};

function say(answer: JuryAnswer, lang: Lang): Record<string, unknown> {
  return {
    regular: answer.regular,
    findings: sayFindings(answer.findings, sentences, lang),
    panels: answer.panels.map(({ panel, regular, findings }) => ({
      id: panel.id,
      regular,
      findings: sayFindings(findings, sentences, lang),
    })),
    candidates: answer.candidates.map((judged) => ({
      id: judged.candidate.id,
      regular: judged.regular,
      findings: sayFindings(judged.findings, sentences, lang),
      exams: judged.exams.map(({ domain, entitled, outcome }) => ({ exam: domain.domain, entitled, outcome })),
    })),
    mayClose: answer.mayClose,
  };
}
