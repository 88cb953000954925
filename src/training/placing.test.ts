/** Lessons are placed where those who must be there, their room and the school's calendar allow it. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { Occupied } from "../act/timetable.ts";
import type { World } from "../act/world.ts";
import { addRoom, changeRoom } from "../agenda/acts.ts";
import { bookAll, unbook } from "../agenda/book.ts";
import { withSchool } from "../db/school.ts";
import { addDays } from "../kit/day.ts";
import { timetable } from "../house/house.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../test/trainees.ts";
import { enrolAnyway } from "../contracts/enrolling-acts.ts";
import { cancelLesson, handLesson, moveLesson, planLessons } from "./lessons/acts.ts";
import { importLessons } from "./lessons/import.ts";
import { seeLessons } from "./lessons/views.ts";

const SCHOOL = "faire-ess";
const zone = "Europe/Paris";

describe("placing lessons", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let director: Actor;
  let cohort = "";
  let awa: Person;
  let late: Person;
  const trainers: string[] = [];
  const rooms: { readonly id: string; readonly seats: number }[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    ({ actor: director } = await employed(world, "Dora Directrice", "director"));
    cohort = await aCohort(world, head);
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    const bob = await anAccepted(world, { name: "Bob Martin" });
    late = await anAccepted(world, { name: "Zoé Tard" });
    for (const person of [awa, bob]) await enrolled(world, head, person, cohort);
    for (const name of ["Tom Un", "Rose Deux"])
      trainers.push(`account:${(await employed(world, name, "trainer")).account}`);
    for (const seats of [2, 30])
      rooms.push({ seats, id: (await deed(world, addRoom, head, { name: `Salle ${seats}`, seats, site: "" })).room });
  });
  after(() => close());

  async function tried<F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = head): Promise<string> {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    if (outcome.kind !== "invalid") return outcome.kind;
    return outcome.issues.map(({ path, message }) => `${path}: ${message("fr").replaceAll(/\s/gu, " ")}`).join(" | ");
  }
  const lesson = (facts: object = {}) => ({
    unit: "UF1.1",
    on: "2027-01-12",
    from: "09:00",
    to: "12:00",
    trainer: trainers[0]!,
    ...facts,
  });
  const planned = (facts: object = {}, ground?: string) =>
    tried(planLessons, { cohort, lessons: [lesson(facts)], ...(ground !== undefined && { ground }) });

  it("is refused for a cohort that has another lesson then, by another trainer in another room", async () => {
    equal(await planned(), "done");
    match(
      await planned({ from: "11:00", to: "12:30", trainer: trainers[1]!, room: rooms[1]!.id }),
      /^lessons\[0\]\.from: Martin Bob et Ndiaye Awa : déjà pris le mardi 12 janvier 2027 à 9 h, jusqu’à 12 h, par une séance\.$/,
    );
  });

  it("is refused on a past day, where it is said to import what was held already", async () => {
    match(await planned({ on: "2026-12-08", from: "09:00", to: "10:00" }), /^done$/);
    world = { ...world, now: () => new Date("2026-12-10T09:00:00Z") };
    match(await planned({ on: "2026-12-09" }), /^lessons\[0\]\.on: Le mercredi 9 décembre 2026 est passé/);
    const table = `Unité;Jour;De;À;Formateur\nUF1.1;09/12/2026;9:00;12:00;tom.un@exemple.fr`;
    match(await tried(importLessons, { cohort, table }), /^ground: Le mercredi 9 décembre 2026 est passé\. Donnez/);
    equal(await tried(importLessons, { cohort, table, ground: "Reprise du tableau de l’automne." }), "done");
  });

  it("asks a ground on 25 December, and shows it beside the lesson", async () => {
    match(await planned({ on: "2026-12-25" }), /^ground: Le vendredi 25 décembre 2026 est férié\./);
    equal(await planned({ on: "2026-12-25" }, "Le seul jour de l’intervenante."), "done");
    const input = { cohort, from: "2026-12-25", until: "2026-12-25" };
    const seen = await view(world, seeLessons, { actor: head, establishment: SCHOOL, input });
    equal(
      seen.kind === "found" ? seen.value.lessons[0]!.ground?.fr : "",
      "Placé malgré un jour férié et un jour de fermeture : Le seul jour de l’intervenante.",
    );
  });

  it("is refused in a room of fewer seats than those who must follow, and such a room keeps its seats", async () => {
    const { room: small } = await deed(world, addRoom, head, { name: "Alcôve", seats: 1, site: "" });
    match(
      await planned({ on: "2027-01-13", room: small }),
      /^lessons\[0\]\.room: Alcôve a 1 place, pour 2 personnes : choisissez une autre salle\.$/,
    );
    equal(await planned({ on: "2027-01-13", room: rooms[0]!.id }), "done");
    match(
      await tried(changeRoom, { room: rooms[0]!.id, version: 1, name: "Salle 2", seats: 1, site: "" }),
      /^seats: 2 personnes y sont attendues, pour une séance, le mercredi 13 janvier 2027/,
    );
  });

  it("is refused to somebody who joins a cohort whose room has no seat for them, or who is elsewhere", async () => {
    const input = { cohort, dossier: late.dossier, ground: "Le financeur tarde." };
    match(
      await tried(enrolAnyway, input, director),
      /^cohort: Séance du mercredi 13 janvier 2027, .* 2 places, pour 3 personnes/,
    );
  });

  it("finds nobody and no room twice, over a random walk of planning, importing, moving, handing over and cancelling", async () => {
    const hour = fc.constantFrom("08:00", "09:00", "10:00", "11:00");
    const step = fc.record({
      kind: fc.constantFrom("plan", "plan", "move", "hand", "cancel", "import", "elsewhere"),
      day: fc.integer({ min: 0, max: 2 }),
      from: hour,
      long: fc.integer({ min: 1, max: 2 }),
      trainer: fc.integer({ min: 0, max: 1 }),
      room: fc.option(fc.integer({ min: 0, max: 1 })),
      which: fc.nat(20),
    });
    let walk = 0;
    let placed = 0;
    const plan = async (
      steps: readonly fc.Arbitrary<unknown>[] | readonly Record<string, never>[] | readonly unknown[],
    ) => {
      walk += 1;
      const monday = addDays("2027-03-01", 7 * walk);
      const known: { id: string; version: number }[] = [];
      const elsewhere: string[] = [];
      for (const one of steps as readonly {
        kind: string;
        day: number;
        from: string;
        long: number;
        trainer: number;
        room: number | null;
        which: number;
      }[]) {
        const on = addDays(monday, one.day);
        const to = `${String(Number(one.from.slice(0, 2)) + one.long).padStart(2, "0")}:00`;
        const when = { on, from: one.from, to, ...(one.room !== null && { room: rooms[one.room]!.id }) };
        const target = known.length > 0 ? known[one.which % known.length] : undefined;
        if (one.kind === "plan") {
          const input = { cohort, lessons: [{ unit: "UF1.1", trainer: trainers[one.trainer]!, ...when }] };
          const outcome = await perform(world, planLessons, {
            actor: head,
            establishment: SCHOOL,
            attempt: randomUUID(),
            input,
          });
          if (outcome.kind === "done") known.push({ id: outcome.value.lessons[0]!, version: 1 });
        } else if (one.kind === "import") {
          const [year, month, day] = on.split("-");
          const mail = ["tom.un", "rose.deux"][one.trainer];
          const table = `Unité;Jour;De;À;Formateur\nUF1.2;${day}/${month}/${year};${one.from};${to};${mail}@exemple.fr`;
          await tried(importLessons, { cohort, table });
        } else if (one.kind === "elsewhere") {
          // What another subject booked: an exam of one of them, when they are free.
          const [from, until] = [one.from, to].map((time) => new Date(`${on}T${time}:00+02:00`)) as [Date, Date];
          const exam = { taken: `account:${awa.account}`, what: `exam-group:${randomUUID()}`, from, until };
          const free = await withSchool(
            world.db,
            SCHOOL,
            async (tx) => {
              const followed = await timetable.followed({ tx, zone }, [exam.taken], { from: on, until: on });
              return followed.every((other) => other.until <= from || other.from >= until) && bookAll(tx, [exam]);
            },
            { keep: (done) => done },
          );
          if (free) elsewhere.push(exam.what);
        } else if (target && one.kind === "move") {
          if ((await tried(moveLesson, { ...target, ...when })) === "done") target.version += 1;
        } else if (target && one.kind === "hand") {
          if ((await tried(handLesson, { ...target, trainer: trainers[one.trainer]! })) === "done") target.version += 1;
        } else if (
          target &&
          one.kind === "cancel" &&
          (await tried(cancelLesson, { ...target, why: "Grève" })) === "done"
        )
          known.splice(known.indexOf(target), 1);
      }
      const days = { from: monday, until: addDays(monday, 3) };
      const all = await withSchool(world.db, SCHOOL, async (tx) => {
        const { rows } = {
          rows: await tx.selectFrom("booking").select(["taken", "what", "from_at", "until_at"]).execute(),
        };
        const booked = rows.map(
          ({ from_at: from, until_at: until, ...rest }): Occupied => ({
            ...rest,
            from: new Date(from),
            until: new Date(until),
          }),
        );
        const keys = [`account:${awa.account}`];
        const followed = await timetable.followed({ tx, zone }, keys, days);
        for (const what of elsewhere) await unbook(tx, what);
        return [...booked, ...followed].filter(({ from }) => from >= new Date(`${monday}T00:00:00Z`));
      });
      placed += all.length;
      for (const [at, a] of all.entries())
        for (const b of all.slice(at + 1))
          if (a.taken === b.taken && a.from < b.until && b.from < a.until)
            deepEqual(a, b, `${a.taken} is in ${a.what} and in ${b.what} at one time`);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), plan), {
      numRuns: 12,
      endOnFailure: true,
    });
    equal(placed > 20, true, "the walk places something");
  });
});
