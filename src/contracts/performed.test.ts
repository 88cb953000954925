/** What is accrued of those in training, counted by hand: by the hours held of who pays for themselves, by the hours attended of an employer. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { closeBooks } from "../books/acts.ts";
import { exportBooks, seeIncome } from "../books/views.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { candidate } from "../test/dossiers.ts";
import { deed, freshly } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person, plannedCohort } from "../test/trainees.ts";
import { countersign, markAttendance } from "../training/attendance/acts.ts";
import { seeList } from "../training/attendance/views.ts";
import { endTraining } from "../training/cohorts/acts.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { noteWhoPays, sayWhoPays } from "./acts.ts";

const SCHOOL = "faire-ess";

describe("what is performed and not invoiced", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let trainer: Awaited<ReturnType<typeof employed>>;
  let alone: Person;
  let sent: Person;
  let enrolments: readonly string[] = [];
  let lessons: readonly string[] = [];
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    head = await employed(world, "Ines Responsable", "head-of-training");
    trainer = await employed(world, "Tom Formateur", "trainer");
    const cohort = await aCohort(world, head.actor);
    await plannedCohort(world, head.actor, cohort);
    alone = await anAccepted(world, { name: "Ada Seule" });
    sent = await anAccepted(world, { name: "Fay Employée" });
    await deed(world, sayWhoPays, candidate(world, alone), { dossier: alone.dossier, others: [], status: "own-cost" });
    const { payer } = await deed(world, addPayer, officer.actor, {
      name: "Les Amandiers",
      siren: "732829320",
      address: "2 rue Bleue\n34000 Montpellier",
    });
    await deed(world, noteWhoPays, officer.actor, {
      dossier: sent.dossier,
      others: [{ source: "employer-plan", amount: 1_470_000, payer }],
      status: "private-employee",
    });
    enrolments = [await enrolled(world, head.actor, alone, cohort), await enrolled(world, head.actor, sent, cohort)];
    const lesson = { trainer: actorName(trainer.actor), unit: "UF1.1" };
    ({ lessons } = await deed(world, planLessons, head.actor, {
      cohort,
      lessons: [
        { ...lesson, on: "2026-12-07", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-07", from: "14:00", to: "17:00" },
        { ...lesson, on: "2026-12-08", from: "09:00", to: "12:00" },
        // Not billed.
        { ...lesson, unit: "UF2.4", on: "2026-12-09", from: "09:00", to: "12:00" },
      ],
    }));
  });
  after(() => close());

  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const incomeOn = async (on: string) => {
    const found = await view(world, seeIncome, { actor: officer.actor, establishment: SCHOOL, input: { on } });
    ok(found.kind === "found");
    return found.value;
  };
  const accruedOn = async (on: string) => {
    const { accrued } = await incomeOn(on);
    return accrued.map(({ name, done, planned, net, invoiced, accrued: due }) => [
      name,
      done,
      planned,
      net,
      invoiced,
      due,
    ]);
  };

  it("is nothing before a lesson is held", async () => {
    deepEqual(await accruedOn("2026-12-06"), []);
  });

  it("is the price for the hours held of who pays alone; for those attended and countersigned, of an employer", async () => {
    at("2026-12-15");
    const hand = await freshly(world, trainer);
    const marks = (statuses: readonly ("present" | "absent")[]) =>
      enrolments.map((enrolment, nth) => ({ enrolment, number: 0, status: statuses[nth]! }));
    await deed(world, markAttendance, hand, { lesson: lessons[0]!, marks: marks(["present", "present"]) });
    const seen = await view(world, seeList, { actor: hand, establishment: SCHOOL, input: { lesson: lessons[0]! } });
    ok(seen.kind === "found");
    const { shown } = seen.value;
    await deed(world, countersign, hand, { lesson: lessons[0]!, shown, words: "Je contresigne." });
    // Attended, and not countersigned.
    await deed(world, markAttendance, hand, { lesson: lessons[1]!, marks: marks(["absent", "present"]) });
    // 11 760 € and 14 700 € for 700 hours: 9 hours held are 151,20 €, 3 hours attended 63 €.
    deepEqual(await accruedOn("2026-12-15"), [
      ["Employée Fay", 180, 42_000, 6_300, 0, 6_300],
      ["Seule Ada", 540, 42_000, 15_120, 0, 15_120],
    ]);
    const { cutoffs } = await incomeOn("2026-12-15");
    deepEqual(
      cutoffs.map(({ account, invoiced, performed, accrued }) => [account, invoiced, performed, accrued]),
      [
        ["706010", 0, 6_300, 6_300],
        ["706090", 0, 15_120, 15_120],
        // What both paid for their selection.
        ["706110", 32_000, 32_000, 0],
      ],
    );
  });

  it("is of the day that is asked: after the first of the two days, six hours held", async () => {
    deepEqual(
      (await accruedOn("2026-12-07")).map(([, done, , , , due]) => [done, due]),
      [
        [180, 6_300],
        [360, 10_080],
      ],
    );
  });

  it("stays of somebody who stopped since", async () => {
    const stops = { enrolment: enrolments[1]!, kind: "abandoned", on: "2026-12-14", reason: "départ" } as const;
    await deed(world, endTraining, head.actor, stops);
    equal((await accruedOn("2026-12-15"))[0]![5], 6_300);
  });

  it("is booked at the end of an accounting year, by account, and taken back on the next day", async () => {
    at("2027-01-10");
    await deed(world, closeBooks, officer.actor, { until: "2026-12-31", yearEnd: true });
    const found = await view(world, exportBooks, {
      actor: officer.actor,
      establishment: SCHOOL,
      input: { from: "2026-12-31", to: "2027-01-01" },
    });
    ok(found.kind === "found");
    deepEqual(
      found.value.rows.map((row) => `${row.EcritureDate} ${row.CompteNum} ${Number(row.Debit) - Number(row.Credit)}`),
      [
        "2026-12-31 418000 21420",
        "2026-12-31 706010 -6300",
        "2026-12-31 706090 -15120",
        "2027-01-01 706010 6300",
        "2027-01-01 706090 15120",
        "2027-01-01 418000 -21420",
      ],
    );
  });

  it("names those of whom it cannot be said, and why", async () => {
    const other = await anAccepted(world, { name: "Guy Sanspériodes" });
    await deed(world, sayWhoPays, candidate(world, other), { dossier: other.dossier, others: [], status: "own-cost" });
    const unplanned = await aCohort(world, head.actor, "2026-2030");
    await enrolled(world, head.actor, other, unplanned);
    const { unknown } = await incomeOn("2027-01-10");
    deepEqual(
      unknown.map(({ name }) => name),
      ["Sanspériodes Guy"],
    );
    match(unknown[0]!.why.fr, /^prix [\d\s,]+€, sa promotion n’a pas de périodes : fixez-les$/);
    // Enrolled before it was said who pays: not left out without a word.
    const third = await anAccepted(world, { name: "Hal Sanspayeur" });
    await enrolled(world, head.actor, third, unplanned);
    const later = (await incomeOn("2027-01-10")).unknown;
    deepEqual(
      later.map(({ name }) => name),
      ["Sanspayeur Hal", "Sanspériodes Guy"],
    );
    match(later[0]!.why.fr, /^prix [\d\s,]+€, personne ne paie : dites qui paie$/);
  });
});
