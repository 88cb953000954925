/** From a session opened to results read: the lives of certification in short, with the real jury's rules. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { sayFinding } from "../law/finding.ts";
import {
  aGroup,
  aSession,
  cameIn,
  employed,
  finished,
  freshly,
  groupSeen,
  type Held,
  marked,
  SCHOOL,
  type Trainee,
  trainee,
} from "../test/certifying.ts";
import { deed, type Invented } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { nameDirector } from "./acts.ts";
import { publishResults } from "./after/acts.ts";
import { noteDirector } from "./exams/marks-acts.ts";
import { adoptProposals, closeJury, notePresence, notePresiding, openJury, putOffJury } from "./juries/acts.ts";
import { seeJury } from "./juries/views.ts";
import { sentences } from "./sentences.ts";
import { myResults } from "./views.ts";

describe("a session of certification", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now: Date;
  let secretary: Invented;
  beforeEach(async () => {
    now = new Date("2030-05-12T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
  });
  afterEach(() => close());

  /** All three exams of everybody, marked as given. */
  async function examined(
    held: Held,
    points: { readonly [name: string]: readonly [number, number, number, number, number] },
  ) {
    const [a, b, c] = held.examiners;
    const entries = [...held.entries];
    const by = await held.secretary();
    for (const [, entry] of entries) await deed(world, nameDirector, by, { entry, person: held.director.id });
    const [paule, , fanny] = held.members;
    const jury = [paule!, fanny!].map(({ id }) => ({ person: id, by: "jury" }));
    const memoires = await aGroup(world, held, { exam: "DF1", examiners: jury });
    const reports = await aGroup(world, held, {
      exam: "DF2",
      from: "13:00",
      until: "15:00",
      examiners: [a!, b!, c!].map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" })),
    });
    const articles = await aGroup(world, held, {
      exam: "DF3",
      from: "16:00",
      until: "17:00",
      examiners: [a!, c!].map(({ id }, at) => ({ person: id, by: at < 1 ? "authority" : "establishment" })),
    });
    now = new Date("2030-06-11T18:00:00Z");
    const of = (make: (one: readonly number[]) => Record<string, number>) =>
      Object.fromEntries(Object.entries(points).map(([name, one]) => [name, make(one)]));
    await marked(
      world,
      paule!,
      memoires,
      of(([written, oral]) => ({ written: written!, oral: oral! })),
    );
    await finished(world, fanny!, memoires);
    for (const { sitting } of (await groupSeen(world, cameIn(world, paule!.guest), memoires)).candidates)
      await deed(world, noteDirector, cameIn(world, paule!.guest), { group: memoires, sitting, there: true });
    await marked(
      world,
      a!,
      reports,
      of(([, , written, oral]) => ({ written: written!, oral: oral! })),
    );
    await finished(world, b!, reports);
    await finished(world, c!, reports);
    await marked(
      world,
      a!,
      articles,
      of(([, , , , article]) => ({ "": article! })),
    );
    await marked(
      world,
      c!,
      articles,
      of(([, , , , article]) => ({ "": article! })),
    );
    return { memoires, reports, articles };
  }

  const asPresident = ({ members }: Held): Actor => cameIn(world, members[0]!.guest);

  async function sits(held: Held, jury: string, present: readonly string[]): Promise<void> {
    const by = await held.secretary();
    await deed(world, notePresence, by, { jury, present: [...present] });
    await deed(world, notePresiding, by, { jury, person: held.members[0]!.id });
  }

  const closing = async (held: Held, jury: string, actor = asPresident(held)) =>
    perform(world, closeJury, { actor, establishment: SCHOOL, attempt: randomUUID(), input: { jury } });
  const saidOf = (outcome: Awaited<ReturnType<typeof closing>>): readonly string[] =>
    outcome.kind === "refused"
      ? outcome.findings.map((one) => sayFinding(one, sentences, "fr").reason)
      : outcome.kind === "invalid"
        ? outcome.issues.map(({ message }) => message("fr"))
        : [outcome.kind];

  const results = async (who: Invented) => {
    const actor = await freshly(world, who);
    const seen = await view(world, myResults, { actor, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.results : [];
  };
  const deliberation = async (held: Held, jury: string) => {
    const seen = await view(world, seeJury, { actor: asPresident(held), establishment: SCHOOL, input: { jury } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value;
  };

  it("leads somebody without relief to the diploma, whose marks nobody concerned sees before they are notified", async () => {
    const ada: Trainee = await trainee(world, "Ada Admise");
    const held = await aSession(world, { secretary, trainees: [ada] });
    await examined(held, { "Ada Admise": [12, 11, 9, 11.5, 13] });
    now = new Date("2030-06-25T08:00:00Z");
    const by = await held.secretary();
    const { jury } = await deed(world, openJury, by, { session: held.session, on: "2030-06-25" });
    await sits(
      held,
      jury,
      held.members.map(({ id }) => id),
    );
    const before = await deliberation(held, jury);
    equal(before.candidates[0]!.outcome, "diploma");
    deepEqual(saidOf(await closing(held, jury)).length > 0, true, "nothing is adopted yet");
    await deed(world, adoptProposals, await held.secretary(), { jury });
    deepEqual(saidOf(await closing(held, jury)), ["done"]);
    deepEqual(await results(ada), []);
    now = new Date("2030-07-08T08:00:00Z");
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-07-05" });
    const [result] = await results(ada);
    equal(result!.outcome, "diploma");
    deepEqual(result!.acquired, ["DF1", "DF2", "DF3"]);
    equal(result!.notifiedOn, "2030-07-05");
    deepEqual(result!.domains.find(({ domain }) => domain === "DF1")!.marks, [
      { component: "written", mark: 1200, missed: null },
      { component: "oral", mark: 1100, missed: null },
    ]);
  });

  it("is not closed by a jury one professional short, and is by the whole one on another day", async () => {
    const ada = await trainee(world, "Ada Admise");
    const held = await aSession(world, { secretary, trainees: [ada] });
    await examined(held, { "Ada Admise": [8, 12.5, 8, 11.5, 9] });
    now = new Date("2030-06-25T08:00:00Z");
    const by = await held.secretary();
    const { jury } = await deed(world, openJury, by, { session: held.session, on: "2030-06-25" });
    const all = held.members.map(({ id }) => id);
    await sits(held, jury, all.slice(0, 5));
    await deed(world, adoptProposals, await held.secretary(), { jury });
    const short = saidOf(await closing(held, jury));
    equal(short.length, 1);
    match(short[0]!, /compte seulement 1 sur 5/);
    await deed(world, putOffJury, await held.secretary(), {
      jury,
      to: "2030-06-27",
      ground: "Un membre du collège des professionnels a manqué son train.",
    });
    now = new Date("2030-06-27T08:00:00Z");
    // Nothing of the day before counts: not who was there, not what was adopted.
    equal((await deliberation(held, jury)).adopted, false);
    await sits(held, jury, all);
    await deed(world, adoptProposals, await held.secretary(), { jury });
    deepEqual(saidOf(await closing(held, jury)), ["done"]);
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-27" });
    const [result] = await results(ada);
    equal(result!.outcome, "none");
    const told = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("subject").where("subject", "like", "La délibération est remise%").execute(),
    );
    equal(told.length, held.members.length + 1);
  });
});
