/** Contracts and conventions from what the house holds: refused with where it is mended, frozen as signed, read by whom they are of. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { startRenderer } from "../../documents/render.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { verifyPaper } from "../../issued-documents/views.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { planCohort } from "../../training/cohorts/plan-acts.ts";
import { seeCohortPlan } from "../../training/cohorts/views.ts";
import { chooseCohort, noteWhoPays, sayWhoPays } from "../acts.ts";
import { countersignContract, signContract } from "../signing-acts.ts";
import { seeContract } from "../views.ts";
import { issueContractPaper, issueQuote } from "./paper-acts.ts";
import { contractPaper, contractQuote } from "./paper-views.ts";
import { CONTRACT_TEMPLATE } from "./template.ts";

const SCHOOL = "faire-ess";
const words = (blocks: readonly Block[]) => JSON.stringify(blocks).replaceAll(/[\u00a0\u202f]/g, " ");

describe("the paper of a person", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Actor;
  let director: () => Actor;
  let head: Actor;
  let cohort = "";
  let bare = "";
  let ada: Person;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    officer = (await employed(world, "Anna Officier", "admission-officer", "finance")).actor;
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    const dora = (await employed(world, "Dora Directrice", "director")).actor;
    director = () => ({ ...dora, authenticatedAt: now }) as Actor;
    const days = { diploma: "deis", startsOn: "2027-09-13", endsOn: "2029-07-13" };
    ({ cohort } = await deed(world, openCohort, head, { ...days, name: "2027-2029" }));
    bare = (await deed(world, openCohort, head, { ...days, name: "À planifier" })).cohort;
    await readyForContracts(world, head, cohort, "2027-09-13");
    ada = await anAccepted(world, { name: "Ada Seule" });
    await deed(world, sayWhoPays, candidate(world, ada), { dossier: ada.dossier, others: [], status: "own-cost" });
    await deed(world, chooseCohort, officer, { dossier: ada.dossier, cohort });
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, asked(actor, input));
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const paper = (actor: Actor, dossier: string, source?: string) =>
    seen(contractPaper, actor, { dossier, ...(source !== undefined && { source }) });
  const documentOf = async (actor: Actor, dossier: string, source?: string) =>
    (await paper(actor, dossier, source)).document as unknown as HouseDocument;
  const own = (one: Person) => candidate(world, one);
  const printed = async (name: string, document: HouseDocument) => {
    const renderer = startRenderer({ timeoutMs: 120_000 });
    const pdf = await renderer.render(CONTRACT_TEMPLATE, document, "test");
    await renderer.close();
    if (process.env.KEEP_PAPERS) writeFileSync(`${process.env.KEEP_PAPERS}/real-${name}.pdf`, pdf);
    equal(pdf.subarray(0, 5).toString(), "%PDF-");
  };

  it("lacks nothing once the cohort is planned and its trainer described, and adds up to the contract's price", async () => {
    const { missing, document } = await paper(own(ada), ada.dossier);
    deepEqual(missing, []);
    const said = words((document as unknown as HouseDocument).blocks);
    const { contract } = await seen(seeContract, officer, { dossier: ada.dossier, language: "fr" });
    const total = (document as unknown as HouseDocument).blocks.flatMap((one) =>
      one.kind === "table" && one.caption === "Échéancier" ? (one.totals ?? []) : [],
    );
    // 700 hours at 21 € less 20 %: the selection fee, asked on applying, is no price of training.
    match(JSON.stringify(total).replaceAll(/[\u00a0\u202f]/g, " "), /"11 760,00 €"/);
    equal(contract?.price, 1_176_000);
    ok(!said.includes("entretien de sélection"));
    ok(said.includes("700 h d’enseignement"));
    equal(contract?.papers[0]?.missing.length, 0);
    await printed("contract", await documentOf(own(ada), ada.dossier));
  });

  it("names the page of the cohort that has no periods, and is neither signed nor issued until it has", async () => {
    await deed(world, chooseCohort, officer, { dossier: ada.dossier, cohort: bare });
    const { missing } = await paper(officer, ada.dossier, "personal");
    ok(missing.some(({ to }) => to === `/promotions/${bare}/periodes`));
    ok(missing.some(({ to }) => to === `/promotions/${bare}/seances`));
    match(await tried(issueContractPaper, officer, { dossier: ada.dossier, source: "personal" }), /^source: Il manque/);
    const { contract } = await seen(seeContract, officer, { dossier: ada.dossier, language: "fr" });
    ok(contract!.papers[0]!.missing.length > 0);
    await deed(world, chooseCohort, officer, { dossier: ada.dossier, cohort });
    deepEqual((await paper(officer, ada.dossier, "personal")).missing, []);
  });

  it("is read by the person and the office, and by no other candidate", async () => {
    const bo = await anAccepted(world, { name: "Bo Autre" });
    equal((await view(world, contractPaper, asked(own(bo), { dossier: ada.dossier }))).kind, "missing");
    const trainer = (await employed(world, "Tom Curieux", "trainer")).actor;
    equal((await view(world, contractPaper, asked(trainer, { dossier: ada.dossier }))).kind, "missing");
  });

  it("is frozen as it is signed, and countersigned as such another day, whatever changed since", async () => {
    const { contract, toHand } = await seen(seeContract, officer, { dossier: ada.dossier, language: "fr" });
    const shown = contract!.papers[0]!.shown;
    const before = await documentOf(own(ada), ada.dossier);
    equal(shown, shownAs(before));
    const received = toHand.map(({ key }) => key);
    const signing = { dossier: ada.dossier, shown, words: "J’accepte.", received };
    equal(await tried(signContract, own(ada), signing), "done");
    now = new Date("2026-11-27T09:00:00Z");
    // The periods change after the signature.
    const { plan } = await seen(seeCohortPlan, head, { cohort });
    const [first, ...others] = plan!.periods.map(({ from, to, units }) => ({ from, to, units: [...units] }));
    const moved = {
      cohort,
      version: plan!.version,
      campus: plan!.campus,
      periods: [{ ...first!, from: "2027-09-20" }, ...others],
    };
    equal(await tried(planCohort, head, moved), "done");
    const words_ = "Je signe pour l’école.";
    const countersigning = { dossier: ada.dossier, source: "personal", words: words_ };
    equal(await tried(countersignContract, director(), countersigning), "done");
    const after = await paper(own(ada), ada.dossier);
    const text = ({ blocks }: typeof before) => blocks.slice(0, -1);
    deepEqual([after.signed, text(after.document as typeof before)], [true, text(before)]);
    const lines = after.document.blocks.at(-1);
    deepEqual(lines?.kind === "facts" && lines.items.map(({ value }) => value), [
      "Dora Directrice, signé le 27 novembre 2026",
      "Seule Ada, signé dans l’application le 25 novembre 2026",
      shown,
    ]);
    const signatures = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("signature").select("shown").where("about", "=", `contract:${ada.dossier}`).execute(),
    );
    deepEqual(new Set(signatures.map((one) => one.shown)), new Set([shown]));
    equal((await seen(verifyPaper, officer, { code: after.code! })).state, "holds");
    match(await tried(issueContractPaper, officer, { dossier: ada.dossier, source: "personal" }), /^done$/);
  });

  it("of an employer has what its fund pays for it, and wants its payer from the register", async () => {
    const fay = await anAccepted(world, { name: "Fay Employée" });
    const { dossier } = fay;
    const others = [
      { source: "employer-plan", amount: 570_000 },
      { source: "opco", amount: 900_000, named: "OPCO Santé" },
    ];
    await deed(world, noteWhoPays, officer, { dossier, others, status: "private-employee" });
    await deed(world, chooseCohort, officer, { dossier, cohort });
    deepEqual(
      (await paper(officer, dossier, "employer-plan")).missing.map(({ key }) => key),
      ["payer"],
    );
    const relais = {
      name: "Association Le Relais",
      siren: "732829320",
      address: "3 place de la Comédie\n34000 Montpellier",
    };
    const { payer } = await deed(world, addPayer, officer, relais);
    const [employer, fund] = others as [(typeof others)[0], (typeof others)[1]];
    await deed(world, noteWhoPays, officer, {
      dossier,
      others: [{ ...employer, payer }, fund],
      status: "private-employee",
    });
    const document = await documentOf(officer, dossier, "employer-plan");
    deepEqual((await paper(officer, dossier, "employer-plan")).missing, []);
    const said = words(document.blocks);
    match(said, /porte sur 14 700,00 € : 5 700 € payés par l’employeur, 9 000 € demandés/);
    match(said, /Ce que ce fonds ne paie pas, refus ou accord partiel compris, reste à la charge de l’employeur/);
    await printed("convention", document);
    const issued = await deed(world, issueContractPaper, officer, { dossier, source: "employer-plan" });
    equal((await paper(officer, dossier, "employer-plan")).code, issued.code);
  });

  it("is preceded by a quote for an employer, who need not stand in the register, with its last day", async () => {
    const gil = await anAccepted(world, { name: "Gil Devis" });
    const { dossier } = gil;
    const others = [
      { source: "employer-plan", amount: 470_000, named: "Les Amandiers" },
      { source: "opco", amount: 1_000_000, named: "OPCO Santé" },
    ];
    await deed(world, noteWhoPays, officer, { dossier, others, status: "private-employee" });
    const quoting = { dossier, source: "employer-plan" };
    match(await tried(issueQuote, officer, { dossier, source: "opco" }), /^source: Un devis s’édite pour qui signe/);
    equal(await tried(issueQuote, own(gil), quoting), "forbidden");
    const { code } = await deed(world, issueQuote, officer, quoting);
    const first = await seen(contractQuote, officer, quoting);
    equal(first.code, code);
    const document = first.document as unknown as HouseDocument;
    const said = words(document.blocks);
    match(said, /Les Amandiers/);
    match(said, /À votre charge : 4 700,00 €, et 10 000,00 € demandés pour vous/);
    // Thirty days from 27 November.
    match(said, /vaut jusqu’au 27 décembre 2026 compris/);
    await printed("quote", document);
    // What is shared anew is said by another quote, which replaces the first.
    const [employer] = others as [(typeof others)[0]];
    await deed(world, noteWhoPays, officer, { dossier, others: [employer], status: "private-employee" });
    deepEqual((await seen(contractQuote, officer, quoting)).document, document);
    await deed(world, issueQuote, officer, quoting);
    match(
      words(((await seen(contractQuote, officer, quoting)).document as unknown as HouseDocument).blocks),
      /charge : 4 700,00 €\./,
    );
    equal((await seen(verifyPaper, officer, { code })).state, "replaced");
  });
});
