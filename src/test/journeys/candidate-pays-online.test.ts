import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { waiveCharge } from "../../billing/charges/acts.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { axeFaults, layoutFaults } from "../browser/checks.ts";
import { announced, enter, tabTo } from "../browser/keyboard.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { owes, someone } from "../charging.ts";
import { deed, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { announcement, startStripe, type StripePeer } from "../stripe.ts";

const PHONE = 320;

describe("a candidate pays the selection fee online, on a phone without scripts", { skip: await noBrowser() }, () => {
  let stripe: StripePeer;
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let tab: Tab;
  let page: Page;
  let origin: string;
  let charge: string;
  const now = new Date("2026-11-25T20:00:00Z");

  before(async () => {
    stripe = await startStripe(() => now);
    ({ world, close } = await testWorldOf({ now: () => now, payments: stripe.payments() }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const her = await makeAccount(world, { name: "Camille Durand", address: "camille@exemple.fr" });
    charge = (await owes(world, "faire-ess", { account: her.account })).id;
    tab = await openTab(await testBrowser(), { width: PHONE, script: false });
    page = tab.page;
    const value = await openedSession(world, her);
    await page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  });
  after(async () => {
    await tab.close();
    await app.close();
    await close();
    await stripe.close();
  });

  const sound = async () => assert.deepEqual(await axeFaults(page), []);
  const says = async (text: RegExp) =>
    assert.match((await page.locator("main").innerText()).replaceAll(/\s/g, " "), text);
  const follow = async (role: "link" | "button", name: RegExp) => {
    const loaded = page.waitForEvent("load");
    await page.getByRole(role, { name }).first().click();
    await loaded;
  };

  it("finds in her account what she owes", async () => {
    await page.goto(`${origin}/faire-ess/compte`);
    await follow("link", /Ce que je dois/);
    await says(/160,00 € à payer au plus tard le 25 décembre 2026/);
    await sound();
  });

  it("goes to the provider’s page, and turns back: nothing is taken", async () => {
    await follow("button", /Payer 160,00.€ en ligne/);
    await says(/Payer 160.00 €/);
    await follow("button", /Revenir/);
    await says(/Vous avez quitté la page de paiement sans payer. Rien n’a été prélevé/);
    await says(/ne payez pas une seconde fois/);
    await sound();
  });

  it("goes there again, to the same page, and pays", async () => {
    await follow("button", /Payer 160,00.€ en ligne/);
    assert.equal(stripe.sessions.length, 1);
    await follow("button", /^Payer$/);
    await says(/De retour de la page de paiement/);
    await says(/160,00 € à payer/);
    await sound();
  });

  it("has her receipt once the provider has told", async () => {
    const { bytes, header } = announcement(stripe.sessions[0]!, { at: now });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    const told = await fetch(`${origin}/api/faire-ess/payments`, { method: "POST", headers, body: bytes });
    assert.equal(told.status, 200);
    await page.reload();
    await says(/Payé : frais de dossier/);
    await follow("link", /Reçu R-2026/);
    await says(/Somme reçue 160,00 €/);
    await says(/il ne reste rien à payer sous cette référence/);
    await sound();
    const pdf = await page.request.get(`${page.url()}/recu.pdf`);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
  });

  it("is told of the waiver, where the school gives up what she had paid", async () => {
    const finance = someone("00000000-0000-4000-8000-0000000000f1", "finance");
    const given = { charge, amount: 16000, reason: "erreur de l’école" };
    await deed(world, waiveCharge, finance, given);
    await page.goto(`${origin}/faire-ess/compte/paiements`);
    await says(/160,00 € payés de trop.*renoncé à 160,00 €.*Exonéré 160,00 €/);
    await sound();
  });

  it("can be somebody else, in English, by keyboard and role alone, from the account to the receipt", async () => {
    const her = await makeAccount(world, { name: "Ada Byron", address: "ada@exemple.fr", language: "en" });
    await owes(world, "faire-ess", { account: her.account });
    const way = await openTab(await testBrowser(), { width: PHONE, script: true });
    const at = way.page;
    const value = await openedSession(world, her);
    await at.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
    const arrives = async (title: RegExp) => {
      assert.match((await announced(at))[0] ?? "", title);
      assert.deepEqual([...(await layoutFaults(at)), ...(await axeFaults(at))], []);
    };
    const goes = async (role: "link" | "button", name: RegExp) => {
      await tabTo(at, role, name);
      await enter(at);
    };
    await at.goto(`${origin}/faire-ess/en/compte`);
    await goes("link", /^What I owe/);
    await arrives(/^What I owe/);
    await goes("button", /^Pay €160\.00 online$/);
    await goes("button", /^Payer$/);
    await arrives(/^What I owe/);
    assert.match(await at.locator("main").innerText(), /Back from the payment page/);
    const { bytes, header } = announcement(stripe.sessions.at(-1)!, { at: now });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    await fetch(`${origin}/api/faire-ess/payments`, { method: "POST", headers, body: bytes });
    await at.reload();
    await goes("link", /^Receipt R-2026/);
    await arrives(/^Receipt R-2026/);
    assert.deepEqual(way.seen.faults, []);
    await way.close();
  });

  it("was asked nothing that the provider does not publish, and had no fault on the way", async () => {
    assert.deepEqual(stripe.faults, []);
    assert.deepEqual(tab.seen.faults, []);
    await runJobs(world);
  });
});
