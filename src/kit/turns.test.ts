import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { newTurns } from "./turns.ts";

describe("turns", () => {
  it("are taken by one after another, however many somebody has waiting", () => {
    const turns = newTurns<string>();
    for (const one of ["a1", "a2", "a3", "b1", "c1"]) turns.add(one[0]!, one);
    const order = Array.from({ length: 6 }, () => turns.next());
    deepEqual(order, ["a1", "b1", "c1", "a2", "a3", undefined]);
  });

  it("pass over whoever is served already, who keeps their own", () => {
    const turns = newTurns<string>();
    for (const one of ["a1", "a2", "b1"]) turns.add(one[0]!, one);
    equal(turns.next(new Set(["a"])), "b1");
    equal(turns.next(new Set(["a"])), undefined);
    equal(turns.count(), 2);
    equal(turns.next(new Set()), "a1");
  });
});
