import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import { inTime } from "./for-intake.ts";
import { resultWords } from "./result-words.ts";

const words = resultWords("fr").intake;
const said = (answer: Partial<EligibilityAnswer>, metBy?: "closing" | "entry") =>
  inTime(
    { outcome: "not-eligible", reachedOn: null, doors: [], findings: [], ...answer },
    { entryOn: "2027-09-13", closing: "2027-03-28", metBy },
    words,
  );

describe("an answer, for the intake that is open", () => {
  it("is in time on the day applications close, and to be asked of the school the day after", () => {
    assert.match(said({ reachedOn: "2027-03-28" }), /vous seriez à temps/);
    assert.match(said({ reachedOn: "2027-03-29" }), /n’a pas fixé le jour.*demandez-le-lui/);
  });

  it("is what the admission rules say between the closing and the entry, where they settle it", () => {
    assert.match(said({ reachedOn: "2027-09-13" }, "entry"), /vous seriez à temps/);
    assert.match(said({ reachedOn: "2027-03-29" }, "closing"), /ce serait trop tard/);
  });

  it("is too late the day after the entry, whatever they say", () => {
    assert.match(said({ reachedOn: "2027-09-14" }, "entry"), /trop tard/);
  });

  it("is met, or is for the school to decide, or lacks a document, or is closed", () => {
    assert.equal(said({ outcome: "eligible" }), words.met);
    assert.equal(said({ outcome: "needs-decision" }), words.decide);
    assert.equal(said({ outcome: "unknown" }), words.paper);
    assert.equal(said({}), words.closed);
  });
});
