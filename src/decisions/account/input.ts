/** The input schema of an account: one debtor's invoices, credits, payments, and what became of them. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { invalid, type Rejection } from "../../law/decision.ts";
import {
  among,
  day,
  decisionInput,
  integer,
  LIMITS,
  listOf,
  notAfter,
  notBefore,
  notGiven,
  onlyOnce,
  record,
  text,
} from "../../law/input.ts";
import { type AccountAnswer, type AccountInput, REASONS, type Refused } from "./rule.ts";

const MOST = { documents: 500, rate: 10_000 } as const;

export function accountSchema(): JsonSchema {
  const amount = integer(1, LIMITS.cents);
  const flag: JsonSchema = { type: "boolean" };
  const list = (properties: Record<string, JsonSchema>, required: readonly string[]) =>
    listOf(record(properties, required), MOST.documents);
  return decisionInput(
    {
      professional: flag,
      rate: integer(0, MOST.rate),
      byReference: flag,
      invoices: list({ number: text, on: day, due: day, amount }, ["number", "on", "due", "amount"]),
      credits: list({ number: text, on: day, of: text, amount }, ["number", "on", "of", "amount"]),
      payments: list({ id: text, on: day, amount, for: text }, ["id", "on", "amount"]),
      refunds: list({ on: day, from: text, amount }, ["on", "from", "amount"]),
      returned: list({ on: day, payment: text }, ["on", "payment"]),
      adjustments: list({ on: day, number: text, amount, reason: among(REASONS) }, [
        "on",
        "number",
        "amount",
        "reason",
      ]),
      disputes: list({ number: text, from: day, to: day }, ["number", "from"]),
    },
    ["professional", "invoices"],
  );
}

function accountIssues(input: AccountInput): Issue[] {
  const { on, invoices, credits = [], payments = [], refunds = [], returned = [], adjustments = [] } = input;
  const bills = new Map(invoices.map((one) => [one.number, one]));
  const paid = new Map(payments.map((one) => [one.id, one]));
  const notes = new Set(credits.map(({ number }) => number));
  const known = (path: string, number: string | undefined, of: { has: (name: string) => boolean }) =>
    number === undefined || of.has(number) ? [] : [notGiven(path, number)];
  const dated = { invoices, credits, payments, refunds, returned, adjustments };
  const credited = new Map<string, number>();
  return [
    ...Object.entries(dated).flatMap(([name, list]) =>
      list.flatMap((one, at) => notAfter(`${name}[${at}].on`, one.on, on)),
    ),
    ...onlyOnce(
      invoices.map(({ number }) => number),
      (at) => `invoices[${at}].number`,
    ),
    ...onlyOnce(
      credits.map(({ number }) => number),
      (at) => `credits[${at}].number`,
    ),
    ...onlyOnce(
      payments.map(({ id }) => id),
      (at) => `payments[${at}].id`,
    ),
    ...onlyOnce(
      returned.map(({ payment }) => payment),
      (at) => `returned[${at}].payment`,
    ),
    ...invoices.flatMap(({ on: issued, due }, at) => notBefore(`invoices[${at}].due`, due, issued)),
    ...credits.flatMap(({ of, on: given, amount }, at) => {
      const bill = bills.get(of);
      if (bill === undefined) return [notGiven(`credits[${at}].of`, of)];
      const total = (credited.get(of) ?? 0) + amount;
      credited.set(of, total);
      return [
        ...notBefore(`credits[${at}].on`, given, bill.on),
        ...(total > bill.amount
          ? [
              issue(
                `credits[${at}].amount`,
                "Les avoirs d’une facture ne la dépassent pas.",
                "The credits of an invoice do not exceed it.",
              ),
            ]
          : []),
      ];
    }),
    ...payments.flatMap(({ id, for: named }, at) => [
      ...known(`payments[${at}].for`, named, bills),
      ...(notes.has(id)
        ? [issue(`payments[${at}].id`, "C’est le numéro d’un avoir.", "This is the number of a credit.")]
        : []),
    ]),
    ...refunds.flatMap(({ from }, at) => (notes.has(from) ? [] : known(`refunds[${at}].from`, from, paid))),
    ...returned.flatMap(({ payment, on: back }, at) => {
      const given = paid.get(payment);
      return given === undefined
        ? [notGiven(`returned[${at}].payment`, payment)]
        : notBefore(`returned[${at}].on`, back, given.on);
    }),
    ...adjustments.flatMap(({ number, on: made }, at) => {
      const bill = bills.get(number);
      return bill === undefined
        ? [notGiven(`adjustments[${at}].number`, number)]
        : notBefore(`adjustments[${at}].on`, made, bill.on);
    }),
    ...(input.disputes ?? []).flatMap(({ number }, at) => known(`disputes[${at}].number`, number, bills)),
  ];
}

/** `invalid`, then the first event that cannot be done: `refund` or `adjust`. */
export function accountRejection(
  decide: (input: AccountInput) => AccountAnswer | Refused,
): (input: AccountInput) => Rejection | undefined {
  return (input) => {
    const wrong = invalid(accountIssues(input));
    if (wrong) return wrong;
    const done = decide(input);
    if (!("code" in done)) return undefined;
    const { code, path } = done;
    return { code, issues: [code === "refund" ? noRefund(path) : tooMuch(path)] };
  };
}

function noRefund(path: string): Issue {
  return issue(
    path,
    "Ce qui reste de ce versement ne le permet pas.",
    "What is left of this payment does not allow it.",
  );
}
function tooMuch(path: string): Issue {
  return issue(
    path,
    "La facture n’a plus autant d’ouvert ce jour-là.",
    "The invoice has no longer so much open on that day.",
  );
}
