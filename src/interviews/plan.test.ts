/** A day of interviews is planned by the decision on it, beside what stands there already, and kept whole or not at all. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { bookAll, unbook } from "../agenda/book.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { verifyAudit } from "../audit/verify.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, ON, placed } from "../test/interviewing.ts";
import { actorOf, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { cancelInterview, noteNeeds } from "./place-acts.ts";
import { keepPlan, planInterviewDay } from "./plan-acts.ts";
import { seeInterviewDay } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the plan of a day of interviews", () => {
  let world: World;
  let close: () => Promise<void>;
  let officer: Actor;
  let day: ADay;
  const dossiers = new Map<string, string>();
  before(async () => {
    ({ world, close } = await testWorldOf());
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    officer = await actorOf(world, await openedSession(world, who, ["password", "totp"]));
    for (const name of ["Ada", "Bea", "Cid"]) dossiers.set(name, (await conforming(world, officer, { name })).dossier);
    day = await anInterviewDay(world, officer);
  });
  after(() => close());

  async function tried<F extends TSchema, V>(
    act: Act<F, V>,
    input: Static<F>,
    actor = officer,
    establishment = SCHOOL,
  ) {
    const outcome = await perform(world, act, { actor, establishment, attempt: randomUUID(), input });
    if (outcome.kind !== "invalid") return outcome.kind;
    return outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join();
  }
  const shown = async () => {
    const seen = await view(world, seeInterviewDay, { actor: officer, establishment: SCHOOL, input: { id: day.day } });
    return (seen as Extract<typeof seen, { kind: "found" }>).value;
  };
  const plan = async (actor = officer) =>
    tried(planInterviewDay, { day: day.day, version: (await shown()).version }, actor);
  const drafted = async () => {
    const { draft } = await shown();
    const first = (name: string) => name.split(" ")[0];
    return {
      placed: draft!.placed.map(
        ({ name, analysisFrom, interviewFrom }) => `${first(name)} ${analysisFrom} ${interviewFrom}`,
      ),
      unplaced: draft!.unplaced.map(({ name, reasons }) => [first(name), ...reasons].join(" ")),
      best: draft!.best,
    };
  };

  it("is proposed to whoever arranges them, and places nobody before it is kept", async () => {
    equal(await plan(asInterviewer(world, day.pair.members[0])), "forbidden");
    equal(await plan(), "done");
    const { placed: all, unplaced, best } = await drafted();
    deepEqual([all.length, unplaced, best], [3, [], true]);
    equal((await shown()).interviews.length, 0);
    equal(await tried(planInterviewDay, { day: day.day, version: 1 }), "stale");
  });

  it("goes around whoever is placed already, around who is elsewhere, and around a candidate’s own hours", async () => {
    const ada = await placed(world, officer, day, { dossier: dossiers.get("Ada")!, from: "09:00", then: "09:30" });
    const [who] = day.pair.members;
    const at = (time: string) => new Date(`${ON}T${time}:00+02:00`);
    const lesson = { what: "lesson:1", taken: who, from: at("10:00"), until: at("10:30") };
    await withSchool(world.db, SCHOOL, (tx) => bookAll(tx, [lesson]));
    const need = { dossier: dossiers.get("Bea")!, version: 0, extra: 0, away: [{ from: "09:00", to: "10:30" }] };
    equal(await tried(noteNeeds, need), "done");
    equal(await plan(), "done");
    const { placed: all, best } = await drafted();
    ok(best && all.length > 0);
    for (const one of all) {
      const [name, analysis, interview] = one.split(" ") as [string, string, string];
      ok(interview >= "10:45", `${one}: Ana is with Ada, then teaches, then all have their pause`);
      if (name === "Bea") ok(analysis >= "10:45", one);
    }
    equal(await tried(cancelInterview, { interview: ada, reason: "Pour recommencer." }), "done");
  });

  it("says what alone would give somebody a place who has none", async () => {
    const need = { dossier: dossiers.get("Cid")!, version: 0, extra: 0, away: [{ from: "09:00", to: "12:00" }] };
    equal(await tried(noteNeeds, need), "done");
    equal(await plan(), "done");
    const { unplaced } = await drafted();
    ok(
      unplaced.some((one) => one.startsWith("Cid their-times")),
      unplaced.join(),
    );
  });

  it("is not kept where something of it was taken meanwhile, and nobody of it is placed then", async () => {
    const { draft } = await shown();
    const [first] = draft!.placed;
    const at = (time: string) => new Date(`${ON}T${time}:00+02:00`);
    const from = at(first!.interviewFrom);
    const other = { what: "exam:1", taken: day.pair.members[1], from, until: new Date(from.getTime() + 60_000) };
    await withSchool(world.db, SCHOOL, (tx) => bookAll(tx, [other]));
    const { version } = await shown();
    match(await tried(keepPlan, { day: day.day, version }), /^draft: \S+ \S+ – Bruno A.*déjà pris/);
    equal((await shown()).interviews.filter(({ state }) => state === "placed").length, 0);
  });

  it("is kept in one act, in the record of each candidate, and then is no draft any more", async () => {
    equal(await plan(), "done");
    const { version, draft } = await shown();
    equal(await tried(keepPlan, { day: day.day, version: version - 1 }), "stale");
    equal(await tried(keepPlan, { day: day.day, version }), "done");
    const now = await shown();
    equal(now.draft, null);
    equal(now.interviews.filter(({ state }) => state === "placed").length, draft!.placed.length);
    match(await tried(keepPlan, { day: day.day, version: now.version }), /^draft: Aucun plan/);
    // What this test booked itself is in no record.
    for (const what of ["lesson:1", "exam:1"]) await withSchool(world.db, SCHOOL, (tx) => unbook(tx, what));
    const whole = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
    const chains = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("audit_record").select("chain").where("act", "=", "keepPlan").execute(),
    );
    equal(chains.filter(({ chain }) => chain.startsWith("interviews:")).length, draft!.placed.length);
  });
});
