/** Lessons are planned, moved and held; who was there is signed, marked, countersigned, contested and corrected; and hours follow. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { addRoom } from "../../agenda/acts.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { sql } from "kysely";
import { type Tx, withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { inviteGuest } from "../../people/guests/acts.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { trainingsCheck } from "../check.ts";
import { myHours, seeHours } from "../hours/views.ts";
import { cancelLesson, handLesson, moveLesson, planLessons } from "../lessons/acts.ts";
import { myWeek, seeTeaching } from "../lessons/views.ts";
import {
  answerClaim,
  claimAttendance,
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "./acts.ts";
import { seeClaims, seeList } from "./views.ts";

const SCHOOL = "faire-ess";
const WORDS = "Je contresigne cette liste.";

describe("lessons and who was there", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let trainer: Actor;
  let guest: Actor;
  let room = "";
  let cohort = "";
  const people: Record<"awa" | "bob", { person: Person; enrolment: string }> = {} as never;
  const lessons: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const ines = await employed(world, "Ines Responsable", "head-of-training");
    const tom = await employed(world, "Tom Formateur", "trainer");
    [head, trainer] = [ines.actor, tom.actor];
    ({ room } = await deed(world, addRoom, head, { name: "A1", seats: 30, site: "" }));
    const invited = {
      name: "Gaëlle Invitée",
      address: "gaelle@exemple.fr",
      language: "fr",
      until: "2027-03-31",
    } as const;
    const { guest: id } = await deed(world, inviteGuest, head, { ...invited, roles: ["trainer"] });
    guest = {
      kind: "guest",
      guest: id,
      session: randomUUID(),
      roles: ["trainer"],
      // They come in anew, by a code, each time they sign.
      get authenticatedAt() {
        return world.now();
      },
    };
    cohort = await aCohort(world, head);
    for (const [key, name] of [
      ["awa", "Awa Ndiaye"],
      ["bob", "Bob Martin"],
    ] as const) {
      const person = await anAccepted(world, { name });
      people[key] = { person, enrolment: await enrolled(world, head, person, cohort) };
    }
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join(" | ")
      : outcome.kind;
  };
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, asked(actor, input));
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const awa = () => candidate(world, people.awa.person);
  const bob = () => candidate(world, people.bob.person);
  const monday = { unit: "UF1.1", on: "2026-12-07", from: "09:00", to: "12:00" };
  const mailsTo = (to: string) =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (await tx.selectFrom("mail").select("subject").where("to_address", "=", to).orderBy("id").execute()).map(
        ({ subject }) => subject,
      ),
    );
  const lessonMails = async (to: string) => (await mailsTo(to)).filter((one) => /[Ss]éance/.test(one)).length;
  const minutes = async (actor: Actor, enrolment: string) => {
    const { totals } = await seen(actor === head ? seeHours : myHours, actor, { enrolment, language: "fr" });
    return [totals.planned, totals.done, totals.pending];
  };

  it("are refused as they cannot be, each beside its own lesson and field, and nothing of them is then planned", async () => {
    const by = actorName(trainer);
    const wrong = [
      { ...monday, trainer: by, unit: "UF9.9" },
      { ...monday, trainer: by, from: "12:00", to: "09:00" },
      { ...monday, trainer: by, to: "17:00" },
      { ...monday, trainer: by, on: "2026-12-06" },
      { ...monday, trainer: `account:${people.awa.person.account}` },
      { ...monday, trainer: by, room: randomUUID() },
    ];
    const said = await tried(planLessons, head, { cohort, lessons: wrong });
    deepEqual(
      said.split(" | ").map((one) => one.split(": ")[0]),
      ["[0].unit", "[1].to", "[2].to", "[3].on", "[4].trainer", "[5].room"].map((path) => `lessons${path}`),
    );
    const twice = [
      { ...monday, trainer: by, room },
      { ...monday, trainer: actorName(guest), room, from: "11:00" },
    ];
    match(await tried(planLessons, head, { cohort, lessons: twice }), /lessons\[1\]\.room: A1 : déjà pris/);
    equal(await tried(planLessons, trainer, { cohort, lessons: [{ ...monday, trainer: by }] }), "forbidden");
  });

  it("are planned many in one act, for a trainer of the house or a guest, who is told once of all of theirs", async () => {
    const by = actorName(trainer);
    const wanted = [
      { ...monday, trainer: by, room },
      { ...monday, trainer: by, from: "13:30", to: "16:30", subject: "Suite" },
      { ...monday, trainer: actorName(guest), on: "2026-12-08" },
      { ...monday, trainer: by, on: "2026-12-09" },
    ];
    lessons.push(...(await deed(world, planLessons, head, { cohort, lessons: wanted })).lessons);
    equal(lessons.length, 4);
    deepEqual(
      await mailsTo("tom.formateur@exemple.fr").then((all) => all.filter((one) => /confi/.test(one)).length),
      1,
    );
    equal(await lessonMails("gaelle@exemple.fr"), 1);
    const week = await seen(myWeek, awa(), { from: "2026-12-07", until: "2026-12-13" });
    deepEqual(
      week.lessons.map(({ on, from, trainerName, roomName }) => [on, from, trainerName, roomName]),
      [
        ["2026-12-07", "09:00", "Tom Formateur", "A1"],
        ["2026-12-07", "13:30", "Tom Formateur", null],
        ["2026-12-08", "09:00", "Gaëlle Invitée", null],
        ["2026-12-09", "09:00", "Tom Formateur", null],
      ],
    );
    deepEqual(await minutes(awa(), people.awa.enrolment), [4 * 180, 0, 0]);
  });

  it("are moved, handed on and cancelled, of which everybody concerned is told once", async () => {
    const [, , third = "", fourth = ""] = lessons;
    const before = await lessonMails(people.awa.person.address);
    const to = { on: "2026-12-10", from: "14:00", to: "17:00", room };
    equal(await tried(moveLesson, head, { id: fourth, version: 9, ...to }), "stale");
    match(
      await tried(moveLesson, head, { id: fourth, version: 1, on: "2026-12-07", from: "11:00", to: "12:30" }),
      /^trainer: Tom Formateur : déjà pris/,
    );
    equal(await tried(moveLesson, head, { id: fourth, version: 1, ...to }), "done");
    match(
      await tried(handLesson, head, { id: fourth, version: 2, trainer: actorName(head) }),
      /^trainer: .*pas le rôle de formateur/,
    );
    equal(await tried(handLesson, head, { id: fourth, version: 2, trainer: actorName(guest) }), "done");
    equal(await tried(cancelLesson, head, { id: fourth, version: 3, why: "Grève." }), "done");
    match(await tried(cancelLesson, head, { id: fourth, version: 4, why: "Grève." }), /^id: .*annulée/);
    equal((await lessonMails(people.awa.person.address)) - before, 3);
    deepEqual(await minutes(awa(), people.awa.enrolment), [3 * 180, 0, 0]);
    equal((await seen(seeTeaching, guest, { from: "2026-12-07", until: "2026-12-13" })).lessons[0]?.id, third);
  });

  it("are signed by a trainee with the code shown in the room, once for the half-day, while it runs", async () => {
    const [first = "", second = ""] = lessons;
    match(await tried(showCode, trainer, { lesson: first }), /^lesson: .*demi-journée en cours/);
    now = new Date("2026-12-07T07:44:00Z");
    match(await tried(showCode, trainer, { lesson: first }), /^lesson: .*quart d’heure avant/);
    now = new Date("2026-12-07T07:45:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    equal(await tried(showCode, guest, { lesson: first }), "forbidden");
    const { code } = await deed(world, showCode, trainer, { lesson: first });
    deepEqual(await deed(world, showCode, trainer, { lesson: first }), { code });
    const wrong = code === "0000" ? "0001" : "0000";
    now = new Date("2026-12-07T07:59:00Z");
    match(await tried(signHalfDay, awa(), { lesson: first, code }), /^lesson: .*à partir de son début/);
    const early = { enrolment: people.awa.enrolment, number: 0, status: "present" } as const;
    match(await tried(markAttendance, trainer, { lesson: first, marks: [early] }), /^lesson: .*pas encore commencé/);
    now = new Date("2026-12-07T08:00:00Z");
    deepEqual(await deed(world, signHalfDay, awa(), { lesson: first, code: wrong }), {
      signed: false,
      lessons: 0,
      left: 4,
    });
    equal(await tried(signHalfDay, head, { lesson: first, code }), "forbidden");
    deepEqual(await deed(world, signHalfDay, awa(), { lesson: first, code }), { signed: true, lessons: 1, left: 0 });
    match(await tried(signHalfDay, awa(), { lesson: first, code }), /^lesson: .*déjà notée/);
    match(await tried(signHalfDay, awa(), { lesson: second, code }), /^lesson: .*demi-journée en cours/);
    deepEqual(await minutes(awa(), people.awa.enrolment), [3 * 180, 0, 180]);
  });

  it("are no longer signed past the end of the last lesson of the half-day", async () => {
    const [first = ""] = lessons;
    now = new Date("2026-12-07T11:00:00Z");
    const { code } = await deed(world, showCode, trainer, { lesson: first });
    now = new Date("2026-12-07T11:01:00Z");
    for (const act of [tried(signHalfDay, bob(), { lesson: first, code }), tried(showCode, trainer, { lesson: first })])
      match(await act, /^lesson: .*demi-journée en cours/);
    now = new Date("2026-12-07T08:15:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
  });

  it("are no longer signed after five codes that were not the one", async () => {
    const [first = ""] = lessons;
    const { code } = await deed(world, showCode, trainer, { lesson: first });
    for (const left of [4, 3, 2, 1, 0])
      equal((await deed(world, signHalfDay, bob(), { lesson: first, code: "99999" })).left, left);
    match(await tried(signHalfDay, bob(), { lesson: first, code }), /^code: Trop de codes/);
  });

  it("are marked on the list by the trainer, whom nobody overtakes unseen, and countersigned once everybody is marked", async () => {
    const [lesson = ""] = lessons;
    const { enrolment } = people.bob;
    const shownBefore = (await seen(seeList, trainer, { lesson })).shown;
    now = new Date("2026-12-07T10:59:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    match(
      await tried(countersign, trainer, { lesson, shown: shownBefore, words: WORDS }),
      /^lesson: La séance dure jusqu’à 12\sh/,
    );
    equal((await seen(seeList, trainer, { lesson })).ended, false);
    now = new Date("2026-12-07T11:00:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    match(
      await tried(countersign, trainer, { lesson, shown: shownBefore, words: WORDS }),
      /^lesson: Il reste à noter Martin Bob/,
    );
    const mark = { enrolment, number: 0, status: "part", minutesMissed: 30 } as const;
    match(
      await tried(markAttendance, trainer, { lesson, marks: [{ ...mark, minutesMissed: 181 }] }),
      /^minutesMissed: /,
    );
    const present = { enrolment: people.awa.enrolment, number: 0, status: "absent" } as const;
    equal(await tried(markAttendance, trainer, { lesson, marks: [present] }), "stale");
    equal(await tried(markAttendance, guest, { lesson, marks: [mark] }), "forbidden");
    deepEqual(await deed(world, markAttendance, trainer, { lesson, marks: [mark] }), { marked: 1 });
    equal(await tried(countersign, trainer, { lesson, shown: shownBefore, words: WORDS }), "stale");
    const { shown } = await seen(seeList, trainer, { lesson });
    equal(await tried(countersign, guest, { lesson, shown, words: WORDS }), "forbidden");
    deepEqual(await deed(world, countersign, trainer, { lesson, shown, words: WORDS }), { records: 2 });
    match(await tried(countersign, trainer, { lesson, shown, words: WORDS }), /^lesson: .*déjà contresignée/);
    deepEqual(await minutes(awa(), people.awa.enrolment), [3 * 180, 180, 0]);
    deepEqual(await minutes(bob(), enrolment), [3 * 180, 150, 0]);
    match(
      await tried(markAttendance, trainer, { lesson, marks: [{ ...mark, number: 1, minutesMissed: 40 }] }),
      /^marks: La liste est contresignée/,
    );
    match(await tried(cancelLesson, head, { id: lesson, version: 1, why: "Trop tard" }), /^id: .*a eu lieu/);
  });

  it("are contested by the trainee, and corrected by a new record alone, with its reason, to be countersigned anew", async () => {
    const [lesson = ""] = lessons;
    const { enrolment } = people.bob;
    const { claim } = await deed(world, claimAttendance, bob(), { lesson, words: "J’étais là toute la matinée." });
    match(await tried(claimAttendance, bob(), { lesson, words: "Encore" }), /^lesson: .*déjà signalé/);
    equal(await tried(claimAttendance, head, { lesson, words: "Moi aussi" }), "forbidden");
    deepEqual(
      (await seen(seeClaims, head, {})).claims.map(({ id, name }) => [id, name]),
      [[claim, "Martin Bob"]],
    );
    const fix = { lesson, enrolment, number: 1, status: "present", reason: "Le formateur confirme." } as const;
    match(await tried(correctAttendance, head, { ...fix, status: "excused" }), /^proof: /);
    equal(await tried(correctAttendance, guest, fix), "forbidden");
    equal(await tried(correctAttendance, head, { ...fix, number: 0 }), "stale");
    equal(await tried(correctAttendance, head, fix), "done");
    match(await tried(answerClaim, head, { claim, answer: "Non." }), /^claim: .*déjà été répondu/);
    deepEqual(await minutes(bob(), enrolment), [3 * 180, 0, 180]);
    const { shown } = await seen(seeList, trainer, { lesson });
    equal(await tried(countersign, trainer, { lesson, shown, words: WORDS }), "done");
    deepEqual(await minutes(head, enrolment), [3 * 180, 180, 0]);
    const kept = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("attendance")
        .select(["number", "status"])
        .where("enrolment", "=", enrolment)
        .orderBy("number")
        .execute(),
    );
    deepEqual(kept, [
      { number: 1, status: "part" },
      { number: 2, status: "present" },
    ]);
  });

  it("are countersigned by a guest trainer for their own list", async () => {
    const lesson = lessons[2]!;
    now = new Date("2026-12-08T08:15:00Z");
    const marks = [people.awa, people.bob].map(
      ({ enrolment }) => ({ enrolment, number: 0, status: "absent" }) as const,
    );
    equal(await tried(markAttendance, guest, { lesson, marks }), "done");
    now = new Date("2026-12-08T11:00:00Z");
    const { shown } = await seen(seeList, guest, { lesson });
    equal(await tried(countersign, guest, { lesson, shown, words: WORDS }), "done");
    deepEqual(await minutes(awa(), people.awa.enrolment), [3 * 180, 180, 0]);
  });

  it("have one mark where the trainee signs and the trainer marks at one moment", async () => {
    const lesson = lessons[1]!;
    now = new Date("2026-12-07T13:00:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    const { code } = await deed(world, showCode, trainer, { lesson });
    const mark = { enrolment: people.awa.enrolment, number: 0, status: "absent" } as const;
    const both = await Promise.all([
      tried(signHalfDay, awa(), { lesson, code }),
      tried(markAttendance, trainer, { lesson, marks: [mark] }),
    ]);
    equal(both.filter((one) => one === "done").length, 1);
    const { people: listed } = await seen(seeList, trainer, { lesson });
    deepEqual(
      listed.map(({ number }) => number),
      [0, 1].toSorted((a, b) => (listed[0]!.name.startsWith("Martin") ? a - b : b - a)),
    );
  });

  describe("where a trainee and a trainer act on one half-day", () => {
    let half = "";
    let code = "";
    let day = 13;
    /** A lesson of its own that runs now, its code shown; Bob is marked. */
    beforeEach(async () => {
      day += 1;
      const lesson = { ...monday, on: `2026-12-${day}`, trainer: actorName(trainer) };
      [half = ""] = (await deed(world, planLessons, head, { cohort, lessons: [lesson] })).lessons;
      now = new Date(`2026-12-${day}T08:30:00Z`);
      trainer = await freshly(world, { account: (trainer as { account: string }).account });
      ({ code } = await deed(world, showCode, trainer, { lesson: half }));
      const bobs = { enrolment: people.bob.enrolment, number: 0, status: "present" } as const;
      await deed(world, markAttendance, trainer, { lesson: half, marks: [bobs] });
    });
    const sign = () => tried(signHalfDay, awa(), { lesson: half, code });
    const mark = () => {
      const mine = { enrolment: people.awa.enrolment, number: 0, status: "absent" } as const;
      return tried(markAttendance, trainer, { lesson: half, marks: [mine] });
    };
    const list = () => seen(seeList, trainer, { lesson: half });
    const standing = async () =>
      (await list()).people.find(({ enrolment }) => enrolment === people.awa.enrolment)!.marked?.how;

    it("is signed by the trainee who was first, and a trainer who had not seen it does not overwrite it", async () => {
      equal(await sign(), "done");
      equal(await mark(), "stale");
      equal(await standing(), "signed");
    });

    it("is marked by the trainer who was first, and is then no longer signed", async () => {
      equal(await mark(), "done");
      match(await sign(), /^lesson: /);
      equal(await standing(), "listed");
    });

    it("takes five codes in all that were not the one, whichever of its lessons they were for", async () => {
      const beside = { ...monday, on: `2026-12-${day}`, from: "12:00", to: "13:00", trainer: actorName(guest) };
      const [other = ""] = (await deed(world, planLessons, head, { cohort, lessons: [beside] })).lessons;
      now = new Date(`2026-12-${day}T09:00:00Z`);
      // Two lessons of one person at one time, as earlier releases let them be.
      const at = (hours: { readonly from_time: string; readonly to_time: string }) =>
        withSchool(world.db, SCHOOL, (tx) => tx.updateTable("lesson").set(hours).where("id", "=", other).execute());
      await at({ from_time: "10:00", to_time: "11:00" });
      for (const lesson of [half, half, half, other]) await tried(signHalfDay, awa(), { lesson, code: "99999" });
      equal((await deed(world, signHalfDay, awa(), { lesson: other, code: "99999" })).left, 0);
      match(await sign(), /^code: Trop de codes/);
      await at({ from_time: beside.from, to_time: beside.to });
    });

    it("is signed lesson by lesson as each begins, and an evening apart, whose code is another", async () => {
      const of = { ...monday, on: `2026-12-${day}`, trainer: actorName(trainer) };
      const more = [
        { ...of, from: "12:00", to: "13:00" },
        { ...of, from: "13:00", to: "18:00" },
        { ...of, from: "18:30", to: "22:00" },
      ];
      const planned = await deed(world, planLessons, head, { cohort, lessons: more });
      const [noon = "", afternoon = "", evening = ""] = planned.lessons;
      const maySign = async () =>
        (await seen(myWeek, awa(), { from: of.on, until: of.on })).lessons
          .filter((one) => one.maySign)
          .map(({ from }) => from);
      now = new Date(`2026-12-${day}T11:30:00Z`);
      trainer = await freshly(world, { account: (trainer as { account: string }).account });
      ({ code } = await deed(world, showCode, trainer, { lesson: noon }));
      deepEqual(await maySign(), ["12:00"]);
      deepEqual(await deed(world, signHalfDay, awa(), { lesson: noon, code }), { signed: true, lessons: 1, left: 0 });
      now = new Date(`2026-12-${day}T16:03:00Z`);
      deepEqual(await maySign(), ["13:00"]);
      match(await tried(signHalfDay, awa(), { lesson: evening, code }), /^lesson: .*demi-journée en cours/);
      deepEqual(await deed(world, signHalfDay, awa(), { lesson: afternoon, code }), {
        signed: true,
        lessons: 1,
        left: 0,
      });
      trainer = await freshly(world, { account: (trainer as { account: string }).account });
      const { shown } = await seen(seeList, trainer, { lesson: evening });
      match(
        await tried(countersign, trainer, { lesson: evening, shown, words: WORDS }),
        /^lesson: .*pas encore commencé/,
      );
      now = new Date(`2026-12-${day}T17:20:00Z`);
      deepEqual(await maySign(), []);
      trainer = await freshly(world, { account: (trainer as { account: string }).account });
      const other = await deed(world, showCode, trainer, { lesson: evening });
      now = new Date(`2026-12-${day}T17:30:00Z`);
      deepEqual(await maySign(), ["18:30"]);
      deepEqual(await deed(world, signHalfDay, awa(), { lesson: evening, ...other }), {
        signed: true,
        lessons: 1,
        left: 0,
      });
    });

    it("has one of the two where both are sent at one moment", async () => {
      const both = await Promise.all([sign(), mark()]);
      equal(both.filter((one) => one === "done").length, 1);
      equal(
        (await list()).people.every(({ number }) => number === 1),
        true,
      );
      equal(await standing(), both[0] === "done" ? "signed" : "listed");
    });

    it("is never countersigned with a signature that the trainer did not see, nor loses one", async () => {
      // At the last minute of the lesson, in which both are possible.
      now = new Date(`2026-12-${day}T11:00:00Z`);
      trainer = await freshly(world, { account: (trainer as { account: string }).account });
      const { shown } = await list();
      const both = await Promise.all([sign(), tried(countersign, trainer, { lesson: half, shown, words: WORDS })]);
      equal(both[0], "done");
      ok(both[1] !== "done", both[1]);
      const { shown: again } = await list();
      equal(await tried(countersign, trainer, { lesson: half, shown: again, words: WORDS }), "done");
      deepEqual(
        (await list()).people.map(({ marked }) => marked?.countersigned),
        [true, true],
      );
    });
  });

  it("take the trainer and the room that they are held by and in, and the doctor says where they do not", async () => {
    const look = (plant: (tx: Tx) => Promise<unknown>) =>
      withSchool(
        world.db,
        SCHOOL,
        async (tx) => {
          await plant(tx);
          return (await trainingsCheck(world)(tx, SCHOOL))?.ok;
        },
        { keep: () => false },
      );
    equal(await look(async () => {}), true);
    equal(await look((tx) => tx.deleteFrom("booking").where("taken", "=", `room:${room}`).execute()), false);
    const longer = { to_time: sql<string>`case when to_time < '13:00' then '13:30' else '19:30' end` };
    equal(await look((tx) => tx.updateTable("lesson").set(longer).execute()), false);
    const stray = { id: randomUUID(), what: `lesson:${randomUUID()}`, taken: "room:1", from_at: now };
    const until_at = new Date(+now + 60_000);
    equal(
      await look((tx) =>
        tx
          .insertInto("booking")
          .values({ ...stray, until_at })
          .execute(),
      ),
      false,
    );
    equal(await look((tx) => tx.updateTable("lesson").set({ cancelled_why: "Grève." }).execute()), false);
  });

  it("leave a record without a gap, in which all of it stands", async () => {
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(verified.tampered, []);
  });
});
