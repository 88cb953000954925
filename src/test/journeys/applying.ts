/** What a candidate does from the school's home to her receipt and on, for every way of doing it. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { ParsedMail } from "mailparser";
import type { World } from "../../act/world.ts";
import { pdf, photo } from "../sent-files.ts";
import { type FileSent, type Kind, openWay, stepByStep, type Way, writeDay } from "./ways.ts";

export type Place = {
  readonly world: World;
  origin: string;
  /** What a mail server has taken for somebody. */
  readonly mailsTo: (address: string) => Promise<readonly ParsedMail[]>;
  /** The school asks for a complement. */
  readonly asks: (dossier: string, item: string, note: string) => Promise<unknown>;
  readonly later: (minutes: number) => void;
};

const file = (name: string, bytes: Buffer): FileSent => ({ name, bytes });

export function applying(kind: Kind, place: Place, address: string): void {
  let way: Way;
  let answerCode = "";
  let dossier = "";
  const step = stepByStep();
  before(async () => {
    way = await openWay(kind);
  });
  after(() => way.tab.close());

  step("finds on the school’s home the question she comes with", async () => {
    await way.page.goto(`${place.origin}/faire-ess`);
    await way.arrives(/Faire ESS/);
    await way.follow(/^Puis-je candidater \?/);
    await way.arrives(/^Vos diplômes/);
  });

  step("is told what is missing, and declares her diploma by some letters of its name", async () => {
    await way.send("Chercher");
    await way.refused(
      "Donnez le nom de votre diplôme, puis choisissez-le dans la liste.",
      "textbox",
      "Son nom, ou quelques lettres",
    );
    await way.write("Son nom, ou quelques lettres", "assistante sociale");
    await way.send("Chercher");
    await way.arrives(/^Une question de plus – Vos diplômes/, "Une question de plus Lequel ?");
    await way.pick("Diplôme d’État d’assistant de service social (DEASS)");
    await writeDay(way, ["27", "juin", "2017"], "Date d’obtention");
    await way.send("Continuer");
    await way.arrives(/^Votre expérience/);
  });

  step("declares her work, and hears that she may apply", async () => {
    await writeDay(way, ["1", "9", "2017"], "Début de la période");
    await way.tick("Toujours en cours");
    await way.pick("Temps plein");
    await way.pick(/^Oui : /);
    await way.send("Continuer");
    await way.arrives(/^Votre réponse/);
    await way.says(/Oui, vous pouvez candidater/);
  });

  step(
    "keeps her answer under a code, and opens it again with the code on another day, on another device",
    async () => {
      await way.send("Garder cette réponse");
      await way.arrives(/^Votre réponse est conservée/);
      [answerCode] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await way.page.locator("main").innerText())!;
      await way.page.context().clearCookies();
      await way.page.goto(`${place.origin}/faire-ess`);
      await way.arrives(/Faire ESS/);
      await way.follow("Reprendre une réponse");
      await way.arrives(/^Reprendre une réponse/);
      await way.send("Ouvrir la réponse");
      await way.refused("Tapez le code de la réponse.", "textbox", "Code de la réponse");
      await way.write("Code de la réponse", answerCode.toLowerCase());
      await way.send("Ouvrir la réponse");
      await way.arrives(/^Réponse n° Q-2026/);
      await way.send("Repartir de ces réponses");
      await way.arrives(/^Votre réponse/);
      await way.send(/^Candidater jusqu’au/);
      await way.arrives(/^Se connecter ou créer un compte/);
    },
  );

  step("makes an account with the code of a mail", async () => {
    await way.write("Quelle est votre adresse électronique ?", address);
    await way.send("Recevoir un code");
    await way.arrives(/^Quel est le code/);
    const [mail] = await place.mailsTo(address);
    const [code] = /\d{6}/.exec(mail!.text!)!;
    await way.write("Code de six chiffres", code === "000000" ? "000001" : "000000");
    await way.send("Continuer");
    await way.refused("Ce n’est pas ce code. Il reste 4 essais.", "textbox", "Code de six chiffres");
    await way.write("Code de six chiffres", code);
    await way.send("Continuer");
    await way.arrives(/^Dossier D-2026-00000\d/);
  });

  step("is in her dossier, begun, in which her answers already are", async () => {
    await way.says(/Votre dossier n’est pas encore envoyé/);
    dossier = way.page.url().split("#")[0]!;
    await way.described("Votre identité", "À compléter");
    await way.described("Vos diplômes et titres", "Terminé");
    await way.follow("Vos diplômes et titres");
    await way.arrives(/^Vos diplômes/);
    await way.says(/27 juin 2017/);
    await way.says(/Ce que vos titres ouvrent/);
    await way.follow("Retour");
    await way.arrives(/^Dossier D-2026-00000\d/);
    await way.follow("Votre expérience");
    await way.arrives(/^Votre expérience/);
    await way.says(/jours\) sur 3.ans \(1.095 jours\)/);
    await way.follow("Retour");
    await way.arrives(/^Dossier/);
  });

  step(
    "gives her identity: hears what is missing, that it is kept all the same, and chooses her commune by its name",
    async () => {
      await way.follow("Votre identité");
      await way.arrives(/^Votre identité/);
      await way.write("Nom de naissance", "Durand");
      await way.hears("Enregistré à 2");
      await way.send("Enregistrer et revenir plus tard");
      await way.arrives(/^Dossier/);
      await way.described("Votre identité", "En cours");
      await way.follow("Votre identité");
      await way.arrives(/^Votre identité/);
      await way.send("Enregistrer et continuer");
      await way.refused("Écrivez tous vos prénoms.", "textbox", "Prénoms");
      await way.says(/Ce que vous avez écrit est enregistré/);
      await way.write("Prénoms", "Claire Marie");
      await way.pick("Féminin");
      await writeDay(way, ["31", "février", "1985"], "Date de naissance");
      await way.select("Pays de naissance", "France");
      await way.write("Commune de naissance, si vous êtes né en France", "st denis");
      await way.send("Enregistrer et continuer");
      await way.refused("Cette date de naissance n’existe pas au calendrier.", "textbox", "Jour");
      await way.write("Jour", "28", "Date de naissance");
      await way.send("Enregistrer et continuer");
      await way.arrives(/^Votre commune de naissance/);
      await way.pick(/La Réunion/, /^Saint-Denis/);
      await way.send("Enregistrer et continuer");
      await way.arrives(/^Vos coordonnées/);
    },
  );

  step(
    "says how to reach her; with two tabs, hears that the other has saved, and chooses between both values",
    async () => {
      await way.write("Téléphone", "06 12 34 56 78");
      await way.write("Adresse", "1 rue de l’Exemple");
      await way.write("Code postal", "34000");
      await way.select("Pays", "France");
      await way.send("Enregistrer et continuer");
      await way.arrives(/^Quel cursus/);
      await way.follow("Retour");
      await way.arrives(/^Dossier/);
      await way.described("Votre identité", "Terminé");
      await way.follow("Vos coordonnées");
      await way.arrives(/^Vos coordonnées/);
      const other = await way.page.context().newPage();
      await other.goto(way.page.url());
      await other.getByRole("textbox", { name: "Téléphone" }).fill("07 11 11 11 11");
      await other.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await other.waitForURL(/cursus$/);
      await other.close();
      await way.write("Téléphone", "06 00 00 00 00");
      await way.hears("cette page a été enregistrée ailleurs entre-temps");
      await way.send("Enregistrer et continuer");
      await way.arrives(/^Cette page a été enregistrée ailleurs/);
      await way.pick("Ce qui est enregistré : 07 11 11 11 11", /^Ce que vous venez d’écrire/);
      await way.send("Garder ces choix");
      await way.arrives(/^Vos coordonnées/);
      await way.send("Enregistrer et continuer");
      await way.arrives(/^Quel cursus/);
    },
  );

  step("says her track and who pays, and reads what that makes in hours, exams and euros", async () => {
    await way.pick("DEIS");
    await way.send("Continuer");
    await way.arrives(/^Qui paie la formation/);
    await way.send("Enregistrer et continuer");
    await way.arrives(/^Allègements, cursus et financement/);
    await way.says(/700 h/);
    await way.follow("Continuer");
    await way.arrives(/^Vos pièces/);
    await way.follow("Retour");
    await way.arrives(/^Dossier/);
    await way.described("Vos coordonnées", "Terminé");
    await way.described("Allègements, cursus et financement", "Terminé");
  });

  step("asks for arrangements, and confides the reason to the disability advisor alone", async () => {
    await way.follow("Aménagements pour raison de santé ou de handicap");
    await way.arrives(/^Aménagements/);
    await way.pick("Oui", "Non");
    await way.tick("Temps majoré");
    await way.send("Enregistrer et continuer");
    await way.arrives(/^Pour le référent handicap seulement/);
    await way.write(/^Ce que vous souhaitez lui dire/, "Je vois mal le soir.");
    await way.send("Enregistrer et continuer");
    await way.arrives(/^Vos pièces/);
  });

  step("sends her files on one page: hears which is refused and why, and the others are kept", async () => {
    const proofs = "Choisir un ou plusieurs fichiers Justificatifs du diplôme, du titre ou du corps";
    await way.attach(proofs, [file("diplome.pdf", pdf()), file("page.html", Buffer.from("<p>"))]);
    await way.attach("Choisir un fichier Curriculum vitæ", [file("cv.pdf", pdf({ comment: "cv" }))]);
    await way.send("Enregistrer et continuer", "stays");
    const stays = "Ajouter un fichier Justificatifs du diplôme, du titre ou du corps";
    await way.refused(
      "page.html – Ce fichier n’est ni un PDF ni une photo (JPEG, PNG, HEIC), quel que soit son nom. Enregistrez-le en PDF, puis envoyez-le de nouveau.",
      "button",
      stays,
    );
    await way.says(/2 sur 4 sont prêtes.*cv\.pdf/);
    await way.attach("Choisir un ou plusieurs fichiers Justificatifs de l’expérience professionnelle", [
      file("attestation.jpg", photo("jpg")),
    ]);
    await way.attach("Choisir un fichier Texte de présentation du parcours professionnel", [
      file("texte.pdf", pdf({ pages: 7 })),
    ]);
    await way.send("Enregistrer et continuer");
    await way.arrives(/^Vos pièces/, "L’envoi est enregistré.");
    await way.says(/7 pages au lieu de 8 à 10/);
    await way.follow("Ouvrir cette pièce Texte de présentation du parcours professionnel");
    await way.arrives(/^Texte de présentation/);
    await way.says(/Ce texte compte 7 pages ; la règle demande de 8 à 10 pages/);
    await way.write(/^Pourquoi ce nombre de pages \?/, "Ma carrière est courte.");
    await way.send("Enregistrer l’explication");
    await way.arrives(/^Texte de présentation/, "L’explication est enregistrée.");
    await way.follow("Retour");
    await way.arrives(/^Vos pièces/);
    await way.says(/4 sur 4 sont prêtes/);
    await way.send("Enregistrer et continuer");
  });

  step("reads everything again, certifies, and submits by an act of its own: a receipt with its number", async () => {
    await way.arrives(/^Relire et déposer/);
    await way.unfold("Votre identité");
    await way.says(/Claire Marie/);
    await way.says(/28 février 1985/);
    await way.send("Déposer mon dossier");
    await way.refused("Cochez la case pour certifier ce que vous déposez.", "checkbox", "Je certifie et je dépose");
    await way.tick("Je certifie et je dépose");
    await way.send("Déposer mon dossier");
    await way.arrives(/^Récépissé D-2026-00000\d-1/);
    await way.says(/25 novembre 2026 à 2\d h 0\d min 00 s/);
    const pdfLink = way.page.getByRole("link", { name: "Télécharger le récépissé (PDF)" });
    const printed = await way.page.request.get(new URL((await pdfLink.getAttribute("href"))!, place.origin).href);
    assert.equal((await printed.body()).subarray(0, 5).toString(), "%PDF-");
    assert.match((await place.mailsTo(address)).at(-1)!.subject!, /D-2026-00000\d-1/);
  });

  step("reads what she owes and the reference to give", async () => {
    await way.follow("Voir la suite");
    await way.arrives(/^Mon parcours/);
    await way.says(/160,00 €/);
    await way.follow("Voir comment payer");
    await way.arrives(/paye|paie|dois/i);
    await way.says(/160,00 €/);
    if (kind === "keyboard") {
      await way.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await way.send(/^Copier .*éférence/, "stays");
      await way.hears("Copié.");
      assert.match(String(await way.page.evaluate("navigator.clipboard.readText()")), /^[A-Z0-9-]{6,}$/);
    }
  });

  step("takes her dossier back, corrects it, and submits it again: both receipts stay", async () => {
    await way.page.goto(dossier);
    await way.arrives(/^Dossier/);
    await way.follow("Reprendre pour corriger");
    await way.arrives(/^Reprendre/);
    await way.send("Reprendre mon dossier");
    await way.arrives(/^Dossier/);
    await way.says(/Votre dossier n’est pas encore envoyé/);
    await way.follow("Vos coordonnées");
    await way.arrives(/^Vos coordonnées/);
    await way.write("Code postal", "34200");
    await way.write("Ville", "Sète");
    await way.send("Enregistrer et continuer");
    await way.arrives(/^Relire et déposer/);
    await way.tick("Je certifie et je dépose");
    await way.send("Déposer mon dossier");
    await way.arrives(/^Récépissé D-2026-00000\d-2/);
    await way.page.goto(dossier);
    await way.arrives(/^Dossier/);
    await way.says(/Récépissé D-2026-00000\d-2.*Récépissé D-2026-00000\d-1/);
  });

  step("is asked for a complement: corrects what is asked, shows who she is, and gives it", async () => {
    place.later(60);
    await place.asks(dossier.split("/").at(-1)!, "piece:cv", "La deuxième page manque.");
    place.later(1);
    await way.page.goto(dossier);
    await way.arrives(/^Dossier/);
    await way.says(/Complément demandé/);
    await way.follow("Voir ce qui est demandé");
    await way.arrives(/^Complément demandé/);
    await way.says(/La deuxième page manque/);
    await way.follow("Corriger Curriculum vitæ");
    await way.arrives(/^Curriculum vitæ/);
    await way.attach("Choisir un fichier", [file("cv-entier.pdf", pdf({ comment: "whole", pages: 2 }))]);
    await way.send("Envoyer");
    await way.arrives(/^Curriculum vitæ/, "L’envoi est enregistré.");
    await way.follow("Continuer");
    await way.arrives(/^Complément demandé/);
    await way.says(/Modifié depuis la demande/);
    await way.tick("Je certifie avoir effectué les corrections");
    await way.send("Envoyer mon complément");
    await way.arrives(/^Confirmez que c’est bien vous/);
    await way.says(/Vous n’avez pas de mot de passe/);
    await way.send("Recevoir un code");
    await way.arrives(/^Confirmez que c’est bien vous/);
    const codes = (await place.mailsTo(address)).flatMap(({ subject }) => /^\d{6}/.exec(subject!)?.[0] ?? []);
    await way.write("Code de six chiffres", codes.at(-1)!);
    await way.send("Confirmer et continuer");
    await way.arrives(/^Récépissé D-2026-00000\d-3/);
    await way.says(/Votre complément est reçu/);
  });

  step("writes to the school", async () => {
    await way.page.goto(dossier);
    await way.arrives(/^Dossier/);
    await way.follow("Écrire à l’établissement");
    await way.arrives(/^Messages/);
    await way.write("Votre message", "Merci. Faut-il aussi le relevé de notes ?");
    await way.send("Envoyer le message");
    await way.arrives(/^Messages/, "Votre message est envoyé.");
    await way.says(/Faut-il aussi le relevé de notes \?/);
  });

  step("sees who opened her dossier, and takes away a copy of all that is held about her", async () => {
    await way.follow("Retour");
    await way.arrives(/^Dossier/);
    await way.follow("Qui a ouvert mon dossier");
    await way.arrives(/^Qui a ouvert mon dossier/);
    await way.follow("Retour");
    await way.arrives(/^Mes données/);
    await way.send("Demander une copie");
    await way.arrives(/^Mes données/);
    await way.says(/Votre copie est en préparation/);
    await place.mailsTo(address);
    await way.page.goto(way.page.url().split("#")[0]!);
    await way.arrives(/^Mes données/);
    const copy = way.page.getByRole("link", { name: /^Télécharger la copie/ });
    const taken = await way.page.request.get(new URL((await copy.getAttribute("href"))!, place.origin).href);
    assert.equal((await taken.body()).subarray(0, 2).toString(), "PK");
  });

  step("deletes the answer that she had kept", async () => {
    await way.follow("Reprendre une réponse");
    await way.arrives(/^Reprendre une réponse/);
    await way.write("Code de la réponse", answerCode);
    await way.send("Ouvrir la réponse");
    await way.arrives(/^Réponse n° Q-2026/);
    await way.follow("Supprimer cette réponse");
    await way.arrives(/^Supprimer cette réponse \?/);
    await way.pick("Oui");
    await way.send("Continuer");
    await way.arrives(/^La réponse est supprimée/);
  });

  step("withdraws, after being asked whether she means it", async () => {
    await way.page.goto(dossier);
    await way.arrives(/^Dossier/);
    await way.follow("Retirer ma candidature");
    await way.arrives(/^Retirer votre candidature \?/);
    await way.send("Retirer ma candidature");
    await way.arrives(/^Dossier/);
    await way.says(/Candidature retirée/);
  });
}
