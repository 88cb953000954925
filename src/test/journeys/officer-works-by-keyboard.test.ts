/** An admission officer who only has a keyboard: proves herself twice, works through the queue, asks and gets an answer. */
import { equal, match } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import { generatedCode } from "../../people/rules/one-time-code.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { giveRoles, type Invented, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { testWorldOf } from "../server.ts";
import { visitor } from "./visitor.ts";
import { openWay, stepByStep, type Way, writeDay } from "./ways.ts";

describe("an admission officer who only has a keyboard", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin: string;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
  });
  after(async () => {
    await app.close();
    await close();
  });
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  for (const width of [1280, 320])
    describe(`on a screen of ${width} pixels`, () => {
      const step = stepByStep();
      const address = `sacha-${width}@exemple.fr`;
      const name = `Durand-${width}`;
      let way: Way;
      let claire: Invented;
      let dossier = "";
      let secret = "";
      before(async () => {
        const sacha = await makeAccount(world, { name: "Sacha Bernard", address });
        await giveRoles(world, sacha, ["admission-officer"]);
        claire = await makeAccount(world, { name: "Claire", address: `claire-${width}@exemple.fr` });
        dossier = await aDossier(world, claire, {
          declared: DECLARED_IN_FULL,
          sections: { ...FULL_SECTIONS, identity: { ...FULL_SECTIONS.identity, birthName: name } },
          files: FULL_FILES,
        });
        await handedIn(world, claire, dossier);
        way = await openWay("keyboard", width);
      });
      after(() => way.tab.close());

      const signIn = async () => {
        await way.page.goto(`${origin}/faire-ess/connexion`);
        await way.arrives(/^Se connecter/);
        await way.write("Adresse électronique", address);
        await way.write("Mot de passe", PASSWORD);
        await way.send("Se connecter");
        await way.arrives(/^Mon parcours/);
        await way.says(/Vos rôles attendent une seconde preuve/);
        await way.follow("Donner la seconde preuve");
      };
      const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

      step("signs in, hears that her role waits for a second proof, and adds an application of codes", async () => {
        await signIn();
        await way.arrives(/^Secondes preuves/);
        await way.follow("Ajouter une application de codes");
        await way.arrives(/^Ajouter une application de codes/);
        await way.send("Afficher le code à lire");
        await way.arrives(/^Ajouter une application de codes/);
        const [shown] = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await way.page.locator("main").innerText())!;
        secret = shown.replaceAll(" ", "");
        await way.send("Ajouter");
        await way.refused("Tapez les six chiffres que l’application montre.", "textbox", "Code de six chiffres");
        await way.write("Code de six chiffres", generatedCode(secret, now));
        await way.send("Ajouter");
        await way.arrives(/^Gardez vos codes de secours/);
        await way.follow("Je les ai gardés : continuer");
        await way.arrives(/^(?:Secondes preuves|À faire)/);
      });

      step("comes back another day: password, then the code, of which a wrong one is refused aloud", async () => {
        later(24 * 60);
        await way.page.context().clearCookies();
        await signIn();
        await way.arrives(/^Donnez votre seconde preuve/);
        const field = "Code de six chiffres de votre application";
        await way.write(field, wrong(generatedCode(secret, now)));
        await way.send("Continuer");
        await way.refused("Ce code n’est pas bon, ou il a déjà servi. Attendez le suivant.", "textbox", field);
        await way.write(field, generatedCode(secret, now));
        await way.send("Continuer");
        await way.arrives(/^À faire/);
      });

      step("finds the new dossier in the queue, and opens it", async () => {
        await way.follow("Dossiers");
        await way.arrives(/^Dossiers de candidature/);
        await way.says(/Nouveaux dossiers déposés/);
        await way.follow(new RegExp(`^${name} Claire`));
        await way.arrives(new RegExp(name));
        await way.says(/la voie C3 vous est ouverte/);
      });

      step("asks for a complement; what she left out is said, and leads to its place", async () => {
        await way.follow("Demander un complément");
        await way.arrives(/^Demander un complément/);
        await way.send("Envoyer la demande");
        await way.refused("Cochez au moins une partie du dossier.", "checkbox", /^/);
        await way.tick("Curriculum vitæ");
        await writeDay(way, ["15", "12", "2026"], "Réponse attendue au plus tard le");
        await way.send("Envoyer la demande");
        await way.arrives(new RegExp(name), "La demande est envoyée.");
      });

      step("sees the answer of the candidate among what is to be checked, and what she sent", async () => {
        later(1);
        const her = visitor(app, "/faire-ess");
        her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
        const at = `/deis/dossier/${dossier}`;
        const sent = await her.sendFiles(`${at}/piece/cv`, [["cv-entier.pdf", pdf({ pages: 2 }).toString("latin1")]]);
        equal(sent.status, 303);
        match((await her.fill(`${at}/complement`, { agreed: "yes" })).location!, /recepisse/);
        await way.page.goto(`${origin}/faire-ess/dossiers`);
        await way.arrives(/^Dossiers de candidature/);
        await way.says(/Compléments reçus \(\d\)/);
        await way.follow(new RegExp(`^${name} Claire`));
        await way.arrives(new RegExp(name));
        await way.says(/cv-entier\.pdf/);
      });

      step("looks for some, judges the first, and goes on in the same list, to its end and back to it", async () => {
        for (const first of ["Aubert", "Berger"]) {
          later(1);
          const who = await makeAccount(world, { name: first, address: `${first.toLowerCase()}-${width}@exemple.fr` });
          const identity = { ...FULL_SECTIONS.identity, birthName: `${first} Suite-${width}` };
          const sections = { ...FULL_SECTIONS, identity };
          const id = await aDossier(world, who, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
          await handedIn(world, who, id);
        }
        later(1);
        await way.page.goto(`${origin}/faire-ess/dossiers`);
        await way.arrives(/^Dossiers de candidature/);
        await way.write("Nom, n° ou courriel", `Suite-${width}`);
        await way.send("Afficher");
        await way.arrives(/^Dossiers de candidature/);
        await way.follow(/^Aubert Suite/);
        await way.arrives(/Aubert Suite/);
        later(1);
        await way.send(/^Dire conforme ce qui reste/);
        await way.arrives(/Aubert Suite/, "L’avis est enregistré pour tout ce qui restait.");
        await way.follow("Demander un complément");
        await way.arrives(/^Demander un complément/);
        await way.tick("Curriculum vitæ");
        await writeDay(way, ["15", "12", "2026"], "Réponse attendue au plus tard le");
        await way.send("Envoyer la demande");
        await way.arrives(/Aubert Suite/, "La demande est envoyée.");
        await way.follow(/^Dossier suivant de la liste : D-2026-/);
        await way.arrives(/Berger Suite/);
        await way.send("Prendre ce dossier en charge");
        await way.arrives(/Berger Suite/, "C’est noté.");
        await way.says(/C’était le dernier dossier de cette liste\./);
        await way.follow("Revenir à la liste");
        await way.arrives(/^Dossiers de candidature/);
        await way.says(new RegExp(`Dossiers trouvés pour « Suite-${width} ».*Aubert Suite`));
      });
    });
});
