/** The decision on an invoice, declared: its input, its answer. */
import { dayOrNull } from "../../law/answer.ts";
import type { Decision } from "../../law/decision.ts";
import { among, record } from "../../law/input.ts";
import { CATEGORIES } from "../../law/money.ts";
import { withMoney } from "../../law/money-decision.ts";
import { invoiceRejection, invoiceSchema } from "./input.ts";
import { type InvoiceAnswer, type InvoiceInput, invoiceRule, TYPES } from "./rule.ts";

const string = { type: "string" };
const integer = { type: "integer" };

export const invoice: Decision<InvoiceInput, InvoiceAnswer> = {
  name: "invoice",
  label: { fr: "Une facture", en: "An invoice" },
  of: "school",
  answer: record(
    {
      number: string,
      due: dayOrNull,
      net: integer,
      tax: integer,
      gross: integer,
      vat: record({ category: among(CATEGORIES), rate: integer, code: { anyOf: [string, { type: "null" }] } }, [
        "category",
        "rate",
        "code",
      ]),
      type: among(TYPES),
      mentions: { type: "array", items: string },
    },
    ["number", "due", "net", "tax", "gross", "vat", "type", "mentions"],
  ),
  ready: (law) =>
    withMoney(law, (money) => ({
      schema: invoiceSchema(money),
      check: invoiceRejection(money),
      decide: invoiceRule(money),
      say: (answer) => ({ ...answer, findings: [] }),
    })),
};
