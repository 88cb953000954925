/**
 * A jury from its two sides: the secretary notes who is there and who presides, and cannot close it; the president, on a telephone,
 * cannot close it while something is missing, and closes it by a code received anew. By keyboard and ear, and without scripts.
 */
import { equal } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import {
  allMarked,
  arranged,
  aSession,
  employed,
  guestToken,
  type Held,
  jurySeen,
  opened,
  trainee,
} from "../certifying.ts";
import { type Invented, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { KINDS, type Kind, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const DAYS = { keyboard: "2030-06-11", "no script": "2030-06-12" } as const;

describe("a jury", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let secretary: Invented;
  let now = new Date("2030-05-12T08:00:00Z");
  const made = {} as Record<Kind, Held>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const groups = new Map<Kind, Awaited<ReturnType<typeof arranged>>>();
    for (const kind of KINDS) {
      const trainees = [await trainee(world, `Ada ${kind}`)];
      made[kind] = await aSession(world, { secretary, trainees, name: `Session ${kind}`, tag: `-${kind.length}` });
      groups.set(kind, await arranged(world, made[kind], { day: DAYS[kind] }));
    }
    now = new Date("2030-06-13T07:00:00Z");
    for (const kind of KINDS)
      await allMarked(world, made[kind], groups.get(kind)!, { [`Ada ${kind}`]: [14, 12, 11, 13, 12] });
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      let jury = "";
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());
      const open = () => way.page.goto(`${origin}/${SCHOOL}/jurys/${jury}`);

      step("is prepared by the secretary, who cannot close it", async () => {
        now = new Date(now.getTime() + 60_000);
        jury = await opened(world, made[kind]);
        const value = await openedSession(world, secretary, ["password", "totp"]);
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await open();
        await way.arrives(/^Délibération du 13 juin 2030/);
        for (const name of [/Paule Préside/, /René Recteur/, /Fanny Formatrice/, /Pierre Public/, /Elsa Employeur/])
          await way.tick(name);
        await way.send("Enregistrer la présence");
        await way.arrives(/^Délibération du/, "La présence est enregistrée.");
        await way.select("Qui préside ?", "Paule Préside, présidence");
        await way.send("Enregistrer");
        await way.arrives(/^Délibération du/, "La présidence est enregistrée.");
        await way.says(/Paule Préside préside.*La clôture revient à qui préside/);
        equal(await way.page.getByRole("button", { name: "Clore la délibération" }).count(), 0);
      });

      /** As somebody is who has just typed the code that their invitation sends. */
      const comesIn = async () => {
        const value = await guestToken(world, made[kind].members[0]!.guest);
        await way.page.context().clearCookies();
        await way.page.context().addCookies([{ name: GUEST_COOKIE, value, url: origin }]);
      };
      const isClosed = async () => (await jurySeen(world, made[kind], jury)).jury.closedAt !== null;

      step(
        "is not closed by a president whose code is old, nor while something is missing, and says what",
        async () => {
          await comesIn();
          now = new Date(now.getTime() + 40 * 60_000);
          await open();
          await way.arrives(/^Délibération du 13 juin 2030/);
          await way.send("Clore la délibération");
          await way.says(/Montrez d’abord à nouveau que c’est bien vous/);
          await comesIn();
          await open();
          await way.arrives(/^Délibération du 13 juin 2030/);
          await way.send("Clore la délibération");
          await way.says(/le collège « professionnels qualifiés » compte seulement 1 sur 5/);
          await way.says(/DF3 : la proposition n’est ni votée ni adoptée/);
          equal(await isClosed(), false);
        },
      );

      step("is closed once everybody is there and the jury has adopted what is proposed", async () => {
        await open();
        await way.arrives(/^Délibération du 13 juin 2030/);
        await way.tick(/Saïd Salarié/);
        await way.send("Enregistrer la présence");
        await way.arrives(/^Délibération du/, "La présence est enregistrée.");
        await way.send("Adopter les propositions");
        await way.arrives(/^Délibération du/, "Les propositions sont adoptées.");
        await way.says(/Rien n’empêche de clore/);
        equal(await isClosed(), false);
        await way.send("Clore la délibération");
        await way.arrives(/^Clore la délibération du 13 juin 2030/);
        equal(await isClosed(), false);
        await way.send("Clore définitivement");
        await way.arrives(/^Délibération du/, "La délibération est close.");
        equal(await isClosed(), true);
        equal(await way.page.getByRole("button", { name: "Clore la délibération" }).count(), 0);
      });
    });
});
