import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { allows } from "../../kit/machine.ts";
import { CHARGE, type ChargeFacts, chargeState, refundable } from "./charge-state.ts";

const amounts = (...all: number[]) => all.map((amount) => ({ amount }));
const paid = (...all: number[]) => all.map((amount) => ({ amount, reversed: false }));
const state = (facts: Partial<ChargeFacts>) => {
  const found = chargeState({ total: 160_00, dueOn: "2027-01-15", payments: [], waivers: [], refunds: [], ...facts });
  return [found.state, found.balance];
};

describe("the state of a charge", () => {
  it("is owed, then part-paid, paid and over-paid as payments come", () => {
    assert.deepEqual(state({}), ["owed", 160_00]);
    assert.deepEqual(state({ payments: paid(1) }), ["part-paid", 159_99]);
    assert.deepEqual(state({ payments: paid(50_00, 109_99) }), ["part-paid", 1]);
    assert.deepEqual(state({ payments: paid(50_00, 110_00) }), ["paid", 0]);
    assert.deepEqual(state({ payments: paid(160_00, 160_00) }), ["over-paid", -160_00]);
  });

  it("is owed again when a payment is taken back", () => {
    assert.deepEqual(state({ payments: [{ amount: 160_00, reversed: true }] }), ["owed", 160_00]);
    assert.deepEqual(state({ payments: [{ amount: 160_00, reversed: true }, ...paid(160_00)] }), ["paid", 0]);
  });

  it("is waived when all of it is given up and nothing was paid", () => {
    assert.deepEqual(state({ waivers: amounts(160_00) }), ["waived", 0]);
    assert.deepEqual(state({ waivers: amounts(110_00) }), ["owed", 50_00]);
    assert.deepEqual(state({ waivers: amounts(110_00), payments: paid(50_00) }), ["paid", 0]);
    assert.deepEqual(state({ waivers: amounts(160_00), payments: paid(50_00) }), ["over-paid", -50_00]);
  });

  it("is paid once what was too much is refunded", () => {
    assert.deepEqual(state({ payments: paid(160_00, 160_00), refunds: amounts(160_00) }), ["paid", 0]);
    assert.deepEqual(state({ payments: paid(200_00), refunds: amounts(10_00) }), ["over-paid", -30_00]);
  });

  it("is not owed again by who is paid back", () => {
    assert.deepEqual(state({ payments: paid(160_00), refunds: amounts(160_00) }), ["refunded", 0]);
    const failed = amounts(160_00).map((one) => ({ ...one, failed: true }));
    assert.deepEqual(state({ payments: paid(160_00), refunds: failed }), ["paid", 0]);
    assert.deepEqual(state({ payments: paid(160_00), refunds: amounts(110_00) }), ["paid", 0]);
  });

  it("is owed by who was paid back a cheque that then bounced", () => {
    const payments = [{ amount: 160_00, reversed: true }];
    assert.deepEqual(state({ payments, refunds: amounts(160_00) }), ["owed", 160_00]);
  });
});

describe("the table of what may be done to a charge", () => {
  const cents = fc.integer({ min: 1, max: 300 });
  const facts = fc.record({
    total: cents,
    dueOn: fc.constant("2027-01-15"),
    payments: fc.array(fc.record({ amount: cents, reversed: fc.boolean() }), { maxLength: 3 }),
    waivers: fc.array(fc.record({ amount: cents }), { maxLength: 2 }),
    refunds: fc.array(fc.record({ amount: cents, failed: fc.boolean() }), { maxLength: 2 }),
  });
  const gone = <T>(list: readonly T[], at: number, by?: T) => list.flatMap((one, i) => (i === at ? (by ?? []) : one));
  /** What each does to the facts, where their amounts allow it. */
  // A write-off is no fact of one charge alone: the ledger's tests have it.
  const done: Record<
    Exclude<keyof typeof CHARGE.moves, "written-off">,
    (before: ChargeFacts) => ChargeFacts | undefined
  > = {
    paid: (b) => ({ ...b, payments: [...b.payments, { amount: 1, reversed: false }] }),
    reversed: (b) => {
      const at = b.payments.findIndex(({ reversed }) => !reversed);
      return at < 0 ? undefined : { ...b, payments: gone(b.payments, at, { ...b.payments[at]!, reversed: true }) };
    },
    refunded: (b) =>
      refundable(chargeState(b)) > 0 ? { ...b, refunds: [...b.refunds, { amount: 1, failed: false }] } : undefined,
    waived: (b) => (chargeState(b).waived < b.total ? { ...b, waivers: [...b.waivers, { amount: 1 }] } : undefined),
    unwaived: (b) => (b.waivers.length > 0 ? { ...b, waivers: b.waivers.slice(1) } : undefined),
  };

  it("allows whatever the amounts allow, and leads where they come to", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...(Object.keys(done) as (keyof typeof done)[])), (before, kind) => {
        const waived = before.waivers.reduce((sum, { amount }) => sum + amount, 0);
        const { paid: received, refunded } = chargeState(before);
        fc.pre(waived <= before.total && refunded <= received);
        const after = done[kind](before);
        if (!after) return;
        const [from, to] = [chargeState(before).state, chargeState(after).state];
        assert.ok(allows(CHARGE, kind, from), `${from} is ${kind}`);
        assert.ok(CHARGE.moves[kind].to!.includes(to), `${from} is ${kind}: ${to}`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a charge that is suspended", () => {
  const suspended = (facts: Partial<ChargeFacts>) =>
    chargeState({ total: 160_00, dueOn: "2027-01-15", payments: [], waivers: [], refunds: [], ...facts }).suspended;

  it("waits as long as something of it remains to be paid, and does not where nobody suspended it", () => {
    assert.equal(suspended({ suspended: true }), true);
    assert.equal(suspended({ suspended: true, payments: paid(159_99) }), true);
    assert.equal(suspended({ suspended: false }), false);
    assert.equal(suspended({}), false);
  });

  it("waits no more once it is paid, overpaid or waived all the same", () => {
    assert.equal(suspended({ suspended: true, payments: paid(160_00) }), false);
    assert.equal(suspended({ suspended: true, payments: paid(160_01) }), false);
    assert.equal(suspended({ suspended: true, waivers: amounts(160_00) }), false);
  });

  it("owes what it owed", () => {
    assert.deepEqual(state({ suspended: true, payments: paid(50_00) }), ["part-paid", 110_00]);
  });
});

describe("what may be refunded", () => {
  it("is what was received, less what was given back", () => {
    const one = { total: 160_00, dueOn: "2027-01-15", payments: [{ amount: 160_00, reversed: false }], waivers: [] };
    assert.equal(refundable(chargeState({ ...one, refunds: [{ amount: 50_00 }] })), 110_00);
  });
});

describe("the sums of a charge", () => {
  const some = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 50_000 }) }), { maxLength: 4 });
  const facts = fc.record({
    total: fc.integer({ min: 1, max: 50_000 }),
    dueOn: fc.constant("2027-01-15"),
    payments: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 50_000 }), reversed: fc.boolean() }), {
      maxLength: 4,
    }),
    waivers: some,
    refunds: some,
  });

  it("lose nothing: what is received either settles the debt, is given back, or is due back", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const found = chargeState(one);
        const { total, paid: received, waived, refunded, balance } = found;
        const settled = total - waived - balance;
        const givenUp = Math.max(0, refunded - Math.max(0, received - (total - waived)));
        assert.equal(received, settled - givenUp + refunded);
        assert.ok(refundable(found) + refunded >= received);
      }),
    );
  });

  it("do not depend on the order of the facts", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const turned = {
          ...one,
          payments: one.payments.toReversed(),
          waivers: one.waivers.toReversed(),
          refunds: one.refunds.toReversed(),
        };
        assert.deepEqual(chargeState(turned), chargeState(one));
      }),
    );
  });

  it("never say paid while something remains, nor owed while nothing does", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { state: name, balance } = chargeState(one);
        assert.equal(name === "owed" || name === "part-paid", balance > 0);
        assert.equal(name === "over-paid", balance < 0);
      }),
    );
  });
});
