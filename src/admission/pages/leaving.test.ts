/** Leaving a candidacy: before the press and after it a person reads what becomes of the place and of the fee, and what can be undone. */
import { doesNotMatch, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { withdrawDossier } from "../../dossier/submit-acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { closed, conforming, type Conforming, eligible, sittingCommission } from "../../test/admissions.ts";
import { DECLARED_IN_FULL } from "../../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../../test/intakes.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { decideEligibility } from "../decide-acts.ts";
import { declinePlace, deferPlace, withdrawCandidacy } from "../place-acts.ts";

const SCHOOL = "faire-ess";

describe("leaving a candidacy", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2027-02-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const intake = async () => (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
  const fresh = ({ actor }: Conforming) => ({ ...actor, authenticatedAt: now }) as Actor;
  const read = async ({ who, dossier }: Conforming, page: string) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password"]));
    const { text } = await visits.open(page.startsWith("/mon") ? page : `/deis/dossier/${dossier}${page}`);
    await app.close();
    const main = text.slice(text.indexOf("<main"));
    return `${plain(main).replaceAll(/\s+/g, " ")} ${[...main.matchAll(/href="([^"]*)"/g)].map(([, to]) => to).join(" ")}`;
  };
  const lastMail = async ({ who }: Conforming) => {
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", who.address)
        .orderBy("id")
        .execute(),
    );
    return JSON.stringify(mails.at(-1)).replaceAll(/\s/g, " ");
  };
  const FEE = /frais de sélection restent à payer : 160,00.{0,60}n’y change rien/;
  const SILENT = /Le sort des frais de sélection en cas de renoncement ou de refus n’est pas publié/;

  it("is by the withdrawal that can be undone, as long as nothing is decided", async () => {
    const ada = await conforming(world, "Ada Brun", DECLARED_IN_FULL, await intake());
    const page = await read(ada, "/admission");
    match(page, new RegExp(`/deis/dossier/${ada.dossier}/retirer`));
    doesNotMatch(page, /desister/);
    await deed(world, withdrawDossier, fresh(ada), { dossier: ada.dossier });
    const mine = await read(ada, "/mon-parcours");
    match(mine, /revenir sur ce retrait jusqu’au mercredi 31 mars 2027/);
    match(mine, /Arrêt à l’étape 2 ?: dossier/);
    match(mine, /Retiré le 1er février 2027, à reprendre jusqu’au 31 mars 2027/);
  });

  it("says once eligible that it is final, that there was no place, and what of the fee; the way ends at the interview to come", async () => {
    const bo = await eligible(world, "Bo Brun", await intake());
    const asked = await read(bo, "/admission/desister");
    for (const said of [/Vous n’aviez pas encore de place/, /C’est définitif/, FEE, SILENT]) match(asked, said);
    doesNotMatch(asked, /liste/);
    await deed(world, withdrawCandidacy, fresh(bo), { dossier: bo.dossier });
    const mail = await lastMail(bo);
    for (const said of [/Vous n’aviez pas encore de place/, /C’est définitif/, FEE, SILENT]) match(mail, said);
    match(await read(bo, "/mon-parcours"), /Arrêt à l’étape 3 : entretien/);
    const home = await read(bo, "");
    doesNotMatch(home, /Retirer ma candidature/);
    match(home, /Fermer ce dossier, pour pouvoir l’effacer/);
    const over = await read(bo, "/retirer");
    match(over, /Cette candidature est déjà finie/);
    doesNotMatch(over, /ne sera pas examinée/);
  });

  it("says of the list only to who is on it, and of a place that it goes to somebody else", async () => {
    const year = await intake();
    const [cy, di, eve] = [
      await eligible(world, "Cy Brun", year),
      await eligible(world, "Di Brun", year),
      await eligible(world, "Eve Brun", year),
    ];
    await closed(
      world,
      await sittingCommission(world, year, [
        [cy.dossier, "admitted"],
        [di.dossier, "waiting"],
        [eve.dossier, "waiting"],
      ]),
    );
    match(await read(di, "/admission/desister"), /Vous quittez la liste complémentaire/);
    match(
      await lastMail(di),
      /Tant que vous êtes sur cette liste, vous pouvez contester jusqu’au jeudi 1er avril 2027/,
    );
    const refusing = await read(cy, "/admission/refuser");
    for (const said of [/La place va à quelqu’un d’autre/, /ne pourrez pas revenir dessus ici/, FEE])
      match(refusing, said);
    await deed(world, declinePlace, fresh(cy), { dossier: cy.dossier });
    match(await lastMail(cy), /La place va à quelqu’un d’autre.*restent à payer/);
    // Called, she may contest the list no more: nothing promises a button that is not there.
    const called = await read(di, "/admission");
    doesNotMatch(called, /Contester une décision|Demander à l’école de revoir/);
    match(called, /Vous n’êtes pas d’accord avec une de ces décisions/);
    const deferring = await read(di, "/admission/reporter");
    for (const said of [
      /vous ne pourrez pas la reprendre/,
      /une place vous est offerte sans nouvel examen/,
      /pas demandés une seconde fois/,
    ])
      match(deferring, said);
    await deed(world, deferPlace, fresh(di), { dossier: di.dossier });
    match(await lastMail(di), /Votre admission est reportée.*une place vous est offerte sans nouvel examen/);
    match(await read(di, "/mon-parcours"), /Reportée le 1er février 2027/);
  });

  it("by silence says first until when the offer stood, what can still be done, and the fee", async () => {
    const year = await intake();
    const fay = await eligible(world, "Fay Brun", year);
    await closed(world, await sittingCommission(world, year, [[fay.dossier, "admitted"]]));
    now = new Date("2027-02-13T09:00:00Z");
    await runDue(world, SCHOOL);
    const mine = await read(fay, "/mon-parcours");
    const said = [
      "restée sans réponse, et elle est tombée",
      "Vous pouviez répondre jusqu’au 11 février 2027",
      "elle peut vous offrir une place de nouveau",
      "restent à payer",
      "Payez",
    ];
    const at = said.map((one) => mine.indexOf(one));
    ok(
      at.every((place, index) => place > (at[index - 1] ?? -1)),
      at.join(" "),
    );
    match(mine, /Offre restée sans réponse jusqu’au 11 février 2027/);
    doesNotMatch(await read(fay, ""), /Retirer ma candidature/);
    await deed(world, withdrawDossier, fresh(fay), { dossier: fay.dossier });
  });

  it("does not hide why a candidacy is not eligible", async () => {
    const gil = await conforming(world, "Gil Brun", DECLARED_IN_FULL, await intake());
    const refused = { dossier: gil.dossier, outcome: "not-eligible", ground: "Un faux." } as const;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, refused);
    match(await read(gil, "/mon-parcours"), /Un faux\..*Arrêt à l’étape 4 : admission/);
  });
});
