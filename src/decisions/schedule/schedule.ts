/** The decision on the schedule, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import type { Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, record } from "../../law/input.ts";
import { withMoney } from "../../law/money-decision.ts";
import { scheduleRejection, scheduleSchema } from "./input.ts";
import { KINDS, NATURES, type ScheduleInput } from "./facts.ts";
import { type ScheduleAnswer, scheduleRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string = { type: "string" };
const integer = { type: "integer" };
const days = { anyOf: [record({ from: string, to: string }, ["from", "to"]), { type: "null" }] };
const listed = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: "array",
  items: record(properties as never, required),
});

export const schedule: Decision<ScheduleInput, ScheduleAnswer> = {
  name: "schedule",
  label: { fr: "L’échéancier", en: "The schedule" },
  answer: record(
    {
      payers: listed({
        id: string,
        source: string,
        total: integer,
        issued: integer,
        refund: integer,
        instalments: listed(
          { kind: among(KINDS), period: integer, issue: string, due: string, amount: integer, covers: days },
          ["kind", "issue", "due", "amount", "covers"],
        ),
        toIssue: listed({ nature: among(NATURES), issue: string, due: string, amount: integer, covers: days }),
        credits: listed({ of: string, amount: integer }),
      }),
      total: integer,
    },
    ["payers", "total"],
  ),
  ready: (law) =>
    withMoney(law, (money) => ({
      schema: scheduleSchema(money),
      check: scheduleRejection(money),
      decide: scheduleRule(money),
      say: WITHOUT_DAYS.includes(law.basis.rules) ? sayWithoutDays : say,
    })),
};

function say({ findings, ...answer }: ScheduleAnswer, lang: Lang): Record<string, unknown> {
  return { ...answer, findings: sayFindings(findings, sentences, lang) };
}

/** The rules of which an answer said no days, and named a payer by its kind alone. */
const WITHOUT_DAYS: readonly string[] = ["1", "2"];

function sayWithoutDays(answer: ScheduleAnswer, lang: Lang): Record<string, unknown> {
  const without = <T extends object>(value: T, key: keyof T) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  const payers = answer.payers.map((payer) => ({
    ...without(payer, "id"),
    instalments: payer.instalments.map((one) => without(one, "covers")),
    toIssue: payer.toIssue.map((one) => without(one, "covers")),
  }));
  return { ...say(answer, lang), payers };
}
