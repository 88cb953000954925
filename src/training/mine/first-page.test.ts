/** A trainee's own pages: what is next has not begun, what is past says its mark, the days further on are folded, and leaving is explained. */
import { doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { receiveUpload } from "../../files/receive.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { buildServer } from "../../web/server.ts";
import { claimAttendance } from "../attendance/acts.ts";
import { planLessons } from "../lessons/acts.ts";

const SCHOOL = "faire-ess";

describe("the pages of a trainee", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  let dora: Person;
  let lessons: readonly string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const head = await employed(world, "Ines Responsable", "head-of-training");
    const trainer = await employed(world, "Théo Formateur", "trainer");
    dora = await anAccepted(world, { name: "Dora Martin" });
    const cohort = await aCohort(world, head.actor);
    await enrolled(world, head.actor, dora, cohort);
    const of = { unit: "UF1.1", trainer: `account:${trainer.account}` };
    const monday = { ...of, on: "2026-12-07" };
    const planned = [
      { ...monday, from: "08:00", to: "12:30" },
      { ...monday, from: "13:00", to: "18:00" },
      { ...monday, from: "18:30", to: "22:00" },
      { ...of, on: "2026-12-09", from: "09:00", to: "12:00" },
      { ...of, on: "2026-12-09", from: "14:00", to: "17:00" },
    ];
    ({ lessons } = await deed(world, planLessons, head.actor, { cohort, lessons: planned }));
    now = new Date("2026-12-07T17:10:00Z");
  });
  after(async () => {
    await app.close();
    await close();
  });
  const open = async (path: string) => {
    const headers = { cookie: `${SESSION_COOKIE}=${await openedSession(world, dora)}` };
    const { statusCode, body } = await app.inject({ url: `/${SCHOOL}${path}`, headers });
    equal(statusCode, 200);
    return body.replaceAll(/<[^>]*>/g, " ").replaceAll(/[\s\u00a0\u202f]+/g, " ");
  };

  it("say as the next lesson the next that has not begun, and of a past one that it is not recorded yet", async () => {
    match(await open("/mon-parcours"), /Votre prochaine séance Lundi 7 décembre 2026, de 18 h 30 à 22 h/);
    match(
      await open("/mon-parcours"),
      /8 h – 12 h 30 Vous n’avez pas signé .* 13 h – 18 h Vous n’avez pas signé .* 18 h 30 – 22 h À venir/,
    );
  });

  it("fold the days after tomorrow, each in a line", async () => {
    match(await open("/mon-parcours"), /Mer\. 9 déc\. : 2 séances, 9 h – 17 h/);
    match(await open("/mon-parcours"), /Mar\. 8 déc\. : pas de cours|Mardi 8 décembre Pas de cours/);
  });

  it("say of a contested half-day that it is contested", async () => {
    await deed(world, claimAttendance, candidate(world, dora), { lesson: lessons[0]!, words: "J’étais là." });
    match(await open("/formation"), /8 h – 12 h 30 Vous avez écrit, réponse attendue .*Ce que vous avez dit/);
  });

  it("list what was attached to what was said of an absence", async () => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const given = { establishment: SCHOOL, account: dora.account, stream, name: "arret-de-travail.pdf" };
    const received = await receiveUpload(world, given);
    if ("problem" in received) throw new Error(received.problem);
    const said = { lesson: lessons[1]!, words: "J’étais malade.", upload: received.upload };
    await deed(world, claimAttendance, candidate(world, dora), said);
    match(
      await open(`/formation/seance/${lessons[1]!}`),
      /J’étais malade\. Ce que vous avez joint arret-de-travail\.pdf/,
    );
  });

  it("say, of a week without a lesson, when the next one is", async () => {
    match(
      await open("/formation?semaine=2026-11-30"),
      /Aucune séance cette semaine\. La prochaine\s?: lundi 7 décembre 2026, de 8 h à 12 h 30/i,
    );
  });

  it("say what follows from leaving before how it is asked, beside the contract", async () => {
    match(
      await open("/formation"),
      /Quitter ou interrompre la formation Écrivez à l’école.*restent dans votre livret\. Ce qui reste dû.*Mon contrat et ses paiements Écrire à l’école/,
    );
  });

  it("draw no hours of a domain that has none", async () => {
    doesNotMatch(await open("/mon-parcours"), /0 h sur 0 h/);
  });
});
