/**
 * What is to be issued today for one person, from the answer on the schedule: invoices whose day has come, and credits. Pure.
 *
 * A fund pays for hours attended: it is asked, at the end of a period, the share of what it agreed to that was followed and countersigned so
 * far, less what was invoiced (§ 12, `completion`); the schedule is only a forecast of it. Everybody else is asked what the schedule says.
 */
import type { Basis } from "../../../decisions/invoice/rule.ts";
import type { Nature, Period } from "../../../decisions/schedule/facts.ts";
import type { Day } from "../../../kit/day.ts";
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
  readonly period: { readonly from: Day; readonly to: Day };
  readonly basis: Basis;
  /** Of what is billed by hours. */
  readonly minutes: number | null;
};

type Asked = PayerSchedule["toIssue"][number] & { readonly nature: Nature };
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
  readonly stopped: boolean;
};

/** The last period that is over; undefined before the end of the first. */
export function lastOver(periods: readonly Period[], today: Day): number | undefined {
  const at = periods.findLastIndex(({ to }) => to < today);
  return at < 0 ? undefined : at;
}

export function proposalsFor(answered: Answered, facts: Facts): Proposal[] {
  const credits = answered.credits.map(({ of, amount }) => creditOf(answered, facts, of, amount));
  return [...credits, ...(byHours(facts) ? hourly(answered, facts) : agreedOn(answered, facts))];
}

/** Once training stopped, the schedule counts what was attended itself. */
function byHours({ entry, stopped }: Facts): boolean {
  return entry.fund === true && !stopped;
}

/** Of each nature, those that are asked are the last of its instalments. */
function agreedOn({ source, instalments, toIssue }: Answered, facts: Facts): Proposal[] {
  return toIssue.flatMap((one, at) => {
    if (one.issue > facts.today) return [];
    const left = toIssue.slice(at).filter(({ nature }) => nature === one.nature).length;
    const planned = instalments.filter(({ kind }) => natureOf(kind) === one.nature).at(-left)!;
    const { kind, period: nth } = planned;
    const period = nth === undefined ? whole(facts.periods) : facts.periods[nth - 1]!;
    const basis = { by: "agreed", amount: one.amount } as const;
    return [
      proposal(facts, {
        source,
        nature: one.nature,
        what: kind,
        nth,
        issue: one.issue,
        amount: one.amount,
        period,
        basis,
      }),
    ];
  });
}

/** One invoice for all that was followed until the last period that is over; none while nothing more was. */
function hourly({ source, instalments, toIssue }: Answered, facts: Facts): Proposal[] {
  const { periods, entry, today, agreed, before, done, carried } = facts;
  const due = toIssue.filter(({ nature, issue }) => nature === "training" && issue <= today);
  const over = lastOver(periods, today);
  const planned = Math.max(0, periods.reduce((sum, { minutes }) => sum + minutes, 0) - carried);
  if (due.length === 0 || over === undefined || planned === 0) return [];
  if (entry.plan === "end" && instalments.some(({ issue }) => issue > today)) return [];
  const followed = Math.min(done, planned);
  const amount = part(agreed, followed, planned) - before;
  if (amount <= 0) return [];
  const from = before > 0 || carried > 0 ? periods[over]!.from : periods[0]!.from;
  const basis = { by: "completion", agreed, planned, done: followed, before } as const;
  const period = { from, to: periods[over]!.to };
  const asked = { source, nature: "training", what: "period", nth: over + 1, issue: due[0]!.issue, amount } as const;
  return [{ ...proposal(facts, { ...asked, period, basis }), minutes: followed }];
}

function natureOf(kind: Kind): Nature {
  return kind === "third" || kind === "indemnity" ? kind : "training";
}

function whole(periods: readonly Period[]): { readonly from: Day; readonly to: Day } {
  return { from: periods[0]!.from, to: periods.at(-1)!.to };
}

type New = Pick<Proposal, "source" | "nature" | "issue" | "amount" | "basis"> & {
  readonly what: Kind;
  readonly nth: number | undefined;
  readonly period: { readonly from: Day; readonly to: Day };
};

function proposal({ dossier }: Facts, { period: { from, to }, ...one }: New): Proposal {
  const { source, nature, what, issue, amount } = one;
  const nth = one.nth ?? null;
  const key = [dossier, source, nature, what, nth ?? "", issue, amount].join("/");
  return { ...one, key, kind: "invoice", of: null, nth, period: { from, to }, minutes: null };
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
    basis: { by: "agreed", amount },
    minutes: null,
  };
}

/** The invoice that a proposed credit corrects, by its key. */
export function creditedIn(key: string): string | undefined {
  const [, , kind, of] = key.split("/");
  return kind === "credit" ? of : undefined;
}
