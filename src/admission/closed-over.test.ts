/** A commission decides on people who were heard, of applications that are in; over anything else it closes with a ground, each. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { convoke } from "../interviews/convoke-acts.ts";
import { agreeGrid, proposeGrid, saveGrid } from "../interviews/grid-acts.ts";
import { missInterview } from "../interviews/place-acts.ts";
import { openGrid } from "../interviews/views.ts";
import { lawOf } from "../law/load.ts";
import { acting, closingGrounds, conforming, eligible, sittingCommission } from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { anInterviewDay, asInterviewer, placed } from "../test/interviewing.ts";
import { deed } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { closeCommission } from "./commission-acts.ts";
import { seeCommission } from "./commission-views.ts";
import { minutesDocument } from "./documents/minutes.ts";
import { type Before, departures, unanswered } from "./rules/closing.ts";

const SCHOOL = "faire-ess";
const WORDS = { analysis: "Fine.", synthesis: "Brève.", expression: "Claire.", fit: "Juste." };
const law = lawOf(LAWS, "deis", "2006", SCHOOL)!;

describe("what a commission closes over", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const head = (): Actor => acting(world, ["head-of-training"]);
  const closes = (commission: string, grounds: Awaited<ReturnType<typeof closingGrounds>> = []) =>
    perform(world, closeCommission, {
      actor: head(),
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { commission, version: 1, grounds },
    });
  const saidOf = (outcome: Awaited<ReturnType<typeof closes>>) =>
    outcome.kind === "refused"
      ? outcome.findings.map(({ says, values }) => `${says} ${String(values.name ?? values.day)}`.replace(/ \(.*/, ""))
      : outcome.kind;
  const see = async (commission: string) => {
    const found = await view(world, seeCommission, { actor: head(), establishment: SCHOOL, input: { commission } });
    ok(found.kind === "found");
    return found.value;
  };

  it("is a ground for each whom nobody heard, whose absence nobody noted, or who has fewer grids than the référentiel wants", async () => {
    const intake = (await openedIntake(world, { places: 3 })).id;
    const [ada, bo, cy] = [
      await eligible(world, "Ada Heard"),
      await eligible(world, "Bo Absent"),
      await eligible(world, "Cy Unheard"),
    ];
    now = new Date("2027-04-01T08:00:00Z");
    const day = await anInterviewDay(world, head(), { intake });
    const hers = await placed(world, head(), day, ada);
    const his = await placed(world, head(), day, { ...bo, from: "09:30", then: "10:00" });
    for (const interview of [hers, his]) await deed(world, convoke, head(), { interview });
    now = new Date("2027-05-10T09:00:00Z");
    const [ana, bruno] = day.pair.members.map((who) => asInterviewer(world, who)) as [Actor, Actor];
    const grid = { interview: hers, version: 0, finish: true, appreciations: WORDS, remark: "" };
    for (const one of [ana, bruno]) await deed(world, saveGrid, one, grid);
    await deed(world, proposeGrid, ana, { interview: hers, appreciations: WORDS, remark: "" });
    now = new Date("2027-06-01T08:00:00Z");
    const commission = await sittingCommission(
      world,
      intake,
      [ada, bo, cy].map(({ dossier }) => [dossier, "admitted"]),
    );
    deepEqual(saidOf(await closes(commission)), ["not-heard Absent Bo", "not-heard Heard Ada", "not-heard Unheard Cy"]);
    await deed(world, missInterview, head(), { interview: his, reason: "" });
    const seen = await view(world, openGrid, { actor: bruno, establishment: SCHOOL, input: { id: hers } });
    const proposal = seen.kind === "found" ? seen.value.proposal!.id : "";
    await deed(world, agreeGrid, bruno, { interview: hers, proposal });
    deepEqual(saidOf(await closes(commission)), ["not-heard Unheard Cy"]);
    const ground = {
      condition: "heard",
      dossier: cy.dossier,
      ground: "Entendue par visioconférence le 2 mai.",
    } as const;
    const astray = await closes(commission, [ground, { ...ground, dossier: ada.dossier }]);
    ok(astray.kind === "invalid");
    equal(astray.issues[0]!.path, "grounds[1].ground");
    deepEqual(saidOf(await closes(commission, [{ ...ground, ground: " " }])), ["not-heard Unheard Cy"]);
    equal(saidOf(await closes(commission, [ground])), "done");
    const after = await see(commission);
    deepEqual(
      after.closedOver.map((one) => [one.condition, one.dossier, one.ground, one.finding.says]),
      [["heard", cy.dossier, ground.ground, "not-heard"]],
    );
    const minutes = JSON.stringify(minutesDocument({ law, seen: after }));
    match(minutes, /Personne n’a entendu Unheard Cy \(D-2027-\d+\), et aucune absence n’est notée\./);
    match(minutes, /Entendue par visioconférence le 2\smai\./);
  });

  it("is a ground while applications are taken, and for each who conforms and is not decided on", async () => {
    const intake = (await openedIntake(world, { places: 3 })).id;
    await conforming(world, "Di Undecided");
    const commission = await sittingCommission(world, intake, []);
    deepEqual(saidOf(await closes(commission)), ["intake-open 2027-03-31", "not-decided Undecided Di"]);
    now = new Date("2027-04-01T08:00:00Z");
    deepEqual(saidOf(await closes(commission)), ["not-decided Undecided Di"]);
    equal(saidOf(await closes(commission, await closingGrounds(world, commission))), "done");
  });

  it("is nothing of whoever was deferred, nor where the référentiel has nobody heard", () => {
    const one = { dossier: randomUUID(), name: "Bo", heard: "no", grids: 0 } as const;
    const said = (before: Partial<Before>, of = law) =>
      unanswered(departures(of, { takenUntil: undefined, undecided: [], toHear: [], ...before }), []).map(
        ({ says }) => says,
      );
    deepEqual(said({ toHear: [one] }), ["not-heard"]);
    deepEqual(said({ toHear: [{ ...one, heard: "agreed", grids: 1 }] }), ["grids-missing"]);
    deepEqual(said({ toHear: [{ ...one, heard: "agreed", grids: 2 }] }), []);
    deepEqual(said({ toHear: [{ ...one, heard: "missed" }] }), []);
    const commission = law.diploma.admission.commission.filter(({ hears }) => hears === undefined);
    const silent = { ...law, diploma: { ...law.diploma, admission: { ...law.diploma.admission, commission } } };
    deepEqual(said({ toHear: [one] }, silent), []);
  });
});
