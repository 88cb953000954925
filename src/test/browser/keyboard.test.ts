import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Fixture, page as pageOf, serve } from "./fixture.ts";
import { announced, assertFocus, choose, enter, focused, hear, press, tabTo, type } from "./keyboard.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";
import { openTab } from "./watch.ts";

const FORM = `<form method="post" action="/form">
<label for="nom">Nom\u202f: de naissance</label><p id="aide">Comme sur la pièce d’identité</p>
<input type="text" id="nom" name="nom" aria-describedby="aide">
<fieldset><legend>Niveau</legend>
<label><input type="radio" name="niveau" value="5"> Niveau 5</label>
<label><input type="radio" name="niveau" value="6"> Niveau 6</label>
</fieldset>
<button type="submit">Continuer</button>
</form>`;
const SUMMARY = `<div id="erreurs" tabindex="-1"><h2>Il y a un problème</h2><a href="#nom">Entrez un nom</a></div>`;

describe("a journey by keyboard", { skip: await noBrowser() }, () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await serve({
      "/focus.js": { type: "text/javascript", body: "document.getElementById('erreurs').focus()" },
      "/count.js": {
        type: "text/javascript",
        body: "document.getElementById('add').addEventListener('click', () => { document.getElementById('count').textContent = '14 mois comptés' })",
      },
      "/form": pageOf({ title: "Vos diplômes", main: FORM }),
      "POST /form": {
        status: 422,
        body: pageOf({ title: "Erreur", head: '<script src="/focus.js" defer></script>', main: SUMMARY + FORM }),
      },
      "/live": pageOf({
        head: '<script src="/count.js" defer></script>',
        main: '<p id="count" role="status">0 mois compté</p><button type="button" id="add">Ajouter</button>',
      }),
    });
  });
  after(() => fixture.close());

  async function on(path: string, use: (page: Page) => Promise<void>, script = true): Promise<void> {
    const tab = await openTab(await testBrowser(), { width: 1280, script });
    try {
      await tab.page.goto(fixture.origin + path);
      await use(tab.page);
    } finally {
      await tab.close();
    }
  }

  it("finds fields by role and name, and knows their description", async () => {
    await on("/form", async (page) => {
      assert.equal((await focused(page)).role, "document");
      assert.deepEqual(await tabTo(page, "textbox", "Nom : de naissance"), {
        role: "textbox",
        name: "Nom : de naissance",
        description: "Comme sur la pièce d’identité",
      });
    });
  });

  it("fills a form, sends it, and lands on the error summary", async () => {
    await on("/form", async (page) => {
      assert.deepEqual(await announced(page), ["Vos diplômes"]);
      await tabTo(page, "textbox", /^Nom/);
      await type(page, "Martin");
      assert.equal(await page.getByRole("textbox").inputValue(), "Martin");
      await tabTo(page, "radio", "Niveau 5");
      await choose(page, "Niveau 6");
      assert.equal(await page.getByRole("radio", { name: "Niveau 6" }).isChecked(), true);
      await tabTo(page, "button", "Continuer");
      await enter(page);
      assert.deepEqual(await announced(page), ["Erreur", "Il y a un problème Entrez un nom"]);
      assert.deepEqual(await announced(page), []);
      await tabTo(page, "link", "Entrez un nom");
      await press(page, "Enter");
      await tabTo(page, "textbox", /^Nom/);
      await tabTo(page, "link", "Entrez un nom", "back");
    });
  });

  it("works the same without scripts", async () => {
    const use = async (page: Page) => {
      await tabTo(page, "button", "Continuer");
      await enter(page);
      assert.deepEqual(await announced(page), ["Erreur"]);
    };
    await on("/form", use, false);
  });

  it("hears what a live region says when it changes, and not what it said as the page opened", async () => {
    await on("/live", async (page) => {
      assert.deepEqual(await announced(page), ["Accueil"]);
      await tabTo(page, "button", "Ajouter");
      await press(page, "Enter");
      await hear(page, "14 mois");
      assert.deepEqual(await announced(page), ["14 mois comptés"]);
    });
  });

  it("says what Tab reaches instead of what was sought", async () => {
    await on("/form", async (page) => {
      await assert.rejects(
        tabTo(page, "button", "Envoyer"),
        /Tab never reaches button "Envoyer"; it reaches: .*textbox "Nom : de naissance", radio "Niveau 5", button "Continuer"/,
      );
      await assert.rejects(assertFocus(page, "link", "Aide"), /focus is on .*, not on link "Aide"/);
      await tabTo(page, "radio", "Niveau 5");
      await assert.rejects(
        choose(page, "Niveau 9"),
        /the arrows never reach radio "Niveau 9"; it reaches: radio "Niveau 6"/,
      );
    });
  });
});
