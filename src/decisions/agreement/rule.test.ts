import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../../test/law-world.ts";

describe("what an agreement states", () => {
  it("is a set: a particular may stand in it as often as one likes", () => {
    const before = Array.from({ length: 101 }, () => "programme");
    const shares = [{ source: "personal", amount: 1 }];
    const decided = ask("agreement", { id: "a", on: "2027-02-01", startsOn: "2027-03-01", shares, stated: { before } });
    equal("fault" in decided, false);
  });
});
