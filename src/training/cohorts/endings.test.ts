/** How a training ends, each way by the real acts: what it asks for, from where, and what stands afterwards. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { actorName } from "../../act/permissions.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { walk } from "../../test/machine.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { markAttendance } from "../attendance/acts.ts";
import { planLessons } from "../lessons/acts.ts";
import { ENDING_KINDS, type EndingKind, ENROLMENT } from "../rules/enrolment.ts";
import { endTraining, interruptTraining, resumeTraining } from "./acts.ts";
import { seeEnrolment } from "./views.ts";

const SCHOOL = "faire-ess";
const REASON = "Dit par la personne.";

describe("the end of a training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let trainer: Actor;
  let cohort = "";
  let made = 0;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    ({ actor: head } = await employed(world, "Hélène Chef", "head-of-training"));
    ({ actor: trainer } = await employed(world, "Louis Fabre", "trainer"));
    cohort = await aCohort(world, head);
  });
  after(() => close());

  const somebody = async () => {
    made += 1;
    return enrolled(world, head, await anAccepted(world, { name: `Ada Numéro${"x".repeat(made)}` }), cohort);
  };
  const does = <F extends TSchema, V>(act: Act<F, V>, input: Static<F>) =>
    perform(world, act, { actor: head, establishment: SCHOOL, attempt: newAttempt(), input });
  const said = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>) => {
    const outcome = await does(act, input);
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const see = async (enrolment: string) => {
    const found = await view(world, seeEnrolment, { actor: head, establishment: SCHOOL, input: { enrolment } });
    ok(found.kind === "found");
    return found.value;
  };
  const papers = { paper: "Lettre du 1er décembre 2026", destination: "École de l’Exemple" };
  const ending = (enrolment: string, kind: EndingKind) => ({ enrolment, kind, on: "2027-01-04", reason: REASON });

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    now = new Date("2027-01-04T09:00:00Z");
    let enrolment = "";
    const moved = () => ({ enrolment, on: "2027-01-04", reason: REASON });
    const ends = Object.fromEntries(
      ENDING_KINDS.map((kind) => [kind, () => does(endTraining, { ...ending(enrolment, kind), ...papers })]),
    ) as Record<EndingKind, () => ReturnType<typeof does>>;
    await walk(ENROLMENT, {
      begin: async () => {
        enrolment = await somebody();
      },
      stands: async () => (await see(enrolment)).state,
      steps: {
        interrupted: () => does(interruptTraining, moved()),
        returned: () => does(resumeTraining, { ...moved(), cohort }),
        ...ends,
      },
      ways: [
        ["interrupted", "returned", "deferred", "returned", "withdrawn"],
        ...ENDING_KINDS.filter((kind) => !["deferred", "withdrawn"].includes(kind)).map((kind) => [kind] as const),
      ],
    });
  });

  it("asks of each way what it is written on and where it leads, and keeps them", async () => {
    const asked: Record<EndingKind, string> = {
      withdrawn: "paper",
      abandoned: "done",
      excluded: "paper",
      deferred: "done",
      transferred: "destination",
      "force-majeure": "paper",
      school: "done",
    };
    for (const kind of ENDING_KINDS) {
      const enrolment = await somebody();
      const bare = await said(endTraining, ending(enrolment, kind));
      equal(bare.split(":")[0], asked[kind], kind);
      if (asked[kind] !== "done") await deed(world, endTraining, head, { ...ending(enrolment, kind), ...papers });
      const { facts, state } = await see(enrolment);
      const fact = facts.at(-1)!;
      deepEqual(
        [state, fact.kind, fact.on, fact.paper, fact.destination],
        [
          kind,
          kind,
          "2027-01-04",
          asked[kind] === "paper" ? papers.paper : null,
          asked[kind] === "destination" ? papers.destination : null,
        ],
      );
    }
  });

  it("is a withdrawal where it comes before the first day of the cohort, and says who never came", async () => {
    now = new Date("2026-12-01T09:00:00Z");
    const enrolment = await somebody();
    const before = { enrolment, on: "2026-12-01", reason: REASON };
    equal((await see(enrolment)).begun, false);
    match(await said(endTraining, { ...before, kind: "abandoned" }), /^kind: La formation n’avait pas commencé/);
    equal(await said(endTraining, { ...before, kind: "withdrawn", ...papers }), "done");
    now = new Date("2026-12-08T09:00:00Z");
    const { begun, lastThere } = await see(enrolment);
    deepEqual([begun, lastThere], [true, null]);
  });

  it("does not come before a day on which they were in a lesson", async () => {
    now = new Date("2026-12-01T09:00:00Z");
    const enrolment = await somebody();
    const lesson = { unit: "UF1.1", on: "2026-12-09", from: "09:00", to: "12:00", trainer: actorName(trainer) };
    const { lessons } = await deed(world, planLessons, head, { cohort, lessons: [lesson] });
    now = new Date("2026-12-10T09:00:00Z");
    const marks = [{ enrolment, number: 0, status: "present" }] as const;
    await deed(world, markAttendance, trainer, { lesson: lessons[0]!, marks: [...marks] });
    equal((await see(enrolment)).lastThere, "2026-12-09");
    const ended = { enrolment, kind: "abandoned", reason: REASON } as const;
    match(await said(endTraining, { ...ended, on: "2026-12-08" }), /^on: .*présente en séance le 9 décembre 2026/);
    equal(await said(endTraining, { ...ended, on: "2026-12-09" }), "done");
  });
});
