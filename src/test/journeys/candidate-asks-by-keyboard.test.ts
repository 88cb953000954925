import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { announced, assertFocus, choose, enter, focused, hear, press, tabTo, type } from "../browser/keyboard.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";
import { testServer } from "../server.ts";

const WIDTH = 1280;

describe("a candidate who only has a keyboard and her ears", { skip: await noBrowser() }, () => {
  let app: FastifyInstance;
  let tab: Tab;
  let page: Page;
  before(async () => {
    app = await testServer();
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    tab = await openTab(await testBrowser(), { width: WIDTH, script: true });
    page = tab.page;
    await page.goto(`${origin}/faire-ess/deis/candidater`);
  });
  after(async () => {
    await tab.close();
    await app.close();
  });

  const go = async () => {
    await tabTo(page, "button", "Continuer");
    await enter(page);
  };
  const answer = async (first: RegExp, chosen: string) => {
    await tabTo(page, "radio", first);
    await choose(page, chosen);
    await go();
  };
  const fillDate = async (day: string, month: string, year: string) => {
    for (const [name, value] of [
      ["Jour", day],
      ["Mois", month],
      ["Année", year],
    ] as const) {
      await tabTo(page, "textbox", name);
      await press(page, "Control+a");
      await type(page, value);
    }
  };

  it("hears the first question as the title of the page", async () => {
    assert.match((await announced(page))[0]!, /^Vos diplômes/);
  });

  it("hears what is wrong, and is brought to it", async () => {
    await tabTo(page, "button", "Chercher");
    await enter(page);
    await hear(page, "Il y a un problème");
    const said = await announced(page);
    assert.match(said[0]!, /^Erreur : /);
    assert.match(said.join(" "), /Il y a un problème Donnez le nom de votre diplôme/);
    await tabTo(page, "link", /^Donnez le nom/);
    await press(page, "Enter");
    const at = await assertFocus(page, "textbox", "Son nom, ou quelques lettres");
    assert.ok(at, "the link leads to the field");
  });

  it("declares a diploma by some letters of its name and its day", async () => {
    await type(page, "educ");
    await enter(page);
    assert.match(
      (await announced(page)).join(" "),
      /^Une question de plus – Vos diplômes.* Une question de plus Lequel \?/,
    );
    await tabTo(page, "radio", /éducateur/);
    await choose(page, "Diplôme d’État d’éducateur spécialisé (DEES)");
    await fillDate("31", "2", "2019");
    await go();
    await hear(page, "Ce jour n’existe pas");
    assert.match((await announced(page)).join(" "), /Ce jour n’existe pas dans ce mois/);
    await fillDate("28", "2", "2019");
  });

  it("is told of the questions that her answer adds, and led to them", async () => {
    await tabTo(page, "radio", /éducateur/, "back");
    await choose(page, /^Licence, master/);
    await go();
    const [title = "", ...said] = await announced(page);
    assert.match(title, /^Une question de plus – Vos diplômes/);
    assert.match(said.join(" "), /Une question de plus Bac \+ combien/);
    await tabTo(page, "link", /^Bac \+ combien/);
    await press(page, "Enter");
    await tabTo(page, "textbox", /^Bac \+ combien/);
  });

  it("goes on by Enter in the year, and does not search again", async () => {
    await tabTo(page, "radio", /^Licence, master/, "back");
    await choose(page, "Diplôme d’État d’éducateur spécialisé (DEES)");
    await tabTo(page, "textbox", "Année");
    await enter(page);
    assert.match(await page.title(), /^Votre expérience/);
  });

  it("declares her work, part time", async () => {
    await fillDate("1", "9", "2019");
    await tabTo(page, "checkbox", "Toujours en cours");
    await press(page, "Space");
    await tabTo(page, "radio", "Temps plein");
    await choose(page, "Une part de temps plein, en pourcentage");
    await tabTo(page, "textbox", "Pourcentage");
    await type(page, "80 %");
    await tabTo(page, "radio", /^Oui : /);
    await press(page, "Space");
    await go();
  });

  it("finds her answers when she goes back with the browser", async () => {
    await page.goBack();
    assert.match(await page.title(), /Votre expérience/);
    await page.goForward();
  });

  it("hears the answer first", async () => {
    assert.match((await announced(page))[0]!, /^Votre réponse/);
    assert.equal((await page.locator("h1").innerText()).replace(/\s/g, " "), "Oui, vous pouvez candidater");
    assert.equal((await focused(page)).role, "document");
  });

  it("keeps the answer, and deletes it", async () => {
    await tabTo(page, "button", "Garder cette réponse");
    await enter(page);
    assert.match((await announced(page))[0]!, /^Votre réponse est conservée/);
    await tabTo(page, "link", "Supprimer cette réponse");
    await enter(page);
    assert.match((await announced(page))[0]!, /^Supprimer cette réponse \?/);
    await answer(/^Oui$/, "Oui");
    assert.match((await announced(page))[0]!, /^La réponse est supprimée/);
  });
});
