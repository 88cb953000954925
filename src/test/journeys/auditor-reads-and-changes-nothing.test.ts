/** A read-only auditor’s afternoon by keyboard, at 320 pixels: how a dossier was decided, whether its record is whole, and nothing to press. */
import { deepEqual, equal } from "node:assert/strict";
import { describe } from "node:test";
import { judgePart } from "../../office/acts.ts";
import { keepLawFiles } from "../../audit/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../people.ts";
import { staffDay } from "./staff-day.ts";
import { type Visitor, visitor } from "./visitor.ts";
import { stepByStep } from "./ways.ts";

describe("a read-only auditor who only has a keyboard, on a telephone", { skip: await noBrowser() }, () => {
  const step = stepByStep();
  let dossier = "";
  let byHand: Visitor;
  const day = staffDay({ name: "Marc Olivier", role: "auditor" }, async ({ world, app, self }) => {
    await keepLawFiles(world, "faire-ess", world.laws.files, { kind: "operator" });
    const claire = await makeAccount(world, { name: "Claire Durand", address: "claire@exemple.fr" });
    dossier = await aDossier(world, claire, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: FULL_FILES,
    });
    await handedIn(world, claire, dossier);
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    const officer = await actorOf(world, await openedSession(world, sacha, ["password", "totp"]));
    const judged = { dossier, item: "piece:cv", conform: true, reason: "" };
    await deed(world, judgePart, officer, judged);
    byHand = visitor(app, "/faire-ess");
    byHand.cookies.set(SESSION_COOKIE, await openedSession(world, self, ["password", "totp"]));
  });
  /** What a page offers to send, beside asking it something else: a reference is sought by a form, that no address may hold it. */
  const offersNothing = async () => {
    const forms = await day.way.page
      .locator("main form:not([method=get], [action$='/finances'])")
      .evaluateAll((all) => all.map((one) => (one as unknown as { action: string }).action));
    deepEqual(forms, [], "nothing to change");
  };

  step("finds the dossier that he was asked about, and reads it: nothing on it can be pressed", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.says(/Vos rôles : lecture seule\./);
    await way.follow("Dossiers");
    await way.arrives(/^Dossiers de candidature/);
    await offersNothing();
    await way.follow(/^Durand Claire/);
    await way.arrives(/^Durand Claire/);
    await way.says(/la voie C3 vous est ouverte/);
    await offersNothing();
  });

  step("reads who did what, act by act", async () => {
    const { way } = day;
    await way.follow(/Qui a fait quoi|journal/i);
    await way.arrives(/^Journal du dossier D-2026-000001/);
    await way.says(/Sacha Bernard/);
    await offersNothing();
    await way.follow("Retour");
    await way.arrives(/^Durand Claire/);
  });

  step(
    "reads how it was decided: the articles, the same answer computed again, and a record that is whole",
    async () => {
      const { way } = day;
      await way.follow("Comment ce dossier a-t-il été décidé ?");
      await way.arrives(/^Comment ce dossier a-t-il été décidé/);
      await way.unfold(/^Remise D-2026-000001-1/);
      await way.unfold("Ce que vous avez déclaré");
      await way.says(/Arrêté du 2 août 2006, art\. 2, 3°.*Il donne la même réponse\./);
      await way.unfold("Qui a fait quoi");
      await way.says(/1 25 novembre 2026 à 10 h 00 Commencer un dossier de candidature la personne qui candidate/);
      await way.unfold("Ce qui prouve que rien n’a été retouché");
      await way.says(/Le journal de ce dossier est entier, et les données sont celles qui y ont été enregistrées\./);
      await offersNothing();
    },
  );

  step("is told when somebody has written past the service", async () => {
    const { way, opened, open } = day;
    await opened.asOwner((owner) =>
      owner.query(`update dossier_fact set details = details || '{"conform": false}' where dossier = '${dossier}'`),
    );
    await open(`/dossiers/${dossier}/decision`);
    await way.arrives(/^Comment ce dossier/);
    await way.says(/Quelque chose a été retouché/);
    await way.follow("Retour");
    await way.arrives(/^(?:Durand )?Claire|^Durand/);
  });

  step("reads who works here, who owes, what is kept, what was sent: no page has anything to press", async () => {
    const { way, open } = day;
    for (const [path, title] of [
      ["/equipe", /^Qui travaille ici/],
      ["/equipe/invites", /^/],
      ["/campagnes", /^Campagnes/],
      ["/finances", /^Ce qui est dû/],
      ["/conservation", /^Conservation/],
      ["/courriels", /^/],
    ] as const) {
      await open(path);
      await way.arrives(title);
      await offersNothing();
    }
    await open("/finances");
    await way.arrives(/^Ce qui est dû/);
    await way.follow(/Durand/);
    await way.arrives(/^Montant LV-/);
    await offersNothing();
  });

  step("may send by hand what no page offers: it is refused, and nothing changes", async () => {
    const page = `/dossiers/${dossier}`;
    const account = await byHand.open("/compte");
    const sent = await byHand.sendFrom(account, page, { note: "une note" });
    equal(sent.status, 200, "a refused act shows the page again");
    equal(/une note/.test((await byHand.open(page)).text), false);
    equal((await byHand.sendFrom(account, `${page}/complement`, { items: ["piece:cv"] })).status, 403);
    const { way, open } = day;
    await open("/equipe/aider");
    await way.arrives(/^Cette page n’est pas ouverte à votre compte/);
    await way.says(/administration du service/);
  });
});
