/** The decision on the schedule, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import type { Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { among, record } from "../../law/input.ts";
import { withMoney } from "../../law/money-decision.ts";
import { scheduleRejection, scheduleSchema } from "./input.ts";
import { KINDS, NATURES, type ScheduleAnswer, type ScheduleInput, scheduleRule } from "./rule.ts";
import { sentences } from "./sentences.ts";

const string = { type: "string" };
const integer = { type: "integer" };
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
        source: string,
        total: integer,
        issued: integer,
        refund: integer,
        instalments: listed({ kind: among(KINDS), period: integer, issue: string, due: string, amount: integer }, [
          "kind",
          "issue",
          "due",
          "amount",
        ]),
        toIssue: listed({ nature: among(NATURES), issue: string, due: string, amount: integer }),
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
      say,
    })),
};

function say({ findings, ...answer }: ScheduleAnswer, lang: Lang): Record<string, unknown> {
  return { ...answer, findings: sayFindings(findings, sentences, lang) };
}
