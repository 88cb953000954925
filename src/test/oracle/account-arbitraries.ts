/** Accounts of one debtor: few cents, few days, so that what is due, paid, returned and corrected meets on the same day. */
import * as fc from "fast-check";
import { account } from "./account.ts";
import type { AccountAnswer, AccountCredit, AccountInput, AccountInvoice, AccountPayment } from "./contract-figures.ts";
import { dayOf, numberOf } from "./days.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;
type Refund = NonNullable<AccountInput["refunds"]>[number];
type Adjustment = NonNullable<AccountInput["adjustments"]>[number];
type Dispute = NonNullable<AccountInput["disputes"]>[number];

const MOST = 1_000_000_000;
const small = fc.integer({ min: 1, max: 12 });
/** Mostly some cents; thousands that penalties can tell apart; those whose penalty is a half after a day; the greatest. */
const amount = fc.oneof(
  { arbitrary: small, weight: 8 },
  { arbitrary: fc.constantFrom(365, 1_825), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 400_000 }), weight: 4 },
  { arbitrary: fc.constantFrom(MOST - 1, MOST), weight: 1 },
);
const rate = fc.oneof(fc.constantFrom(0, 1, 1_000, 5_000, 5_000, 9_999, 10_000), fc.integer({ min: 0, max: 10_000 }));
/** The first two differ by UTF-16 unit otherwise than by code point. */
const NAMES = ["\uff5e", "\u{1f393}", "F-2", "F-10"];
const name = fc.oneof(fc.constantFrom(...NAMES), shortText);
const names = fc.oneof(fc.uniqueArray(name, { maxLength: 4 }), fc.shuffledSubarray(NAMES));

/** How long the account runs: some days, the weeks of three reminders, now and then years. */
const length = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 6 }), weight: 4 },
  { arbitrary: fc.integer({ min: 7, max: 120 }), weight: 6 },
  { arbitrary: fc.integer({ min: 0, max: 3_000 }), weight: 1 },
);

/** A day of the account, thick at its beginning and its end. */
const dayWithin = (first: string, back: number): Arb<string> =>
  fc
    .oneof(
      fc.integer({ min: 0, max: Math.min(back, 4) }),
      fc.integer({ min: 0, max: back }),
      fc.integer({ min: Math.max(0, back - 2), max: back }),
    )
    .map((at) => shift(first, at));
const notBefore = (first: string, day: string) => (day < first ? first : day);

/** Due at once, within the account, around the days from which reminders go, and after the day of the question. */
const dueOf = (on: string, back: number): Arb<string> =>
  fc
    .oneof(
      fc.integer({ min: 0, max: back }),
      fc.tuple(fc.constantFrom(0, 8, 23, 45), fc.integer({ min: -1, max: 1 })).map(([days, by]) => days + by),
      fc.integer({ min: -60, max: 0 }),
    )
    .map((before) => shift(on, -before));

const invoicesOf = (on: string, first: string, back: number): Arb<AccountInvoice[]> =>
  fc
    .tuple(
      names,
      fc.array(fc.record({ on: dayWithin(first, back), due: dueOf(on, back), amount, alone: fc.boolean() }), {
        minLength: 4,
        maxLength: 4,
      }),
    )
    .map(([numbers, facts]) =>
      numbers.map((number, at) => {
        const { on: issued, amount: asked, due, alone } = facts[at]!;
        // Several are often due on one day.
        return { number, on: issued, due: notBefore(issued, alone ? due : facts[0]!.due), amount: asked };
      }),
    );

/** Never above their invoice in all, as often as not to the cent. */
const creditsOf = (invoices: AccountInvoice[], first: string, back: number): Arb<AccountCredit[]> => {
  if (invoices.length === 0) return fc.constant([]);
  const facts = fc.record({
    of: fc.constantFrom(...invoices),
    on: dayWithin(first, back),
    amount: fc.oneof(amount, fc.constant(MOST)),
  });
  return fc
    .tuple(names, fc.array(facts, { minLength: 4, maxLength: 4 }))
    .map(([numbers, all]) => {
      const left = new Map(invoices.map(({ number, amount: asked }) => [number, asked]));
      return numbers.flatMap((number, at) => {
        const { of, on, amount: wanted } = all[at]!;
        const given = Math.min(wanted, left.get(of.number)!);
        left.set(of.number, left.get(of.number)! - given);
        return given === 0
          ? []
          : [{ number: `A${number}`.slice(0, 9), on: notBefore(of.on, on), of: of.number, amount: given }];
      });
    })
    .map((credits) => credits.filter((each, at) => at === credits.findIndex(({ number }) => number === each.number)));
};

const paymentsOf = (invoices: AccountInvoice[], first: string, back: number): Arb<AccountPayment[]> => {
  const named = fc.option(invoices.length === 0 ? fc.constant(undefined) : fc.constantFrom(...invoices), {
    nil: undefined,
    freq: 2,
  });
  const exact = fc.constantFrom(0, ...invoices.map((each) => each.amount));
  const facts = fc.record({ on: dayWithin(first, back), amount, exact, named });
  const several = fc.oneof(
    { arbitrary: fc.array(facts, { maxLength: 2 }), weight: 1 },
    { arbitrary: fc.array(facts, { maxLength: 6 }), weight: 3 },
  );
  return several.map((all) =>
    all.map((one, at) => ({
      id: `p${at}`,
      on: one.on,
      amount: one.exact > 0 ? one.exact : one.amount,
      ...(one.named && { for: one.named.number }),
    })),
  );
};

const returnedOf = (payments: AccountPayment[], first: string, back: number) =>
  fc
    .tuple(
      fc.subarray(payments, { maxLength: Math.min(2, payments.length) }),
      fc.array(dayWithin(first, back), { minLength: 2, maxLength: 2 }),
    )
    .map(([bounced, days]) => bounced.map(({ id, on }, at) => ({ on: notBefore(on, days[at]!), payment: id })));

const adjustmentsOf = (invoices: AccountInvoice[], first: string, back: number): Arb<Adjustment[]> => {
  if (invoices.length === 0) return fc.constant([]);
  const one = fc
    .record({
      of: fc.constantFrom(...invoices),
      on: dayWithin(first, back),
      amount: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 4 }, { arbitrary: amount, weight: 1 }),
      reason: fc.constantFrom("rounding" as const, "bad-debt" as const),
    })
    .map(({ of, on, ...rest }) => ({ number: of.number, on: notBefore(of.on, on), ...rest }));
  return fc.oneof(
    { arbitrary: fc.constant<Adjustment[]>([]), weight: 2 },
    { arbitrary: fc.array(one, { maxLength: 3 }), weight: 1 },
  );
};

/** Some end before they begin: those never hold. */
const disputesOf = (invoices: AccountInvoice[], on: string): Arb<Dispute[]> => {
  if (invoices.length === 0) return fc.constant([]);
  const near = fc.integer({ min: -2, max: 2 }).map((by) => shift(on, by));
  const one = fc.record(
    { number: fc.constantFrom(...invoices).map(({ number }) => number), from: near, to: near },
    { requiredKeys: ["number", "from"] },
  );
  return fc.oneof(
    { arbitrary: fc.constant<Dispute[]>([]), weight: 3 },
    { arbitrary: fc.array(one, { maxLength: 3 }), weight: 1 },
  );
};

/** A refund of what is left of a payment or a credit on some day, now and then of one cent more. */
const withRefunds = (input: AccountInput, first: string, back: number): Arb<AccountInput> => {
  const wish = fc.record({
    on: dayWithin(first, back),
    source: fc.nat(9),
    kept: fc.constantFrom(0, 0, 1, 2, -1),
    blind: fc.integer({ min: 0, max: 11 }),
  });
  const wishes = fc.oneof(
    { arbitrary: fc.constant([]), weight: 1 },
    { arbitrary: fc.array(wish, { maxLength: 2 }), weight: 2 },
  );
  return wishes.map((all) => {
    let refunds: Refund[] = [];
    const sources = [
      ...(input.payments ?? []).map(({ id }) => id),
      ...(input.credits ?? []).map(({ number }) => number),
    ];
    for (const { on, source, kept, blind } of all) {
      const answer = asOf({ ...input, refunds }, on);
      const free = "error" in answer ? [] : leftOver(answer, input.credits ?? []);
      const found = free[source % Math.max(1, free.length)];
      if (blind === 0 && sources.length > 0)
        refunds = [...refunds, { on, from: sources[source % sources.length]!, amount: 1 + source }];
      else if (found)
        refunds = [...refunds, { on, from: found.from, amount: Math.min(MOST, Math.max(1, found.left - kept)) }];
    }
    return refunds.length === 0 ? input : { ...input, refunds };
  });
};

function asOf(input: AccountInput, on: string) {
  const known = <T extends { on: string }>(list: T[] = []) => list.filter((each) => each.on <= on);
  const payments = known(input.payments).map(({ for: named, ...rest }) => {
    const issued = known(input.invoices).some(({ number }) => number === named);
    return named !== undefined && issued ? { ...rest, for: named } : rest;
  });
  return account({
    ...input,
    on,
    invoices: known(input.invoices),
    credits: known(input.credits),
    payments,
    returned: known(input.returned),
    adjustments: known(input.adjustments),
    refunds: known(input.refunds),
    disputes: [],
  });
}

/** What is available that is no payment's is the credits'. */
function leftOver({ payments, available }: AccountAnswer, credits: AccountCredit[]): { from: string; left: number }[] {
  const ofPayments = payments.filter(({ left }) => left > 0).map(({ id, left }) => ({ from: id, left }));
  const ofCredits = available - ofPayments.reduce((sum, { left }) => sum + left, 0);
  return [
    ...ofPayments,
    ...credits.filter(() => ofCredits > 0).map(({ number }) => ({ from: number, left: ofCredits })),
  ];
}

export const accountInput: Arb<AccountInput> = common((on) =>
  length.chain((days) => {
    const first = shift(on, -days);
    const back = numberOf(on) - numberOf(first);
    return invoicesOf(on, first, back)
      .chain((invoices) =>
        fc.tuple(fc.constant(invoices), paymentsOf(invoices, first, back), creditsOf(invoices, first, back)),
      )
      .chain(([invoices, payments, credits]) =>
        fc.record(
          {
            professional: fc.oneof(
              { arbitrary: fc.constant(true), weight: 4 },
              { arbitrary: fc.constant(false), weight: 1 },
            ),
            invoices: fc.constant(invoices),
            rate,
            byReference: fc.boolean(),
            payments: fc.constant(payments),
            credits: fc.constant(credits),
            returned: returnedOf(payments, first, back),
            adjustments: adjustmentsOf(invoices, first, back),
            disputes: disputesOf(invoices, on),
          },
          { requiredKeys: ["professional", "invoices", "rate", "payments"] },
        ),
      )
      .map((facts) => ({ id: "a", on: dayOf(numberOf(on)), ...facts }))
      .chain((facts) => withRefunds(facts as AccountInput, first, back))
      .map(({ id: _id, on: _on, ...facts }) => facts);
  }),
);
