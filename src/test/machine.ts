/** The table of a thing's states against its real acts: what may not happen is tried wherever it may not, and moves nothing. */
import { equal, ok } from "node:assert/strict";
import type { Outcome } from "../act/act.ts";
import { allows, type Machine } from "../kit/machine.ts";

type Walked<S extends string, K extends string> = {
  /** What makes each kind of fact happen. */
  readonly steps: Readonly<Record<K, () => Promise<Outcome<unknown>>>>;
  readonly stands: () => Promise<S>;
  /** Before each way, by its place: another of its kind, in whichever state it begins. */
  readonly begin: (way: number) => Promise<unknown>;
  /** One after the other, each of which may happen where it comes. */
  readonly ways: readonly (readonly K[])[];
};

const REFUSED: readonly string[] = ["invalid", "forbidden", "stale"];

/** Along each way, in every state that it meets, all that the table bars; over the ways, every state and every move. */
export async function walk<S extends string, K extends string>(
  machine: Machine<S, K>,
  { steps, stands, begin, ways }: Walked<S, K>,
): Promise<void> {
  const kinds = Object.keys(machine.moves) as K[];
  const met = new Set<string>();
  const done = new Set<string>();
  for (const [place, way] of ways.entries()) {
    await begin(place);
    let state = await stands();
    for (const next of [...way, undefined]) {
      const barredHere = kinds.filter((kind) => !met.has(`${state} ${kind}`) && !allows(machine, kind, state));
      for (const kind of barredHere) {
        const { kind: outcome } = await steps[kind]();
        ok(REFUSED.includes(outcome), `${state} is ${kind}: ${outcome}`);
        equal(await stands(), state, `${state} is ${kind}`);
        met.add(`${state} ${kind}`);
      }
      met.add(state);
      if (next === undefined) break;
      const { kind: outcome } = await steps[next]();
      equal(outcome, "done", `${state} is ${next}`);
      const after = await stands();
      const { to = [state] } = machine.moves[next];
      ok(to.includes(after), `${state} is ${next}: ${after}`);
      done.add(next);
      state = after;
    }
  }
  const missed = Object.keys(machine.states).filter((one) => !met.has(one));
  equal(missed.join(), "", "states never met");
  equal(kinds.filter((kind) => !done.has(kind)).join(), "", "moves never made");
}
