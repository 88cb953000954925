/** What waits in admission: for whom, by when, and by which act it goes. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, beforeEach, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { receiveUpload } from "../files/receive.ts";
import {
  acting,
  closed,
  conforming,
  eligible,
  sittingCommission,
  WHOLE_COMMISSION,
  WITH_A_CONTESTED_TITLE,
  WITH_A_MASTER,
} from "../test/admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, makeAccount } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { linesFor, soundWaiting, waitingFor } from "../test/waiting-lines.ts";
import { answerAppeal, recordAppeal } from "./appeal-acts.ts";
import { openCommission } from "./commission-acts.ts";
import { decideEligibility, decideRelief, recordAuthorityAnswer } from "./decide-acts.ts";
import { attachProtocol } from "./paper-acts.ts";
import { acceptPlace, withdrawCandidacy } from "./place-acts.ts";

const SCHOOL = "faire-ess";
const HEAD = HEAD_OF_TRAINING;

describe("what waits in admission", () => {
  let world: World;
  let close: () => Promise<unknown> = async () => undefined;
  let now = new Date();
  let intake = "";
  beforeEach(async () => {
    await close();
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
  });
  after(() => close());

  const head = () => acting(world, ["head-of-training"]);
  const officer = () => acting(world, ["admission-officer"]);
  const forHead = (...keys: string[]) => waitingFor(world, HEAD, ...keys);

  it("is eligibility, within the days promised for the examination, until it is decided or the person withdraws", async () => {
    const ada = await conforming(world, "Ada Martin", undefined, intake);
    const bo = await conforming(world, "Bo Martin", undefined, intake);
    deepEqual(await forHead("decideEligibility"), [
      ["decideEligibility", "2027-02-16"],
      ["decideEligibility", "2027-02-16"],
    ]);
    deepEqual(await waitingFor(world, officer(), "decideEligibility"), []);
    await deed(world, decideEligibility, HEAD, { dossier: ada.dossier, outcome: "not-eligible", ground: "Vu." });
    equal((await forHead("decideEligibility", "placeInterview")).length, 2);
    await deed(world, withdrawCandidacy, { ...bo.actor, authenticatedAt: now } as Actor, { dossier: bo.dossier });
    deepEqual(await forHead("decideEligibility", "placeInterview"), []);
  });

  it("is for who is eligible the commission’s decision, by the day that the intake announces, as its person reads it", async () => {
    const ada = await eligible(world, "Ada Martin", intake);
    const seen = async () => {
      const found = await view(world, world.house.myWaiting, { actor: ada.actor, establishment: SCHOOL, input: {} });
      ok(found.kind === "found");
      return found.value.school.flatMap(({ says, dueOn }) =>
        says.fr.includes("commission") ? [[says.fr, dueOn]] : [],
      );
    };
    deepEqual(await seen(), [["La commission décide de votre candidature.", "2027-06-30"]]);
    // The school reads it once for all, on its own lines.
    deepEqual(await forHead("awaitCommission"), []);
    await closed(world, await sittingCommission(world, intake, [[ada.dossier, "admitted"]]));
    deepEqual(await seen(), []);
    await soundWaiting(world);
  });

  it("does not wait for those whom it is about, even where their role decides", async () => {
    const ada = await conforming(world, "Ada Martin", undefined, intake);
    deepEqual(await waitingFor(world, acting(world, ["head-of-training"], ada.who.account), "decideEligibility"), []);
  });

  it("is relief from the offer on, since nobody is enrolled without it, and then for the person to say who pays", async () => {
    const ada = await eligible(world, "Ada Martin", intake);
    deepEqual(await forHead("decideRelief"), []);
    await closed(world, await sittingCommission(world, intake, [[ada.dossier, "admitted"]]));
    deepEqual(await forHead("decideRelief", "enrol"), [["decideRelief", null]]);
    await deed(world, acceptPlace, { ...ada.actor, authenticatedAt: now } as Actor, { dossier: ada.dossier });
    // Once accepted, within the fourteen days of the school's file: who pays may then still be asked in time.
    deepEqual(await forHead("decideRelief", "enrol"), [["decideRelief", "2027-02-15"]]);
    await deed(world, decideRelief, HEAD, { dossier: ada.dossier });
    deepEqual(await forHead("decideRelief", "enrol"), []);
    deepEqual(await waitingFor(world, ada.actor, "sayWhoPays"), [["sayWhoPays", "2027-02-15"]]);
  });

  it("is the authority’s answer on a contested dispense", async () => {
    const { dossier } = await conforming(world, "Bo Girard", WITH_A_CONTESTED_TITLE, intake);
    await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible", ground: "Vu." });
    await deed(world, decideRelief, HEAD, { dossier });
    const authority = acting(world, ["authority"]);
    const [line] = await linesFor(world, authority, "answerDispense");
    equal(line?.to, `/admissions/candidatures/${dossier}/autorite`);
    deepEqual(await waitingFor(world, officer(), "answerDispense"), []);
    const answer = { dossier, title: "CAFERUIS", domain: "DF3", granted: true, on: "2027-01-28", by: "DREETS" };
    await deed(world, recordAuthorityAnswer, authority, answer);
    deepEqual(await waitingFor(world, authority, "answerDispense"), []);
  });

  it("is the protocol of hours that were granted, and again after they were decided anew", async () => {
    const { dossier } = await conforming(world, "Bo Girard", WITH_A_MASTER, intake);
    await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible", ground: "Vu." });
    const members = [{ name: "Ines Vidal", quality: "responsable de formation" }];
    const opinion = { on: "2027-01-20", members, favourable: true, text: "Avis favorable." };
    const grant = (hours: number, seen?: string) =>
      deed(world, decideRelief, HEAD, {
        dossier,
        grants: [{ unit: "UF1.1", hours }],
        opinion,
        ...(seen !== undefined && { seen, ground: "Revu." }),
      });
    const { decision } = await grant(20);
    deepEqual(await forHead("attachProtocol"), [["attachProtocol", null]]);
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const given = { establishment: SCHOOL, account: sacha.account, stream, name: "signe.pdf" };
    const received = await receiveUpload(world, given);
    ok("upload" in received);
    const names = "Dominique Roy, Bo Girard";
    const scan = received.upload;
    await deed(world, attachProtocol, acting(world, ["admission-officer"], sacha.account), { dossier, scan, names });
    deepEqual(await forHead("attachProtocol"), []);
    now = new Date("2027-02-02T08:00:00Z");
    await grant(15, decision);
    deepEqual(await forHead("attachProtocol"), [["attachProtocol", null]]);
  });

  it("is the commission: to convene once the intake is closed, then to close on the day it sits", async () => {
    deepEqual(await forHead("openCommission"), []);
    now = new Date("2027-04-01T08:00:00Z");
    deepEqual(await forHead("openCommission", "closeCommission"), [["openCommission", "2027-06-30"]]);
    const asked = { intake, heldOn: "2027-04-02", members: WHOLE_COMMISSION };
    await deed(world, openCommission, HEAD, asked);
    deepEqual(await forHead("openCommission", "closeCommission"), []);
    now = new Date("2027-04-02T08:00:00Z");
    deepEqual(await forHead("openCommission", "closeCommission"), [["closeCommission", "2027-04-02"]]);
    deepEqual(await waitingFor(world, officer(), "closeCommission"), []);
  });

  it("is an appeal to answer, until it is", async () => {
    const [ada, bo] = [await eligible(world, "Ada Brun", intake), await eligible(world, "Bo Brun", intake)];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "refused"],
    ]);
    await closed(world, commission);
    deepEqual(await forHead("closeCommission", "answerAppeal"), []);
    const { dossier } = bo;
    await deed(world, recordAppeal, HEAD, { dossier, receivedOn: "2027-02-01", text: "Je conteste." });
    // Within the months that the school's file gives itself, from the day it was received.
    deepEqual(await waitingFor(world, head(), "answerAppeal"), [["answerAppeal", "2027-04-01"]]);
    deepEqual(await waitingFor(world, officer(), "answerAppeal"), []);
    await deed(world, answerAppeal, HEAD, { dossier, outcome: "confirmed", grounds: "Le projet a été relu." });
    deepEqual(await forHead("answerAppeal"), []);
  });
});
