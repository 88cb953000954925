/** One document: its faults, each asked apart and ranked after; its amount, and what must stand on it. */
import type { Common } from "./contract.ts";
import { dayOf, numberOf } from "./days.ts";
import { part, payerOf } from "./payers.ts";

export type Category = "E" | "O" | "S";
export type Basis =
  | { by: "agreed"; amount: number }
  | { by: "hours"; minutes: number; rate: number; before: number; cap?: number }
  | { by: "completion"; agreed: number; planned: number; done: number; before: number };
type Regime = "attested" | "nonprofit" | "outside" | "franchise" | "taxed";
export type InvoiceInput = Common & {
  kind: "invoice" | "credit";
  series: string;
  last?: { number: number; on: string };
  regime: Regime;
  source: string;
  nature?: "training" | "third" | "indemnity";
  terms?: number;
  period: { from: string; to: string };
  basis: Basis;
  of?: { number: string; on: string; amount: number; credited: number; vat: Category; code?: string; type: 380 | 386 };
  attestation?: { number: string; from: string; to?: string };
};
type InvoiceAnswer = {
  id: string;
  number: string;
  due: string | null;
  net: number;
  tax: number;
  gross: number;
  vat: { category: Category; rate: 0 | 20; code: string | null };
  type: number;
  mentions: string[];
  findings: string[];
};
type Code = "number" | "exemption" | "nothing" | "credit";

const VAT: Record<Regime, [Category, string | null]> = {
  attested: ["E", "VATEX-FR-CGI261-4"],
  nonprofit: ["E", "VATEX-FR-CGI261-7"],
  franchise: ["E", "VATEX-FR-FRANCHISE"],
  outside: ["O", "VATEX-EU-O"],
  taxed: ["S", null],
};
/** Which codes a category has. */
export const CODES: Record<Category, string[]> = { E: [], O: [], S: [] };
for (const [category, code] of Object.values(VAT)) if (code !== null) CODES[category].push(code);

export function invoice(input: InvoiceInput): InvoiceAnswer | { error: { code: Code } } {
  const gross = grossOf(input.basis);
  const code = faultOf(input, gross);
  if (code !== null) return { error: { code } };
  const { on, of } = input;
  const [category, exemption] = vatOf(input);
  const tax = category === "S" ? part(gross, 20, 120) : 0;
  const days = input.terms ?? payerOf(input.source).days;
  return {
    id: input.id,
    number: numberOn(input),
    due: of === undefined ? dayOf(numberOf(on) + days) : null,
    net: gross - tax,
    tax,
    gross,
    vat: { category, rate: category === "S" ? 20 : 0, code: exemption },
    type: typeOf(input),
    mentions: mentionsOf(input, category),
    findings: [],
  };
}

function grossOf(basis: Basis): number {
  if (basis.by === "agreed") return basis.amount;
  if (basis.by === "completion") return part(basis.agreed, basis.done, basis.planned) - basis.before;
  const attended = part(basis.rate, basis.minutes, 60);
  return (basis.cap !== undefined && basis.cap < attended ? basis.cap : attended) - basis.before;
}

/** The first of the contract's rank. */
function faultOf(input: InvoiceInput, gross: number): Code | null {
  const { on, last, of, attestation } = input;
  const holds =
    attestation !== undefined && attestation.from <= on && (attestation.to === undefined || on <= attestation.to);
  const exempted = input.regime === "attested" && of === undefined && (input.nature ?? "training") === "training";
  if (last !== undefined && on < last.on) return "number";
  if (exempted && !holds) return "exemption";
  if (gross <= 0) return "nothing";
  return of !== undefined && gross > of.amount - of.credited ? "credit" : null;
}

function numberOn({ series, on, last }: InvoiceInput): string {
  const year = on.slice(0, 4);
  const next = last !== undefined && last.on.startsWith(year) ? last.number + 1 : 1;
  return [series, year, String(next).padStart(5, "0")].join("-");
}

function vatOf({ of, nature, regime }: InvoiceInput): [Category, string | null] {
  if (of !== undefined) return [of.vat, of.code ?? null];
  return nature === undefined || nature === "training" ? VAT[regime] : VAT.outside;
}

function typeOf({ of, period, on }: InvoiceInput): number {
  if (of !== undefined) return of.type === 386 ? 503 : 381;
  return period.from > on ? 386 : 380;
}

function mentionsOf({ source, of }: InvoiceInput, category: Category): string[] {
  const { fund, publicBody } = payerOf(source);
  const rows: [string, boolean][] = [
    ["seller activity-number buyer", true],
    ["buyer-siren", source !== "personal"],
    ["number issued-on performed service trainee dates hours", true],
    ["dossier-number", fund],
    ["line total-net", true],
    [category === "S" ? "vat" : "vat-exemption", true],
    ["credit-of", of !== undefined],
    ["due", of === undefined],
    ["early-payment late-penalties recovery", of === undefined && source !== "personal"],
    ["certificate", of === undefined && fund],
    ["public-portal", publicBody],
  ];
  return rows.filter(([, is]) => is).flatMap(([names]) => names.split(" "));
}
