/** What a jury sealed last of somebody is their decision: an elder never comes back over it, nor is it notified before it is made. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import {
  adopts,
  closed,
  closing,
  examined,
  type Examined,
  groupSeen,
  type Held,
  jurySeen,
  opened,
  president,
  resultsOf,
  SCHOOL,
  sits,
  type Trainee,
} from "../../test/certifying.ts";
import { deed, type Invented, freshly } from "../../test/people.ts";
import { noteDirector } from "../exams/marks-acts.ts";
import { closeJury, openJury, reopenDecision, setMarkAnew } from "../juries/acts.ts";
import { changeExamPerson, declareAcquaintance } from "../register/acts.ts";
import { publishResults } from "./acts.ts";

const GROUND = "L’oral a été saisi 8 pour 11.";

describe("what a jury sealed of somebody", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  let secretary: Invented;
  let held: Held;
  let ada: Trainee;
  let ben: Trainee;
  let groups: Examined;
  beforeEach(async () => {
    const sheets = { "Ada Admise": [12, 11, 11.5, 8, 13], "Ben Autre": [12, 11, 11.5, 11, 13] } as const;
    const made = await examined(sheets);
    ({ world, close, on, secretary, held, groups } = made);
    [ada, ben] = made.trainees as [Trainee, Trainee];
  });
  afterEach(() => close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
  const first = async () => {
    const jury = await opened(world, held);
    await sits(world, held, jury);
    await adopts(world, held, jury);
    await deed(world, closeJury, president(world, held), await closed(world, held, jury));
    return jury;
  };
  /** Of Ada, whose oral is set anew. */
  const again = async (day: string, mark: number) => {
    on(day);
    const entry = held.entries.get("Ada Admise")!;
    const { jury } = await deed(world, reopenDecision, await held.secretary(), { entry, on: day, ground: GROUND });
    await sits(world, held, jury);
    const anew = { jury, entry, exam: "DF2", component: "oral", mark, ground: GROUND };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, jury);
    return jury;
  };
  const published = async (jury: string, notifiedOn: string) =>
    tried(publishResults, await held.secretary(), { jury, notifiedOn });

  it("is published in its last version alone: the elder goes without whoever a later jury decided anew", async () => {
    const elder = await first();
    const later = await again("2030-07-02", 1100);
    deepEqual(await closing(world, held, later), ["done"]);
    deepEqual((await published(later, "2030-07-02")).kind, "done");
    const outcome = await published(elder, "2030-07-02");
    deepEqual(outcome.kind === "done" && outcome.value, { published: 1, overtaken: 1 });
    const outcomes = async (who: Trainee) => (await resultsOf(world, who)).map((one) => one.outcome);
    deepEqual([await outcomes(ada), await outcomes(ben)], [["diploma"], ["diploma"]]);
  });

  it("is not published at all where a later jury decided all of it anew, be that one notified or not", async () => {
    await deed(world, publishResults, await held.secretary(), { jury: await first(), notifiedOn: "2030-06-25" });
    const second = await again("2030-07-02", 1100);
    deepEqual(await closing(world, held, second), ["done"]);
    const third = await again("2030-07-03", 1150);
    deepEqual(await closing(world, held, third), ["done"]);
    const outcome = await published(second, "2030-07-03");
    match(outcome.kind === "invalid" ? outcome.issues[0]!.message("fr") : outcome.kind, /^Un jury plus récent/);
    deepEqual((await published(third, "2030-07-03")).kind, "done");
  });

  it("is taken back within the months that run from the first sealing that gave it, however often it is sealed again", async () => {
    await first();
    // Three months later the same is sealed again; the four months still run from June.
    deepEqual(await closing(world, held, await again("2030-09-25", 1200)), ["done"]);
    const entry = held.entries.get("Ada Admise")!;
    on("2030-10-26");
    const back = { entry, on: "2030-10-26", ground: GROUND };
    const { jury } = await deed(world, reopenDecision, await held.secretary(), back);
    await sits(world, held, jury);
    const lower = { jury, entry, exam: "DF1", component: "written", mark: 100, ground: GROUND };
    await deed(world, setMarkAnew, await held.secretary(), lower);
    await adopts(world, held, jury);
    match((await closing(world, held, jury)).join(), /jusqu’au 25.octobre 2030, sauf fraude déclarée par l’autorité/);
    // What the second sealing gave, it may still take back.
    const raised = { ...lower, mark: 1200 };
    await deed(world, setMarkAnew, await held.secretary(), raised);
    const report = { ...lower, exam: "DF2", component: "oral", mark: 800 };
    await deed(world, setMarkAnew, await held.secretary(), report);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
  });

  it("is notified on the day on which it was closed at the earliest, though the jury was called for a day before", async () => {
    const { jury } = await deed(world, openJury, await held.secretary(), { session: held.session, on: "2030-06-25" });
    on("2030-06-27");
    await sits(world, held, jury);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    on("2030-07-05");
    equal((await published(jury, "2030-06-26")).kind, "invalid");
    equal((await published(jury, "2030-06-27")).kind, "done");
  });

  it("is read as it was sealed, whatever is corrected afterwards, and nothing of it is noted any more", async () => {
    const jury = await first();
    const before = await jurySeen(world, held, jury);
    const { id, guest } = held.members[0]!;
    const { college, seat } = { college: "presidency", seat: "regional-director" };
    const corrected = {
      person: id,
      version: 1,
      diploma: "deis",
      name: "Paule P.",
      actors: [guest.actor],
      college,
      seat,
    };
    await deed(world, changeExamPerson, await held.secretary(), corrected);
    const after = await jurySeen(world, held, jury);
    deepEqual([after.members, after.candidates, after.findings], [before.members, before.candidates, before.findings]);
    equal(before.members.find(({ presides }) => presides)?.name, "Paule Préside");
    deepEqual(
      before.candidates.map(({ outcome, domains }) => [outcome, domains.map(({ decided }) => decided)]),
      [
        ["partial", ["adopted", "adopted", "adopted"]],
        ["diploma", ["adopted", "adopted", "adopted"]],
      ],
    );
    const entry = held.entries.get("Ada Admise")!;
    const link = { entry, person: id, kind: "taught" };
    equal((await tried(declareAcquaintance, await held.secretary(), link)).kind, "invalid");
    const chair = await freshly(world, secretary);
    const [sitting] = (await groupSeen(world, president(world, held), groups.memoires)).candidates;
    const there = { group: groups.memoires, sitting: sitting!.sitting, there: false };
    equal((await tried(noteDirector, chair, there)).kind, "invalid");
  });
});
