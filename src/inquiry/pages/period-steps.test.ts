import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shareOf } from "../rules/draft.ts";

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
