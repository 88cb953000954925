/**
 * A person finds all that concerns them from their first page: from a convocation to an hour that is confirmed, and the evening of a result,
 * on a telephone; and three of the staff find a person from theirs. By role and name alone.
 */
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { convoke } from "../../interviews/convoke-acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { decided, examined } from "../certifying.ts";
import { anInterviewDay, conforming, placed } from "../interviewing.ts";
import { deed, type Invented, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { employed } from "../trainees.ts";
import { KINDS, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const OFFICE_WIDTH = 1280;

async function served(world: World): Promise<{ readonly app: FastifyInstance; readonly origin: string }> {
  const app = await buildServer(world, { perMinute: 1_000_000 });
  return { app, origin: await app.listen({ port: 0, host: "127.0.0.1" }) };
}

type From = { readonly world: World; readonly origin: string; readonly first: string };

async function comesIn(way: Way, who: Invented, { world, origin, first }: From): Promise<void> {
  const value = await openedSession(world, who, ["password", "totp"]);
  await way.page.context().clearCookies();
  await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  await way.page.goto(`${origin}/${SCHOOL}${first}`);
}

describe("a convocation on a telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let officer: Invented;
  let head: Invented;
  const called = {} as Record<(typeof KINDS)[number], Invented>;
  before(async () => {
    const now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    ({ app, origin } = await served(world));
    const marie = await employed(world, "Marie Aubert", "admission-officer");
    [officer, head] = [marie, await employed(world, "Ines Vidal", "head-of-training")];
    const day = await anInterviewDay(world, marie.actor);
    for (const [at, kind] of KINDS.entries()) {
      const person = await conforming(world, marie.actor, { name: ["Durand", "Ferrer"][at]! });
      const hours = [
        { from: "09:00", then: "09:30" },
        { from: "09:30", then: "10:00" },
      ][at]!;
      const interview = await placed(world, marie.actor, day, { dossier: person.dossier, ...hours });
      await deed(world, convoke, marie.actor, {
        interview,
        ground: "Elle est entendue avant que la recevabilité soit décidée.",
      });
      called[kind] = person;
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());

      step(
        "stands on the first page with its day, and is confirmed where the hour, the street and the calendar are",
        async () => {
          await comesIn(way, called[kind], { world, origin, first: "/mon-parcours" });
          await way.arrives(/^Mon parcours/);
          await way.says(
            /Un entretien vous attend.*Confirmez votre entretien lundi 10 mai 2027.*Étape 3 sur 8 : entretien/,
          );
          await way.says(/Votre entretien d’admission.*lundi 10 mai 2027.*(9|09).h/);
          await way.follow("Confirmez votre entretien");
          await way.arrives(/^Votre entretien/);
          await way.says(/10 mai 2027/);
          await way.says(/Pont de Lavérune/);
          await way.send(/^Je serai là|^Confirmer|^Je viendrai/);
          await way.arrives(/^Votre entretien/, "Votre venue est notée. L’école vous attend.");
        },
      );

      step("waits no more once confirmed, and the school knows", async () => {
        await way.page.goto(`${origin}/${SCHOOL}/mon-parcours`);
        await way.arrives(/^Mon parcours/);
        await way.says(/^(?!.*Confirmez votre entretien).*Un entretien vous attend/);
      });
    });

  it("is found by an officer and a head of training by a part of the name, from the line that waits or the bar", async () => {
    for (const who of [officer, head]) {
      const way = await openWay("no script", OFFICE_WIDTH);
      await comesIn(way, who, { world, origin, first: "/a-faire" });
      await way.arrives(/^À faire/);
      await way.page.getByRole("searchbox").fill("duran");
      await way.send("Chercher");
      await way.arrives(/^Chercher une personne/);
      await way.follow(/^Durand/);
      await way.arrives(/^Durand/);
      await way.says(/Étape 3 sur 8 : entretien/);
      await way.tab.close();
    }
  });
});

describe("the evening of a result", { skip: await noBrowser() }, () => {
  let made: Awaited<ReturnType<typeof examined>>;
  let app: FastifyInstance;
  let origin = "";
  before(async () => {
    made = await examined({ "Ada Admise": [12, 11, 9, 11, 13], "Bo Girard": [12, 11, 9, 6, 13] });
    await decided(made.world, made.held);
    ({ app, origin } = await served(made.world));
  });
  after(async () => {
    await app.close();
    await made.close();
  });
  const opens = async (way: Way, who: Invented, first: string) => {
    await comesIn(way, who, { world: made.world, origin, first });
    await way.arrives(/./);
  };

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());

      step("tells who passed that the diploma is theirs, and gives the attestation", async () => {
        await opens(way, made.trainees[0]!, "/mon-parcours");
        await way.follow("Mes épreuves et mes résultats");
        await way.arrives(/^Mes épreuves/);
        await way.says(/Le diplôme vous est délivré/);
        await way.says(/Télécharger l’attestation/);
        await way.follow("Documents");
        await way.arrives(/^Mes documents/);
        await way.says(/25 juin 2030, PDF/);
      });

      step("tells who did not what is kept, what comes now, whom to ask, and where to contest until when", async () => {
        await opens(way, made.trainees[1]!, "/mon-parcours");
        await way.follow("Mes épreuves et mes résultats");
        await way.arrives(/^Mes épreuves/);
        await way.says(/validation partielle.*Ce qui est acquis : DF1 et DF3/);
        await way.says(/Et maintenant \?.*25 juin 2035 au plus tard/);
        await way.says(/contester la décision jusqu’au lundi 26 août 2030.*Tribunal administratif/);
      });

      step("takes her appeal with the school, and says that it is there", async () => {
        await way.follow("Demander à l’école de revoir la décision");
        await way.arrives(/^Demander que la décision soit revue/);
        await way.write("Ce que je conteste, et pourquoi", "La note de l’oral est celle d’une autre personne.");
        await way.send("Envoyer mon recours");
        await way.arrives(/^Mes épreuves/, "Votre recours est enregistré. Un courriel vous le confirme.");
      });
    });

  it("tells the secretary of the exams what is left to do after the jury", async () => {
    const way = await openWay("no script", OFFICE_WIDTH);
    await opens(way, made.secretary, "/a-faire");
    await way.says(/Noter le parchemin reçu de l’État Ada Admise/);
    await way.follow(/^Joindre le procès-verbal signé/);
    await way.arrives(/^Délibération du/);
    await way.tab.close();
  });
});
