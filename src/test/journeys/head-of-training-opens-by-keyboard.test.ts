/** A head of training prepares and opens an intake with a keyboard alone, finding everything by its role and its name. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { announced, choose, enter, hear, press, tabTo, type } from "../browser/keyboard.ts";
import { serveSite } from "../browser/served.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";

const WIDTH = 1280;

describe("a head of training who only has a keyboard", { skip: await noBrowser() }, () => {
  let close: () => Promise<void>;
  let tab: Tab;
  let page: Page;
  before(async () => {
    const site = await serveSite();
    ({ close } = site);
    tab = await openTab(await testBrowser(), { width: WIDTH, script: true });
    page = tab.page;
    const { origin, school, people } = site.served;
    await people!.enter(page, { key: "head-by-keyboard", name: "Dominique", roles: ["head-of-training"] });
    await page.goto(`${origin}/${school}/compte`);
  });
  after(async () => {
    await tab.close();
    await close();
  });

  const write = async (name: string | RegExp, text: string) => {
    await tabTo(page, "textbox", name);
    await press(page, "Control+a");
    await type(page, text);
  };
  const writeDay = async (day: string, month: string, year: string) => {
    await write("Jour", day);
    await write("Mois", month);
    await write("Année", year);
  };

  it("goes from the account to the intakes, and prepares the first", async () => {
    await tabTo(page, "link", "Campagnes");
    await enter(page);
    await tabTo(page, "button", "Préparer une campagne");
    await enter(page);
    assert.match((await announced(page))[0]!, /^Réglages de la campagne/);
  });

  it("hears what cannot be read, and is brought to the field", async () => {
    await write("Nombre de places", "beaucoup");
    await enter(page);
    await hear(page, "Il y a un problème");
    await tabTo(page, "link", "Donnez un nombre entier, de 1 à 10 000.");
    await press(page, "Enter");
    await press(page, "Control+a");
    await type(page, "24");
  });

  it("fills in the rest from field to field, as they come", async () => {
    await page.goto(page.url());
    await write("Nom en français", "Rentrée de septembre 2027");
    await write("Nom en anglais", "September 2027 intake");
    await writeDay("13", "9", "2027");
    await writeDay("2", "novembre", "2026");
    await write("Heure", "9 h");
    await writeDay("31", "3", "2027");
    await write("Heure", "23:59");
    await write("Nombre de places", "24");
    await tabTo(page, "radio", "Aucune");
    await choose(page, "Ordonnée");
    await tabTo(page, "radio", "pour cette rentrée seulement");
    await press(page, "Space");
    await write(/^Texte de la lettre/, "On écrit à la direction dans les deux mois.");
    await write("Le même, en anglais", "One writes to the direction within two months.");
    await tabTo(page, "button", "Enregistrer et voir ce qui manque");
    await enter(page);
    await hear(page, "Réglages enregistrés.");
    assert.match(await page.locator("main").innerText(), /Tout y est\s: la campagne peut être ouverte/);
  });

  it("reads all of it once more, and opens it", async () => {
    await tabTo(page, "link", "Ouvrir la campagne");
    await enter(page);
    assert.match(await page.locator("main").innerText(), /mercredi 31\smars\s2027.*minuit.*23\sh\s59/);
    await tabTo(page, "button", "Ouvrir la campagne");
    await enter(page);
    await hear(page, "La campagne est ouverte.");
  });
});
