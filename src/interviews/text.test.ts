/** Who reads which text of an interview, and when: the one to analyse, and the one that the candidate handed in. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { anIntake, candidate } from "../test/dossiers.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, placed } from "../test/interviewing.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { convoke } from "./convoke-acts.ts";
import { declareInterviewLink } from "./grid-acts.ts";
import { openHeardText } from "./text-view.ts";
import { openGrid, ownInterview } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the texts of an interview", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  let claire: Awaited<ReturnType<typeof conforming>>;
  let day: ADay;
  let interview = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    claire = await conforming(world, await working(), { name: "Claire" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    const officer = await working();
    day = await anInterviewDay(world, officer, { intake });
    interview = await placed(world, officer, day, { dossier: claire.dossier });
    deepEqual(await opens(guest()), "missing");
    await deed(world, convoke, officer, { interview, ground: "Vu." });
  });
  after(() => close());

  const guest = () => asInterviewer(world, day.pair.members[1]);
  const opens = async (actor: Actor, take = false) =>
    (await view(world, openHeardText, { actor, establishment: SCHOOL, input: { interview, take } })).kind;
  const given = async () => {
    const actor = candidate(world, claire);
    const input = { dossier: claire.dossier };
    const found = await view(world, ownInterview, { actor, establishment: SCHOOL, input });
    ok(found.kind === "found");
    return found.value.interview?.text;
  };

  it("to analyse is known to the candidate when their time for it begins, and not a minute before", async () => {
    now = new Date("2027-05-10T06:59:00Z");
    equal(await given(), null);
    now = new Date("2027-05-10T07:00:00Z");
    equal(await given(), "Le non-recours aux droits");
  });

  it("that they handed in is read by those who hear them and by no other interviewer, and each opening is noted", async () => {
    const seen = await view(world, openGrid, { actor: guest(), establishment: SCHOOL, input: { id: interview } });
    equal(seen.kind === "found" && seen.value.hasText, true);
    deepEqual([await opens(guest()), await opens(guest(), true)], ["found", "found"]);
    const other = await makeAccount(world, { name: "Autre", address: "autre@exemple.fr" });
    equal(await opens(asInterviewer(world, `account:${other.account}`), true), "missing");
    equal(await opens(candidate(world, claire), true), "forbidden");
    const noted = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("file_opening").select(["opener", "whose"]).where("opener", "=", day.pair.members[1]).execute(),
    );
    deepEqual(noted, [{ opener: day.pair.members[1], whose: `account:${claire.account}` }]);
    // Somebody who says that they know the person hears them no more.
    await deed(world, declareInterviewLink, guest(), { interview, said: "Un ancien collègue." });
    equal(await opens(guest(), true), "missing");
    equal(await opens(asInterviewer(world, day.pair.members[0]), true), "found");
  });
});
