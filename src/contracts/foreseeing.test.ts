/** Before and after: what a fund's answer, another sharing and the end of a training change, as it then comes to be. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Actor, type View, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { seeCandidacy } from "../admission/views.ts";
import { contractOffice, RECEIVED } from "../test/contract-office.ts";
import { WITH_A_MASTER } from "../test/admissions.ts";
import { candidate, DECLARED_IN_FULL } from "../test/dossiers.ts";
import { deed } from "../test/people.ts";
import { anAccepted, employed, enrolled, type Person } from "../test/trainees.ts";
import { endTraining, interruptTraining } from "../training/cohorts/acts.ts";
import { noteGrant, noteWhoPays } from "./acts.ts";
import { foreseeFirstShares, foreseeGrant, foreseeHours, foreseeShares, foreseeTraining } from "./foreseen-views.ts";
import { issueProposed } from "./invoicing/acts.ts";
import { listProposals } from "./invoicing/views.ts";
import { seeOwnMoney } from "./own-views.ts";
import { inRegister } from "./pages/foreseen.ts";
import { countersignContract, signContract } from "./signing-acts.ts";
import { seeContract } from "./views.ts";

describe("what a change would make of a contract", () => {
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
  const sees = async <F extends TSchema, V>(what: View<F, V>, input: Static<F>, actor = officer.actor) => {
    const found = await view(world, what, { actor, establishment: "faire-ess", input });
    if (found.kind !== "found") throw new Error(JSON.stringify(found));
    return found.value;
  };
  const contract = async ({ dossier }: Person) => (await sees(seeContract, { dossier, language: "fr" })).contract!;
  type Others = Static<typeof noteWhoPays.form>["others"];
  const signed = async (name: string, others: Others = [], declared = DECLARED_IN_FULL) => {
    at("2026-11-25");
    const one = await anAccepted(world, { name, declared });
    const { dossier } = one;
    await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "own-cost" });
    at("2027-06-04");
    const { shown } = (await contract(one)).papers.find(({ paper }) => paper === "contract")!;
    await deed(world, signContract, candidate(world, one), {
      dossier,
      shown,
      words: "J’accepte.",
      received: [...RECEIVED],
    });
    await deed(world, countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
    return one;
  };
  const totals = ({ payers }: Awaited<ReturnType<typeof sees<typeof foreseeGrant.form, Foreseen>>>["after"]) =>
    payers.map(({ source, total }) => [source, total]);
  const issue = async (one: Person) => {
    const { proposals } = await sees(listProposals, {});
    const keys = proposals.filter(({ dossier }) => dossier === one.dossier).map(({ key }) => key);
    await deed(world, issueProposed, officer.actor, { dossier: one.dossier, keys });
  };
  type Foreseen = NonNullable<Awaited<ReturnType<typeof foreseeGrant.read>>>;

  it("is shown before who pays is said for the first time, with the price that comes of it", async () => {
    at("2026-11-25");
    const { dossier } = await anAccepted(world, { name: "Gaëlle Roy" });
    const asked = (others: Others) => sees(foreseeFirstShares, { dossier, others });
    const alone = await asked([]);
    deepEqual(
      alone.shares.map(({ amount }) => amount),
      [alone.price],
    );
    const others = [
      { source: "opco", amount: 500_000, named: "OPCO Santé" },
      { source: "employer-plan", amount: 172_000, named: "Les Amandiers" },
    ];
    const foreseen = await asked(others);
    // Less of it is discounted: the person pays what is left of a higher price.
    ok(foreseen.price > alone.price);
    deepEqual(
      foreseen.shares.map(({ called, amount }) => [called, amount]),
      [
        ["OPCO Santé", 500_000],
        ["Les Amandiers", 172_000],
        [null, foreseen.price - 672_000],
      ],
    );
    const noted = await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "private-employee" });
    equal(noted.price, foreseen.price);
  });

  it("says which payer typed by its name the register has", () => {
    const registered = [{ name: "OPCO Santé" }, { name: "Les Amandiers" }];
    const payer = "00000000-0000-4000-8000-000000000009";
    deepEqual(inRegister([{ named: "Opco sante" }, { named: "Inconnu" }], registered), ["OPCO Santé"]);
    deepEqual(inRegister([{ named: "OPCO Santé", payer }, {}], registered), []);
  });

  it("is the person’s to pay where a fund pays less, at the price that this gives, with their contract to sign anew", async () => {
    const one = await signed("Ada Moins", [{ source: "transition", amount: 600_000 }]);
    const { dossier } = one;
    const asked = { dossier, source: "transition", answer: "in-part" as const, amount: 400_000 };
    const foreseen = await sees(foreseeGrant, asked);
    const first = await contract(one);
    deepEqual(
      totals(foreseen.before),
      first.shares.map(({ source, amount }) => [source, amount]),
    );
    deepEqual(
      foreseen.again.map(({ fr }) => fr),
      ["financement personnel"],
    );
    await deed(world, noteGrant, officer.actor, { ...asked, on: "2027-06-04" });
    // As the person is then shown it, and as it is once said.
    const { anew } = await sees(seeOwnMoney, { dossier, language: "fr" }, candidate(world, one));
    deepEqual(totals(foreseen.after), [
      ["transition", 400_000],
      ["personal", anew!.own],
    ]);
    const others = [{ source: "transition", amount: 400_000 }];
    deepEqual(totals((await sees(foreseeShares, { dossier, others })).after), totals(foreseen.after));
    await deed(world, noteWhoPays, officer.actor, { dossier, others });
    const then = await contract(one);
    deepEqual(
      totals(foreseen.after),
      then.shares.map(({ source, amount }) => [source, amount]),
    );
    equal(then.shares.find(({ source }) => source === "personal")?.signed, null);
  });

  it("is the employer’s to pay where its fund pays less, and nothing is signed anew", async () => {
    const others = [
      { source: "employer-plan", amount: 200_000 },
      { source: "opco", amount: 300_000 },
    ];
    const one = await signed("Bea Employée", others);
    const asked = { dossier: one.dossier, source: "opco", answer: "in-part" as const, amount: 100_000 };
    const { before: was, after: then, again } = await sees(foreseeGrant, asked);
    const of = (side: Foreseen["after"]) => totals(side).slice(0, 2);
    deepEqual(
      [of(was), of(then)],
      [
        [
          ["employer-plan", 200_000],
          ["opco", 300_000],
        ],
        [
          ["employer-plan", 400_000],
          ["opco", 100_000],
        ],
      ],
    );
    deepEqual(again, []);
  });

  it("asks nothing more while a training is interrupted, and at its end what was given, with credits for the rest", async () => {
    const one = await signed("Cy Arrête");
    at("2027-09-14");
    const enrolment = await enrolled(world, head.actor, one, cohort);
    at("2028-09-01");
    await issue(one);
    const paused = await sees(foreseeTraining, { enrolment, kind: "interrupted", on: "2028-09-01" });
    deepEqual([paused.paused, totals(paused.after)], [true, totals(paused.before)]);
    const move = { enrolment, on: "2028-09-01", reason: "Maladie" };
    const ended = await sees(foreseeTraining, { enrolment, on: move.on, kind: "force-majeure" });
    const [own] = ended.after.payers;
    // No lesson was held that anybody signed: nothing was given.
    ok(own && own.total < ended.before.payers[0]!.total && own.credit > 0);
    equal(own.issued - own.credit, own.total);
    await deed(world, endTraining, head.actor, { ...move, kind: "force-majeure", paper: "Certificat" });
    const { schedule } = await sees(seeOwnMoney, { dossier: one.dossier, language: "fr" }, candidate(world, one));
    deepEqual([schedule?.total, schedule?.credit], [own.total, own.credit]);
  });

  it("is another price where hours are decided anew, with the others’ parts as they are and credits on what is too much", async () => {
    const one = await signed("Eva Allégée", [], { ...WITH_A_MASTER, plan: { track: "deis", funding: [] } });
    const { dossier } = one;
    at("2028-09-01");
    await issue(one);
    const grants = [{ unit: "UF1.1", hours: 40 }];
    const foreseen = await sees(foreseeHours, { dossier, grants, held: [] });
    const first = await contract(one);
    ok(foreseen.after.price < first.price);
    deepEqual(foreseen.again.length, 1);
    const opinion = {
      on: "2028-08-30",
      members: [{ name: "Inès", quality: "responsable" }],
      favourable: true,
      text: "Acquis.",
    };
    const latest = await view(world, seeCandidacy, {
      actor: head.actor,
      establishment: "faire-ess",
      input: { dossier },
    });
    ok(latest.kind === "found");
    const last = latest.value.facts.findLast(({ kind }) => kind === "relief");
    const decision = { dossier, grants, opinion, held: [], ground: "Acquis.", ...(last && { seen: last.id }) };
    await deed(world, decideRelief, head.actor, decision);
    const { anew } = await sees(seeOwnMoney, { dossier, language: "fr" }, candidate(world, one));
    deepEqual([anew?.total, anew?.own], [foreseen.after.price, foreseen.after.payers[0]?.total]);
    await deed(world, noteWhoPays, officer.actor, { dossier, others: [] });
    const { schedule } = await sees(seeOwnMoney, { dossier, language: "fr" }, candidate(world, one));
    deepEqual(
      [schedule?.total, schedule?.credit, schedule?.payments.filter(({ state }) => state === "to-come").length],
      [foreseen.after.price, foreseen.after.payers[0]?.credit, foreseen.after.payers[0]?.toCome.length],
    );
  });

  it("is nothing of somebody of whom nobody said who pays", async () => {
    at("2026-11-25");
    const one = await anAccepted(world, { name: "Dan Rien" });
    at("2027-09-20");
    const enrolment = await enrolled(world, head.actor, one, cohort);
    const asked = { enrolment, kind: "interrupted" as const, on: "2027-09-20" };
    const input = { actor: officer.actor, establishment: "faire-ess", input: asked };
    equal((await view(world, foreseeTraining, input)).kind, "missing");
    await deed(world, interruptTraining, head.actor, { enrolment, on: "2027-09-20", reason: "Congé" });
  });
});
