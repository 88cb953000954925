/** A trainee's Monday on a telephone: from her first page alone she signs, reads her week and her hours, contests an absence, sees her works. */
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { markAttendance } from "../../training/attendance/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { deed, freshly, type Invented, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../trainees.ts";
import { KINDS, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
/** A Monday morning in Paris, in the middle of a lesson. */
const MORNING = new Date("2026-12-07T08:30:00Z");
const AFTERNOON = new Date("2026-12-07T13:30:00Z");
const NAMES = { keyboard: "Awa Ndiaye", "no script": "Lila Sobre" } as const;

describe("a trainee’s Monday on a telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let now = new Date("2026-11-25T09:00:00Z");
  let trainer: Invented;
  const trainees = {} as Record<keyof typeof NAMES, Person & { enrolment: string; lessons: readonly string[] }>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const head = await employed(world, "Ines Vidal", "head-of-training");
    trainer = await employed(world, "Tom Formateur", "trainer");
    for (const kind of KINDS) {
      const person = await anAccepted(world, { name: NAMES[kind] });
      const cohort = await aCohort(world, head.actor, `Promotion de ${NAMES[kind]}`);
      const enrolment = await enrolled(world, head.actor, person, cohort);
      const held = { unit: "UF1.1", trainer: `account:${trainer.account}` };
      const lessons = [
        { ...held, on: "2026-12-07", from: "09:00", to: "12:30" },
        { ...held, on: "2026-12-07", from: "14:00", to: "17:00" },
        { ...held, on: "2026-12-08", from: "09:00", to: "12:30" },
      ];
      const planned = await deed<object, { lessons: string[] }>(world, planLessons, await freshly(world, head), {
        cohort,
        lessons,
      });
      trainees[kind] = { ...person, enrolment, lessons: planned.lessons };
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
      const opensTheirWay = async () => {
        const value = await openedSession(world, trainees[kind], ["password", "totp"]);
        await way.page.context().clearCookies();
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/mon-parcours`);
        await way.arrives(/^Mon parcours/);
      };

      step("begins with what is now: a half-day to sign, with its place and its trainer", async () => {
        now = MORNING;
        await opensTheirWay();
        await way.says(/Lundi 7 décembre.*Signez votre présence.*Tom Formateur/);
        await way.follow("Signer ma demi-journée");
        await way.arrives(/^Ma formation/);
        await way.says(/J’assiste à cette demi-journée/);
      });

      step("contests in the afternoon an absence that was noted in the morning", async () => {
        const { enrolment, lessons } = trainees[kind];
        now = new Date("2026-12-07T11:40:00Z");
        const at = await freshly(world, trainer);
        const marks = [{ enrolment, number: 0, status: "absent" as const }];
        await deed(world, markAttendance, at, { lesson: lessons[0]!, marks });
        now = AFTERNOON;
        await opensTheirWay();
        await way.says(/Absence \(à contresigner\).*14 h – 17 h À signer.*Mardi 8 décembre.*À venir/);
        await way.follow(/^Contester ou justifier/);
        await way.arrives(/^Contester une présence/);
        await way.says(/de 9 h à 12 h 30.*Ce qui est noté : absence/);
        await way.write("Ce que vous voulez dire", "J’étais au fond de la salle.");
        await way.send("Envoyer");
        await opensTheirWay();
        await way.says(/réponse attendue/i);
      });

      step("reads her hours as bars, and what is asked of her works before she begins one", async () => {
        await way.says(/Mes heures.*sur 875 h/);
        await way.follow(/^Proposez le sujet de votre travail \(DF1\)/);
        await way.arrives(/travaux|Sujet/i);
      });
    });
});
