/** Whether an account, a year's indicators or a BPF is free of the `invalid` error, against §§ 12–14 of the contract. */
import type { AccountInput, IndicatorsInput } from "./contract-figures.ts";
import {
  among,
  type Check,
  COMMON,
  COMMON_OPTIONAL,
  day,
  distinct,
  type Fields,
  flag,
  has,
  type Json,
  list,
  number,
  text,
} from "./valid.ts";

const MOST = 1_000_000_000;
const cents = number(0, MOST, 0);
const price = number(1, MOST, 0);
const minutes = number(0, 1_000_000, 0);

/** From a day to a day, or without an end. */
function inOrder({ from, to }: { from?: unknown; to?: unknown }): boolean {
  return to === undefined || (from as string) <= (to as string);
}

// ---- § 12

const documents = (required: Fields, optional: Fields = {}) => list((value) => has(value, required, optional), 500);

const ACCOUNT: Fields = {
  ...COMMON,
  professional: flag,
  invoices: documents({ number: text, on: day, due: day, amount: price }),
};
const ACCOUNT_OPTIONAL: Fields = {
  ...COMMON_OPTIONAL,
  rate: number(0, 10_000, 0),
  byReference: flag,
  credits: documents({ number: text, on: day, of: text, amount: price }),
  payments: documents({ id: text, on: day, amount: price }, { for: text }),
  refunds: documents({ on: day, from: text, amount: price }),
  returned: documents({ on: day, payment: text }),
  adjustments: documents({ on: day, number: text, amount: price, reason: among(["rounding", "bad-debt"]) }),
  disputes: documents({ number: text, from: day }, { to: day }),
};

export function isAccount(value: unknown): boolean {
  return has(value, ACCOUNT, ACCOUNT_OPTIONAL) && accountHolds(value as unknown as AccountInput);
}

function accountHolds(input: AccountInput): boolean {
  const { on, invoices, credits = [], payments = [], refunds = [], returned = [], adjustments = [] } = input;
  const issued = new Map(invoices.map((invoice) => [invoice.number, invoice]));
  const paid = new Map(payments.map((payment) => [payment.id, payment]));
  const credited = new Map(credits.map(({ number: name, amount }) => [name, amount]));
  const follows = (name: string, later: string) => issued.has(name) && issued.get(name)!.on <= later;
  const creditedOf = (name: string) =>
    credits.filter(({ of }) => of === name).reduce((sum, { amount }) => sum + amount, 0);
  return (
    [...invoices, ...credits, ...payments, ...refunds, ...returned, ...adjustments].every((each) => each.on <= on) &&
    issued.size === invoices.length &&
    paid.size === payments.length &&
    credited.size === credits.length &&
    distinct(returned.map(({ payment }) => payment)) &&
    invoices.every((each) => each.on <= each.due && creditedOf(each.number) <= each.amount) &&
    credits.every((each) => follows(each.of, each.on) && !paid.has(each.number)) &&
    payments.every((each) => each.for === undefined || issued.has(each.for)) &&
    refunds.every(({ from }) => paid.has(from) || credited.has(from)) &&
    returned.every((each) => paid.has(each.payment) && paid.get(each.payment)!.on <= each.on) &&
    adjustments.every((each) => follows(each.number, each.on)) &&
    (input.disputes ?? []).every((each) => issued.has(each.number))
  );
}

// ---- § 13

const ruling: Check = (value) => has(value, { on: day, outcome: among(["diploma", "partial", "none"]) });
const LEAVINGS = ["abandoned", "excluded", "interrupted", "deferred", "transferred", "force-majeure"];
const left: Check = (value) => has(value, { on: day, kind: among(LEAVINGS) });
const trainee: Check = (value) =>
  has(value, { id: text, site: text, plannedEnd: day }, { backOn: day, rulings: list(ruling, 500), left });
/** § 13 gives no limit of its own: who is asked counts as people, a ruling as a document. */
const people = number(0, 5_000, 0);
const SITUATIONS = ["employed", "self-employed", "studying", "seeking", "other"];
const surveyOf = (kind: string, answers: readonly unknown[]): Check => {
  const fields = { survey: among([kind]), site: text, asked: people, answers: list(among(answers)) };
  return (value) => has(value, fields);
};
const [end, sixMonths] = [surveyOf("end", [1, 2, 3, 4]), surveyOf("six-months", SITUATIONS)];
const survey: Check = (value) =>
  (end(value) || sixMonths(value)) && ((value as Json)["answers"] as []).length <= Number((value as Json)["asked"]);

const INDICATORS: Fields = {
  ...COMMON,
  year: number(2000, 2199, 0),
  sites: (value) => list(text, 50)(value) && (value as unknown[]).length > 0,
  people: list(trainee, 5_000),
};

export function isIndicators(value: unknown): boolean {
  const optional = { ...COMMON_OPTIONAL, minimum: number(1, 100, 0), surveys: list(survey) };
  if (!has(value, INDICATORS, optional)) return false;
  const { on, sites, people: all, surveys = [] } = value as unknown as IndicatorsInput;
  return (
    distinct(sites) &&
    distinct(all.map(({ id }) => id)) &&
    all.every((one) => sites.includes(one.site) && (one.left === undefined || one.left.on <= on)) &&
    surveys.every(({ site }) => sites.includes(site)) &&
    distinct(surveys.map((one) => `${one.survey} ${one.site}`))
  );
}

// ---- § 14

const SOURCES = (
  "personal employer-plan employer-public other-body opco reconversion transition job-seekers-fund state region " +
  "france-travail self-employed-fund cpf fees"
).split(" ");
const GOALS = "rncp-6-8 rncp-5 rncp-4 rncp-3 rncp-2 rncp-cqp rs cqp other skills-assessment vae".split(" ");
const STATUSES = "private-employee apprentice job-seeker own-cost public-employee self-employed other".split(" ");
const source = among(SOURCES);

const period: Check = (value) => has(value, { from: day, to: day }) && inOrder(value);
const line: Check = (value) =>
  has(
    value,
    { document: text, kind: among(["invoice", "credit", "accrued"]), on: day, source, amount: price },
    { period },
  );
const declared: Check = (value) => has(value, { document: text, source, amount: number(-MOST, MOST, 0) });
const charges: Check = (value) =>
  has(value, { total: cents, trainerSalaries: cents, purchases: cents }) &&
  Number(value["trainerSalaries"]) + Number(value["purchases"]) <= Number(value["total"]);
const trainer: Check = (value) => has(value, { id: text, as: among(["staff", "external"]), minutes });
const speciality: Check = (value) => typeof value === "string" && value.length === 3 && /^[0-9]+$/.test(value);
const attended: Check = (value) => has(value, { on: day, minutes });
const enrolment: Check = (value) =>
  has(
    value,
    {
      person: text,
      status: among(STATUSES),
      goal: among(GOALS),
      speciality,
      from: day,
      attended: list(attended, 400),
    },
    { to: day, entrustedTo: text, entrustedBy: text },
  ) &&
  inOrder(value) &&
  !("entrustedTo" in value && "entrustedBy" in value);

const BPF: Fields = {
  ...COMMON,
  from: day,
  to: day,
  lines: list(line, 5_000),
  charges,
  trainers: list(trainer, 5_000),
  enrolments: list(enrolment, 5_000),
};
const BPF_OPTIONAL: Fields = {
  ...COMMON_OPTIONAL,
  recognition: among(["period", "issued"]),
  count: among(["person", "enrolment"]),
  declared: list(declared, 5_000),
  otherTurnover: cents,
};

export function isBpf(value: unknown): boolean {
  return has(value, BPF, BPF_OPTIONAL) && inOrder(value);
}
