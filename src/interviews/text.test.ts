/** Who reads which text of an interview, and when: the one to analyse, and the one that the candidate handed in. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { anIntake, candidate } from "../test/dossiers.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, placed } from "../test/interviewing.ts";
import { type AccountActor, actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { buildServer } from "../web/server.ts";
import { receiveUpload } from "../files/receive.ts";
import { pdf, photo } from "../test/sent-files.ts";
import { attachInterviewText } from "./given-text.ts";
import { convoke } from "./convoke-acts.ts";
import { declareInterviewLink } from "./grid-acts.ts";
import { openHeardText } from "./text-view.ts";
import { heldInterviews, openGrid, ownInterview, seeInterview, seeInterviewDay } from "./views.ts";

const SCHOOL = "faire-ess";
const BODY = "Un tiers des personnes qui y ont droit\nne demandent pas le RSA.\n\nPourquoi ?";

describe("the texts of an interview", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  let claire: Awaited<ReturnType<typeof conforming>>;
  let day: ADay;
  let interview = "";
  let app: FastifyInstance;
  let working: () => Promise<AccountActor>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    app = await buildServer(world, { perMinute: 1_000_000 });
    working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    claire = await conforming(world, await working(), { name: "Claire" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    const officer = await working();
    const texts = [{ key: "1", title: "Le non-recours aux droits", body: BODY }];
    day = await anInterviewDay(world, officer, { intake, texts });
    interview = await placed(world, officer, day, { dossier: claire.dossier });
    deepEqual(await opens(guest()), "missing");
    await deed(world, convoke, officer, { interview, ground: "Vu." });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const guest = () => asInterviewer(world, day.pair.members[1]);
  const opens = async (actor: Actor, take = false) =>
    (await view(world, openHeardText, { actor, establishment: SCHOOL, input: { interview, take } })).kind;
  const given = async () => {
    const actor = candidate(world, claire);
    const input = { dossier: claire.dossier };
    const found = await view(world, ownInterview, { actor, establishment: SCHOOL, input });
    ok(found.kind === "found");
    return found.value.interview;
  };
  /** All that somebody may be told of the interview, as JSON. */
  const toldOf = async (actor: Actor) => {
    const found = await Promise.all([
      view(world, seeInterviewDay, { actor, establishment: SCHOOL, input: { id: day.day } }),
      view(world, seeInterview, { actor, establishment: SCHOOL, input: { id: interview } }),
      view(world, heldInterviews, { actor, establishment: SCHOOL, input: {} }),
      view(world, openGrid, { actor, establishment: SCHOOL, input: { id: interview } }),
      view(world, world.house.myCalendar, { actor, establishment: SCHOOL, input: {} }),
      view(world, world.house.myWaiting, { actor, establishment: SCHOOL, input: {} }),
    ]);
    return JSON.stringify(found);
  };
  const own = async () => {
    const session = await openedSession(world, claire);
    const headers = { cookie: `${SESSION_COOKIE}=${session}` };
    return (await app.inject({ url: `/faire-ess/deis/dossier/${claire.dossier}/entretien`, headers })).body;
  };

  it("to analyse is read by the candidate when their time for it begins, and not a minute before, nor by another but its author", async () => {
    now = new Date("2027-05-10T06:59:00Z");
    deepEqual([(await given())?.text, (await given())?.body], [null, null]);
    const officer = await working();
    ok((await toldOf(officer)).includes("ne demandent pas"));
    const others = [candidate(world, claire), guest(), { ...officer, roles: ["auditor"] } as const];
    for (const actor of others) ok(!(await toldOf(actor)).includes("ne demandent pas"));
    ok(!(await toldOf({ ...officer, account: claire.account })).includes("ne demandent pas"), "arranges and is heard");
    ok(!(await own()).includes("non-recours"));
    now = new Date("2027-05-10T07:00:00Z");
    deepEqual([(await given())?.text, (await given())?.body], ["Le non-recours aux droits", BODY]);
    match(
      await own(),
      /<p>Un tiers des personnes qui y ont droit<br>ne demandent pas le RSA\.<\/p><p>Pourquoi\s\?<\/p>/,
    );
    ok((await toldOf(guest())).includes("ne demandent pas"));
  });

  it("to analyse may be a PDF, opened from that minute by the same and kept from all others", async () => {
    const begins = new Date("2027-05-10T07:00:00Z");
    now = new Date(begins.getTime() - 60_000);
    const officer = await working();
    const sent = async (bytes: Buffer, name: string) => {
      const stream = Readable.from([bytes]);
      const received = await receiveUpload(world, { establishment: SCHOOL, account: officer.account, stream, name });
      ok("upload" in received);
      return { day: day.day, text: "1", upload: received.upload };
    };
    const attach = { actor: officer, establishment: SCHOOL, attempt: randomUUID() };
    const picture = await sent(photo("jpg"), "sujet.jpg");
    equal((await perform(world, attachInterviewText, { ...attach, input: picture })).kind, "invalid");
    const other = { ...(await sent(pdf(), "a.pdf")), text: "2" };
    equal(
      (await perform(world, attachInterviewText, { ...attach, attempt: randomUUID(), input: other })).kind,
      "invalid",
    );
    await deed(world, attachInterviewText, officer, await sent(pdf({ comment: "un" }), "un.pdf"));
    const { file } = await deed(world, attachInterviewText, officer, await sent(pdf({ pages: 2 }), "sujet.pdf"));
    const others: Actor[] = [{ ...officer, roles: ["auditor"] }, asInterviewer(world, `account:${claire.dossier}`)];
    const readers: Actor[] = [candidate(world, claire), guest()];
    const reads = async (actor: Actor) =>
      (await view(world, world.house.openFile, { actor, establishment: SCHOOL, input: { id: file, take: true } })).kind;
    for (const actor of [...readers, ...others]) equal(await reads(actor), "missing");
    equal(await reads({ ...officer, roles: ["admission-officer"] }), "found");
    equal((await given())?.file, null);
    ok(!(await toldOf(guest())).includes(file));
    now = begins;
    for (const actor of readers) equal(await reads(actor), "found");
    for (const actor of others) equal(await reads(actor), "missing");
    deepEqual((await given())?.file, { id: file, name: "sujet.pdf" });
    ok((await own()).includes(`/fichier/${file}`));
    ok((await toldOf(guest())).includes(file));
  });

  it("that they handed in is read by those who hear them and by no other interviewer, and each opening is noted", async () => {
    const seen = await view(world, openGrid, { actor: guest(), establishment: SCHOOL, input: { id: interview } });
    equal(seen.kind === "found" && seen.value.hasText, true);
    deepEqual([await opens(guest()), await opens(guest(), true)], ["found", "found"]);
    const other = await makeAccount(world, { name: "Autre", address: "autre@exemple.fr" });
    equal(await opens(asInterviewer(world, `account:${other.account}`), true), "missing");
    equal(await opens(candidate(world, claire), true), "forbidden");
    const noted = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("file_opening")
        .select(["opener", "whose"])
        .where("opener", "=", day.pair.members[1])
        .where("whose", "is not", null)
        .execute(),
    );
    deepEqual(noted, [{ opener: day.pair.members[1], whose: `account:${claire.account}` }]);
    // Somebody who says that they know the person hears them no more.
    await deed(world, declareInterviewLink, guest(), { interview, said: "Un ancien collègue." });
    equal(await opens(guest(), true), "missing");
    equal(await opens(asInterviewer(world, day.pair.members[0]), true), "found");
  });
});
