/** Whoever is presented with something missing is warned of: on the line, before convoking, and in the minutes; it bars nobody. */
import { deepEqual, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { randomUUID } from "node:crypto";
import { perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  type Examined,
  type Held,
  jurySeen,
  SCHOOL,
  type Trainee,
  trainee,
} from "../test/certifying.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { actorOf, deed, type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { enterHeld } from "./acts.ts";
import { minutesDocument } from "./documents/minutes.ts";
import type { SealedCandidate, SealedJury } from "./rules/sealed.ts";
import { myResults, seeCandidate, seeSession } from "./views.ts";

const SAID = "Le travail de l’épreuve DF1 n’est pas déposé.";

describe("somebody who is presented before their works are deposited", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let ada: Trainee;
  let held: Held;
  let groups: Examined;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(() => close());

  it("is warned of on their line and on the page from which they are convoked, by the article", async () => {
    const actor = await held.secretary();
    const seen = await view(world, seeSession, { actor, establishment: SCHOOL, input: { session: held.session } });
    ok(seen.kind === "found");
    const [entry] = seen.value.entries;
    deepEqual(
      entry!.findings.map(({ condition, met, reason }) => [condition, met, reason.fr]),
      ["DF1", "DF2", "DF3"].map((exam) => ["work", false, SAID.replace("DF1", exam)]),
    );
    match(entry!.findings[0]!.source.fr, /art\. 12/);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const page = `/certifications/${held.session}`;
    for (const path of [page, `${page}/composer`, `${page}/personnes/${entry!.enrolment}`])
      match(plain((await she.open(path)).text), new RegExp(`Non rempli\\. ${SAID}`), path);
    await app.close();
  });

  it("reads it with their convocation: in its mail and on their own page", async () => {
    const [paragraphs] = await withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("subject", "like", "Convocation%");
      return (await mails.where("reader", "=", `account:${ada.account}`).execute()).map((one) => one.paragraphs);
    });
    match(plain(JSON.stringify(paragraphs)), new RegExp(`Cela ne vous empêche pas de vous présenter\\. ${SAID}`));
    const actor = await actorOf(world, await openedSession(world, ada, ["password"]));
    const seen = await view(world, myResults, { actor, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    deepEqual(
      seen.value.entries[0]!.findings.map(({ condition }) => condition),
      ["work", "work", "work"],
    );
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, ada, ["password"]));
    match(plain((await she.open("/mes-epreuves")).text), new RegExp(`Non rempli\\. ${SAID}`));
    await app.close();
  });

  it("has it in the minutes, as it was when they were presented", async () => {
    now = new Date("2030-06-25T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 13, 12, 14] });
    const jury = await decided(world, held);
    const { sealed } = await jurySeen(world, held, jury);
    const itself = sealed.find(({ entry }) => entry === null)!;
    const candidates = sealed.filter(({ entry }) => entry !== null);
    const law = world.law(SCHOOL, "deis", { version: "2006" })!;
    const { blocks } = minutesDocument({
      law,
      jury: { ...itself, sealed: itself.sealed as SealedJury },
      candidates: candidates.map((one) => ({ ...one, sealed: one.sealed as SealedCandidate })),
    });
    const texts = blocks.flatMap((one) => (one.kind === "text" ? [plain(one.text)] : []));
    match(texts.join("\n"), new RegExp(`Lors de la présentation : ${SAID} \\(.*art\\. 12`));
  });
});

describe("somebody on whose dispense the authority has not answered", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
  });
  after(() => close());

  it("sits the exam, and it is warned of on the line, before convoking, with their convocation, and for the minutes", async () => {
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const ben = await trainee(world, "Ben Attend");
    const officer = await actorOf(world, await openedSession(world, secretary, ["password", "totp"]));
    const contested = { enrolment: ben.enrolment, domain: "DF3", dispensedBy: "CAFERUIS", paper: "Sa demande." };
    const half = await perform(world, enterHeld, {
      actor: officer,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { ...contested, confirmedBy: "la DREETS" },
    });
    // Who answered without what they answered confirms nothing.
    deepEqual(half.kind === "invalid" && half.issues.map(({ path }) => path), ["confirmed"]);
    await deed(world, enterHeld, officer, contested);
    const held = await aSession(world, { secretary, trainees: [ben] });
    await arranged(world, held, { day: "2030-06-11" });
    const actor = await held.secretary();
    const { session } = held;
    const line = await view(world, seeSession, { actor, establishment: SCHOOL, input: { session } });
    ok(line.kind === "found");
    const [entry] = line.value.entries;
    deepEqual(entry!.exams, ["DF1", "DF2", "DF3"]);
    const awaited = ({ condition, met }: { condition: string; met: boolean | null }) =>
      condition === "dispense" && met === null;
    ok(entry!.findings.some(awaited));
    const { enrolment } = ben;
    const kept = await view(world, seeCandidate, { actor, establishment: SCHOOL, input: { session, enrolment } });
    ok(kept.kind === "found" && kept.value.entry!.findings.some(awaited), "what is sealed for the minutes");
    const own = await actorOf(world, await openedSession(world, ben, ["password"]));
    const mine = await view(world, myResults, { actor: own, establishment: SCHOOL, input: {} });
    ok(mine.kind === "found" && mine.value.entries[0]!.findings.some(awaited));
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    match(
      plain((await she.open(`/certifications/${session}/composer`)).text),
      /À savoir\. Les textes se contredisent sur la dispense du DF3/,
    );
    await app.close();
  });
});
