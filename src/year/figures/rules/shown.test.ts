import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { IndicatorsAnswer } from "../../../decisions/indicators/rule.ts";
import { laws } from "../../../test/law-world.ts";
import { shownOf } from "./shown.ts";

const entries = laws.establishments[0]!.data.year!;
const OF = { diploma: "deis", year: 2028, on: "2029-09-03", entries, minimum: 5, awaited: [] };
const rate = (numerator: number | null, denominator: number | null, percent: number | null) => ({
  numerator,
  denominator,
  percent,
});
const ROW: IndicatorsAnswer["all"] = {
  success: rate(17, 22, 77),
  perseverance: rate(15, 18, 83),
  satisfaction: { ...rate(null, 3, null), asked: 8, answered: 3 },
  insertion: { ...rate(null, null, null), asked: 6, answered: 4 },
  partial: 3,
};
const at = (site: string) => ({ site, line: "", ...ROW });

describe("what is published of a year", () => {
  it("has the day, the year, and how few are counted first or not at all", () => {
    const { sites: _sites, all: _all, ...head } = shownOf({ sites: [at("Montpellier")], all: ROW }, OF);
    deepEqual(head, {
      diploma: "deis",
      year: 2028,
      on: "2029-09-03",
      countFirst: entries.countFirst.people,
      minimum: 5,
    });
  });

  it("has the four rates of each site in one order, each with its words, and of surveys how many were asked", () => {
    const { sites } = shownOf({ sites: [at("Montpellier"), at("Nîmes")], all: ROW }, OF);
    deepEqual(
      sites.map(({ site }) => site),
      ["Montpellier", "Nîmes"],
    );
    deepEqual(
      sites[1]!.rates.map(({ label: _label, definition: _definition, ...numbers }) => Object.values(numbers)),
      [
        ["success", 17, 22, 77, null, null],
        ["perseverance", 15, 18, 83, null, null],
        ["satisfaction", null, 3, null, 8, 3],
        ["insertion", null, null, null, 6, 4],
      ],
    );
    for (const { rate: name, label, definition } of sites[0]!.rates) {
      const entry = entries.rates.find((one) => one.rate === name)!;
      deepEqual([label, definition], [{ ...entry.label }, { ...entry.definition }]);
    }
  });

  it("has all sites together where there are several", () => {
    equal(shownOf({ sites: [at("Montpellier")], all: ROW }, OF).all, null);
    const { all } = shownOf({ sites: [at("Montpellier"), at("Nîmes")], all: ROW }, OF);
    equal(all?.length, 4);
  });
});
