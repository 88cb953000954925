/**
 * The regional authority in its own role: finds the session, and appoints by an order, with its number and day, whoever was missing
 * from the jury. By keyboard and ear on a narrow screen, and without scripts.
 */
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { enterExamPerson } from "../../certification/register/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { aSession, employed, trainee } from "../certifying.ts";
import { deed, type Invented, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { KINDS, openWay, stepByStep, type Way, writeDay } from "./ways.ts";

const SCHOOL = "faire-ess";
const NUMBERS = { keyboard: "2030-118", "no script": "2030-119" } as const;

describe("the authority", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let authority: Invented;
  const now = new Date("2030-05-12T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    authority = await employed(world, "Service Régional", "authority");
    const held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
    const missing = { diploma: "deis", name: "Rémi Remplaçant", college: "presidency", seat: "rector", actors: [] };
    await deed(world, enterExamPerson, await held.secretary(), missing);
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

      step("finds a session, and who was appointed and designated for it", async () => {
        const value = await openedSession(world, authority, ["password", "totp"]);
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/compte`);
        await way.arrives(/^Votre compte|^Compte|^Mon compte/);
        await way.follow("Sessions de certification");
        await way.arrives(/^Sessions de certification/);
        await way.follow("Session de juin 2030");
        await way.arrives(/^Session de juin 2030/);
        await way.follow("Nommer et désigner");
        await way.arrives(/^Nommer et désigner/);
        await way.says(/2030-117/);
      });

      step("appoints by an order that has its number and its day, of whoever it names", async () => {
        await way.send("Enregistrer l’arrêté");
        await way.refused("Remplissez « Numéro de l’arrêté ».", "textbox", "Numéro de l’arrêté");
        await way.write("Numéro de l’arrêté", NUMBERS[kind]);
        await writeDay(way, ["10", "5", "2030"], "Signé le");
        await way.tick(/^Rémi Remplaçant/);
        await way.send("Enregistrer l’arrêté");
        await way.arrives(
          /^Nommer et désigner/,
          "La nomination est notée. Chacun reçoit un courriel, s’il a une adresse.",
        );
        await way.says(new RegExp(`${NUMBERS[kind]}.*10 mai 2030.*Rémi Remplaçant`));
      });
    });
});
