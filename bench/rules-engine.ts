/**
 * The peer: the doors as nested conditions of json-rules-engine, over facts counted beforehand outside the clock, since
 * that engine neither reads titles nor counts experience. It says yes or no; no findings, no day reached, no doubt.
 */
import { Engine, type NestedCondition } from "json-rules-engine";
import { dayNumber } from "../src/kit/day.ts";
import { handCount, type HandInput, handSteps, handTitle } from "./hand-written.ts";

export type Facts = Record<string, number | boolean>;

const THREE_YEARS = 3 * 365;
const FIVE_YEARS = 5 * 365;

const atLeast = (fact: string, value: number): NestedCondition => ({ fact, operator: "greaterThanInclusive", value });
const yes = (fact: string): NestedCondition => ({ fact, operator: "equal", value: true });
/** A title of that kind and measure, and so many days worked after it. */
const then = (kind: string, measure: number, days: number): NestedCondition => ({
  all: [atLeast(kind, measure), atLeast(`${kind} ${measure}`, days)],
});
const any = (...conditions: NestedCondition[]) => ({ any: conditions });
const all = (...conditions: NestedCondition[]) => ({ all: conditions });

const RULES = {
  C1: all(atLeast("social-work-state", 6)),
  C2: any(
    atLeast("higher-education", 5),
    atLeast("rncp", 7),
    atLeast("paramedical", 7),
    atLeast("attested-level", 7),
    atLeast("attested-years", 5),
  ),
  C3: all(then("social-work-state", 5, THREE_YEARS)),
  C4: all(then("paramedical", 5, FIVE_YEARS)),
  C5: any(
    then("higher-education", 3, THREE_YEARS),
    then("rncp", 6, THREE_YEARS),
    then("paramedical", 6, THREE_YEARS),
    then("attested-level", 6, THREE_YEARS),
    then("attested-years", 3, THREE_YEARS),
  ),
  C6: all(yes("corps"), atLeast("all-days", THREE_YEARS)),
  C7: all(yes("waiver")),
};

export function rulesEngine(): (facts: Facts) => Promise<string[]> {
  const engine = new Engine();
  for (const [type, conditions] of Object.entries(RULES)) engine.addRule({ conditions, event: { type } });
  return async (facts) => (await engine.run(facts)).events.map((event) => event.type);
}

/** Each kind a rule asks for, with the measures after which it asks for experience. */
const KINDS: Readonly<Record<string, readonly number[]>> = {
  "social-work-state": [5],
  "higher-education": [3],
  rncp: [6],
  paramedical: [5, 6],
  "attested-level": [6],
  "attested-years": [3],
};

/** The greatest measure held of each kind, and the days worked since the first title of each measure that a rule asks for. */
export function factsOf(input: HandInput): Facts {
  const on = dayNumber(input.on);
  const steps = handSteps(input.experience);
  const days = (after: number) => handCount(steps, after, on, "sure") / 10_000;
  const facts: Facts = {
    corps: (input.corps?.length ?? 0) > 0,
    waiver: input.vaeJuryWaiver === true,
    "all-days": days(Number.NEGATIVE_INFINITY),
  };
  const raise = (name: string, value: number) => (facts[name] = Math.max(Number(facts[name] ?? 0), value));
  const hold = (kind: string, held: number, awarded: number) => {
    raise(kind, held);
    for (const measure of KINDS[kind]!) raise(`${kind} ${measure}`, held >= measure ? days(awarded) : 0);
  };
  for (const kind of Object.keys(KINDS)) hold(kind, 0, on);
  for (const { kind, level, years, awarded, foreign, attestedLevel, attestedYears } of input.titles.map(handTitle)) {
    if (awarded > on) continue;
    if (!foreign) hold(kind, kind === "higher-education" ? years : level, awarded);
    else if (kind !== "social-work-state") {
      hold("attested-level", attestedLevel, awarded);
      hold("attested-years", attestedYears, awarded);
    }
  }
  return facts;
}
