/** Two implementations of one contract, written apart, must give the same answers, and refuse the same inputs. */
import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Decide, decider, decisionNamed, DECISIONS } from "../decisions/decide.ts";
import { sayDay } from "../kit/lang.ts";
import type { SaidFinding } from "../law/finding.ts";
import { loadLaws } from "../law/load.ts";
import { negativeLines } from "./oracle/bpf.ts";
import { remarked } from "./oracle/hours.ts";
import { poorlyAnswered } from "./oracle/indicators.ts";
import { mutate, slipped, VALID_INPUTS } from "./oracle/mutate.ts";
import { DECIDED, type Decision, oracleOf } from "./oracle/oracles.ts";
import { ignoredIn } from "./oracle/places.ts";

const laws = loadLaws(fileURLToPath(new URL("../..", import.meta.url)));
const doors = new Map<Decision, Decide>(
  DECIDED.map((name) => [name, decider(decisionNamed(name)!, laws, { diploma: undefined, establishment: undefined })]),
);
const runs = {
  numRuns: Number(process.env.LIVRET_RUNS ?? 500),
  ...(process.env.LIVRET_SEED !== undefined && { seed: Number(process.env.LIVRET_SEED) }),
};

type Case = { readonly case: string; readonly decision: string; readonly input: never };
const CASES = readFileSync(new URL("fixtures/money-cases.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

/** What the contract fixes of an answer, its sentences and hashes left out. */
function bare(name: Decision, answer: Record<string, unknown>): unknown {
  const { listed } = oracleOf(name);
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => (key !== "findings" || listed === true) && key !== "basis")
        .map(([key, child]) => [key, key === "findings" ? (child as SaidFinding[]).map(short) : strip(child)]),
    );
  };
  return strip(answer);
}

function short({ condition, met }: SaidFinding): string {
  return `${condition} ${met}`;
}

function decide(name: Decision, input: unknown): unknown {
  const decided = doors.get(name)!(JSON.parse(JSON.stringify(input)));
  return "fault" in decided ? { error: { code: decided.fault.code } } : bare(name, decided.answer("fr"));
}

describe("an auditor's script", () => {
  it("stands beside every decision", () => {
    deepStrictEqual(
      DECIDED,
      DECISIONS.map(({ name }) => name),
    );
  });
});

for (const name of DECIDED) {
  const { answer, isValid } = oracleOf(name);
  describe(`the ${name} decision beside an auditor's script`, () => {
    it("gives the same answer to any valid input", () => {
      fc.assert(
        fc.property(VALID_INPUTS[name] as fc.Arbitrary<never>, (input) => {
          const expected = JSON.parse(JSON.stringify(answer(input))) as unknown;
          deepStrictEqual(decide(name, input), expected);
        }),
        runs,
      );
    });

    for (const { case: worked, input } of CASES.filter(({ decision }) => decision === name))
      it(`gives the same answer to the worked case ${worked}`, () => {
        const expected = isValid(input) ? JSON.parse(JSON.stringify(answer(input))) : { error: { code: "invalid" } };
        deepStrictEqual(decide(name, input), expected);
      });

    it("refuses a day before the first version", () => {
      fc.assert(
        fc.property(VALID_INPUTS[name] as fc.Arbitrary<object>, (input) => {
          const early = { ...input, on: "2006-08-31" };
          equal(isValid(early), false);
          deepStrictEqual(decide(name, early), { error: { code: "invalid" } });
        }),
        runs,
      );
    });

    for (const [told, wrong] of Object.entries({ spoiled: mutate(name), slipped: slipped(name) })) {
      if (wrong === undefined) continue;
      it(`refuses what the contract refuses of what is ${told}, and nothing else`, () => {
        fc.assert(
          fc.property(wrong, (input) => {
            const wire = JSON.parse(JSON.stringify(input) ?? "null") as unknown;
            const decided = decide(name, wire) as { error?: { code: string } };
            const valid = isValid(wire);
            equal(decided.error?.code !== "invalid", valid);
            if (valid) deepStrictEqual(decided, JSON.parse(JSON.stringify(answer(wire as never))));
          }),
          runs,
        );
      });
    }
  });
}

describe("what changes nothing, beside an auditor's script", () => {
  it("is told of the same candidates, as often, in the same order", () => {
    fc.assert(
      fc.property(VALID_INPUTS.places, (input) => {
        const decided = doors.get("places")!(input);
        if ("fault" in decided) return;
        const { candidates } = decided.answer("en") as unknown as { candidates: { findings: SaidFinding[] }[] };
        deepStrictEqual(
          candidates.map(({ findings }) => findings.map(({ condition, met }) => [condition, met])),
          ignoredIn(input).map((events) => events.map(() => ["ignored", false])),
        );
        ignoredIn(input).forEach((events, at) =>
          events.forEach(({ on }, nth) => {
            const { reason } = candidates[at]!.findings[nth]!;
            ok(reason.includes(sayDay(on, "en")) && reason.includes(`“${input.candidates[at]!.id}”`), reason);
          }),
        );
      }),
      runs,
    );
  });
});

describe("what does not count though somebody was there, beside an auditor's script", () => {
  it("is told of the same sessions, in the same order, each by its name", () => {
    fc.assert(
      fc.property(VALID_INPUTS.hours, (input) => {
        const decided = doors.get("hours")!(input);
        if ("fault" in decided) return;
        const { findings } = decided.answer("en") as unknown as { findings: SaidFinding[] };
        const expected = remarked(input);
        const told = findings.filter(({ condition }) => !["unverified", "earlier"].includes(condition));
        equal(told.length, expected.length);
        expected.forEach(({ condition, id }, at) => {
          equal(told[at]!.condition, condition);
          ok(told[at]!.reason.startsWith(`Session “${id}” (`), told[at]!.reason);
        });
      }),
      runs,
    );
  });
});

describe("what is remarked on a year's figures, beside an auditor's script", () => {
  const reasons = (name: Decision, input: unknown, condition: string) => {
    const decided = doors.get(name)!(input);
    if ("fault" in decided) throw new Error(decided.fault.code);
    const { findings } = decided.answer("en") as unknown as { findings: SaidFinding[] };
    return findings.filter((one) => one.condition === condition).map(({ reason }) => reason);
  };
  it("names the surveys with few answers, site by site", () => {
    fc.assert(
      fc.property(VALID_INPUTS.indicators, (input) => {
        const told = reasons("indicators", input, "few-answers");
        const expected = poorlyAnswered(input);
        equal(told.length, expected.length);
        expected.forEach(({ site, survey, asked, answers }, at) => {
          const about = survey === "end" ? "satisfaction" : "work found";
          const counts = `: ${String(answers.length)} answers of ${String(asked)} people asked (${about})`;
          ok(told[at]!.startsWith(`${site}${counts}`), told[at]);
        });
      }),
      runs,
    );
  });
  it("names the negative lines of the BPF, in the form's order", () => {
    fc.assert(
      fc.property(VALID_INPUTS.bpf, (input) => {
        const told = reasons("bpf", input, "negative").map((reason) => reason.split(" ")[1]);
        deepStrictEqual(told, negativeLines(input));
      }),
      runs,
    );
  });
});
