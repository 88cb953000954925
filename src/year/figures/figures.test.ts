/** The rates of a played year, against a count by hand; published as the director saw them, and again where facts changed. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, perform, type View, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  SCHOOL,
  trainee,
  type Trainee,
} from "../../test/certifying.ts";
import { deed, freshly, type Invented } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { answerSurvey } from "../surveys/acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks } from "../surveys/duties.ts";
import { mySurveys } from "../surveys/views.ts";
import { publishFigures } from "./acts.ts";
import { figuresAsPublished, publishedFigures, seeYear, whoIsCounted } from "./views.ts";

const PASSED = [12, 11, 11, 11.5, 13] as const;
/** The collective report has one mark. */
const IN_PART = [8, 9, 11, 11.5, 9] as const;
const NAMES = ["Ada Admise", "Ben Diplômé", "Chloé Reçue", "Dan Reçu", "Eva Partielle", "Farid Partiel"];
const YEAR = { diploma: "deis", year: 2030 };

describe("the rates of a year", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let director: Invented;
  let people: Trainee[] = [];
  const on = (day: string) => {
    now = new Date(`${day}T08:00:00Z`);
  };
  const seen = async <V>(what: View, actor: Actor, input: object): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value as V;
  };
  const year = async () =>
    seen<NonNullable<Awaited<ReturnType<typeof seeYear.read>>>>(seeYear, await freshly(world, director), YEAR);
  const rates = async () =>
    Object.fromEntries(
      (await year()).shown.sites[0]!.rates.map(({ rate, numerator, denominator, percent }) => [
        rate,
        [numerator, denominator, percent],
      ]),
    );
  const publish = async (inputHash: string) =>
    perform(world, publishFigures, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { ...YEAR, inputHash },
    });
  const answers = async (who: Trainee, given: Record<string, string>) => {
    const own = await freshly(world, who);
    const { surveys } = await seen<{ surveys: { ask: string; state: string }[] }>(mySurveys, own, {});
    await deed(world, answerSurvey, own, { ask: surveys.find(({ state }) => state === "open")!.ask, answers: given });
  };
  const calendar = () => runDue(world, SCHOOL, [askSurveys, endSurveyAsks, closeSurveys]);

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    director = await employed(world, "Dora Directrice", "director");
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    for (const name of NAMES) people.push(await trainee(world, name));
    const gone = await trainee(world, "Gina Partie");
    const moved = await trainee(world, "Hugo Transféré");
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const [{ enrolment }, kind] of [
        [gone, "abandoned"],
        [moved, "transferred"],
      ] as const) {
        await sql`insert into enrolment_fact (id, enrolment, number, kind, on_day, entered_by, entered_at)
          values (${newId()}::uuid, ${enrolment}::uuid, 1, ${kind}, '2029-02-01', 'operator', ${now})`.execute(tx);
        await sql`update enrolment set state = ${kind} where id = ${enrolment}::uuid`.execute(tx);
      }
    });
    const held = await aSession(world, { secretary, trainees: people });
    const groups = await arranged(world, held, { day: "2030-06-11" });
    on("2030-06-12");
    const sheets = Object.fromEntries(NAMES.map((name, nth) => [name, nth < 4 ? PASSED : IN_PART]));
    await allMarked(world, held, groups, sheets);
    on("2030-06-25");
    await decided(world, held);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("count who was ruled on and who stayed, as one counts by hand", async () => {
    on("2031-01-15");
    // Four of six obtained it. Seven were to end in 2030, the one who moved to another school aside: six stayed.
    deepEqual(await rates(), {
      success: [4, 6, 67],
      perseverance: [6, 7, 86],
      satisfaction: [null, 0, null],
      insertion: [null, null, null],
    });
    const { findings, unsited, withdrawn, over } = await year();
    deepEqual([findings, unsited, withdrawn, over], [[], 0, 0, true]);
  });

  it("name each person behind a figure, with why", async () => {
    const actor = await freshly(world, director);
    const of = async (rate: string) =>
      Map.groupBy(
        (await seen<{ people: { name: string; counts: string }[] }>(whoIsCounted, actor, { ...YEAR, rate })).people,
        ({ counts }) => counts,
      );
    const success = await of("success");
    equal(success.get("numerator")!.length, 4);
    deepEqual(
      success.get("denominator")!.map(({ name }) => name),
      ["Eva Partielle", "Farid Partiel"],
    );
    deepEqual(
      success.get("not")!.map(({ name }) => name),
      ["Gina Partie", "Hugo Transféré"],
    );
    const stayed = await of("perseverance");
    deepEqual(
      stayed.get("denominator")!.map(({ name }) => name),
      ["Gina Partie"],
    );
    deepEqual(
      stayed.get("not")!.map(({ name }) => name),
      ["Hugo Transféré"],
    );
  });

  it("are published as they were seen, by the director, once for the same facts", async () => {
    const { inputHash } = await year();
    equal((await publish(`sha256:${"0".repeat(64)}`)).kind, "stale");
    equal((await publish(inputHash)).kind, "done");
    equal((await publish(inputHash)).kind, "invalid");
    const head = await freshly(world, await employed(world, "Hugo Responsable", "head-of-training"));
    const attempt = { actor: head, establishment: SCHOOL, attempt: newAttempt(), input: { ...YEAR, inputHash } };
    equal((await perform(world, publishFigures, attempt)).kind, "forbidden");
  });

  it("do not publish a year that is not over", async () => {
    const input = { diploma: "deis", year: 2031, inputHash: `sha256:${"0".repeat(64)}` };
    const actor = await freshly(world, director);
    const outcome = await perform(world, publishFigures, {
      actor,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input,
    });
    match(outcome.kind === "invalid" ? outcome.issues[0]!.message("fr") : "", /n’est pas finie/);
  });

  it("are read by everybody, the count before the percentage, beside those that are only quoted", async () => {
    const text = await page("/deis/resultats");
    match(text, /4 sur 6, soit 67 %/);
    match(text, /6 sur 7, soit 86 %/);
    match(text, /89 %/);
    match(text, /cité, sans effectif/);
    match(text, /Publiés le 15 janvier 2031/);
    const diploma = await page("/deis");
    match(diploma, /Taux de réussite 2030 : 4 sur 6, soit 67 %/);
    match(diploma, /Taux cités de 2022, sans effectif/);
  });

  it("take the answers of a survey once it is closed, as a new version beside the first", async () => {
    on("2031-02-01");
    // Asked on their day, in July 2030 and in December: the calendar was off, and whose days have passed is asked no more.
    equal(await calendar(), 6);
    for (const [nth, who] of people.slice(0, 5).entries())
      await answers(who, {
        situation: ["employed", "employed", "self-employed", "studying", "seeking"][nth]!,
        "at-entry": "employed",
      });
    deepEqual((await rates()).insertion, [null, null, null]);
    on("2031-08-29");
    equal(await calendar(), 2);
    // Three of four: who studies is not counted, and four are fewer than the five that are published.
    deepEqual((await rates()).insertion, [null, null, null]);
    const { inputHash } = await year();
    equal((await publish(inputHash)).kind, "done");
    const { years } = await seen<{ years: { version: number; shown: { on: string } }[] }>(
      publishedFigures,
      { kind: "anyone" },
      { diploma: "deis" },
    );
    deepEqual(
      years.map(({ version, shown }) => [version, shown.on]),
      [[2, "2031-08-29"]],
    );
  });

  it("keep each version as it was published", async () => {
    const first = await seen<{ shown: object; shownHash: string }>(
      figuresAsPublished,
      { kind: "anyone" },
      { ...YEAR, version: 1 },
    );
    const text = await page("/deis/resultats/2030/1");
    match(text, /4 sur 6, soit 67 %/);
    ok(text.includes(first.shownHash));
    equal((await app.inject({ url: `/${SCHOOL}/deis/resultats/2030/9` })).statusCode, 404);
  });

  async function page(path: string): Promise<string> {
    const answer = await app.inject({ url: `/${SCHOOL}${path}` });
    equal(answer.statusCode, 200);
    return answer.body.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\u00a0\u202f\s]+/g, " ");
  }
});
