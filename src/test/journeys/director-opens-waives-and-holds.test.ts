/** A director’s day by keyboard, at 320 pixels: who waits and who owes, an intake opened once what was missing is mended, a fee waived, an erasure held. */
import { match } from "node:assert/strict";
import { describe } from "node:test";
import { type } from "../browser/keyboard.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { owes } from "../charging.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { preparedIntake, WHOLE } from "../intakes.ts";
import { makeAccount } from "../people.ts";
import { staffDay } from "./staff-day.ts";
import { stepByStep } from "./ways.ts";

describe("a director who only has a keyboard, on a telephone", { skip: await noBrowser() }, () => {
  const step = stepByStep();
  const day = staffDay({ name: "Hélène Garnier", role: "director" }, async ({ world }) => {
    const label = { fr: "Rentrée de janvier 2028", en: "January 2028 intake" };
    const { places: _places, decidesBy: _decidesBy, ...unfinished } = WHOLE;
    await preparedIntake(world, { ...unfinished, label, places: null, decidesBy: null });
    const claire = await makeAccount(world, { name: "Claire Durand", address: "claire@exemple.fr" });
    const dossier = await aDossier(world, claire, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: FULL_FILES,
    });
    await handedIn(world, claire, dossier);
    await owes(world, "faire-ess", { name: "Karim Haddad", days: 10 });
  });

  step("reads how many dossiers wait and how much is owed", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.says(/Vos rôles : direction\./);
    await way.follow("Dossiers");
    await way.arrives(/^Dossiers de candidature/);
    await way.says(/Nouveaux dossiers déposés \(1\)/);
    await open("/finances");
    await way.arrives(/^Ce qui est dû/);
    await way.says(/restent à payer 320,00 €/);
  });

  step(
    "finds the intake that her head of training prepared, and reads all that is missing, each with who asks for it",
    async () => {
      const { way, open } = day;
      await open("/compte");
      await way.arrives(/^Mon compte/);
      await way.follow("Campagnes");
      await way.arrives(/^Campagnes/);
      await way.follow(/^Rentrée de janvier 2028/);
      await way.arrives(/^Rentrée de janvier 2028/);
      await way.says(
        /1 réglage manque.*Places – Le nombre de places manque\. \(page publique de l’établissement, silence\)/,
      );
    },
  );

  step("mends it, hears that nothing is missing any more, reads it once more, and opens it", async () => {
    const { way } = day;
    await way.follow("Modifier les réglages");
    await way.arrives(/^Réglages de la campagne/);
    await way.write("Nombre de places", "vingt");
    await way.send("Enregistrer et voir ce qui manque");
    await way.refused("Donnez un nombre entier, de 1 à 10 000.", "textbox", "Nombre de places");
    await way.write("Nombre de places", "20");
    await way.send("Enregistrer et voir ce qui manque");
    await way.arrives(/^Rentrée de janvier 2028/, "Réglages enregistrés.");
    await way.says(/Tout y est : la campagne peut être ouverte/);
    await way.follow("Ouvrir la campagne");
    await way.arrives(/^Ouvrir/);
    await way.says(/20/);
    await way.send("Ouvrir la campagne");
    await way.arrives(/^Rentrée de janvier 2028/, "La campagne est ouverte.");
  });

  step(
    "waives what somebody owes: a waiver without a reason is refused aloud, one with a reason is told as done",
    async () => {
      const { way, open } = day;
      await open("/finances");
      await way.arrives(/^Ce qui est dû/);
      await way.follow(/^Karim Haddad/);
      await way.arrives(/^Montant LV-/);
      await way.follow("Exonérer");
      await way.arrives(/^Exonérer/);
      await way.send("Exonérer");
      await way.refused("Dites pourquoi, en quelques mots.", "combobox", "Motif");
      await type(way.page, "Accord du 12 novembre avec son employeur.");
      await way.send("Exonérer");
      await way.arrives(/^Vérifier.: exonérer/);
      await way.says(/Accord du 12 novembre avec son employeur\./);
      await way.send("Exonérer");
      await way.arrives(/^Montant LV-/, "L’exonération est enregistrée.");
      await way.says(/Exonération : Accord du 12 novembre avec son employeur\./);
    },
  );

  step("keeps a dossier from being erased, with the reason; then lifts it", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.follow("Conservation");
    await way.arrives(/^Conservation/);
    await way.send("Bloquer un effacement");
    await way.refused("Dites ce qui est à garder.", "textbox", "Ce qui est à garder");
    await way.write("Ce qui est à garder", "D-2026-000001");
    await way.write("Pourquoi", "Recours en cours.");
    await way.send("Bloquer un effacement");
    await way.arrives(/^Conservation/, "C’est bloqué : rien n’en sera effacé tant que ce n’est pas levé.");
    await way.says(/Dossier D-2026-000001, bloqué depuis le 25 novembre 2026 : Recours en cours\./);
    await way.send(/^Lever le blocage de/);
    await way.arrives(/^Conservation/, "Le blocage est levé : les durées valent de nouveau.");
    match(await way.page.locator("main").innerText(), /levé le 25/);
  });
});
