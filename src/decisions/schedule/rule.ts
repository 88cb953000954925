/**
 * What is due when from each payer, and what a change corrects in what was invoiced before.
 *
 * A change is no event: the plan is made again from today's amounts and periods, and set beside the documents. No document that was issued
 * changes: what it asks too much is credited, what is missing is asked. For each payer: issued + to issue − credits = total, in cents.
 */
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import { part, split } from "../../kit/parts.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Money, PayerEntry } from "../../law/money.ts";
import { coversOf } from "./covers.ts";
import {
  type Days,
  type Instalment,
  type Issued,
  type Kind,
  KINDS,
  type Nature,
  NATURES,
  type Payer,
  type Period,
  type ScheduleInput,
  type Stop,
} from "./facts.ts";
import { daysInTurn, idOf, type Turn, turnsOf } from "./turns.ts";

/** Before its days are known. */
type Planned = Omit<Instalment, "covers">;

type Asked = {
  readonly nature: Nature;
  readonly issue: Day;
  readonly due: Day;
  readonly amount: number;
  readonly covers: Days | null;
};
type PayerAnswer = {
  readonly id: string;
  readonly source: string;
  readonly total: number;
  readonly issued: number;
  readonly refund: number;
  readonly instalments: readonly Instalment[];
  readonly toIssue: readonly Asked[];
  readonly credits: readonly { readonly of: string; readonly amount: number }[];
};
export type ScheduleAnswer = {
  readonly payers: readonly PayerAnswer[];
  readonly total: number;
  readonly findings: readonly Finding[];
};

const NATURE_OF: Readonly<Record<Kind, Nature>> = {
  first: "training",
  fixed: "training",
  third: "third",
  period: "training",
  stop: "training",
  indemnity: "indemnity",
};

/** One payer's terms, read once. */
type Terms = Turn & {
  readonly payer: Payer;
  readonly entry: PayerEntry;
  /** What of the training this payer owes in the end: its own, and what funds do not pay behind which it stands. */
  readonly owes: number;
  readonly days: number;
};

/** Reads the law once; the returned function is pure. The input must have passed `scheduleRejection`. */
export function scheduleRule(money: Money): (input: ScheduleInput) => ScheduleAnswer {
  const named = new Map(money.payers.map((one) => [one.payer, one]));
  return (input) => {
    const findings: Finding[] = [];
    const payers = input.payers.map((payer) => {
      const terms = termsOf(payer, named.get(payer.source)!, input.payers);
      const plan = planOf(terms, input.periods);
      if (isEarly(money, terms, plan, input.periods))
        findings.push(
          finding("early-deposit", false, "early-deposit", money.agreement.earlyDeposit, {
            payer: terms.entry,
            months: money.agreement.earlyDeposit.months,
          }),
        );
      const left = input.stop ? stopped(plan, terms, input.stop, input.payers) : plan;
      const { issued = [] } = payer;
      const covered = { ...input, turn: terms, atEnd: terms.entry.plan === "end", issued };
      const instalments = left.map((one): Instalment => ({ ...one, covers: coversOf(one, covered) }));
      return beside(instalments, terms, input, depositOf(money, terms));
    });
    return { payers, total: sum(payers.map(({ total }) => total)), findings };
  };
}

export function termsOf(payer: Payer, entry: PayerEntry, all: readonly Payer[]): Terms {
  const turns = turnsOf(payer, all);
  const names = turns.map(idOf);
  const short = all
    .filter(({ behind }) => behind !== undefined && names.includes(behind))
    .map((one) => one.amount - (one.granted ?? one.amount));
  const owes = (payer.granted ?? payer.amount) + sum(short);
  return { payer, entry, owes, days: payer.terms ?? entry.daysToPay, turns, at: turns.indexOf(payer) };
}

/** The instalments before anything happens, by day of issue; none of 0. */
export function planOf(terms: Terms, periods: readonly Period[]): Planned[] {
  const { payer, owes, days, turns, at: turn } = terms;
  const { firstOn, fixed = [] } = payer;
  const ends = turns[turn + 1]?.since;
  const shares = sharesOf(terms, periods);
  const at = (kind: Kind, issue: Day, amount: number) => ({ kind, issue, due: addDays(issue, days), amount });
  // Who is taken over from pays up to that day, and on it.
  const after = ({ to }: Period) => (ends !== undefined && ends <= to ? ends : addDays(to, 1));
  const all: Planned[] = [
    ...(firstOn === undefined ? [] : [at("first", firstOn, firstOf(payer, owes))]),
    ...fixed.map((one) => at(one.third ? "third" : "fixed", one.on, one.amount)),
    ...periods.map((period, nth) => ({ ...at("period", after(period), shares[nth]!), period: nth + 1 })),
  ];
  return all
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => byText(a.issue, b.issue) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function firstOf({ first = 0 }: Payer, owes: number): number {
  return Math.floor((owes * first) / 100);
}

/** What this payer owes of each period: its part by minutes, and of it, where payers take turns, that of their days. */
function sharesOf({ entry, owes, turns, at }: Terms, periods: readonly Period[]): number[] {
  const left = Math.max(0, owes - sum(turns.map((one) => firstOf(one, owes))));
  const parts = split(
    left,
    periods.map(({ minutes }) => minutes),
  );
  const days = periods.map((period) => daysInTurn(turns, period));
  const own = parts.map((whole, nth) => split(whole, days[nth]!)[at]!);
  if (entry.plan !== "end") return own;
  const bears = lastTaught(periods.map(({ minutes }, nth) => ({ minutes, days: days[nth]![at]! })));
  return own.map((_share, nth) => (nth === bears ? sum(own) : 0));
}

/** The last period of this payer's with minutes, or else its last. */
function lastTaught(periods: readonly { readonly minutes: number; readonly days: number }[]): number {
  const last = periods.findLastIndex(({ minutes, days }) => minutes > 0 && days > 0);
  return last === -1 ? periods.findLastIndex(({ days }) => days > 0) : last;
}

/** The most of this payer's that may be asked before training begins; nothing bounds what is not paid by instalments. */
export function depositOf(money: Money, { payer, entry, owes }: Terms): number | undefined {
  if (entry.plan !== "instalments") return undefined;
  const fixed = (payer.fixed ?? []).filter(({ third }) => !third);
  return Math.floor((money.agreement.deposit.percent * (owes + sum(fixed.map(({ amount }) => amount)))) / 100);
}

/** What a payer is asked in advance: the first part, and fixed ones that are the school's. */
export function inAdvance(plan: readonly Planned[], before: Day): number {
  return sum(
    plan
      .filter(({ kind, issue }) => (kind === "first" || kind === "fixed") && issue < before)
      .map(({ amount }) => amount),
  );
}

function isEarly(money: Money, { entry }: Terms, plan: readonly Planned[], periods: readonly Period[]): boolean {
  const limit = addMonths(periods[0]!.from, -money.agreement.earlyDeposit.months);
  return entry.plan === "instalments" && inAdvance(plan, limit) > 0;
}

/** The plan of who stops: what they owe by then, and nothing later. */
function stopped(plan: readonly Planned[], terms: Terms, stop: Stop, all: readonly Payer[]): Planned[] {
  const { entry, days } = terms;
  const personal = entry.paper === "contract";
  const issue = addDays(stop.on, 1);
  const after = (kind: Kind, amount: number) => ({ kind, issue, due: addDays(issue, days), amount });
  let left = owedAt(terms, stop);
  const kept = plan.flatMap((one): Planned[] => {
    if (one.issue > stop.on || (personal && stop.kind === "withdrawn" && isFixed(one))) return [];
    if (isFixed(one)) return [one];
    const amount = Math.min(one.amount, left);
    left -= amount;
    return [{ ...one, amount }];
  });
  return [...kept, after("stop", left), after("indemnity", indemnityOf(terms, stop, all))].filter(
    ({ amount }) => amount > 0,
  );
}

function isFixed({ kind }: Planned): boolean {
  return kind === "fixed" || kind === "third";
}

/** Of the whole training, or of this payer's own turn where there are several. */
function minutesOf({ given, attended }: Payer, stop: Stop): { readonly given: number; readonly attended: number } {
  return { given: given ?? stop.given, attended: attended ?? stop.attended };
}

/** What the training comes to for a payer once it stops: the hours given to a person who pays, the hours attended for anybody else. */
function owedAt({ payer, entry, owes, turns, at }: Terms, stop: Stop): number {
  const { kind, planned } = stop;
  const { given, attended } = minutesOf(payer, stop);
  if (entry.paper !== "contract") return part(owes, attended, planned);
  if (kind === "withdrawn") return 0;
  const due = part(owes, given, planned);
  // The clause on an early end is of the contract that then runs, on what then remains.
  const runs = at === turns.findLastIndex(({ since }) => since === undefined || since <= stop.on);
  if (!runs || (kind !== "abandoned" && kind !== "excluded")) return due;
  const all = part(owes, sum(turns.map((one) => minutesOf(one, stop).given)), planned);
  return due + part(owes - all, payer.earlyEnd ?? 0, 100);
}

/** For hours held and missed, as the convention says: of the whole that the employer answers for, each amount once. */
function indemnityOf({ payer, entry, turns }: Terms, stop: Stop, all: readonly Payer[]): number {
  if (!entry.employer) return 0;
  const isBehind = ({ behind }: Payer) => behind === idOf(payer);
  const amounts = new Map(
    [payer, ...all.filter(isBehind)].map((one) => [idOf(turnsOf(one, all)[0]!), one.amount] as const),
  );
  const missed = turns
    .filter((one) => one === payer || isBehind(one))
    .map((one) => minutesOf(one, stop))
    .map(({ given, attended }) => given - attended);
  return part(part(sum([...amounts.values()]), sum(missed), stop.planned), payer.absence ?? 0, 100);
}

/** The instalments set beside what was issued, nature by nature. */
function beside(
  instalments: readonly Instalment[],
  { payer, days }: Terms,
  { on, periods, stop }: ScheduleInput,
  deposit: number | undefined,
): PayerAnswer {
  const documents = payer.issued ?? [];
  const total = sum(instalments.map(({ amount }) => amount));
  const books = NATURES.map((nature) => {
    const asked = sum(instalments.filter(({ kind }) => NATURE_OF[kind] === nature).map(({ amount }) => amount));
    const issued = netOf(documents, nature);
    // Before training begins, what is above the deposit is given back, and the plan asks it again.
    const early = nature === "training" && deposit !== undefined && !stop && on < periods[0]!.from;
    const excess = Math.max(0, issued - (early ? Math.min(asked, deposit) : asked));
    return { nature, excess, covered: issued - excess };
  });
  return {
    id: idOf(payer),
    source: payer.source,
    total,
    issued: sum(NATURES.map((nature) => netOf(documents, nature))),
    refund: Math.max(0, (payer.paid ?? 0) - total),
    instalments,
    toIssue: toIssue(instalments, new Map(books.map(({ nature, covered }) => [nature, covered])), { on, days }),
    credits: credited(documents, new Map(books.map(({ nature, excess }) => [nature, excess]))),
  };
}

/** The nature of an invoice, or of the one that a credit corrects. */
function natureOf(document: Issued, documents: readonly Issued[]): Nature {
  if (document.kind === "invoice") return document.nature ?? "training";
  return documents.find(({ number }) => number === document.of)!.nature ?? "training";
}

function netOf(documents: readonly Issued[], nature: Nature): number {
  return sum(
    documents
      .filter((one) => natureOf(one, documents) === nature)
      .map(({ kind, amount }) => (kind === "invoice" ? amount : -amount)),
  );
}

type When = { readonly on: Day; readonly days: number };

function toIssue(
  instalments: readonly Instalment[],
  covered: ReadonlyMap<Nature, number>,
  { on, days }: When,
): Asked[] {
  const reached = new Map<Nature, number>();
  return instalments.flatMap(({ kind, issue: planned, amount: asked, covers }) => {
    const nature = NATURE_OF[kind];
    const before = reached.get(nature) ?? 0;
    const until = before + asked;
    reached.set(nature, until);
    const amount = until - Math.max(before, covered.get(nature)!);
    if (amount <= 0) return [];
    const issue = planned > on ? planned : on;
    return [{ nature, issue, due: addDays(issue, days), amount, covers }];
  });
}

/** On the latest invoices first, each up to what is left of it. */
function credited(documents: readonly Issued[], excess: Map<Nature, number>): PayerAnswer["credits"] {
  const invoices = documents
    .map((document, at) => ({ document, at }))
    .filter(({ document }) => document.kind === "invoice")
    .sort((a, b) => byText(b.document.on, a.document.on) || b.at - a.at);
  return invoices.flatMap(({ document }) => {
    const nature = natureOf(document, documents);
    const before = documents.filter(({ of }) => of === document.number).map(({ amount }) => amount);
    const amount = Math.min(excess.get(nature)!, document.amount - sum(before));
    if (amount === 0) return [];
    excess.set(nature, excess.get(nature)! - amount);
    return [{ of: document.number, amount }];
  });
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
