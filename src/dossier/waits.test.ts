/** What waits on a dossier: each line appears with its fact, for whom it is, and goes with the act that answers it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { changeIntake } from "../intake/acts.ts";
import { assignDossier } from "../office/acts.ts";
import { acting } from "../test/admissions.ts";
import { onPaper } from "../test/browser/follow-rows.ts";
import {
  aDossier,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedBack,
  handedIn,
} from "../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { soundWaiting, waitingFor, whereToDo } from "../test/waiting-lines.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { decideArrangements } from "./arrange-acts.ts";
import { askComplement } from "./complement-acts.ts";
import { derivingAgain } from "./deriving-again.ts";
import { askConfirmation, confirmEntered, enterDossier, openEntered, takeOverDossier } from "./entering/acts.ts";
import { readMessages, sendMessage, settleMessage } from "./messages/acts.ts";
import { takeBackDossier, withdrawDossier } from "./submit-acts.ts";

const SCHOOL = "faire-ess";
const HEAD = HEAD_OF_TRAINING;
const FULL = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
const CLOSES = "2027-03-31";

describe("what waits on a dossier", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now: Date;
  let ada: Invented;
  let her: Actor;
  let intake: { id: string; version: number };
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = await openedIntake(world);
    ada = await makeAccount(world, { name: "Ada Martin", address: "ada@exemple.fr" });
    her = candidate(world, ada);
  });
  afterEach(async () => {
    await soundWaiting(world);
    await close();
  });

  const handed = async (given: Parameters<typeof aDossier>[2] = FULL) => {
    const dossier = await aDossier(world, ada, given);
    await handedIn(world, ada, dossier);
    return dossier;
  };
  const read = async (actor: Actor, dossier: string) => {
    const seen = await view(world, readMessages, { actor, establishment: SCHOOL, input: { dossier } });
    return seen.kind === "found" ? seen.value.messages : [];
  };
  const attempt = async (actor: Actor, input: { dossier: string; message: string }) =>
    perform(world, settleMessage, { actor, establishment: SCHOOL, attempt: randomUUID(), input });

  it("is to submit a draft by the closing, for its person alone, until it is submitted, again once it is taken back", async () => {
    const dossier = await aDossier(world, ada, FULL);
    deepEqual(await waitingFor(world, her), [["submit", CLOSES]]);
    deepEqual(await whereToDo(world, her, "submit"), [`/deis/dossier/${dossier}`]);
    deepEqual(await waitingFor(world, HEAD), []);
    await handedIn(world, ada, dossier);
    deepEqual(await waitingFor(world, her, "submit"), []);
    await deed(world, takeBackDossier, her, { dossier });
    deepEqual(await waitingFor(world, her, "submit"), [["submit", CLOSES]]);
    await deed(world, withdrawDossier, her, { dossier });
    deepEqual(await waitingFor(world, her, "submit"), []);
  });

  it("follows the closing of its intake when that is put off", async () => {
    await aDossier(world, ada, FULL);
    const closes = { day: "2027-04-15", time: "23:59" };
    await deed(world, changeIntake, HEAD, { ...intake, reason: "Plus de temps.", closes });
    await runJobs(world, [derivingAgain]);
    deepEqual(await waitingFor(world, her), [["submit", "2027-04-15"]]);
  });

  it("is to be seen late after the closing, until the course begins", async () => {
    await aDossier(world, ada, FULL);
    now = new Date("2027-09-12T08:00:00Z");
    deepEqual(await waitingFor(world, her), [["submit", CLOSES]]);
    now = new Date("2027-09-13T08:00:00Z");
    deepEqual(await waitingFor(world, her), []);
  });

  it("is the complement asked for, by the day that was given, until it is given", async () => {
    const dossier = await handed();
    await deed(world, askComplement, HEAD, { dossier, items: ["piece:cv"], dueOn: "2027-02-15" });
    deepEqual(await waitingFor(world, her, "giveComplement"), [["giveComplement", "2027-02-15"]]);
    await handedBack(world, ada, dossier);
    deepEqual(await waitingFor(world, her, "giveComplement"), []);
  });

  it("is a message to be answered, read or not, until the other side writes or says that it needs no answer", async () => {
    const dossier = await handed();
    const waits = async () => [
      (await waitingFor(world, HEAD, "answerMessage")).length,
      (await waitingFor(world, her, "answerSchool")).length,
    ];
    await deed(world, sendMessage, her, { dossier, text: "Bonjour" });
    await read(HEAD, dossier);
    deepEqual(await waits(), [1, 0]);
    now = new Date("2027-02-01T09:00:00Z");
    await deed(world, sendMessage, HEAD, { dossier, text: "Bonjour à vous" });
    deepEqual(await waits(), [0, 0], "an answer asks for nothing");
    equal((await waitingFor(world, her, "readAnswer")).length, 1);
    const asked = await read(her, dossier);
    equal((await waitingFor(world, her, "readAnswer")).length, 0);
    now = new Date("2027-02-01T10:00:00Z");
    await deed(world, sendMessage, HEAD, { dossier, text: "Et quel jour vous va ?" });
    await deed(world, settleMessage, her, { dossier, message: asked.at(-1)!.id });
    deepEqual(await waits(), [0, 1], "the later one still waits");
    await deed(world, settleMessage, her, { dossier, message: (await read(her, dossier)).at(-1)!.id });
    deepEqual(await waits(), [0, 0]);
    now = new Date("2027-02-01T11:00:00Z");
    await deed(world, sendMessage, her, { dossier, text: "Merci" });
    const thanks = (await read(HEAD, dossier)).at(-1)!.id;
    deepEqual(await waits(), [1, 0]);
    equal((await attempt(her, { dossier, message: thanks })).kind, "forbidden", "one’s own");
    equal((await attempt(acting(world, ["finance"]), { dossier, message: thanks })).kind, "forbidden");
    await deed(world, settleMessage, HEAD, { dossier, message: thanks });
    deepEqual(await waits(), [0, 0]);
  });

  it("is a withdrawal, for the school, within the days that its file promises, until it opens it", async () => {
    const dossier = await handed();
    await deed(world, withdrawDossier, her, { dossier });
    deepEqual(await waitingFor(world, HEAD, "readWithdrawal"), [["readWithdrawal", "2027-02-06"]]);
    await read(HEAD, dossier);
    deepEqual(await waitingFor(world, HEAD, "readWithdrawal"), []);
  });

  it("is a message for the officer in charge, and for everybody who handles dossiers once it is late", async () => {
    const olga = await makeAccount(world, { name: "Olga", address: "olga@exemple.fr" });
    await giveRoles(world, olga, ["admission-officer"]);
    const officer = acting(world, ["admission-officer"], olga.account);
    const dossier = await handed();
    await deed(world, assignDossier, HEAD, { dossier, to: olga.account, from: null });
    await deed(world, sendMessage, her, { dossier, text: "Bonjour" });
    const waits = async (actor: Actor) => (await waitingFor(world, actor, "answerMessage")).length;
    deepEqual([await waits(officer), await waits(HEAD)], [1, 0]);
    deepEqual(await waitingFor(world, officer, "answerMessage"), [["answerMessage", "2027-02-06"]]);
    const seen = await view(world, world.house.myWaiting, { actor: her, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    deepEqual(
      seen.value.school.filter(({ says }) => says.fr.includes("message")).map(({ dueOn }) => dueOn),
      ["2027-02-06"],
    );
    now = new Date("2027-02-06T08:00:00Z");
    deepEqual([await waits(officer), await waits(HEAD)], [1, 0]);
    now = new Date("2027-02-07T08:00:00Z");
    deepEqual([await waits(officer), await waits(HEAD)], [1, 1]);
    // Read, it still waits.
    await read(officer, dossier);
    deepEqual([await waits(officer), await waits(HEAD)], [1, 1]);
    await deed(world, sendMessage, officer, { dossier, text: "Bonjour à vous" });
    deepEqual([await waits(officer), await waits(HEAD)], [0, 0]);
  });

  it("is to decide the arrangements asked for or confided, for the référent handicap alone, before the interviews", async () => {
    const advisor = acting(world, ["disability-advisor"]);
    const sections = { ...FULL_SECTIONS, accommodations: { needed: "yes", effects: ["breaks"], other: "" } };
    const dossier = await aDossier(world, ada, { ...FULL, sections });
    deepEqual(await waitingFor(world, advisor), []);
    await handedIn(world, ada, dossier);
    deepEqual(await waitingFor(world, advisor), [["decideArrangements", "2027-05-09"]]);
    deepEqual(await waitingFor(world, HEAD, "decideArrangements"), []);
    const effects = { effects: ["breaks"], other: "", words: "", since: 0 };
    await deed(world, decideArrangements, advisor, { dossier, ...effects });
    deepEqual(await waitingFor(world, advisor), []);
  });

  it("waits with the arrangements while the person is asked to correct that part", async () => {
    const advisor = acting(world, ["disability-advisor"]);
    const sections = { ...FULL_SECTIONS, accommodations: { needed: "yes", effects: ["breaks"], other: "" } };
    const dossier = await handed({ ...FULL, sections });
    await deed(world, askComplement, HEAD, { dossier, items: ["accommodations"], dueOn: "2027-02-15" });
    deepEqual(await waitingFor(world, advisor), []);
    await handedBack(world, ada, dossier);
    deepEqual(await waitingFor(world, advisor), [["decideArrangements", "2027-05-09"]]);
  });

  it("is to finish what the school enters, for whoever handles dossiers", async () => {
    await deed(world, enterDossier, HEAD, { intake: intake.id, entered: "paper", language: "fr" });
    deepEqual(await waitingFor(world, HEAD), [["enterDossier", CLOSES]]);
    deepEqual(await waitingFor(world, acting(world, ["finance"])), []);
  });

  it("is to have what was entered confirmed, once no link holds, until the person confirms it", async () => {
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    const { dossier } = await onPaper(world, anna);
    deepEqual(await waitingFor(world, HEAD, "haveConfirmed"), []);
    now = new Date("2027-04-03T08:00:00Z");
    deepEqual(await waitingFor(world, HEAD, "haveConfirmed"), [["haveConfirmed", null]]);
    const again = (await deed(world, askConfirmation, HEAD, { dossier })).handed!;
    deepEqual(await waitingFor(world, HEAD, "haveConfirmed"), []);
    const holder: Actor = { kind: "holder", secret: again.secret };
    const { key } = await deed(world, openEntered, holder, { secret: again.secret, proof: again.code });
    await deed(world, confirmEntered, holder, { secret: again.secret, key: key!, words: "Je confirme." });
    now = new Date("2027-07-03T08:00:00Z");
    deepEqual(await waitingFor(world, HEAD, "haveConfirmed"), []);
  });

  it("passes to the account that takes over what was entered", async () => {
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    const { path, code } = await onPaper(world, anna);
    const secret = path.split("/").at(-1)!;
    const { key } = await deed(world, openEntered, { kind: "holder", secret }, { secret, proof: code });
    await deed(world, takeOverDossier, her, { secret, key: key! });
    await runJobs(world, [derivingAgain]);
    deepEqual(await waitingFor(world, her, "confirmEntered"), [["confirmEntered", CLOSES]]);
    deepEqual(await waitingFor(world, HEAD, "haveConfirmed"), []);
    deepEqual(await waitingFor(world, candidate(world, { account: randomUUID() })), []);
  });
});
