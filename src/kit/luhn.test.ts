import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hasCheckDigit } from "./luhn.ts";

describe("a number with Luhn's check digit", () => {
  it("is one of those that the register gives as examples", () => {
    equal(hasCheckDigit("732829320"), true);
    equal(hasCheckDigit("73282932000074"), true);
    equal(hasCheckDigit("732829321"), false);
    equal(hasCheckDigit("73282932x"), false);
    equal(hasCheckDigit(""), false);
  });

  it("is no longer one with a single digit changed", () => {
    const changed = fc.record({ place: fc.nat(8), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(changed, ({ place, by }) => {
        const digits = "732829320".split("");
        digits[place] = String((Number(digits[place]) + by) % 10);
        equal(hasCheckDigit(digits.join("")), false);
      }),
    );
  });
});
