import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

const PLAN = {
  id: "a",
  on: "2027-02-01",
  periods: [{ from: "2027-01-04", to: "2027-06-30", minutes: 7_000 }],
};
const many = <T>(count: number, each: (at: number) => T) => Array.from({ length: count }, (_, at) => each(at));

function faultOf(facts: object): string | null {
  const decided = ask("schedule", { ...PLAN, payers: [{ source: "region", amount: 600, ...facts }] });
  return "fault" in decided ? decided.fault.code : null;
}

describe("the documents beside a schedule", () => {
  const invoice = (at: number) => ({ number: `F-${at}`, kind: "invoice", on: PLAN.on, amount: 1 });
  const credit = (at: number) => ({ number: `A-${at}`, kind: "credit", on: PLAN.on, amount: 1, of: `F-${at}` });

  it("are 500 invoices and as many credits at most", () => {
    equal(faultOf({ issued: [...many(500, invoice), ...many(500, credit)] }), null);
    equal(faultOf({ issued: many(501, invoice) }), "invalid");
    const whole = { number: "F", kind: "invoice", on: PLAN.on, amount: 501 };
    equal(faultOf({ issued: [whole, ...many(501, (at) => ({ ...credit(at), of: "F" }))] }), "invalid");
  });
});

describe("the amounts fixed beside a training", () => {
  it("are as many as are agreed", () => {
    equal(faultOf({ fixed: many(501, () => ({ on: PLAN.on, amount: 1 })) }), null);
  });
});

describe("what a training comes to once it stops", () => {
  it("is exact where a product passes 2⁵³: 9 990 490 010 × 999 998 ⁄ 999 999 misses a half by half a millionth", () => {
    const funds = [
      "opco",
      "reconversion",
      "transition",
      "job-seekers-fund",
      "state",
      "region",
      "france-travail",
      "cpf",
    ];
    const behind = [...funds, "self-employed-fund"].map((source) => ({
      source,
      amount: 1_000_000_000,
      granted: 0,
      behind: "employer-plan",
    }));
    const payers = [{ source: "employer-plan", amount: 990_490_010 }, ...behind];
    const stop = { on: PLAN.on, kind: "school", planned: 999_999, given: 999_998, attended: 999_998 };
    const decided = ask("schedule", { ...PLAN, payers, stop });
    equal("fault" in decided ? null : decided.answer("en").total, 9_990_480_019);
  });
});
