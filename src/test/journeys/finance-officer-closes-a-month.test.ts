import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import type { World } from "../../act/world.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { axeFaults } from "../browser/checks.ts";
import { announced, enter, tabTo } from "../browser/keyboard.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { owes, someone } from "../charging.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";

describe("a finance officer hands a month to the accountant and closes it, by keyboard alone", {
  skip: await noBrowser(),
}, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let tab: Tab;
  let page: Page;
  let origin: string;
  let now = new Date("2026-11-10T09:00:00Z");

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const clerk = someone("00000000-0000-4000-8000-0000000000f1", "finance");
    const { id: charge } = await owes(world, "faire-ess", { name: "Nadia Benali", called: "D-2026-000001" });
    await deed(world, recordPayment, clerk, { charge, amount: 16_000, paidOn: "2026-11-10", means: "transfer" });
    now = new Date("2026-12-03T09:00:00Z");
    const officer = await makeAccount(world, { name: "Paule Comptable", address: "paule@exemple.fr" });
    await giveRoles(world, officer, ["finance"]);
    tab = await openTab(await testBrowser(), { width: 1280, script: true });
    page = tab.page;
    const value = await openedSession(world, officer, ["password", "totp"]);
    await page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  });
  after(async () => {
    await tab.close();
    await app.close();
    await close();
  });

  const sound = async () => assert.deepEqual(await axeFaults(page), []);
  const says = async (text: RegExp) =>
    assert.match((await page.locator("main").innerText()).replaceAll(/\s/g, " "), text);
  const go = async (role: "link" | "button", name: string | RegExp) => {
    await tabTo(page, role, name);
    await enter(page);
  };

  it("finds last month added up by account", async () => {
    await page.goto(`${origin}/faire-ess/finances`);
    await tabTo(page, "DisclosureTriangle", "Tout");
    await page.keyboard.press("Enter");
    await go("link", "Écritures");
    await says(/2 écritures, dont 2 dans une période ouverte/);
    await says(/512000 Banque 160,00 €/);
    await says(/Rien n’est encore clos/);
    await sound();
  });

  it("downloads the extract for the accountant", async () => {
    await tabTo(page, "button", "Texte, 18 colonnes");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "extrait-comptable-2026-11-01-2026-11-30.txt");
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    assert.equal(lines.length, 5);
    assert.ok(lines.every((line) => line.split("\t").length >= 13));
  });

  it("closes it, once she has read that a closing cannot be undone", async () => {
    await go("link", "Clôturer une période");
    await sound();
    await go("button", "Clôturer");
    await says(/Clôturer jusqu’au 30 novembre 2026 \?/);
    await says(/Une clôture ne se défait pas/);
    await sound();
    await go("button", "Clôturer");
    await says(/La période est close/);
    await says(/30 novembre 2026 2 320,00 € 3 décembre 2026/);
  });

  it("hears that it is closed already where she closes it again", async () => {
    await go("link", "Clôturer une période");
    await says(/Clos jusqu’au 30 novembre 2026/);
    await go("button", "Clôturer");
    assert.match((await announced(page)).join(" "), /C’est clos jusqu’au 30\/11\/2026/);
  });
});
