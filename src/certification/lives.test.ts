/** From a session opened to results read: the lives of certification in short, by the rules of the real jury. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import {
  allMarked,
  arranged,
  aSession,
  cameIn,
  closing,
  decided,
  employed,
  groupSeen,
  jurySeen,
  opened,
  president,
  resultsOf,
  SCHOOL,
  sits,
  trainee,
  adopts,
  type Examined,
  type Held,
  type Trainee,
} from "../test/certifying.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed, type Invented, openedSession, freshly } from "../test/people.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { buildServer } from "../web/server.ts";
import { letters, lettersOf } from "../test/printed.ts";
import { type Kept, keepAside } from "../test/kept-aside.ts";
import { testWorldOf } from "../test/server.ts";
import { presentCandidate } from "./acts.ts";
import { decideLapse, publishResults } from "./after/acts.ts";
import { arrangeGroup } from "./exams/acts.ts";
import { giveMarks } from "./exams/marks-acts.ts";
import { declareFraud, leaveCandidate, openJury, putOffJury, reopenDecision, setMarkAnew } from "./juries/acts.ts";
import type { SealedCandidate } from "./rules/sealed.ts";

const EXAMINED = "2030-06-11";

describe("a session of certification", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let ada: Trainee;
  let held: Held;
  let groups: Examined;
  let kept: Kept;
  before(async () => {
    const place = await testWorldOf({ now: () => now });
    ({ world, close } = place);
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    groups = await arranged(world, held, { day: EXAMINED });
    kept = await keepAside(place);
  });
  beforeEach(async () => {
    now = new Date("2030-05-12T08:00:00Z");
    await kept.bringBack();
  });
  after(() => close());
  const on = (day: string, hour = "08") => {
    now = new Date(`${day}T${hour}:00:00Z`);
  };
  /** What the jury sealed of the first candidate, the last version. */
  const sealedOf = async (held: Parameters<typeof jurySeen>[1], jury: string) => {
    const one = (await jurySeen(world, held, jury)).sealed.find(({ entry }) => entry !== null)!;
    return { ...one, sealed: one.sealed as SealedCandidate };
  };

  it("leads somebody without relief to the diploma", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 9, 11.5, [12, 14, 13]] });
    on("2030-06-25");
    const jury = await opened(world, held);
    await sits(world, held, jury);
    equal((await jurySeen(world, held, jury)).candidates[0]!.outcome, "diploma");
    match((await closing(world, held, jury)).join(" "), /la proposition n’est ni votée ni adoptée/);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    // What is sealed is what the decision says of it, whoever asks it.
    const { sealed } = await sealedOf(held, jury);
    const again = world.decide("certification", sealed.certification);
    const said = again && "answer" in again ? again.answer("fr") : {};
    equal(said.outcome, sealed.outcome);
    deepEqual(said.acquired, sealed.acquired);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const token = await openedSession(world, secretary, ["password", "totp"]);
    const url = `/${SCHOOL}/jurys/${jury}/proces-verbal`;
    const minutes = await app.inject({ url, headers: { cookie: `${SESSION_COOKIE}=${token}` } });
    await app.close();
    equal(minutes.statusCode, 200, minutes.body.replaceAll(/\s+/g, " ").slice(0, 3000));
    equal(minutes.rawPayload.subarray(0, 5).toString(), "%PDF-");
    const printed = await lettersOf(minutes.rawPayload);
    match(printed, /PrésenceSignature.*PaulePrésideprésidenceoui/);
    // In the list of who was called, over what was decided of her, and beside her hash: not once more as a caption.
    equal(printed.split(letters("Ada Admise")).length, 3);
    deepEqual(await resultsOf(world, ada), []);
    on("2030-07-08");
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-07-05" });
    const [result] = await resultsOf(world, ada);
    equal(result!.outcome, "diploma");
    deepEqual(result!.acquired, ["DF1", "DF2", "DF3"]);
    equal(result!.notifiedOn, "2030-07-05");
    deepEqual(result!.domains.find(({ domain }) => domain === "DF1")!.marks, [
      { component: "written", mark: 1200, missed: null },
      { component: "oral", mark: 1100, missed: null },
    ]);
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    const wrong = verified.tampered.filter(({ chain }) => /^(certified|exam-session|jury|exam-person):/.test(chain));
    deepEqual(wrong, []);
  });

  it("is not closed by a jury one professional short, and is by the whole one on another day", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [8, 12.5, 8, 11.5, 9] });
    on("2030-06-25");
    const jury = await opened(world, held);
    await sits(world, held, jury, held.members.slice(0, 5));
    await adopts(world, held, jury);
    const short = await closing(world, held, jury);
    equal(short.length, 1);
    match(short[0]!, /compte seulement 1 sur 5/);
    const off = { jury, to: "2030-06-27", ground: "Un membre du collège des professionnels a manqué son train." };
    await deed(world, putOffJury, await held.secretary(), off);
    on("2030-06-27");
    // Nothing of the day before counts: not who was there, not what was adopted.
    equal((await jurySeen(world, held, jury)).adopted, false);
    await sits(world, held, jury);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-27" });
    equal((await resultsOf(world, ada))[0]!.outcome, "none");
    const told = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("subject")
        .where("subject", "like", "La délibération est renvoyée%")
        .orderBy("id")
        .execute(),
    );
    equal(told.length, held.members.length + 1);
  });

  it("goes back to an oral typed 8 for 11 by a new deliberation alone, and keeps the old version", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11.5, 8, 13] });
    on("2030-06-25");
    const first = await decided(world, held);
    equal((await resultsOf(world, ada))[0]!.outcome, "partial");
    // Neither the examiner nor anybody else changes a mark on which a jury has ruled.
    const examiner = cameIn(world, held.examiners[0]!.guest);
    const [seen] = (await groupSeen(world, examiner, groups.reports)).candidates;
    const oral = seen!.marks.find(({ component }) => component === "oral")!;
    const input = {
      group: groups.reports,
      marks: [{ sitting: seen!.sitting, component: "oral", mark: 1100, seen: oral.seen }],
    };
    const attempt = randomUUID();
    const changed = await perform(world, giveMarks, { actor: examiner, establishment: SCHOOL, attempt, input });
    equal(changed.kind, "invalid");
    match(changed.kind === "invalid" ? changed.issues[0]!.message("fr") : "", /seul un nouveau jury peut y revenir/);
    on("2030-07-02");
    const [entry] = held.entries.values();
    const ground = "L’oral a été saisi 8 pour 11 : erreur matérielle.";
    const { jury } = await deed(world, reopenDecision, await held.secretary(), {
      entry: entry!,
      on: "2030-07-02",
      ground,
    });
    await sits(world, held, jury);
    const anew = { jury, entry: entry!, exam: "DF2", component: "oral", mark: 1100, ground };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    const [before, after] = [await sealedOf(held, first), await sealedOf(held, jury)];
    deepEqual([before.version, after.version, after.replaces], [1, 2, before.id]);
    equal(before.sealed.domains.find(({ domain }) => domain === "DF2")!.points, 9.75);
    equal(after.sealed.domains.find(({ domain }) => domain === "DF2")!.points, 11.25);
    deepEqual(
      after.sealed.marks.filter(({ component, exam }) => exam === "DF2" && component === "oral"),
      [{ exam: "DF2", component: "oral", by: null, mark: 800, missed: null, anew: { mark: 1100, ground } }],
    );
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-07-02" });
    deepEqual(
      (await resultsOf(world, ada)).map(({ outcome }) => outcome),
      ["diploma"],
    );
  });

  it("is not gone back to against the person after the months that the law leaves, but for fraud", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11.5, 11, 13] });
    on("2030-06-25");
    await decided(world, held);
    const [entry] = held.entries.values();
    const ground = "La note d’oral était celle d’une autre personne.";
    const authority = await employed(world, "Aude Autorité", "authority");
    const backAgain = async (day: string, fraud: boolean) => {
      on(day);
      const { jury } = await deed(world, reopenDecision, await held.secretary(), {
        entry: entry!,
        on: day,
        ground,
      });
      const declared = { jury, by: "La directrice régionale", ground: "Copie d’un autre travail." };
      if (fraud) await deed(world, declareFraud, await freshly(world, authority), declared);
      await sits(world, held, jury);
      const anew = { jury, entry: entry!, exam: "DF2", component: "oral", mark: 100, ground };
      await deed(world, setMarkAnew, await held.secretary(), anew);
      await adopts(world, held, jury);
      return jury;
    };
    const late = await backAgain("2030-10-26", false);
    match((await closing(world, held, late)).join(), /que jusqu’au 25.octobre 2030, sauf fraude/);
    // The jury leaves it, and comes back to it for a fraud.
    await deed(world, leaveCandidate, await held.secretary(), { jury: late, entry: entry!, ground: "Trop tard." });
    deepEqual(await closing(world, held, late), ["done"]);
    equal((await resultsOf(world, ada))[0]!.outcome, "diploma");
    const fraud = await backAgain("2030-10-26", true);
    deepEqual(await closing(world, held, fraud), ["done"]);
  });

  it("is gone back to against the person on the last day that the law leaves", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11.5, 11, 13] });
    on("2030-06-25");
    await decided(world, held);
    on("2030-10-25");
    const [entry] = held.entries.values();
    const ground = "La note d’oral était celle d’une autre personne.";
    const again = { entry: entry!, on: "2030-10-25", ground };
    const { jury } = await deed(world, reopenDecision, await held.secretary(), again);
    await sits(world, held, jury);
    const anew = { jury, entry: entry!, exam: "DF2", component: "oral", mark: 100, ground };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
  });

  it("is erased with all that it held of somebody when their time is over, in every chain, and the record still stands", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 9, 11.5, 13] });
    on("2030-06-25");
    await decided(world, held);
    // Ten years after the end of the session, and a day.
    on("2040-06-29");
    await runDue(world, SCHOOL);
    const left = await withSchool(world.db, SCHOOL, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of ["exam_entry", "exam_sitting", "exam_mark", "jury_result", "jury_seal", "exam_link"] as const)
        counts[table] = (await tx.selectFrom(table).selectAll().execute()).length;
      const sealed = await tx.selectFrom("jury_sealed").selectAll().where("entry", "is not", null).execute();
      return { ...counts, sealed: sealed.length };
    });
    deepEqual(left, {
      exam_entry: 0,
      exam_sitting: 0,
      exam_mark: 0,
      jury_result: 0,
      jury_seal: 0,
      exam_link: 0,
      sealed: 0,
    });
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    const wrong = verified.tampered.filter(({ chain }) => /^(certified|exam-session|jury|exam-person):/.test(chain));
    deepEqual(wrong, []);
  });

  it("takes nobody and no room twice at one time", async () => {
    const ben = await trainee(world, "Ben Autre");
    const { entry } = await deed(world, presentCandidate, await held.secretary(), {
      session: held.session,
      enrolment: ben.enrolment,
    });
    const input = {
      session: held.session,
      exam: "DF3",
      name: "DF3 B",
      day: EXAMINED,
      from: "14:00",
      until: "14:30",
      examiners: [{ person: held.examiners[0]!.id, by: "authority" }],
      candidates: [entry],
    };
    const actor = await held.secretary();
    const refused = await perform(world, arrangeGroup, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    match(refused.kind === "invalid" ? refused.issues[0]!.message("fr") : refused.kind, /^Agnès Autorité : déjà pris/);
  });

  it("is closed within half an hour of the code that let its president in", async () => {
    on(EXAMINED, "18");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11.5, 11, 13] });
    on("2030-06-25");
    const { jury } = await deed(world, openJury, await held.secretary(), { session: held.session, on: "2030-06-25" });
    await sits(world, held, jury);
    await adopts(world, held, jury);
    match(
      (await closing(world, held, jury, president(world, held, 30))).join(),
      /votre code date de plus d’une demi-heure/,
    );
    deepEqual(await closing(world, held, jury, president(world, held, 29)), ["done"]);
  });
});

describe("a session of certification of another year", () => {
  let now = new Date("2027-12-12T08:00:00Z");
  const on = (day: string, hour = "08") => {
    now = new Date(`${day}T${hour}:00:00Z`);
  };

  it("lets a first validation of 29 February lapse by a decision after 28 February five years later", async (test) => {
    const { world, close } = await testWorldOf({ now: () => now });
    test.after(close);
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    // Reminders are those of the diplomas for which applications were ever taken.
    on("2026-11-25");
    await openedIntake(world);
    on("2028-01-10");
    const ada = await trainee(world, "Ada Admise");
    const held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: "2028-02-09" });
    on("2028-02-09", "18");
    await allMarked(world, held, groups, { "Ada Admise": [8, 12, 11.5, 11, 9] });
    on("2028-02-29");
    await decided(world, held);
    const [result] = await resultsOf(world, ada);
    deepEqual([result!.outcome, result!.completeBy], ["partial", "2033-02-28"]);
    const authority = await employed(world, "Aude Autorité", "authority");
    const lapse = async () => {
      const actor = await freshly(world, authority);
      const input = { enrolment: ada.enrolment, ground: "Le délai a pris fin sans que le diplôme soit complet." };
      return (await perform(world, decideLapse, { actor, establishment: SCHOOL, attempt: randomUUID(), input })).kind;
    };
    on("2032-03-01");
    await runDue(world, SCHOOL);
    const warned = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("subject")
        .where("subject", "like", "Présentez les épreuves qui vous manquent%")
        .orderBy("id")
        .execute(),
    );
    equal(warned.length, 1);
    // A session that opens while her time runs is offered to her, though her cohort has ended.
    await aSession(world, { secretary, trainees: [], name: "Session de 2032", tag: "32" });
    const offered = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("to_address as to")
        .where("subject", "like", "Une session s’ouvre%")
        .orderBy("id")
        .execute(),
    );
    deepEqual(offered, [{ to: ada.address }]);
    on("2033-02-28");
    equal(await lapse(), "invalid");
    on("2033-03-01");
    equal(await lapse(), "done");
    const later = await aSession(world, { secretary, trainees: [], name: "Session de 2033", tag: "33" });
    const { exams } = await deed(world, presentCandidate, await later.secretary(), {
      session: later.session,
      enrolment: ada.enrolment,
    });
    deepEqual(exams, ["DF1", "DF2", "DF3"]);
  });
});
