/** What is arranged for a disability counts by itself in the plan of interviews; what is asked and not decided warns, and bars nothing. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { decideArrangements } from "../dossier/arrange-acts.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { FULL_SECTIONS } from "../test/dossiers.ts";
import { type ADay, anInterviewDay, conforming, placed } from "../test/interviewing.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { actorOf, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { convoke } from "./convoke-acts.ts";
import { cancelInterview, moveInterview, noteNeeds } from "./place-acts.ts";
import { planInterviewDay } from "./plan-acts.ts";
import { seeInterview, seeInterviewDay, seeToPlace } from "./views.ts";

const SCHOOL = "faire-ess";
const ASKED = "Aménagements demandés, et pas encore décidés par le référent handicap";

describe("somebody who asks for more time at their interview", () => {
  let world: World;
  let close: () => Promise<void>;
  let sacha: Invented;
  let officer: Actor;
  let day: ADay;
  let ada: Awaited<ReturnType<typeof conforming>>;
  before(async () => {
    ({ world, close } = await testWorldOf());
    sacha = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    officer = await actorOf(world, await openedSession(world, sacha, ["password", "totp"]));
    const more = { accommodations: { ...FULL_SECTIONS.accommodations, needed: "yes", effects: ["extra-time"] } };
    ada = await conforming(world, officer, { name: "Ada", more });
    await conforming(world, officer, { name: "Ben" });
    day = await anInterviewDay(world, officer);
  });
  after(() => close());

  async function tried<F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = officer) {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    if (outcome.kind !== "invalid") return outcome.kind;
    return outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join();
  }
  const shown = async () => {
    const seen = await view(world, seeInterviewDay, { actor: officer, establishment: SCHOOL, input: { id: day.day } });
    return (seen as Extract<typeof seen, { kind: "found" }>).value;
  };
  const one = async (id: string) => {
    const seen = await view(world, seeInterview, { actor: officer, establishment: SCHOOL, input: { id } });
    return (seen as Extract<typeof seen, { kind: "found" }>).value;
  };
  const read = async (path: string) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, sacha, ["password", "totp"]));
    const { text } = await she.open(path);
    await app.close();
    return plain(text);
  };
  const granted = async () => {
    const advisor = await makeAccount(world, { name: "Rémi", address: `${randomUUID()}@exemple.fr` });
    await giveRoles(world, advisor, ["disability-advisor"]);
    const actor = await actorOf(world, await openedSession(world, advisor, ["password", "totp"]));
    const input = { dossier: ada.dossier, effects: ["extra-time"], other: "", words: "", since: 0 };
    return tried(decideArrangements, input, actor);
  };

  let interview: string;

  it("is warned of before they are planned and before they are called, while it is not decided, and may be all the same", async () => {
    deepEqual(
      (await shown()).waiting.map(({ name, toArrange, extra }) => [name.split(" ")[0], toArrange, extra]),
      [
        ["Ada", true, 0],
        ["Ben", false, 0],
      ],
    );
    const page = `/entretiens/jour/${day.day}`;
    match(await read(page), new RegExp(`${ASKED} : Ada`));
    match(await read(`${page}/placer/${ada.dossier}`), new RegExp(`${ASKED} : Ada`));
    interview = await placed(world, officer, day, ada);
    const seen = await shown();
    equal(seen.interviews[0]!.toArrange, true);
    match(await read(page), new RegExp(`${ASKED} : Ada`));
    match(await read(`/entretiens/un/${interview}`), new RegExp(`${ASKED} : Ada`));
  });

  it("is not called to an hour that is too short once it was granted, and hears that it is counted once it is", async () => {
    equal(await granted(), "done");
    const seen = await one(interview);
    deepEqual([seen.toArrange, seen.extra], [false, 33]);
    const ground = "Sans attendre.";
    match(await tried(convoke, { interview, ground }), /^interview: Cet entretien est plus court que le temps majoré/);
    const asked = {
      analysisRoom: day.analysis,
      analysisFrom: "09:00",
      room: day.room,
      pair: "A",
      interviewFrom: "09:45",
    };
    equal(await tried(moveInterview, { interview, version: seen.interview.version, ...asked }), "done");
    equal(await tried(convoke, { interview, ground }), "done");
    const said = await withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("to_address", "=", ada.address);
      return plain(JSON.stringify(await mails.execute()));
    });
    match(said, /Le temps en plus qui vous a été accordé est compté/);
  });

  it("is given the longer time by the plan without anybody noting it, and more where more was noted", async () => {
    equal(await tried(cancelInterview, { interview, reason: "Pour recommencer." }), "done");
    const toPlace = async () => {
      const input = { dossier: ada.dossier };
      const seen = await view(world, seeToPlace, { actor: officer, establishment: SCHOOL, input });
      return seen.kind === "found" && [seen.value.noted, seen.value.extra];
    };
    deepEqual(await toPlace(), [0, 33]);
    equal(await tried(planInterviewDay, { day: day.day, version: (await shown()).version }), "done");
    const { draft } = await shown();
    const hers = draft!.placed.find(({ dossier }) => dossier === ada.dossier)!;
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    // Thirty minutes and a third more, by steps of fifteen.
    equal(minutes(hers.interviewFrom) - minutes(hers.analysisFrom!) >= 45, true, JSON.stringify(hers));
    equal(await tried(noteNeeds, { dossier: ada.dossier, version: 0, extra: 50, away: [] }), "done");
    deepEqual(await toPlace(), [50, 50]);
  });
});
