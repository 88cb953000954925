import { equal, match, notEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { visitor } from "../../test/journeys/visitor.ts";
import { addGeneratorTo, type Invented, lastCode, makeAccount, openedSession, PASSWORD } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";

describe("signing in over a session", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let claire: Invented;
  let luc: Invented;
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
    claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    luc = await makeAccount(world, { name: "Luc", address: "luc@exemple.fr" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const holding = (token: string) => {
    const who = visitor(app, "/faire-ess");
    who.cookies.set(SESSION_COOKIE, token);
    return who;
  };
  const opens = async (token: string) => (await holding(token).open("/compte")).status === 200;

  it("ends that session, of whichever account, and no other", async () => {
    for (const before of [claire, luc]) {
      const [here, elsewhere] = [await openedSession(world, before), await openedSession(world, before)];
      const who = holding(here);
      const page = await who.open("/compte/nom");
      // The page to sign in leads whoever is signed in on: its form was opened before, in another tab.
      const fields = { address: luc.address, password: PASSWORD, name: "" };
      equal((await who.sendFrom(page, "/connexion", fields)).status, 303);
      notEqual(who.cookies.get(SESSION_COOKIE), here);
      equal(await opens(who.cookies.get(SESSION_COOKIE)!), true);
      equal(await opens(here), false);
      equal(await opens(elsewhere), true);
    }
  });

  it("leaves in whoever mistypes, and tells them so instead of leading them on", async () => {
    const here = await openedSession(world, claire);
    const who = holding(here);
    const fields = { address: luc.address, password: "non et non", name: "" };
    const refused = await who.sendFrom(await who.open("/compte/nom"), "/connexion", fields);
    equal(refused.status, 422);
    match(refused.text, /ne vont pas ensemble/);
    equal(await opens(here), true);
  });

  it("ends it as well by a code and a new password", async () => {
    const here = await openedSession(world, claire);
    const who = holding(here);
    await who.fill("/connexion/code", { address: luc.address });
    await who.fill("/connexion/code/recu", { code: await lastCode(world, luc.address) });
    equal((await who.fill("/connexion/mot-de-passe", { password: PASSWORD })).status, 303);
    equal(await opens(here), false);
  });

  it("leaves in whoever sends the same form twice, or proves more", async () => {
    const who = holding(await openedSession(world, claire));
    const fields = { address: luc.address, password: PASSWORD, name: "" };
    await who.sendFrom(await who.open("/compte/nom"), "/connexion", fields);
    const page = await who.open("/compte/nom");
    for (let times = 0; times < 2; times++) equal((await who.sendFrom(page, "/connexion", fields)).status, 303);
    equal(await opens(who.cookies.get(SESSION_COOKIE)!), true);
    const { codes } = await addGeneratorTo(world, luc);
    equal((await who.fill("/compte/second-facteur", { code: codes[0]! })).status, 303);
    equal(await opens(who.cookies.get(SESSION_COOKIE)!), true);
  });
});
