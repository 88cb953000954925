/** Enrolment takes the cohort of the signed contract alone; a person whose price is 0 is enrolled without a payer. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { verifyAudit } from "../audit/verify.ts";
import { withSchool } from "../db/school.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { lawWorld } from "../house/world.ts";
import { verifyPaper } from "../issued-documents/views.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { candidate } from "../test/dossiers.ts";
import { deed, openedSession } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../test/trainees.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { buildServer } from "../web/server.ts";
import { chooseCohort, handOver, noteGrant, sayWhoPays } from "./acts.ts";
import { contractsCheck } from "./check.ts";
import { enrol, enrolAnyway } from "./enrolling-acts.ts";
import { listProposals } from "./invoicing/views.ts";
import { contractPaper } from "./papers/paper-views.ts";
import { countersignContract, signContract } from "./signing-acts.ts";
import { seeContract, seeWhoIsToEnrol } from "./views.ts";

const SCHOOL = "faire-ess";
const BEFORE = ["programme", "objectives", "trainers", "timetable", "assessment", "contact", "rules"];

describe("enrolling", () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let director: () => Actor;
  let first = "";
  let later = "";
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    head = await employed(world, "Ines Responsable", "head-of-training");
    const dora = await employed(world, "Dora Directrice", "director");
    director = () => ({ ...dora.actor, authenticatedAt: now }) as Actor;
    const opened = async (name: string, startsOn: string, endsOn: string) => {
      const { cohort } = await deed(world, openCohort, head.actor, { diploma: "deis", name, startsOn, endsOn });
      await readyForContracts(world, head.actor, cohort, startsOn);
      return cohort;
    };
    first = await opened("2027-2029", "2027-09-13", "2029-07-13");
    later = await opened("2028-2030", "2028-09-11", "2030-07-12");
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const seen = async ({ dossier }: Person) => {
    const found = await view(world, seeContract, asked(officer.actor, { dossier, language: "fr" as const }));
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const waiting = async ({ dossier }: Person) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = tx.selectFrom("waiting").select("key").where("chain", "=", `candidacy:${dossier}`).orderBy("key");
      return (await rows.execute()).map(({ key }) => key);
    });
  const signs = async (one: Person) => {
    const shown = (await seen(one)).contract!.papers.find(({ paper }) => paper === "contract")!.shown;
    const received = [...BEFORE, "tariff", "settlement", "early-end"];
    return tried(signContract, candidate(world, one), { dossier: one.dossier, shown, words: "J’accepte.", received });
  };
  const countersigns = ({ dossier }: Person) =>
    tried(countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
  const paperOf = async (one: Person) => {
    const found = await view(world, contractPaper, asked(candidate(world, one), { dossier: one.dossier }));
    return found.kind === "found" ? found.value : undefined;
  };
  const stateOf = async (code: string) => {
    const found = await view(world, verifyPaper, asked({ kind: "anyone" }, { code }));
    return found.kind === "found" ? found.value.state : undefined;
  };
  const concluded = async (name: string) => {
    const one = await anAccepted(world, { name });
    await deed(world, sayWhoPays, candidate(world, one), { dossier: one.dossier, others: [], status: "own-cost" });
    equal(await signs(one), "done");
    equal(await countersigns(one), "done");
    return one;
  };

  it("takes nobody into another cohort than the one that they signed for, nor does the director", async () => {
    const ada = await concluded("Ada Signée");
    const { dossier } = ada;
    match(
      await tried(enrol, head.actor, { cohort: later, dossiers: [dossier] }),
      /^dossiers: Ce qui est signé vaut pour la promotion 2027-2029\. Inscrivez-y la personne, ou changez d’abord/,
    );
    const ground = "Elle préfère la suivante.";
    match(await tried(enrolAnyway, director(), { cohort: later, dossier, ground }), /^cohort: Ce qui est signé vaut/);
    equal(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), "done");
    match(await tried(chooseCohort, officer.actor, { dossier, cohort: later }), /^cohort: Cette personne est inscrite/);
  });

  it("asks for a new signature where another cohort is chosen: the paper that was signed then holds no more, under its code too", async () => {
    const bo = await concluded("Bo Déplacée");
    const { dossier } = bo;
    const { code } = (await paperOf(bo))!;
    equal(await stateOf(code!), "holds");
    // The same cohort, named at last, changes nothing.
    await deed(world, chooseCohort, officer.actor, { dossier, cohort: first });
    equal((await seen(bo)).state, "concluded");
    await deed(world, chooseCohort, officer.actor, { dossier, cohort: later });
    equal((await seen(bo)).state, "to-conclude");
    equal(await stateOf(code!), "outdated");
    deepEqual(await waiting(bo), ["completeContract", "signContract"]);
    const mail = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("paragraphs")
        .where("about", "=", `contract:${dossier}`)
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow(),
    );
    match(
      JSON.stringify(mail),
      /Vous passez dans la promotion 2028-2030\. Le contrat signé pour une autre ne vaut plus/,
    );
    match(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), /^dossiers: /);
    equal(await signs(bo), "done");
    equal(await countersigns(bo), "done");
    equal(await stateOf(code!), "replaced");
    equal(await stateOf((await paperOf(bo))!.code!), "holds");
    equal(await tried(enrol, head.actor, { cohort: later, dossiers: [dossier] }), "done");
    equal(await stateOf((await paperOf(bo))!.code!), "holds");
  });

  /** Every domain is validated already. */
  const free = async (name: string) => {
    const one = await anAccepted(world, { name, relief: "undecided" });
    const held = ["DF1", "DF2", "DF3"].map((domain) => ({ domain, validatedOn: "2026-01-15", by: "vae" }));
    await deed(world, decideRelief, head.actor, { dossier: one.dossier, held, ground: "Tout est validé." });
    equal((await seen(one)).priced?.total, 0);
    return one;
  };

  it("asks nobody who pays where nothing is to be paid: what is owed before is handed over, then the person is enrolled", async () => {
    const cy = await free("Cy Gratuite");
    const { dossier } = cy;
    deepEqual(await waiting(cy), ["handOver"]);
    const list = await view(world, seeWhoIsToEnrol, asked(officer.actor, {}));
    const wants = list.kind === "found" ? list.value.people.find((one) => one.dossier === dossier)!.wants : [];
    deepEqual(
      wants.map(({ to }) => to),
      [`/contrats/${dossier}/remise`],
    );
    match(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), /^dossiers: /);
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" });
    deepEqual(await waiting(cy), ["enrol"]);
    equal((await seen(cy)).state, "concluded");
    equal(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), "done");
    ok(!(await waiting(cy)).includes("noteWhoPays"));
    const proposals = await view(world, listProposals, asked(officer.actor, {}));
    const { unshared } = proposals.kind === "found" ? proposals.value : { unshared: [] };
    ok(!unshared.some((one) => one.dossier === dossier));
  });

  it("asks nobody who pays of somebody in training for whom nothing is to be paid", async () => {
    const dan = await free("Dan Gratuit");
    await deed(world, enrolAnyway, director(), { cohort: first, dossier: dan.dossier, ground: "La rentrée est là." });
    // What is owed before every enrolment is still to be handed over.
    deepEqual(
      (await waiting(dan)).filter((key) => key !== "signProgramme"),
      ["handOver"],
    );
    // Owed before the first day of the course: who is enrolled is not left without a day.
    const day = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("waiting")
        .select("due_on as due")
        .where("chain", "=", `candidacy:${dan.dossier}`)
        .where("key", "=", "handOver")
        .executeTakeFirst(),
    );
    equal(day?.due, "2027-09-13");
  });

  it("is to be handed what is owed before, late, where it was enrolled all the same and nobody said who pays", async () => {
    const una = await anAccepted(world, { name: "Una Sansdire" });
    equal(
      await tried(enrolAnyway, director(), { cohort: first, dossier: una.dossier, ground: "La rentrée est là." }),
      "done",
    );
    ok((await waiting(una)).includes("handOver"), String(await waiting(una)));
    await deed(world, handOver, officer.actor, { dossier: una.dossier, keys: BEFORE, on: "2026-11-25" });
    ok(!(await waiting(una)).includes("handOver"));
  });

  it("tells who has nothing to pay so, with no contract to sign, and asks for the situation that the school declares", async () => {
    const eve = await free("Ève Gratuite");
    const app = await buildServer(world, { perMinute: 1_000_000 });
    try {
      const all = visitor(app, `/${SCHOOL}`);
      all.cookies.set(SESSION_COOKIE, await openedSession(world, eve, ["password"]));
      const own = `/deis/dossier/${eve.dossier}/contrat`;
      const text = plain((await all.open(own)).text);
      match(text, /Vous n’avez rien à payer Vos allègements et dispenses ne laissent aucune heure à payer/);
      match(text, /Pas de contrat à signer/);
      ok(!text.includes("Il reste à signer"));
      equal((await all.fill(own, { status: "job-seeker" })).status, 303);
      match(plain((await all.open(own)).text), /Vous n’avez rien à payer/);
      equal((await seen(eve)).status, "job-seeker");
    } finally {
      await app.close();
    }
  });

  it("waits for the platform of a CPF: its request is noted with its number, then what it accepts; nothing is signed or paid here", async () => {
    const flo = await anAccepted(world, { name: "Flo Compte" });
    const { dossier } = flo;
    const others = [{ source: "cpf", amount: 500_000 }];
    await deed(world, sayWhoPays, candidate(world, flo), { dossier, others, status: "job-seeker" });
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" });
    deepEqual(await waiting(flo), ["noteGrant"]);
    const note = { dossier, source: "cpf", on: "2026-11-24" };
    await deed(world, noteGrant, officer.actor, { ...note, answer: "asked", number: "CPF-7" });
    const share = async () => (await seen(flo)).contract!.shares.find(({ source }) => source === "cpf")!;
    deepEqual([(await share()).asked, (await share()).answer], [{ on: "2026-11-24", number: "CPF-7" }, null]);
    // It still waits: to have asked is no answer, and takes nothing from the price.
    deepEqual([await waiting(flo), (await seen(flo)).contract!.short], [["noteGrant"], []]);
    match(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), /^dossiers: /);
    await deed(world, noteGrant, officer.actor, { ...note, on: "2026-11-25", answer: "granted" });
    deepEqual([(await share()).asked, (await share()).answer?.amount], [null, 500_000]);
    equal((await seen(flo)).state, "concluded");
    const rest = (await seen(flo)).contract!.shares.find(({ own }) => own)!;
    deepEqual([rest.platform, rest.amount > 0], [true, true]);
    equal(await tried(enrol, head.actor, { cohort: first, dossiers: [dossier] }), "done");
  });

  it("asks anew who pays where the platform of a CPF accepts less than was said", async () => {
    const gus = await anAccepted(world, { name: "Gus Compte" });
    const { dossier } = gus;
    const others = [{ source: "cpf", amount: 500_000 }];
    await deed(world, sayWhoPays, candidate(world, gus), { dossier, others, status: "job-seeker" });
    const note = { dossier, source: "cpf", on: "2026-11-24", answer: "in-part", amount: 320_000 } as const;
    await deed(world, noteGrant, officer.actor, note);
    deepEqual([(await seen(gus)).state, (await seen(gus)).contract!.short], ["unsaid", ["cpf"]]);
    deepEqual(await waiting(gus), ["noteWhoPays", "sayWhoPays"]);
  });

  it("leaves contracts where their facts say, and a record that verifies", async () => {
    equal((await withSchool(world.db, SCHOOL, (tx) => contractsCheck(world)(tx, SCHOOL)))?.ok, true);
    const zone = "Europe/Paris";
    const verified = await verifyAudit(world.db, { establishment: SCHOOL, zone, tables: PROVEN_TABLES });
    deepEqual(verified.tampered, []);
  });
});
