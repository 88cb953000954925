/** A page of the dossier is kept on the server while it is filled, and says so; what is not kept is said aloud. */
import { equal, match } from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { BrowserContext, Page } from "playwright-core";
import { withdrawDossier } from "../../dossier/submit-acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";
import { announced, assertFocus, enter, hear, press, tabTo, type } from "../browser/keyboard.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { aDossier, candidate } from "../dossiers.ts";
import { deed, type Invented, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { testWorldOf } from "../server.ts";

describe("a candidate who types", { skip: await noBrowser() }, () => {
  let world: World;
  let closeWorld: () => Promise<void>;
  let app: FastifyInstance;
  let port = 0;
  let now = new Date("2026-11-25T20:00:00Z");
  let her: Invented;
  let dossier = "";
  let tab: Tab;
  let page: Page;
  const origin = () => `http://127.0.0.1:${port}`;
  const at = (section: string) => `${origin()}/faire-ess/deis/dossier/${dossier}/${section}`;

  /** The same service again, at the same address: what a restart leaves is what the database holds. */
  const start = async () => {
    app = await buildServer(world, { perMinute: 1_000_000 });
    await app.listen({ port, host: "127.0.0.1" });
    ({ port } = app.server.address() as AddressInfo);
  };
  const stop = async () => {
    app.server.closeAllConnections();
    await app.close();
  };
  const signIn = async (context: BrowserContext) => {
    const value = await openedSession(world, her);
    await context.addCookies([{ name: SESSION_COOKIE, value, url: origin() }]);
  };
  /** What the server answers to the page's own keeping. */
  const kept = (one: Page) =>
    one.waitForResponse(
      (answer) => answer.request().method() === "POST" && answer.request().resourceType() === "fetch",
    );
  const laterBy = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  before(async () => {
    ({ world, close: closeWorld } = await testWorldOf({ now: () => now }));
    await start();
    her = await makeAccount(world, { name: "Claire Durand", address: "claire@exemple.fr" });
    dossier = await aDossier(world, her);
    tab = await openTab(await testBrowser(), { width: 320, script: true });
    page = tab.page;
    await signIn(page.context());
  });
  after(async () => {
    await tab.close();
    await stop();
    await closeWorld();
  });

  it("is told, politely, that what she wrote is kept after a pause, without leaving the field", async () => {
    await page.goto(at("partie/contact"));
    await announced(page);
    await tabTo(page, "textbox", "Téléphone");
    await type(page, "06 12 34 56 78");
    await hear(page, "Enregistré à 21 h 00");
    await assertFocus(page, "textbox", "Téléphone");
    equal(await page.locator("[data-autosave-fault]").innerText(), "");
  });

  it("is kept at once on leaving a field, and finds it again on another device", async () => {
    laterBy(5);
    await tabTo(page, "textbox", "Adresse");
    await type(page, "1 rue de l’Exemple");
    await press(page, "Tab");
    await hear(page, "Enregistré à 21 h 05");
    const phone = await openTab(await testBrowser(), { width: 320, script: false });
    await signIn(phone.page.context());
    await phone.page.goto(at("partie/contact"));
    equal(await phone.page.getByRole("textbox", { name: "Téléphone" }).inputValue(), "06 12 34 56 78");
    equal(await phone.page.locator("#street").inputValue(), "1 rue de l’Exemple");
    await phone.close();
  });

  it("is told aloud when the network goes, is warned before she leaves, and is kept when it comes back", async () => {
    laterBy(1);
    await page.context().setOffline(true);
    await tabTo(page, "textbox", "Ville");
    await type(page, "Sète");
    await hear(page, "Ceci n’est pas enregistré");
    match(await page.locator("[data-autosave-fault]").innerText(), /le réseau ou le service ne répond pas/);
    const asked = page.waitForEvent("dialog");
    const leaving = page.goto(at("partie/identity")).catch(() => undefined);
    const dialog = await asked;
    equal(dialog.type(), "beforeunload");
    await dialog.dismiss();
    await leaving;
    equal(await page.locator("#city").inputValue(), "Sète");
    await page.context().setOffline(false);
    await hear(page, "Enregistré à 21 h 06");
    equal(await page.locator("[data-autosave-fault]").innerText(), "");
  });

  it("is told aloud when the service is killed as she types, and loses nothing that was said to be kept", async () => {
    laterBy(1);
    await stop();
    await page.locator("#postcode").fill("34200");
    await hear(page, "le réseau ou le service ne répond pas");
    await start();
    // What another try would do in some seconds, leaving the field does at once.
    await page.locator("#street").focus();
    await hear(page, "Enregistré à 21 h 07");
    await page.reload();
    equal(await page.locator("#postcode").inputValue(), "34200");
    equal(await page.locator("#city").inputValue(), "Sète");
  });

  it("leaves by a link without a question, all being kept on the way", async () => {
    await page.locator("#streetMore").fill("Bâtiment C");
    const loaded = page.waitForEvent("load");
    await page.getByRole("link", { name: "Retour" }).click();
    await loaded;
    await page.goto(at("partie/contact"));
    equal(await page.locator("#streetMore").inputValue(), "Bâtiment C");
  });

  it("with two tabs, is told aloud that the other has saved, and the button leads to both values", async () => {
    laterBy(1);
    const other = await page.context().newPage();
    await other.goto(at("partie/contact"));
    const first = kept(other);
    await other.locator("#phone").fill("07 11 11 11 11");
    equal((await first).status(), 200);
    await other.close();
    await page.locator("#phone").fill("06 00 00 00 00");
    await hear(page, "cette page a été enregistrée ailleurs");
    await tabTo(page, "button", "Enregistrer et continuer");
    await enter(page);
    match(await page.title(), /enregistrée ailleurs/);
    await page.getByRole("radio", { name: "Ce qui est enregistré : 07 11 11 11 11" }).check();
    await page.getByRole("button", { name: "Garder ces choix" }).click();
    await page.waitForURL(/partie\/contact$/);
    equal(await page.locator("#phone").inputValue(), "07 11 11 11 11");
  });

  it("whose session has ended is told aloud, shows who she is, and finds kept what she had written", async () => {
    await page.locator("#city").fill("");
    await page.context().clearCookies({ name: SESSION_COOKIE });
    await page.locator("#postcode").fill("34110");
    await page.locator("#city").fill("Frontignan");
    await hear(page, "vous n’êtes plus connecté");
    await page.locator("#country").selectOption("FR");
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
    await page.getByLabel("Adresse électronique").fill("claire@exemple.fr");
    await page.getByLabel("Mot de passe").fill(PASSWORD);
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Se reconnecter et continuer" }).click();
    await loaded;
    match(page.url(), new RegExp(`/dossier/${dossier}/(?!partie/contact)`));
    await page.goto(at("partie/contact"));
    equal(await page.locator("#city").inputValue(), "Frontignan");
  });

  it("whose session had ended without a script is asked who she is, and loses nothing either", async () => {
    const bare = await openTab(await testBrowser(), { width: 320, script: false });
    await signIn(bare.page.context());
    await bare.page.goto(at("partie/identity"));
    await bare.page.locator("#birthName").fill("d’Aumont <b>");
    await bare.page.context().clearCookies({ name: SESSION_COOKIE });
    await bare.page.getByRole("button", { name: "Enregistrer et revenir plus tard" }).click();
    await bare.page.getByLabel("Adresse électronique").fill("claire@exemple.fr");
    await bare.page.getByLabel("Mot de passe").fill(PASSWORD);
    await bare.page.getByRole("button", { name: "Se reconnecter et continuer" }).click();
    await bare.page.waitForURL(new RegExp(`/dossier/${dossier}$`));
    await bare.page.goto(at("partie/identity"));
    equal(await bare.page.locator("#birthName").inputValue(), "d’Aumont <b>");
    await bare.close();
  });

  it("can go back in her browser to a page that told her of a fault", async () => {
    await signIn(page.context());
    await page.goto(at("partie/contact"));
    await page.locator("#postcode").fill("3400");
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
    await loaded;
    match(await page.title(), /^Erreur/);
    await page.goto(at("titres"));
    await page.goBack();
    match(await page.title(), /Vos coordonnées/);
    equal(await page.locator("#postcode").inputValue(), "3400");
  });

  it("is told aloud when the dossier was handed in elsewhere, and nothing pretends to be kept", async () => {
    await page.goto(at("partie/contact"));
    await deed(world, withdrawDossier, candidate(world, her), { dossier });
    await page.locator("#city").fill("Balaruc");
    await hear(page, "n’est plus ouverte");
  });
});
