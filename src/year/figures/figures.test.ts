/** The rates of a played year, against a count by hand; published as the director saw them, and again where facts changed. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Static } from "typebox";
import { type Actor, perform, type View, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import { sayDay } from "../../kit/lang.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
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
import { deed, freshly, type Invented, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { answerSurvey } from "../surveys/acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks } from "../surveys/duties.ts";
import { mySurveys } from "../surveys/views.ts";
import { seeEvidence } from "../director/evidence.ts";
import { noteTyped } from "../portals/acts.ts";
import { looksToDeclareRates } from "../portals/looks.ts";
import { listPortals, seePortalLine } from "../portals/views.ts";
import { publishFigures } from "./acts.ts";
import { figuresAsPublished, publishedFigures, seeLatestRates, seeYear, whoIsCounted } from "./views.ts";

const EVERYBODY = { kind: "anyone" } as const;

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
  const publishAs = async (input: Static<typeof publishFigures.form>) =>
    perform(world, publishFigures, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      attempt: newAttempt(),
      input,
    });
  const publish = (inputHash: string) => publishAs({ ...YEAR, inputHash });
  /** The line of these rates among what is to be given to the State. */
  const toTheState = async (state: string, happenedOn: string) => {
    await runDue(world, SCHOOL, [looksToDeclareRates]);
    const found = await seen<{
      portals: { lines: { id: string; declare: string; part: string; happenedOn: string }[] }[];
    }>(listPortals, await freshly(world, director), { portal: "state", state });
    const lines = found.portals.flatMap(({ lines }) => lines).filter(({ declare }) => declare === "insertion");
    deepEqual(
      lines.map((one) => [one.part, one.happenedOn]),
      [["2030", happenedOn]],
    );
    return lines[0]!.id;
  };
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

  it("await the planned end of who is in training, and say its day; who moved elsewhere will not be counted", async () => {
    const actor = await freshly(world, director);
    const { people: all } = await seen<{ people: { name: string; counts: string; plannedEnd: string }[] }>(
      whoIsCounted,
      actor,
      {
        ...YEAR,
        rate: "perseverance",
      },
    );
    deepEqual(
      all.map(({ name, counts }) => `${name}: ${counts}`),
      [...NAMES, "Gina Partie"].map((name) => `${name}: later`).concat("Hugo Transféré: not"),
    );
    const text = await page("/annee/deis/2030/personnes/perseverance", director);
    match(text, /Comptera à sa fin prévue, si rien ne change \(7\)/);
    match(text, new RegExp(`fin prévue le ${sayDay(all[0]!.plannedEnd, "fr").replaceAll(/\s/g, " ")}`));
    doesNotMatch(text, /rien dans cette année/);
    match(await page("/annee/deis/2030", director), /Pas encore de chiffre : l’année n’est pas finie/);
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
    await toTheState("to-type", "2031-01-15");
    const head = await freshly(world, await employed(world, "Hugo Responsable", "head-of-training"));
    const attempt = { actor: head, establishment: SCHOOL, attempt: newAttempt(), input: { ...YEAR, inputHash } };
    equal((await perform(world, publishFigures, attempt)).kind, "forbidden");
  });

  it("are refused where none has a figure, which says of each why", async () => {
    // Of 2029 nobody was to end, and nobody was ruled on.
    const empty = { diploma: "deis", year: 2029 };
    const { inputHash } = await seen<{ inputHash: string }>(seeYear, await freshly(world, director), empty);
    const outcome = await publishAs({ ...empty, inputHash });
    equal(
      outcome.kind === "invalid" && outcome.issues[0]!.message("fr"),
      "Rien ne se publie pour 2029 : aucun taux n’a de valeur. Aucune personne concernée cette année : taux de réussite, taux de persévérance, taux de satisfaction et taux d’insertion professionnelle.",
    );
    const text = await page("/annee/deis/2029", director);
    match(text, /aucun taux n’a de valeur/);
    doesNotMatch(text, /Publier ces taux|moins de 5/);
    doesNotMatch(await page("/annee/deis/2029/publier", director), /<button[^>]*>Publier/);
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
    const line = await toTheState("to-type", "2031-01-15");
    const own = await freshly(world, director);
    const { shown } = await seen<{ shown: string }>(seePortalLine, own, { line });
    await deed(world, noteTyped, own, { lines: [{ line, shown }], on: "2031-08-29", receipt: "DREETS-2031-14" });
    const { inputHash } = await year();
    equal((await publish(inputHash)).kind, "done");
    // More answered than was given to the State.
    equal(await toTheState("differs", "2031-01-15"), line);
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

  it("that were published without any figure neither hide an older year nor are evidence", async () => {
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into figures_published (id, diploma, year, version, answer, basis, input_hash, shown, shown_hash, published_on, published_by, published_at)
        select ${newId()}::uuid, diploma, 2031, 1, answer, basis, input_hash, jsonb_set(jsonb_set(shown, '{year}', '2031'), '{sites}', (
            select jsonb_agg(jsonb_set(s, '{rates}', (select jsonb_agg(r || '{"numerator": null, "denominator": 0, "percent": null}') from jsonb_array_elements(s -> 'rates') r)))
            from jsonb_array_elements(shown -> 'sites') s)), shown_hash, published_on, published_by, published_at
        from figures_published where year = 2030 and version = 1`.execute(tx),
    );
    const { years } = await seen<{ years: { shown: { year: number } }[] }>(publishedFigures, EVERYBODY, {
      diploma: "deis",
    });
    deepEqual(
      years.map(({ shown }) => shown.year),
      [2030],
    );
    match(await page("/deis"), /Taux de réussite 2030 : 4 sur 6/);
    doesNotMatch(await page("/deis/resultats"), /2031 :|Année 2031/);
    const { indicators, published } = await seen<{
      indicators: { proofs: { proof: string; count: number }[] }[];
      published: { year: number };
    }>(seeEvidence, await freshly(world, director), { diploma: "deis", year: 2031 });
    equal(published.year, 2030);
    const counts = indicators.flatMap(({ proofs }) => proofs).filter(({ proof }) => proof === "published-rates");
    ok(counts.length > 0 && counts.every(({ count }) => count === 2));
    const { diplomas } = await seen<{ diplomas: { last: { shown: { year: number } } }[] }>(
      seeLatestRates,
      await freshly(world, director),
      {},
    );
    equal(diplomas[0]!.last.shown.year, 2030);
  });

  async function page(path: string, as?: Invented): Promise<string> {
    const cookie = as && `${SESSION_COOKIE}=${await openedSession(world, as, ["password", "totp"])}`;
    const answer = await app.inject({ url: `/${SCHOOL}${path}`, headers: cookie ? { cookie } : {} });
    equal(answer.statusCode, 200);
    return answer.body.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\u00a0\u202f\s]+/g, " ");
  }
});
