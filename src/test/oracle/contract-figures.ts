/** The inputs and answers of the account, the indicators and the BPF, typed from the contract's text (§§ 12–14). */
import type { Common } from "./contract.ts";

/** Of a finding, its condition and whether it is met: `negative false`. */
type Told = string[];

// ---- § 12, the account of one debtor

type Document = { number: string; on: string; amount: number };
export type AccountInvoice = Document & { due: string };
export type AccountCredit = Document & { of: string };
export type AccountPayment = { id: string; on: string; amount: number; for?: string };
export type AccountInput = Common & {
  professional: boolean;
  rate?: number;
  byReference?: boolean;
  invoices: AccountInvoice[];
  credits?: AccountCredit[];
  payments?: AccountPayment[];
  refunds?: { on: string; from: string; amount: number }[];
  returned?: { on: string; payment: string }[];
  adjustments?: (Document & { reason: "rounding" | "bad-debt" })[];
  disputes?: { number: string; from: string; to?: string }[];
};
export type AccountRefusal = { error: { code: "refund" | "adjust" } };
type Owed = {
  number: string;
  open: number;
  closedOn: string | null;
  level: number;
  penalty: number;
  recovery: number;
};
type Spent = { id: string; allocated: { number: string; amount: number }[]; left: number };
export type AccountAnswer = {
  id: string;
  invoices: Owed[];
  payments: Spent[];
  available: number;
  open: number;
  findings: Told;
};

// ---- § 13

export type Ruling = { on: string; outcome: "diploma" | "partial" | "none" };
type Leaving = "abandoned" | "excluded" | "interrupted" | "deferred" | "transferred" | "force-majeure";
export type Trainee = {
  id: string;
  site: string;
  plannedEnd: string;
  backOn?: string;
  rulings?: Ruling[];
  left?: { on: string; kind: Leaving };
};
export type Situation = "employed" | "self-employed" | "studying" | "seeking" | "other";
export type Survey =
  | { survey: "end"; site: string; asked: number; answers: (1 | 2 | 3 | 4)[] }
  | { survey: "six-months"; site: string; asked: number; answers: Situation[] };
export type IndicatorsInput = Common & {
  year: number;
  minimum?: number;
  sites: string[];
  people: Trainee[];
  surveys?: Survey[];
};
export type Rate = { numerator: number | null; denominator: number | null; percent: number | null };
export type Asked = Rate & { asked: number; answered: number };
export type Rates = {
  success: Rate;
  perseverance: Rate;
  satisfaction: Asked;
  insertion: Asked;
  partial: number | null;
};
export type IndicatorsAnswer = {
  id: string;
  sites: ({ site: string; line: string } & Rates)[];
  all: Rates;
  findings: Told;
};

// ---- § 14

export type BpfLine = {
  document: string;
  kind: "invoice" | "credit" | "accrued";
  on: string;
  source: string;
  amount: number;
  period?: { from: string; to: string };
};
export type Enrolment = {
  person: string;
  status: string;
  goal: string;
  speciality: string;
  from: string;
  to?: string;
  attended: { on: string; minutes: number }[];
  entrustedTo?: string;
  entrustedBy?: string;
};
export type BpfInput = Common & {
  from: string;
  to: string;
  recognition?: "period" | "issued";
  count?: "person" | "enrolment";
  lines: BpfLine[];
  declared?: { document: string; source: string; amount: number }[];
  otherTurnover?: number;
  charges: { total: number; trainerSalaries: number; purchases: number };
  trainers: { id: string; as: "staff" | "external"; minutes: number }[];
  enrolments: Enrolment[];
};
export type PeopleHours = { people: number; hours: number };
export type Cell = { cell: string } & PeopleHours;
export type BpfAnswer = {
  id: string;
  C: { lines: { line: string; euros: number }[]; two: number; total: number; share: number | null };
  D: { total: number; trainerSalaries: number; purchases: number };
  E: { staff: PeopleHours; external: PeopleHours };
  F1: Cell[];
  F2: PeopleHours;
  F3: Cell[];
  F4: Cell[];
  totals: PeopleHours;
  G: PeopleHours;
  findings: Told;
};
