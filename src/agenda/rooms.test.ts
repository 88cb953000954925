/** The rooms of a school: added, described anew, closed once nothing is booked in them. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { type Act, perform, view } from "../act/act.ts";
import type { Role } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { verifyAudit } from "../audit/verify.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { addRoom, changeRoom, closeRoom } from "./acts.ts";
import { bookAll, unbook } from "./book.ts";
import { seeRooms } from "./views.ts";
import type { Static, TSchema } from "typebox";

const SCHOOL = "faire-ess";

describe("a room", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let officer: string;
  let id = "";
  before(async () => {
    ({ world, close } = await testWorldOf({}));
    app = await buildServer(world, { perMinute: 1_000_000 });
    officer = await sessionOf("admission-officer");
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function sessionOf(role?: Role): Promise<string> {
    const who = await makeAccount(world, { name: role ?? "Nour", address: `${role ?? "nour"}@exemple.fr` });
    if (role) await giveRoles(world, who, [role]);
    return openedSession(world, who, ["password", "totp"]);
  }
  async function tried<F extends TSchema, V>(
    act: Act<F, V>,
    input: Static<F>,
    token = officer,
    establishment = SCHOOL,
  ) {
    const actor = await actorOf(world, token, establishment);
    const outcome = await perform(world, act, { actor, establishment, attempt: randomUUID(), input });
    if (outcome.kind !== "invalid") return outcome.kind;
    return outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join();
  }
  const rooms = async (establishment = SCHOOL) => {
    const actor = await actorOf(world, officer);
    const seen = await view(world, seeRooms, { actor, establishment, input: {} });
    return seen.kind === "found" ? seen.value.rooms : [];
  };

  it("is added by whoever keeps the rooms, under a name that no other in use has there", async () => {
    const actor = await actorOf(world, officer);
    ({ room: id } = await deed(world, addRoom, actor, { name: "  Salle \n B12 ", seats: 12, site: "" }));
    deepEqual(await rooms(), [{ id, name: "Salle B12", seats: 12, site: "", version: 1, closedAt: null }]);
    match(await tried(addRoom, { name: "salle b12", seats: 8, site: "" }), /^name: Une salle de ce nom existe déjà/);
    equal(await tried(addRoom, { name: "salle b12", seats: 8, site: "Nîmes" }), "done");
    match(await tried(addRoom, { name: " ", seats: 8, site: "" }), /^name: Donnez le nom/);
  });

  it("is neither added nor changed by an auditor, nor by whoever works for another school", async () => {
    const auditor = await sessionOf("auditor");
    equal(await tried(addRoom, { name: "C1", seats: 4, site: "" }, auditor), "forbidden");
    equal(await tried(closeRoom, { id }, auditor), "forbidden");
    const elsewhere = await makeAccount(world, { name: "Elsa", address: "elsa@exemple.fr" });
    await giveRoles(world, elsewhere, ["admission-officer"], "autre-ecole");
    const token = await openedSession(world, elsewhere, ["password", "totp"]);
    const input = { room: id, version: 1, name: "Prise", seats: 4, site: "" };
    equal(await tried(changeRoom, input, token, "autre-ecole"), "forbidden");
    equal(await tried(changeRoom, input, token), "forbidden");
  });

  it("is described anew by the first of two who save, and the other is shown what stands now", async () => {
    const input = { room: id, version: 1, name: "Salle B12", seats: 10, site: "" };
    equal(await tried(changeRoom, input), "done");
    equal(await tried(changeRoom, { ...input, seats: 9 }), "stale");
    equal((await rooms()).find((one) => one.id === id)?.seats, 10);
    match(await tried(changeRoom, { ...input, version: 2, name: "Salle B12", site: "Nîmes" }), /existe déjà/);
  });

  it("stays in use while something is booked in it, which is said, and is then closed for good", async () => {
    const from = new Date(world.now().getTime() + 86_400_000);
    const until = new Date(from.getTime() + 3_600_000);
    await withSchool(world.db, SCHOOL, (tx) => bookAll(tx, [{ what: "lesson:1", taken: `room:${id}`, from, until }]));
    match(await tried(closeRoom, { id }), /encore prise, pour une séance, le \S+ \d+ \S+ \d{4} à/);
    await withSchool(world.db, SCHOOL, (tx) => unbook(tx, "lesson:1"));
    equal(await tried(closeRoom, { id }), "done");
    equal(await tried(closeRoom, { id }), "forbidden");
    equal(await tried(changeRoom, { room: id, version: 3, name: "Encore", seats: 1, site: "" }), "forbidden");
    equal(await tried(addRoom, { name: "Salle B12", seats: 12, site: "" }), "done");
  });

  it("is kept on a page of the office, and read there by who only reads", async () => {
    const she: Visitor = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, officer);
    match(plain((await she.open("/compte")).text), /Salles/);
    equal((await she.fill("/salles", { do: "", name: "Amphithéâtre", seats: "", site: "" })).status, 422);
    equal(
      (await she.fill("/salles", { do: "", name: "Amphithéâtre", seats: "80", site: "" })).location,
      "/salles?fait=ajout",
    );
    match(plain((await she.open("/salles")).text), /Amphithéâtre Places 80 Lieu à l’adresse de l’école/);
    const reader = visitor(app, `/${SCHOOL}`);
    const auditor = await makeAccount(world, { name: "Max", address: "max@exemple.fr" });
    await giveRoles(world, auditor, ["auditor"]);
    reader.cookies.set(SESSION_COOKIE, await openedSession(world, auditor, ["password", "totp"]));
    const shown = (await reader.open("/salles")).text;
    match(shown, /Amphithéâtre/);
    equal(shown.includes('name="seats"'), false);
  });

  it("has all that was done to it in the record", async () => {
    const whole = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
  });
});
