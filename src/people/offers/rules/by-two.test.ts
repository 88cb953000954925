import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { mayBeAnswered, personOf } from "./by-two.ts";

describe("a role that two people give", () => {
  it("waits for the second of them; any other is whole at once", () => {
    equal(mayBeAnswered({ role: "disability-advisor", confirmedBy: null }), false);
    equal(mayBeAnswered({ role: "disability-advisor", confirmedBy: "account:a" }), true);
    equal(mayBeAnswered({ role: "administrator", confirmedBy: null }), true);
    for (const role of ["authority", "jury-member"] as const) equal(mayBeAnswered({ role, confirmedBy: null }), false);
  });

  it("knows one person by whichever door they came", () => {
    for (const door of ["account:a1", "operator:a1", "account:a1 token:t1"]) equal(personOf(door), "a1");
    equal(personOf("operator"), "operator");
  });
});
