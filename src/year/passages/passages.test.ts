/** Diplomas reported to the Caisse des Dépôts: off without a mandate; who lacks what; one file deposited, answered, and what was rejected again. */
import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { noteWhoPays } from "../../contracts/acts.ts";
import { withSchool } from "../../db/school.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { ACTS, PROVEN_TABLES } from "../../house/house.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { newId } from "../../kit/id.ts";
import type { Laws } from "../../law/load.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { FULL_SECTIONS } from "../../test/dossiers.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { ruled } from "../../test/passages.ts";
import { deed, freshly, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, plannedCohort } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { yearCheck } from "../check.ts";
import {
  acceptPassages,
  depositPassageFile,
  dropPassageFile,
  makePassageFile,
  receivePassageFile,
  rejectPassage,
} from "./acts.ts";
import { passagesFault } from "./documents/valid.ts";
import { saidOf } from "./store.ts";
import { passageFileXml, seePassageFile, seePassages } from "./views.ts";

const SCHOOL = "faire-ess";
const JURY = "2026-11-30";
const BORN = FULL_SECTIONS.identity;

describe("diplomas reported to the Caisse des Dépôts", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Awaited<ReturnType<typeof employed>>;
  let officer: Awaited<ReturnType<typeof employed>>;
  const people = new Map<string, { enrolment: string; dossier: string; account: string }>();
  const of = (name: string) => people.get(name)!.enrolment;
  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));

  const decided = (
    named: readonly {
      readonly name: string;
      readonly outcome: "diploma" | "part" | "none";
      readonly replaces?: string;
    }[],
  ) =>
    ruled(
      world,
      { jury: JURY, notified: "2026-12-02" },
      named.map(({ name, ...one }) => ({ enrolment: of(name), ...one })),
    );

  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    head = await employed(world, "Ines Responsable", "head-of-training");
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    const cohort = await aCohort(world, head.actor);
    await plannedCohort(world, head.actor, cohort);
    for (const [name, identity] of [
      ["Ada Prête", {}],
      ["Bea Rejetée", { birthCountry: "DZ", birthCommune: "", birthCity: "Tizi Ouzou" }],
      ["Cléo Incomplète", { birthCommune: "? Saint-Truc" }],
      ["Dan Partiel", {}],
    ] as const) {
      const [given, birthName] = name.split(" ");
      const sections = { identity: { ...BORN, givenNames: given, birthName, ...identity } };
      const person = await anAccepted(world, { name, sections });
      const { dossier, account } = person;
      people.set(name, { dossier, account, enrolment: await enrolled(world, head.actor, person, cohort) });
    }
    await deed(world, noteWhoPays, officer.actor, {
      dossier: people.get("Ada Prête")!.dossier,
      others: [],
      status: "own-cost",
    });
    at("2026-12-03");
    await decided([
      { name: "Ada Prête", outcome: "diploma" },
      { name: "Bea Rejetée", outcome: "diploma" },
      { name: "Cléo Incomplète", outcome: "diploma" },
      { name: "Dan Partiel", outcome: "part" },
    ]);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const seen = async (actor: Actor = head.actor) => {
    const found = await view(world, seePassages, { actor, establishment: SCHOOL, input: {} });
    ok(found.kind === "found", found.kind);
    return found.value;
  };
  const states = async () =>
    Object.fromEntries((await seen()).passages.map(({ name, state }) => [name.split(" ").at(-1), state]));
  const waiting = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ key: string; due: string | null; facts: { again?: number } }>`
        select key, to_char(due_on, 'YYYY-MM-DD') as due, facts from waiting
        where key in ('reportDiploma', 'depositPassages', 'receivePassages', 'answerPassages') order by key, due, chain`.execute(
        tx,
      );
      return rows.map(({ key, due, facts }) => `${key} ${due ?? "–"}${facts.again === 1 ? " again" : ""}`).toSorted();
    });
  type Any = Parameters<typeof perform>[1];
  const tried = async (act: unknown, input: object, actor: Actor = head.actor) => {
    const given = { actor, establishment: SCHOOL, attempt: newAttempt(), input };
    const outcome = await perform(world, act as Any, given as never);
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  };
  const wrong = () => withSchool(world.db, SCHOOL, async (tx) => (await yearCheck(tx, SCHOOL))?.label.en ?? "");
  let first: { file: string; sha256: string };

  it("wait within three months of the jury, cut to the end of February, for the three to whom it awarded a diploma", async () => {
    deepEqual(
      await waiting(),
      Array.from({ length: 3 }, () => "reportDiploma 2027-02-28"),
    );
    const { counts, passages, mandates } = await seen();
    deepEqual(
      mandates.map(({ fr }) => fr),
      ["mandat inventé pour l’exemple"],
    );
    deepEqual(counts, { filed: 0, deposited: 0, received: 0, accepted: 0, draft: 1, ready: 2, rejected: 0, beyond: 0 });
    deepEqual(passages.map(({ awardedOn, dueOn }) => [awardedOn, dueOn])[0], [JURY, "2027-02-28"]);
  });

  it("are incomplete without a commune that the INSEE names, and ready with a birth abroad", async () => {
    deepEqual(await states(), { Ada: "ready", Bea: "ready", Cléo: "draft" });
    const lacking = (await seen()).passages.filter(({ lacks }) => lacks.length > 0);
    deepEqual(
      lacking.map(({ name, lacks }) => [name, lacks]),
      [["Incomplète Cléo", ["birthCommune"]]],
    );
    const unknown = (await seen()).passages.filter(({ accessUnknown }) => accessUnknown);
    deepEqual(
      unknown.map(({ name }) => name),
      ["Incomplète Cléo", "Rejetée Bea"],
    );
  });

  it("go into one file, frozen with its fingerprint, for whom nothing lacks and by whom may", async () => {
    const both = [of("Ada Prête"), of("Bea Rejetée")];
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
    match((await she.open(`/${SCHOOL}/annee/accrochage`)).text, /n’est pas dite[^]*\/contrats\/[^"/]*\/qui-paie">/);
    match(await tried(makePassageFile, { passages: [...both, of("Cléo Incomplète")] }), /incomplet/);
    equal(await tried(makePassageFile, { passages: [of("Dan Partiel")] }), "forbidden");
    equal(await tried(makePassageFile, { passages: [randomUUID()] }), "forbidden");
    equal(await tried(makePassageFile, { passages: both }, officer.actor), "forbidden");
    first = await deed(world, makePassageFile, head.actor, { passages: both });
    match(await tried(makePassageFile, { passages: both }), /dans un fichier à déposer/);
    deepEqual(await waiting(), ["depositPassages 2027-02-28", "reportDiploma 2027-02-28"]);
  });

  it("are downloaded as the file that was frozen, valid by its schema, with the way in and nobody’s number", async () => {
    const input = { file: first.file };
    const found = await view(world, passageFileXml, { actor: head.actor, establishment: SCHOOL, input });
    ok(found.kind === "found");
    const { xml } = found.value;
    equal(createHash("sha256").update(xml).digest("hex"), first.sha256);
    equal(await passagesFault(xml), undefined);
    match(xml, /<cpf:horodatage>2026-12-03T10:00:00\+01:00</);
    match(xml, new RegExp(`<cpf:idTechnique>${of("Ada Prête")}<`));
    match(xml, /RNCP39644[^]*TIERS_CONFIANCE[^]*PAR_ADMISSION[^]*<cpf:dateDebutValidite>2026-11-30</);
    match(xml, /<cpf:initiativeInscription>CERTIFIE</);
    match(xml, /<cpf:modaliteAcces xsi:nil="true"\/>/);
    const other = await view(world, passageFileXml, { actor: officer.actor, establishment: SCHOOL, input });
    equal(other.kind, "forbidden");
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
    const page = await she.open(`/${SCHOOL}/annee/accrochage/fichiers/${first.file}/fichier.xml`);
    deepEqual([page.status, page.text], [200, xml]);
  });

  it("are noted deposited, received and answered in that order, on days that follow, and never «sent» before", async () => {
    const { file } = first;
    match(await tried(receivePassageFile, { file, on: "2026-12-03", receipt: "AR" }), /déposé/);
    match(await tried(acceptPassages, { file, on: "2026-12-03", passages: [of("Ada Prête")] }), /reçu/);
    match(await tried(depositPassageFile, { file, on: "2026-12-02" }), /jour/);
    match(await tried(depositPassageFile, { file, on: "2026-12-04" }), /jour/);
    at("2026-12-05");
    equal(await tried(depositPassageFile, { file, on: "2026-12-04" }), "done");
    match(await tried(dropPassageFile, { file, why: "Trop tard" }), /déposé/);
    deepEqual(await waiting(), ["receivePassages –", "reportDiploma 2027-02-28"]);
    equal(await tried(receivePassageFile, { file, on: "2026-12-05", receipt: "AR-12" }), "done");
    deepEqual(await waiting(), ["answerPassages –", "reportDiploma 2027-02-28"]);
    equal(await tried(acceptPassages, { file, on: "2026-12-05", passages: [of("Dan Partiel")] }), "forbidden");
    equal(await tried(acceptPassages, { file, on: "2026-12-05", passages: [of("Ada Prête")] }), "done");
    deepEqual(await waiting(), ["answerPassages –", "reportDiploma 2027-02-28"]);
  });

  it("are reported again where they are rejected, with the same name, and the words are kept", async () => {
    const { file } = first;
    const rejection = { file, on: "2026-12-05", passage: of("Bea Rejetée"), words: "Aucun titulaire ne correspond" };
    equal(await tried(rejectPassage, { ...rejection, words: " " }), "Recopiez les mots du rejet.");
    equal(await tried(rejectPassage, rejection), "done");
    deepEqual(await waiting(), ["reportDiploma 2027-02-28", "reportDiploma 2027-02-28 again"]);
    deepEqual(await states(), { Bea: "rejected", Cléo: "draft" });
    const { passages, counts } = await seen();
    equal(passages.find(({ name }) => name === "Rejetée Bea")!.words, "Aucun titulaire ne correspond");
    deepEqual([counts.accepted, counts.rejected], [1, 1]);
    match(await tried(makePassageFile, { passages: [of("Ada Prête"), of("Bea Rejetée")] }), /accepté/);
    const again = await deed(world, makePassageFile, head.actor, { passages: [of("Bea Rejetée")] });
    notEqual(again.sha256, first.sha256);
    const found = await view(world, passageFileXml, {
      actor: head.actor,
      establishment: SCHOOL,
      input: { file: again.file },
    });
    ok(found.kind === "found");
    match(found.value.xml, new RegExp(`<cpf:idTechnique>${of("Bea Rejetée")}<`));
    match(await tried(acceptPassages, { file, on: "2026-12-05", passages: [of("Bea Rejetée")] }), /plus récent/);
    equal(await tried(dropPassageFile, { file: again.file, why: "Identité à vérifier" }), "done");
    match(await tried(depositPassageFile, { file: again.file, on: "2026-12-05" }), /abandonné/);
    deepEqual(await states(), { Bea: "rejected", Cléo: "draft" });
    equal(await tried(acceptPassages, { file, on: "2026-12-05", passages: [of("Bea Rejetée")] }), "done");
    deepEqual(await states(), { Cléo: "draft" });
  });

  it("show whose diploma a jury took back after the deposit", async () => {
    deepEqual((await seen()).withdrawn, []);
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{ id: string }>`select id from jury_result where enrolment = ${of("Ada Prête")}::uuid`.execute(tx),
    );
    await decided([{ name: "Ada Prête", outcome: "none", replaces: rows[0]!.id }]);
    deepEqual(
      (await seen()).withdrawn.map(({ name }) => name),
      ["Prête Ada"],
    );
  });

  it("have a page for whom may, in both languages, with what lacks and a way to mend it", async () => {
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
    for (const base of [`/${SCHOOL}`, `/${SCHOOL}/en`]) {
      const all = await she.open(`${base}/annee/accrochage`);
      equal(all.status, 200);
      match(all.text, /Incomplète Cléo[^]*\/identite/);
      equal((await she.open(`${base}/annee/accrochage/fichiers/${first.file}`)).status, 200);
    }
    equal((await she.open(`/${SCHOOL}/annee/accrochage/fichiers/${randomUUID()}`)).status, 404);
    const he = visitor(app, "");
    he.cookies.set(SESSION_COOKIE, await openedSession(world, officer, ["password", "totp"]));
    notEqual((await he.open(`/${SCHOOL}/annee/accrochage`)).status, 200);
  });

  it("are said late on the page from the day after the last day of their report", async () => {
    const she = visitor(app, "");
    const kept = now;
    const on = async (day: string) => {
      at(day);
      she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
      return (await she.open(`/${SCHOOL}/annee/accrochage`)).text;
    };
    match(await on("2027-02-28"), /28.février.2027/);
    doesNotMatch(await on("2027-02-28"), /en retard\.|<strong>en retard/);
    match(await on("2027-03-01"), /1 diplôme est en retard\.[^]*28.février.2027 <strong>en retard/);
    now = kept;
  });

  it("leave every file with whom they are of: it is no longer downloaded, and says so", async () => {
    equal(await wrong(), "");
    const chain = `enrolment:${of("Ada Prête")}`;
    const purge = ACTS.find(({ name }) => name === "purgeOne")!;
    const clock: Actor = { kind: "clock", day: "2045-01-15" };
    const copied = await withSchool(world.db, SCHOOL, (tx) => saidOf(tx, people.get("Ada Prête")!.account));
    deepEqual(
      copied.map(({ enrolment }) => enrolment),
      [of("Ada Prête")],
    );
    const kept = now;
    at("2045-01-15");
    equal(await tried(purge, { holding: "trainings", chain }, clock), "done");
    now = kept;
    const left = await withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ count: number }>`
        select (select count(*) from passage_item where enrolment = ${of("Ada Prête")}::uuid)::integer
          + (select count(*) from passage_answer where enrolment = ${of("Ada Prête")}::uuid)::integer as count`.execute(
        tx,
      );
      return rows[0]!.count;
    });
    equal(left, 0);
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(
      verified.tampered.filter((one) => one.chain.startsWith("passage-file:") || one.chain === chain),
      [],
    );
    const input = { file: first.file };
    const found = await view(world, seePassageFile, { actor: head.actor, establishment: SCHOOL, input });
    ok(found.kind === "found");
    deepEqual([found.value.whole, found.value.items.map(({ name }) => name)], [false, ["Rejetée Bea"]]);
    equal((await view(world, passageFileXml, { actor: head.actor, establishment: SCHOOL, input })).kind, "missing");
    equal(await wrong(), "");
  });

  it("are held by the doctor against the fingerprint of their file", async () => {
    await decided([{ name: "Dan Partiel", outcome: "diploma" }]);
    const made = await deed(world, makePassageFile, await freshly(world, head), { passages: [of("Dan Partiel")] });
    equal(await wrong(), "");
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`insert into passage_item select establishment_id, gen_random_uuid(), file, place + 1, ${newId()}::uuid, passage
        from passage_item where file = ${made.file}::uuid`.execute(tx);
    });
    match(await wrong(), /passage_file 3/);
  });
});

describe("a school without a mandate", () => {
  it("reports nothing: the page says so in one sentence, with who does, and nothing waits", async () => {
    const plain: Laws = LAWS;
    const told = lawWorld(plain, { diploma: undefined, establishment: undefined });
    const { world, close } = await testWorldOf({ ...told, now: () => new Date("2026-12-03T09:00:00Z") });
    try {
      const head = await employed(world, "Ines Responsable", "head-of-training");
      await aCohort(world, head.actor);
      const found = await view(world, seePassages, { actor: head.actor, establishment: SCHOOL, input: {} });
      ok(found.kind === "found");
      const { mandates, passages, certifiers } = found.value;
      deepEqual([mandates, passages, certifiers.length], [[], [], 2]);
      const given = { actor: head.actor, establishment: SCHOOL, attempt: newAttempt(), input: { passages: [newId()] } };
      const outcome = await perform(world, makePassageFile, given);
      ok(outcome.kind === "invalid");
      match(outcome.issues[0]!.message("fr"), /pas de mandat/);
      const app = await buildServer(world, { perMinute: 1_000_000 });
      const she = visitor(app, "");
      she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
      const { text } = await she.open(`/${SCHOOL}/annee/accrochage`);
      match(text, /Rien n’est à faire.: le certificateur le fait \(ministère[^<]*l’école n’en a pas reçu le mandat\./);
      await app.close();
    } finally {
      await close();
    }
  });
});
