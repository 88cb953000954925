import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { arranged } from "./arranged.ts";
import { ACCOMMODATIONS } from "./sections.ts";

const [first, second] = ACCOMMODATIONS as readonly [string, string];
const fact = (place: number, kind: string, details: object) => ({ place, kind, details });
const saidOf = (...facts: ReturnType<typeof fact>[]) => arranged(facts)?.arranged;

describe("what was arranged for somebody", () => {
  it("is unknown until the référent decides, whatever else happened", () => {
    equal(arranged([]), undefined);
    equal(arranged([fact(1, "submitted", { effects: [first] })]), undefined);
  });

  it("is the last word said of it, with the fact that says it", () => {
    const found = arranged([
      fact(1, "arranged", { effects: [first], other: "a lamp", words: "On the day" }),
      fact(2, "arranged", { effects: [second], other: "a chair", words: "From the first day" }),
      fact(3, "complement-asked", { effects: [first] }),
    ]);
    deepEqual(found?.arranged, { effects: [second], other: "a chair", words: "From the first day" });
    deepEqual([found?.place, found?.kind], [2, "arranged"]);
  });

  it("may be nothing, with the words that say why", () => {
    deepEqual(saidOf(fact(1, "arranged", { words: "Nothing is needed" })), {
      effects: [],
      other: "",
      words: "Nothing is needed",
    });
    deepEqual(saidOf(fact(1, "arranged", {})), { effects: [], other: "", words: "" });
  });

  it("passes over what no form offers", () => {
    deepEqual(saidOf(fact(1, "arranged", { effects: ["a parrot", first] }))?.effects, [first]);
  });
});
