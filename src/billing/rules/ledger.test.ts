import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays } from "../../kit/day.ts";
import { type ChargeState, chargeState } from "./charge-state.ts";
import { ledger, type Ledger, type LedgerFacts } from "./ledger.ts";

const none = {
  byReference: false,
  charges: [],
  payments: [],
  returned: [],
  waivers: [],
  refunds: [],
  adjustments: [],
} as const;
const charge = (id: string, total: number, more: Partial<LedgerFacts["charges"][number]> = {}) => ({
  id,
  total,
  on: "2027-01-01",
  dueOn: "2027-01-31",
  suspended: false,
  ...more,
});
const payment = (id: string, amount: number, name: string | null, on = "2027-02-01") => ({
  id,
  charge: name,
  amount,
  on,
});

function kept(facts: Partial<LedgerFacts>): Ledger {
  const found = ledger({ ...none, ...facts });
  if ("impossible" in found) throw new Error(found.impossible);
  return found;
}
const states = (facts: Partial<LedgerFacts>) =>
  Object.fromEntries([...kept(facts).charges].map(([id, { state, balance }]) => [id, [state, balance]]));

describe("the ledger of one debtor", () => {
  it("gives what was paid too much of one charge to the oldest other", () => {
    const facts = {
      charges: [charge("a", 160_00), charge("b", 100_00, { dueOn: "2027-03-01" })],
      payments: [payment("p", 300_00, "a")],
    };
    deepEqual(states(facts), { a: ["over-paid", -40_00], b: ["paid", 0] });
    equal(kept(facts).available, 40_00);
    deepEqual(kept(facts).payments.get("p"), {
      allocated: [
        { charge: "a", amount: 160_00 },
        { charge: "b", amount: 100_00 },
      ],
      left: 40_00,
    });
  });

  it("keeps what names no charge until one is owed", () => {
    const payments = [payment("p", 100_00, null, "2026-12-01")];
    equal(kept({ payments }).available, 100_00);
    deepEqual(states({ payments, charges: [charge("a", 160_00)] }), { a: ["part-paid", 60_00] });
  });

  it("opens again what a bounced payment had served, wherever it went", () => {
    const facts = {
      charges: [charge("a", 160_00), charge("b", 100_00)],
      payments: [payment("p", 260_00, "a")],
      returned: [{ payment: "p", on: "2027-02-10" }],
    };
    deepEqual(states(facts), { a: ["owed", 160_00], b: ["owed", 100_00] });
  });

  it("lets no later debt take what was refunded", () => {
    const facts = {
      charges: [charge("a", 160_00), charge("b", 100_00, { on: "2027-02-05", dueOn: "2027-02-20" })],
      payments: [payment("p", 200_00, "a")],
      refunds: [{ id: "r", charge: "a", from: null, amount: 40_00, on: "2027-02-05" }],
    };
    deepEqual(states(facts), { a: ["paid", 0], b: ["owed", 100_00] });
  });

  it("refunds what a waiver left over, and what names no charge", () => {
    const facts = {
      charges: [charge("a", 160_00)],
      payments: [payment("p", 160_00, "a"), payment("q", 30_00, null)],
      waivers: [{ id: "w", charge: "a", amount: 160_00, on: "2027-02-03" }],
    };
    equal(kept(facts).available, 190_00);
    const refunds = [
      { id: "r", charge: "a", from: null, amount: 160_00, on: "2027-02-05" },
      { id: "s", charge: null, from: "q", amount: 30_00, on: "2027-02-05" },
    ];
    deepEqual(states({ ...facts, refunds }), { a: ["refunded", 0] });
    equal(kept({ ...facts, refunds }).available, 0);
  });

  it("is the same whatever the order in which facts of one day were written", () => {
    const facts = {
      charges: [charge("a", 100_00), charge("b", 100_00, { dueOn: "2027-02-15" })],
      payments: [payment("p", 70_00, null), payment("q", 50_00, "b")],
    };
    deepEqual(states(facts), { a: ["part-paid", 30_00], b: ["part-paid", 50_00] });
  });
});

describe("a debtor of one charge", () => {
  const cents = fc.integer({ min: 1, max: 300 });
  const days = fc.integer({ min: 0, max: 9 }).map((after) => addDays("2027-01-15", after));
  const fact = fc.record({ amount: cents, on: days });
  const facts = fc.record({
    total: cents,
    payments: fc.array(fc.record({ amount: cents, on: days, reversed: fc.boolean() }), { maxLength: 4 }),
    waivers: fc.array(fact, { maxLength: 3 }),
    refunds: fc.array(fact, { maxLength: 3 }),
    suspended: fc.boolean(),
  });

  it("stands as their charge stood before accounts were of debtors", () => {
    fc.assert(
      fc.property(facts, ({ total, payments, waivers, refunds, suspended }) => {
        fc.pre(waivers.reduce((sum, { amount }) => sum + amount, 0) <= total);
        const before: ChargeState = chargeState({ total, dueOn: "2027-01-31", payments, waivers, refunds, suspended });
        const now = kept({
          charges: [charge("a", total, { suspended })],
          payments: payments.flatMap(({ amount, on, reversed }, at) =>
            reversed ? [] : [payment(`p${String(at)}`, amount, "a", on)],
          ),
          waivers: waivers.map((one, at) => ({ ...one, id: `w${String(at)}`, charge: "a" })),
          refunds: refunds.map((one, at) => ({ ...one, id: `r${String(at)}`, charge: "a", from: null })),
        });
        deepEqual(now.charges.get("a"), before);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("a payment that bounced", () => {
  it("has never paid; what was given back of it is owed with the rest", () => {
    const found = kept({
      charges: [charge("a", 6000)],
      payments: [payment("p", 10000, "a")],
      refunds: [{ id: "r", charge: "a", from: null, amount: 4000, on: "2027-02-20" }],
      returned: [{ payment: "p", on: "2027-02-21" }],
    });
    equal(found.charges.get("a")!.balance, 10000);
    equal(found.open, 10000);
  });

  it("leaves what another payment paid", () => {
    const found = kept({
      charges: [charge("a", 6000)],
      payments: [payment("p", 6000, "a"), payment("q", 4000, "a")],
      refunds: [{ id: "r", charge: "a", from: null, amount: 4000, on: "2027-02-20" }],
      returned: [{ payment: "q", on: "2027-02-21" }],
    });
    equal(found.charges.get("a")!.balance, 4000);
  });
});

describe("a write-off", () => {
  const lost = (amount: number, on: string) => ({ id: "j", charge: "a", amount, on, reason: "bad-debt" as const });

  it("closes what is open; what is paid later is to spare", () => {
    const facts = {
      charges: [charge("a", 160_00)],
      payments: [payment("p", 60_00, "a"), payment("q", 30_00, "a", "2027-05-01")],
      adjustments: [lost(100_00, "2027-04-01")],
    };
    deepEqual(states(facts), { a: ["over-paid", -30_00] });
    equal(kept(facts).available, 30_00);
    deepEqual(states({ ...facts, payments: facts.payments.slice(0, 1) }), { a: ["written-off", 0] });
  });

  it("lapses as far as the charge turns out to be paid before its day", () => {
    const facts = {
      charges: [charge("a", 160_00)],
      payments: [payment("p", 60_00, "a"), payment("q", 30_00, "a", "2027-03-31")],
      adjustments: [lost(100_00, "2027-04-01")],
    };
    equal(kept(facts).adjustments.get("j"), 70_00);
    deepEqual(states(facts), { a: ["written-off", 0] });
    const all = { ...facts, payments: [...facts.payments, payment("r", 70_00, "a", "2027-03-31")] };
    equal(kept(all).adjustments.get("j"), undefined);
    deepEqual(states(all), { a: ["paid", 0] });
  });
});

describe("a debtor that pays by dossier", () => {
  it("pays what it names and nothing else; what it names none of waits", () => {
    const facts = {
      byReference: true,
      charges: [charge("a", 100_00), charge("b", 100_00)],
      payments: [payment("p", 120_00, "a"), payment("q", 50_00, null)],
    };
    deepEqual(states(facts), { a: ["over-paid", -20_00], b: ["owed", 100_00] });
    deepEqual([kept(facts).available, kept(facts).unnamed], [70_00, 50_00]);
  });
});

describe("the account of a debtor", () => {
  const cents = fc.integer({ min: 1, max: 300 });
  const days = fc.integer({ min: 0, max: 9 }).map((after) => addDays("2027-01-15", after));
  const which = fc.constantFrom("a", "b", "c");
  const named = fc.array(fc.record({ amount: cents, on: days, charge: which }), { maxLength: 4 });
  const random = fc.record({
    byReference: fc.boolean(),
    charges: fc.tuple(cents, cents, cents),
    payments: fc.array(
      fc.record({ amount: cents, on: days, charge: fc.option(which), bounced: fc.boolean(), back: fc.nat(300) }),
      { maxLength: 6 },
    ),
    waivers: named,
    refunds: named,
    adjustments: named,
  });

  it("is the bank's: what came in less what was given back is what was paid and what is to spare", () => {
    let met = 0;
    fc.assert(
      fc.property(random, ({ byReference, charges, ...more }) => {
        const id = (kind: string, at: number) => `${kind}${String(at)}`;
        const payments = more.payments.map(({ amount, on, charge: name }, at) =>
          payment(id("p", at), amount, name, on),
        );
        const given = {
          ...none,
          byReference,
          charges: charges.map((amount, at) => charge("abc"[at]!, amount, { on: "2027-01-15" })),
          payments,
          returned: more.payments.flatMap(({ bounced, on }, at) => (bounced ? [{ payment: id("p", at), on }] : [])),
          waivers: more.waivers.map((one, at) => ({ ...one, id: id("w", at) })),
          adjustments: more.adjustments.map((one, at) => ({ ...one, id: id("j", at), reason: "bad-debt" as const })),
        };
        const before = ledger(given);
        fc.pre(!("impossible" in before));
        const refunds = [
          // Given back of a charge: at most what came for it.
          ...more.refunds.flatMap((one, at) => {
            const { paid } = before.charges.get(one.charge)!;
            return at > 0 || paid <= 0
              ? []
              : [{ ...one, id: id("r", at), from: null, amount: Math.min(one.amount, paid) }];
          }),
          // And of a payment that names none: at most what it has to spare.
          ...more.payments.flatMap(({ charge: name, back, on }, at) => {
            const left = name === null ? (before.payments.get(id("p", at))?.left ?? 0) : 0;
            const amount = Math.min(back, left);
            return amount > 0 ? [{ id: id("f", at), charge: null, from: id("p", at), amount, on }] : [];
          }),
        ];
        const found = ledger({ ...given, refunds });
        fc.pre(!("impossible" in found));
        met += 1;
        const sum = (list: readonly { readonly amount: number }[]) => list.reduce((all, { amount }) => all + amount, 0);
        const stayed = payments.filter((_, at) => !more.payments[at]!.bounced);
        const states = [...found.charges.values()];
        const paid = states.reduce((all, one) => all + one.paid - one.refunded, 0);
        equal(sum(stayed) - sum(refunds), paid + found.unnamed);
        equal(
          states.reduce((all, { balance }) => all + Math.max(0, balance), 0),
          found.open,
        );
        equal(found.unnamed - states.reduce((all, { balance }) => all + Math.min(0, balance), 0), found.available);
        for (const { allocated, left } of found.payments.values())
          ok(left >= 0 && allocated.every(({ amount }) => amount > 0));
      }),
      { numRuns: 3_000 },
    );
    ok(met > 1_000, String(met));
  });
});

describe("the sums of a ledger", () => {
  const cents = fc.integer({ min: 1, max: 300 });
  const days = fc.integer({ min: 0, max: 9 }).map((after) => addDays("2027-01-15", after));
  const which = fc.constantFrom("a", "b", "c");
  const facts = fc.record({
    charges: fc.tuple(cents, cents, cents),
    payments: fc.array(fc.record({ amount: cents, on: days, charge: fc.option(which) }), { maxLength: 6 }),
  });

  it("lose nothing: what came in serves a charge or is available", () => {
    fc.assert(
      fc.property(facts, ({ charges, payments }) => {
        const total = charges.reduce((sum, one) => sum + one, 0);
        const came = payments.reduce((sum, { amount }) => sum + amount, 0);
        const found = kept({
          charges: charges.map((amount, at) => charge("abc"[at]!, amount, { on: "2027-01-18" })),
          payments: payments.map(({ amount, on, charge: name }, at) => payment(`p${String(at)}`, amount, name, on)),
        });
        equal(total - found.open, came - found.available);
        ok(found.open === 0 || found.available === 0);
        equal(
          [...found.charges.values()].reduce((sum, one) => sum + Math.max(0, one.balance), 0),
          found.open,
        );
      }),
    );
  });
});
