/** What is declared of trainees whose training a fund pays: looked at by the calendar, typed with its receipt, and back where facts change. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { noteGrant, noteWhoPays } from "../../contracts/acts.ts";
import { type Tx, withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { RETAINED, VIEWS } from "../../house/house.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import type { Day } from "../../kit/day.ts";
import { pdf } from "../../test/sent-files.ts";
import { deed, freshly, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person, plannedCohort } from "../../test/trainees.ts";
import { soundWaiting } from "../../test/waiting-lines.ts";
import { correctAttendance, countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { issueCertificate } from "../../training/certificates/acts.ts";
import { endTraining } from "../../training/cohorts/acts.ts";
import { ENDING_KINDS } from "../../training/rules/enrolment.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { yearCheck } from "../check.ts";
import { noteReceipt, noteTyped } from "./acts.ts";
import { looksToDeclare } from "./looks.ts";
import { listPortals, portalLinesOf, portalTogether, seePortalLine } from "./views.ts";

const SCHOOL = "faire-ess";

const openFile = VIEWS.find(({ name }) => name === "openFile")!;

describe("what is to be typed on the portals of funds", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let trainer: Awaited<ReturnType<typeof employed>>;
  let awa: Person;
  let bob: Person;
  let cyr: Person;
  const enrolments: string[] = [];
  let lessons: readonly string[] = [];
  const at = (day: string) => (now = new Date(`${day}T12:00:00Z`));

  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    head = await employed(world, "Ines Responsable", "head-of-training");
    trainer = await employed(world, "Tom Formateur", "trainer");
    const cohort = await aCohort(world, head.actor);
    await plannedCohort(world, head.actor, cohort);
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    bob = await anAccepted(world, { name: "Bob Martin" });
    cyr = await anAccepted(world, { name: "Cyr Seul" });
    const { payer } = await deed(world, addPayer, officer.actor, {
      name: "La caisse",
      siren: "732829320",
      address: "2 rue Bleue\n34000 Montpellier",
    });
    const paid = async ({ dossier }: Person, source: string, number?: string) => {
      const others = [{ source, amount: 500_000, payer }];
      await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "private-employee" });
      const granted = { dossier, source, answer: "granted", on: "2026-11-25" } as const;
      await deed(world, noteGrant, officer.actor, { ...granted, ...(number !== undefined && { number }) });
    };
    await paid(awa, "cpf", "CPF-41");
    await paid(bob, "transition");
    await deed(world, noteWhoPays, officer.actor, { dossier: cyr.dossier, others: [], status: "own-cost" });
    for (const one of [awa, bob, cyr]) enrolments.push(await enrolled(world, head.actor, one, cohort));
    const lesson = { trainer: actorName(trainer.actor), unit: "UF1.1" };
    ({ lessons } = await deed(world, planLessons, head.actor, {
      cohort,
      lessons: [
        { ...lesson, on: "2026-12-07", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-08", from: "09:00", to: "12:30" },
        { ...lesson, on: "2027-01-11", from: "09:00", to: "12:00" },
      ],
    }));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const mark = async (nth: number, ...statuses: ("present" | "absent")[]) =>
    deed(world, markAttendance, await freshly(world, trainer), {
      lesson: lessons[nth]!,
      marks: statuses.map((status, one) => ({ enrolment: enrolments[one]!, number: 0, status })),
    });
  const signList = async (nth: number) => {
    const actor = await freshly(world, trainer);
    const input = { lesson: lessons[nth]! };
    const seen = await view(world, seeList, { actor, establishment: SCHOOL, input });
    ok(seen.kind === "found");
    await deed(world, countersign, actor, { ...input, shown: seen.value.shown, words: "Je contresigne." });
  };
  const look = () => runDue(world, SCHOOL, [looksToDeclare]);
  const listed = async (state: "to-type" | "differs" | "typed" | "received" = "to-type") => {
    const seen = await view(world, listPortals, { actor: officer.actor, establishment: SCHOOL, input: { state } });
    ok(seen.kind === "found", seen.kind);
    return seen.value.portals.flatMap(({ lines }) => lines);
  };
  const lineOf = async (declare: string, name: string, part = "") => {
    const seen = await view(world, portalLinesOf, {
      actor: officer.actor,
      establishment: SCHOOL,
      input: { dossiers: [awa.dossier, bob.dossier, cyr.dossier] },
    });
    ok(seen.kind === "found");
    const one = seen.value.lines.find((line) => line.declare === declare && line.name === name && line.part === part);
    ok(
      one,
      `${declare} ${name} ${JSON.stringify(seen.value.lines.map((each) => [each.declare, each.name, each.part]))}`,
    );
    return see(one.id);
  };
  const see = async (line: string, actor: Actor = officer.actor) => {
    const seen = await view(world, seePortalLine, { actor, establishment: SCHOOL, input: { line } });
    ok(seen.kind === "found", seen.kind);
    return seen.value;
  };
  const valuesOf = ({ values }: Awaited<ReturnType<typeof see>>) =>
    Object.fromEntries(values.map(({ field, value }) => [field, value]));
  const asked = <I>(input: I, actor: Actor = officer.actor) => ({ actor, establishment: SCHOOL, input });
  const refusal = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>) => {
    const outcome = await tried(act, input);
    ok(typeof outcome === "string", JSON.stringify(outcome));
    return outcome;
  };
  const tried = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor: Actor = officer.actor) => {
    const outcome = await perform(world, act, { ...asked(input, actor), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ message }) => message("fr")).join(" ")
      : outcome.kind === "done"
        ? outcome.value
        : outcome.kind;
  };
  type Typed = Omit<Static<typeof noteTyped.form>, "lines">;
  const type = (
    { id, shown }: { id: string; shown: string },
    more: Partial<Typed> = {},
    actor: Actor = officer.actor,
  ) => tried(noteTyped, { lines: [{ line: id, shown }], on: now.toISOString().slice(0, 10), ...more }, actor);
  const typingRefused = async (line: { id: string; shown: string }, more: Partial<Typed> = {}) =>
    refusal(noteTyped, { lines: [{ line: line.id, shown: line.shown }], on: now.toISOString().slice(0, 10), ...more });
  const waiting = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ key: string; event: string; due: Day | null }>`
        select key, facts ->> 'event' as event, to_char(due_on, 'YYYY-MM-DD') as due from waiting
        where chain like 'portal:%' order by due_on, facts ->> 'event', part`.execute(tx);
      return rows.map(({ key, event, due }) => [key, event, due]);
    });
  const checked = async () => {
    await soundWaiting(world);
    equal(await withSchool(world.db, SCHOOL, (tx) => yearCheck(tx, SCHOOL)), undefined);
  };

  const page = async (path: string) => {
    const cookies = { [SESSION_COOKIE]: await openedSession(world, officer, ["password", "totp"]) };
    return (await app.inject({ url: `/faire-ess${path}`, cookies })).body;
  };

  it("is said before anything happened: of whom, when, and within how many days", async () => {
    const list = await page("/finances/a-declarer");
    match(list, /Rien à saisir sur ces portails aujourd’hui\.[^]*<details class="ds-details" open>/);
    match(list, /payée, même en partie, par.: [^<]*compte personnel de formation/i);
    match(list, /Entrée en formation.: dès que sa première demi-journée[^<]*\(à saisir sous 3.jours.ouvrés\)/);
    match(list, /Un contrat conclu ne suffit pas[^]*<h2/);
    match(list, /href="[^"]*\/finances\/bilan"/);
    doesNotMatch(list, /Bilan de.20/);
    const corrected = await page("/finances/a-declarer?voir=a-corriger");
    match(corrected, /<h1[^>]*>À déclarer.: à corriger/);
    match(corrected, /Rien à corriger.: les faits n’ont pas changé/);
    doesNotMatch(corrected, /Un contrat conclu/);
  });

  it("has words in the school’s file for each way in which a training ends", () => {
    const reasons = (world.payee?.(SCHOOL)?.year?.portals ?? []).flatMap(({ declares }) =>
      declares.flatMap((one) => (one.reasons ? [new Set(one.reasons.flatMap(({ when }) => when))] : [])),
    );
    ok(reasons.length > 0);
    for (const known of reasons)
      deepEqual(
        ["whole", "absent", ...ENDING_KINDS].filter((kind) => !known.has(kind)),
        [],
      );
  });

  it("has nothing before anybody was there, and looks at nobody twice without new facts", async () => {
    equal(await look(), 2);
    deepEqual(await listed(), []);
    equal(await look(), 0);
  });

  it("waits for the entry from the first half-day on, and says which one is not countersigned", async () => {
    at("2026-12-07");
    await mark(0, "present", "present", "present");
    equal(await look(), 2);
    const entry = await lineOf("entry", "Ndiaye Awa");
    deepEqual(valuesOf(entry), { number: "CPF-41", person: "Ndiaye Awa", "entered-on": null });
    deepEqual(
      [entry.dueOn, entry.unknown, entry.unsignedHalfDays.map(({ on }) => on)],
      ["2026-12-10", true, ["2026-12-07"]],
    );
    match(await typingRefused(entry), /faute de présence contresignée/);
    deepEqual(await waiting(), [["typeOnPortal", "entry", "2026-12-10"]]);
    await checked();
  });

  it("knows the day once it is countersigned, and refuses values that are not those that were read", async () => {
    const before = await lineOf("entry", "Ndiaye Awa");
    await signList(0);
    equal(await look(), 2);
    const entry = await lineOf("entry", "Ndiaye Awa");
    equal(valuesOf(entry)["entered-on"], "2026-12-07");
    equal(await type(before), "stale");
    match(await typingRefused(entry, { on: "2026-12-08" }), /à venir/);
    match(await typingRefused(entry, { on: "2026-12-06" }), /avant ce qui est déclaré/);
    equal(await type(entry, {}, head.actor), "forbidden");
  });

  it("is never said to be declared without a receipt, and keeps waiting for it", async () => {
    at("2026-12-08");
    deepEqual(await type(await lineOf("entry", "Ndiaye Awa")), { typed: 1, received: false });
    const typed = await lineOf("entry", "Ndiaye Awa");
    deepEqual([typed.state, typed.received], ["typed", false]);
    deepEqual(await waiting(), [["awaitReceipt", "entry", null]]);
    match(await refusal(noteReceipt, { line: typed.id, on: "2026-12-08" }), /numéro de l’accusé, ou son fichier/);
    match(await refusal(noteReceipt, { line: typed.id, on: "2026-12-07", receipt: "AR-1" }), /avant la saisie/);
    deepEqual(await tried(noteReceipt, { line: typed.id, on: "2026-12-08", receipt: "AR-1" }), { received: true });
    const received = await see(typed.id);
    deepEqual(
      [received.state, received.noted.map(({ kind, receipt }) => [kind, receipt])],
      [
        "received",
        [
          ["typed", null],
          ["received", "AR-1"],
        ],
      ],
    );
    match(await refusal(noteReceipt, { line: typed.id, on: "2026-12-08", receipt: "AR-2" }), /déjà noté/);
    deepEqual(await waiting(), []);
    await checked();
  });

  it("asks the proof of a month once it is over, without a number that nobody noted, for several at once", async () => {
    at("2026-12-31");
    await mark(1, "present", "present", "absent");
    await look();
    deepEqual(
      (await listed()).map(({ declare }) => declare),
      [],
    );
    at("2027-01-01");
    await look();
    const month = await lineOf("month", "Martin Bob", "2026-12");
    // The second list is not countersigned: its hours are not counted, and it is named.
    deepEqual(valuesOf(month), { number: null, person: "Martin Bob", month: "2026-12", followed: 180 });
    deepEqual([month.dueOn, month.unknown, month.unsignedHalfDays.length], ["2027-01-08", false, 1]);
    deepEqual(month.paper, { kind: "certificate", from: "2026-12-01", to: "2026-12-31", code: null });
    const { code } = await deed(world, issueCertificate, officer.actor, {
      enrolment: enrolments[1]!,
      from: "2026-12-01",
      to: "2026-12-31",
    });
    equal((await see(month.id)).paper?.code, code);
    const several = await view(world, portalTogether, asked({ portal: "transitions-pro", declare: "month" }));
    ok(several.kind === "found");
    const lines = several.value.lines.map(({ id, shown }) => ({ line: id, shown }));
    equal(lines.length, 1);
    deepEqual(await tried(noteTyped, { lines, on: "2027-01-01", receipt: "TP-7" }), { typed: 1, received: true });
    equal((await see(month.id)).state, "received");
  });

  it("does not take together what its portal takes one by one", async () => {
    const entry = await lineOf("entry", "Ndiaye Awa");
    const month = await lineOf("month", "Martin Bob", "2026-12");
    const lines = [entry, month].map(({ id, shown }) => ({ line: id, shown }));
    match(await refusal(noteTyped, { lines, on: "2027-01-01" }), /une par une/);
  });

  it("comes back where a half-day is countersigned or corrected after it was typed, and says what differs", async () => {
    await signList(1);
    await look();
    const month = await lineOf("month", "Martin Bob", "2026-12");
    deepEqual(
      [
        month.state,
        month.values.filter(({ differs }) => differs).map(({ field, value, typed }) => [field, value, typed]),
      ],
      ["differs", [["followed", 390, 180]]],
    );
    deepEqual(await waiting(), [["typeOnPortal", "month", null]]);
    match(await typingRefused(month), /pourquoi/);
    deepEqual(await type(month, { ground: "Une liste contresignée après.", receipt: "TP-8" }), {
      typed: 1,
      received: true,
    });
    equal((await see(month.id)).state, "received");
    at("2027-01-04");
    await deed(world, correctAttendance, await freshly(world, head), {
      lesson: lessons[0]!,
      enrolment: enrolments[0]!,
      number: 1,
      status: "absent",
      reason: "Elle n’était pas là.",
    });
    await look();
    const entry = await lineOf("entry", "Ndiaye Awa");
    deepEqual([entry.state, valuesOf(entry)["entered-on"]], ["differs", "2026-12-08"]);
    await checked();
  });

  it("is done when training ends: the exit, and the share that was followed, with its reason", async () => {
    at("2027-01-12");
    await deed(world, endTraining, await freshly(world, head), ENDING(enrolments[0]!));
    await look();
    const done = await lineOf("service-done", "Ndiaye Awa");
    deepEqual(valuesOf(done), {
      number: "CPF-41",
      person: "Ndiaye Awa",
      reason: "Réalisation partielle, absence ou abandon du stagiaire",
      percent: 0,
      done: 210,
      planned: 42_000,
      undone: 41_790,
    });
    deepEqual([done.dueOn, (await lineOf("exit", "Ndiaye Awa")).dueOn], ["2027-01-15", "2027-01-15"]);
    await checked();
  });

  it("is noted once by two at once, with the receipt as a file that staff of the accounts may open", async () => {
    const exit = await lineOf("exit", "Ndiaye Awa");
    const noted = await Promise.all([type(exit), type(exit)]);
    deepEqual(
      noted.filter((one) => typeof one !== "string"),
      [{ typed: 1, received: false }],
    );
    const stream = Readable.from([pdf({})]);
    const { account } = officer;
    const sent = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "accuse.pdf" });
    ok("upload" in sent);
    deepEqual(await tried(noteReceipt, { line: exit.id, on: "2027-01-12", upload: sent.upload }), { received: true });
    const { state, noted: facts } = await see(exit.id);
    const file = facts.at(-1)?.file;
    ok(state === "received" && file);
    const opened = async (actor: Actor) => (await view(world, openFile, asked({ id: file, take: true }, actor))).kind;
    deepEqual([await opened(officer.actor), await opened(head.actor)], ["found", "missing"]);
    await checked();
  });

  it("comes back as without object where the fund pays no more, and is taken back with a ground", async () => {
    const others = [{ source: "employer-plan", amount: 1_470_000 }];
    await deed(world, noteWhoPays, officer.actor, { dossier: bob.dossier, others, status: "private-employee" });
    await look();
    const month = await lineOf("month", "Martin Bob", "2026-12");
    deepEqual([month.state, month.asked], ["differs", false]);
    deepEqual(await type(month, { ground: "Le fonds ne paie plus." }), { typed: 1, received: false });
    equal((await see(month.id)).state, "typed");
    await checked();
  });

  it("waits for nobody about themselves, also where their account took their training over later", async () => {
    const whose = () =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const { rows } = await sql<{ person: string }>`
          select distinct person from waiting where chain = ${`portal:${enrolments[0]}`} order by person`.execute(tx);
        return rows.map(({ person }) => person);
      });
    const owned = (account: string | null) =>
      withSchool(world.db, SCHOOL, (tx) =>
        sql`update enrolment set account = ${account}::uuid where id = ${enrolments[0]}::uuid`.execute(tx),
      );
    deepEqual(await whose(), [`account:${awa.account}`]);
    await owned(null);
    await look();
    deepEqual(await whose(), [`dossier:${awa.dossier}`]);
    await checked();
    await owned(awa.account);
    await look();
    deepEqual(await whose(), [`account:${awa.account}`]);
  });

  it("is nobody’s own to note", async () => {
    const own = { ...officer.actor, account: awa.account } as Actor;
    const exit = await lineOf("exit", "Ndiaye Awa");
    equal((await see(exit.id, own)).mayNote, false);
    equal(await type(exit, {}, own), "forbidden");
  });

  it("shows nothing of another school", async () => {
    await withSchool(world.db, "another", async (tx: Tx) => {
      for (const table of ["portal_file", "portal_line", "portal_typed"] as const)
        deepEqual(await tx.selectFrom(table).select("id").execute(), []);
    });
  });

  it("is in the copy of a person’s data, and is kept as the accounts are", async () => {
    const { chains, over, still, erase } = RETAINED.find(({ name }) => name === "portals")!;
    const period = { kind: "accounting", months: 120, yearEnds: "12-31" } as Parameters<
      NonNullable<typeof over>
    >[1]["period"];
    await withSchool(
      world.db,
      SCHOOL,
      async (tx) => {
        deepEqual(await chains(tx, { account: awa.account }), [`portal:${enrolments[0]}`]);
        deepEqual(await over!(tx, { period, today: "2030-01-01" }, 10), []);
        const [first] = await over!(tx, { period, today: "2040-01-01" }, 10);
        ok(first && (await still!(tx, first.chain, { period, today: "2040-01-01" })));
        equal(await still!(tx, first.chain, { period, today: "2030-01-01" }), false);
        await erase!(tx, first.chain, now);
        deepEqual(await tx.selectFrom("portal_file").select("id").where("id", "=", first.chain.slice(7)).execute(), []);
      },
      { keep: () => false },
    );
  });

  it("reads on its pages as it stands", async () => {
    const list = await page("/finances/a-declarer");
    match(list, /Service fait/);
    const { id } = await lineOf("service-done", "Ndiaye Awa");
    const line = await page(`/finances/a-declarer/${id}`);
    match(line, /data-copy="Copier"[^>]*>3,5</);
    match(line, /3\u00a0h\u00a030/);
    match(await page(`/personnes/${awa.account}`), /Déclaré à qui paie/);
  });

  it("stands beside the yearly declaration, with its last day once the year is over, and late from the day after", async () => {
    const kept = now;
    match(
      await page("/finances/a-declarer"),
      /finances\/bilan\/2026">Bilan de.2026<\/a>, à déposer avant le 30.avril.2027<\/li>/,
    );
    doesNotMatch(await page("/finances/a-declarer?voir=accuse"), /Bilan de.2026/);
    at("2027-05-01");
    match(await page("/finances/a-declarer"), /à déposer avant le 30.avril.2027 <strong>en retard/);
    now = kept;
  });
});

const ENDING = (enrolment: string) => ({
  enrolment,
  kind: "abandoned" as const,
  on: "2027-01-12",
  reason: "Elle arrête.",
});
