/** A text that was not sent is there again, in the browser of who wrote it, and of nobody else. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page as Tab } from "playwright-core";
import { Type } from "typebox";
import { defineAct, done } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { pages } from "../../house/pages.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, text } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { lastCode, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";

const letters: string[] = [];
const write = defineAct({
  name: "writeLetter",
  label: { fr: "Écrire une lettre", en: "Write a letter" },
  who: "mind one’s own account",
  form: Type.Object({ about: Type.String(), letter: Type.String() }),
  writes: [],
  async perform({ input }) {
    letters.push(input.letter);
    return done({}, "letter:1");
  },
});
const letter = formPage({
  name: "lettre",
  route: route("/lettre"),
  who: "mind one’s own account",
  words: () => ({ title: "Une lettre", done: { sent: "Envoyée." } }),
  seen: async () => true,
  form: {
    fields: () => ({
      about: text({ label: "Objet", missing: "Donnez un objet." }),
      letter: longText({ label: "Texte", missing: "Écrivez le texte.", rows: 4 }),
    }),
    go: () => "Envoyer",
    act: write,
    done: "sent",
  },
  shown: ({ words }) => ({ title: words.title }),
});

const TEXT = "Je vous écris à propos de mes heures de mars.\nElles ne sont pas comptées.";

describe("somebody who writes a long text", { skip: await noBrowser() }, () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let origin: string;
  let tab: Tab;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000, pages: [letter, ...pages] });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    tab = await (await (await testBrowser()).newContext()).newPage();
    await open("/connexion");
    await tab.getByRole("textbox", { name: /^Quelle est votre adresse/ }).fill("elle@exemple.fr");
    await press("Recevoir un code");
    await tab.getByRole("textbox", { name: /^Code/ }).fill(await lastCode(world, "elle@exemple.fr"));
    await press("Continuer");
  });
  after(async () => {
    await tab.context().close();
    await app.close();
    await close();
  });

  const signIn = async (address: string) => {
    const person = await makeAccount(world, { name: "Claire", address });
    const value = await openedSession(world, person, ["code"]);
    await tab.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  };
  const open = (path: string) => tab.goto(`${origin}/faire-ess${path}`);
  const press = async (name: string) => {
    const loaded = tab.waitForEvent("load");
    await tab.getByRole("button", { name, exact: true }).click();
    await loaded;
  };
  const box = () => tab.getByRole("textbox", { name: "Texte" });
  const isThere = async () => assert.equal(await box().inputValue(), TEXT);

  it("finds it again, with the rest of the form, after having left without sending", async () => {
    await open("/lettre");
    await tab.getByRole("textbox", { name: "Objet" }).fill("Heures");
    await box().fill(TEXT);
    await open("/compte");
    await open("/lettre");
    await isThere();
    assert.equal(await tab.getByRole("textbox", { name: "Objet" }).inputValue(), "Heures");
    assert.match(await tab.getByRole("status").innerText(), /Voici ce que vous aviez écrit et pas encore envoyé/);
  });

  it("goes back in the browser to the page that refused it, and it is there", async () => {
    await tab.getByRole("textbox", { name: "Objet" }).fill("");
    await press("Envoyer");
    assert.match(await tab.title(), /^Erreur/);
    await isThere();
    await open("/compte");
    await tab.goBack();
    assert.match(await tab.title(), /^Erreur/);
    await isThere();
  });

  it("is shown it again, filled in, where the form’s cookie is gone, and nothing was done", async () => {
    await tab.getByRole("textbox", { name: "Objet" }).fill("Heures");
    await tab.context().clearCookies({ name: "livret_form" });
    await press("Envoyer");
    assert.match(await tab.getByRole("main").innerText(), /rien n’a été enregistré/);
    await isThere();
    assert.deepEqual(letters, []);
  });

  it("signs in again by a code once the session has ended, and the text is sent", async () => {
    now = new Date(now.getTime() + 61 * 24 * 3_600_000);
    await press("Envoyer");
    assert.match(await tab.getByRole("main").innerText(), /Reconnectez-vous pour continuer/);
    await tab.getByRole("textbox", { name: "Adresse électronique" }).fill("elle@exemple.fr");
    await press("Recevoir un code");
    await tab.getByRole("textbox", { name: /^Code/ }).fill(await lastCode(world, "elle@exemple.fr"));
    await press("Se reconnecter et continuer");
    assert.match(await tab.getByRole("main").innerText(), /Envoyée\./);
    assert.deepEqual(letters, [TEXT]);
  });

  it("finds an empty form after having sent it", async () => {
    assert.equal(await box().inputValue(), "");
    await open("/lettre");
    assert.equal(await box().inputValue(), "");
  });

  it("leaves nothing to who signs in afterwards, or once signed out", async () => {
    await box().fill(TEXT);
    await open("/compte/acces");
    await signIn("lui@exemple.fr");
    await open("/lettre");
    assert.equal(await box().inputValue(), "");
    await box().fill(TEXT);
    await open("/compte/acces");
    const kept = () =>
      tab.evaluate(
        "[localStorage, sessionStorage].flatMap((one) => Object.keys(one)).filter((key) => key.startsWith('unsent'))",
      );
    assert.equal(((await kept()) as string[]).length, 1);
    await press("Se déconnecter");
    assert.deepEqual(await kept(), []);
  });
});
