/** The question for the decision on the schedule: who pays what of a contract, in which periods, and what was issued and paid already. */
import { addMonths, type Day } from "../../kit/day.ts";
import type { Money } from "../../law/money.ts";
import type { Issued, Payer, Period, ScheduleInput, Stop } from "../../decisions/schedule/facts.ts";
import type { Contract } from "./contract.ts";
import type { ThirdFee } from "./facts.ts";

/**
 * What was asked of one kind of payer for this person, and what of it was paid, refunds taken off. `remitted`: what the school gave up, which
 * `issued` has as standing.
 */
export type Documents = { readonly issued: readonly Issued[]; readonly paid: number; readonly remitted?: number };

type Asked = {
  readonly periods: readonly Period[];
  readonly payers: Money["payers"];
  /** The clauses of the school’s papers on an early end and on hours missed. */
  readonly papers?: Money["papers"];
  /** By kind of payer. */
  readonly documents?: ReadonlyMap<string, Documents>;
  readonly stop?: Stop;
  /** At a stop, of those who pay in turn, by kind: minutes of their own days. */
  readonly turns?: ReadonlyMap<string, Turn>;
};
export type Turn = { readonly given: number; readonly attended: number };
type Question = Pick<ScheduleInput, "periods" | "payers" | "stop">;

/**
 * Without what all decisions are asked. What a person pays on a platform is within the platform's own part; what a fund agreed to counts
 * only where somebody stands behind it, since any other shortfall is shared anew. What is another body's is asked of the person apart.
 */
export function scheduleQuestion(
  { shares, plan, thirds = [] }: Pick<Contract, "shares" | "plan" | "thirds">,
  { periods, payers, papers, documents = new Map(), stop, turns = new Map() }: Asked,
): Question {
  const entryOf = (source: string) => payers.find(({ payer }) => payer === source)!;
  const there = shares.filter(({ platform }) => platform).reduce((sum, { amount }) => sum + amount, 0);
  const asked = ({ source, granted, behind, undone, takesOver, ...share }: Contract["shares"][number]): Payer => {
    // A contract that the person withdrew from asks nothing, and what it asked is credited.
    const { paper, fund, employer, plan: how } = entryOf(source);
    const apart = undone || paper !== "contract" ? [] : apartOf(thirds, share.amount, periods);
    // What the one before was asked apart is not taken over.
    const beside = takesOver ? apartOf(takesOver.thirds ?? [], share.amount, periods) : apart;
    const amount = undone ? 0 : share.amount - beside.reduce((sum, one) => sum + one.amount, 0);
    const { issued = [], paid: came = 0, remitted = 0 } = documents.get(source) ?? {};
    const paid = came + remitted;
    const answered = fund && behind !== undefined && granted !== null;
    return {
      source,
      amount: amount + (paper === "platform" ? there : 0),
      ...(answered && { granted: Math.min(granted, amount) }),
      ...(fund && behind !== undefined && { behind }),
      ...(how === "instalments" && plan && { first: plan.first, firstOn: plan.firstOn }),
      ...(apart.length > 0 && { fixed: apart }),
      ...(paper === "contract" && papers?.earlyEnd && { earlyEnd: papers.earlyEnd.percent }),
      ...(employer && papers?.absence && { absence: papers.absence.percent }),
      ...(issued.length > 0 && { issued: [...issued] }),
      ...(paid > 0 && { paid }),
      ...(takesOver && { takesOver: takesOver.source, since: takesOver.since }),
      ...(takesOver && turns.get(source)),
    };
  };
  /** Who paid a share until another took it over, and who takes it over. */
  const inTurn = (share: Contract["shares"][number]): Payer[] => {
    const { takesOver: former } = share;
    const own = asked(share);
    if (!former) return [own];
    const { source, plan: first, thirds: apart = [] } = former;
    const { paper, employer, plan: how } = entryOf(source);
    const fixed = paper === "contract" ? apartOf(apart, share.amount, periods) : [];
    const { issued = [], paid = 0, remitted = 0 } = documents.get(source) ?? {};
    return [
      {
        source,
        amount: own.amount,
        ...(how === "instalments" && first && { first: first.first, firstOn: first.firstOn }),
        ...(fixed.length > 0 && { fixed }),
        ...(paper === "contract" && papers?.earlyEnd && { earlyEnd: papers.earlyEnd.percent }),
        ...(employer && papers?.absence && { absence: papers.absence.percent }),
        ...(issued.length > 0 && { issued: [...issued] }),
        ...(paid + remitted > 0 && { paid: paid + remitted }),
        ...turns.get(source),
      },
      own,
    ];
  };
  const former = new Set(shares.flatMap(({ takesOver }) => takesOver?.source ?? []));
  return {
    periods: [...periods],
    payers: shares.filter(({ platform, source }) => !platform && !former.has(source)).flatMap(inTurn),
    ...(stop && { stop }),
  };
}

/** None where the share does not hold them. */
function apartOf(thirds: readonly ThirdFee[], share: number, [first]: readonly Period[]) {
  if (!first || thirds.reduce((sum, { amount }) => sum + amount, 0) > share) return [];
  return thirds.map(({ amount, after }) => ({ on: addMonths(first.from, after), amount, third: true }));
}

/** Of one kind of payer, as the decision answers. */
export type PayerSchedule = {
  readonly source: string;
  readonly total: number;
  readonly refund: number;
  readonly instalments: readonly {
    readonly kind: "first" | "fixed" | "third" | "period" | "stop" | "indemnity";
    readonly period?: number;
    readonly issue: Day;
    readonly due: Day;
    readonly amount: number;
  }[];
  readonly toIssue: readonly { readonly issue: Day; readonly due: Day; readonly amount: number }[];
  readonly credits: readonly { readonly of: string; readonly amount: number }[];
};

/** An invoice of this payer, with what the ledger says of it. */
export type Billed = {
  readonly number: string;
  readonly on: Day;
  readonly due: Day;
  /** Less its credits. */
  readonly amount: number;
  readonly paid: number;
  /** Nothing is asked of it for now. */
  readonly suspended: boolean;
};

/** A payment on the line over time: an invoice, or what is still to be asked. */
export type Payment = {
  readonly due: Day;
  readonly amount: number;
  readonly paid: number;
  /** Null as long as it is not asked. */
  readonly number: string | null;
  readonly kind: PayerSchedule["instalments"][number]["kind"] | null;
  /** The period whose hours it pays for, from 1; null of what pays for none, or where an invoice is of no planned amount. */
  readonly period: number | null;
  readonly state: "paid" | "part" | "late" | "asked" | "suspended" | "to-come";
};

/** Invoices as they stand, then what is still to be asked, by day: together they are the total, less the credits to come. */
export function paymentsOf(
  { instalments, toIssue }: Pick<PayerSchedule, "instalments" | "toIssue">,
  billed: readonly Billed[],
  today: Day,
): Payment[] {
  const left = [...instalments];
  /** Of the plan, each once: two periods may cost the same. */
  const planned = (fits: (one: PayerSchedule["instalments"][number]) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const asked = billed
    .filter(({ amount }) => amount > 0)
    .map((one): Payment => {
      const { due, amount, paid, number } = one;
      const period = planned((of) => of.amount === amount)?.period ?? null;
      return { due, amount, paid: Math.min(paid, amount), number, kind: null, period, state: stateOf(one, today) };
    });
  const toCome = toIssue.map((one): Payment => {
    const same = ({ due }: { readonly due: Day }) => due === one.due;
    // Of an instalment that was asked in part, what is left has its day and not its amount.
    const of = planned((each) => same(each) && each.amount === one.amount) ?? planned(same);
    const { due, amount } = one;
    return { due, amount, paid: 0, number: null, kind: of?.kind ?? null, period: of?.period ?? null, state: "to-come" };
  });
  return [...asked, ...toCome].sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
}

function stateOf({ amount, paid, due, suspended }: Billed, today: Day): Payment["state"] {
  if (paid >= amount) return "paid";
  if (suspended) return "suspended";
  if (due < today) return "late";
  return paid > 0 ? "part" : "asked";
}
