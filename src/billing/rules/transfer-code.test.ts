import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Transfer, transferCode } from "./transfer-code.ts";

const plain: Transfer = {
  holder: "École d’essai",
  iban: "FR1420041010050500013M02606",
  amount: 16_000,
  reference: "LV-7K3M-9Q2X",
};
const lines = (more: Partial<Transfer> = {}) => transferCode({ ...plain, ...more })!.split("\n");

describe("the code of a transfer (EPC069-12)", () => {
  it("is its eleven lines, in the order of the standard, and ends with the last that says something", () =>
    deepEqual(lines(), [
      "BCD",
      "002",
      "1",
      "SCT",
      "",
      "École d’essai",
      "FR1420041010050500013M02606",
      "EUR160.00",
      "",
      "",
      "LV-7K3M-9Q2X",
    ]));

  it("names the bank where the school gives it", () => equal(lines({ bic: "PSSTFRPPMON" })[4], "PSSTFRPPMON"));

  it("writes cents as two figures after a point, however large the amount", () => {
    equal(lines({ amount: 1 })[7], "EUR0.01");
    equal(lines({ amount: 16_005 })[7], "EUR160.05");
    equal(lines({ amount: 99_999_999_999 })[7], "EUR999999999.99");
  });

  it("is none for an amount that the standard cannot write", () => {
    equal(transferCode({ ...plain, amount: 0 }), undefined);
    equal(transferCode({ ...plain, amount: -100 }), undefined);
    equal(transferCode({ ...plain, amount: 100_000_000_000 }), undefined);
  });

  it("keeps a name on one line and within seventy letters, accents and all", () => {
    equal(lines({ holder: "École\n  d’essai " })[5], "École d’essai");
    equal(lines({ holder: "É".repeat(71) })[5], "É".repeat(70));
    equal(lines({ holder: "É".repeat(71) }).length, 11);
  });

  it("stays within the 331 bytes that a reader must take", () => {
    const longest = { holder: "é".repeat(70), iban: `MT${"1".repeat(29)}`, bic: "PSSTFRPPMON", amount: 99_999_999_999 };
    equal(Buffer.byteLength(transferCode({ ...plain, ...longest })!) <= 331, true);
  });
});
