/** Somebody convoked to an exam who is elsewhere that day: told with both things named, to those who plan and on the person's page. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { acting } from "../test/admissions.ts";
import { aGroup, aSession, employed as secretaryOf, type Held, SCHOOL } from "../test/certifying.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../test/trainees.ts";
import { interruptTraining } from "../training/cohorts/acts.ts";
import { withSchool } from "../db/school.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { buildServer } from "../web/server.ts";

const DAY = "2026-12-21";

describe("somebody who is elsewhere on the day of an exam", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let secretary: Invented;
  let ada: Person;
  let enrolment = "";
  let held: Held;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    head = (await employed(world, "Jeanne Deroin", "head-of-training")).actor;
    ada = await anAccepted(world, { name: "Ada Admise" });
    const cohort = await aCohort(world, head);
    enrolment = await enrolled(world, head, ada, cohort);
    const tom = await employed(world, "Tom Formateur", "trainer");
    const lesson = { unit: "UF1.3", on: DAY, trainer: `account:${tom.account}` };
    const lessons = [
      { ...lesson, from: "09:00", to: "12:00" },
      { ...lesson, from: "14:00", to: "17:00" },
    ];
    const { lessons: ids } = await deed(world, planLessons, head, { cohort, lessons });
    secretary = await secretaryOf(world, "Sophie Secrétaire", "certification-secretary");
    held = await aSession(world, { secretary, trainees: [{ ...ada, name: "Ada Admise", enrolment }] });
    const [a, b, c] = held.examiners.map(({ id }) => id);
    const examiners = [
      { person: a!, by: "authority" },
      { person: b!, by: "authority" },
      { person: c!, by: "establishment" },
    ];
    // As if the lesson had come to be hers only since.
    const hidden = { cancelled_why: "plus tard" };
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("lesson").set(hidden).where("id", "=", ids[0]!).execute(),
    );
    await aGroup(world, held, { exam: "DF2", day: DAY, from: "10:00", until: "12:00", examiners });
    const back = { cancelled_why: null };
    await withSchool(world.db, SCHOOL, (tx) => tx.updateTable("lesson").set(back).where("id", "=", ids[0]!).execute());
  });
  after(() => close());

  const asked = { from: "2026-11-25", until: "2027-02-01" };
  const told = async (actor: Actor, more: object = {}) => {
    const input = { dossiers: [ada.dossier], ...asked, ...more };
    const seen = await view(world, world.house.seeElsewhere, { actor, establishment: SCHOOL, input });
    return seen.kind === "found"
      ? seen.value.lines.map(({ name, on, one, other }) => [name, on, one?.what.fr ?? null, other.what.fr, other.from])
      : seen.kind;
  };

  it("is told of the lesson whose hours overlap, and not of the one in the afternoon", async () => {
    deepEqual(await told(head), [["Admise Ada", DAY, "séance de formation (DEIS)", "épreuve DF2 (DEIS)", "10:00"]]);
    deepEqual(await told(head, { until: "2026-12-20" }), [], "on that day alone");
  });

  it("is told of lessons and exam where another diploma’s interview is planned on that day", async () => {
    const planning = { kind: "interview", diploma: "other" };
    deepEqual(await told(head, { from: DAY, until: DAY, planning }), [
      ["Admise Ada", DAY, null, "épreuve DF2 (DEIS)", "10:00"],
      ["Admise Ada", DAY, null, "séance de formation (DEIS)", "09:00"],
      ["Admise Ada", DAY, null, "séance de formation (DEIS)", "14:00"],
    ]);
    deepEqual(await told(head, { from: DAY, until: DAY, planning: { kind: "exam", diploma: "deis" } }), []);
  });

  it("is told of an interruption, on the page of the person and where exams are arranged, with both named", async () => {
    await deed(world, interruptTraining, head, { enrolment, on: "2026-11-25", reason: "Un congé." });
    deepEqual(await told(head), [["Admise Ada", DAY, "épreuve DF2 (DEIS)", "formation interrompue (DEIS)", null]]);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    match(
      plain((await she.open(`/personnes/${ada.account}`)).text),
      /Lundi 21 décembre 2026 : épreuve DF2 \(DEIS\) de 10 h à 10 h 15, et aussi formation interrompue \(DEIS\) depuis le 25 novembre 2026\./,
    );
    match(
      plain((await she.open(`/certifications/${held.session}/composer`)).text),
      /Admise Ada, jeudi 17 décembre 2026 : formation interrompue \(DEIS\) depuis le 25 novembre 2026\./,
    );
    await app.close();
  });

  it("is told to those who plan, and to nobody else nor in another school", async () => {
    equal(await told(acting(world, ["finance"])), "forbidden");
    const elsewhere = { dossiers: [ada.dossier], ...asked };
    const seen = await view(world, world.house.seeElsewhere, {
      actor: acting(world, ["director"]),
      establishment: "ponant",
      input: elsewhere,
    });
    ok(seen.kind === "found");
    deepEqual(seen.value.lines, []);
  });
});
