/** What the decisions on money refuse to answer, each with its place and its sentences; and beside it what just passes. */
import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Issue } from "../kit/schema.ts";
import { ask } from "../test/law-world.ts";

type Said = readonly [path: string, french: string, english: string];
type Case = {
  readonly decision: string;
  readonly case: string;
  readonly input: object;
  /** Null where it is answered. */
  readonly code: string | null;
  readonly said: readonly Said[];
};

const CASES = readFileSync(new URL("../test/fixtures/money-faults.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

const said = (issues: readonly Issue[]): Said[] =>
  issues.map(({ path, message }) => [path, message("fr"), message("en")]);

for (const [decision, cases] of Map.groupBy(CASES, (one) => one.decision)) {
  describe(`the ${decision} decision`, () => {
    for (const { case: name, input, code, said: expected } of cases) {
      it(code === null ? `answers ${name}` : `refuses ${name}`, () => {
        const decided = ask(decision, input);
        if (!("fault" in decided)) deepEqual([null, []], [code, expected]);
        else deepEqual([decided.fault.code, said(decided.fault.issues)], [code, expected]);
      });
    }
  });
}
