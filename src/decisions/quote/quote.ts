/** The quote decision, declared: its input, its answer, its words. */
import type { Lang } from "../../kit/lang.ts";
import type { CommonInput, Decision } from "../../law/decision.ts";
import { sayFindings } from "../../law/finding.ts";
import { record } from "../../law/input.ts";
import { type QuoteAnswer, type QuoteInput, quoteRule } from "./rule.ts";
import { quoteRejection, quoteSchema } from "./input.ts";
import { sentences } from "./sentences.ts";

const cents = { type: "integer" };
const string = { type: "string" };

export const quote: Decision<QuoteInput & CommonInput, QuoteAnswer> = {
  name: "quote",
  label: { fr: "Mon prix", en: "My price" },
  answer: record(
    {
      lines: {
        type: "array",
        items: record({ key: string, quantity: { type: "number" }, unitAmount: cents, amount: cents }, [
          "key",
          "quantity",
          "unitAmount",
          "amount",
        ]),
      },
      tuition: cents,
      discount: cents,
      total: cents,
      payers: { type: "array", items: record({ source: string, amount: cents }, ["source", "amount"]) },
    },
    ["lines", "tuition", "discount", "total", "payers"],
  ),
  ready: (law) => ({ schema: quoteSchema(law), check: quoteRejection(law), decide: quoteRule(law), say }),
};

function say(answer: QuoteAnswer, lang: Lang): Record<string, unknown> {
  return {
    lines: answer.lines.map(({ entry, quantity, unitAmount, amount }) => ({
      key: entry.line,
      quantity,
      unitAmount,
      amount,
    })),
    tuition: answer.tuition,
    discount: answer.discount,
    total: answer.total,
    payers: answer.payers,
    findings: sayFindings(answer.findings, sentences, lang),
  };
}
