/** `npm run bench eligibility`: the rule in process, beside the same arithmetic written by hand and json-rules-engine. */
import { deepStrictEqual } from "node:assert/strict";
import { type EligibilityAnswer, type EligibilityInput, eligibilityRule } from "../src/decisions/eligibility/rule.ts";
import { lawOf, loadLaws } from "../src/law/load.ts";
import { type HandInput, handWritten } from "./hand-written.ts";
import { print, race } from "./measure.ts";
import { people } from "./people.ts";
import { factsOf, rulesEngine } from "./rules-engine.ts";

const STATES = ["not-met", "unknown", "needs-decision", "met"];
const HAND = "written by hand, same findings";
const ENGINE = "json-rules-engine, yes or no, on counted facts";

export async function benchEligibility(count: number): Promise<void> {
  const laws = loadLaws(".");
  const { diploma, version } = laws.diplomas[0]!.data;
  const rule = eligibilityRule(lawOf(laws, diploma, version, laws.establishments[0]!.data.establishment)!);
  const inputs = people(laws, count);
  const hand = inputs as HandInput[];
  // The engine is slow enough for a twentieth of the people to measure it.
  const few = hand.slice(0, Math.ceil(count / 20)).map(factsOf);
  const engine = rulesEngine();
  for (const input of inputs) sameFindings(rule(input), input);
  for (const [at, facts] of few.entries()) sameDoors(rule(inputs[at]!), await engine(facts));
  const results = await race([
    { name: "Livret, from the référentiel", units: count, works: "here", run: () => doorsMet(inputs, rule) },
    { name: HAND, units: count, works: "here", run: () => doorsMet(hand, handWritten) },
    { name: ENGINE, units: few.length, works: "here", run: () => decideAll(engine, few) },
  ]);
  print(`Eligibility in process, ${count} people`, "decisions", results, { [HAND]: "≥ 0.5", [ENGINE]: "≥ 50" });
}

/** Answers are looked at and let go, as a door does: keeping them all would measure the garbage collector. */
function doorsMet<I>(
  inputs: readonly I[],
  decide: (input: I) => { readonly doors: readonly { readonly outcome: unknown }[] },
): number {
  let met = 0;
  for (const input of inputs)
    for (const { outcome } of decide(input).doors) if (outcome === "met" || outcome === 3) met++;
  return met;
}

async function decideAll<F>(engine: (facts: F) => Promise<string[]>, all: readonly F[]): Promise<number> {
  let met = 0;
  for (const facts of all) met += (await engine(facts)).length;
  return met;
}

/**
 * Of a French and an attested foreign title that open a door alike, each may tell of the other one; which title its attestation
 * closed, and when the experience after a title to come will be there, ours alone says.
 */
const ALIKE: Readonly<Record<string, string>> = {
  "title-attested": "title-opens",
  "title-attested-otherwise": "title-missing",
  "experience-later": "experience-not-counted",
};

/** The contenders are only comparable while they agree: on the findings of every door, and on their numbers. */
function sameFindings(ours: EligibilityAnswer, input: EligibilityInput): void {
  const theirs = handWritten(input);
  const bare = ({
    condition,
    met,
    says,
    values,
  }: {
    condition: string;
    met: boolean | null;
    says: string;
    values: object | null;
  }) => {
    const { required, counted, wide, missing, months, enoughOn } = (values ?? {}) as Record<string, unknown>;
    const alike = ALIKE[says] ?? says;
    return { condition, met, says: alike, required, counted, wide, missing, months, enoughOn };
  };
  const expected = theirs.doors.map((one) => ({
    ...one,
    outcome: STATES[one.outcome],
    findings: one.findings.map(bare),
  }));
  const given = ours.doors.map(({ door, outcome, findings, reachedOn, experience }) => ({
    door: door.door,
    outcome,
    findings: findings.map(bare),
    reachedOn,
    experience,
  }));
  deepStrictEqual(given, expected);
  deepStrictEqual([ours.reachedOn, ours.findings.map(bare)], [theirs.reachedOn, theirs.findings.map(bare)]);
}

function sameDoors(ours: EligibilityAnswer, theirs: readonly string[]): void {
  deepStrictEqual(
    [...theirs].sort(),
    ours.doors.filter(({ outcome }) => outcome === "met").map(({ door }) => door.door),
  );
}
