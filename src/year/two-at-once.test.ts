/** What several people do at one moment: answers to one survey, publications of one year, entries and deposits of one declaration. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { employed, SCHOOL, trainee, type Trainee } from "../test/certifying.ts";
import { freshly, type Invented } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { runDue } from "../worker/run-due.ts";
import { depositBpf, enterBpf } from "./bpf/acts.ts";
import { seeBpf } from "./bpf/views.ts";
import { publishFigures } from "./figures/acts.ts";
import { publishedFigures, seeYear } from "./figures/views.ts";
import { answerSurvey } from "./surveys/acts.ts";
import { askSurveys } from "./surveys/duties.ts";
import { mySurveys } from "./surveys/views.ts";

const NAMES = ["Ada", "Ben", "Chloé", "Dan", "Eva", "Farid", "Gina", "Hugo"];
/** A year in which nobody is in training yet: what is declared of it wants nothing. */
const YEAR = 2026;
const ENTERED = {
  year: YEAR,
  version: 0,
  charges: 1_000,
  trainerSalaries: 100,
  purchases: 100,
  otherTurnover: 0,
  distance: false,
  publicBody: false,
  naf: "8542Z",
  external: [],
};

/** One is done, and the others are told why not. */
const onceOf = (count: number, otherwise: string) => ["done", ...Array.from({ length: count - 1 }, () => otherwise)];

describe("several at once", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-07-10T08:00:00Z");
  const people: Trainee[] = [];
  const accountants: Invented[] = [];
  const directors: Invented[] = [];
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    for (const name of NAMES) people.push(await trainee(world, `${name} Ensemble`));
    for (const name of ["Anna Une", "Bruno Deux", "Cléa Trois"])
      accountants.push(await employed(world, name, "finance"));
    for (const name of ["Dora Directrice", "Denis Directeur"]) directors.push(await employed(world, name, "director"));
    equal(await runDue(world, SCHOOL, [askSurveys]), NAMES.length);
  });
  after(() => close());

  const tried = <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  /** The same by each, three times at one moment. */
  const together = async <F extends TSchema, V>(who: readonly Invented[], act: Act<F, V>, input: Static<F>) => {
    const actors: Actor[] = [];
    for (const one of who) actors.push(await freshly(world, one));
    const outcomes = await Promise.all([...actors, ...actors, ...actors].map((actor) => tried(act, actor, input)));
    return outcomes.map(({ kind }) => kind).toSorted();
  };

  it("answer one survey, and none of their answers is lost, nor counted twice", async () => {
    const asks: { actor: Actor; ask: string }[] = [];
    for (const one of people) {
      const actor = await freshly(world, one);
      const mine = await view(world, mySurveys, { actor, establishment: SCHOOL, input: {} });
      ok(mine.kind === "found");
      asks.push({ actor, ask: mine.value.surveys[0]!.ask });
    }
    // Each presses twice, as one does where the page is slow.
    const answers = asks.flatMap(({ actor, ask }, nth) => {
      const input = { ask, answers: { overall: String(1 + (nth % 4)), text: `texte ${String(nth)}` } };
      return [tried(answerSurvey, actor, input), tried(answerSurvey, actor, input)];
    });
    const kinds = (await Promise.all(answers)).map(({ kind }) => kind).toSorted();
    deepEqual(kinds, [...NAMES.map(() => "done"), ...NAMES.map(() => "forbidden")]);
    const [box] = await withSchool(world.db, SCHOOL, async (tx) => {
      const found = await sql<{ answered: number; overall: object; texts: readonly string[] }>`
        select answered, tallies -> 'overall' as overall, texts from survey_box`.execute(tx);
      return found.rows;
    });
    equal(box!.answered, NAMES.length);
    deepEqual(box!.overall, { "1": 2, "2": 2, "3": 2, "4": 2 });
    equal(JSON.stringify(box!.texts).match(/texte \d/g)!.length, NAMES.length);
  });

  it("publish the rates of a year: once, and the other is told that nothing has changed since", async () => {
    const then = now;
    now = new Date("2031-01-10T08:00:00Z");
    const of = { diploma: "deis", year: 2030 };
    const seen = await view(world, seeYear, {
      actor: await freshly(world, directors[0]!),
      establishment: SCHOOL,
      input: of,
    });
    ok(seen.kind === "found");
    const { inputHash } = seen.value;
    deepEqual(await together(directors, publishFigures, { ...of, inputHash }), onceOf(6, "invalid"));
    const anyone = { actor: { kind: "anyone" } as const, establishment: SCHOOL, input: { diploma: "deis" } };
    const published = await view(world, publishedFigures, anyone);
    ok(published.kind === "found");
    deepEqual(
      published.value.years.map(({ version }) => version),
      [1],
    );
    now = then;
  });

  it("enter the charges of a declaration: the first is kept, and the others are told that it has changed", async () => {
    deepEqual(await together(accountants, enterBpf, ENTERED), onceOf(9, "stale"));
  });

  it("note the deposit of a declaration: once", async () => {
    const actor = await freshly(world, accountants[0]!);
    const seen = async () => {
      const found = await view(world, seeBpf, { actor, establishment: SCHOOL, input: { year: YEAR } });
      ok(found.kind === "found");
      return found.value;
    };
    const { inputHash } = await seen();
    const input = { year: YEAR, on: "2030-07-10", receipt: "AR-2026-1", inputHash };
    deepEqual(await together(accountants, depositBpf, input), onceOf(9, "invalid"));
    equal((await seen()).deposits.length, 1);
  });
});
