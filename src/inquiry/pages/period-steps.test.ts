import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EMPTY, type PeriodDraft, shareOf } from "../rules/draft.ts";
import { periodList } from "./period-steps.ts";
import type { At } from "./step.ts";
import { wordsOf } from "./words.ts";

const period = (item: number): PeriodDraft => ({
  item,
  from: "2019-01-01",
  to: null,
  share: { as: "full" },
  field: "any",
});
const holding = (count: number) =>
  ({
    draft: { ...EMPTY, periods: Array.from({ length: count }, (_, at) => period(at)) },
    words: wordsOf("fr"),
    visit: { lang: "fr" },
  }) as unknown as At;

describe("the list of periods", () => {
  it("takes a thousandth period", () => {
    assert.deepEqual(periodList.check({ more: "yes" }, holding(999)), []);
  });
  it("refuses the thousand and first in a sentence", () => {
    const [fault] = periodList.check({ more: "yes" }, holding(1_000));
    assert.match(fault!.message, /périodes au plus/);
  });
});

describe("a share of full time", () => {
  const shares: readonly (readonly [Parameters<typeof shareOf>[0], number])[] = [
    [{ as: "full" }, 1],
    [{ as: "percent", percent: 80.25 }, 0.8025],
    [{ as: "hours", hours: 17.5, full: 35 }, 0.5],
    [{ as: "hours", hours: 12, full: 35 }, 0.3429],
    [{ as: "hours", hours: 42, full: 35 }, 1],
  ];
  for (const [share, expected] of shares) {
    it(`is ${expected} for ${JSON.stringify(share)}`, () => assert.equal(shareOf(share), expected));
  }
});
