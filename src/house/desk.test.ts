/** The first pages of staff and of guests: few lines of each kind, all roles of somebody together, and what a guest was let in for. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { letIntoIntake } from "../admission/let-in.ts";
import { withSchool } from "../db/school.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../page/session.ts";
import { guestToken } from "../test/certifying.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { deed, openedSession, stateGuest } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, employed, plannedCohort } from "../test/trainees.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { buildServer } from "../web/server.ts";

const SCHOOL = "faire-ess";
/** More than a first page lists of one kind. */
const TO_EXAMINE = 7;

describe("a first page", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let dora: Visitor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const person = await employed(world, "Dora Directrice", "director", "trainer");
    const lesson = { unit: "UF1.1", on: "2026-12-07", from: "09:00", to: "12:00", trainer: actorName(person.actor) };
    const cohort = await aCohort(world, HEAD_OF_TRAINING);
    await plannedCohort(world, HEAD_OF_TRAINING, cohort);
    await deed(world, planLessons, HEAD_OF_TRAINING, { cohort, lessons: [lesson] });
    now = new Date("2026-12-07T12:00:00Z");
    const rows = Array.from({ length: TO_EXAMINE }, (_, at) => ({
      chain: `dossier:00000000-0000-4000-8000-00000000000${String(at)}`,
      key: "examine",
      who: "may:handle the dossiers",
      from_on: "2026-12-01",
      until_on: "2028-01-01",
    }));
    await withSchool(world.db, SCHOOL, (tx) => tx.insertInto("waiting").values(rows).execute());
    dora = visitor(app, `/${SCHOOL}`);
    dora.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password", "totp"]));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const linksOf = (page: string) => [...page.matchAll(/<a [^>]*href="\/faire-ess([^"]*)"[^>]*>(.*?)<\/a>/g)];

  it("lists three of a kind, and leads to the others", async () => {
    const { text } = await dora.open("/a-faire");
    const toExamine = linksOf(text).filter(([, , label = ""]) => label.startsWith("Examiner le dossier"));
    deepEqual(
      toExamine.map(([, to = ""]) => to.replace(/\d{12}\?de=%2Fa-faire$/, "…")),
      [
        ...Array.from({ length: 3 }, () => "/dossiers/00000000-0000-4000-8000-…"),
        "/a-faire?quoi=examine&amp;quand=open&amp;seul=non",
      ],
    );
    match(toExamine.at(-1)![2]!, /4 autres$/);
    const all = (await dora.open("/a-faire?quoi=examine&quand=open&seul=non")).text;
    match(all, /Sans date limite <span class="n">7</);
    equal(linksOf(all).filter(([, to = ""]) => to.startsWith("/dossiers/0")).length, TO_EXAMINE);
  });

  it("has one menu and one list for a director who also teaches", async () => {
    const { text } = await dora.open("/a-faire");
    equal(text.match(/<nav aria-label="Mon travail">/g)?.length, 1);
    const [menu = ""] = /<nav aria-label="Mon travail">.*?<\/nav>/s.exec(text) ?? [];
    const inMenu = linksOf(menu).map(([, to]) => to);
    for (const to of ["/equipe", "/dossiers", "/mes-seances"]) ok(inMenu.includes(to), to);
    const said = (words: RegExp) => ok(words.test(text), String(words));
    said(/Vos rôles\s: formation, direction\./);
    said(/Contresignez la liste de votre séance/);
    said(/Examiner le dossier/);
  });

  const relief = (at: number, due: string) => waits(at, "decideRelief", "may:decide on admissions", due);
  const programme = (at: number, due: string) => waits(at, "signProgramme", "may:sign a programme", due);
  const waits = (at: number, key: string, who: string, due: string) => ({
    chain: `candidacy:00000000-0000-4000-8000-0000000000${String(at)}`,
    key,
    part: `00000000-0000-4000-8000-0000000000${String(at)}`,
    who,
    from_on: "2026-12-01",
    due_on: due,
    until_on: "2028-01-01",
  });
  const add = (...rows: ReturnType<typeof waits>[]) =>
    withSchool(world.db, SCHOOL, (tx) => tx.insertInto("waiting").values(rows).execute());
  /** Of the people invented here, in the order of the page. */
  const ledTo = async (page: string) =>
    linksOf((await dora.open(page)).text).flatMap(([, to = ""]) => /-0000000000([2-9]\d)\b/.exec(to)?.[1] ?? []);

  it("lists first what nobody else can do, then each part by day", async () => {
    await add(relief(21, "2026-12-05"), relief(22, "2026-12-02"), programme(23, "2026-12-05"));
    deepEqual(await ledTo("/a-faire"), ["23", "22", "21"]);
    const { text } = await dora.open("/a-faire");
    const parts = [...text.matchAll(/scope="rowgroup">([^<]*) <span class="n">(\d+)/g)];
    deepEqual(
      parts.map(([, part, count]) => [part, count]),
      [
        ["Ce qui n’attend que vous", "2"],
        ["En retard", "2"],
        ["Sans date limite", "7"],
      ],
    );
  });

  it("leads back to it from the page that a line leads to", async () => {
    const { text } = await dora.open("/a-faire");
    const [, lesson = ""] = linksOf(text).find(([, , label = ""]) => label.startsWith("Contresignez")) ?? [];
    const opened = (await dora.open(lesson.replaceAll("&amp;", "&"))).text;
    match(opened, /class="way"[^>]*><a href="\/faire-ess\/a-faire"/);
  });

  it("says in the menu of every page how much is late or due today, and not what waits by no day", async () => {
    // The lesson of today and the three of the test before; seven applications wait by no day.
    for (const page of ["/a-faire", "/dossiers", "/compte"]) {
      const { text } = await dora.open(page);
      const [, much = ""] = /À faire <span class="badge">(\d+)<span class="ds-sr-only"> choses/.exec(text) ?? [];
      equal(much, "4", page);
    }
  });

  it("counts it in the transaction in which the page reads", async () => {
    const { db } = world;
    const begin = db.startTransaction.bind(db);
    for (const [page, transactions] of [
      ["/a-faire", 1],
      ["/equipe/invites", 1],
    ] as const) {
      let begun = 0;
      db.startTransaction = () => (begun++, begin());
      try {
        match((await dora.open(page)).text, /<span class="badge">4</);
      } finally {
        db.startTransaction = begin;
      }
      equal(begun, transactions, page);
    }
  });

  it("folds a long part behind its number, and shows alone what waits for the reader alone", async () => {
    const [day, three] = ["2027-06-01", [0, 1, 2]];
    const examine = (at: number) => waits(at, "examine", "may:handle the dossiers", day);
    const plan = (at: number) => waits(at, "planCohort", "may:run the training", day);
    const place = (at: number) => waits(at, "placeInterview", "may:handle the dossiers", day);
    const [reliefs, programmes] = [(at: number) => relief(30 + at, day), (at: number) => programme(40 + at, day)];
    const kinds = (at: number) => [reliefs(at), programmes(at), examine(50 + at), plan(60 + at), place(80 + at)];
    await add(...three.flatMap(kinds));
    const { text } = await dora.open("/a-faire");
    const [, to, label] = linksOf(text).find(([, one = ""]) => one.startsWith("/a-faire?quand=")) ?? [];
    deepEqual([to, label], ["/a-faire?quand=later&amp;seul=non", "2 autres dans cette partie"]);
    const whole = await ledTo("/a-faire?quand=later&seul=non");
    deepEqual([whole.length, whole.filter((one) => one < "30")], [12, []]);
    match(text, /Ce qui n’attend que vous <span class="n">5</);
    deepEqual(await ledTo("/a-faire?seul=oui"), ["23", "40", "41", "42"]);
  });

  it("sets apart what others have still to do, until it is late", async () => {
    const list = (at: number, due: string) => ({
      ...waits(at, "countersign", "may:run the training", due),
      chain: `lesson:00000000-0000-4000-8000-0000000000${String(at)}`,
      facts: { school: 1, on: due, to: "12:00" },
    });
    await add(list(70, "2026-12-06"), list(71, "2027-01-08"));
    const { text } = await dora.open("/a-faire");
    const others = text.slice(text.indexOf("En attente d’autrui"));
    match(others, /Obtenir la liste contresignée/);
    match(others, /ven\.\u00a08\u00a0janv\.\u00a02027/);
    deepEqual(await ledTo("/a-faire?quand=others"), ["71"]);
    ok((await ledTo("/a-faire?quand=late")).includes("70"));
  });

  it("tells a guest what waits in the intake that they were let into, and nothing of another", async () => {
    const { id: intake } = await openedIntake(world, {});
    const { actor } = await stateGuest(world, "Solange Préfet");
    const contested = (at: number, within: string) => ({
      chain: `dossier:00000000-0000-4000-8000-00000000001${String(at)}`,
      key: "answerDispense",
      who: "may:answer for the authority",
      from_on: "2026-12-01",
      until_on: "2028-01-01",
      within: [intakeChain(within)],
    });
    const rows = [contested(0, intake), contested(1, randomUUID())];
    await withSchool(world.db, SCHOOL, (tx) => tx.insertInto("waiting").values(rows).execute());
    const solange = visitor(app, `/${SCHOOL}`);
    solange.cookies.set(GUEST_COOKIE, await guestToken(world, { id: actor.guest }));
    const ledTo = async () =>
      linksOf((await solange.open("/invite")).text).flatMap(([, to = ""]) => /-0000000000(1\d)/.exec(to)?.[1] ?? []);
    deepEqual(await ledTo(), []);
    await deed(world, letIntoIntake, HEAD_OF_TRAINING, { intake, guest: actor.guest });
    deepEqual(await ledTo(), ["10"]);
  });
});
