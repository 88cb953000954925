/** The walk of the README, through a demonstration with the lives that it passes by, by roles and names alone. */
import { deepEqual, match } from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { buildDemo } from "../../cli/demo/build.ts";
import { livesIn } from "../../house/lives/together.ts";
import { birthOf } from "../../deployment/birth/birth.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser, testBrowser } from "../browser/shared-browser.ts";
import { ROOT } from "../law-world.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";

const SCHOOL = "faire-ess";
/** A Friday morning, in the middle of a lesson. */
const NOW = new Date("2026-11-27T10:00:00Z");
const PASSED_BY = ["to-be-heard", "in-class", "presented", "to-deliberate"];

describe("a visitor of the demonstration", { skip: await noBrowser() }, () => {
  let base: string;
  let close: () => Promise<void>;
  const faults: string[] = [];
  before(async () => {
    const made = await testWorldOf({ now: () => NOW });
    const lives = livesIn(ROOT).filter((file) =>
      PASSED_BY.some((life) => file === join(ROOT, "diplomas/deis/lives", `${life}.yaml`)),
    );
    const onFault = ({ en }: { en: string }) => void faults.push(en);
    await buildDemo(made.world, { schools: [SCHOOL], dossiers: 1, seed: 7, parallel: 1, lives, onFault });
    const demo = await birthOf(made.world.db);
    const app = await buildServer({ ...made.world, ...(demo && { demo }) }, { perMinute: 1_000_000 });
    base = `${await app.listen({ port: 0, host: "127.0.0.1" })}/${SCHOOL}`;
    close = async () => {
      await app.close();
      await made.close();
    };
  });
  after(() => close());

  const arrive = async (): Promise<Page> => {
    const context = await (await testBrowser()).newContext({ viewport: { width: 1024, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${base}/demonstration`);
    return page;
  };
  const enterAs = async (name: RegExp, group?: string): Promise<Page> => {
    const page = await arrive();
    if (group) await page.getByText(group, { exact: true }).click();
    await page.getByRole("radio", { name }).first().check();
    await page.getByRole("button", { name: "Entrer" }).click();
    return page;
  };
  /** By their link, and the code that no mail brings. */
  const comeInAs = async (name: RegExp): Promise<Page> => {
    const page = await arrive();
    await page.getByText("Les personnes invitées", { exact: true }).click();
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: "Recevoir le code" }).click();
    const [code = ""] = /\b\d{6}\b/.exec(await page.getByRole("main").innerText()) ?? [];
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Entrer" }).click();
    return page;
  };
  const follow = (page: Page, name: RegExp | string) =>
    page.getByRole("main").getByRole("link", { name }).first().click();
  const open = (page: Page, name: string) =>
    page.getByRole("navigation", { name: "Mon travail" }).getByRole("link", { name }).first().click();
  const press = (page: Page, name: RegExp | string) =>
    page.getByRole("main").getByRole("button", { name }).first().click();
  const reads = async (page: Page, words: RegExp) => match(plain(await page.getByRole("main").innerText()), words);

  it("finds the lives that it passes by at their stations", () => deepEqual(faults, []));

  it("hears a candidate with the pair that was given her", async () => {
    const ana = await enterAs(/Ana Ferrer/, "Un entretien");
    await follow(ana, /Mes entretiens/);
    await ana
      .getByRole("main")
      .getByRole("link", { name: /Ouvrir/ })
      .last()
      .click();
    for (const criterion of [/analyse/, /synthèse/, /expression/, /accord du projet/])
      await ana.getByRole("textbox", { name: criterion }).fill("Solide.");
    await press(ana, "Terminer ma grille");
    await press(ana, "Terminer");
    await reads(ana, /Celle de l’autre ne l’est pas encore/);
  });

  it("shows a code in the room, and signs with it on a telephone", async () => {
    const louis = await enterAs(/Louis Fabre/, "Une formation");
    await open(louis, "Mes séances");
    await follow(louis, /Liste de présence.*vendredi 27 novembre 2026, de 8/s);
    await press(louis, "Montrer le code");
    const code = await louis.getByRole("main").getByRole("strong").first().innerText();
    const claire = await enterAs(/Claire Durand/, "Une formation");
    await follow(claire, "Signer ma demi-journée");
    await claire.getByLabel("Code montré dans la salle").first().fill(code);
    await press(claire, /Signer/);
    await reads(claire, /Présence/);
  });

  it("marks an article without seeing what the other marker gives", async () => {
    const agnes = await comeInAs(/Agnès Soulier/);
    await follow(agnes, /Mes épreuves/);
    await follow(agnes, /Articles/);
    await agnes.getByRole("textbox", { name: "Alcouffe Justine" }).fill("13,5");
    await press(agnes, "Enregistrer les notes");
    await press(agnes, "J’ai fini de noter");
    await reads(agnes, /Agnès Soulier, a fini/);
  });

  it("holds a jury, which sets a mark anew, is closed by whoever presides, and makes a diploma once the State notifies", async () => {
    const secretary = await enterAs(/secrétariat des épreuves/);
    await open(secretary, "Certification");
    await follow(secretary, /^Session de novembre 2026$/);
    await follow(secretary, /^Voir la délibération/);
    const present = secretary.getByRole("group", { name: "Qui est présent ?" });
    for (const box of await present.getByRole("checkbox").all()) await box.check();
    await press(secretary, "Enregistrer la présence");
    await secretary.getByRole("combobox", { name: "Qui préside ?" }).selectOption("Paule Garrigue, présidence");
    await press(secretary, /^Enregistrer$/);
    const paule = await comeInAs(/Paule Garrigue/);
    await follow(paule, /Mes épreuves/);
    await follow(paule, /^Délibération/);
    const jury = paule.url();
    await follow(paule, "Teissier Aurore");
    const anew = paule
      .getByRole("group")
      .filter({ hasText: /Arrêter une autre note.*DF2/s })
      .last();
    await anew.getByText("Arrêter une autre note").click();
    await anew.getByRole("combobox", { name: /^Note/ }).selectOption("soutenance individuelle");
    await anew.getByRole("textbox", { name: "Note arrêtée" }).fill("11");
    await anew.getByRole("textbox", { name: "Motif" }).fill("La fiche signée porte 11.");
    await anew.getByRole("button", { name: "Arrêter cette note" }).click();
    await reads(paule, /arrêtée par le jury : La fiche signée porte 11/);
    await paule.goto(jury);
    await press(paule, "Adopter les propositions");
    await press(paule, "Clore la délibération");
    await press(paule, "Clore définitivement");
    await reads(paule, /close/i);
    const authority = await enterAs(/autorité régionale/);
    await open(authority, "Certification");
    await follow(authority, /^Session de novembre 2026$/);
    const day = authority.getByRole("group", { name: "Jour de la notification de l’État" });
    for (const [part, value] of [
      ["Jour", "27"],
      ["Mois", "11"],
      ["Année", "2026"],
    ] as const)
      await day.getByRole("textbox", { name: part, exact: true }).fill(value);
    await press(authority, "Publier");
    const aurore = await enterAs(/Aurore Teissier/, "Un jury, un diplôme");
    await aurore.goto(`${base}/mes-epreuves`);
    await reads(aurore, /Le diplôme vous est délivré\./);
  });
});
