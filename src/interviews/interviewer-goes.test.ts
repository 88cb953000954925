/** Whoever is of a pair that still has people to hear leaves it with a ground, and those who arranged it learn of it. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { revokeGuest } from "../people/guests/acts.ts";
import { seeGuests } from "../people/guests/views.ts";
import { takeRole } from "../people/staff/acts.ts";
import { seeStaff } from "../people/views.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { anIntake } from "../test/dossiers.ts";
import { anInterviewDay, conforming, placed } from "../test/interviewing.ts";
import { actorOf, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { cancelInterview } from "./place-acts.ts";

const SCHOOL = "faire-ess";
const GROUND = "Elle connaît un des candidats.";

describe("whoever is of a pair that still has people to hear", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let officer: Actor;
  let director: Actor;
  let directorToken = "";
  let claire: Awaited<ReturnType<typeof conforming>>;
  let [intake, interview] = ["", ""];
  let [account, guest] = ["", ""];
  let now = new Date("2026-12-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    intake = await anIntake(world);
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const arranging = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    claire = await conforming(world, await arranging(), { name: "Claire" });
    now = new Date("2027-04-12T08:00:00Z");
    officer = await arranging();
    const day = await anInterviewDay(world, officer, { intake });
    interview = await placed(world, officer, day, { dossier: claire.dossier });
    account = day.pair.members[0].slice("account:".length);
    guest = day.pair.members[1].slice("guest:".length);
    const head = await makeAccount(world, { name: "Dominique", address: "dominique@exemple.fr" });
    await giveRoles(world, head, ["director"]);
    directorToken = await openedSession(world, head, ["password", "totp"]);
    director = await actorOf(world, directorToken);
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function tried<F extends TSchema, V>(act: Act<F, V>, input: Static<F>) {
    const request = { actor: director, establishment: SCHOOL, attempt: randomUUID(), input };
    const outcome = await perform(world, act, request);
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  }
  const grants = async () => {
    const seen = await view(world, seeStaff, { actor: director, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.staff.filter((one) => one.account === account) : [];
  };
  const invited = async () => {
    const seen = await view(world, seeGuests, { actor: director, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.guests.find(({ id }) => id === guest) : undefined;
  };
  const told = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select(["subject", "paragraphs"]).where("to_address", "=", address);
      const found = await mails.orderBy("id").execute();
      return found.at(-1);
    });

  it("goes with a ground alone, whichever way they were let in, and the list says why before anybody presses", async () => {
    const [grant] = await grants();
    match(grant!.kept[0]!.says.fr, /binôme\u00a0: 1 entretien est à tenir/);
    match((await invited())!.kept[0]!.says.fr, /binôme\u00a0: 1 entretien est à tenir/);
    match(await tried(revokeGuest, { id: guest }), /^ground: .*binôme.* Dites pourquoi/);
    match(await tried(revokeGuest, { id: guest, ground: " " }), /^ground: /);
    match(await tried(takeRole, { id: grant!.id }), /^ground: .*binôme.* Dites pourquoi/);
    equal((await invited())!.standing, "in force");
    equal((await grants()).length, 1);
  });

  it("is shown with a field on both pages, which keep what they refuse", async () => {
    const { open, fill, cookies } = visitor(app, `/${SCHOOL}`);
    cookies.set(SESSION_COOKIE, directorToken);
    const [grant] = await grants();
    match((await open("/equipe/invites")).text, /1 entretien est à tenir[^]*<textarea/);
    const page = `/equipe/retirer/${grant!.id}`;
    match((await open(page)).text, /1 entretien est à tenir[^]*<textarea/);
    const refused = await fill(page, {});
    equal(refused.status, 422);
    match(refused.text, /Dites pourquoi[^]*<textarea/);
  });

  it("is gone with the ground, which they and those who arrange the interviews read", async () => {
    const [grant] = await grants();
    equal(await tried(takeRole, { id: grant!.id, ground: GROUND }), "done");
    equal(await tried(revokeGuest, { id: guest, ground: GROUND }), "done");
    deepEqual(await grants(), []);
    equal((await invited())!.standing, "taken back");
    const last = await told("sacha@exemple.fr");
    match(last!.subject, /^Bruno A.* l’invitation a été retirée$/);
    match(JSON.stringify(last!.paragraphs), /1 entretien est à tenir.*Elle connaît un des candidats/);
    for (const { address } of [(await invited())!, grant!])
      match(JSON.stringify((await told(address))!.paragraphs), /Elle connaît un des candidats/);
  });

  it("goes as they like once nobody is left to be heard", async () => {
    const later = await anInterviewDay(world, officer, { intake, on: "2027-05-11" });
    const { dossier } = claire;
    const cancelled = { interview, reason: "Elle est reportée." };
    const asked = (input: object) => ({ actor: officer, establishment: SCHOOL, attempt: randomUUID(), input });
    equal((await perform(world, cancelInterview as Act, asked(cancelled))).kind, "done");
    const second = await placed(world, officer, later, { dossier });
    const id = later.pair.members[1].slice("guest:".length);
    match(await tried(revokeGuest, { id }), /^ground: /);
    equal((await perform(world, cancelInterview as Act, asked({ ...cancelled, interview: second }))).kind, "done");
    equal(await tried(revokeGuest, { id }), "done");
  });
});
