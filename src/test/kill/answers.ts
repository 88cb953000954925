/** Answers kept for good under a number and a code: each acknowledged one opens, and none is kept twice. */
import { randomUUID } from "node:crypto";
import { withSchool } from "../../db/school.ts";
import type { Caller } from "./call.ts";
import type { Scenario } from "./scenario.ts";
import { type TryLane, tryLane } from "./try-lane.ts";

type Kept = { readonly number: string; readonly code: string; readonly id: string };

/** Of those kept before, so many are read again after each kill. */
const READ_AGAIN = 15;

function lane(): TryLane & { readonly kept: Kept[] } {
  const kept: Kept[] = [];
  const look = async (caller: Caller): Promise<string[]> => {
    const faults: string[] = [];
    for (const { number, code, id } of kept.slice(-READ_AGAIN)) {
      const { status, value } = await caller.see("openAnswer", {}, code);
      const there = value as { number?: string; inputs?: { eligibility?: { id?: string } } };
      if (status !== 200 || there.number !== number || there.inputs?.eligibility?.id !== id)
        faults.push(`the kept answer ${number} answers ${status}`);
    }
    return faults;
  };
  return {
    kept,
    next: () => {
      const question = { id: randomUUID(), on: "2026-11-25", titles: [], experience: [] };
      const input = { language: "fr", decisions: { eligibility: question } };
      return { act: "keepAnswer", input, attempt: randomUUID() };
    },
    acknowledge: ({ input }, value) => {
      const { id } = (input as { decisions: { eligibility: { id: string } } }).decisions.eligibility;
      kept.push({ ...(value as Omit<Kept, "id">), id });
    },
    look,
  };
}

export function answers(school: string): Scenario {
  const lanes = Array.from({ length: 6 }, lane);
  const running = lanes.map((one) => tryLane(school, one));
  const all = () => lanes.flatMap(({ kept }) => kept);
  return {
    name: "answers",
    lanes: () => running,
    settle: async (db) => {
      const rows = await withSchool(db, school, (tx) => tx.selectFrom("kept_answer").select("number").execute());
      const there = new Set(rows.map(({ number }) => number));
      const told = all().map(({ number }) => number);
      return [
        ...told.filter((number) => !there.has(number)).map((number) => `the kept answer ${number} is lost`),
        ...(new Set(told).size === told.length ? [] : ["one number was given to two answers"]),
        ...(rows.length === told.length ? [] : [`${told.length} answers were kept and ${rows.length} are there`]),
      ];
    },
  };
}
