/** The pathway decision, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import { findingsAnswer } from "../../law/answer.ts";
import type { CommonInput, Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, decisionInput, record } from "../../law/input.ts";
import { type PathwayAnswer, pathwayRule } from "./rule.ts";
import type { PathwayInput } from "./brought.ts";
import { pathwayProperties, pathwayRejection } from "./input.ts";
import { sentences } from "./sentences.ts";

const number = { type: "number" };
const string = { type: "string" };

export const pathway: Decision<PathwayInput & CommonInput, PathwayAnswer> = {
  name: "pathway",
  label: { fr: "Mon parcours", en: "My path" },
  answer: record(
    {
      units: {
        type: "array",
        items: record(
          {
            unit: string,
            hours: number,
            relief: number,
            remaining: number,
            reliefBy: { type: "array", items: string },
          },
          ["unit", "hours", "relief", "remaining", "reliefBy"],
        ),
      },
      domains: {
        type: "array",
        items: record(
          { domain: string, exam: among(["to-sit", "dispensed", "contested", "held"]), findings: findingsAnswer },
          ["domain", "exam", "findings"],
        ),
      },
      totals: record({ theory: number, practice: number, relief: number }, ["theory", "practice", "relief"]),
    },
    ["units", "domains", "totals"],
  ),
  ready: (law) => ({
    schema: decisionInput(pathwayProperties(law.diploma), ["titles"]),
    check: (input) => pathwayRejection(law, input),
    decide: pathwayRule(law),
    say,
  }),
};

function say(answer: PathwayAnswer, lang: Lang): Record<string, unknown> {
  return {
    units: answer.units.map(({ unit, ...rest }) => ({ unit: unit.unit, ...rest })),
    domains: answer.domains.map(({ domain, exam, findings }) => ({
      domain: domain.domain,
      exam,
      findings: sayFindings(findings, sentences, lang),
    })),
    totals: answer.totals,
    findings: sayFindings(answer.findings, sentences, lang),
  };
}
