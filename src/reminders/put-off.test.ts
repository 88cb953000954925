/** A closing that is put off: what it says of those who were late by the old one, and what their receipt goes on saying. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import {
  aDossier,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../test/dossiers.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { openDossier } from "../dossier/views.ts";
import { takeBackDossier } from "../dossier/submit-acts.ts";
import { changeIntake } from "../intake/acts.ts";
import { declineLate } from "../office/acts.ts";
import { takeProlongedInTime } from "./duties.ts";

describe("a closing that is put off", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-03-20T09:00:00Z");
  let intake = "";
  const people: { who: Invented; dossier: string }[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = await anIntake(world);
    for (const name of ["late", "declined", "later", "draft"]) {
      const who = await makeAccount(world, { name, address: `${name}@exemple.fr` });
      const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
      people.push({ who, dossier: await aDossier(world, who, given) });
    }
  });
  after(() => close());

  const [LATE, DECLINED, LATER, DRAFT] = [0, 1, 2, 3];
  const handIn = async (which: number, at: string) => {
    now = new Date(at);
    await handedIn(world, people[which]!.who, people[which]!.dossier);
  };
  const opened = async (which: number) => {
    const { who, dossier } = people[which]!;
    const asked = { actor: candidate(world, who), establishment: "faire-ess", input: { dossier } };
    const found = await view(world, openDossier, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const officer: Actor = { ...HEAD_OF_TRAINING, roles: ["admission-officer"] } as Actor;
  const clock = () => runDue(world, "faire-ess", [takeProlongedInTime] as never);

  it("tells whoever puts it off whom it concerns, before it is done", async () => {
    await handIn(LATE, "2027-03-29T10:00:00Z");
    await handIn(DECLINED, "2027-03-30T10:00:00Z");
    await deed(world, declineLate, officer, { dossier: people[DECLINED]!.dossier, reason: "Trop tard." });
    await handIn(LATER, "2027-04-09T10:00:00Z");
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const lead = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, lead, ["head-of-training"]);
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, lead, ["password", "passkey"]));
    const page = plain((await she.open(`/campagnes/${intake}/modifier`)).text);
    await app.close();
    match(page, /1 personne qui n’a pas encore déposé recevra un courriel, ou une lettre à remettre/);
    match(page, /3 dossiers sont arrivés après la clôture/);
    match(page, /29 mars 2027/);
  });

  it("takes as in time, by a fact of its day, what was sent before the new closing, and nothing else", async () => {
    await clock();
    equal((await opened(LATE)).state.state, "late");
    const closes = { day: "2027-04-05", time: "23:59" };
    now = new Date("2027-04-01T08:00:00Z");
    const seen = await withSchool(world.db, "faire-ess", (tx) =>
      tx.selectFrom("intake").select("version").where("id", "=", intake).executeTakeFirstOrThrow(),
    );
    const change = { id: intake, version: seen.version, reason: "Une panne.", closes };
    await deed(world, changeIntake, HEAD_OF_TRAINING, change);
    await clock();
    const states = [];
    for (const which of [LATE, DECLINED, LATER, DRAFT]) states.push((await opened(which)).state.state);
    deepEqual(states, ["submitted", "submitted", "late", "draft"]);
    const { facts } = await opened(LATE);
    deepEqual(facts.at(-1)!.details, { reason: "Une panne." });
    const told = await withSchool(world.db, "faire-ess", (tx) =>
      tx
        .selectFrom("mail")
        .select("to_address as to")
        .where("subject", "like", "%compte comme déposé à temps")
        .orderBy("id")
        .execute(),
    );
    deepEqual(new Set(told.map(({ to }) => to)), new Set(["declined@exemple.fr", "late@exemple.fr"]));
    // Once; and whoever was declined may take it back like anybody, while there is time.
    const count = (await opened(LATE)).facts.length;
    await clock();
    equal((await opened(LATE)).facts.length, count);
    const { who, dossier } = people[DECLINED]!;
    await deed(world, takeBackDossier, candidate(world, who), { dossier });
  });

  it("leaves the receipt saying the closing that held when it was given", async () => {
    const [submission] = (await opened(LATE)).submissions;
    equal(submission!.closesAt?.toISOString(), "2027-03-28T21:59:59.999Z");
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, people[LATE]!.who));
    const page = await she.open(`/deis/dossier/${people[LATE]!.dossier}/recepisse/${submission!.number}`);
    await app.close();
    match(plain(page.text), /28 mars 2027/);
    ok(!plain(page.text).includes("5 avril 2027"));
  });
});
