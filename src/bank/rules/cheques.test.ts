import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type ChequeFacts, namesCheque, sameCheque } from "./cheques.ts";

const cheque = (more: Partial<ChequeFacts> = {}): ChequeFacts => ({
  names: "c1",
  amount: 160_00,
  drawer: "Mme Léa Durand",
  number: "1234",
  ...more,
});
const same = (one: Partial<ChequeFacts>, other: Partial<ChequeFacts>) => sameCheque(cheque(one), cheque(other));

describe("a cheque brought twice", () => {
  it("is known by its number and its drawer, however they are written", () => {
    equal(same({}, {}), true);
    equal(same({ drawer: "MME LEA  DURAND" }, { drawer: "mme Léa Durand." }), true);
    equal(same({ number: "0001234" }, { number: "n° 1234" }), false, "letters count");
    equal(same({ number: "000 12-34" }, { number: "1234" }), true);
    equal(same({ amount: 1 }, { amount: 2 }), true, "the number says enough");
  });

  it("is another by another number, drawer or charge", () => {
    equal(same({ number: "1234" }, { number: "1235" }), false);
    equal(same({ number: "1234" }, { number: "12340" }), false);
    equal(same({ number: "1234" }, { number: "10234" }), false, "zeros within a number count");
    equal(same({ drawer: "Mme Durand" }, { drawer: "M. Durand" }), false);
    equal(same({ names: "c1" }, { names: "c2" }), false);
  });

  it("is known by its amount where either has no number", () => {
    for (const none of [null, undefined, "", " - "]) {
      equal(same({ number: none }, {}), true);
      equal(same({}, { number: none }), true);
      equal(same({ number: none }, { amount: 159_99 }), false);
      equal(same({}, { number: none, amount: 159_99 }), false);
      equal(same({ number: none }, { number: none }), true);
    }
    equal(same({ number: "000" }, { number: "1234" }), false, "nought is a number");
    equal(same({ number: "000" }, { number: "0" }), true);
  });
});

describe("the number of a cheque in the words of an entry", () => {
  it("is found without its zeros, as a word of its own, and not where it is too short to say anything", () => {
    equal(namesCheque("CHQ IMPAYE 0001234", "1234"), true);
    equal(namesCheque("CHQ IMPAYE 1234/DURAND", "0001234"), true);
    equal(namesCheque("CHQ IMPAYE 12345", "1234"), false);
    equal(namesCheque("REJET 12", "12"), false);
    equal(namesCheque("REJET", null), false);
  });
});
