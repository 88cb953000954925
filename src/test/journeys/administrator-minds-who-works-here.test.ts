/** An administrator’s morning by keyboard, at 320 pixels: a colleague invited, a role taken back, a lost telephone, a stolen computer. */
import { equal, match } from "node:assert/strict";
import { describe } from "node:test";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { addGeneratorTo, giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { plain } from "./sent-forms.ts";
import { staffDay } from "./staff-day.ts";
import { type Visitor, visitor } from "./visitor.ts";
import { stepByStep } from "./ways.ts";

describe("an administrator who only has a keyboard, on a telephone", { skip: await noBrowser() }, () => {
  const step = stepByStep();
  let nadia: Visitor;
  let luc: Visitor;
  let lucs: Invented;
  const day = staffDay({ name: "Élise Marchand", role: "administrator" }, async ({ world, app, self }) => {
    const officer = await makeAccount(world, { name: "Nadia Benali", address: "nadia@exemple.fr" });
    await giveRoles(world, officer, ["admission-officer"]);
    nadia = visitor(app, "/faire-ess");
    nadia.cookies.set(SESSION_COOKIE, (await addGeneratorTo(world, officer)).token);
    lucs = await makeAccount(world, { name: "Luc Morel", address: "luc@exemple.fr" });
    luc = visitor(app, "/faire-ess");
    luc.cookies.set(SESSION_COOKIE, await openedSession(world, lucs));
    await openedSession(world, self);
  });
  const mailsTo = (address: string) =>
    withSchool(day.world.db, DEPLOYMENT, async (tx) => {
      const mails = await tx
        .selectFrom("mail")
        .select("subject")
        .where("to_address", "=", address)
        .orderBy("id")
        .execute();
      return mails.map(({ subject }) => subject).join("\n");
    });

  step("goes from her account to who works here, and reads what each role allows", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.says(/Vos rôles : administration du service\./);
    await way.follow("Qui travaille ici");
    await way.arrives(/^Qui travaille ici/);
    await way.says(/Nadia Benali.*admissions, depuis le 25 novembre 2026/);
    await way.follow("Ce que chaque rôle permet");
    await way.arrives(/^Ce que chaque rôle permet/);
    await way.says(/Confier un rôle/);
    await way.follow("Retour");
    await way.arrives(/^Qui travaille ici/);
  });

  step(
    "invites a colleague: hears what she left out, then that it is done, in the same words for an address without an account",
    async () => {
      const { way } = day;
      const field = "Adresse électronique de son compte";
      await way.send("Confier ce rôle");
      await way.refused("Donnez l’adresse électronique de la personne.", "textbox", field);
      await way.write(field, "lucas@exemple.fr");
      await way.select("Rôle", "admissions");
      await way.send("Confier ce rôle");
      const told = "C’est fait. Un rôle proposé à quelqu’un d’autre vaudra une fois accepté.";
      await way.arrives(/^Qui travaille ici/, told);
      await way.says(/lucas@exemple\.fr.*admissions, proposé le 25 novembre 2026/);
      await way.write(field, lucs.address);
      await way.select("Rôle", "admissions");
      await way.send("Confier ce rôle");
      await way.arrives(/^Qui travaille ici/, told);
      await way.says(/luc@exemple\.fr.*admissions, proposé le 25 novembre 2026/);
    },
  );

  step("sees, once he accepted, that his role still waits for his second proof", async () => {
    match(plain((await luc.open("/compte")).text), /vous propose un rôle/);
    const offered = await luc.open("/compte/roles");
    const accepted = await luc.sendFrom(offered, "/compte/roles", {
      id: /name="id" value="([^"]*)"/.exec(offered.text)![1]!,
      do: "accept",
    });
    equal(accepted.status, 303);
    await day.open("/equipe");
    await day.way.arrives(/^Qui travaille ici/);
    await day.way.says(/Luc Morel.*admissions, depuis le 25 novembre 2026.*n’a pas encore de seconde preuve/);
  });

  step("removes the second proofs of a colleague who lost her telephone, and says how she knew her", async () => {
    const { way } = day;
    equal((await nadia.open("/dossiers")).status, 200);
    await way.follow("Aider quelqu’un à retrouver son compte");
    await way.arrives(/^Aider quelqu’un/);
    await way.send("Faire ce changement");
    await way.refused(
      "Remplissez « Adresse électronique de son compte ».",
      "textbox",
      "Adresse électronique de son compte",
    );
    await way.write("Adresse électronique de son compte", "nadia@exemple.fr");
    await way.pick(/^Elle a perdu ses secondes preuves/, /^Elle a perdu sa boîte/);
    await way.write("Comment vous êtes-vous assuré que c’est bien elle ?", "Venue au bureau, carte d’identité.");
    await way.send("Faire ce changement");
    await way.arrives(/^C’est fait/);
    await way.says(/Le compte de Nadia Benali a été changé/);
    equal((await nadia.open("/dossiers")).status, 303, "who had her telephone is out, and she proves who she is anew");
    match(await mailsTo("nadia@exemple.fr"), /L’école a retiré vos secondes preuves/);
  });

  step("closes every session of a colleague whose computer was stolen", async () => {
    const { way } = day;
    await way.follow("Aider quelqu’un d’autre");
    await way.arrives(/^Aider quelqu’un/);
    await way.write("Adresse électronique de son compte", "luc@exemple.fr");
    await way.pick("Un de ses appareils est perdu ou volé", /^Elle a perdu sa boîte/);
    await way.write("Comment vous êtes-vous assuré que c’est bien elle ?", "Au téléphone, rappelé à son numéro.");
    await way.send("Faire ce changement");
    await way.arrives(/^C’est fait/);
    equal((await luc.open("/compte")).status, 303);
    match(await mailsTo("luc@exemple.fr"), /L’école a fermé toutes vos sessions/);
  });

  step("takes a role back, and may not take the last one that lets roles be given", async () => {
    const { way } = day;
    await way.follow("Retour");
    await way.arrives(/^Qui travaille ici/);
    await way.follow("Retirer le rôle « admissions » de Luc Morel");
    await way.arrives(/^Retirer un rôle/);
    await way.says(/Le rôle « admissions » sera retiré à Luc Morel\./);
    await way.follow("Ne rien changer");
    await way.arrives(/^Qui travaille ici/);
    await way.says(/Luc Morel/);
    await way.follow("Retirer le rôle « admissions » de Luc Morel");
    await way.arrives(/^Retirer un rôle/);
    await way.send("Retirer ce rôle");
    await way.arrives(/^C’est fait/);
    await way.says(/Le rôle « admissions » est retiré à Luc Morel\./);
    await way.follow("Qui travaille ici");
    await way.arrives(/^Qui travaille ici/);
    await way.follow("Retirer le rôle « administration du service » de Élise Marchand");
    await way.arrives(/^Retirer un rôle/);
    await way.send("Retirer ce rôle");
    await way.refused(
      "C’est le dernier rôle qui permet d’en confier : donnez-le d’abord à quelqu’un d’autre.",
      "textbox",
      "Adresse électronique de son compte",
    );
  });

  step("ends her own other session, and hears that it is done", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.follow("Connexion et sécurité");
    await way.arrives(/^Connexion et sécurité/);
    await way.send("Fermer toutes les autres sessions");
    await way.arrives(/^Connexion et sécurité/, "C’est fermé. Ces appareils ne sont plus connectés.");
  });

  step("is told plainly what her role does not open", async () => {
    const { way, open } = day;
    await open("/handicap");
    await way.arrives(/^Cette page n’est pas ouverte à votre compte/);
    await way.says(/Elle est ouverte à qui a l’un de ces rôles : référent handicap\./);
    await way.follow("Aller à mon compte");
    await way.arrives(/^Mon compte/);
  });
});
