/** What must hold of every answer, whoever asks: tried on random people, the same that the independent oracle is tried on. */
import * as fc from "fast-check";
import { ask } from "../law-world.ts";
import type * as contract from "../oracle/contract.ts";

const runs = { numRuns: Number(process.env.LIVRET_RUNS ?? 300) };

/** The answer, or nothing where the contract refuses. */
export function answer(name: string, input: object): object | undefined {
  const decided = ask(name, input);
  return "fault" in decided ? undefined : decided.answer("en");
}

export const pathway = (input: object) => answer("pathway", input) as contract.PathwayAnswer | undefined;

export function check<T>(input: fc.Arbitrary<T>, holds: (input: T) => void): void {
  fc.assert(fc.property(input, holds), runs);
}

/** An input beside what is added to it, taken from another random person of the same day. */
export function beside<T, U>(input: fc.Arbitrary<T>, more: fc.Arbitrary<U>): fc.Arbitrary<readonly [T, U]> {
  return fc.tuple(input, more);
}

/** An answer without its findings. */
export function bare(value: unknown): unknown {
  return without(value, "findings");
}
/** An answer without its words, the citation of a text and its article included. */
export function wordless(value: unknown): unknown {
  return ["reason", "text", "article"].reduce(without, value);
}
function without(value: unknown, left: string): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, left));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== left)
      .map(([key, one]) => [key, without(one, left)]),
  );
}
