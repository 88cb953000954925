import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { law } from "../../test/reach.ts";
import { type Draft, EMPTY } from "./draft.ts";
import { piecesToBring } from "./pieces.ts";

const keys = (draft: Partial<Draft>) =>
  piecesToBring(law, { ...EMPTY, ...draft }).map(({ entry, maybe }) => `${entry.key}${maybe ? "?" : ""}`);
const ALWAYS = ["proof-of-title", "cv", "personal-text"];

describe("the pieces that a person is asked for", () => {
  it("are those of what they declared, and relief as long as it was not asked about", () => {
    assert.deepEqual(keys({}), [...ALWAYS, "relief-requests?"]);
    assert.deepEqual(keys({ plan: {} }), ALWAYS);
    assert.deepEqual(keys({ plan: { grants: [{ unit: "UF1.1", hours: 10, protocol: "P" }] } }), [
      ...ALWAYS,
      "relief-requests",
    ]);
  });

  it("prove experience, a level abroad and a waiver, each only where it was declared", () => {
    const plan = {};
    assert.ok(keys({ plan, periods: [{ item: 1 }] }).includes("proof-of-experience"));
    assert.ok(keys({ plan, titles: [{ item: 1, country: "BE" }] }).includes("foreign-attestation"));
    assert.ok(!keys({ plan, titles: [{ item: 1, country: null }] }).includes("foreign-attestation"));
    assert.ok(keys({ plan, waivers: ["vae-jury"] }).includes("waiver-decision"));
    assert.ok(!keys({ plan, waivers: [] }).includes("waiver-decision"));
  });
});
