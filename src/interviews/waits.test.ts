/** What waits about interviews: for whom, by when, and by which act it goes. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { anIntake, candidate } from "../test/dossiers.ts";
import { type ADay, anInterviewDay, aPair, asInterviewer, conforming, ON, placed } from "../test/interviewing.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { linesFor, waitingFor } from "../test/waiting-lines.ts";
import { askToMove, confirmInterview, convoke, declineMove } from "./convoke-acts.ts";
import { changeInterviewDay } from "./day-acts.ts";
import { agreeGrid, declareInterviewLink, proposeGrid, saveGrid } from "./grid-acts.ts";
import { missInterview, moveInterview } from "./place-acts.ts";
import { openGrid, seeInterviewDay } from "./views.ts";
import { view } from "../act/act.ts";

const GRID = {
  appreciations: { analysis: "Fine.", synthesis: "Claire.", expression: "Aisée.", fit: "Entier." },
  remark: "",
};

describe("what waits about an interview", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  let officer: Actor;
  let working: () => Promise<Actor>;
  let day: ADay;
  let claire: Invented & { readonly dossier: string };
  let paul: Invented & { readonly dossier: string };
  let interview = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    officer = await working();
    claire = await conforming(world, officer, { name: "Claire" });
    paul = await conforming(world, officer, { name: "Paul" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    officer = await working();
    day = await anInterviewDay(world, officer, { intake });
  });
  after(() => close());

  const ana = () => asInterviewer(world, day.pair.members[0]);
  const bruno = () => asInterviewer(world, day.pair.members[1]);
  const forOfficer = (...keys: string[]) => waitingFor(world, officer, ...keys);

  it("is to place each person whose application conforms, until they are placed", async () => {
    equal((await forOfficer("placeInterview")).length, 2);
    interview = await placed(world, officer, day, { dossier: claire.dossier });
    equal((await forOfficer("placeInterview")).length, 1);
    deepEqual(await waitingFor(world, ana(), "placeInterview"), []);
  });

  it("is to call whoever is placed, then for them to confirm, until they do", async () => {
    deepEqual(await forOfficer("convoke"), [["convoke", ON]]);
    deepEqual(await waitingFor(world, candidate(world, claire), "confirmInterview"), []);
    await deed(world, convoke, officer, { interview, ground: "Avant la décision." });
    deepEqual(await forOfficer("convoke", "confirmInterview"), []);
    const [line] = await linesFor(world, candidate(world, claire), "confirmInterview");
    equal(line?.dueOn, ON);
    equal(line.to, `/deis/dossier/${claire.dossier}/entretien`);
    deepEqual(await waitingFor(world, candidate(world, paul), "confirmInterview"), []);
    await deed(world, confirmInterview, candidate(world, claire), { interview });
    deepEqual(await waitingFor(world, candidate(world, claire), "confirmInterview"), []);
  });

  it("is for the school to answer whoever asks for another hour, and for them again to confirm", async () => {
    await deed(world, askToMove, candidate(world, claire), { interview, reason: "Je travaille." });
    // On the eve at the latest: the hour told counts until it is answered.
    deepEqual(await forOfficer("answerMove"), [["answerMove", "2027-05-09"]]);
    await deed(world, declineMove, officer, { interview, reason: "Aucune autre heure n’est libre." });
    deepEqual(await forOfficer("answerMove"), []);
    deepEqual(await waitingFor(world, candidate(world, claire), "confirmInterview"), [["confirmInterview", ON]]);
  });

  it("is to hand over the interview of whoever is known to an examiner", async () => {
    await deed(world, declareInterviewLink, ana(), { interview, said: "Nous avons travaillé ensemble." });
    deepEqual(await forOfficer("handOverInterview"), [["handOverInterview", ON]]);
    const other = await aPair(world, officer, "B");
    const settings = { ...day.settings, pairs: [day.pair, other] };
    await deed(world, changeInterviewDay, officer, { day: day.day, version: 1, settings });
    const seen = await view(world, seeInterviewDay, {
      actor: officer,
      establishment: "faire-ess",
      input: { id: day.day },
    });
    if (seen.kind !== "found") throw new Error(seen.kind);
    const { version } = seen.value.interviews[0]!;
    const place = { analysisRoom: day.analysis, analysisFrom: "09:00", room: day.room, interviewFrom: "09:30" };
    await deed(world, moveInterview, officer, { interview, version, ...place, pair: "B", text: "1" });
    deepEqual(await forOfficer("handOverInterview"), []);
    day = { ...day, pair: other };
  });

  it("is from its day on the grid of each who examines, an account or a guest, and after some days for the school", async () => {
    deepEqual(await waitingFor(world, bruno(), "saveGrid"), []);
    now = new Date("2027-05-10T10:30:00Z");
    for (const who of [ana(), bruno()]) deepEqual(await waitingFor(world, who, "saveGrid"), [["saveGrid", ON]]);
    deepEqual(await forOfficer("saveGrid"), []);
    await deed(world, saveGrid, ana(), { interview, version: 0, finish: false, ...GRID });
    deepEqual(await waitingFor(world, ana(), "saveGrid"), [["saveGrid", ON]]);
    await deed(world, saveGrid, ana(), { interview, version: 1, finish: true, ...GRID });
    deepEqual(await waitingFor(world, ana(), "saveGrid", "agreeGrid"), []);
    now = new Date("2027-05-13T10:30:00Z");
    deepEqual(await forOfficer("saveGrid"), [["saveGrid", ON]]);
    await deed(world, saveGrid, bruno(), { interview, version: 0, finish: true, ...GRID });
    deepEqual(await forOfficer("saveGrid"), []);
  });

  it("is the common grid: for both to propose, then for the other to agree", async () => {
    for (const who of [ana(), bruno()]) deepEqual(await waitingFor(world, who, "agreeGrid"), [["agreeGrid", ON]]);
    await deed(world, proposeGrid, bruno(), { interview, ...GRID });
    deepEqual(await waitingFor(world, bruno(), "agreeGrid"), []);
    const [line] = await linesFor(world, ana(), "agreeGrid");
    equal(line?.to, `/mes-entretiens/${interview}`);
    const seen = await view(world, openGrid, { actor: ana(), establishment: "faire-ess", input: { id: interview } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    await deed(world, agreeGrid, ana(), { interview, proposal: seen.value.proposal!.id });
    deepEqual(await waitingFor(world, ana(), "agreeGrid"), []);
  });

  it("is to place again whoever missed theirs", async () => {
    now = new Date("2027-05-14T10:30:00Z");
    officer = await working();
    equal((await forOfficer("placeInterview")).length, 1);
    const second = await anInterviewDay(world, officer, { intake: day.intake, on: "2027-05-18" });
    const missed = await placed(world, officer, second, { dossier: paul.dossier });
    deepEqual(await forOfficer("placeInterview"), []);
    await deed(world, convoke, officer, { interview: missed, ground: "Avant la décision." });
    now = new Date("2027-05-18T14:00:00Z");
    await deed(world, missInterview, officer, { interview: missed, reason: "" });
    deepEqual(await forOfficer("placeInterview", "saveGrid"), [["placeInterview", "2027-05-21"]]);
  });
});
