import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf, loadLaws } from "../../law/load.ts";
import { type QuoteInput, quoteRule } from "../../decisions/quote/rule.ts";
import { isMix, waysRule } from "./ways.ts";

const law = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const ways = waysRule(law);
const input: QuoteInput = { id: "w", on: "2026-11-25", titles: [], track: "deis", funding: [] };
const ALONE = ["personal", "employer-plan", "reconversion", "cpf", "transition"];
const payers = (funding: QuoteInput["funding"]) => ways({ ...input, funding }).all.map((one) => one.payer);

describe("the ways of paying for a path", () => {
  it("are oneself alone, then each funder alone, in the school’s order", () => {
    const { all, refused } = ways(input);
    assert.deepEqual(
      all.map((one) => one.payer),
      ALONE,
    );
    assert.deepEqual(
      all.map((one) => one.input.funding),
      [[], ...ALONE.slice(1).map((source) => [{ source }])],
    );
    assert.equal(refused, undefined);
  });

  it("add one’s own mix, last", () => {
    const mix = [{ source: "cpf", amount: 470_000 }];
    assert.deepEqual(payers(mix), [...ALONE, undefined]);
    const { all } = ways({ ...input, funding: mix });
    assert.deepEqual(all.at(-1)!.answer, quoteRule(law)({ ...input, funding: mix }));
  });

  it("do not show a single funder twice", () => assert.deepEqual(payers([{ source: "cpf" }]), ALONE));

  it("leave out a mix that is refused, and say why", () => {
    const { all, refused } = ways({ ...input, funding: [{ source: "cpf", amount: 1_470_001 }] });
    assert.equal(all.length, ALONE.length);
    assert.equal(refused?.code, "funding");
  });
});

describe("a mix", () => {
  it("is several funders, or one with an amount", () => {
    assert.equal(isMix([]), false);
    assert.equal(isMix([{ source: "cpf" }]), false);
    assert.equal(isMix([{ source: "cpf", amount: 1 }]), true);
    assert.equal(isMix([{ source: "cpf" }, { source: "personal" }]), true);
  });
});
