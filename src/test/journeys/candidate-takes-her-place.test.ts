/**
 * A place that was offered, taken on a telephone: the candidate accepts it, the director enrols her, and she finds her
 * training; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { sayDay } from "../../kit/lang.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { type Conforming, eligible, sittingCommission, closed } from "../admissions.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../intakes.ts";
import { deed, type Invented, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, employed, SEPTEMBER } from "../trainees.ts";
import { KINDS, type Kind, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const NAMES = { keyboard: "Anne Clavier", "no script": "Louise Sobre" } as const;

describe("a place on a telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let director: Invented;
  const made = {} as Record<Kind, Conforming>;
  before(async () => {
    const now = new Date("2026-11-25T09:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const ines = await employed(world, "Ines Vidal", "head-of-training");
    director = await employed(world, "Dora Directrice", "director");
    await aCohort(world, ines.actor);
    const { id: intake } = await openedIntake(world, { places: 2, answerWithin: 10 });
    for (const kind of KINDS) made[kind] = await eligible(world, NAMES[kind], intake);
    for (const { dossier } of Object.values(made)) await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier });
    const admitted = Object.values(made).map(({ dossier }) => [dossier, "admitted"] as const);
    const commission = await sittingCommission(world, intake, admitted);
    await closed(world, commission);
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      const last = NAMES[kind].split(" ").reverse().join(" ");
      let way: Way;
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());
      const comesIn = async (value: string) => {
        await way.page.context().clearCookies();
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/compte`);
        await way.arrives(/^Mon compte/);
      };

      step("is found in the candidate's account with the day by which to answer, and accepted", async () => {
        await comesIn(await openedSession(world, made[kind].who));
        await way.says(/Mon admission.*répondre avant le 5 décembre 2026 inclus/);
        await way.follow(/^Mon admission/);
        await way.arrives(/^Mon admission/);
        await way.says(/Une place vous est offerte.*Répondez au plus tard le 5 décembre 2026/);
        await way.follow("Accepter la place");
        await way.arrives(/^Accepter la place/);
        await way.send("Oui, j’accepte la place");
        await way.arrives(/^Mon admission/, "C’est enregistré. Un courriel vous le confirme.");
        await way.says(/Vous avez accepté votre place/);
      });

      step("is what the director enrols her by before the contract is concluded, saying why", async () => {
        await comesIn(await openedSession(world, director, ["password", "totp"]));
        await way.page.goto(`${origin}/${SCHOOL}/promotions`);
        await way.arrives(/^Promotions/);
        await way.follow("2026-2029");
        await way.arrives(/^2026-2029/);
        await way.follow(last);
        await way.arrives(/^Contrat/);
        await way.follow("Inscrire avant que le contrat soit conclu");
        await way.arrives(/^Inscrire avant que le contrat soit conclu/);
        await way.send("Inscrire quand même");
        await way.refused("Faites un choix : « Promotion ».", "combobox", "Promotion");
        await way.select("Promotion", `2026-2029 (${sayDay(SEPTEMBER.startsOn, "fr")})`);
        await way.write("Pourquoi", "La rentrée est là, le financeur tarde.");
        await way.send("Inscrire quand même");
        await way.arrives(/^Contrat/, "La personne est inscrite ; un courriel le lui dit.");
      });

      step("is a training, which she finds where the place was", async () => {
        await comesIn(await openedSession(world, made[kind].who));
        await way.follow("Ma formation");
        await way.arrives(/^Ma formation/);
        await way.says(/Promotion 2026-2029.*pas encore signé par la direction/);
      });
    });
});
