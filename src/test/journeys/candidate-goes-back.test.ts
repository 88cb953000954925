import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { testServer } from "../server.ts";

describe("a candidate who goes back in her browser", { skip: await noBrowser() }, () => {
  let app: FastifyInstance;
  let tab: Tab;
  let page: Page;
  let origin: string;
  before(async () => {
    app = await testServer();
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    tab = await openTab(await testBrowser(), { width: 320, script: true });
    page = tab.page;
  });
  after(async () => {
    await tab.close();
    await app.close();
  });

  const send = async (name: string) => {
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name }).click();
    await loaded;
  };

  it("finds the question again that she had answered wrongly, then rightly, and sent once more it adds nothing", async () => {
    await page.goto(`${origin}/faire-ess/deis/candidater`);
    await page.getByLabel("Son nom, ou quelques lettres").fill("CAFERUIS");
    await send("Continuer");
    assert.match(await page.title(), /^Erreur/);
    await page.getByLabel("Année").fill("2015");
    await send("Continuer");
    assert.match(await page.title(), /^Votre expérience/);
    await page.goBack();
    assert.match(await page.title(), /Vos diplômes/);
    await page.getByLabel("Année").fill("2015");
    await send("Continuer");
    assert.match(await page.title(), /^Votre expérience/);
    await page.goto(`${origin}/faire-ess/deis/candidater/titres`);
    assert.equal(await page.getByRole("link", { name: /^Retirer/ }).count(), 1);
  });
});
