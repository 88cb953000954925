/** Random lives of a dossier, by the real acts: what the table of its states allows is done and leads where it says; nothing else is. */
import { equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { askComplement, giveComplement } from "../dossier/complement-acts.ts";
import { DOSSIER, type DossierFact, type DossierStateName } from "../dossier/rules/state.ts";
import { shownHash } from "../dossier/standing.ts";
import { resumeDossier, submitDossier, takeBackDossier, withdrawDossier } from "../dossier/submit-acts.ts";
import { openDossier } from "../dossier/views.ts";
import { allows } from "../kit/machine.ts";
import { aDossier, anIntake, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../test/dossiers.ts";
import { type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { acceptLate, declineLate, judgePart } from "./acts.ts";
import { seeDossier } from "./views.ts";

const SCHOOL = "faire-ess";
const BEFORE = new Date("2027-03-01T09:00:00Z");
/** The intake of `anIntake` closes on 28 March. */
const AFTER = new Date("2027-03-30T09:00:00Z");

type Step = DossierFact["kind"] & keyof typeof steps;
type Given = { readonly dossier: string; readonly person: Actor; readonly officer: Actor; readonly shown: string };

const words = "Je certifie l’exactitude de ce qui précède.";
const reason = "Un train supprimé";
const steps = {
  submitted: ({ dossier, person, shown }: Given) => does(submitDossier, person, { dossier, shown, words }),
  "taken-back": ({ dossier, person }: Given) => does(takeBackDossier, person, { dossier }),
  withdrawn: ({ dossier, person }: Given) => does(withdrawDossier, person, { dossier }),
  resumed: ({ dossier, person }: Given) => does(resumeDossier, person, { dossier }),
  "complement-asked": ({ dossier, officer }: Given) =>
    does(askComplement, officer, { dossier, items: ["piece:cv"], dueOn: "2027-04-30" }),
  "complement-given": ({ dossier, person, shown }: Given) =>
    does(giveComplement, person, { dossier, shown, words, unchanged: reason }),
  "late-accepted": ({ dossier, officer }: Given) => does(acceptLate, officer, { dossier, reason }),
  "late-declined": ({ dossier, officer }: Given) => does(declineLate, officer, { dossier, reason }),
  judged: ({ dossier, officer }: Given) =>
    does(judgePart, officer, { dossier, item: "identity", conform: true, reason: "" }),
} as const;

/** Before the closing alone. */
const UNTIL_CLOSING: readonly Step[] = ["taken-back", "resumed"];

type Doing = (world: World) => Promise<Outcome<unknown>>;
function does<F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>): Doing {
  return (world) => perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
}

describe("a dossier, whatever is tried", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let person: Invented;
  let dossier = "";
  let shown = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await anIntake(world);
    person = await makeAccount(world, { name: "Somebody", address: "somebody@exemple.fr" });
    dossier = await aDossier(world, person, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: FULL_FILES,
    });
    const asked = { actor: candidate(world, person), establishment: SCHOOL, input: { dossier } };
    const seen = await view(world, openDossier, asked);
    ok(seen.kind === "found");
    // None of what is tried changes what it holds.
    shown = shownHash(seen.value, words);
  });
  after(() => close());

  const office = (): Actor => ({
    kind: "account",
    account: "00000000-0000-4000-8000-0000000000aa",
    session: "00000000-0000-4000-8000-0000000000bb",
    roles: ["admission-officer"],
    authenticatedAt: now,
  });
  const stands = async (): Promise<DossierStateName> => {
    const found = await view(world, seeDossier, { actor: office(), establishment: SCHOOL, input: { dossier } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value.state.state;
  };
  const given = (): Given => ({ dossier, person: candidate(world, person), officer: office(), shown });

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    const every = Object.keys(steps) as Step[];
    const tries = fc.record({
      likely: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
      nth: fc.nat(),
      late: fc.boolean(),
    });
    const tried = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(tries, { minLength: 20, maxLength: 30 }), async (life) => {
        let before = await stands();
        for (const { likely, nth, late } of life) {
          now = late ? AFTER : BEFORE;
          // Most of what is tried may happen: else few lives would leave the state they began in.
          const kinds = likely ? every.filter((one) => allows(DOSSIER, one, before)) : every;
          const kind = kinds[nth % kinds.length]!;
          const outcome = await steps[kind](given())(world);
          const after = await stands();
          const move = DOSSIER.moves[kind];
          const may = allows(DOSSIER, kind, before) && !(late && UNTIL_CLOSING.includes(kind));
          // Judged already, it is stale; which of them it was is for the act.
          const expected = may ? (kind === "judged" ? ["done", "stale"] : ["done"]) : ["invalid"];
          ok(expected.includes(outcome.kind), `${before} is ${kind}${late ? ", late" : ""}: ${outcome.kind}`);
          if (outcome.kind === "done" && move.to) ok(move.to.includes(after), `${before} is ${kind}: ${after}`);
          else equal(after, before, `${before} is ${kind}`);
          tried.add(before);
          before = after;
        }
      }),
      { numRuns: 5, seed: 20261127 },
    );
    equal(tried.size, Object.keys(DOSSIER.states).length, `only ${[...tried].join(", ")} were met`);
  });
});
