/**
 * A guest marks articles on a telephone, whom a second marker has not finished with: found on the first page of the guest, typed,
 * finished, and agreed once both have; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { doesNotMatch } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { arranged, aSession, employed, type Examined, guestToken, type Held, marked, trainee } from "../certifying.ts";
import { testWorldOf } from "../server.ts";
import { KINDS, type Kind, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";

const EXAM_DAY = "2030-06-11";

describe("an exam on its examiner’s telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let now = new Date("2030-05-12T08:00:00Z");
  const made = {} as Record<Kind, { readonly held: Held; readonly groups: Examined }>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    for (const kind of KINDS) {
      const trainees = [await trainee(world, `Ada ${kind}`)];
      const held = await aSession(world, { secretary, trainees, name: `Session ${kind}`, tag: `-${kind.length}` });
      made[kind] = { held, groups: await arranged(world, held, { day: EXAM_DAY }) };
    }
    now = new Date("2030-06-13T07:00:00Z");
  });
  after(async () => {
    await app.close();
    await close();
  });

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      const step = stepByStep();
      const name = `Ada ${kind}`;
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());

      step("is found on the first page of a guest, with what waits to be marked", async () => {
        const { held } = made[kind];
        const value = await guestToken(world, held.examiners[0]!.guest);
        await way.page.context().addCookies([{ name: GUEST_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/invite`);
        await way.arrives(/^Bonjour Agnès Autorité/);
        await way.says(/2 à noter/);
        await way.follow("Mes épreuves à faire passer");
        await way.arrives(/^Mes épreuves à faire passer/);
        await way.follow(/^DF3 A/);
        await way.arrives(/^DF3 A/);
        await way.says(/Quand chacun a fini de noter, le secrétariat et le jury lisent ces notes/);
      });

      step("refuses a mark that is none, and keeps one with what the other marker gave unseen", async () => {
        const { held, groups } = made[kind];
        await marked(world, held.examiners[2]!, groups.articles, { [name]: { "": 9.25 } });
        await way.write(name, "21");
        await way.send("Enregistrer les notes");
        await way.refused("Donnez une note de 0 à 20, par exemple 12,5.", "textbox", name);
        await way.write(name, "13,5");
        await way.send("Enregistrer les notes");
        await way.arrives(/^DF3 A/, "Les notes sont enregistrées.");
        doesNotMatch(await way.page.locator("main").innerText(), /9,25/);
      });

      step("shows what the other gave once both have finished, and takes the mark on which they agree", async () => {
        await way.send("J’ai fini de noter");
        await way.arrives(/^DF3 A/, "C’est noté : vous avez fini.");
        await way.says(/9,25/);
        await way.write(new RegExp("^Note commune"), "12");
        await way.send(/^Arrêter une note commune/);
        await way.arrives(/^DF3 A/, "La note commune est arrêtée.");
      });
    });
});
