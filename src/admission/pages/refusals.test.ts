/** A refused person reads the refusal first on their own pages, with its article, what follows, and where and until when to contest it. */
import { deepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  acting,
  closed,
  conforming,
  type Conforming,
  eligible,
  sittingCommission,
  WITH_A_CONTESTED_TITLE,
  WITH_A_MASTER,
} from "../../test/admissions.ts";
import { HEAD_OF_TRAINING } from "../../test/intakes.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { lodgeAppeal } from "../appeal-acts.ts";
import { decideEligibility, decideRelief, recordAuthorityAnswer } from "../decide-acts.ts";

const SCHOOL = "faire-ess";

describe("what was refused", () => {
  let world: World;
  let close: () => Promise<void>;
  const now = new Date("2027-02-01T09:00:00Z");
  before(async () => ({ world, close } = await testWorldOf({ now: () => now })));
  after(() => close());

  /** The text of a page below its title, without spaces of their own. */
  const read = async ({ who, dossier }: Conforming, page: string) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password", "totp"]));
    const { text } = await visits.open(page.replace(":dossier", `/deis/dossier/${dossier}`));
    await app.close();
    return plain(text.slice(text.indexOf("</h1>"))).replaceAll(/\s+/g, " ");
  };
  const first = (text: string, ...said: readonly string[]) => {
    const places = said.map((one) => text.indexOf(one));
    ok(!places.includes(-1), `${said[places.indexOf(-1)]} is not in: ${text.slice(0, 2000)}`);
    deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      "in this order",
    );
    return places[0]!;
  };
  const SCHOOL_ADDRESS = "Faire ESS";

  it("is told first on each own page of somebody who is not eligible", async () => {
    const ada = await conforming(world, "Ada Martin");
    await deed(world, decideEligibility, HEAD_OF_TRAINING, {
      dossier: ada.dossier,
      outcome: "not-eligible",
      ground: "Le titre est un faux.",
    });
    for (const page of [":dossier/decision", ":dossier", ":dossier/admission", "/mon-parcours"]) {
      const text = await read(ada, page);
      const at = first(
        text,
        "L’établissement a décidé que votre candidature n’est pas recevable.",
        "Décision du 1er février 2027.",
        "Le titre est un faux.",
        "Vous pouvez en déposer une autre",
        "Pour contester cette décision",
        "jeudi 1er avril 2027",
        SCHOOL_ADDRESS,
        "règlement",
      );
      ok(at < 250, `${page}: ${at}`);
    }
  });

  it("is told in the same words where the office reads or prints it for a person without an account, and to nobody else", async () => {
    const [ada, zoe] = [await conforming(world, "Ada Sanscompte"), await conforming(world, "Zoé Lenoir")];
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("dossier").set({ account: null, entered: "paper" }).where("id", "=", ada.dossier).execute(),
    );
    for (const { dossier } of [ada, zoe]) {
      const ground = "Le titre est un faux.";
      await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "not-eligible", ground });
    }
    const ines = await makeAccount(world, { name: "Ines Vidal", address: "ines.vidal@exemple.fr" });
    await giveRoles(world, ines, ["admission-officer"]);
    const office = async ({ dossier }: Conforming) => read({ ...ada, who: ines }, `/dossiers/${dossier}/decision`);
    first(
      await office(ada),
      "L’établissement a décidé que votre candidature n’est pas recevable.",
      "Décision du 1er février 2027.",
      "Le titre est un faux.",
      "Vous pouvez en déposer une autre",
      "Pour contester cette décision",
      "jeudi 1er avril 2027",
      SCHOOL_ADDRESS,
      "règlement",
    );
    ok(!(await office(zoe)).includes("Pour contester cette décision"));
  });

  it("is the article of the commission, to somebody whom it did not admit", async () => {
    const bo = await eligible(world, "Bo Girard");
    const { intake } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("intake").where("id", "=", bo.dossier).executeTakeFirstOrThrow(),
    );
    const cy = await eligible(world, "Cy Roux", intake);
    const commission = await sittingCommission(world, intake, [
      [bo.dossier, "refused"],
      [cy.dossier, "admitted"],
    ]);
    await closed(world, commission);
    const refused = [
      "La commission d’admission n’a pas retenu votre candidature.",
      "Le projet ne répond pas encore",
      "Le texte : ",
      "Pour contester cette décision",
      "jeudi 1er avril 2027",
    ];
    first(await read(bo, ":dossier/decision"), ...refused);
    ok((await read(bo, ":dossier/decision")).indexOf(refused[0]!) < 250);
    for (const page of [":dossier/decision", ":dossier", ":dossier/admission", "/mon-parcours"])
      ok(!(await read(cy, page)).includes("Pour contester cette décision"), `${page} of who was admitted`);
  });

  it("is followed by the button that asks the school to look again, and once asked, preceded by the day of the appeal alone", async () => {
    const eli = await conforming(world, "Eli Morel");
    const { dossier } = eli;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "not-eligible", ground: "Un faux." });
    const contests = "Demander à l’école de revoir sa décision";
    const unasked = await read(eli, ":dossier/admission");
    first(unasked, "n’est pas recevable", "Pour contester cette décision", "jeudi 1er avril 2027", contests);
    ok(!unasked.includes("Me désister"));
    await deed(world, lodgeAppeal, eli.actor, { dossier, text: "Le diplôme est vrai." });
    for (const page of [":dossier/admission", ":dossier"]) {
      const asked = await read(eli, page);
      first(
        asked,
        "Votre recours du 1er février 2027 est enregistré",
        "au plus tard le jeudi 1er avril 2027",
        "n’est pas recevable",
      );
      ok(!asked.includes("Votre candidature s’arrête là"), "an appeal may still open it again");
      ok(!asked.includes("Pour contester cette décision") && !asked.includes(contests), page);
    }
  });

  it("is said of reliefs where the file of the decision is read, and does not hide that the application goes on", async () => {
    const dan = await conforming(world, "Dan Leroy", WITH_A_MASTER);
    const { dossier } = dan;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "eligible", ground: "Vu." });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier, ground: "Le programme du titre est trop éloigné." });
    const text = await read(dan, ":dossier/decision");
    first(
      text,
      "L’école n’a pas accordé tout ce que vous aviez demandé.",
      "Votre candidature continue.",
      "20 h demandées, 0 h accordées",
      "Le texte : ",
      "Le programme du titre est trop éloigné.",
      "Pour contester cette décision",
    );
    ok(!(await read(dan, ":dossier")).includes("Pour contester cette décision"));
  });

  it("is said of a contested dispense that the authority did not confirm", async () => {
    const eve = await conforming(world, "Eve Petit", WITH_A_CONTESTED_TITLE);
    const { dossier } = eve;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "eligible", ground: "Vu." });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier });
    await deed(world, recordAuthorityAnswer, acting(world, ["head-of-training"]), {
      dossier,
      title: "CAFERUIS",
      domain: "DF3",
      granted: false,
      on: "2027-01-30",
      by: "DREETS Occitanie",
      paper: "Lettre du 30 janvier 2027",
    });
    first(
      await read(eve, ":dossier/decision"),
      "Vous n’êtes pas dispensé de l’épreuve",
      "DREETS Occitanie l’a répondu le 30 janvier 2027.",
      "Vous passez cette épreuve.",
    );
  });
});
