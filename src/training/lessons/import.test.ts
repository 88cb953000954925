/** Lessons come from a table: checked without anything being written, then planned in one act, wholly or not at all. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../../act/act.ts";
import { addRoom } from "../../agenda/acts.ts";
import { bookAll } from "../../agenda/book.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { moveLesson } from "./acts.ts";
import { importLessons } from "./import.ts";
import { checkLessons, seeLessons } from "./views.ts";

const SCHOOL = "faire-ess";
const HEAD = "Unité;Jour;De;À;Formateur;Salle;Sujet;Stagiaires\n";
const WEEK = { from: "2026-12-07", until: "2026-12-13" };

describe("lessons from a table", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let awa: Person;
  let cohort = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    await employed(world, "Tom Formateur", "trainer");
    await employed(world, "Rose Formatrice", "trainer");
    for (const name of ["A1", "A2"]) await deed(world, addRoom, head, { name, seats: 30, site: "" });
    cohort = await aCohort(world, head);
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    await enrolled(world, head, awa, cohort);
    const bob = await anAccepted(world, { name: "Bob Martin" });
    await enrolled(world, head, bob, cohort);
  });
  after(() => close());

  const checked = async (table: string) => {
    const found = await view(world, checkLessons, { actor: head, establishment: SCHOOL, input: { cohort, table } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const problems = async (lines: string) =>
    (await checked(HEAD + lines)).lines.flatMap(({ line, problems: of }) =>
      of.map(({ column, said }) => `${line} ${column}: ${said.fr}`),
    );
  const imported = async (table: string) => {
    const asked = { actor: head, establishment: SCHOOL, attempt: randomUUID(), input: { cohort, table } };
    const outcome = await perform(world, importLessons, asked);
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`)
      : outcome;
  };
  const counted = (table: "lesson" | "booking" | "mail" | "audit_record") =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = await tx
        .selectFrom(table)
        .select((of) => of.fn.countAll<number>().as("count"))
        .execute();
      return found[0]!.count;
    });
  const all = async () => [
    await counted("lesson"),
    await counted("booking"),
    await counted("mail"),
    await counted("audit_record"),
  ];

  it("are told line by line what is wrong with them, everything that was written kept, and nothing is written", async () => {
    const before_ = await all();
    deepEqual(
      await problems(
        [
          "UF9.9;07/12/2026;9:00;12:00;tom.formateur@exemple.fr;A1",
          "UF1.1;31/02/2027;9:00;12:00;tom.formateur@exemple.fr;A1",
          "UF1.1;07/12/2026;midi;12:00;personne@exemple.fr;B7",
          "UF1.1;06/12/2026;12:00;9:00;tom.formateur@exemple.fr;A1",
          "UF1.1;07/12/2026;9:00;17:00;tom.formateur@exemple.fr;A1;Sujet;Awa Ndiaye, Zoé Inconnue",
          `UF1.1;08/12/2026;9:00;12:00;tom.formateur@exemple.fr;A1;Sujet;${"Zoé Inconnue,".repeat(9_000)}`,
        ].join("\n"),
      ),
      [
        "2 unit: Cette unité n’est pas au référentiel de la promotion.",
        "3 on: Jour illisible : écrivez par exemple 13/09/2027.",
        "4 from: Heure illisible : écrivez par exemple 9:00.",
        "4 trainer: Personne n’a le rôle de formateur avec ce nom ou cette adresse : personne@exemple.fr. Confiez-le-lui, ou invitez-la, d’abord.",
        "4 room: Aucune salle à réserver ne s’appelle B7.",
        "5 to: La séance finit après avoir commencé : corrigez l’une des heures.",
        "5 on: Ce jour n’est pas dans la promotion, du 7 décembre 2026 au 29 juin 2029.",
        "6 only: Zoé Inconnue n’est pas de la promotion.",
        "6 to: La séance s’étend sur deux demi-journées, qui s’émargent chacune : faites-en deux séances.",
        "7 only: Il y a là plus de noms que de personnes dans la promotion.",
      ],
    );
    const { lines } = await checked(`${HEAD}UF1.1;31/02/2027;9:00;12:00;tom.formateur@exemple.fr;A1`);
    deepEqual(lines[0]!.cells, {
      unit: "UF1.1",
      on: "31/02/2027",
      from: "9:00",
      to: "12:00",
      trainer: "tom.formateur@exemple.fr",
      room: "A1",
      subject: "",
      only: "",
    });
    equal((await checked(`${HEAD}UF1.1;"07/12/2026`)).fault?.fr.startsWith("Un guillemet"), true);
    deepEqual(await all(), before_);
  });

  it("name a trainer as lists show them, and a room with any apostrophe, space and accent of a keyboard", async () => {
    await deed(world, addRoom, head, { name: "Salle de l’Été", seats: 30, site: "" });
    const table = "UF1.1;07/12/2026;9:00;12:00;Formateur Tom;salle de l'ete";
    deepEqual(await problems(table), []);
    await employed(world, "Formateur Tom", "trainer");
    deepEqual(await problems(table), ["2 trainer: Plusieurs formateurs s’appellent Formateur Tom : donnez l’adresse."]);
    deepEqual(await problems(table.replace("Formateur Tom", "Rose Formatrice")), []);
  });

  it("are told of a trainer and of a room that another line takes, and none of the list is then planned", async () => {
    const table = [
      "UF1.1;07/12/2026;9:00;12:00;tom.formateur@exemple.fr;A1",
      "UF2.1;07/12/2026;11:00;13:00;TOM.FORMATEUR@exemple.fr;A2",
      "UF2.1;07/12/2026;9:00;10:00;rose.formatrice@exemple.fr;a1",
      // What begins as another ends does not meet it.
      "UF3.1;07/12/2026;12:00;13:00;rose.formatrice@exemple.fr;A1",
    ].join("\n");
    const at = "déjà pris le lundi 7 décembre 2026 à 9 h, jusqu’à 12 h, par la ligne 2.";
    deepEqual(
      (await problems(table)).map((one) => one.replaceAll(/[\u00a0\u202f]/gu, " ")),
      [
        `3 trainer: Tom Formateur : ${at}`,
        `3 from: Martin Bob et Ndiaye Awa : ${at}`,
        `4 from: Martin Bob et Ndiaye Awa : ${at}`,
        `4 room: A1 : ${at}`,
        "5 from: Martin Bob et Ndiaye Awa : déjà pris le lundi 7 décembre 2026 à 11 h, jusqu’à 13 h, par la ligne 3.",
      ],
    );
    const before_ = await all();
    equal([await imported(HEAD + table)].flat().length, 5);
    deepEqual(await all(), before_);
  });

  const GOOD = `${HEAD}UF1.1;07/12/2026;9:00;12:00;tom.formateur@exemple.fr;A1;Les outils;
UF2.1;07/12/2026;14:00;17:00;tom.formateur@exemple.fr;A1;;
UF3.1;08/12/2026;9h;12h30;rose.formatrice@exemple.fr;A2;;Bob Martin
`;

  it("are planned in one act, of which each trainer is told once, and each lesson is recorded in a chain of its own", async () => {
    const mails = await counted("mail");
    const outcome = await imported(GOOD);
    equal(Array.isArray(outcome), false, JSON.stringify(outcome));
    const seen = await view(world, seeLessons, { actor: head, establishment: SCHOOL, input: { cohort, ...WEEK } });
    const lessons = seen.kind === "found" ? seen.value.lessons : [];
    deepEqual(
      lessons.map(({ unit, on, from, to, trainerName, roomName, subject }) =>
        [unit, on, from, to, trainerName, roomName, subject].join(" "),
      ),
      [
        "UF1.1 2026-12-07 09:00 12:00 Tom Formateur A1 Les outils",
        "UF2.1 2026-12-07 14:00 17:00 Tom Formateur A1 ",
        "UF3.1 2026-12-08 09:00 12:30 Rose Formatrice A2 ",
      ],
    );
    equal(await counted("mail"), mails + 2);
    // As any lesson that was planned by hand, it is moved.
    const [, , third] = lessons;
    await deed(world, moveLesson, head, { id: third!.id, version: 1, on: "2026-12-09", from: "09:00", to: "12:30" });
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: world.zone(SCHOOL),
      tables: PROVEN_TABLES,
    });
    deepEqual(verified.tampered, []);
  });

  it("are not planned twice: a second import of the same table says that they stand already", async () => {
    const table = GOOD.replace("08/12/2026", "09/12/2026").replace(";A2;", ";;");
    const again = await checked(table);
    deepEqual(again.counts, { new: 0, known: 3, wrong: 0 });
    const lessons = await counted("lesson");
    deepEqual(await imported(table), { kind: "done", value: { lessons: [], known: 3 } });
    const grown = `${table}UF3.1;10/12/2026;9h;12h30;rose.formatrice@exemple.fr;A2;;\n`;
    deepEqual((await checked(grown)).counts, { new: 1, known: 3, wrong: 0 });
    await imported(grown);
    equal(await counted("lesson"), lessons + 1);
    match(
      (await problems("UF1.2;07/12/2026;11:00;12:30;tom.formateur@exemple.fr")).join(),
      /^2 trainer: Tom Formateur\s: déjà pris le lundi 7 décembre 2026 à 9\sh, jusqu’à 12\sh, par une séance\./u,
    );
  });

  it("are refused where those who must follow are elsewhere, each line by name", async () => {
    const exam = {
      what: `exam-group:${randomUUID()}`,
      taken: `account:${awa.account}`,
      from: new Date("2026-12-10T13:00:00Z"),
      until: new Date("2026-12-10T14:00:00Z"),
    };
    await withSchool(world.db, SCHOOL, (tx) => bookAll(tx, [exam]));
    const table = `${HEAD}UF1.2;10/12/2026;11:00;12:30;tom.formateur@exemple.fr\nUF1.2;10/12/2026;14:00;17:00;tom.formateur@exemple.fr`;
    const { lines, counts } = await checked(table);
    deepEqual(counts, { new: 0, known: 0, wrong: 2 });
    const said = lines.map(({ problems }) => problems.map(({ column, said: { fr } }) => `${column}: ${fr}`).join("; "));
    // On the 10th, both follow a lesson from 9 h to 12 h 30; and Awa sits an exam at 14 h.
    match(said[0]!, /from: Martin Bob et Ndiaye Awa : déjà pris .* par une séance\./);
    match(said[1]!, /^from: Ndiaye Awa : déjà pris .* par une épreuve\.$/);
  });

  it("ask a ground on a holiday, on a day of closure and on a past day, which is read beside them", async () => {
    const table = `${HEAD}UF1.2;25/12/2026;09:00;12:00;tom.formateur@exemple.fr`;
    const { asks, counts } = await checked(table);
    deepEqual(counts, { new: 1, known: 0, wrong: 0 });
    deepEqual(
      asks.map(({ fr }) => fr.replaceAll(/\u00a0/gu, " ")),
      [
        "Le vendredi 25 décembre 2026 est férié. Donnez le motif pour le placer quand même.",
        "L’école est fermée le vendredi 25 décembre 2026 (congés de fin d’année). Donnez le motif pour le placer quand même.",
      ],
    );
  });
});
