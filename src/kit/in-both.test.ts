import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { byKey, inBoth, joined } from "./in-both.ts";

describe("words side by side", () => {
  const words = inBoth({
    heading: ["Jurys", "Juries"],
    group: { of: (name: string, seats: number) => [`${name} : ${seats} places`, `${name}: ${seats} seats`] },
    steps: [
      ["Lire", "Voter"],
      ["Read", "Vote"],
    ],
    sorted: [(names: readonly string[]) => names.join(" ; "), (names: readonly string[]) => names.join("; ")],
    states: byKey({ open: ["ouvert", "open"], closed: ["clos", "closed"] }),
  });

  it("are a tree of each language, with what is said of something as a function of it", () => {
    deepEqual([words.fr.heading, words.en.heading], ["Jurys", "Juries"]);
    equal(words.fr.group.of("Jury 1", 4), "Jury 1 : 4 places");
    equal(words.en.group.of("Jury 1", 4), "Jury 1: 4 seats");
    deepEqual(words.en.steps, ["Read", "Vote"]);
    equal(words.fr.sorted(["a", "b"]), "a ; b");
    deepEqual([words.fr.states["closed"], words.fr.states["lost"]], ["clos", undefined]);
  });

  it("do not compile where a half is missing", () => {
    const refused = [
      // @ts-expect-error: no English.
      () => inBoth({ heading: ["Jurys"] }),
      // @ts-expect-error: one language for both.
      () => inBoth({ heading: "Jury" }),
      // @ts-expect-error: what is said of something too.
      () => inBoth({ of: (name: string) => `${name} :` }),
    ];
    equal(refused.length, 3);
  });

  it("stand with those of another source, and before them where both have a key", () => {
    const both = joined(words, inBoth({ heading: ["Sessions", "Sessions"] }));
    deepEqual([both.fr.heading, both.fr.states["open"]], ["Sessions", "ouvert"]);
  });
});
