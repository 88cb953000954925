/** The eligibility decision, declared: its input, its answer, its words. */
import { fieldsOf } from "../../law/experience.ts";
import { type CommonInput, type Decision, invalid } from "../../law/decision.ts";
import type { Lang } from "../../kit/lang.ts";
import { oncePerFixed } from "../../kit/fixed.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { dayOrNull, findingsAnswer } from "../../law/answer.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, day, decisionInput, LIMITS, listOf, record, titlesIssues, titlesSchema } from "../../law/input.ts";
import type { Law } from "../../law/law.ts";
import { type DoorAnswer, type EligibilityAnswer, type EligibilityInput, eligibilityRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const days = { type: "number" };

export const eligibility: Decision<EligibilityInput & CommonInput, EligibilityAnswer> = {
  name: "eligibility",
  label: { fr: "Puis-je candidater ?", en: "May I apply?" },
  answer: record(
    {
      outcome: among(["eligible", "needs-decision", "unknown", "not-eligible"]),
      doors: {
        type: "array",
        items: record(
          {
            door: { type: "string" },
            outcome: among(["met", "needs-decision", "unknown", "not-met"]),
            findings: findingsAnswer,
            reachedOn: dayOrNull,
            experience: record({ required: days, counted: days, wide: days, missing: days }, [
              "required",
              "counted",
              "wide",
              "missing",
            ]),
          },
          ["door", "outcome", "findings", "reachedOn"],
        ),
      },
      reachedOn: dayOrNull,
    },
    ["outcome", "doors", "reachedOn"],
  ),
  ready: (law) => ({
    schema: inputSchema(law),
    check: (input) => invalid([...titlesIssues(law.diploma, input.titles), ...periodIssues(input)]),
    decide: eligibilityRule(law),
    say,
  }),
};

function inputSchema({ diploma }: Law): JsonSchema {
  const share = { type: "number", minimum: 0.0001, maximum: 1, decimals: 4 };
  const field = among(fieldsOf(diploma).map((entry) => entry.field));
  const to = {
    says: { fr: "un jour, ou null pour une période en cours", en: "a day, or null for a period still going on" },
    anyOf: [day, { type: "null" }],
  };
  const period = record({ from: day, to, share, field }, ["from", "to", "share", "field"]);
  const waivers = Object.fromEntries(diploma.waivers.map((entry) => [entry.input, { type: "boolean" }]));
  return decisionInput(
    {
      titles: titlesSchema(diploma),
      ...(diploma.corps.length > 0 && {
        corps: { type: "array", items: among(diploma.corps.map((entry) => entry.corps)) },
      }),
      experience: listOf(period, LIMITS.periods),
      ...waivers,
    },
    ["titles", "experience"],
  );
}

function periodIssues(input: EligibilityInput): Issue[] {
  return input.experience.flatMap(({ from, to }, index) =>
    to !== null && to < from
      ? [
          issue(
            `experience[${index}].to`,
            "Cette période finit avant de commencer.",
            "This period ends before it starts.",
          ),
        ]
      : [],
  );
}

function say(answer: EligibilityAnswer, lang: Lang): Record<string, unknown> {
  return {
    outcome: answer.outcome,
    doors: answer.doors.map((door) => sayDoor(door, lang)),
    reachedOn: answer.reachedOn,
    findings: sayFindings(answer.findings, sentences, lang),
  };
}

const sayDoor = oncePerFixed(({ door, outcome, findings, reachedOn, experience }: DoorAnswer, lang: Lang) => ({
  door: door.door,
  outcome,
  findings: sayFindings(findings, sentences, lang),
  reachedOn,
  ...(experience && { experience }),
}));
