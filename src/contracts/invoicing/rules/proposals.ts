/**
 * What is to be issued today for one person, from the answer on the schedule: invoices whose day has come, and credits. Pure.
 *
 * A fund pays for hours attended: it is asked, at the end of a period, the share of what it agreed to that was followed and countersigned so
 * far, less what was invoiced (§ 12, `completion`); the schedule is only a forecast of it. Everybody else is asked what the schedule says.
 */
import type { Basis } from "../../../decisions/invoice/rule.ts";
import type { Days, Nature, Period, Stop } from "../../../decisions/schedule/facts.ts";
import { addDays, type Day } from "../../../kit/day.ts";
import { part } from "../../../kit/parts.ts";
import type { PayerEntry } from "../../../law/money.ts";
import type { PayerSchedule } from "../../rules/schedule.ts";

type Kind = PayerSchedule["instalments"][number]["kind"];

export type Proposal = {
  /** Names it, amount and all: what was looked at is what is issued. */
  readonly key: string;
  readonly kind: "invoice" | "credit";
  readonly source: string;
  readonly nature: Nature;
  /** What an invoice asks; null of a credit. */
  readonly what: Kind | null;
  /** Of the period that it is for, from 1. */
  readonly nth: number | null;
  /** The invoice that a credit corrects. */
  readonly of: string | null;
  /** The day that it is planned for. */
  readonly issue: Day;
  readonly amount: number;
  readonly period: Days;
  /** The days of training that it bills; null of what bills none of its own. */
  readonly covers: Days | null;
  readonly basis: Basis;
  /** Of what is billed by hours. */
  readonly minutes: number | null;
  /** What certificates must attest of training before a fund is asked this; null of anybody else. */
  readonly certified: Certified | null;
};

/** With this invoice and those before it, `asked` cents of what was agreed for all planned minutes. */
type Certified = {
  readonly agreed: number;
  readonly planned: number;
  readonly asked: number;
  /** The first day that counts, of who took over. */
  readonly from?: Day | undefined;
};

type Asked = PayerSchedule["toIssue"][number] & { readonly nature: Nature; readonly covers: Days | null };
export type Answered = Omit<PayerSchedule, "toIssue"> & { readonly toIssue: readonly Asked[] };

export type Facts = {
  readonly dossier: string;
  readonly today: Day;
  readonly periods: readonly Period[];
  readonly entry: PayerEntry;
  /** What the fund agreed to pay, where it is one, less what was asked of it before the school used this service. */
  readonly agreed: number;
  /** Invoices of training less their credits, ours alone. */
  readonly before: number;
  /** Attended and countersigned until the end of the last period that is over. */
  readonly done: number;
  /** Minutes asked for before the school used this service: what is left to ask is for the others. */
  readonly carried: number;
  readonly stop: Stop | undefined;
  /** Of who pays in turn: its own first day, or the first day of who takes over. */
  readonly turn?: { readonly from?: Day; readonly before?: Day } | undefined;
  /** The last day that an invoice which stands bills. */
  readonly covered: Day | undefined;
};

/** The last period that is over; undefined before the end of the first. */
export function lastOver(periods: readonly Period[], today: Day): number | undefined {
  const at = periods.findLastIndex(({ to }) => to < today);
  return at < 0 ? undefined : at;
}

export function proposalsFor(answered: Answered, facts: Facts): Proposal[] {
  const credits = answered.credits.map(({ of, amount }) => creditOf(answered, facts, of, amount));
  if (!facts.entry.fund) return [...credits, ...agreedOn(answered, facts)];
  return [...credits, ...(facts.stop ? stoppedBy(answered, facts, facts.stop) : hourly(answered, facts))];
}

/** Of each nature, those that are asked are the last of its instalments; those of training bear days one after the other. */
function agreedOn({ source, instalments, toIssue }: Answered, facts: Facts): Proposal[] {
  let { covered } = facts;
  return toIssue.flatMap((one, at) => {
    if (one.issue > facts.today) return [];
    const { nature, issue, amount } = one;
    const left = toIssue.slice(at).filter((each) => each.nature === nature).length;
    const planned = instalments.filter(({ kind }) => natureOf(kind) === nature).at(-left)!;
    const { kind: what, period: nth } = planned;
    const covers = one.covers && afterDay(covered, one.covers);
    covered = covers?.to ?? covered;
    const basis = { by: "agreed", amount } as const;
    const minutes = facts.stop && what === "stop" ? facts.stop.attended : null;
    const period = covers ?? daysOf(planned, facts);
    return [
      proposal(facts, { source, nature, what, nth, issue, amount, covers, period, basis, minutes, certified: null }),
    ];
  });
}

/** Of some days, those after one that is billed already. */
function afterDay(covered: Day | undefined, { from, to }: Days): Days | null {
  const begins = covered !== undefined && from <= covered ? addDays(covered, 1) : from;
  return begins <= to ? { from: begins, to } : null;
}

/** What is asked of training for no days of its own: at a stop, that day; a deposit and what is beside the hours are for all of it. */
function daysOf({ kind, period: nth }: Answered["instalments"][number], { periods, stop }: Facts): Days {
  if (stop && (kind === "period" || kind === "stop")) return { from: stop.on, to: stop.on };
  return nth === undefined ? whole(periods) : periods[nth - 1]!;
}

/** One invoice of a fund for all that was followed before training stopped and that none has asked: what was attended, the schedule counts. */
function stoppedBy({ source, toIssue }: Answered, facts: Facts, stop: Stop): Proposal[] {
  const { today, periods, agreed, before, covered } = facts;
  const left = toIssue.filter(({ nature }) => nature === "training");
  const amount = left.reduce((sum, one) => sum + one.amount, 0);
  if (amount === 0 || left.some(({ issue }) => issue > today)) return [];
  const { planned, attended: minutes, followed = stop.on } = stop;
  const { from = periods[0]!.from } = facts.turn ?? {};
  const last =
    followed !== null && facts.turn?.before !== undefined && facts.turn.before <= followed
      ? addDays(facts.turn.before, -1)
      : followed;
  const covers = last === null ? null : afterDay(covered, { from, to: last });
  const asked = {
    source,
    nature: "training",
    what: "stop",
    nth: undefined,
    issue: left.at(-1)!.issue,
    amount,
  } as const;
  const basis = { by: "agreed", amount } as const;
  const certified = { agreed, planned, asked: before + amount, from: facts.turn?.from };
  const period = covers ?? { from: stop.on, to: stop.on };
  return [proposal(facts, { ...asked, covers, period, basis, minutes, certified })];
}

/** One invoice for all that was followed until the last period that is over; none while nothing more was. */
function hourly({ source, instalments, toIssue }: Answered, facts: Facts): Proposal[] {
  const { periods, entry, today, agreed, before, done, carried, covered } = facts;
  const due = toIssue.filter(({ nature, issue }) => nature === "training" && issue <= today);
  const { from: since, before: until } = facts.turn ?? {};
  const ended = until !== undefined && until <= today ? addDays(until, -1) : undefined;
  // Of who is taken over from, the period in which its turn ended; it may not be over.
  const over = ended === undefined ? lastOver(periods, today) : periods.findLastIndex(({ from }) => from <= ended);
  const planned = Math.max(0, periods.reduce((sum, { minutes }) => sum + minutes, 0) - carried);
  if (due.length === 0 || over === undefined || over < 0 || planned === 0) return [];
  if (entry.plan === "end" && instalments.some(({ issue }) => issue > today)) return [];
  const followed = Math.min(done, planned);
  const amount = part(agreed, followed, planned) - before;
  if (amount <= 0) return [];
  const { from: first, to } = periods[over]!;
  const last = {
    from: since !== undefined && since > first ? since : first,
    to: ended !== undefined && ended < to ? ended : to,
  };
  // Hours of days that were billed already, and signed late, come with the period that was billed last.
  const next = covered === undefined ? undefined : addDays(covered, 1);
  const begins = next ?? (before > 0 || carried > 0 ? last.from : (since ?? periods[0]!.from));
  const covers = begins <= last.to ? { from: begins, to: last.to } : null;
  const basis = { by: "completion", agreed, planned, done: followed, before } as const;
  const asked = { source, nature: "training", what: "period", nth: over + 1, issue: due[0]!.issue, amount } as const;
  const certified = { agreed, planned, asked: before + amount, from: since };
  const period = covers ?? { from: last.from, to: last.to };
  return [proposal(facts, { ...asked, covers, period, basis, minutes: followed, certified })];
}

function natureOf(kind: Kind): Nature {
  return kind === "third" || kind === "indemnity" ? kind : "training";
}

function whole(periods: readonly Period[]): Days {
  return { from: periods[0]!.from, to: periods.at(-1)!.to };
}

type New = Omit<Proposal, "key" | "kind" | "of" | "nth"> & { readonly what: Kind; readonly nth: number | undefined };

function proposal({ dossier }: Facts, { nth: place, period, ...one }: New): Proposal {
  const { source, nature, what, issue, amount } = one;
  const { from, to } = period;
  const nth = place ?? null;
  const key = [dossier, source, nature, what, nth ?? "", issue, amount, from, to].join("/");
  return { ...one, key, kind: "invoice", of: null, nth, period: { from, to } };
}

function creditOf({ source }: Answered, { dossier, today, periods }: Facts, of: string, amount: number): Proposal {
  return {
    key: [dossier, source, "credit", of, amount].join("/"),
    kind: "credit",
    source,
    nature: "training",
    what: null,
    nth: null,
    of,
    issue: today,
    amount,
    period: whole(periods),
    covers: null,
    basis: { by: "agreed", amount },
    minutes: null,
    certified: null,
  };
}

/** The invoice that a proposed credit corrects, by its key. */
export function creditedIn(key: string): string | undefined {
  const [, , kind, of] = key.split("/");
  return kind === "credit" ? of : undefined;
}

/** Of whom something was proposed, and what it was, by its key. */
export function proposedIn(key: string): Pick<Proposal, "kind" | "source" | "nature"> & { readonly dossier: string } {
  const [dossier = "", source = "", what = ""] = key.split("/");
  if (what === "credit") return { dossier, source, kind: "credit", nature: "training" };
  return { dossier, source, kind: "invoice", nature: what as Nature };
}
