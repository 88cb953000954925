import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

const INVOICE = {
  id: "a",
  kind: "invoice",
  series: "F",
  regime: "outside",
  source: "state",
  period: { from: "2006-09-01", to: "2006-09-30" },
  basis: { by: "agreed", amount: 1 },
};

describe("the day of an invoice", () => {
  it("is none before the first version, whether or not the input names a diploma", () => {
    const faultOn = (facts: object) => {
      const decided = ask("invoice", { ...INVOICE, ...facts });
      return "fault" in decided ? decided.fault.code : null;
    };
    equal(faultOn({ on: "2006-08-31" }), "invalid");
    equal(faultOn({ on: "2006-08-31", diploma: "deis" }), "invalid");
    equal(faultOn({ on: "2006-09-01" }), null);
  });
});

describe("an invoice of the day on which its period begins", () => {
  const typeOn = (from: string) => {
    const decided = ask("invoice", {
      id: "a",
      on: "2027-07-01",
      kind: "invoice",
      series: "F",
      regime: "outside",
      source: "opco",
      period: { from, to: "2027-08-31" },
      basis: { by: "completion", agreed: 100, planned: 10, done: 5, before: 20 },
    });
    return "fault" in decided ? decided.fault.code : decided.answer("fr");
  };

  it("is no down payment, and one of the day before is", () => {
    equal((typeOn("2027-07-01") as { type: number }).type, 380);
    equal((typeOn("2027-07-02") as { type: number }).type, 386);
  });

  it("asks what is done less what was asked before: half of 100, less 20", () => {
    equal((typeOn("2027-07-01") as { gross: number }).gross, 30);
  });
});
