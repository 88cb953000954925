/** The decision on hours, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import type { Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { record } from "../../law/input.ts";
import { hoursRejection, hoursSchema } from "./input.ts";
import { type HoursAnswer, type HoursInput, hoursRule, MINUTES } from "./rule.ts";
import { sentences } from "./sentences.ts";

const minutes = Object.fromEntries(MINUTES.map((name) => [name, { type: "integer" }]));

export const hours: Decision<HoursInput, HoursAnswer> = {
  name: "hours",
  label: { fr: "Les heures suivies", en: "Hours followed" },
  answer: record(
    {
      units: { type: "array", items: record({ unit: { type: "string" }, ...minutes }, ["unit", ...MINUTES]) },
      totals: record(minutes, MINUTES),
      complete: { type: "boolean" },
    },
    ["units", "totals", "complete"],
  ),
  ready: (law) => ({
    schema: hoursSchema(law),
    check: (input) => hoursRejection(law, input),
    decide: hoursRule(law),
    say,
  }),
};

function say({ units, totals, complete, findings }: HoursAnswer, lang: Lang): Record<string, unknown> {
  return {
    units: units.map(({ unit, ...minutes }) => ({ unit: unit.unit, ...minutes })),
    totals,
    complete,
    findings: sayFindings(findings, sentences, lang),
  };
}
