/** The decision on an account, declared: its input, its answer. */
import { computedDay } from "../../law/answer.ts";
import type { Decision } from "../../law/decision.ts";
import { record } from "../../law/input.ts";
import { withMoney } from "../../law/money-decision.ts";
import { accountRejection, accountSchema } from "./input.ts";
import { type AccountAnswer, type AccountInput, accountLaw, accountRule } from "./rule.ts";

const string = { type: "string" };
const integer = { type: "integer" };
const listed = (properties: Record<string, object>) => ({
  type: "array",
  items: record(properties as never, Object.keys(properties)),
});

export const account: Decision<AccountInput, AccountAnswer> = {
  name: "account",
  label: { fr: "Le compte d’un débiteur", en: "A debtor’s account" },
  of: "school",
  answer: record(
    {
      invoices: listed({
        number: string,
        open: integer,
        closedOn: computedDay,
        level: integer,
        penalty: integer,
        recovery: integer,
      }),
      payments: listed({ id: string, allocated: listed({ number: string, amount: integer }), left: integer }),
      available: integer,
      open: integer,
    },
    ["invoices", "payments", "available", "open"],
  ),
  ready: (law) =>
    withMoney(law, (money) => {
      const decide = accountRule(accountLaw(money));
      return {
        schema: accountSchema(),
        check: accountRejection(decide),
        decide: (input) => decide(input) as AccountAnswer,
        say: ({ invoices, payments, available, open }) => ({ invoices, payments, available, open, findings: [] }),
      };
    }),
};
