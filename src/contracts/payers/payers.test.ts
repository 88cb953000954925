/** What a payer asks of its trainees: hours countersigned between two days, the certificates that are missing at once, money to the cent. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { startRenderer } from "../../documents/render.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { draft, issueDrafts } from "../../test/invoicing.ts";
import { deed, freshly, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person, plannedCohort } from "../../test/trainees.ts";
import { countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { buildServer } from "../../web/server.ts";
import { noteGrant, noteWhoPays } from "../acts.ts";
import { seeContract } from "../views.ts";
import { certifyTrainees } from "./acts.ts";
import { traineesStatement } from "./documents/statement.ts";
import { seeInvoiceProofs, seeIssuedToPayer, seePaidTrainees } from "./views.ts";

const SCHOOL = "faire-ess";
const WEEK = { from: "2026-12-07", to: "2026-12-11" };

/** The names of its files, by its central directory. */
function inside(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 46))
    names.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString());
  return names;
}

describe("what a payer asks of its trainees", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let trainer: Actor;
  let finance: Actor;
  let officer: Awaited<ReturnType<typeof employed>>;
  let payer = "";
  const people: { person: Person; enrolment: string; amount: number }[] = [];
  let lessons: readonly string[] = [];
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    trainer = (await employed(world, "Tom Formateur", "trainer")).actor;
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    finance = officer.actor;
    const cohort = await aCohort(world, head);
    await plannedCohort(world, head, cohort);
    const address = "2 rue Bleue\n34000 Montpellier";
    ({ payer } = await deed(world, addPayer, finance, { name: "Les Amandiers", siren: "732829320", address }));
    for (const name of ["Awa Ndiaye", "Bob Martin"]) {
      const person = await anAccepted(world, { name });
      const { dossier } = person;
      const seen = await found(seeContract, finance, { dossier, language: "fr" as const });
      const amount = seen.priced!.tuition;
      const others = [{ source: "employer-plan", amount, payer }];
      await deed(world, noteWhoPays, finance, { dossier, others, status: "private-employee" });
      people.push({ person, amount, enrolment: await enrolled(world, head, person, cohort) });
    }
    const lesson = { trainer: actorName(trainer), unit: "UF1.1" };
    ({ lessons } = await deed(world, planLessons, head, {
      cohort,
      lessons: [
        { ...lesson, on: "2026-12-07", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-08", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-14", from: "09:00", to: "12:00" },
      ],
    }));
    now = new Date("2026-12-15T09:00:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    finance = await freshly(world, officer);
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const found = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const seen = await view(world, what, asked(actor, input));
    if (seen.kind !== "found") throw new Error(`${what.name}: ${seen.kind}`);
    return seen.value;
  };
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
  };
  const signed = async (nth: number, there: readonly string[]) => {
    const lesson = lessons[nth]!;
    const marks = people.map(({ enrolment }) => ({
      enrolment,
      number: 0,
      status: there.includes(enrolment) ? ("present" as const) : ("absent" as const),
    }));
    await deed(world, markAttendance, trainer, { lesson, marks });
    const { shown } = await found(seeList, trainer, { lesson });
    await deed(world, countersign, trainer, { lesson, shown, words: "Je contresigne." });
  };
  const listed = (days = WEEK) => found(seePaidTrainees, finance, { payer, ...days });
  const awa = () => people[0]!;
  const bob = () => people[1]!;

  it("lists each of them with what was asked, and nothing followed as long as nothing is countersigned", async () => {
    const { trainees, periods, name } = await listed();
    equal(name, "Les Amandiers");
    ok(periods.length > 1);
    deepEqual(
      trainees.map((one) => [one.dossier, one.agreed, one.asked, one.planned, one.done, one.certified]),
      [bob(), awa()].map(({ person, amount }) => [person.dossier, 0, amount, 360, 0, false]),
    );
    match(await tried(certifyTrainees, finance, { payer, ...WEEK }), /Rien ne manque/);
  });

  it("counts countersigned half-days of exactly these days, and gives every missing certificate by one act", async () => {
    await signed(0, [awa().enrolment, bob().enrolment]);
    await signed(1, [awa().enrolment]);
    await signed(2, [awa().enrolment]);
    deepEqual(
      (await listed()).trainees.map(({ done, certified }) => [done, certified]),
      [
        [180, false],
        [360, false],
      ],
    );
    const { codes, left } = await deed(world, certifyTrainees, finance, { payer, ...WEEK });
    deepEqual([codes.length, left], [2, []]);
    const { trainees } = await listed();
    deepEqual(
      trainees.map(({ certified, certificates }) => [certified, certificates.map(({ minutes }) => minutes)]),
      [
        [true, [180]],
        [true, [360]],
      ],
    );
    match(await tried(certifyTrainees, finance, { payer, ...WEEK }), /Rien ne manque/);
    deepEqual(
      (await listed({ from: "2026-12-12", to: "2026-12-15" })).trainees.map(({ done }) => done),
      [0, 180],
    );
  });

  it("is not certified ahead, nor by somebody who may not", async () => {
    match(await tried(certifyTrainees, finance, { payer, from: "2026-12-07", to: "2026-12-16" }), /à venir/);
    match(await tried(certifyTrainees, finance, { payer, from: "2026-12-11", to: "2026-12-07" }), /avant le premier/);
    equal(await tried(certifyTrainees, trainer, { payer, ...WEEK }), "forbidden");
    equal((await view(world, seePaidTrainees, asked(trainer, { payer }))).kind, "forbidden");
  });

  it("shares what was paid of one invoice for several, less credits, and names the proofs of each invoice", async () => {
    const code = (await listed()).trainees[1]!.certificates[0]!.code;
    const [line] = draft().lines;
    const lines = [
      { ...line!, about: `contract:${awa().person.dossier}`, amount: 30_000 },
      { ...line!, about: `contract:${bob().person.dossier}`, amount: 10_000 },
    ];
    const { ids, charges, numbers } = await deed(world, issueDrafts, finance, {
      drafts: [
        draft({
          source: "employer-plan",
          debtor: { payer },
          lines,
          basis: { by: "agreed", amount: 40_000 },
          attached: [`Certificat de réalisation, Awa Ndiaye, code ${code}`],
        }),
      ],
    });
    const less = { invoice: ids[0]!, part: 1, amount: 10_000, reason: "geste", then: "remitted" as const };
    const { number } = await deed(world, creditInvoice, finance, less);
    await deed(world, recordPayment, finance, {
      charge: charges[0]!,
      amount: 15_000,
      paidOn: "2026-12-15",
      means: "transfer",
    });
    deepEqual(
      (await listed()).trainees.map(({ invoiced, paid, balance }) => [invoiced, paid, balance]),
      [
        [10_000, 5_000, 5_000],
        [20_000, 10_000, 10_000],
      ],
    );
    deepEqual(await found(seeInvoiceProofs, finance, { number: numbers[0]! }), { codes: [code] });
    const issued = await found(seeIssuedToPayer, finance, { payer, from: "2026-12-15", to: "2026-12-15" });
    deepEqual(issued.numbers, [numbers[0], number]);
  });

  it("hands out the statement as PDF and table, and all as one archive with certificates and invoices", async () => {
    const documents = startRenderer({ timeoutMs: 120_000 });
    const app = await buildServer({ ...world, documents }, { perMinute: 1_000_000 });
    try {
      const cookie = `${SESSION_COOKIE}=${await openedSession(world, officer, ["password", "totp"])}`;
      const get = async (path: string) => {
        const { statusCode, rawPayload } = await app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
        equal(statusCode, 200, path);
        return rawPayload;
      };
      const days = `?du=${WEEK.from}&au=2026-12-15`;
      const of = `/finances/payeurs/${payer}`;
      equal((await get(`${of}/stagiaires.pdf${days}`)).subarray(0, 5).toString(), "%PDF-");
      equal((await get(`${of}/stagiaires.xlsx${days}`)).subarray(0, 2).toString(), "PK");
      const names = inside(await get(`${of}/dossier.zip${days}`));
      deepEqual([names[0], names.length], ["stagiaires-2026-12-07-2026-12-15.pdf", 5]);
      for (const folder of ["certificats/", "factures/"])
        equal(names.filter((name) => name.startsWith(folder)).length, 2);
      const { numbers } = await found(seeIssuedToPayer, finance, { payer, from: "2026-12-15", to: "2026-12-15" });
      const one = inside(await get(`/finances/factures/${numbers[0]}/dossier.zip`));
      deepEqual([one[0], one.length], [`factures/${numbers[0]}.pdf`, 2]);
    } finally {
      await app.close();
      await documents.close();
    }
  });

  it("prints what the page shows, and claims no certificate that it does not name", async () => {
    const seen = await listed();
    const printed = (trainees: typeof seen.trainees) =>
      JSON.stringify(
        traineesStatement(
          { name: "École", address: [] },
          { ...seen, trainees },
          { on: "2026-12-15", lang: "fr", verifiedAt: "https://exemple.fr/verifier" },
        ),
      );
    const all = printed(seen.trainees);
    for (const { certificates } of seen.trainees) ok(all.includes(certificates[0]!.code));
    match(all, /2 stagiaires/);
    match(printed([]), /Aucun certificat n’est émis/);
  });

  it("tells what is agreed from what is only asked, and what is left to pay from what is left to invoice", async () => {
    const third = await anAccepted(world, { name: "Chloé Petit" });
    const { dossier } = third;
    const others = [{ source: "transition", amount: 300_000, payer }];
    await deed(world, noteWhoPays, finance, { dossier, others, status: "private-employee" });
    const theirs = async () => (await listed()).trainees.find((one) => one.dossier === dossier)!;
    const added = await theirs();
    deepEqual([added.agreed, added.asked, added.balance, added.toInvoice], [0, 300_000, 0, 0]);
    await deed(world, noteGrant, finance, { dossier, source: "transition", answer: "granted", on: "2026-12-15" });
    const granted = await theirs();
    deepEqual([granted.agreed, granted.asked, granted.balance, granted.toInvoice], [300_000, 0, 0, 300_000]);
    const paper = traineesStatement(
      { name: "École", address: [] },
      { name: "Les Amandiers", between: WEEK, trainees: [added] },
      { on: "2026-12-15", lang: "fr", verifiedAt: "https://exemple.fr/verifier" },
    );
    match(JSON.stringify(paper).replaceAll(/[\u00A0\u202F]/gu, " "), /3 000,00 € pas encore accordés ou signés/);
  });
});
