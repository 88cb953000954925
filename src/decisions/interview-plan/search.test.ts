import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { newSolver } from "../../kit/solver/solver.ts";
import { bestOf, faultsOf, reasonsOf, worthOf } from "../../test/oracle/interview-plan.ts";
import type { InterviewsInput } from "./facts.ts";
import { interviewsIssues } from "./input.ts";
import { work } from "./search.ts";

const at = (minutes: number) =>
  `${String(9 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
/** Off the step, too. */
const span = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({ from: at(from * 5), to: at((from + length) * 5) }));
const away = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(span, { minLength: 1, maxLength: 2 }) },
);
const named = <T>(name: string, all: readonly T[]) => all.map((one, nth) => ({ id: `${name}${nth}`, ...one }));
const person = fc.constantFrom("p", "q", "r");

const tinyDay = fc
  .record({
    analysis: fc.integer({ min: 5, max: 30 }),
    interview: fc.integer({ min: 10, max: 45 }),
    maxWait: fc.constantFrom(0, 10, 15, 35),
    closes: fc.integer({ min: 5, max: 8 }).map((quarters) => at(quarters * 15)),
    breaks: fc.array(span, { maxLength: 1 }),
    pairs: fc.array(fc.record({ members: fc.array(person, { minLength: 1, maxLength: 2 }), away }), {
      minLength: 1,
      maxLength: 2,
    }),
    desks: fc.array(fc.record({ seats: fc.integer({ min: 1, max: 2 }), away }), { minLength: 1, maxLength: 2 }),
    rooms: fc.array(fc.record({ away }), { minLength: 1, maxLength: 2 }),
    candidates: fc.array(
      fc.record({ extra: fc.constantFrom(0, 0, 33, 50), away, not: fc.array(person, { maxLength: 1 }) }),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map(({ desks, rooms, pairs, candidates, ...rest }): InterviewsInput => {
    const sitting = new Set(pairs.flatMap(({ members }) => members));
    return {
      id: "tiny",
      step: 15,
      opens: "09:00",
      ...rest,
      pairs: named("pair", pairs),
      rooms: [
        ...named(
          "desk",
          desks.map((one) => ({ for: "analysis" as const, ...one })),
        ),
        ...named(
          "room",
          rooms.map((one) => ({ for: "interview" as const, ...one })),
        ),
      ],
      candidates: named(
        "c",
        candidates.map((one) => ({ ...one, not: one.not.filter((who) => sitting.has(who)) })),
      ),
    };
  });

const solve = await newSolver(Infinity);

describe("the plan of a tiny day, whatever it is", () => {
  it("breaks nothing, is as good as the best of all plans, and names what stands in the way", () => {
    fc.assert(
      fc.property(tinyDay, (input) => {
        deepEqual(interviewsIssues(input), []);
        const plan = work(input, solve);
        deepEqual(faultsOf(input, plan), []);
        deepEqual(worthOf(plan.placed), bestOf(input));
        deepEqual(plan.best, true);
        const placed = plan.placed.map(({ candidate }) => candidate);
        for (const { candidate, reasons } of plan.unplaced) deepEqual(reasons, reasonsOf(input, placed, candidate));
      }),
      { numRuns: 40 },
    );
  });
});
