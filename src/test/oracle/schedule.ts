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
  covers?: Range;
};
export type Range = { from: string; to: string };
export type SchedulePayer = {
  id?: string;
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
  takesOver?: string;
  since?: string;
  given?: number;
  attended?: number;
};
export type Stop = {
  on: string;
  kind: "withdrawn" | "force-majeure" | "abandoned" | "excluded" | "school";
  planned: number;
  given: number;
  attended: number;
  followed?: string | null;
};
export type ScheduleInput = Common & {
  periods: { from: string; to: string; minutes: number }[];
  payers: SchedulePayer[];
  stop?: Stop;
};

type Kind = "first" | "fixed" | "third" | "period" | "stop" | "indemnity";
type Item = { kind: Kind; period?: number; issue: string; amount: number };
type Instalment = Item & { due: string; covers: Range | null };
type ScheduleAnswer = {
  id: string;
  payers: {
    id: string;
    source: string;
    total: number;
    issued: number;
    refund: number;
    instalments: Instalment[];
    toIssue: { nature: Nature; issue: string; due: string; amount: number; covers: Range | null }[];
    credits: { of: string; amount: number }[];
  }[];
  total: number;
  findings: string[];
};

const ORDER: Kind[] = ["first", "fixed", "third", "period", "stop", "indemnity"];
const NATURES: Nature[] = ["training", "third", "indemnity"];
const natureOf = (kind: Kind): Nature => (kind === "third" || kind === "indemnity" ? kind : "training");
const later = (day: string, days: number) => dayOf(numberOf(day) + days);

const nameOf = (payer: SchedulePayer) => payer.id ?? payer.source;

/** Those who pay one amount after one another: by their first days, of which the very first has none. */
export function relayOf(payer: SchedulePayer, all: SchedulePayer[]): SchedulePayer[] {
  const relay = [payer];
  for (let grown = true; grown; ) {
    const more = all.filter(
      (other) =>
        !relay.includes(other) &&
        relay.some((each) => other.takesOver === nameOf(each) || each.takesOver === nameOf(other)),
    );
    relay.push(...more);
    grown = more.length > 0;
  }
  return relay.toSorted((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1));
}

/** The payers of a relay, each with the days on which it pays. */
type Leg = { payer: SchedulePayer; relay: SchedulePayer[]; begins: number; ends: number };

function legOf(payer: SchedulePayer, all: SchedulePayer[]): Leg {
  const relay = relayOf(payer, all);
  const after = relay[relay.indexOf(payer) + 1];
  const begins = payer.since === undefined ? Number.NEGATIVE_INFINITY : numberOf(payer.since);
  const ends = after === undefined ? Number.POSITIVE_INFINITY : numberOf(after.since!) - 1;
  return { payer, relay, begins, ends };
}

export function schedule(input: ScheduleInput): ScheduleAnswer | { error: { code: "cap" } } {
  const begins = input.periods[0]!.from;
  const findings: string[] = [];
  const payers: ScheduleAnswer["payers"] = [];
  for (const payer of input.payers) {
    const leg = legOf(payer, input.payers);
    const behind = input.payers.filter((other) => other.behind === nameOf(payer));
    const backed = input.payers.filter((other) => leg.relay.some((each) => other.behind === nameOf(each)));
    const owed =
      (payer.granted ?? payer.amount) + add(backed.map((fund) => fund.amount - (fund.granted ?? fund.amount)));
    const plan = planOf(leg, owed, input);
    const limit = limitOf(payer, owed);
    if (payerOf(payer.source).plan === "instalments") {
      const early = plan.filter(({ kind, issue }) => (kind === "first" || kind === "fixed") && issue < begins);
      if ((payer.first ?? 0) > 30 || add(early.map(({ amount }) => amount)) > limit) return { error: { code: "cap" } };
      if (early.some(({ issue }) => issue < monthsOn(begins, -3))) findings.push("early-deposit false");
    }
    const left = input.stop === undefined ? plan : stopped(plan, leg, owed, { behind, ...input, stop: input.stop });
    const capped = payerOf(payer.source).plan === "instalments" && input.stop === undefined && input.on < begins;
    const covers = (item: Item) => coversOf(item, leg, input);
    payers.push(against(payer, left, input.on, capped ? limit : Number.POSITIVE_INFINITY, covers));
  }
  return { id: input.id, payers, total: add(payers.map(({ total }) => total)), findings };
}

/** Which days: the amendment's paragraph, sentence by sentence. */
function coversOf({ kind, period }: Item, leg: Leg, { periods, stop }: ScheduleInput): Range | null {
  const documents = leg.payer.issued ?? [];
  const stands = documents.filter(({ number, amount }) => {
    const credits = documents.filter(({ of }) => of === number).map((credit) => credit.amount);
    return add(credits) < amount;
  });
  const lasts = stands.flatMap(({ covers }) => (covers === undefined ? [] : [numberOf(covers.to)]));
  const next = lasts.length === 0 ? undefined : Math.max(...lasts) + 1;
  const start = numberOf(periods[0]!.from);
  let from: number;
  let to: number;
  if (kind === "period") {
    const own = periods[period! - 1]!;
    const first = payerOf(leg.payer.source).plan === "end" ? start : numberOf(own.from);
    from = Math.max(first, next ?? first);
    to = numberOf(own.to);
  } else if (kind === "stop" && stop!.followed !== null) {
    from = next ?? start;
    to = numberOf(stop!.followed ?? stop!.on);
  } else return null;
  from = Math.max(from, leg.begins);
  to = Math.min(to, leg.ends);
  return from > to ? null : { from: dayOf(from), to: dayOf(to) };
}

/** 30 % of the training and what is fixed beside it, but what is for another. */
function limitOf(payer: SchedulePayer, owed: number): number {
  const fixed = (payer.fixed ?? []).filter(({ third }) => third !== true).map(({ amount }) => amount);
  return Number((30n * BigInt(owed + add(fixed))) / 100n);
}

function planOf({ payer, relay, ends }: Leg, owed: number, { periods }: ScheduleInput): Item[] {
  const firstOf = ({ first = 0 }: SchedulePayer) => Number((BigInt(owed) * BigInt(first)) / 100n);
  const items: Item[] = [];
  if (payer.firstOn !== undefined) items.push({ kind: "first", issue: payer.firstOn, amount: firstOf(payer) });
  for (const { on, amount, third } of payer.fixed ?? [])
    items.push({ kind: third === true ? "third" : "fixed", issue: on, amount });
  const rest = Math.max(0, owed - add(relay.map(firstOf)));
  const parts = split(
    rest,
    periods.map(({ minutes }) => minutes),
  );
  const own: { at: number; days: number; amount: number }[] = [];
  for (const [at, { from, to }] of periods.entries()) {
    // Day by day: whose each day of the period is.
    const counts = relay.map(() => 0);
    for (let day = numberOf(from); day <= numberOf(to); day += 1)
      counts[relay.findLastIndex(({ since }) => since === undefined || numberOf(since) <= day)]! += 1;
    const mine = relay.indexOf(payer);
    own.push({ at, days: counts[mine]!, amount: split(parts[at]!, counts)[mine]! });
  }
  if (payerOf(payer.source).plan === "end") {
    const there = own.filter(({ days }) => days > 0);
    const bearing = there.findLast(({ at }) => periods[at]!.minutes > 0) ?? there.at(-1);
    const all = add(own.map(({ amount }) => amount));
    for (const each of own) each.amount = each === bearing ? all : 0;
  }
  for (const { at, amount } of own) {
    const issue = Math.min(numberOf(periods[at]!.to), ends) + 1;
    items.push({ kind: "period", period: at + 1, issue: dayOf(issue), amount });
  }
  const key = ({ issue, kind }: Item) => `${issue} ${ORDER.indexOf(kind)}`;
  return items.filter(({ amount }) => amount > 0).toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

type Stopped = { behind: SchedulePayer[]; payers: SchedulePayer[]; stop: Stop };

/** What the plan is after a stop. */
function stopped(plan: Item[], leg: Leg, owed: number, { behind, payers, stop }: Stopped): Item[] {
  const { payer, relay } = leg;
  const personal = payer.source === "personal";
  let left = comesTo(leg, owed, stop);
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
  if (payerOf(payer.source).employer) {
    // Of those who pay one amount in turn, the amount counts once.
    const firsts = [payer, ...behind].map((each) => relayOf(each, payers)[0]!);
    const base = add([...new Set(firsts)].map(({ amount }) => amount));
    const answered = relay.filter((each) => each === payer || behind.includes(each));
    const minutes = add(answered.map(({ given = stop.given, attended = stop.attended }) => given - attended));
    const missed = part(part(base, minutes, stop.planned), payer.absence ?? 0, 100);
    stays.push({ kind: "indemnity", issue, amount: missed });
  }
  return stays.filter(({ amount }) => amount > 0);
}

function comesTo({ payer, relay, begins, ends }: Leg, owed: number, stop: Stop): number {
  const { given = stop.given, attended = stop.attended } = payer;
  if (payer.source !== "personal") return part(owed, attended, stop.planned);
  if (stop.kind === "withdrawn") return 0;
  const own = part(owed, given, stop.planned);
  const on = numberOf(stop.on);
  const ownWill = (stop.kind === "abandoned" || stop.kind === "excluded") && begins <= on && on <= ends;
  const all = part(owed, add(relay.map((each) => each.given ?? stop.given)), stop.planned);
  return ownWill ? own + part(owed - all, payer.earlyEnd ?? 0, 100) : own;
}

/** `most` is what training may have been asked so far. */
function against(
  payer: SchedulePayer,
  plan: Item[],
  on: string,
  most: number,
  covers: (item: Item) => Range | null,
): ScheduleAnswer["payers"][number] {
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
    const amount = item.amount - covered;
    if (amount > 0) toIssue.push({ nature, issue, due: later(issue, days), amount, covers: covers(item) });
  }
  return {
    id: nameOf(payer),
    source: payer.source,
    total,
    issued: add(NATURES.map(issuedOf)),
    refund: Math.max(0, (payer.paid ?? 0) - total),
    instalments: plan.map((item) => ({ ...item, due: later(item.issue, days), covers: covers(item) })),
    toIssue,
    credits,
  };
}
