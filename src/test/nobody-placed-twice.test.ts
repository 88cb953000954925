/** Lessons, exams, days of interviews and interviews share people and rooms: whatever is tried, nobody and no room is in two places at once. */
import { deepEqual, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform } from "../act/act.ts";
import type { Occupied } from "../act/timetable.ts";
import type { World } from "../act/world.ts";
import { addRoom } from "../agenda/acts.ts";
import { arrangeGroup, cancelGroup, replaceExaminer } from "../certification/exams/acts.ts";
import { designate, enterExamPerson } from "../certification/register/acts.ts";
import { withSchool } from "../db/school.ts";
import { timetable } from "../house/house.ts";
import { cancelInterviewDay, openInterviewDay } from "../interviews/day-acts.ts";
import { cancelInterview, moveInterview, placeInterview } from "../interviews/place-acts.ts";
import { addDays } from "../kit/day.ts";
import { cancelLesson, handLesson, moveLesson, planLessons } from "../training/lessons/acts.ts";
import { aCohortOf, aSession, directed, enrolledAs, type Held, SCHOOL } from "./certifying.ts";
import { anIntake } from "./dossiers.ts";
import { conforming } from "./interviewing.ts";
import { actorOf, deed, freshly, giveRoles, type Invented, makeAccount, openedSession } from "./people.ts";
import { testWorldOf } from "./server.ts";

const zone = "Europe/Paris";
const MONDAY = "2027-05-10";
const HOURS = ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"] as const;
const later = (time: string, hours: number) => `${String(Number(time.slice(0, 2)) + hours).padStart(2, "0")}:00`;

const STEP = fc.record({
  kind: fc.constantFrom(
    ...(["lesson", "lesson", "exam", "exam", "day", "interview", "interview"] as const),
    ...(["move", "hand", "replace", "moveInterview", "cancel", "cancelExam", "cancelInterview", "cancelDay"] as const),
  ),
  day: fc.integer({ min: 0, max: 1 }),
  at: fc.constantFrom(...HOURS),
  long: fc.integer({ min: 1, max: 2 }),
  who: fc.nat(1),
  room: fc.nat(1),
  which: fc.nat(20),
});
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

describe("people and rooms that several subjects want", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Actor;
  let head: Invented;
  let held: Held;
  let cohort = "";
  let intake = "";
  /** Trainers who also examine and hold interviews. */
  const staff: { readonly actor: string; readonly person: string }[] = [];
  const rooms: string[] = [];
  const candidates: string[] = [];
  const trainees: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const sacha = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    officer = await actorOf(world, await openedSession(world, sacha, ["password", "totp"]));
    intake = await anIntake(world);
    for (const name of ["Ada", "Bea"]) candidates.push((await conforming(world, officer, { name })).dossier);
    now = new Date("2027-04-15T09:00:00Z");
    officer = await freshly(world, sacha);
    head = await makeAccount(world, { name: "Ines Responsable", address: "ines@exemple.fr" });
    await giveRoles(world, head, ["head-of-training", "certification-secretary"]);
    cohort = await aCohortOf(world, { name: "2025-2028", startsOn: "2025-09-01", endsOn: "2028-06-30" });
    const people = [];
    for (const name of ["Awa Ndiaye", "Bob Martin"]) {
      const who = await makeAccount(world, { name, address: `${name.slice(0, 3)}@exemple.fr` });
      people.push(await enrolledAs(world, who, name, cohort));
      trainees.push(`account:${who.account}`);
    }
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("enrolment").set({ contract_on: "2025-09-01" }).execute(),
    );
    held = await aSession(world, { secretary: head, trainees: people });
    await directed(world, held);
    for (const name of ["Tom Un", "Rose Deux"]) {
      const who = await makeAccount(world, { name, address: `${name.slice(0, 3)}@exemple.fr` });
      await giveRoles(world, who, ["trainer", "interviewer", "examiner"]);
      const by = await freshly(world, head);
      const actor = `account:${who.account}`;
      const { person } = await deed(world, enterExamPerson, by, { diploma: "deis", name, actors: [actor] });
      staff.push({ actor, person });
      rooms.push((await deed(world, addRoom, officer, { name: `Salle de ${name}`, seats: 30, site: "" })).room);
    }
    await deed(world, designate, await freshly(world, head), {
      session: held.session,
      exam: "DF3",
      by: "establishment",
      on: "2027-04-13",
      persons: staff.map(({ person }) => person),
    });
  });
  after(() => close());

  async function tried<F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor: Actor): Promise<V | undefined> {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    done.set(`${act.name} ${outcome.kind}`, (done.get(`${act.name} ${outcome.kind}`) ?? 0) + 1);
    return outcome.kind === "done" ? outcome.value : undefined;
  }
  /** How often each act ended how: a walk that places nothing, or is refused nothing, proves nothing. */
  const done = new Map<string, number>();

  const booked = async (): Promise<readonly Occupied[]> =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = await tx.selectFrom("booking").select(["taken", "what", "from_at", "until_at"]).execute();
      const days = { from: MONDAY, until: addDays(MONDAY, 3) };
      const bookings = rows.map(({ from_at, until_at, ...one }) => ({
        ...one,
        from: new Date(from_at),
        until: new Date(until_at),
      }));
      return [...bookings, ...(await timetable.followed({ tx, zone }, trainees, days))];
    });

  it("are in one place at a time, over random walks of all acts that place, move, hand over and cancel", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 15, maxLength: 30 }), async (steps) => {
        const placed = new Placed();
        for (const step of steps) await walk(step, placed);
        const all = await booked();
        for (const [at, one] of all.entries())
          for (const other of all.slice(at + 1))
            if (one.taken === other.taken && one.from < other.until && other.from < one.until)
              deepEqual(one, other, `${one.taken} is in ${one.what} and in ${other.what} at one time`);
        await everythingIsCancelled(placed);
        deepEqual(await booked(), []);
      }),
      { numRuns: 16, seed: 7, endOnFailure: true },
    );
    for (const act of ["planLessons", "arrangeGroup", "openInterviewDay", "placeInterview", "moveLesson"])
      for (const kind of ["done", "invalid"])
        ok((done.get(`${act} ${kind}`) ?? 0) > 0, `${act} ${kind}: ${JSON.stringify([...done])}`);
  });

  class Placed {
    readonly lessons: { readonly id: string; version: number }[] = [];
    readonly exams: { readonly id: string; examiner: string }[] = [];
    readonly days: { readonly id: string; readonly interviews: { readonly interview: string; version: number }[] }[] =
      [];
  }

  async function walk(step: Step, placed: Placed): Promise<void> {
    const { kind, at, which } = step;
    const on = addDays(MONDAY, step.day);
    const until = later(at, step.long);
    const [who, room] = [staff[step.who]!, rooms[step.room]!];
    const any = <T>(all: readonly T[]): T | undefined => (all.length > 0 ? all[which % all.length] : undefined);
    const by = await freshly(world, head);
    const hours = { on, from: at, to: until, room };
    switch (kind) {
      case "lesson": {
        const lessons = [{ unit: "UF1.1", trainer: who.actor, ...hours }];
        const planned = await tried(planLessons, { cohort, lessons }, by);
        if (planned) placed.lessons.push({ id: planned.lessons[0]!, version: 1 });
        return;
      }
      case "exam": {
        const [authority] = held.examiners;
        const examiners = [
          { person: authority!.id, by: "authority" },
          { person: who.person, by: "establishment" },
        ];
        const [candidate] = [...held.entries.values()].slice(which % 2);
        const made = await tried(
          arrangeGroup,
          {
            session: held.session,
            exam: "DF3",
            name: `Groupe ${randomUUID().slice(0, 8)}`,
            day: on,
            from: at,
            until,
            room,
            examiners,
            candidates: [candidate!],
            ground: "Aucun autre jour ne convenait.",
          },
          by,
        );
        if (made) placed.exams.push({ id: made.group, examiner: who.person });
        return;
      }
      case "day": {
        const settings = {
          opens: at,
          closes: later(at, step.long + 1),
          breaks: [],
          analysis: 30,
          interview: 30,
          step: 15 as const,
          maxWait: 30,
          pairs: [{ key: "A", members: [staff[0]!.actor, staff[1]!.actor] as [string, string] }],
          rooms: [
            { room: rooms[0]!, for: "analysis" as const, seats: 2 },
            { room: rooms[1]!, for: "interview" as const, seats: 1 },
          ],
          texts: [{ key: "1", title: "Le non-recours aux droits" }],
        };
        const made = await tried(openInterviewDay, { intake, onDay: on, settings }, officer);
        if (made) placed.days.push({ id: made.day, interviews: [] });
        return;
      }
      case "interview": {
        const day = any(placed.days);
        if (!day) return;
        const asked = { ...interviewAt(at), day: day.id, dossier: candidates[step.who]! };
        const made = await tried(placeInterview, asked, officer);
        if (made) day.interviews.push({ interview: made.interview, version: 1 });
        return;
      }
      case "moveInterview": {
        const day = any(placed.days);
        const interview = day && any(day.interviews);
        if (interview && (await tried(moveInterview, { ...interview, ...interviewAt(at) }, officer)))
          interview.version += 1;
        return;
      }
      case "move": {
        const lesson = any(placed.lessons);
        if (lesson && (await tried(moveLesson, { ...lesson, ...hours }, by))) lesson.version += 1;
        return;
      }
      case "hand": {
        const lesson = any(placed.lessons);
        if (lesson && (await tried(handLesson, { ...lesson, trainer: who.actor }, by))) lesson.version += 1;
        return;
      }
      case "replace": {
        const exam = any(placed.exams);
        const input = exam && { group: exam.id, person: exam.examiner, by: who.person, ground: "Empêchement." };
        if (input && (await tried(replaceExaminer, input, by))) exam.examiner = who.person;
        return;
      }
      default:
        return cancelled(kind, any, placed);
    }
  }

  async function cancelled(kind: Step["kind"], any: <T>(all: readonly T[]) => T | undefined, placed: Placed) {
    const { lessons, exams, days } = placed;
    const by = await freshly(world, head);
    const [lesson, exam, day] = [any(lessons), any(exams), any(days)];
    if (kind === "cancel" && lesson && (await tried(cancelLesson, { ...lesson, why: "Grève" }, by)))
      lessons.splice(lessons.indexOf(lesson), 1);
    if (kind === "cancelExam" && exam && (await tried(cancelGroup, { group: exam.id, ground: "Grève" }, by)))
      exams.splice(exams.indexOf(exam), 1);
    const interview = day && any(day.interviews);
    if (
      kind === "cancelInterview" &&
      interview &&
      (await tried(cancelInterview, { interview: interview.interview, reason: "Grève" }, officer))
    )
      day.interviews.splice(day.interviews.indexOf(interview), 1);
    if (
      kind === "cancelDay" &&
      day &&
      day.interviews.length === 0 &&
      (await tried(cancelInterviewDay, { id: day.id }, officer))
    )
      days.splice(days.indexOf(day), 1);
  }

  async function everythingIsCancelled({ lessons, exams, days }: Placed): Promise<void> {
    const by = await freshly(world, head);
    for (const lesson of lessons) await deed(world, cancelLesson, by, { ...lesson, why: "Grève" });
    for (const { id } of exams) await deed(world, cancelGroup, by, { group: id, ground: "Grève" });
    for (const { id, interviews } of days) {
      for (const { interview } of interviews)
        await deed(world, cancelInterview, officer, { interview, reason: "Grève" });
      await deed(world, cancelInterviewDay, officer, { id });
    }
  }

  const interviewAt = (from: string) => ({
    analysisRoom: rooms[0]!,
    analysisFrom: from,
    room: rooms[1]!,
    pair: "A",
    interviewFrom: `${from.slice(0, 2)}:30`,
    text: "1",
  });
});
