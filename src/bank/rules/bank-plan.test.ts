/** Which lines may be transfers that were recorded before, beside the first formulation, which looked through all of them each time. */
import { deepEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, dayNumber } from "../../kit/day.ts";
import { type Recorded, twinsIn } from "./bank-plan.ts";

type Facts = Parameters<typeof twinsIn>[0];
type Twins = ReturnType<typeof twinsIn>;
type Asked = { readonly line: Parameters<Twins>[0]; readonly match: Parameters<Twins>[1] };

function lookingThroughAll({ keys, recorded, sameWithin }: Facts): Twins {
  const left = recorded.filter(({ key }) => key === null || !keys.includes(key)).toSorted(byDay);
  return (line, { shares }) => {
    const near = ({ on }: Recorded) => Math.abs(dayNumber(on) - dayNumber(line.bookedOn)) <= sameWithin;
    const take = (amount: number, charges: readonly string[], hand: boolean) => {
      const alike = (one: Recorded) =>
        one.amount === amount && one.charges.toSorted().join() === charges.toSorted().join();
      const at = left.findIndex((one) => alike(one) && near(one) && (!hand || one.key === null));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    };
    const charges = shares.map(({ charge }) => charge);
    const parts = () => shares.map(({ amount, charge }) => take(amount, [charge], true)).includes(true);
    return take(line.amount, charges, false) || parts();
  };
}

function byDay({ on: a }: Recorded, { on: b }: Recorded): number {
  return dayNumber(a) - dayNumber(b);
}

const FIRST = "2026-11-01";
function asked(day: number, shares: Asked["match"]["shares"]): Asked {
  const amount = shares.reduce((sum, share) => sum + share.amount, 0);
  const line = { bookedOn: addDays(FIRST, day), amount, label: "", counterparty: null, servicerReference: null };
  return { line, match: { kind: "exact", shares } };
}

/** Day by day, as the plan asks. */
function answers(twins: Twins, all: readonly Asked[]): boolean[] {
  const inOrder = all.toSorted((a, b) => dayNumber(a.line.bookedOn) - dayNumber(b.line.bookedOn));
  return inOrder.map(({ line, match }) => twins(line, match));
}

describe("a transfer that was recorded before", () => {
  it("is found for the lines for which looking through all records finds one", () => {
    const day = fc.nat({ max: 8 });
    const share = fc.record({ charge: fc.constantFrom("a", "b"), amount: fc.constantFrom(1, 2) });
    const shares = fc.uniqueArray(share, { minLength: 1, maxLength: 2, selector: ({ charge }) => charge });
    const lines = fc.array(
      fc.tuple(day, shares).map(([on, those]) => asked(on, those)),
      { maxLength: 12 },
    );
    const record = fc.record({
      key: fc.constantFrom(null, "k1", "k2"),
      on: day.map((one) => addDays(FIRST, one)),
      amount: fc.constantFrom(1, 2, 3),
      charges: fc.constantFrom(["a"], ["b"], ["a", "b"], ["b", "a"]),
    });
    const run = fc.property(fc.array(record, { maxLength: 16 }), lines, fc.nat({ max: 3 }), (recorded, all, within) => {
      const facts = { keys: ["k1"], recorded, sameWithin: within };
      deepEqual(answers(twinsIn(facts), all), answers(lookingThroughAll(facts), all));
    });
    fc.assert(run, { numRuns: 2_000, seed: 2006 });
  });

  it("is looked at a few times, however many are alike: too early, too late, or taken by a line before", () => {
    const MANY = 1_000;
    let looked = 0;
    const recordOn = (on: string, key: string | null): Recorded => ({
      key,
      get on() {
        looked += 1;
        return on;
      },
      amount: 1,
      charges: ["a"],
    });
    const recorded = [-20, 0, 20].flatMap((at) =>
      Array.from({ length: MANY }, (_, n) => recordOn(addDays(FIRST, at), n % 2 === 0 ? null : `k${n}`)),
    );
    const twins = twinsIn({ keys: [], recorded, sameWithin: 3 });
    const lines = Array.from({ length: 2 * MANY }, () => asked(0, [{ charge: "a", amount: 1 }]));
    deepEqual(answers(twins, lines).filter(Boolean).length, MANY);
    ok(looked < 10 * recorded.length, `${looked} times`);
  });
});
