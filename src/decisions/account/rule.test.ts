import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

describe("the day of an account", () => {
  it("is none before the first version, whether or not the input names a diploma", () => {
    const faultOn = (facts: object) => {
      const decided = ask("account", { id: "a", professional: true, invoices: [], ...facts });
      return "fault" in decided ? decided.fault.code : null;
    };
    equal(faultOn({ on: "2006-08-31" }), "invalid");
    equal(faultOn({ on: "2006-08-31", diploma: "deis" }), "invalid");
    equal(faultOn({ on: "2006-09-01" }), null);
  });
});
