/** What is to be invoiced: from the day that the law lets it be asked, period by period, once; of an employer together; corrected by credits. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { invoicesCheckOf } from "../../billing/invoices/check.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { sayMoney } from "../../kit/lang.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { contractOffice, invoicingIn, RECEIVED } from "../../test/contract-office.ts";
import { someone } from "../../test/charging.ts";
import { candidate } from "../../test/dossiers.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { LAWS } from "../../test/server.ts";
import { anAccepted, employed, enrolled, type Person, plannedCohort } from "../../test/trainees.ts";
import { linesFor, soundWaiting } from "../../test/waiting-lines.ts";
import { endTraining, interruptTraining, openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { handOver, noteGrant, noteWhoPays, sayWhoPays } from "../acts.ts";
import { countersignContract, noteSigned, signContract } from "../signing-acts.ts";
import { contractsAfter } from "../store.ts";
import { seeContract } from "../views.ts";
import { issueProposed, issueTogether } from "./acts.ts";
import { looksToInvoice } from "./looks.ts";
import { seeToInvoice } from "./views.ts";

const SCHOOL = "faire-ess";
const BEFORE = ["programme", "objectives", "trainers", "timetable", "assessment", "contact", "rules"];

const NOBODY = { people: 0, amount: 0 };

describe("what is to be invoiced", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let director: () => Actor;
  let cohort = "";
  before(async () => {
    ({ world, close, officer, head, director, cohort } = await contractOffice(() => now));
  });
  after(() => close());

  const { asked, tried, listed, proposedTo, issue, invoice, seenContract } = invoicingIn(() => ({ world, officer }));
  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const person = async (name: string): Promise<Person> => {
    at("2026-11-25");
    return anAccepted(world, { name });
  };
  const heldOf = async ({ dossier }: Person) =>
    (await listed()).held.filter((one) => one.dossier === dossier).map(({ why }) => why.fr);
  const signs = async (one: Person) => {
    const seen = await view(
      world,
      seeContract,
      asked(officer.actor, { dossier: one.dossier, language: "fr" as const }),
    );
    if (seen.kind !== "found") throw new Error(seen.kind);
    const { shown } = seen.value.contract!.papers.find(({ paper }) => paper === "contract")!;
    const signed = { dossier: one.dossier, shown, words: "J’accepte.", received: [...RECEIVED] };
    await deed(world, signContract, candidate(world, one), signed);
    const school = { dossier: one.dossier, source: "personal", words: "Je signe pour l’école." };
    await deed(world, countersignContract, director(), school);
    return seen.value.contract!.price;
  };
  const alone = async (name: string) => {
    const one = await person(name);
    await deed(world, sayWhoPays, candidate(world, one), { dossier: one.dossier, others: [], status: "own-cost" });
    at("2027-06-04");
    return { one, price: await signs(one) };
  };
  const conventionOf = async ({ dossier }: Person, source: string) => {
    const stream = Readable.from([pdf({})]);
    const sent = { establishment: SCHOOL, account: officer.account, stream, name: "convention.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    const paper = { dossier, source, on: "2027-06-04", by: "M. Amand", forSchool: "Dora Directrice" };
    const stated = LAWS.establishments[0]!.data.money!.agreement.particulars.convention.map(
      ({ particular }) => particular,
    );
    await deed(world, noteSigned, { ...officer.actor, roles: ["director"] } as Actor, {
      ...paper,
      upload: received.upload,
      stated,
    });
  };
  const wholly = async (name: string, payer: string) => {
    const one = await person(name);
    const { dossier } = one;
    const seen = await view(world, seeContract, asked(officer.actor, { dossier, language: "fr" as const }));
    const amount = seen.kind === "found" ? seen.value.priced!.tuition : 0;
    await deed(world, noteWhoPays, officer.actor, {
      dossier,
      others: [{ source: "employer-plan", amount, payer }],
      status: "private-employee",
    });
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" });
    at("2027-06-04");
    await conventionOf(one, "employer-plan");
    return { one, amount };
  };

  it("waits for whoever keeps the accounts from its day on, until it is issued, on the page of this person", async () => {
    const { one } = await alone("Zora Ligne");
    const chain = `candidacy:${one.dossier}`;
    const lines = async () =>
      (await linesFor(world, officer.actor, "toInvoice")).filter((line) => line.chain === chain);
    const calendar = () => runDue(world, SCHOOL, [looksToInvoice]);
    await calendar();
    deepEqual(await lines(), []);
    at("2028-09-01");
    await calendar();
    const [line, ...more] = await lines();
    ok(line && more.length === 0);
    const sum = (await proposedTo(one)).reduce((all, { amount }) => all + amount, 0);
    deepEqual([line.verb.fr, line.dueOn], [`Facturer ${sayMoney(sum, "fr")}`, "2028-09-01"]);
    const counted = () => view(world, seeToInvoice, asked(officer.actor, {}));
    deepEqual(await counted(), { kind: "found", value: { people: 1, asks: sum, credits: 0, blocked: NOBODY } });
    equal(line.to, `/finances/a-facturer?pour=${one.dossier}`);
    deepEqual(await linesFor(world, candidate(world, one), "toInvoice"), []);
    // Gone with the act, before the calendar passes; and nothing new is seen by it.
    await issue(one);
    deepEqual(await lines(), []);
    deepEqual(await counted(), { kind: "found", value: { people: 0, asks: 0, credits: 0, blocked: NOBODY } });
    await calendar();
    equal(await calendar(), 0);
    deepEqual(await lines(), []);
    await soundWaiting(world);
    // An end, which is noted of the training, leaves a credit or a rest to the day after.
    const enrolment = await enrolled(world, head.actor, one, cohort);
    await deed(world, endTraining, head.actor, { enrolment, on: "2028-09-01", kind: "school", reason: "Fermeture." });
    at("2028-09-02");
    await calendar();
    const ended = await proposedTo(one);
    equal((await lines()).length, ended.length > 0 ? 1 : 0);
    ok(ended.length > 0);
  });

  it("is nothing before the day of the law, then a period once it is over, once and for all", async () => {
    const { one, price } = await alone("Ada Seule");
    deepEqual(await proposedTo(one), []);
    at("2028-09-01");
    const [first, ...more] = await proposedTo(one);
    ok(first && first.kind === "invoice");
    const numbers = await issue(one);
    equal(numbers.length, 1 + more.length);
    deepEqual(await proposedTo(one), []);
    const seen = await invoice(numbers[0]!);
    deepEqual([seen.document.buyer.name, seen.document.gross], ["Seule Ada", first.amount]);
    ok(seen.document.buyer.address.length > 0);
    match(seen.document.lines[0]!.detail!.fr, /^Seule Ada, du .* au .*, \d+/);
    // To the last period, all is asked and no cent more.
    at("2029-12-01");
    const rest = await proposedTo(one);
    await issue(one);
    const sum = [first, ...more, ...rest].reduce((total, { amount }) => total + amount, 0);
    equal(sum, price);
    deepEqual(await proposedTo(one), []);
  });

  it("is not issued where it changed since it was looked at, nor twice", async () => {
    const { one } = await alone("Bo Changé");
    at("2030-01-02");
    const keys = (await proposedTo(one)).map(({ key }) => key);
    ok(keys.length > 0);
    const other = keys.map((key) => `${key}0`);
    equal(await tried(issueProposed, officer.actor, { dossier: one.dossier, keys: other }), "stale");
    equal(await tried(issueProposed, director(), { dossier: one.dossier, keys }), "done");
    equal(await tried(issueProposed, officer.actor, { dossier: one.dossier, keys }), "stale");
  });

  it("is told once more by the page what became of it, where the same form is sent a second time, all of it gone by then", async () => {
    const [one, other] = [await alone("Deux Fois"), await alone("Encore Deux")].map(({ one }) => one);
    at("2028-09-01");
    const app = await buildServer(world);
    const desk = visitor(app, "/faire-ess");
    desk.cookies.set(SESSION_COOKIE, await openedSession(world, officer, ["password", "totp"]));
    const page = "/finances/a-facturer";
    const keys = [...(await proposedTo(one!)), ...(await proposedTo(other!))].map(({ key }) => key);
    match((await desk.fill(page, { keys: [] })).text, /href="#keys/);
    const checked = await desk.fill(page, { keys });
    match(checked.text, /Fois Deux/);
    const first = await desk.sendFrom(checked, page, { do: "confirm" });
    const again = await desk.sendFrom(checked, page, { do: "confirm" });
    const table = ({ text }: typeof first) => text.slice(text.indexOf("<tbody"), text.indexOf("</tbody>"));
    match(table(first), /Deux Encore/);
    deepEqual([again.status, table(again)], [first.status, table(first)]);
    await app.close();
  });

  it("is not for oneself to issue, alone or with others'; a colleague does", async () => {
    const { one } = await alone("Dan Comptable");
    at("2030-01-02");
    const keys = (await proposedTo(one)).map(({ key }) => key);
    const own = someone(one.account, "finance", "director");
    equal(await tried(issueProposed, own, { dossier: one.dossier, keys }), "forbidden");
    equal(
      await tried(
        issueProposed,
        { kind: "operator", account: one.account, roles: ["finance"] },
        { dossier: one.dossier, keys },
      ),
      "forbidden",
    );
    const { one: other } = await alone("Eli Collègue");
    at("2030-01-02");
    const both = [...keys, ...(await proposedTo(other)).map(({ key }) => key)];
    equal(await tried(issueTogether, own, { dossiers: [one.dossier, other.dossier], keys: both }), "forbidden");
    equal(await tried(issueProposed, officer.actor, { dossier: one.dossier, keys }), "done");
  });

  it("names who is in training without anybody who pays, until the office notes it; and the office is told", async () => {
    const one = await person("Zoé Sanspayeur");
    const unshared = async () =>
      (await listed()).unshared.filter(({ dossier }) => dossier === one.dossier).map(({ name }) => name);
    const waiting = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("waiting")
          .select(["key", "who"])
          .where("chain", "=", `candidacy:${one.dossier}`)
          .where("key", "in", ["sayWhoPays", "noteWhoPays"])
          .orderBy("key")
          .execute(),
      );
    deepEqual(await unshared(), []);
    at("2027-09-10");
    await enrolled(world, head.actor, one, cohort);
    deepEqual(await unshared(), ["Sanspayeur Zoé"]);
    deepEqual(await waiting(), [
      { key: "noteWhoPays", who: "may:prepare the contracts" },
      { key: "sayWhoPays", who: `account:${one.account}` },
    ]);
    await deed(world, noteWhoPays, officer.actor, { dossier: one.dossier, others: [], status: "own-cost" });
    deepEqual(await unshared(), []);
    deepEqual(await waiting(), []);
  });

  it("stays in sight once the cohort is over, with its price, until it is said who pays and the periods are set", async () => {
    const one = await person("Ada Oubliée");
    const { dossier } = one;
    const name = { diploma: "deis", name: "2027-2028, sans périodes", startsOn: "2027-10-04", endsOn: "2028-12-15" };
    const unplanned = (await deed(world, openCohort, head.actor, name)).cohort;
    at("2027-09-01");
    await enrolled(world, head.actor, one, unplanned);
    const counted = async () => {
      const found = await view(world, seeToInvoice, asked(officer.actor, {}));
      return found.kind === "found" ? found.value.blocked : undefined;
    };
    const due = async (key: string, chain: string) =>
      (await linesFor(world, key === "planCohort" ? head.actor : officer.actor, key))
        .filter((line) => line.chain === chain)
        .map(({ dueOn }) => dueOn);
    const theirs = () => due("noteWhoPays", `candidacy:${dossier}`);
    // More than a year after the hours were decided, and after the last day of the cohort.
    at("2031-02-03");
    deepEqual(await theirs(), ["2027-09-13"]);
    deepEqual(await due("planCohort", `cohort:${unplanned}`), ["2027-10-04"]);
    const [unshared] = (await listed()).unshared.filter((line) => line.dossier === dossier);
    const price = unshared!.price!;
    ok(price > 0);
    deepEqual(await counted(), { people: 1, amount: price });
    await deed(world, noteWhoPays, officer.actor, { dossier, others: [], status: "own-cost" });
    deepEqual(await theirs(), []);
    const held = (await listed()).held.filter((line) => line.dossier === dossier);
    deepEqual(
      held.map(({ unbilled, cohort: of, payers }) => [unbilled, of, payers.length]),
      [[price, unplanned, 1]],
    );
    match(held[0]!.why.fr, /n’a pas de périodes/);
    deepEqual(await counted(), { people: 1, amount: price });
    await plannedCohort(world, head.actor, unplanned);
    deepEqual([await due("planCohort", `cohort:${unplanned}`), await counted()], [[], NOBODY]);
    ok(!(await heldOf(one)).some((why) => /périodes/.test(why)));
    await soundWaiting(world);
  });

  it("stays owed by who left on the way, and not by who gave up before", async () => {
    const [gone, never] = [await person("Bea Partie"), await person("Cléo Jamais")];
    at("2027-09-10");
    const enrolments = [
      await enrolled(world, head.actor, gone, cohort),
      await enrolled(world, head.actor, never, cohort),
    ];
    at("2027-10-20");
    const [left, before] = enrolments as [string, string];
    await deed(world, endTraining, head.actor, {
      enrolment: left,
      on: "2027-10-19",
      kind: "abandoned",
      reason: "Part.",
    });
    const letter = { on: "2027-10-19", kind: "withdrawn", reason: "Désistement.", paper: "Lettre" } as const;
    await deed(world, endTraining, head.actor, { enrolment: before, ...letter });
    const { unshared } = await listed();
    deepEqual(
      [gone, never].map(({ dossier }) => unshared.some((line) => line.dossier === dossier)),
      [true, false],
    );
    const lines = await linesFor(world, officer.actor, "noteWhoPays");
    deepEqual(
      [gone, never].map(({ dossier }) => lines.some(({ chain }) => chain === `candidacy:${dossier}`)),
      [true, false],
    );
    await deed(world, noteWhoPays, officer.actor, { dossier: gone.dossier, others: [], status: "own-cost" });
    await soundWaiting(world);
  });

  it("waits while the paper is not signed by all", async () => {
    const one = await person("Chloé Nonsignée");
    await deed(world, sayWhoPays, candidate(world, one), { dossier: one.dossier, others: [], status: "own-cost" });
    at("2030-01-03");
    deepEqual(await proposedTo(one), []);
    match((await heldOf(one))[0]!, /n’est pas signé de tous/);
  });

  it("is one invoice of an employer for several trainees, a part each", async () => {
    at("2026-11-25");
    const address = "2 rue Bleue\n34000 Montpellier";
    const { payer } = await deed(world, addPayer, officer.actor, {
      name: "Les Amandiers",
      siren: "732829320",
      address,
    });
    const both = [await wholly("Fay Employée", payer), await wholly("Guy Employé", payer)];
    at("2030-01-04");
    const proposals = (await listed()).proposals.filter(({ dossier }) =>
      both.some(({ one }) => one.dossier === dossier),
    );
    equal(new Set(proposals.map(({ group }) => group)).size, 1);
    const keys = proposals.map(({ key }) => key);
    const dossiers = both.map(({ one }) => one.dossier);
    const { numbers } = await deed(world, issueTogether, officer.actor, { dossiers, keys });
    equal(numbers.length, 1);
    const seen = await invoice(numbers[0]!);
    equal(
      seen.document.gross,
      both.reduce((sum, { amount }) => sum + amount, 0),
    );
    deepEqual(new Set(seen.parts.map(({ about }) => about)), new Set(dossiers.map((dossier) => `contract:${dossier}`)));
    equal(seen.debtor, `payer:${payer}`);
    deepEqual(
      (await listed()).proposals.filter(({ dossier }) => dossiers.includes(dossier)),
      [],
    );
  });

  it("is credited where another pays what was asked", async () => {
    const { one } = await alone("Hal Repris");
    at("2030-01-05");
    const numbers = await issue(one);
    const { payer } = await deed(world, addPayer, officer.actor, {
      name: "Le Mas",
      siren: "404833048",
      address: "1 rue\n34000 Nîmes",
    });
    const seen = await view(
      world,
      seeContract,
      asked(officer.actor, { dossier: one.dossier, language: "fr" as const }),
    );
    ok(seen.kind === "found");
    const others = [{ source: "employer-plan", amount: seen.value.priced!.tuition, payer }];
    await deed(world, noteWhoPays, officer.actor, { dossier: one.dossier, others, status: "private-employee" });
    const proposed = await proposedTo(one);
    const credits = proposed.filter(({ kind }) => kind === "credit");
    deepEqual(new Set(credits.map(({ of }) => of)), new Set(numbers));
    const issued = await issue(one);
    equal(issued.length, proposed.length);
    const own = (await seenContract(one)).shares.find(({ source }) => source === "personal")?.amount ?? 0;
    const left = (await Promise.all(numbers.map(invoice))).reduce((sum, { left: some }) => sum + some, 0);
    equal(left, own);
  });

  it("is not what was given up by a credit; what a wrong invoice asked is asked anew", async () => {
    const { one } = await alone("Jo Avoir");
    at("2030-01-05");
    const [number] = await issue(one);
    const { id } = await invoice(number!);
    const by = (then: "remitted" | "asked-again") =>
      deed(world, creditInvoice, officer.actor, { invoice: id, amount: 10_000, reason: "geste", then });
    await by("remitted");
    deepEqual(await proposedTo(one), []);
    const { number: wrong } = await by("asked-again");
    const [again, ...more] = await proposedTo(one);
    deepEqual([again?.kind, again?.amount, more], ["invoice", 10_000, []]);
    equal((await invoice(wrong)).document.remitted, undefined);
    await issue(one);
    deepEqual(await proposedTo(one), []);
  });

  it("is looked for among those with something left to ask, and of somebody in training who was asked for all once more after a change", async () => {
    const { one } = await alone("Kim Finie");
    at("2027-09-10");
    await enrolled(world, head.actor, one, cohort);
    at("2030-01-05");
    const looked = () => withSchool(world.db, SCHOOL, (tx) => contractsAfter(tx, undefined, 1_000));
    const [number] = await issue(one);
    equal((await looked()).includes(one.dossier), false);
    const { id } = await invoice(number!);
    const credit = { invoice: id, amount: 10_000, reason: "geste" };
    await deed(world, creditInvoice, officer.actor, { ...credit, then: "remitted" });
    equal((await looked()).includes(one.dossier), false);
    await deed(world, creditInvoice, officer.actor, { ...credit, then: "asked-again" });
    equal((await looked()).includes(one.dossier), true);
    deepEqual(
      (await proposedTo(one)).map(({ amount }) => amount),
      [10_000],
    );
  });

  it("is nothing while training is interrupted, and what it comes to once it ends", async () => {
    const { one } = await alone("Ida Arrêtée");
    at("2027-09-10");
    const enrolment = await enrolled(world, head.actor, one, cohort);
    at("2030-01-06");
    ok((await proposedTo(one)).length > 0);
    const why = { enrolment, on: "2028-01-10", reason: "maladie" };
    await deed(world, interruptTraining, head.actor, why);
    deepEqual(await proposedTo(one), []);
    match((await heldOf(one))[0]!, /interrompue ou reportée/);
    await deed(world, endTraining, head.actor, { enrolment, kind: "abandoned", on: "2028-01-10", reason: "départ" });
    // No hour was held for her: she owes nothing.
    deepEqual(await proposedTo(one), []);
    deepEqual(await heldOf(one), []);
  });

  it("is proved and in order, as the doctor and the record have it", async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => invoicesCheckOf(world)(tx, SCHOOL));
    equal(check, undefined);
    const zone = "Europe/Paris";
    const verified = await verifyAudit(world.db, { establishment: SCHOOL, zone, tables: PROVEN_TABLES });
    deepEqual(verified.tampered, []);
    equal(
      await tried(noteGrant, officer.actor, {
        dossier: randomUUID(),
        source: "opco",
        answer: "refused",
        on: "2030-01-01",
      }),
      "forbidden",
    );
  });
});
