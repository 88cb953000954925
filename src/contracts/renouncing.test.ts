/** What becomes of place, training, money and the other payers, once somebody withdrew from their contract in time; and too late. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { acceptPlace } from "../admission/place-acts.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { verifyAudit } from "../audit/verify.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { withSchool } from "../db/school.ts";
import { receiveUpload } from "../files/receive.ts";
import { PROVEN_TABLES, WAITS } from "../house/house.ts";
import { contractOffice, RECEIVED } from "../test/contract-office.ts";
import { closed, eligible, sittingCommission } from "../test/admissions.ts";
import { candidate } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { LAWS } from "../test/server.ts";
import { anAccepted, employed, type Person } from "../test/trainees.ts";
import { waitingCheck } from "../waiting/check.ts";
import { noteWhoPays, sayWhoPays } from "./acts.ts";
import { contractsCheck } from "./check.ts";
import { enrol } from "./enrolling-acts.ts";
import { issueProposed } from "./invoicing/acts.ts";
import { looksToInvoice } from "./invoicing/looks.ts";
import { listProposals } from "./invoicing/views.ts";
import { runDue } from "../worker/run-due.ts";
import { answerLateWithdrawal, notePayerTold, noteRenounced, renounce } from "./renouncing-acts.ts";
import { countersignContract, noteSigned, signContract } from "./signing-acts.ts";
import { seeContract } from "./views.ts";

const SCHOOL = "faire-ess";

describe("a contract withdrawn from", () => {
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

  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const own = (one: Pick<Person, "account">) => candidate(world, one);
  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const seen = async (dossier: string) => {
    const found = await view(world, seeContract, asked(officer.actor, { dossier, language: "fr" as const }));
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const signs = async (one: Person) => {
    const { dossier } = one;
    const { shown } = (await seen(dossier)).contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(world, signContract, own(one), { dossier, shown, words: "J’accepte.", received: [...RECEIVED] });
    await deed(world, countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
  };
  const signed = async (name: string, others: Static<typeof noteWhoPays.form>["others"] = []) => {
    at("2026-11-25");
    const one = await anAccepted(world, { name });
    await deed(world, noteWhoPays, officer.actor, { dossier: one.dossier, others, status: "own-cost" });
    at("2027-06-04");
    await signs(one);
    return one;
  };
  const waiting = (where: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = tx.selectFrom("waiting").select(["key", "part", "facts"]).where("chain", "like", where);
      return (await rows.orderBy("key").orderBy("part").execute()).map(({ key, part, facts }) =>
        [key, part, (facts as { anew?: string }).anew ?? ""].filter((word) => word !== "").join(" "),
      );
    });
  const due = (dossier: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = tx.selectFrom("waiting").select("due_on").where("chain", "=", `candidacy:${dossier}`);
      return (await rows.where("key", "like", "%WhoPays").execute()).map((row) => row.due_on);
    });
  const ofContract = async ({ dossier }: Pick<Person, "dossier">) => waiting(`candidacy:${dossier}`);
  const lastMail = ({ address }: Pick<Person, "address">) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("to_address", "=", address);
      const all = await mails.where("about", "like", "contract:%").orderBy("id").execute();
      return JSON.stringify(all.at(-1)?.paragraphs);
    });
  const admission = (dossier: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = tx.selectFrom("admission_state").select("state").where("id", "=", dossier);
      return (await found.executeTakeFirstOrThrow()).state;
    });

  it("asks whether the place is kept, without a default", async () => {
    const one = await signed("Ada Choisit");
    match(await tried(renounce, own(one), { dossier: one.dossier } as never), /^place: /);
    equal((await seen(one.dossier)).renounced, null);
  });

  it("is said anew by somebody who keeps their place, and signed anew even for the same amount", async () => {
    const one = await signed("Bea Garde");
    const { dossier } = one;
    const { contract: first } = await seen(dossier);
    at("2027-06-18");
    const made = await deed(world, renounce, own(one), { dossier, place: "kept" });
    deepEqual(made, { late: false, lastDay: "2027-06-18", place: "kept", state: "unsaid" });
    const undone = await seen(dossier);
    deepEqual([undone.accepted, undone.contract?.undone, undone.contract?.enrolment], [true, true, "ended"]);
    deepEqual(await ofContract(one), ["noteWhoPays withdrawn", "sayWhoPays withdrawn"]);
    // Another contract is to be signed within the fourteen days of the school’s file, before the intake begins.
    deepEqual(await due(dossier), ["2027-07-02", "2027-07-02"]);
    match(await lastMail(one), /Vous gardez votre place\. Dites maintenant qui paie.*Le sort des frais de sélection/);
    match(await tried(renounce, own(one), { dossier, place: "kept" }), /^dossier: Aucun contrat n’est signé/);
    await deed(world, sayWhoPays, own(one), { dossier, others: [] });
    const anew = await seen(dossier);
    deepEqual([anew.contract?.price, anew.state], [first?.price, "to-conclude"]);
    deepEqual(
      anew.contract?.shares.map(({ signed: by }) => by),
      [null],
    );
    deepEqual(await ofContract(one), ["completeContract", "signContract"]);
    at("2027-06-21");
    await signs(one);
    const again = await seen(dossier);
    deepEqual([again.state, again.contract?.undone, again.contract?.withdrawal?.late], ["concluded", false, false]);
  });

  it("gives the place and the training back where the person gives it up, and the next on the list is called", async () => {
    at("2027-02-01");
    const { id } = await openedIntake(world, { places: 1, answerWithin: 10 });
    const [ada, bo] = [await eligible(world, "Ada Liste", id), await eligible(world, "Bo Liste", id)];
    const commission = await sittingCommission(world, id, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    await deed(world, acceptPlace, { ...ada.actor, authenticatedAt: now } as Actor, { dossier: ada.dossier });
    await deed(world, decideRelief, head.actor, { dossier: ada.dossier });
    const one = { ...ada.who, dossier: ada.dossier } as unknown as Person;
    await deed(world, noteWhoPays, officer.actor, { dossier: one.dossier, others: [], status: "own-cost" });
    at("2027-06-04");
    await signs(one);
    const { enrolled } = await deed(world, enrol, director(), { cohort, dossiers: [one.dossier] });
    at("2027-06-10");
    await deed(world, noteRenounced, officer.actor, { dossier: one.dossier, on: "2027-06-09", place: "given-up" });
    deepEqual([await admission(ada.dossier), await admission(bo.dossier)], ["withdrawn", "offered"]);
    const facts = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("enrolment_fact")
        .select(["kind", "on_day"])
        .where("enrolment", "=", enrolled[0]!.enrolment)
        .execute(),
    );
    deepEqual(
      facts.map(({ kind, on_day: on }) => [kind, on]),
      [["withdrawn", "2027-06-09"]],
    );
    deepEqual([(await seen(one.dossier)).state, await ofContract(one)], ["withdrawn", []]);
    match(await lastMail(one), /Votre place est rendue/);
  });

  it("is told to the employer who signed for somebody who gives the place up, once", async () => {
    at("2026-11-25");
    const { payer } = await deed(world, addPayer, officer.actor, { name: "Les Amandiers" });
    const one = await signed("Cléo Employée", [{ source: "employer-plan", amount: 100_000, payer }]);
    const { dossier } = one;
    const stream = Readable.from([pdf({})]);
    const sent = { establishment: SCHOOL, account: officer.account, stream, name: "convention.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    const stated = LAWS.establishments[0]!.data.money!.agreement.particulars.convention.map(
      ({ particular }) => particular,
    );
    const paper = { source: "employer-plan", on: "2027-06-04", by: "M. Amand", forSchool: "Dora", stated };
    await deed(world, noteSigned, { ...officer.actor, roles: ["director"] } as Actor, {
      dossier,
      ...paper,
      upload: received.upload,
    });
    at("2027-06-10");
    await deed(world, renounce, own(one), { dossier, place: "given-up" });
    deepEqual(await ofContract(one), ["tellPayer employer-plan"]);
    const told = { dossier, how: "Lettre du 11 juin." };
    match(await tried(notePayerTold, officer.actor, { ...told, source: "personal" }), /^source: /);
    match(await tried(notePayerTold, officer.actor, { ...told, source: "employer-plan", how: " " }), /^how: /);
    equal(await tried(notePayerTold, own(one), { ...told, source: "employer-plan" }), "forbidden");
    equal(await tried(notePayerTold, officer.actor, { ...told, source: "employer-plan" }), "done");
    match(await tried(notePayerTold, officer.actor, { ...told, source: "employer-plan" }), /^source: .*déjà prévenu/);
    deepEqual([await ofContract(one), (await seen(dossier)).toTell], [[], []]);
  });

  it("waits for finance to credit what was asked, by what is proposed, and no longer once it is", async () => {
    const one = await signed("Dan Facturé");
    const { dossier } = one;
    const proposed = async () => {
      const found = await view(world, listProposals, asked(officer.actor, {}));
      if (found.kind !== "found") throw new Error(found.kind);
      return found.value.proposals.filter((each) => each.dossier === dossier);
    };
    const issue = async () =>
      deed(world, issueProposed, officer.actor, { dossier, keys: (await proposed()).map(({ key }) => key) });
    at("2028-09-01");
    const { numbers } = await issue();
    ok(numbers.length > 0);
    // A fund pays a part from then on: another contract, withdrawn from in its turn.
    const others = [{ source: "region", amount: 100_000 }];
    await deed(world, noteWhoPays, officer.actor, { dossier, others });
    await signs(one);
    const toCredit = async () => (await waiting("charge:%")).filter((key) => key.startsWith("creditWithdrawn"));
    deepEqual(await toCredit(), []);
    at("2028-09-05");
    await deed(world, renounce, own(one), { dossier, place: "kept" });
    equal((await toCredit()).length, numbers.length);
    // It is one line, not two.
    await runDue(world, SCHOOL, [looksToInvoice]);
    ok(!(await waiting(`candidacy:${dossier}`)).some((key) => key.startsWith("toInvoice")));
    ok((await proposed()).every(({ kind }) => kind === "credit"));
    await issue();
    deepEqual([await toCredit(), await proposed()], [[], []]);
  });

  it("stands where the letter came too late; the person is answered, once", async () => {
    const one = await signed("Eli Tard");
    const { dossier } = one;
    at("2027-06-21");
    const late = await deed(world, noteRenounced, officer.actor, { dossier, on: "2027-06-19", place: "given-up" });
    deepEqual([late.late, late.place, late.state, await admission(dossier)], [true, null, "concluded", "accepted"]);
    deepEqual(await ofContract(one), ["answerLateWithdrawal", "enrol"]);
    equal(await tried(answerLateWithdrawal, own(one), { dossier, words: "Non." }), "forbidden");
    match(await tried(answerLateWithdrawal, officer.actor, { dossier, words: " " }), /^words: /);
    const words = "Le contrat tient ; vous pouvez reporter votre entrée.";
    equal(await tried(answerLateWithdrawal, officer.actor, { dossier, words }), "done");
    match(await tried(answerLateWithdrawal, officer.actor, { dossier, words }), /^dossier: Aucune rétractation/);
    deepEqual([await ofContract(one), (await seen(dossier)).renounced?.answer?.words], [["enrol"], words]);
    match(await lastMail(one), /vous pouvez reporter votre entrée/);
  });

  it("leaves all that waits, all that is kept and the record as the facts say", async () => {
    at("2028-10-02");
    const checks = await withSchool(world.db, SCHOOL, async (tx) => [
      await contractsCheck(world)(tx, SCHOOL),
      await waitingCheck(world, WAITS)(tx, SCHOOL),
    ]);
    deepEqual(
      checks.map((check) => check?.ok),
      [true, true],
    );
    const zone = "Europe/Paris";
    const verified = await verifyAudit(world.db, { establishment: SCHOOL, zone, tables: PROVEN_TABLES });
    deepEqual(verified.tampered, []);
  });
});
