/** The decision on the indicators, declared: its input, its answer, its words. */
import type { Decision } from "../../law/decision.ts";
import { invalid } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { record } from "../../law/input.ts";
import { withMoney } from "../../law/money-decision.ts";
import { indicatorsIssues, indicatorsSchema } from "./input.ts";
import { type IndicatorsAnswer, type IndicatorsInput, indicatorsRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string = { type: "string" };
const integer = { type: "integer" };
const number = { anyOf: [integer, { type: "null" }] };
const rate = { numerator: number, denominator: number, percent: number };
const asked = { ...rate, asked: integer, answered: integer };
const all = (properties: Record<string, object>) => record(properties as never, Object.keys(properties));
const row = {
  success: all(rate),
  perseverance: all(rate),
  satisfaction: all(asked),
  insertion: all(asked),
  partial: number,
};

export const indicators: Decision<IndicatorsInput, IndicatorsAnswer> = {
  name: "indicators",
  label: { fr: "Les taux de l’année", en: "The year’s rates" },
  answer: record(
    {
      sites: { type: "array", items: all({ site: string, ...row, line: string }) },
      all: all(row),
    },
    ["sites", "all"],
  ),
  ready: (law) =>
    withMoney(law, (money) => ({
      schema: indicatorsSchema(),
      check: (input) => invalid(indicatorsIssues(input)),
      decide: indicatorsRule(money),
      say: ({ findings, ...answer }, lang) => ({ ...answer, findings: sayFindings(findings, sentences, lang) }),
    })),
};
