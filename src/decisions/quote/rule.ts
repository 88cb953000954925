/**
 * What this path costs, and who pays what. Integer cents; the tuition follows the remaining hours.
 *
 * Funders are set against the tuition, in order; the one without an amount takes the rest. The unfunded rest is paid personally at the
 * self-funding rate. Fees are always personal and never discounted. Σ payers = total, to the cent.
 */
import type { Establishment } from "../../law/establishment.ts";
import type { Finding } from "../../law/finding.ts";
import { finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import { pathwayRule } from "../pathway/rule.ts";
import type { PathwayInput } from "../pathway/brought.ts";

export type Funding = { readonly source: string; readonly amount?: number };
export type QuoteInput = PathwayInput & { readonly track: string; readonly funding: readonly Funding[] };

type PriceLine = Establishment["diplomas"][number]["price"]["lines"][number];
export type QuoteLine = {
  readonly entry: PriceLine;
  readonly quantity: number;
  readonly unitAmount: number;
  readonly amount: number;
};
export type QuoteAnswer = {
  readonly lines: readonly QuoteLine[];
  /** Before discount. */
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
  readonly findings: readonly Finding[];
};

/** Reads the law once; the returned function is pure. The funding must have passed `fundingIssues`. */
export function quoteRule(law: Law): (input: QuoteInput) => QuoteAnswer {
  const pathway = pathwayRule(law);
  const { funders } = law.school;
  const personal = funders.find((one) => one.personal)!;
  return (input) => {
    const { totals } = pathway(input);
    const lines = quoteLines(law, input.track, totals);
    const tuition = tuitionOf(lines);
    const fees = sum(lines.map((line) => line.amount)) - tuition;
    const shares = shareTuition(input.funding, personal.funder, tuition);
    const unfunded = tuition - sum(shares.map((one) => one.amount));
    const paid = Math.floor((unfunded * (personal.payPercent ?? 100) + 50) / 100);
    const discount = unfunded - paid;
    return {
      lines,
      tuition,
      discount,
      total: fees + tuition - discount,
      payers: [...shares, { source: personal.funder, amount: fees + paid }],
      findings: [...priceFindings(law), ...registrationFindings(law.diploma, input.on)],
    };
  };
}

/** Tuition lines are those counted by the hour; a line of quantity 0 stays visible to the reader. */
export function quoteLines(law: Law, track: string, remaining: { theory: number; practice: number }): QuoteLine[] {
  return law.school.price.lines
    .filter((entry) => entry.tracks === undefined || entry.tracks.includes(track))
    .map((entry) => {
      const quantity = quantityOf(entry, remaining);
      // Half hours at an odd price may give half a cent: rounded up, like the discount.
      return { entry, quantity, unitAmount: entry.unitAmount, amount: Math.floor(quantity * entry.unitAmount + 0.5) };
    });
}

function quantityOf(entry: PriceLine, remaining: { theory: number; practice: number }): number {
  if (entry.per === "theory-hour") return remaining.theory;
  return entry.per === "practice-hour" ? remaining.practice : (entry.quantity ?? 1);
}

/** Whether a line of the price counts the hours of this unit. */
export function isBilled({ price }: Pick<Law["school"], "price">, unit: { readonly practice?: boolean }): boolean {
  const per = unit.practice ? "practice-hour" : "theory-hour";
  return price.lines.some((line) => line.per === per);
}

export function tuitionOf(lines: readonly QuoteLine[]): number {
  return sum(lines.filter((line) => line.entry.per !== "candidate").map((line) => line.amount));
}

/** Each funder's share of the tuition, in order of first appearance, without the personal payer. */
function shareTuition(
  funding: readonly Funding[],
  personal: string,
  tuition: number,
): { source: string; amount: number }[] {
  const funders = funding.filter((one) => one.source !== personal);
  const fixed = sum(funders.map((one) => one.amount ?? 0));
  return funders.map(({ source, amount }) => ({ source, amount: amount ?? tuition - fixed }));
}

/** Readings that the school's page leaves open: reported with every price that rests on them. */
function priceFindings({ school }: Law): Finding[] {
  const { base, selfFunding, split } = school.price;
  const facts = { "self-funding-rate": selfFunding, "billing-base": base, "selection-fee-split": split };
  return Object.entries(facts).flatMap(([condition, fact]) =>
    fact ? [finding(condition, true, "price-fact", fact, { fact })] : [],
  );
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
