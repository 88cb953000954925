/** A walk of some hundred tries over passages and files beside a model of them: what is done, what is refused, and what is read then. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { FULL_SECTIONS } from "../../test/dossiers.ts";
import { ruled } from "../../test/passages.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { yearCheck } from "../check.ts";
import {
  acceptPassages,
  depositPassageFile,
  dropPassageFile,
  makePassageFile,
  receivePassageFile,
  rejectPassage,
} from "./acts.ts";
import { seePassageFile, seePassages } from "./views.ts";

const SCHOOL = "faire-ess";
const ON = "2026-12-03";
const PEOPLE = ["Ada", "Bea", "Cléo", "Dan", "Eva"];

type Answer = "accepted" | "rejected";
/** Each person by their place; what a file was answered of each. */
type ModelFile = {
  readonly id: string;
  readonly people: readonly number[];
  readonly answers: Map<number, Answer>;
  step: "made" | "deposited" | "received" | "dropped";
};

const KINDS = "make make deposit deposit deposit receive receive receive drop accept reject reject reject".split(" ");
const move = fc.record({
  kind: fc.constantFrom(...KINDS),
  people: fc.uniqueArray(fc.nat({ max: PEOPLE.length - 1 }), { minLength: 1, maxLength: 3 }),
  /** Whether an answer names people of the file, or any. */
  inside: fc.boolean(),
  /** Counted from the last made. */
  back: fc.nat({ max: 2 }),
});

describe("passages on a walk", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Awaited<ReturnType<typeof employed>>;
  const enrolments: string[] = [];
  const files: ModelFile[] = [];
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    let now = new Date("2026-11-25T09:00:00Z");
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    head = await employed(world, "Ines Responsable", "head-of-training");
    const cohort = await aCohort(world, head.actor);
    for (const name of PEOPLE) {
      // The last has no commune, and is never ready.
      const lacks = name === "Eva" && { birthCommune: "? Saint-Truc" };
      const identity = { ...FULL_SECTIONS.identity, givenNames: name, birthName: "Marche", ...lacks };
      const person = await anAccepted(world, { name: `${name} Marche`, sections: { identity } });
      enrolments.push(await enrolled(world, head.actor, person, cohort));
    }
    now = new Date(`${ON}T09:00:00Z`);
    const awarded = enrolments.map((enrolment) => ({ enrolment, outcome: "diploma" as const }));
    await ruled(world, { jury: "2026-11-30", notified: "2026-12-02" }, awarded);
  });
  after(() => close());

  const last = (person: number) => files.findLast(({ step, people }) => step !== "dropped" && people.includes(person));
  const state = (person: number) => {
    const file = last(person);
    const answer = file?.answers.get(person);
    if (!file || answer === "rejected") return person === PEOPLE.length - 1 ? "draft" : file ? "rejected" : "ready";
    return answer ?? (file.step === "made" ? "filed" : file.step);
  };
  /** In a file, regardless of later ones. */
  const inFile = (file: ModelFile, person: number) =>
    file.answers.get(person) ?? (file.step === "made" ? "filed" : file.step);

  const tried = async (act: unknown, input: object) => {
    const given = { actor: head.actor, establishment: SCHOOL, attempt: newAttempt(), input };
    return perform(world, act as Parameters<typeof perform>[1], given as never);
  };

  type Move = {
    readonly kind: string;
    readonly people: readonly number[];
    readonly inside: boolean;
    readonly back: number;
  };
  /** What the model says of it, and does. */
  async function make({ people }: Move): Promise<boolean> {
    const may = people.every((one) => ["ready", "rejected"].includes(state(one)));
    const outcome = await tried(makePassageFile, { passages: people.map((one) => enrolments[one]!) });
    if (outcome.kind === "done") {
      const { file: id } = outcome.value as { file: string };
      files.push({ id, people, answers: new Map(), step: "made" });
    }
    equal(outcome.kind === "done", may, JSON.stringify(outcome));
    return may;
  }

  async function onFile({ kind, people: any, inside, back }: Move): Promise<boolean> {
    const file = files.at(-1 - back);
    if (!file) return false;
    const own = any.map((each) => file.people[each % file.people.length]!);
    const people = inside ? [...new Set(own)] : any;
    const [one = 0] = people;
    const named = kind === "accept" ? people : [one];
    const answers = kind === "accept" || kind === "reject";
    const from = { deposit: "made", receive: "deposited", drop: "made" }[kind];
    const states = kind === "accept" ? ["received", "rejected"] : ["received", "accepted"];
    const may = answers
      ? file.step !== "dropped" &&
        named.every((each) => file.people.includes(each) && states.includes(inFile(file, each)) && last(each) === file)
      : file.step === from;
    const on = { file: file.id, on: ON };
    const passages = named.map((each) => enrolments[each]!);
    const outcome = await {
      deposit: () => tried(depositPassageFile, on),
      receive: () => tried(receivePassageFile, { ...on, receipt: "AR" }),
      drop: () => tried(dropPassageFile, { file: file.id, why: "À refaire" }),
      accept: () => tried(acceptPassages, { ...on, passages }),
      reject: () => tried(rejectPassage, { ...on, passage: passages[0], words: "Aucun titulaire" }),
    }[kind]!();
    equal(outcome.kind === "done", may, `${kind} ${file.step} ${JSON.stringify(outcome)}`);
    if (!may) return false;
    if (answers) for (const each of named) file.answers.set(each, kind === "accept" ? "accepted" : "rejected");
    else file.step = kind === "deposit" ? "deposited" : kind === "receive" ? "received" : "dropped";
    return true;
  }

  async function readAgain() {
    const actor = head.actor;
    const found = await view(world, seePassages, { actor, establishment: SCHOOL, input: {} });
    ok(found.kind === "found");
    const { counts, passages } = found.value;
    const { beyond, ...counted } = counts;
    const states = enrolments.map((_, person) => state(person));
    const inState = (one: string) => states.filter((each) => each === one).length;
    deepEqual(counted, Object.fromEntries(Object.keys(counted).map((one) => [one, inState(one)])));
    equal(beyond, 0);
    deepEqual(
      new Map(passages.map((one) => [one.enrolment, one.state as string])),
      new Map(passages.map(({ enrolment }) => [enrolment, states[enrolments.indexOf(enrolment)]!])),
    );
  }

  it("does what the model does, refuses what it refuses, and makes every file again with its fingerprint", async () => {
    const done: Record<string, number> = {};
    for (const one of fc.sample(move, { numRuns: 400, seed: 20261130 })) {
      const did = one.kind === "make" ? await make(one) : await onFile(one);
      if (!did) continue;
      done[one.kind] = (done[one.kind] ?? 0) + 1;
      await readAgain();
    }
    for (const kind of ["make", "deposit", "receive", "drop", "accept", "reject"])
      ok((done[kind] ?? 0) >= 1, JSON.stringify(done));
    equal(await withSchool(world.db, SCHOOL, async (tx) => (await yearCheck(tx, SCHOOL))?.label.en ?? ""), "");
    for (const { id } of files) {
      const found = await view(world, seePassageFile, {
        actor: head.actor,
        establishment: SCHOOL,
        input: { file: id },
      });
      ok(found.kind === "found" && found.value.whole);
    }
  });
});
