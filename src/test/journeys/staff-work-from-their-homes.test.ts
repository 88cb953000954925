/** Three of the staff do from their first page, at a desk, what waits for them: each line leads to where it is done, and goes as it is. */
import { ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { HEAD_OF_TRAINING } from "../intakes.ts";
import { conforming } from "../interviewing.ts";
import { type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../trainees.ts";
import { openWay, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const DESK = { width: 1280, height: 900 };
/** What the bounds of a desk ask for at least above the fold, and at most of its menu. */
const LINES = 15;
const MENU = 50;

describe("from their first page, at a desk", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let officer: Invented;
  const staff = async (name: string, role: Role) => employed(world, name, role);

  before(async () => {
    const now = new Date("2026-11-30T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    officer = await staff("Marie Aubert", "admission-officer");
    const person = await makeAccount(world, { name: "Paul Garnier", address: "garnier@exemple.fr" });
    const identity = { ...FULL_SECTIONS.identity, birthName: "Garnier" };
    const sections = { ...FULL_SECTIONS, identity };
    await handedIn(
      world,
      person,
      await aDossier(world, person, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES }),
    );
    const { actor } = await staff("Olga Petit", "admission-officer");
    await conforming(world, actor, { name: "Ferrer" });
    const trainee = await anAccepted(world, { name: "Claire Vasseur" });
    await enrolled(world, HEAD_OF_TRAINING, trainee, await aCohort(world, HEAD_OF_TRAINING));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const atHome = async (who: Invented): Promise<Way> => {
    const way = await openWay("no script", DESK.width);
    await way.page.setViewportSize(DESK);
    const value = await openedSession(world, who, ["password", "totp"]);
    await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
    await way.page.goto(`${origin}/${SCHOOL}/a-faire`);
    await way.arrives(/^À faire/);
    return way;
  };
  const home = async (way: Way) => {
    await way.page.getByRole("navigation", { name: "Mon travail" }).getByRole("link", { name: "À faire" }).click();
    await way.arrives(/^À faire/);
  };

  it("an officer finds the file that waits to be examined, says that all of it conforms, and the line is gone", async () => {
    const way = await atHome(officer);
    await way.follow(/^Examiner le dossier Garnier/);
    await way.arrives(/Garnier/);
    await way.send(/^Dire conforme ce qui reste/);
    await home(way);
    await way.says(/^(?!.*Examiner le dossier Garnier)/);
    await way.tab.close();
  });

  it("a head of training decides that somebody is eligible, and the next line asks for their interview", async () => {
    const way = await atHome(await staff("Ines Vidal", "head-of-training"));
    await way.follow(/^Décider de la recevabilité Ferrer/);
    await way.arrives(/^Décider de la recevabilité/);
    await way.pick("recevable", "recevable");
    await way.send(/^Enregistrer et prévenir/);
    await home(way);
    await way.says(/^(?!.*Décider de la recevabilité Ferrer).*Placer dans un jour d’entretiens Ferrer/);
    await way.tab.close();
  });

  it("a director signs the programme that nobody else may sign, which stands first", async () => {
    const way = await atHome(await staff("Rosa Bernard", "director"));
    await way.says(/Ce qui n’attend que vous \d+ Signer le programme individuel/);
    await way.follow(/^Signer le programme individuel/);
    await way.arrives(/Vasseur/);
    await way.tick("Je signe ce programme");
    await way.send("Signer le programme");
    await home(way);
    await way.says(/^(?!.*Signer le programme individuel Vasseur)/);
    await way.tab.close();
  });

  it("read at least fifteen lines above the fold, under a menu of one line", async () => {
    const keys = ["decideRelief", "examine", "planCohort", "placeInterview", "attachProtocol", "answerAppeal"];
    const rows = keys.flatMap((key) =>
      Array.from({ length: 3 }, (_, at) => ({
        chain: `candidacy:${randomUUID()}`,
        key,
        part: randomUUID(),
        who: "may:handle the dossiers",
        from_on: "2026-11-01",
        due_on: at === 0 ? "2026-11-20" : "2027-02-01",
        until_on: "2028-01-01",
      })),
    );
    await withSchool(world.db, SCHOOL, (tx) => tx.insertInto("waiting").values(rows).execute());
    const way = await atHome(officer);
    const lines = await way.page
      .getByRole("main")
      .getByRole("rowheader")
      .filter({ has: way.page.getByRole("link") })
      .all();
    const boxes = await Promise.all(lines.map((line) => line.boundingBox()));
    // The links to the rest of a part are none.
    const named = await Promise.all(lines.map(async (line) => /\bautres?\b/.test(await line.innerText())));
    const seen = boxes.filter((box, at) => box !== null && !named[at] && box.y + box.height <= DESK.height);
    ok(seen.length >= LINES, `${String(seen.length)} lines`);
    const menu = await way.page.getByRole("navigation", { name: "Mon travail" }).boundingBox();
    ok(menu !== null && menu.height <= MENU, `a menu of ${String(menu?.height)} px`);
    await way.tab.close();
  });
});
