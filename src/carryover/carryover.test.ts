/** A school that begins in the middle: a table of people in training is read, checked, and carried over wholly or not at all. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import writeBook, { type SheetData } from "write-excel-file/node";
import { type Act, type Actor, perform, type View, view } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { exportBooks } from "../books/views.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { listProposals } from "../contracts/invoicing/views.ts";
import { seeOwnMoney } from "../contracts/own-views.ts";
import { seeContract } from "../contracts/views.ts";
import { verifyAudit } from "../audit/verify.ts";
import { openExamSession, presentCandidate } from "../certification/acts.ts";
import { withSchool } from "../db/school.ts";
import { takeOverDossier, openEntered } from "../dossier/entering/acts.ts";
import { myDossiers } from "../dossier/views.ts";
import { PROVEN_TABLES, RETAINED, schoolChecks, VIEWS } from "../house/house.ts";
import { seeQueue } from "../office/views.ts";
import { openedIntake } from "../test/intakes.ts";
import { ROLES } from "../act/permissions.ts";
import { Value } from "typebox/value";
import { seeLivret } from "../livret/views.ts";
import { candidate } from "../test/dossiers.ts";
import { actorOf, deed, freshly, lastCode, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { anAccepted, employed } from "../test/trainees.ts";
import { askCode, tryCode } from "../people/codes/acts.ts";
import { countersign, markAttendance } from "../training/attendance/acts.ts";
import { seeList } from "../training/attendance/views.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { planCohort } from "../training/cohorts/plan-acts.ts";
import { seeCohort, seeCohortPlan, seeEnrolment } from "../training/cohorts/views.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { carryOver, dropCarryDraft, readCarryOver } from "./acts.ts";
import { seeCarryColumns, seeCarryDraft, seeCarryOvers } from "./views.ts";

const SCHOOL = "faire-ess";
const HEAD = [
  "Nom de naissance",
  "Prénoms",
  "Né le",
  "Adresse électronique",
  "Promotion",
  "Informations remises le",
  "Contrat signé le",
  "Titre reconnu",
  "Titre obtenu le",
  "Allègements décidés le",
  "Pièce de la décision",
  "Heures suivies UF1.1",
  "Heures suivies UF1.2",
  "Heures suivies jusqu’au",
  "Heures attestées par",
];
const BY = "Anne Roux, responsable de formation";
const ADA = `Durand;Ada;28/02/1985;ada@exemple.fr;Promotion 2025;01/07/2025;10/07/2025;;;;;62,5;12 h 30;15/11/2026;${BY}`;
const BOB = `Martin;Bob;01/03/1990;;Promotion 2025;01/07/2025;10/07/2025;CAFDES;27/06/2017;05/07/2025;Protocole 12;20;;15/11/2026;${BY}`;
const tableOf = (...lines: readonly string[]) => [HEAD.join(";"), ...lines].join("\n");

describe("a school that begins in the middle", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let trainer: Actor;
  let tom: Awaited<ReturnType<typeof employed>>;
  let cohort = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    tom = await employed(world, "Tom Formateur", "trainer");
    trainer = tom.actor;
    const days = { startsOn: "2025-09-15", endsOn: "2028-06-30" };
    ({ cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "Promotion 2025", ...days }));
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("en")).join(" | ") : outcome.kind;
  };
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, asked(actor, input));
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const read = async (text: string, actor = head) =>
    (await deed(world, readCarryOver, actor, { name: "reprise.csv", content: Buffer.from(text).toString("base64") }))
      .file;
  const counted = (table: "dossier" | "enrolment" | "intake" | "carry_line" | "mail") =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = await tx
        .selectFrom(table)
        .select((of) => of.fn.countAll<number>().as("count"))
        .execute();
      return found[0]!.count;
    });
  const all = async () => [
    await counted("dossier"),
    await counted("enrolment"),
    await counted("intake"),
    await counted("carry_line"),
  ];

  it("asks for the columns of its cohorts, and of no unit by name in the program", async () => {
    const { columns } = await seen(seeCarryColumns, head, {});
    const labels = columns.map(({ label }) => label.fr);
    ok(HEAD.every((heading) => labels.includes(heading)));
    deepEqual((await seen(seeCarryOvers, head, {})).cohorts, 1);
  });

  it("is shown what would be done, or each cell to mend, and nothing is written", async () => {
    const before_ = await all();
    const wrong = await read(tableOf(ADA, BOB.replace("01/03/1990", "31/02/1990").replace(";20;", ";9000;")));
    const { faults, people } = await seen(seeCarryDraft, head, { file: wrong });
    deepEqual(people, []);
    deepEqual(
      faults.map(({ line, heading, typed }) => [line, heading, typed]),
      [
        [3, "Né le", "31/02/1990"],
        [3, "Heures suivies UF1.1", "9000"],
      ],
    );
    match(await tried(carryOver, head, { file: wrong, invite: false }), /cells to mend/);
    const tooMany = await read(tableOf(ADA.replace("62,5", "9000")));
    const [fault] = (await seen(seeCarryDraft, head, { file: tooMany })).faults;
    match(fault!.said.en, /has only 90\u00a0h to follow/);
    const right = await read(tableOf(ADA, BOB));
    const draft = await seen(seeCarryDraft, head, { file: right });
    deepEqual(draft.faults, []);
    deepEqual(draft.units, [
      { unit: "UF1.1", minutes: 4_950 },
      { unit: "UF1.2", minutes: 750 },
    ]);
    deepEqual(
      draft.people.map(({ name, minutes, titles, invited }) => [name, minutes, titles, invited]),
      [
        ["Durand Ada", 4_500, 0, true],
        ["Martin Bob", 1_200, 1, false],
      ],
    );
    deepEqual(await all(), before_);
  });

  it("is read from a workbook as from CSV, with its days and numbers", async () => {
    const text = (value: string) => ({ value });
    const line = ADA.split(";").map((cell, at) => {
      const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? [];
      if (year !== undefined)
        return { value: new Date(Date.UTC(+year, +month! - 1, +day!)), type: Date, format: "dd/mm/yyyy" };
      if (HEAD[at] === "Heures suivies UF1.1") return { value: 62.5, type: Number };
      return cell === "" ? null : text(cell);
    });
    const bytes = await writeBook([HEAD.map(text), line] as SheetData).toBuffer();
    const { file } = await deed(world, readCarryOver, head, { name: "a.xlsx", content: bytes.toString("base64") });
    const draft = await seen(seeCarryDraft, head, { file });
    deepEqual([draft.format, draft.faults, draft.people[0]!.minutes], ["xlsx", [], 4_500]);
  });

  it("refuses a file that is no table, and who may not carry people over", async () => {
    const content = Buffer.from("%PDF-1.7\0").toString("base64");
    match(await tried(readCarryOver, head, { name: "a.pdf", content }), /no table/);
    equal(await tried(readCarryOver, trainer, { name: "a.csv", content }), "forbidden");
    equal(await tried(carryOver, trainer, { file: `sha256:${"0".repeat(64)}`, invite: false }), "forbidden");
    match(await tried(carryOver, head, { file: `sha256:${"0".repeat(64)}`, invite: false }), /gone/);
  });

  it("carries all of them over in one act, and the same file, or the same attempt, does nothing twice", async () => {
    const file = await read(tableOf(ADA, BOB));
    const attempt = randomUUID();
    const once = async () => perform(world, carryOver, { ...asked(head, { file, invite: true }), attempt });
    const first = await once();
    deepEqual(first.kind === "done" && first.value, { already: false, people: 2, minutes: 5_700 });
    deepEqual(await once(), first);
    deepEqual(await all(), [2, 2, 1, 2]);
    deepEqual(await deed(world, carryOver, head, { file, invite: true }), { already: true, people: 2, minutes: 5_700 });
    const again = { name: "reprise.csv", content: Buffer.from(tableOf(ADA, BOB)).toString("base64") };
    equal((await deed(world, readCarryOver, head, again)).carried, true);
    deepEqual(await all(), [2, 2, 1, 2]);
    const [past] = (await seen(seeCarryOvers, head, {})).done;
    deepEqual([past!.id, past!.name, past!.people], [file, "reprise.csv", 2]);
  });

  it("knows them from then on: another table with one of them is refused", async () => {
    const file = await read(tableOf(ADA.replace("ada@exemple.fr", "")));
    match((await seen(seeCarryDraft, head, { file })).faults[0]!.said.en, /knows this person already \(application D-/);
  });

  it("stands where its facts say, with its proof intact", async () => {
    const asked = ["admissions", "dossiers", "interviews", "trainings", "waiting"];
    const sound: string[] = [];
    for (const check of schoolChecks(world)) {
      const result = await withSchool(world.db, SCHOOL, (tx) => check(tx, SCHOOL));
      if (!result || !asked.includes(result.name)) continue;
      equal(result.ok, true, result.label.en);
      sound.push(result.name);
    }
    deepEqual(sound.toSorted(), asked);
    const tables = PROVEN_TABLES.filter((one) => one !== "mail");
    deepEqual((await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables })).tampered, []);
  });

  const people = async () => (await seen(seeCohort, head, { cohort })).people;
  const idOf = async (name: string) => (await people()).find((one) => one.name === name)!.enrolment;
  const livretOf = async (name: string) => seen(seeLivret, head, { enrolment: await idOf(name), language: "en" });

  it("says in the livret what was carried over, until when, and who attests it", async () => {
    const livret = await livretOf("Durand Ada");
    deepEqual([livret.identity.birthName, livret.identity.bornOn], ["Durand", "1985-02-28"]);
    const { totals, findings } = livret.hours!;
    deepEqual([totals.done, totals.planned], [4_500, 4_500]);
    const [carried] = findings.filter(({ condition }) => condition === "earlier");
    match(carried!.reason, /^Carried over: 75\u00a0h followed until 15 November 2026, .* attested by Anne Roux/);
    const bob = await livretOf("Martin Bob");
    deepEqual(
      bob.titles.map(({ awardedOn }) => awardedOn),
      ["2017-06-27"],
    );
    ok(bob.reliefs.some(({ unit }) => unit === "UF1.1"));
  });

  it("goes on by countersigned lessons, beside the hours that were carried over", async () => {
    const monday = { unit: "UF1.1", on: "2026-12-07", from: "09:00", to: "12:00", trainer: actorName(trainer) };
    const { lessons } = await deed(world, planLessons, head, { cohort, lessons: [monday] });
    now = new Date("2026-12-07T12:00:00Z");
    const [lesson = ""] = lessons;
    const marks = (await people()).map(({ enrolment }) => ({ enrolment, number: 0, status: "present" as const }));
    await deed(world, markAttendance, trainer, { lesson, marks });
    const { shown } = await seen(seeList, trainer, { lesson });
    await deed(world, countersign, await freshly(world, tom), { lesson, shown, words: "Je contresigne cette liste." });
    const { totals } = (await livretOf("Durand Ada")).hours!;
    deepEqual([totals.done, totals.pending], [4_500 + 180, 0]);
  });

  it("is taken over into an account of the person, by the link that they were sent", async () => {
    const linked = await withSchool(world.db, SCHOOL, async (tx) =>
      tx.selectFrom("mail").select(["subject", "link"]).where("to_address", "=", "ada@exemple.fr").execute(),
    );
    match(linked[0]!.subject, /Votre formation/);
    const ada = await makeAccount(world, { name: "Ada Durand", address: "ada@exemple.fr" });
    const secret = /confirmer\/([^/?"]+)/.exec(JSON.stringify(linked[0]!.link))![1]!;
    const holder: Actor = { kind: "holder", secret };
    const asking = { address: "ada@exemple.fr", language: "fr", school: SCHOOL } as const;
    const { request } = await deed(world, askCode, { kind: "anyone" }, asking);
    const { ticket } = await deed(
      world,
      tryCode,
      { kind: "anyone" },
      { request, code: await lastCode(world, ada.address) },
    );
    const { key } = await deed(world, openEntered, holder, { secret, proof: ticket! });
    const { dossier } = await deed(world, takeOverDossier, await actorOf(world, await openedSession(world, ada)), {
      secret,
      key: key!,
    });
    const { dossiers } = await seen(myDossiers, candidate(world, ada), {});
    deepEqual(
      dossiers.map(({ id, state }) => [id, state]),
      [[dossier, "submitted"]],
    );
  });

  it("enters the exam like anybody else, and is warned of the hours that are left", async () => {
    const days = { from: "2027-06-01", until: "2027-06-30", receivesBy: "2027-05-01" };
    const { session } = await deed(world, openExamSession, head, { diploma: "deis", name: "Juin 2027", ...days });
    const { exams } = await deed(world, presentCandidate, head, { session, enrolment: await idOf("Durand Ada") });
    ok(exams.length > 0);
    // The CAFDES dispenses from an exam: it is not sat.
    const bob = await deed(world, presentCandidate, head, { session, enrolment: await idOf("Martin Bob") });
    ok(bob.exams.length < exams.length);
  });

  it("knows whoever has an account with such an address, too", async () => {
    const carl = await anAccepted(world, { name: "Carl Exemple" });
    const file = await read(tableOf(ADA.replace("Durand;Ada", "Autre;Zoé").replace("ada@exemple.fr", carl.address)));
    match((await seen(seeCarryDraft, head, { file })).faults[0]!.said.en, /knows this person already/);
  });

  it("leaves no line of the table once the person is erased", async () => {
    const enrolment = await idOf("Martin Bob");
    const { dossier } = await seen(seeEnrolment, head, { enrolment });
    const chains = [`candidacy:${dossier}`, `enrolment:${enrolment}`, `dossier:${dossier}`];
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const chain of chains)
        for (const one of RETAINED.filter(
          ({ prefix, erase, kind }) => chain.startsWith(prefix) && erase && kind !== "draft",
        ))
          await one.erase!(tx, chain, now);
      const left = async (table: "carry_line" | "dossier_section" | "dossier_fact") =>
        (await tx.selectFrom(table).select("id").where("dossier", "=", dossier).execute()).length;
      deepEqual([await left("carry_line"), await left("dossier_section"), await left("dossier_fact")], [0, 0, 0]);
      const hours = tx.selectFrom("carried_hours").select("id").where("enrolment", "=", enrolment);
      deepEqual(await hours.execute(), []);
      equal((await tx.selectFrom("carry_over").select("id").execute()).length, 1);
    });
  });

  it("leaves nothing read and not carried over beyond a day", async () => {
    const file = await read(tableOf(ADA.replaceAll(/ada/gi, "Zoé")));
    await deed(world, dropCarryDraft, { kind: "clock", day: "2026-12-08" }, { file });
    equal(await tried(carryOver, head, { file, invite: false }), "This table is gone: choose the file again.");
  });
});

describe("what was agreed, invoiced and paid before", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let finance: Actor;
  let cohort = "";
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    ({ actor: finance } = await employed(world, "Paule Comptable", "finance"));
    const days = { startsOn: "2025-09-15", endsOn: "2028-06-30" };
    ({ cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "Promotion 2025", ...days }));
    await deed(world, addPayer, finance, { name: "Mairie d’Exemple" });
  });
  after(() => close());

  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const own = "financement personnel";
  const town = "employeur public";
  const MONEY = [
    `Part, ${own}`,
    `Facturé, ${own}`,
    `Payé, ${own}`,
    `Dernière facture, ${own}`,
    `Part, ${town}`,
    `Payeur, ${town}`,
    `Facturé, ${town}`,
    `Payé, ${town}`,
    "Facturé jusqu’au",
  ];
  const table = () =>
    [
      [...HEAD, ...MONEY].join(";"),
      `${ADA};8000;4000;3500;2026-117;3920;Mairie d’Exemple;1960;1960;31/10/2026`,
      `${BOB};;;;;;;;;`,
    ].join("\n");
  let file = "";

  it("is shown in euros before it is done, with where it is not the price of today", async () => {
    const content = Buffer.from(table()).toString("base64");
    ({ file } = await deed(world, readCarryOver, head, { name: "avec-argent.csv", content }));
    const draft = await seen(seeCarryDraft, head, { file });
    deepEqual(draft.faults, []);
    deepEqual(draft.money, { shares: 1_192_000, invoiced: 596_000, paid: 546_000 });
    equal(draft.people[0]!.owed, 50_000);
    equal(draft.notes.length <= 1, true);
  });

  it("becomes a contract that nothing waits for, and a charge of what is not paid: no invoice, no payment, no number of ours", async () => {
    await deed(world, carryOver, head, { file, invite: true });
    const { people } = await seen(seeCohort, head, { cohort });
    const { enrolment } = people.find(({ name }) => name === "Durand Ada")!;
    const { dossier } = await seen(seeEnrolment, head, { enrolment });
    const contract = await seen(seeContract, head, { dossier, language: "en" });
    deepEqual([contract.state, contract.contract!.price, contract.contract!.carried], ["concluded", 1_192_000, true]);
    deepEqual(
      contract.contract!.shares.map(({ source, amount, called }) => [source, amount, called]),
      [
        ["personal", 800_000, null],
        ["employer-public", 392_000, "Mairie d’Exemple"],
      ],
    );
    deepEqual(
      contract.billedBefore.map(({ source, invoiced, paid, until, number }) => [source, invoiced, paid, until, number]),
      [
        ["personal", 400_000, 350_000, "2026-10-31", "2026-117"],
        ["employer-public", 196_000, 196_000, "2026-10-31", null],
      ],
    );
    const rows = await withSchool(world.db, SCHOOL, async (tx) => ({
      charges: await tx.selectFrom("charge").select(["total", "debtor", "about", "lines", "due_on"]).execute(),
      states: await tx.selectFrom("contract_state").select("state").execute(),
      invoices: await tx.selectFrom("invoice").select("id").execute(),
      payments: await tx.selectFrom("payment").select("id").execute(),
      waits: await tx.selectFrom("waiting").select("key").where("key", "like", "%ontract%").execute(),
    }));
    deepEqual(rows.states, [{ state: "concluded" }]);
    const [charge] = rows.charges;
    deepEqual([rows.charges.length, rows.invoices, rows.payments, rows.waits], [1, [], [], []]);
    deepEqual([charge!.total, charge!.debtor, charge!.about], [50_000, null, `contract:${dossier}`]);
    match(JSON.stringify(charge!.lines), /Facturé avant Livret, jusqu’au 31 octobre 2026, dernière facture 2026-117/);
  });

  it("enters a payer that the register has not where that is agreed to, and carries nobody over before", async () => {
    const line = `Nouvel;Nina;02/03/1990;;${ADA.split(";").slice(4).join(";")};8000;;;;3920;Commune de Lattes;;;31/10/2026`;
    const content = Buffer.from([[...HEAD, ...MONEY].join(";"), line].join("\n")).toString("base64");
    const { file: read } = await deed(world, readCarryOver, head, { name: "payeur-nouveau.csv", content });
    const { newPayers, faults } = await seen(seeCarryDraft, head, { file: read });
    deepEqual([faults, newPayers.map(({ name, lines }) => [name, lines])], [[], [["Commune de Lattes", [2]]]]);
    const refused = await perform(world, carryOver, {
      actor: head,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { file: read, invite: false },
    });
    match(
      refused.kind === "invalid" ? refused.issues[0]!.message("fr") : refused.kind,
      /cochez-les.*Commune de Lattes/u,
    );
    await deed(world, carryOver, head, { file: read, invite: false, payers: newPayers.map(({ key }) => key) });
    const { people } = await seen(seeCohort, head, { cohort });
    const { enrolment } = people.find(({ name }) => name === "Nouvel Nina")!;
    const { dossier } = await seen(seeEnrolment, head, { enrolment });
    const { contract } = await seen(seeContract, head, { dossier, language: "fr" });
    deepEqual(
      contract!.shares.map(({ source, called }) => [source, called]),
      [
        ["personal", null],
        ["employer-public", "Commune de Lattes"],
      ],
    );
  });

  it("opens the books with what is owed, and books no income a second time", async () => {
    const { rows } = await seen(exportBooks, finance, { from: "2026-01-01", to: "2026-12-31" });
    deepEqual(
      rows.map(({ JournalCode, EcritureDate, CompteNum, Debit, Credit }) =>
        [JournalCode, EcritureDate, CompteNum, Debit, Credit].join(" "),
      ),
      ["OD 2026-10-31 411000 50000 0", "OD 2026-10-31 890000 0 50000"],
    );
  });

  it("stands where its facts say, with its proof intact", async () => {
    for (const check of schoolChecks(world)) {
      const result = await withSchool(world.db, SCHOOL, (tx) => check(tx, SCHOOL));
      if (result && ["contracts", "money", "waiting", "invoices"].includes(result.name))
        equal(result.ok, true, result.label.en);
    }
    const tables = PROVEN_TABLES.filter((one) => one !== "mail");
    const report = await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables });
    deepEqual(report.tampered, []);
  });

  it("is owed by the account that takes the dossier over, whose schedule goes on from what was asked and paid", async () => {
    const link = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("link").where("to_address", "=", "ada@exemple.fr").executeTakeFirstOrThrow(),
    );
    const ada = await makeAccount(world, { name: "Ada Durand", address: "ada@exemple.fr" });
    const secret = /confirmer\/([^/?"]+)/.exec(JSON.stringify(link.link))![1]!;
    const anyone: Actor = { kind: "anyone" };
    const { request } = await deed(world, askCode, anyone, { address: ada.address, language: "fr", school: SCHOOL });
    const { ticket } = await deed(world, tryCode, anyone, { request, code: await lastCode(world, ada.address) });
    const { key } = await deed(world, openEntered, { kind: "holder", secret }, { secret, proof: ticket! });
    const actor = await actorOf(world, await openedSession(world, ada));
    await deed(world, takeOverDossier, actor, { secret, key: key! });
    const { debtor } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("charge").select("debtor").executeTakeFirstOrThrow(),
    );
    equal(debtor, `account:${ada.account}`);
    const { proposed } = await seen(seeCohortPlan, head, { cohort });
    const periods = proposed.map(({ from, to, units }) => ({ from, to, units: [...units] }));
    await deed(world, planCohort, head, { cohort, version: 0, campus: "montpellier", periods });
    const { dossiers } = await seen(myDossiers, actor, {});
    const { schedule } = await seen(seeOwnMoney, actor, { dossier: dossiers[0]!.id, language: "en" });
    const [first, ...rest] = schedule!.payments;
    deepEqual([first!.number, first!.amount, first!.paid, first!.state], ["2026-117", 400_000, 350_000, "late"]);
    deepEqual([schedule!.total, schedule!.paid, schedule!.credit], [800_000, 350_000, 0]);
    equal(
      rest.reduce((sum, { amount }) => sum + amount, 0),
      400_000,
    );
    ok(rest.every(({ number, due }) => number === null && due > "2026-11-25"));
    const { proposals, held } = await seen(listProposals, finance, {});
    deepEqual(
      held.filter(({ dossier }) => dossier === dossiers[0]!.id),
      [],
    );
    // Nothing is asked today beyond what was, and nothing of it is asked again.
    deepEqual(
      proposals.filter(({ dossier }) => dossier === dossiers[0]!.id),
      [],
    );
    now = new Date("2028-07-15T09:00:00Z");
    const later = (await seen(listProposals, finance, {})).proposals.filter(
      ({ dossier }) => dossier === dossiers[0]!.id,
    );
    const asked = (source: string) => later.reduce((sum, one) => sum + (one.source.fr === source ? one.amount : 0), 0);
    deepEqual([asked(own), asked(town)], [400_000, 196_000]);
    ok(later.every(({ kind }) => kind === "invoice"));
    const tables = PROVEN_TABLES.filter((one) => one !== "mail");
    const report = await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables });
    deepEqual(report.tampered, []);
  });

  it("leaves its intake out of every view in which intakes are chosen or counted", async () => {
    const intakes = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("dossier")
        .innerJoin("intake", "intake.id", "dossier.intake")
        .select("intake.id")
        .where("dossier.entered", "=", "carried")
        .execute(),
    );
    ok(intakes.length > 0);
    ok(head.kind === "account");
    const everybody = { ...head, roles: [...ROLES] } as Actor;
    now = new Date("2027-01-11T08:00:00Z");
    const { id: real } = await openedIntake(world);
    let [read, found] = [0, 0];
    for (const one of VIEWS) {
      if (!Value.Check(one.form, {})) continue;
      const outcome = await view(world, one as never, { actor: everybody, establishment: SCHOOL, input: {} });
      if (outcome.kind !== "found") continue;
      read += 1;
      const said = JSON.stringify(outcome.value) ?? "";
      for (const { id } of intakes) ok(!said.includes(`"${id}"`), one.name);
      if (said.includes(`"${real}"`)) found += 1;
    }
    ok(read > 30 && found > 5, `${read} views, ${found} with the real intake`);
    const queue = await seen(seeQueue, everybody, {});
    deepEqual([queue.intake, queue.intakes.map(({ id }) => id)], [real, [real]]);
  });
});
