/** No answer to a survey leads to who gave it, for somebody who has every row; and the attack finds what a careless table would tell. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import type { Row } from "../../kit/sql.ts";
import { type Answerer, attack, everyRow, type Found } from "../../test/attack.ts";
import { SCHOOL, trainee, type Trainee } from "../../test/certifying.ts";
import { deed, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { answerSurvey } from "./acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks } from "./duties.ts";
import { mySurveys } from "./views.ts";
import { view } from "../../act/act.ts";

/** In the order in which they answer; their words are in another order. */
const WORDS = ["Mirabelle", "Ananas", "Zeste", "Carotte", "Pamplemousse", "Betterave", "Kumquat", "Fenouil"];
const NAMES = ["Ada", "Ben", "Chloé", "Dan", "Eva", "Farid", "Gina", "Hugo"];

describe("an attack on the answers to a survey, with every row of every table", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-07-10T08:00:00Z");
  const people: (Trainee & Answerer)[] = [];
  let rows: readonly Found[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const trainees: Trainee[] = [];
    for (const name of NAMES) trainees.push(await trainee(world, `${name} Répond`));
    equal(await runDue(world, SCHOOL, [askSurveys]), NAMES.length);
    for (const [nth, one] of trainees.entries()) {
      // Each on a day of their own, half by the link of the mail and half signed in.
      now = new Date(`2030-08-${String(nth + 1).padStart(2, "0")}T0${String(nth)}:30:00Z`);
      const own = await freshly(world, one);
      const mine = await view(world, mySurveys, { actor: own, establishment: SCHOOL, input: {} });
      if (mine.kind !== "found") throw new Error(mine.kind);
      const { ask } = mine.value.surveys[0]!;
      const wrote = WORDS[nth]!;
      const answers = { overall: String(1 + (nth % 4)), teaching: String(1 + ((nth * 3) % 4)), text: wrote };
      if (nth % 2 === 0) await deed(world, answerSurvey, holder(await linkOf(world, one)), { answers });
      else await deed(world, answerSurvey, own, { ask, answers });
      const known = [one.enrolment, one.account, one.name, one.address, ask];
      people.push({ ...one, known, wrote });
    }
    rows = await withSchool(world.db, SCHOOL, everyRow);
  });
  after(() => close());

  it("finds the answers, and who answered, and nothing that leads from one to the other", () => {
    for (const { wrote } of people) ok(rows.some(({ row }) => JSON.stringify(row).includes(wrote)));
    equal(rows.filter(({ table, row }) => table === "survey_ask" && row.state === "answered").length, people.length);
    deepEqual(attack(rows, people), []);
  });

  it("finds nothing either once the survey is closed", async () => {
    now = new Date("2031-03-11T08:00:00Z");
    equal(await runDue(world, SCHOOL, [endSurveyAsks, closeSurveys]), 1);
    deepEqual(attack(await withSchool(world.db, SCHOOL, everyRow), people), []);
  });

  const planted = (each: (person: Trainee & Answerer, nth: number) => Row, more: Partial<Found> = {}) =>
    people.map((person, nth): Found => {
      // Rows of random ids and in another place, so that only what is planted tells.
      const place = (nth * 5) % people.length;
      const row = { id: randomUUID(), ...each(person, nth) };
      return { table: "survey_answer", row, xmin: "1", ctid: `(0,${String(place)})`, ...more };
    });
  const found = (more: readonly Found[]) => attack([...rows, ...more], people);

  it("sees through a row for each answer with an increasing id", () => {
    const ids = people.map(() => newId());
    deepEqual(found(planted(({ wrote }, nth) => ({ id: ids[nth], wrote }))), ["survey_answer: in the order of id"]);
    deepEqual(found(planted(({ wrote }) => ({ wrote }))), []);
  });

  it("sees through a row for each answer with its day or hour", () => {
    const told = found(planted(({ wrote }, nth) => ({ wrote, on: `2030-08-0${String(nth + 1)}` })));
    ok(told.includes("survey_answer: a moment at which one person did something"));
  });

  it("sees through the transaction and the place of rows", () => {
    const ticks = new Map(
      rows.filter(({ table }) => table === "survey_ask").map((one) => [one.row.enrolment, one.xmin]),
    );
    const written = planted(({ wrote }) => ({ wrote })).map((one, nth) => ({
      ...one,
      xmin: ticks.get(people[nth]!.enrolment)!,
    }));
    ok(found(written).includes("survey_answer: written by the transaction of one person"));
    const placed = planted(({ wrote }) => ({ wrote })).map((one, nth) => ({ ...one, ctid: `(0,${String(nth)})` }));
    deepEqual(found(placed), ["survey_answer: in the order of ctid"]);
  });

  it("sees through answers kept in the order in which they came, and beside whom they are of", () => {
    const [list] = planted(() => ({ texts: WORDS }));
    deepEqual(found([list!]), ["survey_answer: answers in the order in which they came"]);
    deepEqual(found(planted(({ wrote, enrolment }) => ({ wrote, enrolment }))), [
      "survey_answer: names a person beside an answer",
    ]);
  });

  it("sees through a recorded hash of each step", () => {
    const box = rows.find(({ table }) => table === "survey_box")!;
    const steps = people.map(() => ({
      table: "audit_record",
      row: { stored: [{ table: box.table, id: "one", hash: "" }] },
      xmin: "1",
      ctid: "(0,1)",
    }));
    deepEqual(found(steps), ["audit_record: hashes of survey_box, answer by answer"]);
    // A row for each answer, in no order and written by nobody’s transaction, of which the record keeps a hash.
    const each = planted(({ wrote }) => ({ wrote }));
    const stored = each.map(({ table, row }) => ({
      table: "audit_record",
      row: { stored: [{ table, id: row.id, hash: "" }] },
      xmin: "1",
      ctid: "(0,1)",
    }));
    deepEqual(found([...each, ...stored]), ["audit_record: hashes of survey_answer, answer by answer"]);
  });
});

const holder = (secret: string): Actor => ({ kind: "holder", secret });

async function linkOf(world: World, { enrolment }: Trainee): Promise<string> {
  const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
    sql<{ path: string }>`select link ->> 'path' as path from mail where about = ${`enrolment:${enrolment}`}`.execute(
      tx,
    ),
  );
  return rows[0]!.path.split("/").at(-1)!;
}
