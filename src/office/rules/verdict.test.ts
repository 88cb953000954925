import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { leftToSee, partsToSee, verdicts } from "./verdict.ts";

const at = new Date("2026-12-01T09:00:00Z");
const judged = (place: number, item: unknown, conform: unknown, reason?: unknown) => ({
  place,
  kind: "judged",
  at,
  by: "account:a1",
  details: { item, conform, reason },
});
const whole = (place: number) => ({ place, kind: "whole", items: [] }) as const;
const complement = (place: number, ...items: string[]) => ({ place, kind: "complement", items }) as const;

describe("what the school thinks of a part", () => {
  it("is whether it conforms, why not, by whom and when", () => {
    const said = verdicts([judged(2, "contact", false, "Illisible."), judged(3, "identity", true)], [whole(1)]);
    deepEqual(Object.fromEntries(said), {
      contact: { conform: false, reason: "Illisible.", by: "account:a1", at, outdated: false, place: 2 },
      identity: { conform: true, reason: "", by: "account:a1", at, outdated: false, place: 3 },
    });
  });

  it("is the last that was said of it", () => {
    const said = verdicts([judged(2, "contact", false, "Illisible."), judged(3, "contact", true, "")], [whole(1)]);
    equal(said.get("contact")?.conform, true);
    equal(said.size, 1);
  });

  it("is to be looked at again once the person gave that part again, and not for another’s sake", () => {
    const outdated = (...given: Parameters<typeof verdicts>[1]) =>
      verdicts([judged(2, "contact", false)], [whole(1), ...given]).get("contact")?.outdated;
    equal(outdated(), false);
    equal(outdated(complement(3, "identity", "contact")), true);
    equal(outdated(complement(3, "identity")), false);
    equal(outdated(whole(4)), true);
    equal(verdicts([judged(2, "contact", true)], [whole(2)]).get("contact")?.outdated, false);
  });

  it("is nothing where something else happened, or where what is kept says nothing of a part", () => {
    const other = { ...judged(2, "contact", true), kind: "submitted" };
    equal(verdicts([other, judged(3, undefined, true), judged(4, 5, true)], []).size, 0);
    deepEqual(verdicts([judged(2, "contact", "yes", 7)], []).get("contact")?.conform, false);
    deepEqual(verdicts([judged(2, "contact", "yes", 7)], []).get("contact")?.reason, "");
  });
});

describe("the parts to look at", () => {
  const pieces = [{ key: "cv" }, { key: "relief" }];
  const tasks = [
    { key: "piece:cv", optional: false },
    { key: "piece:relief", optional: true },
  ];
  const seen = (...slots: string[]) => partsToSee({ pieces, tasks, files: slots.map((slot) => ({ slot })) });

  it("leave out a piece that is asked of some and was not sent, and no other", () => {
    deepEqual(seen("cv", "relief").includes("piece:relief"), true);
    const without = seen("cv");
    deepEqual([without.includes("piece:relief"), without.includes("piece:cv")], [false, true]);
    deepEqual(seen().includes("piece:cv"), true);
    deepEqual(seen("cv", "relief").length, without.length + 1);
  });

  it("are left while nothing was said of them since they were last handed in", () => {
    const said = new Map([
      ["a", { outdated: false }],
      ["b", { outdated: true }],
    ]);
    deepEqual(leftToSee(["a", "b", "c"], said), ["b", "c"]);
  });
});
