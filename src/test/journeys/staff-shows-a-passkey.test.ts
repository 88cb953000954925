import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { CDPSession, Page } from "playwright-core";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { giveRoles, makeAccount, PASSWORD } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";

const ADDRESS = "salma@exemple.fr";

describe("somebody who works here, with a passkey", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let tab: Tab;
  let page: Page;
  let cdp: CDPSession;
  let authenticator = "";
  let origin = "";
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
    const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
    // A passkey belongs to a name, and no address has one but the loopback's.
    origin = `http://localhost:${port}`;
    await giveRoles(world, await makeAccount(world, { name: "Salma", address: ADDRESS }), ["auditor"]);
    tab = await openTab(await testBrowser(), { width: 1280, script: true });
    page = tab.page;
    cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2" as const,
      transport: "internal" as const,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    };
    ({ authenticatorId: authenticator } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options }));
  });
  after(async () => {
    await tab.close();
    await app.close();
    await close();
  });

  const at = (path: string) => `${origin}/faire-ess${path}`;
  const signOut = async () => {
    await page.goto(at("/compte"));
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL(/connexion/);
  };
  const verified = (isUserVerified: boolean) =>
    cdp.send("WebAuthn.setUserVerified", { authenticatorId: authenticator, isUserVerified });

  it("signs in with her password, and adds the key of her device", async () => {
    await page.goto(at("/equipe"));
    await page.getByLabel("Adresse électronique", { exact: true }).fill(ADDRESS);
    await page.getByLabel("Mot de passe").fill(PASSWORD);
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await page.waitForURL(/compte\/preuves/);
    await page.getByLabel("Comment l’appeler ?").fill("mon ordinateur");
    await page.getByRole("button", { name: "Ajouter la clé d’accès" }).click();
    await page.getByRole("heading", { name: "Gardez vos codes de secours" }).waitFor();
    await page.getByRole("link", { name: "Je les ai gardés : continuer" }).click();
    await page.getByRole("heading", { name: "Qui travaille ici" }).waitFor();
  });

  it("comes back another day with the key alone, which is two proofs", async () => {
    await signOut();
    await page.context().clearCookies({ name: "livret_known" });
    await page.goto(at("/connexion?vers=/faire-ess/equipe"));
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
    await page.getByRole("heading", { name: "Qui travaille ici" }).waitFor();
    const cookies = await page.context().cookies();
    assert.equal(cookies.filter(({ name }) => name === "livret_known").length, 1, "the browser is known from then on");
  });

  it("proves a second time with it after a password", async () => {
    await signOut();
    await page.goto(at("/connexion?vers=/faire-ess/equipe"));
    await page.getByLabel("Adresse électronique", { exact: true }).fill(ADDRESS);
    await page.getByLabel("Mot de passe").fill(PASSWORD);
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await page.getByRole("button", { name: "Utiliser une clé d’accès" }).click();
    await page.getByRole("heading", { name: "Qui travaille ici" }).waitFor();
  });

  it("is told aloud where the device does not recognise her, and stays out", async () => {
    await signOut();
    await verified(false);
    await page.goto(at("/connexion?vers=/faire-ess/equipe"));
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
    await page.getByText("L’appareil n’a rien confirmé.").waitFor();
    assert.equal(
      await page
        .locator("[role=status]")
        .innerText()
        .then((said) => /rien confirmé/.test(said)),
      true,
    );
    await page.goto(at("/equipe"));
    assert.match(page.url(), /connexion/);
    await verified(true);
  });

  it("is not let in twice by what the device signed once", async () => {
    await page.goto(at("/connexion?vers=/faire-ess/compte"));
    const posted = page.waitForRequest(
      (request) => request.method() === "POST" && !/do=ask/.test(request.postData() ?? ""),
    );
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
    const body = (await posted).postData()!;
    await page.getByRole("heading", { name: "Mon compte" }).waitFor();
    await signOut();
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    // Another attempt, or the house would answer what it answered.
    const again = new URLSearchParams(body);
    again.set("_attempt", "another-attempt-of-somebody");
    const replayed = await app.inject({
      method: "POST",
      url: "/faire-ess/connexion",
      headers: { cookie, host: new URL(origin).host, "content-type": "application/x-www-form-urlencoded" },
      payload: again.toString(),
    });
    assert.equal(replayed.statusCode, 422);
    assert.ok(!String(replayed.headers["set-cookie"]).includes("livret_session"));
  });

  it("sees no such way where no script runs, and signs in with her password all the same", async () => {
    const bare = await openTab(await testBrowser(), { width: 320, script: false });
    await bare.page.goto(at("/connexion"));
    assert.equal(await bare.page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).isVisible(), false);
    assert.match(await bare.page.locator("noscript").innerHTML(), /Les clés d’accès demandent JavaScript/);
    await bare.page.getByLabel("Adresse électronique", { exact: true }).fill(ADDRESS);
    await bare.page.getByLabel("Mot de passe").fill(PASSWORD);
    await bare.page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await bare.page.getByRole("link", { name: "Donner la seconde preuve" }).waitFor();
    await bare.close();
  });

  it("asked nothing of another site, and no script stood in a page", () => {
    assert.deepEqual(
      tab.seen.faults.filter(({ text }) => !/422|Failed to load/.test(text)),
      [],
    );
  });
});
