/** A person's own pages say where they stand now, not where they stood when they applied. */
import { doesNotMatch, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  acting,
  closed,
  conforming,
  type Conforming,
  eligible,
  sittingCommission,
  WITH_A_CONTESTED_TITLE,
} from "../../test/admissions.ts";
import { DECLARED_IN_FULL } from "../../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../../test/intakes.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { deed, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { answerAppeal, lodgeAppeal } from "../appeal-acts.ts";
import { decideEligibility, decideRelief, recordAuthorityAnswer } from "../decide-acts.ts";
import { acceptPlace } from "../place-acts.ts";

const SCHOOL = "faire-ess";

describe("the own pages of an application", () => {
  let world: World;
  let close: () => Promise<void>;
  let intake: string;
  let now = new Date("2027-02-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
  });
  after(() => close());

  const read = async ({ who, dossier }: Conforming, page: string) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password"]));
    const { text } = await visits.open(`/deis/dossier/${dossier}${page}`);
    await app.close();
    return plain(text.slice(text.indexOf("</h1>"))).replaceAll(/\s+/g, " ");
  };

  it("say to a person whose place is accepted that it is, and nothing of an application still examined", async () => {
    const ada = await eligible(world, "Ada Martin", intake);
    match(await read(ada, ""), /L’école prépare votre entretien/);
    await closed(world, await sittingCommission(world, intake, [[ada.dossier, "admitted"]]));
    await deed(world, acceptPlace, { ...ada.actor, authenticatedAt: now } as Actor, { dossier: ada.dossier });
    for (const page of ["", "/decision"]) {
      const text = await read(ada, page);
      match(text, /Votre place est acceptée/);
      doesNotMatch(text, /vérifie votre dossier|l’école l’examine/);
    }
    match(await read(ada, "/admission"), /Votre contrat vient avant l’inscription/);
  });

  it("show a dispense as the authority answered on it, not as it stood before", async () => {
    const eve = await conforming(world, "Eve Petit", WITH_A_CONTESTED_TITLE, intake);
    const { dossier } = eve;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "eligible", ground: "Vu." });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier });
    match(await read(eve, "/admission"), /à confirmer/);
    // The authority answers after the school decided.
    now = new Date("2027-02-03T09:00:00Z");
    const answer = { title: "CAFERUIS", domain: "DF3", granted: true, on: "2027-02-03", by: "DREETS Occitanie" };
    const paper = "Lettre du 3 février 2027";
    await deed(world, recordAuthorityAnswer, acting(world, ["head-of-training"]), { dossier, ...answer, paper });
    const text = await read(eve, "/admission");
    doesNotMatch(text, /à confirmer|doit confirmer/);
    match(text, /3 février 2027 ?: Dispense de l’épreuve DF3 confirmée par l’autorité \(DREETS Occitanie\)/);
    match(await read(eve, "/decision"), /Dispense de l’épreuve DF3 confirmée par l’autorité/);
  });

  it("tell all that was decided, from eligibility to the appeal and the place, each with its ground, on both pages", async () => {
    const other = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    const bob = await eligible(world, "Bob Roy", other);
    const commission = await sittingCommission(world, other, [[bob.dossier, "refused"]]);
    await closed(world, commission);
    const fresh = (actor: Actor) => ({ ...actor, authenticatedAt: now }) as Actor;
    await deed(world, lodgeAppeal, fresh(bob.actor), { dossier: bob.dossier, text: "La pièce était jointe." });
    const granted = { outcome: "granted", offers: "place", grounds: "La pièce était jointe, en effet." } as const;
    await deed(world, answerAppeal, acting(world, ["head-of-training"]), { dossier: bob.dossier, ...granted });
    await deed(world, acceptPlace, fresh(bob.actor), { dossier: bob.dossier });
    for (const page of ["/admission", "/decision"]) {
      const whole = await read(bob, page);
      const text = whole.slice(whole.indexOf("Candidature recevable"));
      const told = ["Candidature recevable", "Commission d’admission : refus", "Recours reçu", "Recours accueilli"];
      const found = [...told, "Place acceptée"].map((one) => text.indexOf(one));
      ok(
        found.every((place, at) => place >= 0 && place > (found[at - 1] ?? -1)),
        `${page}: ${found.join(" ")}`,
      );
    }
    match(await read(bob, "/decision"), /La pièce était jointe, en effet\./);
  });

  it("say what was declared and what is proved where the school decides against the rules' answer", async () => {
    const ben = await conforming(world, "Ben Petit", DECLARED_IN_FULL, intake);
    const { dossier } = ben;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier, outcome: "not-eligible", ground: "Non prouvé." });
    match(await read(ben, "/admission"), /Non prouvé\. Voici ce que donnait votre déclaration/);
  });

  it("show a year as it was declared, not the last day of it", async () => {
    const [title] = DECLARED_IN_FULL.titles;
    const cy = await conforming(
      world,
      "Cy Petit",
      { ...DECLARED_IN_FULL, titles: [{ ...title!, awardedOn: "2016" }] },
      intake,
    );
    const text = await read(cy, "/decision");
    match(text.slice(text.indexOf("Ce que vous avez déclaré")), /Obtenu le.{0,200}\b2016\b/);
    doesNotMatch(text.slice(text.indexOf("Ce que vous avez déclaré")), /31 décembre 2016/);
  });
});
