/** Results that the school publishes some days after the State's own: what their person reads of the time to contest. */
import { deepEqual, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import {
  adopts,
  allMarked,
  arranged,
  aSession,
  closed,
  employed,
  opened,
  president,
  resultsOf,
  SCHOOL,
  sits,
  trainee,
  type Trainee,
} from "../test/certifying.ts";
import { deed, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { publishResults } from "./after/acts.ts";
import { closeJury } from "./juries/acts.ts";

describe("a decision that its person is told of after the day of the State", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let ada: Trainee;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    const held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: "2030-06-11" });
    now = new Date("2030-06-12T08:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [8, 9, 11, 11.5, 13] });
    now = new Date("2030-06-22T08:00:00Z");
    const jury = await opened(world, held);
    await sits(world, held, jury);
    await adopts(world, held, jury);
    await deed(world, closeJury, president(world, held), await closed(world, held, jury));
    now = new Date("2030-06-25T08:00:00Z");
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-22" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("counts the time to contest from the mail, and says both days", async () => {
    const [result] = await resultsOf(world, ada);
    deepEqual(
      [result!.notifiedOn, result!.contestedFrom, result!.remedies[0]!.by, result!.completeBy],
      ["2030-06-22", "2030-06-25", "2030-08-26", "2035-06-22"],
    );
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, ada)}`;
    const { body } = await app.inject({ url: `/${SCHOOL}/mes-epreuves`, headers: { cookie } });
    const text = body.replaceAll(/[\u00a0\u202f]/g, " ");
    match(text, /Décision notifiée par l’État le 22 juin 2030\. L’école vous l’a dit le 25 juin 2030\./);
    match(text, /lundi 26 août 2030<\/strong>\. L’école vous l’a dit le 25 juin 2030\. Le délai court du jour/);
    match(text, /n’est pas confirmé : pour ne pas le perdre, saisissez aussi le tribunal/);
    match(text, /code des relations entre le public et l’administration, art/);
  });

  it("says so in the mail that tells the decision, from which it runs", async () => {
    const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("subject", "=", "Vos résultats sont là").execute(),
    );
    const text = JSON.stringify(mail!.paragraphs).replaceAll(/[\u00a0\u202f]/g, " ");
    match(text, /notifiées à la date du 22 juin 2030/);
    match(text, /lundi 26 août 2030\. L’école vous l’a dit le 25 juin 2030/);
  });
});
