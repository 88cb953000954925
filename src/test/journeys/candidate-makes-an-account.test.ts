import { equal, match, notEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { buildServer } from "../../web/server.ts";
import { testWorldOf } from "../server.ts";
import { type Visitor, visitor } from "./visitor.ts";
import type { World } from "../../act/world.ts";

const PASSWORD = "trois chats et un tambour";

describe("a candidate makes an account", () => {
  let app: FastifyInstance;
  let world: World;
  let close: () => Promise<void>;
  let her: Visitor;
  let now = new Date("2026-11-25T20:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    her = visitor(app, "/faire-ess");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const lastCode = async () => {
    const mails = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("mail").select(["subject", "to_address"]).orderBy("id", "desc").limit(1).execute(),
    );
    return /^\d{6}/.exec(mails[0]!.subject)![0];
  };

  it("is asked to sign in where the page is hers alone, and told how to begin", async () => {
    const sent = await her.open("/compte/acces");
    equal(sent.status, 303);
    match(sent.location!, /\/connexion\?vers=/);
    const page = await her.open(sent.location!);
    match(page.text, /Quelle est votre adresse électronique/);
  });

  it("says her address, and hears what is wrong with one that is not whole", async () => {
    const refused = await her.fill("/connexion", { do: "code", email: "claire.exemple.fr" });
    equal(refused.status, 422);
    match(refused.text, /Cette adresse n’est pas complète/);
    match(refused.text, /value="claire.exemple.fr"/);
    const sent = await her.fill("/connexion?vers=/faire-ess/compte/acces", { do: "code", email: "claire@exemple.fr" });
    match(sent.location!, /\/connexion\/code\/recu/);
  });

  it("types the code she received, a wrong one is counted, and is in: no name and no password are asked", async () => {
    const code = await lastCode();
    const wrong = code === "000000" ? "000001" : "000000";
    const path = "/connexion/code/recu?vers=/faire-ess/compte/acces";
    match((await her.fill(path, { code: wrong.slice(1) })).text, /n’a pas été essayé/);
    match((await her.fill(path, { code: wrong })).text, /Ce n’est pas ce code. Il reste 4 essais/);
    const sent = await her.fill(path, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    equal(sent.location, "/compte/acces");
    const mine = await her.open("/compte/acces");
    equal(mine.status, 200);
    match(mine.text, /claire@exemple.fr/);
  });

  it("comes back by another code, to the same account", async () => {
    const phone = visitor(app, "/faire-ess");
    await phone.fill("/connexion", { do: "code", email: "claire@exemple.fr" });
    equal((await phone.fill("/connexion/code/recu", { code: await lastCode() })).location, "/compte?entree=1");
    const accounts = await withSchool(world.db, DEPLOYMENT, (tx) => tx.selectFrom("account").select("id").execute());
    equal(accounts.length, 1);
  });

  it("chooses a password afterwards, by a code, which is not everybody’s", async () => {
    await her.fill("/connexion/code?vers=/faire-ess/compte/acces", { address: "claire@exemple.fr" });
    const path = (await her.fill("/connexion/code/recu?vers=/faire-ess/compte/acces", { code: await lastCode() }))
      .location!;
    match(path, /mot-de-passe/);
    match((await her.open(path)).text, /claire@exemple.fr/);
    const poor = await her.fill(path, { password: "motdepasse" });
    equal(poor.status, 422);
    match(poor.text, /que l’on essaie en premier/);
    equal((await her.fill(path, { password: PASSWORD })).location, "/compte/acces");
    equal((await her.open("/compte/acces")).status, 200);
  });

  it("signs out, and in again with her password alone", async () => {
    await her.sendFrom(await her.open("/compte/acces"), "/deconnexion", {});
    equal((await her.open("/compte/acces")).status, 303);
    const wrong = await her.fill("/connexion", { address: "claire@exemple.fr", password: "trois chats" });
    match(wrong.text, /ne vont pas ensemble/);
    const done = await her.fill("/connexion", { address: " Claire@Exemple.FR", password: PASSWORD });
    equal(done.location, "/compte?entree=1");
  });

  it("is not told whether another address has an account", async () => {
    const other = visitor(app, "/faire-ess");
    const known = await other.fill("/connexion/code", { address: "claire@exemple.fr" });
    const unknown = await visitor(app, "/faire-ess").fill("/connexion/code", { address: "personne@exemple.fr" });
    equal(known.location, unknown.location);
    const wrong = async (address: string) =>
      (await visitor(app, "/faire-ess").fill("/connexion", { address, password: "rien du tout ici" })).text.replaceAll(
        /value="[^"]*"/g,
        "",
      );
    equal(await wrong("claire@exemple.fr"), await wrong("personne@exemple.fr"));
  });

  it("waits after ten wrong passwords, she alone, and her session stands", async () => {
    const stranger = visitor(app, "/faire-ess");
    const tries = { address: "luc@exemple.fr", password: "non et non" };
    for (let at = 0; at < 10; at++) equal((await stranger.fill("/connexion", tries)).status, 422);
    const { text } = await visitor(app, "/faire-ess").fill("/connexion", tries);
    match(text, /Trop de mots de passe refusés pour cette adresse/);
    const other = visitor(app, "/faire-ess");
    equal((await other.fill("/connexion", { address: "claire@exemple.fr", password: PASSWORD })).status, 303);
  });

  it("gets a new password by a code, which ends every other session", async () => {
    const phone = visitor(app, "/faire-ess");
    now = new Date(now.getTime() + 3_600_000);
    await phone.fill("/connexion/code", { address: "claire@exemple.fr" });
    await phone.fill("/connexion/code/recu", { code: await lastCode() });
    const chosen = await phone.fill("/connexion/mot-de-passe", { password: "quatre loups et un violon" });
    equal(chosen.location, "/compte?entree=1", "to what she came back for");
    equal((await her.open("/compte/acces")).status, 303);
    equal((await phone.open("/compte/acces")).status, 200);
  });

  it("is signed out when her session is thirty days old", async () => {
    const phone = visitor(app, "/faire-ess");
    await phone.fill("/connexion", { address: "claire@exemple.fr", password: "quatre loups et un violon" });
    now = new Date(now.getTime() + 30 * 86_400_000 - 1000);
    equal((await phone.open("/compte/acces")).status, 200);
    now = new Date(now.getTime() + 1000);
    equal((await phone.open("/compte/acces")).status, 303);
    notEqual(phone, her);
  });
});
