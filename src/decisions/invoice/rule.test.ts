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
