import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { axeFaults } from "../browser/checks.ts";
import { announced, enter, press, tabTo, type } from "../browser/keyboard.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { type Charged, owes } from "../charging.ts";
import { giveRoles, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";

describe("a finance officer reconciles the bank, by keyboard alone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let tab: Tab;
  let page: Page;
  let origin: string;
  let nadia: Charged;
  let luc: Charged;
  const now = new Date("2026-11-25T09:00:00Z");

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const officer = await makeAccount(world, { name: "Paule Comptable", address: "paule@exemple.fr" });
    await giveRoles(world, officer, ["finance"]);
    nadia = await owes(world, "faire-ess", { name: "Nadia Benali" });
    luc = await owes(world, "faire-ess", { name: "Luc Petit" });
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

  it("comes from her account to the accounts of the school", async () => {
    await page.goto(`${origin}/faire-ess/compte`);
    await go("link", "Comptabilité");
    await says(/restent à payer 320,00 €/);
    await sound();
  });

  it("chooses the file of the bank; without one she hears what is missing", async () => {
    await go("link", "Banque");
    await sound();
    await go("button", "Lire le fichier");
    assert.match((await announced(page)).join(" "), /Choisissez un fichier, ou collez son contenu/);
    const text = `Date;Libellé;Montant\n23/11/2026;VIR BENALI ${nadia.reference};160,00\n24/11/2026;VIR M PETIT;160,00\n24/11/2026;LOYER;-900,00\n`;
    // A file is chosen in a window of the system, which no page has a hold on.
    await page.locator("#file").setInputFiles({ name: "releve.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await go("button", "Lire le fichier");
  });

  it("sees what the import will do before it does it", async () => {
    await says(/1 rapprochées|rapprochées 1/);
    await says(/Nadia Benali .*solde le montant/);
    await says(/laissées de côté 1 .*parce que ce sont des dépenses.* : 1/);
    await sound();
    await go("button", "Importer");
    await says(/Import fait. Rapprochées : 1. À rapprocher à la main : 1/);
  });

  it("matches the transfer without a reference, as proposed", async () => {
    await go("link", "Rapprocher");
    await sound();
    await go("link", "VIR M PETIT");
    await says(/Luc Petit/);
    await tabTo(page, "textbox", "Référence 1");
    await press(page, "Control+a");
    await type(page, luc.reference.toLowerCase().replaceAll("-", " "));
    await tabTo(page, "textbox", /Montant 1/);
    await press(page, "Control+a");
    await type(page, "160");
    await sound();
    await go("button", "Rapprocher et envoyer les reçus");
    await says(/Rien à rapprocher/);
  });

  it("does nothing by sending the same file once more", async () => {
    await go("link", "Banque");
    const text = `Date;Libellé;Montant\n23/11/2026;VIR BENALI ${nadia.reference};160,00\n24/11/2026;VIR M PETIT;160,00\n24/11/2026;LOYER;-900,00\n`;
    await page.locator("#file").setInputFiles({ name: "releve.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await go("button", "Lire le fichier");
    await says(/Ce fichier a déjà été importé ; rien n’a été fait de nouveau/);
  });

  it("is asked before she brings the same cheque a second time", async () => {
    const { reference } = await owes(world, "faire-ess", { name: "Ana Roux" });
    const bring = async () => {
      await page.goto(`${origin}/faire-ess/finances/cheques`);
      for (const [name, value] of Object.entries({ reference, amount: "80,00", drawer: "A. Roux", number: "0001" }))
        await page.locator(`#${name}-0`).fill(value);
      await go("button", "Enregistrer le bordereau");
      await says(/Vérifier le bordereau .*Ana Roux .*Rien n’est encore enregistré/);
      await go("button", "Enregistrer le bordereau");
    };
    await bring();
    await says(/Le bordereau est enregistré, et le reçu envoyé.*A. Roux/);
    await bring();
    await says(/déjà sur le bordereau B-2026-\d{6}. Si c’en est un autre, confirmez-le/);
    await sound();
    await page.getByRole("checkbox", { name: /C’est un autre chèque/ }).check();
    await go("button", "Enregistrer le bordereau");
    await go("button", "Enregistrer le bordereau");
    await says(/Chèques remis/);
  });

  it("brings a cheque that bears a name alone: of two of that name she says which, and what remains is what it pays", async () => {
    const { id } = await owes(world, "faire-ess", { name: "Jeanne Roy", called: "D-2026-000041" });
    const other = await owes(world, "faire-ess", { name: "Jean Roy", called: "D-2026-000042" });
    await page.goto(`${origin}/faire-ess/finances/cheques`);
    await page.locator("#reference-0").fill("roy");
    await page.locator("#drawer-0").fill("J. Roy");
    await page.locator("#drawer-0").press("Enter");
    await says(/2 montants portent ce nom : dites lequel/);
    await sound();
    await page.getByRole("radio", { name: /Jeanne Roy, D-2026-000041/ }).check();
    await go("button", "Enregistrer le bordereau");
    await says(/Jeanne Roy LV-\S+ \(solde le montant\) 160,00 €/);
    await sound();
    await go("button", "Enregistrer le bordereau");
    await page.goto(`${origin}/faire-ess/finances/frais/${id}`);
    await says(/Dossier D-2026-000041 .*État payé/);
    await page.goto(`${origin}/faire-ess/finances`);
    await page.locator("#find").fill("roy");
    await page.locator("#find").press("Enter");
    await says(/Montants trouvés : 2 .*Jean Roy .*Jeanne Roy/);
    for (const number of ["d-2026-000041", "Jeanne ROY"]) {
      await page.goto(`${origin}/faire-ess/finances`);
      await page.locator("#find").fill(number);
      await page.locator("#find").press("Enter");
      await says(/Dossier D-2026-000041/);
    }
    // Nobody owes any more when the next looks.
    await page.goto(`${origin}/faire-ess/finances/frais/${other.id}/exoneration`);
    await page.locator("#reason").fill("boursier");
    await go("button", "Exonérer");
    await go("button", "Exonérer");
    await says(/L’exonération est enregistrée/);
  });

  it("finds a charge by its reference, and its receipt", async () => {
    await go("link", "Qui doit");
    await says(/Personne ne doit rien/);
    await tabTo(page, "textbox", "Chercher un montant");
    await type(page, nadia.reference);
    await go("button", "Chercher");
    await says(/Reste à payer 0,00 €/);
    await go("link", /^reçu R-2026/);
    await says(/Somme reçue 160,00 €/);
    await sound();
    assert.deepEqual(
      tab.seen.faults.filter(({ text }) => !text.includes("422")),
      [],
    );
  });
});
