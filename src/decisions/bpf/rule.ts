/**
 * The yearly declaration of a training body (cerfa 10443): what came in by line, what it cost, who taught, who was taught and for how long.
 *
 * A document counts for the part of its period that is over, less what earlier declarations counted, so that nothing is declared twice.
 * Lines are in whole euros, hours are whole; the three frames of people end in the same hours, as the form asks.
 */
import { type Day, dayNumber } from "../../kit/day.ts";
import { part, percent } from "../../kit/parts.ts";
import type { CommonInput } from "../../law/decision.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Money } from "../../law/money.ts";

/** What is a debtor in §§ of money is a source of money here; fees are one too. */
export const FEES = "fees";
export const DOCUMENTS = ["invoice", "credit", "accrued"] as const;
export const RECOGNITIONS = ["period", "issued"] as const;
export const COUNTS = ["person", "enrolment"] as const;
export const TRAINERS = ["staff", "external"] as const;

type Line = {
  readonly document: string;
  readonly kind: (typeof DOCUMENTS)[number];
  readonly on: Day;
  readonly source: string;
  readonly amount: number;
  readonly period?: { readonly from: Day; readonly to: Day };
};
type Enrolment = {
  readonly person: string;
  readonly status: string;
  readonly goal: string;
  readonly speciality: string;
  readonly from: Day;
  readonly to?: Day;
  readonly attended: readonly { readonly on: Day; readonly minutes: number }[];
  readonly entrustedTo?: string;
  readonly entrustedBy?: string;
};
export type BpfInput = CommonInput & {
  readonly from: Day;
  readonly to: Day;
  readonly recognition?: (typeof RECOGNITIONS)[number];
  readonly count?: (typeof COUNTS)[number];
  readonly lines: readonly Line[];
  readonly declared?: readonly { readonly document: string; readonly source: string; readonly amount: number }[];
  readonly otherTurnover?: number;
  readonly charges: { readonly total: number; readonly trainerSalaries: number; readonly purchases: number };
  readonly trainers: readonly {
    readonly id: string;
    readonly as: (typeof TRAINERS)[number];
    readonly minutes: number;
  }[];
  readonly enrolments: readonly Enrolment[];
};

type Headcount = { readonly people: number; readonly hours: number };
type Cell = Headcount & { readonly cell: string };
export type BpfAnswer = {
  readonly C: {
    readonly lines: readonly { readonly line: string; readonly euros: number }[];
    readonly two: number;
    readonly total: number;
    readonly share: number | null;
  };
  readonly D: { readonly total: number; readonly trainerSalaries: number; readonly purchases: number };
  readonly E: { readonly staff: Headcount; readonly external: Headcount };
  readonly F1: readonly Cell[];
  readonly F2: Headcount;
  readonly F3: readonly Cell[];
  readonly F4: readonly Cell[];
  readonly totals: Headcount;
  readonly G: Headcount;
  readonly findings: readonly Finding[];
};

/** Reads the law once; the returned function is pure. The input must have passed `bpfIssues`. */
export function bpfRule(money: Money): (input: BpfInput) => BpfAnswer {
  const { declaration } = money;
  const cells = [...new Set(declaration.statuses.map(({ cell }) => cell))];
  const cellOf = new Map(declaration.statuses.map(({ status, cell }) => [status, cell]));
  const goals = declaration.goals.map(({ goal }) => goal);
  return (input) => {
    const sums = linesOf(money, input);
    const followed = input.enrolments
      .filter((one) => meets(one, input))
      .map((one) => ({ one, minutes: inYear(one, input) }));
    const ours = followed.filter(({ one }) => one.entrustedBy === undefined);
    const theirs = followed.filter(({ one }) => one.entrustedBy !== undefined);
    const codes = mostFollowed(ours, declaration.specialities.named);
    const frame = (names: readonly string[], nameOf: (one: Enrolment) => string) =>
      framed(ours, names, nameOf, input.count === "enrolment");
    const headcount = (list: readonly Followed[]) => headcountOf(list, input.count === "enrolment");
    const income = incomeOf(money, sums, input.otherTurnover ?? 0);
    return {
      C: income,
      D: {
        total: euros(input.charges.total),
        trainerSalaries: euros(input.charges.trainerSalaries),
        purchases: euros(input.charges.purchases),
      },
      E: { staff: taught(input, "staff"), external: taught(input, "external") },
      F1: frame(cells, ({ status }) => cellOf.get(status)!),
      F2: headcount(ours.filter(({ one }) => one.entrustedTo !== undefined)),
      F3: frame(goals, ({ goal }) => goal),
      F4: frame([...codes, OTHERS], ({ speciality }) => (codes.includes(speciality) ? speciality : OTHERS)),
      totals: headcount(ours),
      G: headcount(theirs),
      findings: findingsOf(money, input, { sums, income, ours, theirs }),
    };
  };
}

/** The cell of the specialities that the form does not name. */
export const OTHERS = "others";

function euros(cents: number): number {
  return part(cents, 1, 100);
}

/** Cents of each line of the form, in its order. */
function linesOf({ payers, declaration }: Money, input: BpfInput): Map<string, number> {
  const lineOf = new Map<string, string>([
    ...payers.map(({ payer, line }) => [payer, line] as const),
    [FEES, declaration.fees],
  ]);
  const sums = new Map(declaration.lines.map(({ line }) => [line, 0]));
  const add = (source: string, cents: number) => {
    const line = lineOf.get(source)!;
    sums.set(line, sums.get(line)! + cents);
  };
  for (const line of input.lines) add(line.source, comesTo(line, input));
  for (const { source, amount } of input.declared ?? []) add(source, -amount);
  return sums;
}

/** What a document comes to until the last day: the part of its period that is over, or the whole once it is issued. */
export function comesTo(
  { kind, on, amount, period }: Pick<Line, "kind" | "on" | "amount" | "period">,
  { to, recognition }: Pick<BpfInput, "to" | "recognition">,
): number {
  const signed = kind === "credit" ? -amount : amount;
  if (recognition === "issued" || period === undefined) return on <= to ? signed : 0;
  const last = period.to < to ? period.to : to;
  return part(signed, Math.max(0, daysOf(period.from, last)), daysOf(period.from, period.to));
}

/** Both days included. */
function daysOf(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

function incomeOf({ declaration }: Money, sums: ReadonlyMap<string, number>, other: number): BpfAnswer["C"] {
  const lines = declaration.lines.map(({ line, together }) => ({ line, euros: euros(sums.get(line)!), together }));
  const cents = sum([...sums.values()]);
  return {
    lines: lines.map(({ line, euros }) => ({ line, euros })),
    two: sum(lines.filter(({ together }) => together).map((one) => one.euros)),
    total: sum(lines.map((one) => one.euros)),
    share: cents <= 0 || cents + other <= 0 ? null : percent(cents, cents + other),
  };
}

type Followed = { readonly one: Enrolment; readonly minutes: number };

function meets({ from, to }: Enrolment, year: BpfInput): boolean {
  return from <= year.to && (to === undefined || to >= year.from);
}

function inYear({ attended }: Enrolment, { from, to }: BpfInput): number {
  return sum(attended.filter(({ on }) => on >= from && on <= to).map(({ minutes }) => minutes));
}

function headcountOf(list: readonly Followed[], byEnrolment: boolean): Headcount {
  return {
    people: byEnrolment ? list.length : new Set(list.map(({ one }) => one.person)).size,
    hours: hours(sum(list.map(({ minutes }) => minutes))),
  };
}

function hours(minutes: number): number {
  return part(minutes, 1, 60);
}

/** Who taught in the year, each once in a row. */
function taught({ trainers }: BpfInput, as: (typeof TRAINERS)[number]): Headcount {
  const row = trainers.filter((one) => one.as === as && one.minutes > 0);
  return { people: new Set(row.map(({ id }) => id)).size, hours: hours(sum(row.map(({ minutes }) => minutes))) };
}

/** The specialities most followed, by minutes, then by code. */
function mostFollowed(list: readonly Followed[], most: number): string[] {
  const minutes = Map.groupBy(list, ({ one }) => one.speciality);
  return [...minutes]
    .map(([code, all]) => ({ code, minutes: sum(all.map((one) => one.minutes)) }))
    .sort((a, b) => b.minutes - a.minutes || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code }) => code);
}

/** A frame of people and hours: a person stands in one cell, that of most of their minutes. */
function framed(
  list: readonly Followed[],
  cells: readonly string[],
  cellOf: (one: Enrolment) => string,
  byEnrolment: boolean,
): Cell[] {
  const minutes = cells.map((cell) => sum(list.filter(({ one }) => cellOf(one) === cell).map((one) => one.minutes)));
  const people = byEnrolment
    ? cells.map((cell) => list.filter(({ one }) => cellOf(one) === cell).length)
    : peopleIn(list, cells, cellOf);
  const rounded = together(minutes);
  return cells.map((cell, at) => ({ cell, people: people[at]!, hours: rounded[at]! }));
}

function peopleIn(list: readonly Followed[], cells: readonly string[], cellOf: (one: Enrolment) => string): number[] {
  const counted = cells.map(() => 0);
  for (const own of Map.groupBy(list, ({ one }) => one.person).values()) {
    const inCell = cells.map((cell) => own.filter(({ one }) => cellOf(one) === cell));
    const best = inCell.reduce((chosen, all, at) => {
      if (all.length === 0) return chosen;
      const most = chosen === -1 ? -1 : sum(inCell[chosen]!.map((one) => one.minutes));
      return sum(all.map((one) => one.minutes)) > most ? at : chosen;
    }, -1);
    counted[best]! += 1;
  }
  return counted;
}

/** Minutes as whole hours that add up: whole ones first, then one more to the largest rests; of equal ones, the first. */
function together(minutes: readonly number[]): number[] {
  const whole = minutes.map((one) => Math.floor(one / 60));
  const missing = hours(sum(minutes)) - sum(whole);
  const byRest = minutes.map((one, at) => ({ at, rest: one % 60 })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest.slice(0, missing)) whole[at]! += 1;
  return whole;
}

type Counted = {
  readonly sums: ReadonlyMap<string, number>;
  readonly income: BpfAnswer["C"];
  readonly ours: readonly Followed[];
  readonly theirs: readonly Followed[];
};

function findingsOf({ declaration }: Money, input: BpfInput, { sums, income, ours, theirs }: Counted): Finding[] {
  const found: Finding[] = [];
  const cents = sum([...sums.values()]);
  for (const entry of declaration.lines) {
    const amount = sums.get(entry.line)!;
    if (amount < 0) found.push(finding("negative", false, "negative", entry, { line: entry.line, amount }));
  }
  if (income.total !== euros(cents))
    found.push(
      finding("rounding", true, "rounding", declaration.rounding, { total: income.total, exact: euros(cents) }),
    );
  if (cents > 0 && input.charges.total === 0) found.push(finding("no-charges", false, "no-charges", declaration.form));
  const entrusted = sums.get(declaration.entrusted)! > 0;
  if (entrusted !== theirs.length > 0)
    found.push(
      finding("entrusted", false, entrusted ? "nobody-entrusted" : "entrusted-unpaid", declaration.form, {
        line: declaration.entrusted,
      }),
    );
  const own = sums.get(declaration.own)! > 0;
  const statuses = new Set(declaration.statuses.filter((one) => one.own).map(({ status }) => status));
  const atOwnCost = ours.some(({ one }) => statuses.has(one.status));
  if (own !== atOwnCost)
    found.push(
      finding("own-cost", false, own ? "nobody-at-own-cost" : "own-cost-unpaid", declaration.form, {
        line: declaration.own,
      }),
    );
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
