/**
 * What one debtor owes and has paid, charge by charge, from dated facts: the account allocates what came in, first to the charge that a
 * payment names, then to the oldest debt. What comes out does not depend on the day it is read.
 */
import { type AccountAnswer, type AccountInput, accountRule } from "../../decisions/account/rule.ts";
import type { Day } from "../../kit/day.ts";
import { type ChargeState, chargeStateName } from "./charge-state.ts";

type Fact = { readonly id: string; readonly amount: number; readonly on: Day };
/** Amounts are positive cents. */
export type LedgerFacts = {
  /** A fund pays dossier by dossier: a payment serves what it names and nothing else. */
  readonly byReference: boolean;
  readonly charges: readonly {
    readonly id: string;
    readonly total: number;
    readonly on: Day;
    /** As it stands, perhaps put off. */
    readonly dueOn: Day;
    /** It is not decided yet what becomes of it. */
    readonly suspended: boolean;
  }[];
  /** `charge`: the one that it names, if any. */
  readonly payments: readonly (Fact & { readonly charge: string | null })[];
  /** Payments that bounced: they came, and have never paid. */
  readonly returned: readonly { readonly payment: string; readonly on: Day }[];
  readonly waivers: readonly (Fact & { readonly charge: string })[];
  /** Of a charge; `from`: of a payment that names none. */
  readonly refunds: readonly (Fact & { readonly charge: string | null; readonly from: string | null })[];
  /** Written off, in cents: a rounding difference or a bad debt. */
  readonly adjustments: readonly (Fact & { readonly charge: string; readonly reason: Reason })[];
};
type Reason = NonNullable<AccountInput["adjustments"]>[number]["reason"];
type Charge = LedgerFacts["charges"][number];

type Serves = {
  readonly allocated: readonly { readonly charge: string; readonly amount: number }[];
  readonly left: number;
};
export type Ledger = {
  readonly charges: ReadonlyMap<string, ChargeState>;
  readonly payments: ReadonlyMap<string, Serves>;
  readonly waivers: ReadonlyMap<string, Serves>;
  /** What each gives up: less than it says where the charge turned out to be paid before that day. */
  readonly adjustments: ReadonlyMap<string, number>;
  /** Paid, and serving nothing. */
  readonly available: number;
  /** The part of it that named no charge. */
  readonly unnamed: number;
  /** By charge: what is open, less what its credits have too much. */
  readonly owed: ReadonlyMap<string, number>;
  readonly open: number;
};
/** A fact that the account does not allow, by its place among the facts. */
export type Impossible = { readonly impossible: string };

const decide = accountRule({ levels: [], recovery: 0 });

/** The same facts for the decision `account`: without what was given back wholly, and with adjustments as far as they hold. */
export function accountInput(facts: LedgerFacts) {
  const input = inputOf(facts, backOf(facts));
  const adjustments = fitting(input).map(({ on, number, amount, reason }) => ({ on, number, amount, reason }));
  const payments = input.payments.filter(({ amount }) => amount > 0);
  const returned = input.returned.filter(({ payment }) => payments.some(({ id }) => id === payment));
  return { ...input, payments, returned, adjustments };
}

function backOf(facts: LedgerFacts): Map<string, GivenBack> {
  return new Map(facts.charges.map((charge) => [charge.id, givenBack(facts, charge)]));
}

export function ledger(facts: LedgerFacts): Ledger | Impossible {
  const back = backOf(facts);
  const input = inputOf(facts, back);
  const adjustments = fitting(input);
  const account = decide({ ...input, adjustments });
  if ("code" in account) return { impossible: account.path };
  const open = new Map(account.invoices.map((one) => [one.number, one.open]));
  const left = leftBy(facts, account);
  return {
    charges: new Map(
      facts.charges.map((charge) => {
        const owed = open.get(charge.id)!;
        const balance = owed > 0 ? owed : 0 - (left.get(charge.id) ?? 0);
        return [charge.id, stateOf(charge, facts, { balance, givenUp: back.get(charge.id)!.givenUp, adjustments })];
      }),
    ),
    payments: new Map(account.payments.map(({ id, ...served }) => [id, servesOf(served)])),
    waivers: new Map(account.credits.map(({ number, ...served }) => [number, servesOf(served)])),
    adjustments: new Map(adjustments.map(({ id, amount }) => [id, amount])),
    available: account.available,
    unnamed: sum(
      account.payments
        .filter(({ id }) => facts.payments.some((one) => one.id === id && one.charge === null))
        .map(({ left: amount }) => ({ amount })),
    ),
    owed: owedBy(facts, account),
    open: account.open,
  };
}

function owedBy({ waivers }: LedgerFacts, { invoices, credits }: AccountAnswer): Map<string, number> {
  const chargeOf = new Map(waivers.map(({ id, charge }) => [id, charge]));
  const owed = new Map(invoices.map(({ number, open }) => [number, open]));
  for (const { number, left } of credits) {
    const charge = chargeOf.get(number) ?? number.slice(GIVEN_UP.length);
    owed.set(charge, owed.get(charge)! - left);
  }
  return owed;
}

type Adjusting = NonNullable<AccountInput["adjustments"]>[number] & { readonly id: string };

/**
 * The adjustments as far as the account allows them. A payment dated before a loss may come to be known after it, and a due day put off
 * may lead a payment elsewhere: what is paid is not lost.
 */
function fitting({ adjustments, ...input }: Input): Adjusting[] {
  const fit: Adjusting[] = [];
  for (const one of adjustments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (!("code" in decide({ ...input, adjustments: [...fit, one] }))) {
      fit.push(one);
      continue;
    }
    const open = openOn(one, { ...input, adjustments: fit });
    if (open > 0) fit.push({ ...one, amount: Math.min(one.amount, open) });
  }
  return fit;
}

/** What was open of its charge at the end of its day. */
function openOn({ on, number }: Adjusting, input: Input): number {
  const until = <T extends { readonly on: Day }>(list: readonly T[]) => list.filter((one) => one.on <= on);
  const account = decide({
    ...input,
    invoices: until(input.invoices),
    credits: until(input.credits),
    payments: until(input.payments),
    returned: until(input.returned),
    adjustments: until(input.adjustments),
    on,
  });
  return "code" in account ? 0 : (account.invoices.find((one) => one.number === number)?.open ?? 0);
}

/** `paid`: what was received for the charge, what was refunded included; what went on to other charges is theirs. */
function stateOf(
  { id, total, dueOn, suspended }: Charge,
  facts: LedgerFacts,
  { balance, givenUp, adjustments }: Stands,
): ChargeState {
  const own = adjustments.filter(({ number }) => number === id);
  const writtenOff = sum(own);
  const lost = own.some(({ reason }) => reason === "bad-debt");
  const waived = sum(facts.waivers.filter(({ charge }) => charge === id));
  const refunded = sum(facts.refunds.filter(({ charge }) => charge === id));
  const paid = total - waived - givenUp - writtenOff - balance + refunded;
  return {
    state: chargeStateName({ balance, paid, waived, refunded, lost }),
    total,
    paid,
    waived,
    refunded,
    writtenOff,
    balance,
    dueOn,
    suspended: suspended && balance > 0,
  };
}

type Stands = {
  readonly balance: number;
  readonly givenUp: number;
  readonly adjustments: readonly Adjusting[];
};

type GivenBack = {
  readonly charge: string;
  /** Refunded, and no longer owed. */
  readonly givenUp: number;
  /** Refunded of what came in, by payment. */
  readonly taken: ReadonlyMap<string, number>;
  /** Refunded although it never came in: a payment was refunded, then taken back or bounced. It is owed. */
  readonly lent: number;
  readonly on: Day;
};

/** A refund first gives back what was paid too much of its charge; beyond that it also gives the debt up. */
function givenBack(
  { payments, returned, waivers, refunds, adjustments }: LedgerFacts,
  { id, total, on }: Charge,
): GivenBack {
  const own = refunds.filter((one) => one.charge === id);
  const refunded = sum(own);
  const came = payments.filter(({ charge }) => charge === id);
  const stayed = came.filter((one) => !returned.some(({ payment }) => payment === one.id));
  const lowered = [...waivers, ...adjustments].filter(({ charge }) => charge === id);
  const owed = Math.max(0, total - sum(lowered));
  const taken = new Map<string, number>();
  let toTake = refunded;
  for (const payment of stayed.toReversed()) {
    const amount = Math.min(toTake, payment.amount);
    if (amount > 0) taken.set(payment.id, amount);
    toTake -= amount;
  }
  const tooMuch = Math.max(0, sum(came) - owed);
  return {
    charge: id,
    givenUp: Math.max(0, refunded - tooMuch),
    taken,
    lent: toTake,
    on: own.reduce((last, one) => (one.on > last ? one.on : last), on),
  };
}

type Input = Omit<AccountInput, "adjustments"> &
  Required<Pick<AccountInput, "credits" | "payments" | "returned">> & { readonly adjustments: readonly Adjusting[] };

/** What was refunded never serves: it is taken off its payment from the start, so that no later debt can take it. */
function inputOf(facts: LedgerFacts, back: ReadonlyMap<string, GivenBack>): Input {
  const taken = new Map([...back.values()].flatMap((one) => [...one.taken]));
  for (const { from, amount } of facts.refunds) if (from !== null) taken.set(from, (taken.get(from) ?? 0) + amount);
  const invoices = facts.charges.map(({ id, total, on, dueOn }) => ({
    number: id,
    on,
    due: dueOn < on ? on : dueOn,
    amount: total + back.get(id)!.lent,
  }));
  const credits = [
    ...facts.waivers.map(({ id, charge, amount, on }) => ({ number: id, of: charge, amount, on })),
    ...[...back.values()].flatMap(({ charge, givenUp, on }) =>
      givenUp > 0 ? [{ number: GIVEN_UP + charge, of: charge, amount: givenUp, on }] : [],
    ),
  ];
  const payments = facts.payments.map(({ id, charge, amount, on }) => ({
    id,
    on,
    amount: amount - (taken.get(id) ?? 0),
    ...(charge !== null && { for: charge }),
  }));
  const adjustments = facts.adjustments.map(({ id, charge, ...one }) => ({ ...one, id, number: charge }));
  const days = [invoices, credits, payments, facts.returned, adjustments].flatMap((list) => list.map(({ on }) => on));
  return {
    id: "ledger",
    on: days.reduce((last, day) => (day > last ? day : last), ""),
    professional: false,
    byReference: facts.byReference,
    invoices,
    credits,
    payments,
    returned: facts.returned,
    adjustments,
  };
}

/** The number of the credit that a refund comes to. */
const GIVEN_UP = "given up ";

/** What is left of the payments that name a charge, and of its waivers. */
function leftBy({ payments, waivers }: LedgerFacts, account: AccountAnswer): Map<string, number> {
  const chargeOf = new Map<string, string | null>([...payments, ...waivers].map(({ id, charge }) => [id, charge]));
  for (const { number } of account.credits)
    if (!chargeOf.has(number)) chargeOf.set(number, number.slice(GIVEN_UP.length));
  const left = new Map<string, number>();
  for (const { id, left: amount } of [
    ...account.payments,
    ...account.credits.map((one) => ({ ...one, id: one.number })),
  ]) {
    const charge = chargeOf.get(id);
    if (charge) left.set(charge, (left.get(charge) ?? 0) + amount);
  }
  return left;
}

function servesOf({ allocated, left }: Pick<AccountAnswer["payments"][number], "allocated" | "left">): Serves {
  return { allocated: allocated.map(({ number, amount }) => ({ charge: number, amount })), left };
}

function sum(facts: readonly { readonly amount: number }[]): number {
  return facts.reduce((total, { amount }) => total + amount, 0);
}
