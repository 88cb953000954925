/** The yearly declaration of a played year, counted by hand: what is taught and not invoiced, fees, hours, trainers; deposited, and subtracted. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { reversePayment } from "../../bank/acts.ts";
import { agreeToProposal, proposeRefund, recordDebtorPayment } from "../../billing/debtors/acts.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { noteWhoPays, sayWhoPays } from "../../contracts/acts.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { candidate } from "../../test/dossiers.ts";
import { draft, issued } from "../../test/invoicing.ts";
import { deed, freshly, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person, plannedCohort } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { yearCheck } from "../check.ts";
import { depositBpf, enterBpf } from "./acts.ts";
import { openBpfs } from "./duties.ts";
import { seeBpf, seeBpfCell, seeBpfDeposit, seeBpfs } from "./views.ts";

const SCHOOL = "faire-ess";
const ENTERED = {
  year: 2026,
  version: 0,
  charges: 1_234_567,
  trainerSalaries: 400_000,
  purchases: 34_550,
  otherTurnover: 53_420,
  distance: false,
  publicBody: false,
  naf: "8542Z",
  external: [] as string[],
};
type Entered = typeof ENTERED & { readonly entrustedPeople: number; readonly entrustedHours: number };

describe("the yearly declaration", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let inside: Awaited<ReturnType<typeof employed>>;
  let outside: Awaited<ReturnType<typeof employed>>;
  let alone: Person;
  let sent: Person;
  let unsaid: Person;
  let cohort: string;
  let enrolments: string[] = [];
  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));

  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    head = await employed(world, "Ines Responsable", "head-of-training");
    inside = await employed(world, "Tom Salarié", "trainer");
    outside = await employed(world, "Zoé Extérieure", "trainer");
    cohort = await aCohort(world, head.actor);
    await plannedCohort(world, head.actor, cohort);
    alone = await anAccepted(world, { name: "Ada Seule" });
    sent = await anAccepted(world, { name: "Fay Employée" });
    unsaid = await anAccepted(world, { name: "Gil Nonditif" });
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
    enrolments = [];
    for (const one of [alone, sent, unsaid]) enrolments.push(await enrolled(world, head.actor, one, cohort));
    const lesson = { trainer: actorName(inside.actor), unit: "UF1.1" };
    const { lessons } = await deed(world, planLessons, head.actor, {
      cohort,
      lessons: [
        { ...lesson, on: "2026-12-07", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-07", from: "14:00", to: "17:00" },
        { ...lesson, on: "2026-12-08", from: "09:00", to: "12:30", trainer: actorName(outside.actor) },
        { ...lesson, on: "2027-01-07", from: "09:00", to: "12:00" },
      ],
    });
    at("2026-12-15");
    await hold(lessons[0]!, inside, ["present", "present", "present"]);
    await hold(lessons[2]!, outside, ["present", "absent", "absent"]);
    at("2027-01-10");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const hold = async (lesson: string, who: typeof inside, statuses: readonly ("present" | "absent")[]) => {
    const hand = await freshly(world, who);
    const marks = enrolments.map((enrolment, one) => ({ enrolment, number: 0, status: statuses[one]! }));
    await deed(world, markAttendance, hand, { lesson, marks });
    const listed = await view(world, seeList, { actor: hand, establishment: SCHOOL, input: { lesson } });
    ok(listed.kind === "found");
    await deed(world, countersign, hand, { lesson, shown: listed.value.shown, words: "Je contresigne." });
  };
  const seen = async (year = 2026) => {
    const found = await view(world, seeBpf, { actor: officer.actor, establishment: SCHOOL, input: { year } });
    ok(found.kind === "found", found.kind);
    return found.value;
  };
  const values = async (frame: string, year = 2026) => {
    const { frames } = await seen(year);
    const rows = frames.filter((one) => one.frame === frame).flatMap(({ rows: all }) => all);
    return Object.fromEntries(
      rows
        .filter((row) => row.values.some((value) => value !== 0))
        .map((row) => [row.cell ?? row.own!, row.values.join("/")]),
    );
  };
  const cell = async (name: string, year = 2026) => {
    const input = { year, cell: name };
    const found = await view(world, seeBpfCell, { actor: officer.actor, establishment: SCHOOL, input });
    ok(found.kind === "found", found.kind);
    return found.value;
  };
  const enter = (more: Partial<Entered>, actor: Actor = officer.actor) =>
    perform(world, enterBpf, { actor, establishment: SCHOOL, attempt: newAttempt(), input: { ...ENTERED, ...more } });
  const deposit = async (more: { year?: number; on?: string; inputHash?: string } = {}) => {
    const { inputHash } = await seen(more.year);
    const input = { year: 2026, on: "2027-01-10", receipt: "AR-2027-12", inputHash, ...more };
    return perform(world, depositBpf, { actor: officer.actor, establishment: SCHOOL, attempt: newAttempt(), input });
  };
  const why = (outcome: Awaited<ReturnType<typeof deposit>>) =>
    outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  const waiting = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ due: string }>`
        select to_char(due_on, 'YYYY-MM-DD') as due from waiting where key = 'depositBpf'`.execute(tx);
      return rows.map(({ due }) => due);
    });

  it("waits for its deposit until 30 April, once the accounting year is over", async () => {
    deepEqual(await waiting(), []);
    equal(await runDue(world, SCHOOL, [openBpfs]), 1);
    equal(await runDue(world, SCHOOL, [openBpfs]), 0);
    deepEqual(await waiting(), ["2027-04-30"]);
    const all = await view(world, seeBpfs, { actor: officer.actor, establishment: SCHOOL, input: {} });
    ok(all.kind === "found");
    deepEqual(
      all.value.years.map(({ year, dueOn, over }) => [year, dueOn, over]),
      [
        [2027, "2028-04-30", false],
        [2026, "2027-04-30", true],
      ],
    );
  });

  it("has in C what is taught and not invoiced by who pays, and fees: by hand", async () => {
    // 11 760 € for 700 hours of which 9 h 30 were held; 14 700 € of which 3 h were attended; three times 160 € of fees.
    deepEqual(await values("C"), { "C-1": "63", "C-9": "160", "C-11": "480", total: "703", share: "100" });
    const { documents } = await cell("C-9");
    deepEqual(
      documents.map(({ kind, name, comesTo, declared, cents }) => [kind, name, comesTo, declared, cents]),
      [["accrued", "Seule Ada", 15_960, 0, 15_960]],
    );
    deepEqual(
      (await cell("C-11")).documents.map(({ cents, charge }) => [cents, charge !== null]),
      [
        [16_000, true],
        [16_000, true],
        [16_000, true],
      ],
    );
  });

  it("has no fees in C that only ask again for what was given back of a payment that bounced", async () => {
    const before = await values("C", 2027);
    const { payer } = await deed(world, addPayer, officer.actor, { name: "Les Ormes" });
    const debtor = `payer:${payer}`;
    const came = { debtor, amount: 5_000, paidOn: "2027-01-10", means: "transfer" } as const;
    await deed(world, recordDebtorPayment, officer.actor, came);
    const { id: payment } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("debtor", "=", debtor).executeTakeFirstOrThrow(),
    );
    const refund = { payment, amount: 5_000, means: "transfer", reason: "Payé pour un autre." } as const;
    const second = await employed(world, "Lou Seconde", "finance");
    await deed(world, agreeToProposal, second.actor, await deed(world, proposeRefund, officer.actor, refund));
    await deed(world, reversePayment, officer.actor, { payment, kind: "bounced", reason: "Sans provision." });
    deepEqual(await values("C", 2027), before);
  });

  it("names who is in no cell, and is not deposited without them, nor without its charges", async () => {
    const { lacking, entry, beforeIs } = await seen();
    equal(beforeIs, "none");
    deepEqual([lacking.map(({ name }) => name), entry], [["Nonditif Gil"], null]);
    match(lacking[0]!.why.fr, /situation/);
    match(why(await deposit()), /Saisissez d’abord les charges/);
    equal((await enter({ purchases: 1_000_000 })).kind, "invalid");
    equal((await enter({ external: ["account:nobody"] })).kind, "invalid");
    equal((await enter({}, head.actor)).kind, "forbidden");
    equal((await enter({ external: [actorName(outside.actor)] })).kind, "done");
    equal((await enter({})).kind, "stale");
    match(why(await deposit()), /aucune case/);
    await deed(world, noteWhoPays, officer.actor, { dossier: unsaid.dossier, others: [], status: "job-seeker" });
    deepEqual((await seen()).lacking, []);
  });

  it("has the charges in D, trainers in E, and the same totals in the three frames of people", async () => {
    deepEqual(await values("D"), { charges: "12346", trainerSalaries: "4000", purchases: "346" });
    deepEqual(await values("E"), { "E-staff": "1/6", "E-external": "1/4" });
    // Ada 3 h and 3 h 30, Fay and Gil 3 h each: 12 h 30, which is 13.
    deepEqual(await values("F1"), { "F1-a": "1/3", "F1-c": "1/3", "F1-d": "1/7", totals: "3/13" });
    deepEqual(await values("F3"), { "F3-rncp-6-8": "3/13", totals: "3/13" });
    deepEqual(await values("F4"), { "F4-332": "3/13", totals: "3/13" });
    deepEqual(
      (await cell("F1-d")).people.map(({ name, minutes }) => [name, minutes]),
      [["Seule Ada", 390]],
    );
    deepEqual(
      (await cell("E-external")).teachers.map(({ name, minutes }) => [name, minutes]),
      [["Zoé Extérieure", 210]],
    );
    // 15 960 of each who pays for themselves.
    deepEqual(await values("C"), { "C-1": "63", "C-9": "319", "C-11": "480", total: "862", share: "62" });
  });

  it("has in F-2 what is entered of people entrusted to another body, and no way to people", async () => {
    deepEqual(await values("F2"), {});
    const external = [actorName(outside.actor)];
    const more = { version: 1, external, entrustedPeople: 2 };
    equal((await enter(more)).kind, "invalid");
    equal((await enter({ ...more, entrustedHours: 30 })).kind, "done");
    deepEqual(await values("F2"), { entrustedTo: "2/30" });
    const [row] = (await seen()).frames.find(({ frame }) => frame === "F2")!.rows;
    equal(row!.cell, null);
    equal((await enter({ version: 2, external })).kind, "done");
    deepEqual(await values("F2"), {});
  });

  it("is deposited once, as it was read, after its year", async () => {
    match(why(await deposit({ on: "2026-12-31" })), /après la fin de l’exercice/);
    match(why(await deposit({ on: "2027-01-11" })), /au plus tard aujourd’hui/);
    equal((await deposit({ inputHash: `sha256:${"0".repeat(64)}` })).kind, "stale");
    match(why(await deposit({ year: 2027 })), /pas fini/);
    equal((await deposit()).kind, "done");
    match(why(await deposit()), /rien n’a changé/);
    deepEqual(await waiting(), []);
    const [found] = (await seen()).deposits;
    deepEqual([found!.version, found!.depositedOn, found!.receipt], [1, "2027-01-10", "AR-2027-12"]);
  });

  it("subtracts in the next year what was declared, though it is invoiced since", async () => {
    at("2027-02-01");
    const about = `contract:${alone.dossier}`;
    const outcome = await issued(
      world,
      SCHOOL,
      draft({
        about,
        called: "D-2026-000001",
        debtor: { account: alone.account },
        debtorName: "Ada Seule",
        period: { from: "2026-12-07", to: "2027-01-05" },
        basis: { by: "agreed", amount: 30_000 },
        lines: [{ label: { fr: "Formation", en: "Course" }, detail: { fr: "décembre", en: "December" }, about }],
      }),
    );
    ok(outcome.kind === "done", JSON.stringify(outcome));
    // 300 € invoiced, less 159,60 declared of Ada; Gil: three hours more held, 50,40 €. Nothing new of fees, nor of the employer.
    const { documents } = await cell("C-9", 2027);
    deepEqual(
      documents.map(({ kind, comesTo, declared, cents }) => [kind, comesTo, declared, cents]),
      [
        ["invoice", 30_000, 0, 30_000],
        ["accrued", 21_000, 15_960, 5_040],
        ["declared", 0, 15_960, -15_960],
      ],
    );
    deepEqual(await values("C", 2027), { "C-9": "191", total: "191", share: "100" });
    const { frames, beforeIs } = await seen(2027);
    equal(beforeIs, "deposited");
    const line = frames[0]!.rows.find(({ cell: name }) => name === "C-9")!;
    deepEqual([line.values, line.before], [[191], [319]]);
  });

  it("is known to have changed since, and is corrected by another deposit", async () => {
    const { deposits, inputHash } = await seen();
    ok(deposits[0]!.inputHash !== inputHash);
    // 25 of the 30 days of the invoice are of 2026: 250 € in place of 159,60.
    deepEqual(await values("C"), { "C-1": "63", "C-9": "410", "C-11": "480", total: "953", share: "64" });
    equal((await deposit({ on: "2027-02-01" })).kind, "done");
    deepEqual(await values("C", 2027), { "C-9": "100", total: "100", share: "100" });
    equal((await seen()).deposits.length, 2);
  });

  it("is read as it was deposited, each version with what it counted of each document", async () => {
    const deposited = async (version: number) => {
      const input = { year: 2026, version };
      const found = await view(world, seeBpfDeposit, { actor: officer.actor, establishment: SCHOOL, input });
      ok(found.kind === "found", found.kind);
      return found.value;
    };
    const [first, second] = [await deposited(1), await deposited(2)];
    const line = ({ frames }: typeof first) => frames[0]!.rows.find(({ cell: name }) => name === "C-9")!.values;
    deepEqual([line(first), line(second), first.last], [[319], [410], 2]);
    equal(first.by, "Anna Officier");
    // 63,00 of the employer, 159,60 of Ada and of Gil, and three fees; then 250,00 of Ada's invoice in place of her accrual.
    deepEqual(first.documents.map(({ kind, line: of, cents }) => `${kind} ${of} ${String(cents)}`).toSorted(), [
      "accrued 1 6300",
      "accrued 9 15960",
      "accrued 9 15960",
      ...Array<string>(3).fill("invoice 11 16000"),
    ]);
    equal(
      second.documents.reduce((sum, { cents }) => sum + cents, 0),
      95_260,
    );
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, officer, ["password", "totp"])}`;
    const page = async (path: string) => {
      const { statusCode, body } = await app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
      return { statusCode, body: body.replaceAll(/[\u00a0\u202f]/g, " ") };
    };
    const { body } = await page("/finances/bilan/2026/depots/1");
    for (const said of [/AR-2027-12/, /862,20 €/, /le dépôt 2/, /Anna Officier/, new RegExp(first.frozenHash)])
      match(body, said);
    match((await page("/finances/bilan/2026")).body, /finances\/bilan\/2026\/depots\/1/);
    match((await page("/finances/bilan")).body, /finances\/bilan\/2026\/depots\/2/);
    equal((await page("/finances/bilan/2026/depots/3")).statusCode, 404);
  });

  it("is read on its pages, each value to copy, with its way to the documents, and as a sheet", async () => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, officer, ["password", "totp"])}`;
    const page = (url: string) => app.inject({ url, headers: { cookie } });
    const text = async (path: string) => {
      const answer = await page(`/${SCHOOL}${path}`);
      equal(answer.statusCode, 200, path);
      return answer.body.replaceAll(/[\u00a0\u202f]/g, " ");
    };
    match(await text("/finances/bilan"), /30 avril 2027/);
    const one = await text("/finances/bilan/2026");
    match(one, /data-copy="Copier"[^>]*>410</);
    match(one, /href="[^"]*\/finances\/bilan\/2026\/case\/C-9/);
    match(await text("/finances/bilan/2027/case/C-9"), /finances\/factures\//);
    // What is taught and not invoiced is so until yesterday.
    match(await text("/finances/bilan/2027/case/C-9"), /jusqu’au 31 janvier 2027/);
    match(await text("/finances/bilan/2026/charges"), /Code NAF/);
    // Deposited as it stands: there is nothing to note, until something is entered.
    match(await text("/finances/bilan/2026/depot"), /ne peut pas être noté maintenant/);
    equal((await enter({ version: 3, external: [actorName(outside.actor)], charges: 1_300_000 })).kind, "done");
    match(await text("/finances/bilan/2026/depot"), /accusé de réception/);
    match(await text("/finances/bilan/2026/depot"), /953 euros \(952,60 € avant/);
    equal((await page(`/${SCHOOL}/finances/bilan/2026/case/Z-1`)).statusCode, 404);
    const sheet = await page(`/${SCHOOL}/finances/bilan/2026/bilan.xlsx`);
    equal(sheet.rawPayload.subarray(0, 2).toString(), "PK");
  });

  it("counts of lessons at the same time one, as the decision on hours does, and no field study", async () => {
    const lesson = (from: string, to: string, trainer: typeof inside, unit = "UF1.1") => ({
      from,
      to,
      unit,
      on: "2027-02-03",
      trainer: actorName(trainer.actor),
    });
    const { lessons } = await deed(world, planLessons, head.actor, {
      cohort,
      lessons: [
        lesson("09:00", "12:00", inside),
        lesson("18:00", "19:30", outside, "UF2.1"),
        lesson("14:00", "15:00", inside, "UF2.1"),
        lesson("16:00", "18:00", outside, "UF2.4"),
      ],
    });
    // Two lessons of the same people at one time, as earlier releases let them be.
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("lesson").set({ from_time: "11:00", to_time: "12:30" }).where("id", "=", lessons[1]!).execute(),
    );
    // What is taught today is not over.
    at("2027-02-03");
    deepEqual((await values("C", 2027))["C-9"], "100");
    // 4 h more of Gil, 67,20: nobody is in the lessons of 9 and of 11 at once. Of Ada 16 h 30 are 277,20, within her invoice of 300.
    at("2027-02-04");
    deepEqual((await values("C", 2027))["C-9"], "168");
    at("2027-02-05");
    for (const [nth, who] of [inside, outside, inside, outside].entries())
      await hold(lessons[nth]!, who, ["present", "present", "absent"]);
    // 3 h, and 1 h; the lesson from 11:00 began in another, and UF2.4 is the field study.
    const minutes = async () => (await cell("totals", 2027)).people.map((one) => [one.name, one.minutes]);
    deepEqual(await minutes(), [
      ["Employée Fay", 240],
      ["Nonditif Gil", 0],
      ["Seule Ada", 240],
    ]);
    // Attested as a whole until that day: the lessons count no more, and the hours have no day.
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into carried_hours (id, enrolment, unit, minutes, until_on, attested_by, recorded_by, recorded_at)
        values (gen_random_uuid(), ${enrolments[1]!}::uuid, 'UF1.1', 600, '2027-02-03', 'Une autre école', 'operator', ${now})`.execute(
        tx,
      ),
    );
    equal((await minutes())[0]![1], 0);
    deepEqual((await seen(2027)).carried, { people: 1, minutes: 600 });
    await withSchool(world.db, SCHOOL, (tx) => sql`delete from carried_hours`.execute(tx));
  });

  it("is the doctor’s to check: what was deposited is as it was", async () => {
    const told = () => withSchool(world.db, SCHOOL, async (tx) => (await yearCheck(tx, SCHOOL))?.label.en ?? "");
    equal(await told(), "");
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`insert into bpf_deposit select establishment_id, gen_random_uuid(), bpf, 9, deposited_on, receipt,
        jsonb_set(answer, '{totals,hours}', '14'), basis, input_hash, counted, frozen_hash, deposited_by, noted_at
        from bpf_deposit where version = 2`.execute(tx);
    });
    match(await told(), /bpf_deposit 2026 9/);
  });
});
