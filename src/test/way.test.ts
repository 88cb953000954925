/** A person's way: each station is said by the subject that knows it, and the page begins with the one that was reached. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import { currentOf } from "../act/way.ts";
import type { World } from "../act/world.ts";
import { closeCommission } from "../admission/commission-acts.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { acceptPlace, declinePlace } from "../admission/place-acts.ts";
import { closingGrounds, eligible, sittingCommission } from "./admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "./intakes.ts";
import { deed } from "./people.ts";
import { testWorldOf } from "./server.ts";
import { aCohort, enrolled } from "./trainees.ts";

const SCHOOL = "faire-ess";

describe("the way of a person", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const wayOf = async (actor: Actor) => {
    const seen = await view(world, world.house.myWay, { actor, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found", seen.kind);
    const [way] = seen.value.ways;
    const stations = way?.stations ?? [];
    return {
      stations: stations.map(({ station, state }) => [station, state]),
      heading: currentOf(stations)?.heading.en,
    };
  };
  const offered = async () => {
    const { id: intake } = await openedIntake(world, { places: 1, answerWithin: 10 });
    const ada = await eligible(world, "Ada Martin", intake);
    const commission = await sittingCommission(world, intake, [[ada.dossier, "admitted"]]);
    const grounds = await closingGrounds(world, commission);
    const head = { ...HEAD_OF_TRAINING, authenticatedAt: now } as Actor;
    await deed(world, closeCommission, head, { commission, version: 1, grounds });
    return ada;
  };

  it("is that of nobody before they apply", async () => {
    const { actor } = await offered();
    equal((await wayOf({ ...actor, account: "00000000-0000-4000-8000-000000000000" } as Actor)).heading, undefined);
  });

  it("goes from the offer to the contract, then to the training", async () => {
    const { actor, dossier } = await offered();
    const before = [
      ["question", "done"],
      ["application", "done"],
    ];
    deepEqual(await wayOf(actor), {
      stations: [...before, ["admission", "now"]],
      heading: "A place is waiting for you",
    });
    await deed(world, acceptPlace, actor, { dossier });
    deepEqual(await wayOf(actor), {
      stations: [...before, ["admission", "done"], ["contract", "now"]],
      heading: "Your place is accepted",
    });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier });
    const cohort = await aCohort(world, HEAD_OF_TRAINING);
    await enrolled(world, HEAD_OF_TRAINING, { dossier }, cohort);
    const after = await wayOf(actor);
    // Enrolled by the director before anybody signed.
    deepEqual(after.stations.slice(-2), [
      ["contract", "part"],
      ["training", "now"],
    ]);
    equal(after.heading, "You are in training");
  });

  it("ends where a place is declined, and says so", async () => {
    const { actor, dossier } = await offered();
    await deed(world, declinePlace, actor, { dossier });
    const { stations, heading } = await wayOf(actor);
    deepEqual([stations.at(-1), heading], [["admission", "over"], "You declined the place"]);
  });
});
