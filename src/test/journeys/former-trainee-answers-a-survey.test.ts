/** A former trainee answers a survey by the link of a mail, without an account or a script; and nobody answers in her place. */
import { doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { listMails, myMails, openMail } from "../../mail/views.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { askSurveys } from "../../year/surveys/duties.ts";
import { employed, SCHOOL, trainee, type Trainee } from "../certifying.ts";
import { freshly } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { type Visitor, visitor } from "./visitor.ts";

describe("a former trainee who is sent a survey", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let her: Visitor;
  let ada: Trainee;
  let page = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-07-10T08:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    ada = await trainee(world, "Ada Ancienne");
    await runDue(world, SCHOOL, [askSurveys]);
    her = visitor(app, `/${SCHOOL}`);
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{
        path: string;
      }>`select link ->> 'path' as path from mail where about = ${`enrolment:${ada.enrolment}`}`.execute(tx),
    );
    page = rows[0]!.path.slice(`/${SCHOOL}`.length);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("reads before the questions that anonymity is not promised to so few", async () => {
    const { status, text } = await her.open(page);
    equal(status, 200);
    match(text, /l’anonymat n’est pas promis/);
    match(text, /Dans l’ensemble/);
  });

  it("keeps what she typed where the first question is left out, and changes nothing by opening the page again", async () => {
    const { status, text } = await her.fill(page, { teaching: "3", text: "Des salles trop petites." });
    equal(status, 422);
    match(text, /Répondez à cette première question/);
    match(text, /Des salles trop petites\./);
    match(text, /name="teaching" value="3"\s+checked/);
    equal((await her.open(page)).status, 200);
  });

  it("sends her answers, and the link is then no longer good", async () => {
    const sent = await her.fill(page, { overall: "4", teaching: "3", text: "Des salles trop petites." });
    equal(sent.location, "/questionnaire-envoye");
    match((await her.open("/questionnaire-envoye")).text, /plus rien ne les relie à vous/);
    const again = await her.open(page);
    equal(again.status, 404);
    match(again.text, /sert une seule fois/);
    doesNotMatch(again.text, /salles trop petites/);
  });

  it("has the link alone: the office sees the mail without it", async () => {
    const actor = await freshly(world, await employed(world, "Olga Instruction", "admission-officer"));
    const about = `enrolment:${ada.enrolment}`;
    const listed = await view(world, listMails, { actor, establishment: SCHOOL, input: { about } });
    const [mail] = listed.kind === "found" ? listed.value.mails : [];
    equal(mail?.link, null);
    const opened = await view(world, openMail, { actor, establishment: SCHOOL, input: { mail: mail.id } });
    equal(opened.kind === "found" ? opened.value.link : undefined, null);
    const own = await view(world, myMails, { actor: await freshly(world, ada), establishment: SCHOOL, input: {} });
    const mine = own.kind === "found" ? own.value.mails.find(({ id }) => id === mail.id) : undefined;
    match(mine?.link?.path ?? "", /\/questionnaire\//);
  });
});
