/** What waits for the office on a dossier: for its officer, or for everybody who handles dossiers. */
import { deepEqual } from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { askComplement } from "../dossier/complement-acts.ts";
import { view } from "../act/act.ts";
import { acting } from "../test/admissions.ts";
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
import { soundWaiting, waitingFor } from "../test/waiting-lines.ts";
import { recomputeWaiting } from "../waiting/recompute.ts";
import { acceptLate, assignDossier, judgeRest } from "./acts.ts";
import { seeDossier } from "./views.ts";

const SCHOOL = "faire-ess";
const HEAD = HEAD_OF_TRAINING;
const KEYS = ["examine", "judgeComplement", "judgeLate"];
const DECIDED_BY = "2027-06-30";
/** Fifteen days after the first of February. */
const PROMISED = "2027-02-16";

describe("what waits for the office", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now: Date;
  let ada: Invented;
  let dossier: string;
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    await openedIntake(world);
    ada = await makeAccount(world, { name: "Ada Martin", address: "ada@exemple.fr" });
    dossier = await aDossier(world, ada, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
  });
  afterEach(async () => {
    await soundWaiting(world);
    await close();
  });

  const judgeAll = async () => {
    const seen = await view(world, seeDossier, { actor: HEAD, establishment: SCHOOL, input: { dossier } });
    const items = seen.kind === "found" ? [...seen.value.left] : [];
    await deed(world, judgeRest, HEAD, { dossier, items });
  };
  const officer = async (): Promise<Actor & { account: string }> => {
    const person = await makeAccount(world, { name: "Olga", address: "olga@exemple.fr" });
    await giveRoles(world, person, ["admission-officer"]);
    return acting(world, ["admission-officer"], person.account) as Actor & { account: string };
  };

  it("is to examine what was submitted, within the days that the school’s file promises, until every part is seen", async () => {
    deepEqual(await waitingFor(world, HEAD, ...KEYS), []);
    await handedIn(world, ada, dossier);
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["examine", PROMISED]]);
    deepEqual(await waitingFor(world, acting(world, ["finance"]), "examine"), []);
    await judgeAll();
    deepEqual(await waitingFor(world, HEAD, "examine"), []);
  });

  it("is due by the decisions where the school’s file promises nothing nearer", async () => {
    const given = (days: number | undefined) =>
      Object.assign(world, {
        law: (...asked: Parameters<World["law"]>) => {
          const law = LAW(...asked);
          const admission = law && { ...law.school.admission, examines: days && { ...law.school.attendance!, days } };
          return law && { ...law, school: { ...law.school, admission } };
        },
      });
    const LAW = world.law;
    given(21);
    await handedIn(world, ada, dossier);
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["examine", "2027-02-22"]]);
    await deed(world, askComplement, HEAD, { dossier, items: ["piece:cv"], dueOn: "2027-02-15" });
    now = new Date("2027-02-10T08:00:00Z");
    await handedBack(world, ada, dossier);
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["judgeComplement", "2027-03-03"]]);
    for (const days of [300, undefined]) {
      given(days);
      await recomputeWaiting(world, SCHOOL, `sha256:${days}`);
      deepEqual(await waitingFor(world, HEAD, ...KEYS), [["judgeComplement", DECIDED_BY]]);
    }
  });

  it("is never for the candidate, who may handle dossiers", async () => {
    await handedIn(world, ada, dossier);
    const herself = { ...candidate(world, ada), roles: ["admission-officer"] } as Actor;
    deepEqual(await waitingFor(world, herself, "examine"), []);
  });

  it("is for the officer in charge, and for everybody who handles dossiers once it is late", async () => {
    await handedIn(world, ada, dossier);
    const olga = await officer();
    await deed(world, assignDossier, HEAD, { dossier, to: olga.account, from: null });
    deepEqual(await waitingFor(world, olga, "examine"), [["examine", PROMISED]]);
    deepEqual(await waitingFor(world, HEAD, "examine"), []);
    now = new Date("2027-02-16T08:00:00Z");
    deepEqual(await waitingFor(world, HEAD, "examine"), []);
    now = new Date("2027-02-17T08:00:00Z");
    deepEqual(await waitingFor(world, HEAD, "examine"), [["examine", PROMISED]]);
    await deed(world, assignDossier, HEAD, { dossier, to: null, from: olga.account });
    deepEqual(await waitingFor(world, olga, "examine"), [["examine", PROMISED]]);
  });

  it("is the complement that came, until it is judged", async () => {
    await handedIn(world, ada, dossier);
    await deed(world, askComplement, HEAD, { dossier, items: ["piece:cv"], dueOn: "2027-02-15" });
    deepEqual(await waitingFor(world, HEAD, ...KEYS), []);
    await handedBack(world, ada, dossier);
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["judgeComplement", PROMISED]]);
    await judgeAll();
    deepEqual(await waitingFor(world, HEAD, "judgeComplement", "examine"), []);
  });

  it("is to accept or decline what came after the closing, then to examine it", async () => {
    now = new Date("2027-04-02T08:00:00Z");
    await handedIn(world, ada, dossier);
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["judgeLate", "2027-04-17"]]);
    await deed(world, acceptLate, HEAD, { dossier, reason: "Panne de réseau." });
    deepEqual(await waitingFor(world, HEAD, ...KEYS), [["examine", "2027-04-17"]]);
  });
});
