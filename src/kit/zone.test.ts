import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayIn } from "./zone.ts";

describe("dayIn", () => {
  it("changes day at midnight in the place, in winter and in summer", () => {
    assert.equal(dayIn(new Date("2026-12-31T22:59:59Z"), "Europe/Paris"), "2026-12-31");
    assert.equal(dayIn(new Date("2026-12-31T23:00:00Z"), "Europe/Paris"), "2027-01-01");
    assert.equal(dayIn(new Date("2026-06-30T21:59:59Z"), "Europe/Paris"), "2026-06-30");
    assert.equal(dayIn(new Date("2026-06-30T22:00:00Z"), "Europe/Paris"), "2026-07-01");
  });

  it("follows the sun overseas", () => {
    assert.equal(dayIn(new Date("2026-12-31T22:00:00Z"), "Indian/Reunion"), "2027-01-01");
    assert.equal(dayIn(new Date("2027-01-01T03:00:00Z"), "America/Martinique"), "2026-12-31");
  });
});
