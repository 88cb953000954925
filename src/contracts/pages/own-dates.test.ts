import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { percentsOf } from "./own-dates.ts";

const of = (...minutes: readonly number[]) => minutes.map((one) => ({ of: one === 0 ? null : { minutes: one } }));

describe("what of all hours each payment is for", () => {
  it("adds up to 100, where each rounded by itself would give 99 or 101", () => {
    deepEqual(percentsOf(of(264, 264, 264, 182), 974), [27, 27, 27, 19]);
    deepEqual(percentsOf(of(1, 1, 1), 3), [34, 33, 33]);
    deepEqual(percentsOf(of(335, 335, 330), 1000), [34, 33, 33]);
  });

  it("is 0 for a payment of no hours, and less than 100 where hours are left to bill", () => {
    deepEqual(percentsOf(of(0, 500), 1000), [0, 50]);
    equal(percentsOf(of(0), 0), undefined);
  });
});
