/** Two at once in certification: two secretaries, two markers, two windows of one person. One is done, the other is told what stands. */
import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import {
  allMarked,
  arranged,
  aSession,
  cameIn,
  employed,
  type Examined,
  groupSeen,
  type Held,
  president,
  SCHOOL,
  sits,
  type Trainee,
  trainee,
  adopts,
  closed,
} from "../test/certifying.ts";
import { deed, type Invented, freshly } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { openExamSession, presentCandidate } from "./acts.ts";
import { publishResults } from "./after/acts.ts";
import { arrangeGroup } from "./exams/acts.ts";
import { agreeMark, finishMarking, giveMarks } from "./exams/marks-acts.ts";
import { closeJury, leaveCandidate, openJury } from "./juries/acts.ts";
import { changeExamPerson } from "./register/acts.ts";
import { seeRegister } from "./views.ts";

describe("two at once", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let ada: Trainee;
  let ben: Trainee;
  let groups: Examined;
  const secretaries: Invented[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    for (const name of ["Sophie Secrétaire", "Simon Secrétaire"])
      secretaries.push(await employed(world, name, "certification-secretary"));
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary: secretaries[0]!, trainees: [ada] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(() => close());

  /** What came of it for each, in an order of its own: who is first is nobody’s to say. */
  async function both<F extends TSchema, V>(one: Act<F, V>, actors: readonly Actor[], inputs: readonly Static<F>[]) {
    const outcomes = await Promise.all(
      actors.map(async (actor, at) =>
        perform(world, one, { actor, establishment: SCHOOL, attempt: randomUUID(), input: inputs[at] ?? inputs[0]! }),
      ),
    );
    return outcomes.map(({ kind }) => kind).toSorted();
  }
  const two = () => Promise.all(secretaries.map((one) => freshly(world, one)));
  const rowsOf = (table: "exam_entry" | "exam_session" | "jury" | "jury_result" | "jury_sealed" | "issued_paper") =>
    withSchool(world.db, SCHOOL, async (tx) => (await tx.selectFrom(table).selectAll().execute()).length);

  const entryOf = ({ enrolment }: Trainee) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const entries = tx.selectFrom("exam_entry").select("id").where("enrolment", "=", enrolment);
      return (await entries.executeTakeFirstOrThrow()).id;
    });

  it("open one session of a name", async () => {
    const days = { from: "2031-06-02", until: "2031-06-27", receivesBy: "2031-05-15" };
    const input = { diploma: "deis", name: "Session de juin 2031", ...days };
    deepEqual(await both(openExamSession, await two(), [input]), ["done", "invalid"]);
    equal(await rowsOf("exam_session"), 2);
  });

  it("present somebody once", async () => {
    ben = await trainee(world, "Ben Autre");
    const input = { session: held.session, enrolment: ben.enrolment };
    deepEqual(await both(presentCandidate, await two(), [input]), ["done", "invalid"]);
    equal(await rowsOf("exam_entry"), 2);
  });

  it("take an examiner, a candidate and an hour once", async () => {
    const when = { day: "2030-06-14", from: "09:00", until: "10:00", candidates: [await entryOf(ben)] };
    const by = [
      { person: held.examiners[0]!.id, by: "authority" },
      { person: held.examiners[2]!.id, by: "establishment" },
    ];
    const input = { session: held.session, exam: "DF3", name: "DF3 Z", ...when, examiners: by };
    deepEqual(await both(arrangeGroup, await two(), [input, { ...input, name: "DF3 Y" }]), ["done", "invalid"]);
  });

  it("correct one entry of the register: the other is shown what stands", async () => {
    const seen = await view(world, seeRegister, { actor: (await two())[0]!, establishment: SCHOOL, input: {} });
    const person =
      seen.kind === "found" ? seen.value.persons.find(({ id }) => id === held.examiners[1]!.id)! : undefined;
    const { id, version, actors } = person!;
    const input = { person: id, version, diploma: "deis", actors, name: "Albert A." };
    deepEqual(await both(changeExamPerson, await two(), [input, { ...input, name: "Albert B." }]), ["done", "stale"]);
  });

  it("mark one text: each their own, and one of two windows of a marker", async () => {
    now = new Date("2030-06-11T18:00:00Z");
    const [a, , c] = held.examiners;
    const markers = () => [cameIn(world, a!.guest), cameIn(world, c!.guest)];
    const [seen] = (await groupSeen(world, markers()[0]!, groups.articles)).candidates;
    const { sitting } = seen!;
    const mark = (value: number, last: number) => ({
      group: groups.articles,
      marks: [{ sitting, mark: value, seen: last }],
    });
    deepEqual(await both(giveMarks, markers(), [mark(1200, 0), mark(1400, 0)]), ["done", "done"]);
    const windows = [cameIn(world, a!.guest), cameIn(world, a!.guest)];
    deepEqual(await both(giveMarks, windows, [mark(1100, 1), mark(1000, 1)]), ["done", "stale"]);
    // They agree together, in two windows: one common mark stands.
    for (const actor of markers()) {
      const { shown } = await groupSeen(world, actor, groups.articles);
      await deed(world, finishMarking, actor, { group: groups.articles, shown });
    }
    const common = (value: number) => ({ group: groups.articles, sitting, mark: value, seen: 0 });
    deepEqual(await both(agreeMark, markers(), [common(1200), common(1300)]), ["done", "stale"]);
  });

  it("open one jury, close it once, and publish it once, with one attestation", async () => {
    now = new Date("2030-06-11T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11, 11, 13] });
    now = new Date("2030-06-25T08:00:00Z");
    const on = "2030-06-25";
    deepEqual(await both(openJury, await two(), [{ session: held.session, on }]), ["done", "invalid"]);
    equal(await rowsOf("jury"), 1);
    const { id: jury } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("jury").select("id").executeTakeFirstOrThrow(),
    );
    await sits(world, held, jury);
    const absent = { jury, entry: await entryOf(ben), ground: "Empêché le jour de l’épreuve." };
    await deed(world, leaveCandidate, await held.secretary(), absent);
    await adopts(world, held, jury);
    const chairs = [president(world, held), president(world, held)];
    deepEqual(await both(closeJury, chairs, [await closed(world, held, jury)]), ["done", "invalid"]);
    equal(await rowsOf("jury_sealed"), 2);
    deepEqual(await both(publishResults, await two(), [{ jury, notifiedOn: on }]), ["done", "forbidden"]);
    equal(await rowsOf("jury_result"), 1);
    equal(await rowsOf("issued_paper"), 1);
  });
});
