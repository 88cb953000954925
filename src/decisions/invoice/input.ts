/** The input schema of an invoice: its series, the school's regime, the debtor, the time it is of, and what it is counted from. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import type { Fault, Rejection } from "../../law/decision.ts";
import { invalid } from "../../law/decision.ts";
import {
  among,
  choose,
  day,
  decisionInput,
  integer,
  is,
  LIMITS,
  notAfter,
  notBefore,
  record,
  text,
} from "../../law/input.ts";
import { CATEGORIES, type Money, type PayerEntry } from "../../law/money.ts";
import { NATURES } from "../schedule/facts.ts";
import { grossOf, INVOICE_TYPES, type InvoiceInput, regimeOf } from "./rule.ts";

const MOST = { minutes: 1_000_000, terms: 90, number: 99_998 } as const;

export function invoiceSchema({ payers, invoices }: Money): JsonSchema {
  const cents = integer(0, LIMITS.cents);
  const some = integer(1, LIMITS.cents);
  const minutes = integer(0, MOST.minutes);
  const agreed = record({ by: { const: "agreed" }, amount: some }, ["by", "amount"]);
  const hours = record({ by: { const: "hours" }, minutes, rate: cents, before: cents, cap: cents }, [
    "by",
    "minutes",
    "rate",
    "before",
  ]);
  const completion = record(
    { by: { const: "completion" }, agreed: cents, planned: integer(1, MOST.minutes), done: minutes, before: cents },
    ["by", "agreed", "planned", "done", "before"],
  );
  const basis = choose(
    [
      [is("by", "agreed"), agreed],
      [is("by", "hours"), hours],
      [is("by", "completion"), completion],
    ],
    { type: "object", required: ["by"], properties: { by: among(["agreed", "hours", "completion"]) } },
  );
  return decisionInput(
    {
      kind: among(["invoice", "credit"]),
      series: {
        says: { fr: "une série de 1 à 10 lettres de A à Z", en: "a series of 1 to 10 letters from A to Z" },
        type: "string",
        pattern: "^[A-Z]{1,10}$",
      },
      last: record({ number: integer(1, MOST.number), on: day }, ["number", "on"]),
      regime: among(invoices.regimes.map(({ regime }) => regime)),
      source: among(payers.map(({ payer }) => payer)),
      nature: among(NATURES),
      terms: integer(0, MOST.terms),
      period: record({ from: day, to: day }, ["from", "to"]),
      basis,
      of: record(
        {
          number: text,
          on: day,
          amount: cents,
          credited: cents,
          vat: among(CATEGORIES),
          code: text,
          type: among(INVOICE_TYPES),
        },
        ["number", "on", "amount", "credited", "vat", "type"],
      ),
      attestation: record({ number: text, from: day, to: day }, ["number", "from"]),
    },
    ["kind", "series", "regime", "source", "period", "basis"],
  );
}

/** `invalid`, then `number`, `exemption`, `nothing`, `credit`. */
export function invoiceRejection(money: Money): (input: InvoiceInput) => Rejection | undefined {
  const named = new Map(money.payers.map((one) => [one.payer, one]));
  return (input) =>
    invalid(invoiceIssues(money, named.get(input.source)!, input)) ??
    outOfOrder(input) ??
    unattested(money, input) ??
    empty(input) ??
    aboveInvoice(input);
}

function invoiceIssues(money: Money, payer: PayerEntry, input: InvoiceInput): Issue[] {
  const { on, kind, nature = "training", period, basis, of } = input;
  const issues = notBefore("period.to", period.to, period.from);
  if (nature !== "training" && basis.by !== "agreed")
    issues.push(
      issue(
        "basis.by",
        "Ce qui n’est pas de la formation a un montant convenu.",
        "What is no training has an agreed amount.",
      ),
    );
  if (nature === "indemnity" && !payer.employer)
    issues.push(issue("nature", "Seul un employeur doit une indemnité.", "Only an employer owes an indemnity."));
  if (basis.by === "completion" && basis.done > basis.planned)
    issues.push(issue("basis.done", "Plus que ce qui était prévu.", "More than was planned."));
  if (kind === "credit" && basis.by !== "agreed")
    issues.push(issue("basis.by", "Un avoir a un montant convenu.", "A credit has an agreed amount."));
  if ((kind === "credit") !== (of !== undefined))
    issues.push(
      issue("of", "Un avoir, et lui seul, nomme sa facture.", "A credit, and only a credit, names its invoice."),
    );
  if (of) issues.push(...creditedIssues(money, of, on));
  return issues;
}

function creditedIssues({ invoices }: Money, of: NonNullable<InvoiceInput["of"]>, on: string): Issue[] {
  const issues = notAfter("of.on", of.on, on);
  if (of.credited > of.amount)
    issues.push(
      issue(
        "of.credited",
        "Les avoirs d’une facture ne la dépassent pas.",
        "The credits of an invoice do not exceed it.",
      ),
    );
  const codes = invoices.regimes.filter(({ category }) => category === of.vat).flatMap(({ code }) => code ?? []);
  if (of.code !== undefined && !codes.includes(of.code))
    issues.push(
      issue("of.code", `Ce code n’est pas de la catégorie ${of.vat}.`, `This code is not of the category ${of.vat}.`),
    );
  return issues;
}

function outOfOrder({ on, last }: InvoiceInput): Rejection | undefined {
  if (last === undefined || on >= last.on) return undefined;
  return refused(
    "number",
    "on",
    `La dernière pièce de la série est du ${last.on} : rien n’est émis avant.`,
    `The latest document of the series is of ${last.on}: nothing is issued before it.`,
  );
}

function unattested(money: Money, input: InvoiceInput): Rejection | undefined {
  const { on, kind, attestation } = input;
  if (kind === "credit" || !regimeOf(money, input).attested) return undefined;
  const holds = attestation && attestation.from <= on && (attestation.to === undefined || on <= attestation.to);
  if (holds) return undefined;
  return refused(
    "exemption",
    "attestation",
    "Aucune attestation n’exonère de la taxe ce jour-là.",
    "No attestation exempts from the tax on that day.",
  );
}

function empty({ basis }: InvoiceInput): Rejection | undefined {
  if (grossOf(basis) > 0) return undefined;
  return refused("nothing", "basis", "Il ne reste rien à facturer.", "Nothing is left to invoice.");
}

function aboveInvoice({ basis, of }: InvoiceInput): Rejection | undefined {
  if (of === undefined || grossOf(basis) <= of.amount - of.credited) return undefined;
  return refused(
    "credit",
    "basis.amount",
    "L’avoir dépasse ce qui reste de la facture.",
    "The credit exceeds what is left of the invoice.",
  );
}

function refused(code: Fault, path: string, fr: string, en: string): Rejection {
  return { code, issues: [issue(path, fr, en)] };
}
