/** `npm run bench eligibility`: the rule in process, beside the same arithmetic written by hand and json-rules-engine. */
import { deepStrictEqual } from "node:assert/strict";
import { Engine } from "json-rules-engine";
import { eligibilityRule } from "../src/admission/rules/eligibility.ts";
import { lawOf, loadLaws } from "../src/law/load.ts";
import { handWritten, type HandInput } from "./hand-written.ts";
import { type Contender, print, race } from "./measure.ts";
import { people } from "./people.ts";

const STATES = ["not-met", "unknown", "needs-decision", "met"];

export async function benchEligibility(count: number): Promise<void> {
  const laws = loadLaws(".");
  const { diploma, version } = laws.diplomas[0]!.data;
  const rule = eligibilityRule(lawOf(laws, diploma, version, laws.establishments[0]!.data.establishment)!);
  const inputs = people(laws, count);
  for (const input of inputs) sameAnswer(input as HandInput, rule);
  const few = inputs.slice(0, Math.ceil(count / 20));
  const contenders: Contender[] = [
    { name: "Livret, from the référentiel", units: count, run: () => inputs.map(rule).length },
    { name: "written by hand, same findings", units: count, run: () => inputs.map((input) => handWritten(input as HandInput)).length },
    { name: "json-rules-engine, six conditions only", units: few.length, run: () => withEngine(few as HandInput[]) },
  ];
  const goals = { "written by hand, same findings": "≥ 0.5", "json-rules-engine, six conditions only": "≥ 50" };
  print(`Eligibility in process, ${count} people`, "decisions", await race(contenders), goals);
}

/** The contenders are only comparable while they agree. */
function sameAnswer(input: HandInput, rule: ReturnType<typeof eligibilityRule>): void {
  const ours = rule(input as Parameters<typeof rule>[0]);
  const theirs = handWritten(input);
  const numbers = (doors: typeof theirs.doors) => doors.map(({ door, outcome, reachedOn, experience }) => ({ door, outcome: STATES[outcome], reachedOn, experience }));
  deepStrictEqual(ours.doors.map(({ door, outcome, reachedOn, experience }) => ({ door: door.door, outcome, reachedOn, experience })), numbers(theirs.doors));
  const met = (doors: readonly { findings: readonly { condition: string; met: boolean | null }[] }[]) => doors.map(({ findings }) => findings.map((one) => [one.condition, one.met]));
  deepStrictEqual(met(ours.doors), met(theirs.doors));
}

/** The six conditions on months counted beforehand: less work than ours, as that engine cannot count. */
async function withEngine(inputs: readonly HandInput[]): Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [event, fact, level, months] of [["C1", "social", 6, 0], ["C2", "higher", 7, 0], ["C3", "social", 5, 36], ["C4", "paramedical", 5, 60], ["C5", "higher", 6, 36]] as const) {
    const all = [{ fact, operator: "greaterThanInclusive", value: level }, { fact: "months", operator: "greaterThanInclusive", value: months }];
    engine.addRule({ conditions: { all }, event: { type: event } });
  }
  let met = 0;
  for (const { titles, experience } of inputs) {
    const level = titles[0]?.level ?? 5;
    const { events } = await engine.run({ social: level, higher: level, paramedical: level, months: experience.length * 12 });
    met += events.length;
  }
  return met;
}
