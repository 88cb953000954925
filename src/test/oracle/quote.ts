/** The price: the pathway's hours times the school's tariff, then who pays, all in whole cents. */
import type { PathwayAnswer, QuoteAnswer, QuoteInput, QuoteLine, Refusal } from "./contract.ts";
import { pathway } from "./pathway.ts";

export function quote(input: QuoteInput): QuoteAnswer | Refusal {
  const hours = pathway(input);
  if ("error" in hours) return hours;
  const lines = linesOf(input, hours);
  const tuition = lines.find(({ key }) => key === "tuition")!.amount;
  const named = add(input.funding.map(({ amount }) => amount ?? 0));
  if (named > tuition) return { error: { code: "funding" } };

  const funders = input.funding.filter(({ source }) => source !== "personal");
  const payers = funders.map(({ source, amount }) => ({ source, amount: amount ?? tuition - named }));
  const left = tuition - add(payers.map(({ amount }) => amount));
  const selfFunded = Math.floor((left * 80 + 50) / 100);
  const alwaysPersonal = add(lines.filter(({ key }) => key !== "tuition").map(({ amount }) => amount));
  payers.push({ source: "personal", amount: alwaysPersonal + selfFunded });
  const total = add(payers.map(({ amount }) => amount));
  return { id: input.id, lines, tuition, discount: left - selfFunded, total, payers };
}

function linesOf(input: QuoteInput, hours: PathwayAnswer): QuoteLine[] {
  const lines = [
    line("file-fee", 1, 5_000),
    line("interview-fee", 1, 11_000),
    line("tuition", hours.totals.theory, 2_100),
  ];
  if (input.track === "deis-master") lines.push(line("registration", 3, 34_000));
  return lines;
}

function line(key: string, quantity: number, unitAmount: number): QuoteLine {
  return { key, quantity, unitAmount, amount: quantity * unitAmount };
}

function add(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
