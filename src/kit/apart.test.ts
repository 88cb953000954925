import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { toldApart } from "./apart.ts";

const called = (...people: readonly (readonly [string, string | null])[]) =>
  toldApart(
    people.map(([name, number]) => ({ name, number })),
    ({ number }) => number,
  ).map(({ name }) => name);

describe("people of one list", () => {
  it("are called by their names alone while no two are alike", () => {
    deepEqual(called(["Durand Claire", "1"], ["Durand Awa", "2"]), ["Durand Claire", "Durand Awa"]);
  });

  it("have beside a name that two of them share what tells them apart, the first as much as the second", () => {
    deepEqual(called(["Durand Claire", "1"], ["Ndiaye Awa", "2"], ["DURAND  Claïre", "3"]), [
      "Durand Claire, 1",
      "Ndiaye Awa",
      "DURAND  Claïre, 3",
    ]);
  });

  it("are left as they are where nothing is known that would tell them apart", () => {
    deepEqual(called(["Durand Claire", null], ["Durand Claire", "3"]), ["Durand Claire", "Durand Claire, 3"]);
  });
});
