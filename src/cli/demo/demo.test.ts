/** A demonstration, made and entered; and everything that must not be one. */
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform } from "../../act.ts";
import { PROVEN_TABLES } from "../../acts.ts";
import type { Config } from "../../config.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import { birthOf } from "../../record/birth/birth.ts";
import { verifyAudit } from "../../record/verify.ts";
import { StartError } from "../../start.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../world.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { buildDemo, DemoError } from "./build.ts";
import { chance } from "./chance.ts";
import { refuseOpenDemo } from "./first-start.ts";
import { inventedPdf } from "./paper.ts";
import { inventPerson } from "./person.ts";

const SCHOOL = "faire-ess";
const HOW = { schools: [SCHOOL], dossiers: 12, seed: 7, parallel: 1 };

describe("a demonstration", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  before(async () => {
    const made = await testWorldOf();
    close = made.close;
    await buildDemo(made.world, HOW);
    const demo = await birthOf(made.world.db);
    world = { ...made.world, ...(demo && { demo }) };
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const states = () =>
    withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("dossier_state").select("state").orderBy("state").execute());

  it("has candidates in every state, and staff of every role", async () => {
    const kinds = new Set((await states()).map(({ state }) => state));
    for (const state of ["draft", "submitted", "withdrawn", "complement"]) ok(kinds.has(state), state);
    equal(world.demo!.shown.length, 17);
  });

  it("was made by acts, whose record holds", async () => {
    for (const establishment of [DEPLOYMENT, SCHOOL]) {
      const given = { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES };
      deepEqual((await verifyAudit(world.db, given)).tampered, []);
    }
  });

  it("says on every page that it is one", async () => {
    const anyone = visitor(app, `/${SCHOOL}`);
    for (const path of ["", "/deis", "/aide", "/rien-du-tout", "/demonstration"])
      match((await anyone.open(path)).text, /toutes les personnes sont inventées/, path);
  });

  it("is entered as one of its people without a password, and shows what is theirs", async () => {
    const her = visitor(app, `/${SCHOOL}`);
    const { account } = world.demo!.shown.find(({ label }) => label.fr.includes("candidature déposée"))!;
    equal((await her.fill("/demonstration", { account })).status, 303);
    match((await her.open("/deis/dossier")).text, /Suivre mon dossier/);
  });

  it("lets nobody in as somebody who is not shown", async () => {
    const him = visitor(app, `/${SCHOOL}`);
    const sent = await him.fill("/demonstration", { account: "00000000-0000-4000-8000-000000000000" });
    equal(sent.status, 422);
    equal((await him.open("/compte")).status, 303);
  });

  it("cannot be made of a database that was used", async () => {
    await rejects(buildDemo(world, HOW), DemoError);
  });
});

describe("a deployment that is no demonstration", () => {
  it("has no invented account, and no such page", async () => {
    const { world, close } = await testWorldOf();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const input = { address: "inventee@demonstration.invalid", name: "Inventée", language: "fr" as const };
    const given = { actor: { kind: "operator" } as const, establishment: SCHOOL, attempt: newAttempt(), input };
    equal((await perform(world, makeDemoAccount, given)).kind, "forbidden");
    equal((await app.inject({ url: `/${SCHOOL}/demonstration` })).statusCode, 404);
    await app.close();
    await close();
  });
});

describe("the address of a demonstration", () => {
  const open = (host: string, demoHost?: string) => () =>
    refuseOpenDemo({ demo: {} } as World, { host, demoHost } as Config);
  it("is this machine’s own, or is given twice", () => {
    for (const host of ["127.0.0.1", "::1", "localhost"]) open(host)();
    throws(open("0.0.0.0"), StartError);
    throws(open("0.0.0.0", "192.168.0.1"), StartError);
    open("0.0.0.0", "0.0.0.0")();
  });
});

describe("invented people", () => {
  it("are the same from the same seed, with so many titles and periods that a dossier has two and four on average, those hardly begun included", async () => {
    const { world, close } = await testWorldOf();
    const law = world.law(SCHOOL, "deis", { on: "2026-11-25" })!;
    await close();
    const people = (seed: number) =>
      Array.from({ length: 500 }, (_, at) => inventPerson(chance(seed + at), at, law, "2026-11-25"));
    deepEqual(people(1), people(1));
    const mean = (count: (one: ReturnType<typeof people>[number]) => number) =>
      people(1).reduce((sum, one) => sum + count(one), 0) / 500;
    ok(Math.abs(mean(({ draft }) => draft.titles.length) - 2.3) < 0.2);
    ok(Math.abs(mean(({ draft }) => draft.periods.length) - 4.6) < 0.4);
  });

  it("have papers with as many pages as they say", async () => {
    const { getDocumentProxy } = await import("unpdf");
    const { numPages } = await getDocumentProxy(new Uint8Array(inventedPdf(9, "École (essai)")));
    equal(numPages, 9);
  });
});
