import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

const EMPTY = {
  id: "a",
  from: "2005-01-01",
  to: "2005-12-31",
  lines: [],
  charges: { total: 0, trainerSalaries: 0, purchases: 0 },
  trainers: [],
  enrolments: [],
};

describe("the day of a yearly declaration", () => {
  it("is none before the first version, though the year may be", () => {
    const faultOn = (on: string) => {
      const decided = ask("bpf", { ...EMPTY, on });
      return "fault" in decided ? decided.fault.code : null;
    };
    equal(faultOn("2006-08-31"), "invalid");
    equal(faultOn("2006-09-01"), null);
  });
});
