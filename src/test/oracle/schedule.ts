/** What is due when, payer by payer: a plan is written, cut by a stop, then laid over what was issued, cent after cent. */
import type { Common } from "./contract.ts";
import { dayOf, numberOf } from "./days.ts";
import { monthsOn } from "./open-days.ts";
import { add, part, payerOf, split } from "./payers.ts";

export type Nature = "training" | "third" | "indemnity";
export type Issued = {
  number: string;
  kind: "invoice" | "credit";
  on: string;
  amount: number;
  nature?: Nature;
  of?: string;
};
export type SchedulePayer = {
  source: string;
  amount: number;
  granted?: number;
  behind?: string;
  first?: number;
  firstOn?: string;
  fixed?: { on: string; amount: number; third?: boolean }[];
  earlyEnd?: number;
  absence?: number;
  terms?: number;
  issued?: Issued[];
  paid?: number;
};
export type Stop = {
  on: string;
  kind: "withdrawn" | "force-majeure" | "abandoned" | "excluded" | "school";
  planned: number;
  given: number;
  attended: number;
};
export type ScheduleInput = Common & {
  periods: { from: string; to: string; minutes: number }[];
  payers: SchedulePayer[];
  stop?: Stop;
};

type Kind = "first" | "fixed" | "third" | "period" | "stop" | "indemnity";
type Item = { kind: Kind; period?: number; issue: string; amount: number };
type Instalment = Item & { due: string };
type ScheduleAnswer = {
  id: string;
  payers: {
    source: string;
    total: number;
    issued: number;
    refund: number;
    instalments: Instalment[];
    toIssue: { nature: Nature; issue: string; due: string; amount: number }[];
    credits: { of: string; amount: number }[];
  }[];
  total: number;
  findings: string[];
};

const ORDER: Kind[] = ["first", "fixed", "third", "period", "stop", "indemnity"];
const NATURES: Nature[] = ["training", "third", "indemnity"];
const natureOf = (kind: Kind): Nature => (kind === "third" || kind === "indemnity" ? kind : "training");
const later = (day: string, days: number) => dayOf(numberOf(day) + days);

export function schedule(input: ScheduleInput): ScheduleAnswer | { error: { code: "cap" } } {
  const begins = input.periods[0]!.from;
  const findings: string[] = [];
  const payers: ScheduleAnswer["payers"] = [];
  for (const payer of input.payers) {
    const behind = input.payers.filter((other) => other.behind === payer.source);
    const owed =
      (payer.granted ?? payer.amount) + add(behind.map((fund) => fund.amount - (fund.granted ?? fund.amount)));
    const plan = planOf(payer, owed, input.periods);
    const limit = limitOf(payer, owed);
    if (payerOf(payer.source).plan === "instalments") {
      const early = plan.filter(({ kind, issue }) => (kind === "first" || kind === "fixed") && issue < begins);
      if ((payer.first ?? 0) > 30 || add(early.map(({ amount }) => amount)) > limit) return { error: { code: "cap" } };
      if (early.some(({ issue }) => issue < monthsOn(begins, -3))) findings.push("early-deposit false");
    }
    const base = payer.amount + add(behind.map((fund) => fund.amount));
    const left = input.stop === undefined ? plan : stopped(plan, payer, owed, base, input.stop);
    const capped = payerOf(payer.source).plan === "instalments" && input.stop === undefined && input.on < begins;
    payers.push(against(payer, left, input.on, capped ? limit : Number.POSITIVE_INFINITY));
  }
  return { id: input.id, payers, total: add(payers.map(({ total }) => total)), findings };
}

/** 30 % of the training and what is fixed beside it, but what is for another. */
function limitOf(payer: SchedulePayer, owed: number): number {
  const fixed = (payer.fixed ?? []).filter(({ third }) => third !== true).map(({ amount }) => amount);
  return Number((30n * BigInt(owed + add(fixed))) / 100n);
}

function planOf(payer: SchedulePayer, owed: number, periods: ScheduleInput["periods"]): Item[] {
  const first = Number((BigInt(owed) * BigInt(payer.first ?? 0)) / 100n);
  const items: Item[] = [];
  if (payer.firstOn !== undefined) items.push({ kind: "first", issue: payer.firstOn, amount: first });
  for (const { on, amount, third } of payer.fixed ?? [])
    items.push({ kind: third === true ? "third" : "fixed", issue: on, amount });
  const atEnd = payerOf(payer.source).plan === "end";
  const withMinutes = periods.findLastIndex(({ minutes }) => minutes > 0);
  const bearing = withMinutes < 0 ? periods.length - 1 : withMinutes;
  const weights = periods.map(({ minutes }, at) => (atEnd ? Number(at === bearing) : minutes));
  for (const [at, amount] of split(owed - first, weights).entries())
    items.push({ kind: "period", period: at + 1, issue: later(periods[at]!.to, 1), amount });
  const key = ({ issue, kind }: Item) => `${issue} ${ORDER.indexOf(kind)}`;
  return items.filter(({ amount }) => amount > 0).toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** What the plan is after a stop. */
function stopped(plan: Item[], payer: SchedulePayer, owed: number, base: number, stop: Stop): Item[] {
  const personal = payer.source === "personal";
  let left = comesTo(payer, owed, stop);
  const stays: Item[] = [];
  for (const item of plan.filter(({ issue }) => issue <= stop.on)) {
    const whole = item.kind === "fixed" || item.kind === "third";
    if (whole && personal && stop.kind === "withdrawn") continue;
    const amount = whole ? item.amount : Math.min(item.amount, left);
    if (!whole) left -= amount;
    stays.push({ ...item, amount });
  }
  const issue = later(stop.on, 1);
  stays.push({ kind: "stop", issue, amount: left });
  const missed = part(part(base, stop.given - stop.attended, stop.planned), payer.absence ?? 0, 100);
  if (payerOf(payer.source).employer) stays.push({ kind: "indemnity", issue, amount: missed });
  return stays.filter(({ amount }) => amount > 0);
}

function comesTo({ source, earlyEnd = 0 }: SchedulePayer, owed: number, stop: Stop): number {
  if (source !== "personal") return part(owed, stop.attended, stop.planned);
  const given = part(owed, stop.given, stop.planned);
  if (stop.kind === "withdrawn") return 0;
  const ownWill = stop.kind === "abandoned" || stop.kind === "excluded";
  return ownWill ? given + part(owed - given, earlyEnd, 100) : given;
}

/** `most` is what training may have been asked so far. */
function against(payer: SchedulePayer, plan: Item[], on: string, most: number): ScheduleAnswer["payers"][number] {
  const days = payer.terms ?? payerOf(payer.source).days;
  const documents = payer.issued ?? [];
  const total = add(plan.map(({ amount }) => amount));
  /** Invoices, the latest first, each less its credits. */
  const open = documents
    .map((each, at) => ({ ...each, at, nature: each.nature ?? "training" }))
    .filter(({ kind }) => kind === "invoice")
    .toSorted((a, b) => (a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1))
    .map((each) => {
      const credits = documents.filter(({ of }) => of === each.number).map(({ amount }) => amount);
      return { ...each, left: each.amount - add(credits) };
    });
  const issuedOf = (nature: Nature) => add(open.filter((each) => each.nature === nature).map(({ left }) => left));
  const planned = (nature: Nature) =>
    add(plan.filter(({ kind }) => natureOf(kind) === nature).map(({ amount }) => amount));
  const keep = new Map(
    NATURES.map((nature) => {
      const kept = nature === "training" ? Math.min(planned(nature), most) : planned(nature);
      return [nature, Math.min(issuedOf(nature), kept)];
    }),
  );
  const excess = new Map(NATURES.map((nature) => [nature, issuedOf(nature) - keep.get(nature)!]));
  const credits: { of: string; amount: number }[] = [];
  for (const { number, nature, left } of open) {
    const amount = Math.min(left, excess.get(nature)!);
    excess.set(nature, excess.get(nature)! - amount);
    if (amount > 0) credits.push({ of: number, amount });
  }
  const toIssue: ScheduleAnswer["payers"][number]["toIssue"] = [];
  for (const item of plan) {
    const nature = natureOf(item.kind);
    const covered = Math.min(item.amount, keep.get(nature)!);
    keep.set(nature, keep.get(nature)! - covered);
    const issue = item.issue > on ? item.issue : on;
    if (item.amount > covered) toIssue.push({ nature, issue, due: later(issue, days), amount: item.amount - covered });
  }
  return {
    source: payer.source,
    total,
    issued: add(NATURES.map(issuedOf)),
    refund: Math.max(0, (payer.paid ?? 0) - total),
    instalments: plan.map((item) => ({ ...item, due: later(item.issue, days) })),
    toIssue,
    credits,
  };
}
