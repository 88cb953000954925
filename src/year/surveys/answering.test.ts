/** Surveys are sent by the calendar, answered once by a link or signed in, reminded of, ended and closed. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { employed, SCHOOL, trainee, type Trainee, withoutAccount } from "../../test/certifying.ts";
import { freshly, type Invented } from "../../test/people.ts";
import { openedIntake } from "../../test/intakes.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { runDue } from "../../worker/run-due.ts";
import { yearCheck } from "../check.ts";
import { answerSurvey, askSurvey } from "./acts.ts";
import { askSurveys, closeSurveys, endSurveyAsks, remindSurveys } from "./duties.ts";
import { mySurveys, openSurvey, readSurveyTexts, seeSurveys } from "./views.ts";
import { REMINDING, soundWaiting, waitingFor } from "../../test/waiting-lines.ts";

const DUTIES = [askSurveys, remindSurveys, endSurveyAsks, closeSurveys];

describe("a survey at the end of a training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-07-09T08:00:00Z");
  const people: Trainee[] = [];
  let director: Invented;
  const on = (day: string) => {
    now = new Date(`${day}T08:00:00Z`);
  };
  const round = () => runDue(world, SCHOOL, DUTIES);
  const links = async (enrolment: string) => {
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{
        path: string;
      }>`select link ->> 'path' as path from mail where about = ${`enrolment:${enrolment}`} order by queued_at, id`.execute(
        tx,
      ),
    );
    return rows.map(({ path }) => path.split("/").at(-1)!);
  };
  const holder = (secret: string): Actor => ({ kind: "holder", secret });
  const answering = async (actor: Actor, answers: Record<string, string>, ask?: string, attempt = newAttempt()) =>
    perform(world, answerSurvey, { actor, establishment: SCHOOL, attempt, input: { ...(ask && { ask }), answers } });
  const opened = async (actor: Actor, ask?: string) =>
    view(world, openSurvey, { actor, establishment: SCHOOL, input: ask ? { ask } : {} });

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    now = new Date("2026-11-25T08:00:00Z");
    await openedIntake(world);
    on("2030-07-09");
    for (const name of ["Ada Un", "Ben Deux", "Chloé Trois"]) people.push(await trainee(world, name));
    director = await employed(world, "Dora Directrice", "director");
  });
  after(() => close());

  it("is sent ten days after the planned end, once, and not the day before", async () => {
    equal(await round(), 0);
    on("2030-07-10");
    equal(await round(), 3);
    equal(await round(), 0);
    const [ada] = people;
    const [secret] = await links(ada!.enrolment);
    const seen = await opened(holder(secret!));
    equal(seen.kind === "found" && seen.value.few, true);
    equal(seen.kind === "found" && seen.value.closesOn, "2030-09-07");
  });

  it("waits on the page of who is asked", async () => {
    const [ada] = people;
    const actor = await freshly(world, ada!);
    const mine = await view(world, mySurveys, { actor, establishment: SCHOOL, input: {} });
    deepEqual(mine.kind === "found" && mine.value.surveys.map(({ state }) => state), ["open"]);
    deepEqual(await waitingFor(world, actor, "answerSurvey"), [["answerSurvey", "2030-09-07"]]);
  });

  it("takes no answer that it does not offer, nor one without that which is published", async () => {
    const [secret] = await links(people[0]!.enrolment);
    const actor = holder(secret!);
    equal((await answering(actor, { overall: "5" })).kind, "invalid");
    equal((await answering(actor, { overall: "4", salary: "9" })).kind, "invalid");
    equal((await answering(actor, { teaching: "4" })).kind, "invalid");
    equal((await answering(holder("wrong"), { overall: "4" })).kind, "forbidden");
  });

  it("is answered once, by whichever of its links, and the same attempt gives the same outcome", async () => {
    const [ada] = people;
    const [secret] = await links(ada!.enrolment);
    const attempt = newAttempt();
    deepEqual(await answering(holder(secret!), { overall: "4", text: "Zèbre" }, undefined, attempt), {
      kind: "done",
      value: {},
    });
    deepEqual(await answering(holder(secret!), { overall: "4", text: "Zèbre" }, undefined, attempt), {
      kind: "done",
      value: {},
    });
    equal((await answering(holder(secret!), { overall: "1" })).kind, "forbidden");
    equal((await opened(holder(secret!))).kind, "missing");
    deepEqual(await waitingFor(world, await freshly(world, ada!), "answerSurvey"), []);
    await soundWaiting(world);
  });

  it("is answered by nobody else signed in", async () => {
    const { surveys } = await seen(await freshly(world, people[1]!));
    const ask = surveys[0]!.ask;
    equal((await answering(await freshly(world, people[2]!), { overall: "4" }, ask)).kind, "forbidden");
    equal((await answering(await freshly(world, people[1]!), { overall: "2" }, ask)).kind, "done");
    async function seen(actor: Actor) {
      const found = await view(world, mySurveys, { actor, establishment: SCHOOL, input: {} });
      if (found.kind !== "found") throw new Error(found.kind);
      return found.value;
    }
  });

  it("is reminded of after 15 and 40 days in the one mail a day, to who has not answered; the link stays good", async () => {
    const told = async () => {
      equal(await round(), 0);
      await runDue(world, SCHOOL, REMINDING);
      const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
        sql<{
          about: string;
        }>`select about from mail where subject like 'Dites ce que vous pensez%' order by about`.execute(tx),
      );
      return rows.map(({ about }) => about);
    };
    const chloe = `reminded:${people[2]!.account}`;
    on("2030-07-24");
    deepEqual(await told(), []);
    on("2030-07-25");
    deepEqual([await told(), await told()], [[chloe], [chloe]]);
    on("2030-08-18");
    deepEqual(await told(), [chloe]);
    on("2030-08-19");
    deepEqual(await told(), [chloe, chloe]);
    const [first] = await links(people[2]!.enrolment);
    equal((await opened(holder(first!))).kind, "found");
  });

  it("is reminded of by a mail with a link of its own, to who has no account", async () => {
    on("2030-08-20");
    const [, , chloe] = people;
    await withoutAccount(world, chloe!);
    equal(await round(), 1);
    equal((await links(chloe!.enrolment)).length, 2);
    equal(await round(), 0);
  });

  it("ends after its last day, with its links", async () => {
    on("2030-09-07");
    equal(await round(), 0);
    on("2030-09-08");
    equal(await round(), 1);
    for (const secret of await links(people[2]!.enrolment)) equal((await opened(holder(secret))).kind, "missing");
    const left = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("survey_link").select("id").execute());
    deepEqual(left, []);
  });

  it("shows counts alone until the survey of the year is closed, then what enough people answered", async () => {
    const before = await view(world, seeSurveys, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      input: {},
    });
    if (before.kind !== "found") throw new Error(before.kind);
    deepEqual(
      before.value.open.map(({ asked, answered, closableOn }) => [asked, answered, closableOn]),
      [[3, 2, "2031-03-11"]],
    );
    on("2031-03-10");
    equal(await round(), 0);
    on("2031-03-11");
    equal(await round(), 1);
    const closed = await view(world, seeSurveys, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      input: {},
    });
    if (closed.kind !== "found") throw new Error(closed.kind);
    deepEqual(closed.value.open, []);
    const [only] = closed.value.closed;
    deepEqual([only!.asked, only!.answered, only!.texts], [3, 2, 1]);
    // Two answers are fewer than the five that are published.
    deepEqual(only!.results[0], {
      question: "overall",
      label: only!.results[0]!.label,
      answered: 2,
      tally: null,
      unchanged: null,
    });
    const texts = await view(world, readSurveyTexts, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      input: { closing: only!.id },
    });
    deepEqual(texts.kind === "found" && texts.value.texts, ["Zèbre"]);
    const head = await freshly(world, await employed(world, "Hugo Responsable", "head-of-training"));
    equal(
      (await view(world, readSurveyTexts, { actor: head, establishment: SCHOOL, input: { closing: only!.id } })).kind,
      "forbidden",
    );
  });

  it("is checked: a link that outlives it, or an answer that is counted nowhere, is told", async () => {
    const told = () => withSchool(world.db, SCHOOL, async (tx) => (await yearCheck(tx, SCHOOL))?.label.en ?? "");
    equal(await told(), "");
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{ id: string }>`select id from survey_ask order by id limit 1`.execute(tx),
    );
    const id = rows[0]!.id;
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into survey_link (id, ask, hash) values (${id}::uuid, ${id}::uuid, ${Buffer.from(id)})`.execute(tx),
    );
    match(await told(), /survey_link/);
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`delete from survey_link where id = ${id}::uuid`.execute(tx);
      await sql`update survey_ask set state = 'answered'`.execute(tx);
    });
    match(await told(), /survey_box deis 2030 montpellier end/);
  });

  it("asks nobody of a year that is closed", async () => {
    await trainee(world, "Dan Quatre");
    equal(await round(), 0);
    const again = await perform(world, askSurvey, {
      actor: { kind: "clock", day: "2031-03-11" },
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { enrolment: people[0]!.enrolment, survey: "end" },
    });
    equal(again.kind, "forbidden");
  });
});
