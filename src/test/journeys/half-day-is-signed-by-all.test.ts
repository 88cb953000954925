/**
 * A half-day of training on telephones: the director signs the programme, the trainer shows a code, the trainee signs by it, the
 * trainer countersigns, and the trainee reads her hours; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { ok } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { deed, type Invented, openedSession, freshly } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../trainees.ts";
import { KINDS, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const WHO = {
  keyboard: { name: "Awa Ndiaye", on: "2026-12-07", said: "lundi 7 décembre 2026" },
  "no script": { name: "Lila Sobre", on: "2026-12-08", said: "mardi 8 décembre 2026" },
} as const;

describe("a half-day on telephones", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let now = new Date("2026-11-25T09:00:00Z");
  let director: Invented;
  let trainer: Invented;
  const trainees = {} as Record<keyof typeof WHO, Person>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const head = await employed(world, "Ines Vidal", "head-of-training");
    director = await employed(world, "Dora Roux", "director");
    trainer = await employed(world, "Tom Formateur", "trainer");
    for (const kind of KINDS) {
      const { name, on } = WHO[kind];
      trainees[kind] = await anAccepted(world, { name });
      const cohort = await aCohort(world, head.actor, `Promotion de ${name}`);
      await enrolled(world, head.actor, trainees[kind], cohort);
      const lesson = { unit: "UF1.1", on, from: "09:00", to: "12:30", trainer: `account:${trainer.account}` };
      const actor = await freshly(world, head);
      await deed(world, planLessons, actor, { cohort, lessons: [lesson] });
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      const { name, on, said } = WHO[kind];
      const last = name.split(" ").reverse().join(" ");
      let way: Way;
      let code = "";
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());
      const comesIn = async (who: Invented) => {
        const value = await openedSession(world, who, ["password", "totp"]);
        await way.page.context().clearCookies();
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/compte`);
        await way.arrives(/^Mon compte/);
      };
      const opensTheLesson = async () => {
        await comesIn(trainer);
        await way.follow("Mes séances");
        await way.arrives(/^Mes séances/);
        await way.follow(new RegExp(`^Liste de présence.*${said}`));
        await way.arrives(/^Liste de présence/);
      };

      step("begins with a programme that the director signs, who has to say so", async () => {
        now = new Date("2026-11-26T09:00:00Z");
        await comesIn(director);
        await way.follow("Promotions");
        await way.arrives(/^Promotions/);
        await way.follow(`Promotion de ${name}`);
        await way.arrives(new RegExp(`^Promotion de ${name}`));
        await way.follow(`à signer : ${last}`);
        await way.arrives(/^Programme individuel/);
        await way.send("Signer le programme");
        await way.refused("Cochez la case pour signer.", "checkbox", "Je signe ce programme");
        await way.tick("Je signe ce programme");
        await way.send("Signer le programme");
        await way.arrives(
          /^Programme individuel/,
          "Le programme est signé. La personne reçoit un courriel, ou une lettre que vous remettrez.",
        );
        await way.says(/Version 1, signée par Dora Roux/);
        ok((await way.page.getByRole("button", { name: "Signer le programme" }).count()) === 0);
      });

      step("has a code, which the trainer shows in the room", async () => {
        now = new Date(`${on}T08:30:00Z`);
        await opensTheLesson();
        await way.send("Montrer le code");
        await way.arrives(/^Liste de présence/);
        code = /\b\d{4}\b/.exec(await way.page.locator(".code-shown").innerText())![0];
      });

      step("is signed by the trainee, who has typed it wrong first", async () => {
        await comesIn(trainees[kind]);
        await way.follow("Ma formation");
        await way.arrives(/^Ma formation/);
        await way.says(/J’assiste à cette demi-journée/);
        await way.write("Code montré dans la salle", code === "0000" ? "0001" : "0000");
        await way.send(/^Signer/);
        await way.refused("Ce n’est pas le code montré. Il reste 4 essais.", "textbox", "Code montré dans la salle");
        await way.write("Code montré dans la salle", code);
        await way.send(/^Signer/);
        await way.arrives(/^Ma formation/, "Votre présence est signée. Le formateur la contresigne ensuite.");
        await way.says(/3 h 30 attendent la contresignature/);
      });

      step("is countersigned by the trainer at its end, who reads who was there", async () => {
        await opensTheLesson();
        await way.says(/se contresigne une fois la séance terminée/);
        now = new Date(`${on}T11:30:00Z`);
        await opensTheLesson();
        await way.says(/Présence signée par la personne, à contresigner/);
        await way.follow("Contresigner la liste");
        await way.arrives(/^Contresigner la liste/);
        await way.says(new RegExp(`${last} – présence`));
        await way.tick("Je contresigne cette liste");
        await way.send("Contresigner");
        await way.arrives(/^Liste de présence/, "La liste est contresignée.");
      });

      step("counts in the hours that the trainee reads", async () => {
        await comesIn(trainees[kind]);
        await way.follow("Ma formation");
        await way.arrives(/^Ma formation/);
        await way.says(/Il reste 871 h 30 à suivre/);
      });
    });
});
