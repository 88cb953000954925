/** Who pays is said, what is owed before is handed over, the contract is signed by both, and withdrawn from in time or too late. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { withSchool } from "../db/school.ts";
import { receiveUpload } from "../files/receive.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { lawWorld } from "../house/world.ts";
import { verifyAudit } from "../audit/verify.ts";
import { someone } from "../test/charging.ts";
import { candidate } from "../test/dossiers.ts";
import { deed } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../test/trainees.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { chooseCohort, handOver, noteGrant, noteWhoPays, sayWhoPays } from "./acts.ts";
import { contractsCheck } from "./check.ts";
import { enrol, enrolAnyway } from "./enrolling-acts.ts";
import { issueContractPaper, issueQuote } from "./papers/paper-acts.ts";
import { answerLateWithdrawal, notePayerTold, noteRenounced, renounce } from "./renouncing-acts.ts";
import { countersignContract, noteSigned, signContract } from "./signing-acts.ts";
import { seeContract, seeOwnContract, seeWhoIsToEnrol } from "./views.ts";

const SCHOOL = "faire-ess";
const BEFORE = ["programme", "objectives", "trainers", "timetable", "assessment", "contact", "rules"];
const WITH_CONTRACT = [...BEFORE, "tariff", "settlement", "early-end"];

describe("a contract", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-06-01T08:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let director: () => Actor;
  let cohort = "";
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    now = new Date("2026-11-25T09:00:00Z");
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    const head = await employed(world, "Ines Responsable", "head-of-training");
    const dora = await employed(world, "Dora Directrice", "director");
    director = () => ({ ...dora.actor, authenticatedAt: now }) as Actor;
    const name = { diploma: "deis", name: "2027-2029", startsOn: "2027-09-13", endsOn: "2029-07-13" };
    ({ cohort } = await deed(world, openCohort, head.actor, name));
    await readyForContracts(world, head.actor, cohort, "2027-09-13");
  });
  after(() => close());

  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const person = async (name: string): Promise<Person> => {
    at("2026-11-25");
    return anAccepted(world, { name });
  };
  const own = (one: Person) => candidate(world, one);
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
  const scan = async (actor = officer) => {
    const stream = Readable.from([pdf({})]);
    const sent = { establishment: SCHOOL, account: actor.account, stream, name: "contrat.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
  };
  const waiting = async ({ dossier }: Person) =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (
        await tx
          .selectFrom("waiting")
          .select(["key", "part"])
          .where("chain", "=", `candidacy:${dossier}`)
          .orderBy("key")
          .orderBy("part")
          .execute()
      )
        .map(({ key, part }) => (part === "" ? key : `${key} ${part}`))
        .filter((key) => key !== "enrol"),
    );
  const dueOf = async ({ dossier }: Person, key: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ due: string | null }>`
        select to_char(due_on, 'YYYY-MM-DD') as due from waiting
        where chain = ${`candidacy:${dossier}`} and key = ${key}`.execute(tx);
      return rows[0]?.due;
    });
  const posted = async ({ address }: Person) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", address)
        .where("about", "like", "contract:%")
        .orderBy("id")
        .execute(),
    );
  const mails = async (one: Person) => (await posted(one)).map(({ subject }) => subject);
  const letters = async (one: Person) =>
    (await posted(one)).map(({ paragraphs }) => (paragraphs as string[]).join(" ").replaceAll(/\s/g, " "));
  const signs = async (one: Person, received: string[] = [...WITH_CONTRACT]) => {
    const { contract } = await seen(one);
    const shown = contract!.papers.find(({ paper }) => paper === "contract")!.shown;
    return tried(signContract, own(one), { dossier: one.dossier, shown, words: "J’accepte.", received });
  };

  it("begins with who pays: alone, at the reduced price; with the situation that the school declares", async () => {
    const ada = await person("Ada Seule");
    deepEqual(await waiting(ada), ["sayWhoPays"]);
    const { dossier } = ada;
    match(await tried(sayWhoPays, own(ada), { dossier, others: [] }), /^status: Dites la situation/);
    match(await tried(sayWhoPays, own(ada), { dossier, others: [], status: "retired" }), /^status: Cette situation/);
    const own_ = { source: "personal", amount: 100 };
    match(await tried(sayWhoPays, own(ada), { dossier, others: [own_], status: "own-cost" }), /^others: Ce payeur/);
    equal(await tried(sayWhoPays, officer.actor, { dossier, others: [], status: "own-cost" }), "forbidden");
    equal(await tried(sayWhoPays, own(ada), { dossier, others: [], status: "own-cost" }), "done");
    const { priced, contract, state, cohort: meant } = await seen(ada);
    equal(state, "to-conclude");
    equal(meant?.id, cohort);
    deepEqual(
      contract?.shares.map(({ source, amount }) => [source, amount]),
      [["personal", priced!.total]],
    );
    // What is owed before stands on the page where she signs: the office hands over nothing.
    deepEqual(await waiting(ada), ["completeContract", "signContract"]);
  });

  it("is not for oneself to see to, with whatever role; a colleague does", async () => {
    const kim = await person("Kim Collègue");
    const { dossier } = kim;
    await deed(world, sayWhoPays, own(kim), { dossier, others: [], status: "own-cost" });
    const herself = {
      ...someone(kim.account, "admission-officer", "head-of-training", "director"),
      authenticatedAt: now,
    };
    const upload = randomUUID();
    const refused = [
      await tried(noteWhoPays, herself, { dossier, others: [], status: "own-cost" }),
      await tried(chooseCohort, herself, { dossier, cohort }),
      await tried(handOver, herself, { dossier, keys: BEFORE, on: "2026-11-25" }),
      await tried(noteGrant, herself, { dossier, source: "personal", answer: "refused", on: "2026-11-25" }),
      await tried(noteSigned, herself, { dossier, source: "personal", on: "2026-11-25", by: "Kim", upload }),
      await tried(countersignContract, herself, { dossier, source: "personal", words: "Je signe." }),
      await tried(noteRenounced, herself, { dossier, on: "2026-11-25", place: "kept" }),
      await tried(answerLateWithdrawal, herself, { dossier, words: "Non." }),
      await tried(notePayerTold, herself, { dossier, source: "opco", how: "Appel." }),
      await tried(issueContractPaper, herself, { dossier, source: "personal" }),
      await tried(issueQuote, herself, { dossier, source: "personal" }),
      await tried(enrol, herself, { cohort, dossiers: [dossier] }),
      await tried(enrolAnyway, herself, { cohort, dossier, ground: "Je commence." }),
    ];
    deepEqual(new Set(refused), new Set(["forbidden"]));
    equal(await tried(handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" }), "done");
  });

  it("is signed by the person once all that is owed before is handed over, then by the director", async () => {
    const bo = await person("Bo Signe");
    const { dossier } = bo;
    await deed(world, sayWhoPays, own(bo), { dossier, others: [], status: "own-cost" });
    at("2027-06-03");
    match(await signs(bo, []), /^received: Cela se remet avant la signature\u00a0: Programme, Objectifs/);
    match(await tried(handOver, officer.actor, { dossier, keys: ["autre"], on: "2027-06-01" }), /^keys: /);
    match(await tried(handOver, officer.actor, { dossier, keys: BEFORE, on: "2027-06-04" }), /^on: .*à venir/);
    equal(await tried(handOver, officer.actor, { dossier, keys: BEFORE, on: "2027-06-01" }), "done");
    const stale = { dossier, shown: "sha256:autre", words: "J’accepte.", received: WITH_CONTRACT };
    equal(await tried(signContract, own(bo), stale), "stale");
    equal(await signs(bo, ["tariff", "settlement", "early-end"]), "done");
    match(await signs(bo), /^source: Ce payeur ne signe pas/);
    const alone = { dossier, others: [{ source: "transition", amount: 100_000 }] };
    match(await tried(sayWhoPays, own(bo), alone), /^others: Un papier est signé, .*demandez à l’école/);
    deepEqual(await waiting(bo), ["countersignContract personal"]);
    // Within seven days, long before the course starts: the time to withdraw runs only then.
    equal(await dueOf(bo, "countersignContract"), "2027-06-10");
    const { contract } = await seen(bo);
    deepEqual([contract?.withdrawal, contract?.papers[0]?.state], [null, "unsigned"]);
    const words = "Je signe pour l’école.";
    equal(await tried(countersignContract, officer.actor, { dossier, source: "personal", words }), "forbidden");
    at("2027-06-04");
    equal(await tried(countersignContract, director(), { dossier, source: "personal", words }), "done");
    match(
      await tried(countersignContract, director(), { dossier, source: "personal", words }),
      /^contract: |^source: /,
    );
    const after = await seen(bo);
    // 4 June at a distance: 14 days, the 18th, a Friday.
    deepEqual(after.contract?.withdrawal, { lastDay: "2027-06-18", late: false });
    deepEqual(
      [after.state, after.contract?.enrolment, after.contract?.money?.from],
      ["concluded", "may", "2027-06-19"],
    );
    deepEqual(await waiting(bo), []);
    deepEqual(await mails(bo), [
      "Vous avez signé votre contrat de formation",
      "Votre contrat de formation est signé par l’école",
    ]);
    const [signed = "", concluded = ""] = await letters(bo);
    // 17 June, if the school had signed on the 3rd.
    match(signed, /le 3 juin 2027, pour 11 760 € .*au moins jusqu’au 17 juin 2027.*l’école signe à son tour/);
    match(concluded, /le 3 juin 2027, et l’école le 4 juin 2027\..*jusqu’au 18 juin 2027/);
  });

  it("is withdrawn from on the last day, with an acknowledgement at once, and not the day after", async () => {
    for (const [name, day, late] of [
      ["Chloé Atemps", "2027-06-18", false],
      ["David Tard", "2027-06-19", true],
    ] as const) {
      const one = await person(name);
      const { dossier } = one;
      await deed(world, sayWhoPays, own(one), { dossier, others: [], status: "own-cost" });
      match(await tried(renounce, own(one), { dossier, place: "given-up" }), /^dossier: Aucun contrat n’est signé/);
      at("2027-06-04");
      equal(await signs(one), "done");
      await deed(world, countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
      at(day);
      const input = { ...asked(own(one), { dossier, place: "given-up" as const }), attempt: randomUUID() };
      const first = await perform(world, renounce, input);
      deepEqual(await perform(world, renounce, input), first);
      deepEqual(first.kind === "done" && first.value, {
        late,
        lastDay: "2027-06-18",
        place: late ? null : "given-up",
        state: late ? "concluded" : "withdrawn",
      });
      const seenNow = await seen(one);
      deepEqual(
        [seenNow.contract?.enrolment, seenNow.renounced?.late, seenNow.contract?.withdrawal?.late],
        [late ? "may" : "ended", late, late],
      );
      match((await mails(one)).at(-1)!, late ? /après le dernier jour/ : /^Votre rétractation est reçue$/);
      if (!late)
        match(
          await tried(sayWhoPays, own(one), { dossier, others: [] }),
          /^dossier: Cette personne n’a pas de place acceptée/,
        );
    }
  });

  it("comes back on paper with its scan, in the office, and a letter undoes it", async () => {
    const eve = await person("Eve Papier");
    const { dossier } = eve;
    await deed(world, noteWhoPays, officer.actor, { dossier, others: [], status: "job-seeker" });
    await deed(world, handOver, officer.actor, { dossier, keys: WITH_CONTRACT, on: "2026-11-25" });
    at("2027-06-10");
    const paper = { dossier, source: "personal", on: "2027-06-07", by: "Eve Papier", forSchool: "Dora Directrice" };
    const alone = { ...paper, concluded: "premises", upload: await scan() } as const;
    match(await tried(noteSigned, officer.actor, alone), /^forSchool: .*par la direction/);
    const asDirector = { ...officer.actor, roles: ["director"] } as Actor;
    match(await tried(noteSigned, asDirector, { ...paper, upload: await scan() }), /^concluded: /);
    const whole = { ...paper, concluded: "premises" as const };
    match(await tried(noteSigned, asDirector, { ...whole, upload: randomUUID() }), /^upload: /);
    equal(await tried(noteSigned, asDirector, { ...whole, upload: await scan() }), "done");
    // Ten days from 7 June: the 17th.
    equal((await seen(eve)).contract?.withdrawal?.lastDay, "2027-06-17");
    match(
      await tried(noteRenounced, officer.actor, { dossier, on: "2027-06-06", place: "kept" }),
      /^on: .*avant la signature/,
    );
    at("2027-06-21");
    equal(await tried(noteRenounced, officer.actor, { dossier, on: "2027-06-17", place: "given-up" }), "done");
    equal((await seen(eve)).state, "withdrawn");
  });

  it("has a convention for an employer over what its fund pays, and is shared anew where a fund refuses", async () => {
    const fay = await person("Fay Employée");
    const { dossier } = fay;
    const payer = (await deed(world, addPayer, officer.actor, { name: "Les Amandiers" })).payer;
    const opco = { source: "opco", amount: 500_000 };
    match(
      await tried(noteWhoPays, officer.actor, { dossier, others: [opco], status: "private-employee" }),
      /^others: .*nommez l’employeur/,
    );
    const others = [{ source: "employer-plan", amount: 100_000, payer }, opco];
    await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "private-employee" });
    const first = await seen(fay);
    deepEqual(
      first.contract?.papers.map(({ source, paper, amount }) => [source, paper, amount]),
      [
        ["employer-plan", "convention", 600_000],
        ["opco", "grant", 500_000],
        ["personal", "contract", first.contract!.price - 600_000],
      ],
    );
    equal(first.contract?.shares[0]?.called, "Les Amandiers");
    deepEqual(await waiting(fay), ["completeContract", "noteGrant opco", "noteSigned employer-plan", "signContract"]);
    at("2027-06-04");
    equal(await signs(fay), "done");
    await deed(world, countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
    const answer = { dossier, source: "opco", on: "2027-06-04" };
    match(await tried(noteGrant, officer.actor, { ...answer, answer: "in-part" }), /^amount: /);
    // In part: the employer stands behind its fund, and the papers hold.
    await deed(world, noteGrant, officer.actor, { ...answer, answer: "in-part", amount: 400_000, number: "OP-1" });
    equal((await seen(fay)).state, "to-conclude");
    await deed(world, noteGrant, officer.actor, { ...answer, answer: "refused" });
    const refused = await seen(fay);
    deepEqual([refused.state, refused.contract?.short], ["unsaid", ["opco"]]);
    deepEqual(await waiting(fay), ["noteWhoPays", "sayWhoPays"]);
    match((await mails(fay)).at(-1)!, /il faut redire qui paie/);
    // The employer pays nothing more: the person pays the fund's part, and signs another contract.
    await deed(world, sayWhoPays, own(fay), { dossier, others: [{ source: "employer-plan", amount: 100_000 }] });
    const again = await seen(fay);
    ok(again.contract!.price < first.contract.price + 1);
    deepEqual(
      again.contract?.papers.map(({ source, state }) => [source, state]),
      [
        ["employer-plan", "unsigned"],
        ["personal", "unsigned"],
      ],
    );
    deepEqual(await waiting(fay), ["completeContract", "noteSigned employer-plan", "signContract"]);
  });

  it("is paid on the platform beside a personal training account: no contract of ours", async () => {
    const guy = await person("Guy Compte");
    const { dossier } = guy;
    const others = [{ source: "cpf", amount: 300_000 }];
    await deed(world, sayWhoPays, own(guy), { dossier, others, status: "private-employee" });
    const { contract } = await seen(guy);
    deepEqual(
      contract?.papers.map(({ source, paper }) => [source, paper]),
      [
        ["cpf", "platform"],
        ["personal", "platform"],
      ],
    );
    deepEqual(await waiting(guy), ["handOver", "noteGrant cpf"]);
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" });
    await deed(world, noteGrant, officer.actor, { dossier, source: "cpf", answer: "granted", on: "2026-11-25" });
    deepEqual([(await seen(guy)).state, await waiting(guy)], ["concluded", []]);
  });

  it("is of the cohort that the office chooses, and seen by its person alone", async () => {
    const hal = await person("Hal Promotion");
    const { dossier } = hal;
    match(await tried(chooseCohort, officer.actor, { dossier, cohort: randomUUID() }), /^cohort: /);
    equal(await tried(chooseCohort, officer.actor, { dossier, cohort }), "done");
    // Nobody said who pays: there is no contract to sign yet.
    deepEqual(await mails(hal), []);
    const status = { dossier, others: [], status: "own-cost" };
    equal(await tried(noteWhoPays, officer.actor, status), "done");
    // It was not known before, and nothing is missing: the person is written to, once.
    deepEqual(await mails(hal), ["Votre contrat de formation est à signer"]);
    equal(await tried(noteWhoPays, officer.actor, status), "done");
    equal((await mails(hal)).length, 1);
    const mine = await view(world, seeOwnContract, asked(own(hal), { dossier, language: "fr" as const }));
    equal(mine.kind, "found");
    const other = await person("Ida Autre");
    const theirs = await view(world, seeOwnContract, asked(own(other), { dossier, language: "fr" as const }));
    equal(theirs.kind, "missing");
  });

  it("is what enrols: several at once, none where one of them is not concluded, and on the director’s word with what is wanting", async () => {
    const concluded = async (name: string) => {
      const one = await person(name);
      const { dossier } = one;
      await deed(world, sayWhoPays, own(one), { dossier, others: [], status: "own-cost" });
      at("2027-06-04");
      equal(await signs(one), "done");
      await deed(world, countersignContract, director(), { dossier, source: "personal", words: "Je signe." });
      return one;
    };
    const [ivo, jo] = [await concluded("Ivo Ensemble"), await concluded("Jo Ensemble")];
    const kim = await person("Kim Attend");
    const others = [{ source: "transition", amount: 400_000 }];
    await deed(world, sayWhoPays, own(kim), { dossier: kim.dossier, others, status: "private-employee" });
    at("2027-09-14");
    const dossiers = [ivo.dossier, jo.dossier, kim.dossier];
    match(await tried(enrol, director(), { cohort, dossiers }), /^dossiers: Attend Kim\u00a0: /);
    equal((await seen(ivo)).enrolment, null);
    const made = await deed(world, enrol, director(), { cohort, dossiers: dossiers.slice(0, 2) });
    deepEqual(
      made.enrolled.map(({ dossier }) => dossier),
      dossiers.slice(0, 2),
    );
    const anyway = { cohort, dossier: kim.dossier, ground: "Transitions Pro tarde." };
    equal(await tried(enrolAnyway, officer.actor, anyway), "forbidden");
    await deed(world, enrolAnyway, director(), anyway);
    const late = await seen(kim);
    deepEqual([late.anyway?.ground, late.contract?.enrolment], ["Transitions Pro tarde.", "not-yet"]);
    ok(late.anyway!.findings.length > 0);
    const contractOn = async ({ dossier }: Person) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const found = tx.selectFrom("enrolment").select("contract_on").where("dossier", "=", dossier);
        return (await found.executeTakeFirstOrThrow()).contract_on;
      });
    deepEqual([await contractOn(kim), String(await contractOn(ivo)).slice(0, 10)], [null, "2027-06-04"]);
    // Concluded since: the enrolment is given the day of the contract.
    equal(await signs(kim), "done");
    await deed(world, countersignContract, director(), {
      dossier: kim.dossier,
      source: "personal",
      words: "Je signe.",
    });
    const answer = { dossier: kim.dossier, source: "transition", answer: "granted" as const, on: "2027-09-14" };
    await deed(world, noteGrant, officer.actor, answer);
    deepEqual([(await seen(kim)).state, String(await contractOn(kim)).slice(0, 10)], ["concluded", "2027-09-14"]);
    deepEqual(
      (await waiting(kim)).map((key) => key.split(" ")[0]),
      ["signProgramme"],
    );
  });

  it("lists who is to be enrolled: the concluded first, and what each of the others lacks with the page that mends it", async () => {
    at("2026-11-25");
    const una = await person("Una Rien");
    const vic = await person("Vic Papiers");
    const { dossier } = vic;
    const others = [
      { source: "employer-plan", amount: 100_000 },
      { source: "transition", amount: 100_000 },
    ];
    await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "private-employee" });
    const list = async (actor: Actor) => {
      const all = [];
      for (let page = 1; ; page += 1) {
        const found = await view(world, seeWhoIsToEnrol, asked(actor, { page }));
        if (found.kind !== "found") throw new Error(found.kind);
        all.push(...found.value.people);
        if (!found.value.more) return { ...found.value, people: all };
      }
    };
    const { people, all, ready } = await list(officer.actor);
    deepEqual([people.length, people.filter((one) => one.ready).length], [all, ready]);
    deepEqual(
      people.map((one) => one.ready),
      people.map((one) => one.ready).toSorted((a, b) => Number(b) - Number(a)),
    );
    const wants = async (one: Person) =>
      (await list(officer.actor)).people
        .find((each) => each.dossier === one.dossier)!
        .wants.map(({ says, to }) => [says.fr, to]);
    // All that is ahead is said at once, before there is any paper.
    deepEqual(await wants(una), [
      ["dire qui paie", `/contrats/${una.dossier}/qui-paie`],
      ["ensuite\u00a0: faire signer chaque papier, par qui paie puis par l’école", null],
    ]);
    // What is owed before stands on the page where he signs.
    const [convention, fund, contract] = await wants(vic);
    // The employer is not in the register yet: its paper cannot say who it is.
    match(convention![0]!, /^employeur, plan .*\u00a0: le papier ne dit pas /);
    equal(convention![1], `/contrats/${dossier}/qui-paie`);
    deepEqual(fund, ["projet de transition professionnelle\u00a0: réponse attendue", `/contrats/${dossier}/reponse`]);
    deepEqual(contract, [
      "financement personnel\u00a0: à signer par la personne, sur sa page",
      `/contrats/${dossier}/papier/personal`,
    ]);
    equal(await signs(vic), "done");
    deepEqual((await wants(vic)).at(-1), [
      "financement personnel\u00a0: à signer par l’école",
      `/contrats/${dossier}/signer/personal`,
    ]);
    // Whoever works here and is to be enrolled is no box to tick for themselves.
    const mine = (await list(someone(vic.account, "head-of-training"))).people.find((one) => one.dossier === dossier);
    deepEqual([mine?.own, mine?.ready], [true, false]);
  });

  it("stands where its facts say, and the doctor says where it does not", async () => {
    at("2027-09-20");
    const look = async () => withSchool(world.db, SCHOOL, (tx) => contractsCheck(world)(tx, SCHOOL));
    equal((await look())?.ok, true);
    await withSchool(world.db, SCHOOL, async (tx) => {
      await tx.updateTable("contract_state").set({ state: "concluded" }).where("state", "=", "to-conclude").execute();
      equal((await contractsCheck(world)(tx, SCHOOL))?.ok, false);
      throw new Error("not kept");
    }).catch(() => undefined);
  });

  it("leaves a record without a gap", async () => {
    const zone = "Europe/Paris";
    const verified = await verifyAudit(world.db, { establishment: SCHOOL, zone, tables: PROVEN_TABLES });
    deepEqual(verified.tampered, []);
    ok(PROVEN_TABLES.includes("contract_fact"));
  });
});
