/** The decision on the yearly declaration, declared: its input, its answer, its words. */
import { type Decision, invalid } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { record } from "../../law/input.ts";
import { withMoney } from "../../law/money-decision.ts";
import { bpfIssues, bpfSchema } from "./input.ts";
import { type BpfAnswer, type BpfInput, bpfRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string = { type: "string" };
const integer = { type: "integer" };
const all = (properties: Record<string, object>) => record(properties as never, Object.keys(properties));
const listed = (properties: Record<string, object>) => ({ type: "array", items: all(properties) });
const headcount = { people: integer, hours: integer };
const frame = listed({ cell: string, ...headcount });

export const bpf: Decision<BpfInput, BpfAnswer> = {
  name: "bpf",
  label: { fr: "Le bilan pédagogique et financier", en: "The yearly declaration (BPF)" },
  of: "school",
  answer: record(
    {
      C: all({
        lines: listed({ line: string, euros: integer }),
        two: integer,
        total: integer,
        share: { anyOf: [integer, { type: "null" }] },
      }),
      D: all({ total: integer, trainerSalaries: integer, purchases: integer }),
      E: all({ staff: all(headcount), external: all(headcount) }),
      F1: frame,
      F2: all(headcount),
      F3: frame,
      F4: frame,
      totals: all(headcount),
      G: all(headcount),
    },
    ["C", "D", "E", "F1", "F2", "F3", "F4", "totals", "G"],
  ),
  ready: (law) =>
    withMoney(law, (money) => ({
      schema: bpfSchema(money),
      check: (input) => invalid(bpfIssues(input)),
      decide: bpfRule(money),
      say: ({ findings, ...answer }, lang) => ({ ...answer, findings: sayFindings(findings, sentences, lang) }),
    })),
};
