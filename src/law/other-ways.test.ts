import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diploma } from "./diploma.ts";
import { sayFindings } from "./finding.ts";
import { lawOf, loadLaws } from "./load.ts";
import { otherWays, otherWaySentences } from "./other-ways.ts";

const { diploma } = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const [own] = diploma.vae.filter(({ leadsOn }) => leadsOn);
const only = (dates: { from?: string; to?: string }): Diploma => ({ ...diploma, vae: [{ ...own!, ...dates }] });

describe("what leads to the diploma without its course", () => {
  it("cites for each the article and how sure it is, in the words of the law", () => {
    const said = sayFindings(otherWays(diploma, "2026-11-25"), otherWaySentences, "fr");
    assert.deepEqual(
      said.map(({ source }) => source.confidence),
      ["text", "unverified"],
    );
    assert.match(said[0]!.reason, /en tout ou partie, par la validation des acquis de l’expérience/);
    assert.match(said[0]!.source.article, /D\. 451-17/);
  });

  it("is told from its first day to its last", () => {
    const told = (on: string) => otherWays(only({ from: "2027-01-01", to: "2027-12-31" }), on).length;
    assert.deepEqual(["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map(told), [0, 1, 1, 0]);
  });

  it("is nothing where the law marks none", () => {
    assert.deepEqual(otherWays({ ...diploma, vae: diploma.vae.filter(({ leadsOn }) => !leadsOn) }, "2026-11-25"), []);
  });
});
