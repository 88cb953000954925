/**
 * From «j’accepte» to the instalments, on a telephone: who pays, the contract read and signed, the days on which she pays, and a withdrawal in
 * two steps; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { ok } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { countersignContract } from "../../contracts/signing-acts.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { deed, openedSession } from "../people.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../trainees.ts";
import { measuredInPage } from "../short/in-page.ts";
import { KINDS, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
/** At 320 pixels, words seen and pixels; lowered when a page gets shorter, and never raised. */
const MOST = { price: [100, 1_500], contract: [155, 1_900], payments: [165, 2_000] } as const;
const NAMES = { keyboard: "Anne Clavier", "no script": "Louise Sobre" } as const;

describe("a contract on a telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let director: Actor;
  before(async () => {
    const now = new Date("2026-11-25T09:00:00Z");
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const head = await employed(world, "Ines Vidal", "head-of-training");
    ({ actor: director } = await employed(world, "Dora Directrice", "director"));
    const days = { startsOn: "2027-09-13", endsOn: "2029-07-13" };
    const { cohort } = await deed(world, openCohort, head.actor, { diploma: "deis", name: "2027-2029", ...days });
    await readyForContracts(world, head.actor, cohort, days.startsOn);
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      let her: Person;
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
        her = await anAccepted(world, { name: NAMES[kind] });
      });
      after(() => way.tab.close());
      const isShort = async (which: keyof typeof MOST) => {
        const { words, height } = await way.page.evaluate(measuredInPage);
        const [mostWords, mostHeight] = MOST[which];
        ok(words <= mostWords && height <= mostHeight, `${which}: ${words} words, ${height} pixels`);
      };

      step("begins with who pays, at the price of her hours", async () => {
        const value = await openedSession(world, her, ["password"]);
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/mon-parcours`);
        await way.arrives(/^Mon parcours/);
        await way.says(/Dites qui paie votre formation/);
        await way.page.goto(`${origin}/${SCHOOL}/deis/dossier/${her.dossier}/contrat`);
        await way.arrives(/^Votre prix, et qui paie/);
        await way.says(/700 h à 21 €.*14 700 €.*Remise de 20 % sur votre part.*2 940 €.*Vous.*11 760 €/);
        await isShort("price");
        await way.send("C’est bien cela : voir le contrat");
        await way.refused(
          "Faites un choix : « Votre situation, à l’entrée ».",
          "combobox",
          "Votre situation, à l’entrée",
        );
        await way.select("Votre situation, à l’entrée", "Particulier à ses propres frais");
        await way.send("C’est bien cela : voir le contrat");
      });

      step("reads the contract, and signs it", async () => {
        await way.arrives(/^Lisez le contrat, puis signez/);
        await way.says(/Vous pourrez encore renoncer pendant 14 jours/);
        await isShort("contract");
        await way.follow("Lire le contrat");
        await way.arrives(/^Votre contrat/);
        await way.says(/Contrat de formation|force majeure/);
        await way.follow("Retour");
        await way.arrives(/^Votre prix, et qui paie/);
        await way.follow("C’est bien cela : voir le contrat");
        await way.arrives(/^Lisez le contrat, puis signez/);
        await way.tick("J’ai lu le contrat et ce qui l’accompagne, et je l’accepte.");
        await way.send("Signer le contrat");
      });

      step("sees when she pays what, as soon as she has signed", async () => {
        await way.arrives(/^Vos paiements/);
        await way.says(/Contrat signé par vous le 25 novembre 2026\. L’école signe à son tour/);
        await way.says(/11 760 € en \d fois/);
        await deed(world, countersignContract, director, {
          dossier: her.dossier,
          source: "personal",
          words: "Je signe.",
        });
        await way.page.goto(`${origin}/${SCHOOL}/mon-parcours`);
        await way.arrives(/^Mon parcours/);
        await way.follow("Mon contrat et ses paiements");
        await way.arrives(/^Vos paiements/);
        await way.says(/9 déc\. 2026.*fin du délai/);
        await isShort("payments");
      });

      step("withdraws in two steps, and owes nothing", async () => {
        await way.follow("Renoncer au contrat ici");
        await way.arrives(/^Renoncer au contrat/);
        await way.pick("Je renonce à la formation", /^Je (?:garde ma place|renonce)/);
        await way.send("Renoncer au contrat ici");
        await way.arrives(/^Renoncer au contrat/);
        await way.send("Confirmer la rétractation");
        await way.arrives(
          /^Vous avez renoncé au contrat/,
          "Votre rétractation est reçue. Un courriel vous en donne la preuve.",
        );
        await way.says(/Le 25 novembre 2026\. Vous ne devez rien de ce contrat/);
      });
    });
});
