import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diploma } from "./diploma.ts";
import { maquetteIssues } from "./maquette.ts";

const LAW = {
  domains: [
    {
      domain: "LAMP",
      theory: 50,
      units: [
        { unit: "L1", hours: { min: 20, max: 40 } },
        { unit: "L2", hours: { min: 10, max: 30 } },
        { unit: "L3", hours: { min: 90, max: 90 }, practice: true },
      ],
    },
    { domain: "LOG", theory: 20, units: [{ unit: "J1", hours: { min: 20, max: 20 } }] },
  ],
} as unknown as Diploma;
const said = (maquette: Record<string, number>, lang: "fr" | "en" = "en") =>
  maquetteIssues(LAW, maquette).map(({ path, message }) => `${path}: ${message(lang)}`);

describe("a maquette", () => {
  it("is lawful on the very bounds of its units, at the totals of its domains", () => {
    deepEqual(said({ L1: 40, L2: 10, L3: 90, J1: 20 }), []);
    deepEqual(said({ L1: 20, L2: 30, L3: 90, J1: 20 }), []);
  });

  it("is off range an hour beyond either bound", () => {
    deepEqual(said({ L1: 41, L2: 9, L3: 90, J1: 20 }), [
      "maquette.L1: L1: 41 h, outside the range of 20 to 40 h.",
      "maquette.L2: L2: 9 h, outside the range of 10 to 30 h.",
    ]);
    deepEqual(said({ L1: 30, L2: 20, L3: 91, J1: 20 }, "fr"), ["maquette.L3: L3 : 91 h, au lieu de 90 h exactement."]);
    deepEqual(said({ L1: 30, L2: 20, L3: 89, J1: 20 }), ["maquette.L3: L3: 89 h, instead of exactly 90 h."]);
  });

  it("is off total an hour more or less, practice left out of the sum", () => {
    deepEqual(said({ L1: 30, L2: 21, L3: 90, J1: 20 }), ["maquette: LAMP: 51 h of theory instead of exactly 50 h."]);
    deepEqual(said({ L1: 30, L2: 19, L3: 90, J1: 20 }, "fr"), [
      "maquette: LAMP : 49 h de théorie au lieu de 50 h exactement.",
    ]);
  });

  it("names each unit that it forgets, and the total that suffers", () => {
    deepEqual(said({ L1: 30, L2: 20, J1: 20 }), ["maquette.L3: Unit L3 is missing."]);
    deepEqual(said({ L1: 30, L2: 20, L3: 90 }, "fr"), [
      "maquette.J1: L’unité J1 manque.",
      "maquette: LOG : 0 h de théorie au lieu de 20 h exactement.",
    ]);
  });
});
