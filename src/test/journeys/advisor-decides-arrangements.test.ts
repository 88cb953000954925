/** The référent handicap’s morning by keyboard, at 320 pixels: reads what is confided to nobody else, decides, and everybody sees the effect alone. */
import { doesNotMatch, equal, match } from "node:assert/strict";
import { describe } from "node:test";
import { SESSION_COOKIE } from "../../page/session.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { giveRoles, makeAccount, openedSession } from "../people.ts";
import { plain } from "./sent-forms.ts";
import { staffDay } from "./staff-day.ts";
import { type Visitor, visitor } from "./visitor.ts";
import { stepByStep } from "./ways.ts";

const SAID = "Je perds la vue le soir.";

describe("a référent handicap who only has a keyboard, on a telephone", { skip: await noBrowser() }, () => {
  const step = stepByStep();
  let officer: Visitor;
  let claire: Visitor;
  let dossier = "";
  const day = staffDay({ name: "Odile Perrin", role: "disability-advisor" }, async ({ world, app }) => {
    const signedIn = async (account: string, means: Parameters<typeof openedSession>[2]) => {
      const one = visitor(app, "/faire-ess");
      one.cookies.set(SESSION_COOKIE, await openedSession(world, { account }, means));
      return one;
    };
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    officer = await signedIn(sacha.account, ["password", "totp"]);
    const her = await makeAccount(world, { name: "Claire Durand", address: "claire@exemple.fr" });
    claire = await signedIn(her.account, ["password"]);
    const sections = {
      ...FULL_SECTIONS,
      accommodations: { needed: "yes", effects: ["extra-time", "other"], other: "Un siège réglable" },
      "accommodations-said": { said: SAID },
    };
    dossier = await aDossier(world, her, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, her, dossier);
  });
  const shown = async (who: Visitor, path: string) => plain((await who.open(path)).text);

  step("finds in her account who asks for what, and that one of them waits for her", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^Mon compte/);
    await way.follow("Demandes d’aménagement");
    await way.arrives(/^Demandes d’aménagement/);
    await way.says(/Durand Claire.*Temps majoré, Autre.*Un mot pour vous.*À décider/);
  });

  step(
    "reads what was confided, which the officer’s pages do not have, and which the candidate sees that she read",
    async () => {
      const { way } = day;
      await way.follow(/^Durand Claire/);
      await way.arrives(/^Durand Claire/);
      await way.says(/Je perds la vue le soir\./);
      const office = await shown(officer, `/dossiers/${dossier}`);
      match(office, /Temps majoré, Autre.*pas encore décidés par le référent handicap/);
      doesNotMatch(office, /perds la vue/);
      equal((await officer.open(`/handicap/${dossier}`)).status, 403);
      match(
        await shown(claire, `/deis/dossier/${dossier}`),
        /\(référent handicap\) a ouvert ce qui est confié au référent handicap/,
      );
    },
  );

  step("finds ticked what was asked; nothing ticked and nothing said is refused aloud", async () => {
    const { way } = day;
    await way.tick("Temps majoré");
    await way.tick("Autre");
    await way.send("Enregistrer la décision");
    await way.refused(
      "Rien n’est coché : dites à la personne pourquoi, ou ce qui lui est proposé.",
      "textbox",
      "Comment ce sera fait, ou pourquoi non",
    );
  });

  step("decides, and hears that it is saved and the person told", async () => {
    const { way } = day;
    await way.write("Comment ce sera fait, ou pourquoi non", "Un tiers de temps en plus, le matin.");
    await way.tick("Temps majoré");
    await way.send("Enregistrer la décision");
    // A box left unticked is a refusal: it is read over before it leaves.
    await way.arrives(/^Relisez avant d’envoyer/);
    await way.says(/Rien n’est encore enregistré.*Ce qui n’est pas accordé.*Aménagements décidés Temps majoré/);
    await way.send("Envoyer la décision");
    await way.arrives(
      /^Durand Claire/,
      "La décision est enregistrée. La personne reçoit un courriel, ou une lettre que l’école remettra.",
    );
    await way.says(/Aménagements décidés Temps majoré .*Un tiers de temps en plus, le matin\..*le 25 novembre 2026/);
    await way.follow("Retour");
    await way.arrives(/^Demandes d’aménagement/);
    await way.says(/Décidé/);
  });

  step("is read by everybody as what will be done, and by nobody as why", async () => {
    const office = await shown(officer, `/dossiers/${dossier}`);
    match(office, /Aménagements décidés Temps majoré.*le matin\. par le référent handicap/);
    doesNotMatch(office, /perds la vue/);
    match(await shown(officer, `/dossiers/${dossier}/journal`), /Odile Perrin décide des aménagements/);
    const hers = await shown(claire, `/deis/dossier/${dossier}`);
    match(hers, /Le référent handicap a décidé de vos aménagements : Temps majoré\./);
    const mails = await shown(claire, "/compte/courrier");
    match(mails, /Ce qui sera arrangé : Temps majoré\. Un tiers de temps en plus, le matin\./);
    doesNotMatch(mails, /perds la vue/);
  });

  step("changes her decision in two tabs: the older one is refused, and shows what is saved", async () => {
    const { way } = day;
    await way.follow(/^Durand Claire/);
    await way.arrives(/^Durand Claire/);
    const other = await way.page.context().newPage();
    await other.goto(way.page.url());
    await other.getByText("Changer cette décision").click();
    await other.getByRole("checkbox", { name: "Pauses" }).check();
    await other.getByRole("button", { name: "Enregistrer la décision" }).click();
    await other.waitForURL(/fait=decide/);
    await other.close();
    await way.unfold("Changer cette décision");
    await way.tick("Documents adaptés (gros caractères, version numérique)");
    await way.send("Enregistrer la décision");
    await way.arrives(
      /^Durand Claire/,
      "Quelqu’un d’autre a décidé entre-temps : voici ce qui est enregistré. Relisez, puis décidez.",
    );
    await way.says(/Aménagements décidés Temps majoré ; Pauses/);
  });

  step("opens no dossier, and is told plainly what her role does not open", async () => {
    const { way, open } = day;
    await open("/dossiers");
    await way.arrives(/^Cette page n’est pas ouverte à votre compte/);
    await way.says(/responsable de formation, direction/);
  });
});
