/** Works for exams: a subject is proposed and judged, a director named and replaced, what is written deposited and counted. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, type Invented } from "../../test/people.ts";
import { pdf, photo } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { depositWork, judgeSubject, nameWorkDirector, proposeSubject, withdrawWork } from "./acts.ts";
import { worksDeposited } from "./deposited.ts";
import { myWorks, seeDirected } from "./views.ts";

const SCHOOL = "faire-ess";

describe("a work for an exam", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let awa: Person;
  let now = new Date("2026-11-25T09:00:00Z");
  let enrolment = "";
  const directors: (Invented & { actor: Actor })[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    for (const name of ["Mina Une", "Paul Deux"]) directors.push(await employed(world, name, "memoire-director"));
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    enrolment = await enrolled(world, head, awa, await aCohort(world, head));
  });
  after(() => close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const she = () => candidate(world, awa);
  const upload = async (pages: number) => {
    const stream = Readable.from([Buffer.from(pdf({ pages }))]);
    const received = await receiveUpload(world, {
      establishment: SCHOOL,
      account: awa.account,
      stream,
      name: "travail.pdf",
    });
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
  };
  const works = async () => {
    const asked = { actor: she(), establishment: SCHOOL, input: { enrolment } };
    const seen = await view(world, myWorks, asked);
    return seen.kind === "found" ? seen.value.works : [];
  };

  it("is what the référentiel asks: so many pages or signs, for one or a group, directed or not", async () => {
    deepEqual(
      (await works()).map((one) => [one.exam, one.length, one.least, one.most, one.directed, one.collective]),
      [
        ["DF1", "pages", 90, 120, true, false],
        ["DF2", "pages", 30, 35, false, true],
        ["DF3", "signs", 10_000, 12_000, false, false],
      ],
    );
  });

  it("has its subject proposed by the trainee, and validated, or refused for a reason", async () => {
    const of = { enrolment, exam: "DF3" };
    match(await tried(judgeSubject, head, { ...of, validated: true }), /^validated: Aucun sujet/);
    equal(await tried(proposeSubject, head, { ...of, subject: "Autre" }), "forbidden");
    equal(await tried(proposeSubject, she(), { ...of, subject: "Animer un réseau" }), "done");
    match(await tried(judgeSubject, head, { ...of, validated: false }), /^reason: /);
    equal(await tried(judgeSubject, head, { ...of, validated: false, reason: "Trop large." }), "done");
    equal(await tried(proposeSubject, she(), { ...of, subject: "Former des bénévoles" }), "done");
    equal(await tried(judgeSubject, she(), { ...of, validated: true }), "forbidden");
    equal(await tried(judgeSubject, head, { ...of, validated: true }), "done");
    match(await tried(proposeSubject, she(), { ...of, subject: "Encore" }), /^subject: .*déjà validé/);
  });

  it("has a director where the référentiel wants one, who is replaced in one act, and both are told", async () => {
    const of = { enrolment, exam: "DF1" };
    const [first, second] = directors.map(({ account }) => `account:${account}`);
    match(
      await tried(nameWorkDirector, head, { ...of, exam: "DF3", director: first! }),
      /^director: Ce travail n’a pas/,
    );
    match(
      await tried(nameWorkDirector, head, { ...of, director: `account:${awa.account}` }),
      /^director: .*pas le rôle/,
    );
    equal(await tried(nameWorkDirector, head, { ...of, director: first! }), "done");
    equal(await tried(nameWorkDirector, head, { ...of, director: second! }), "done");
    const directed = await Promise.all(
      directors.map(async ({ actor }) => {
        const seen = await view(world, seeDirected, { actor, establishment: SCHOOL, input: {} });
        return seen.kind === "found" ? seen.value.works.length : seen.kind;
      }),
    );
    deepEqual(directed, [0, 1]);
    const told = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", "mina.une@exemple.fr").orderBy("id").execute(),
    );
    deepEqual(
      told.map(({ subject }) => subject).filter((one) => /mémoire/.test(one)),
      ["Un mémoire vous est confié", "Un mémoire ne vous est plus confié"],
    );
  });

  const sent = () =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", awa.address)
        .orderBy("id")
        .execute(),
    );

  it("is deposited with a receipt, also by mail, that says what was received; what is short is told at once", async () => {
    const short = await deed(world, depositWork, she(), { enrolment, exam: "DF1", upload: await upload(1) });
    const { receipt, ...counted } = short;
    deepEqual(counted, { count: 1, within: false });
    match(receipt, /^D-\d{4}-\d{6}-DF1-1$/);
    const mail = (await sent()).at(-1)!;
    equal(mail.subject, `Votre travail est déposé\u00a0: récépissé ${receipt}`);
    const said = (mail.paragraphs as string[]).join("\n");
    match(said, /travail\.pdf.*1\u00a0?\s?page\. Empreinte du fichier \(SHA-256\)\s?: [0-9a-f]{64}/u);
    match(said, /Votre texte compte 1 page\s?; il en est attendu de 90 à 120\./u);
    const [own] = await works();
    deepEqual([own!.deposit!.receipt, own!.deposit!.within, own!.withdrawable], [receipt, false, true]);
    match(
      await tried(depositWork, she(), { enrolment, exam: "DF2", upload: await upload(30) }),
      /^upload: Ce travail est celui d’un groupe d’étude collective, et l’école ne vous a encore mis dans aucun/,
    );
    const file = await upload(4);
    match(await tried(depositWork, she(), { enrolment, exam: "DF3", upload: file }), /^signs: /);
    const article = await deed(world, depositWork, she(), { enrolment, exam: "DF3", upload: file, signs: 12_000 });
    deepEqual([article.count, article.within], [12_000, true]);
    equal(await tried(depositWork, head, { enrolment, exam: "DF1", upload: await upload(95) }), "forbidden");
  });

  it("is taken as the kind of file that the référentiel’s file says, and a picture is refused in one sentence", async () => {
    const stream = Readable.from([photo("png")]);
    const sent = await receiveUpload(world, { establishment: SCHOOL, account: awa.account, stream, name: "page.png" });
    if ("problem" in sent) throw new Error(sent.problem);
    const before = (await works())[0]!.deposit;
    equal(
      await tried(depositWork, she(), { enrolment, exam: "DF1", upload: sent.upload }),
      "upload: Ce travail se dépose en PDF\u00a0: ce fichier n’est pas reçu. Enregistrez votre texte en PDF, puis envoyez-le de nouveau.",
    );
    deepEqual((await works())[0]!.deposit, before);
  });

  it("is replaced and withdrawn until its last day, and the director who reads it sees no withdrawn text", async () => {
    const again = await deed(world, depositWork, she(), { enrolment, exam: "DF1", upload: await upload(95) });
    match(again.receipt, /-DF1-2$/);
    equal(await tried(withdrawWork, head, { enrolment, exam: "DF1" }), "forbidden");
    equal(await tried(withdrawWork, she(), { enrolment, exam: "DF1" }), "done");
    match(await tried(withdrawWork, she(), { enrolment, exam: "DF1" }), /^work: Ce travail est à déposer/);
    const [own] = await works();
    deepEqual([own!.deposit, own!.withdrawable], [null, false]);
    const waiting = await withSchool(world.db, SCHOOL, (tx) => worksDeposited(tx, [enrolment]));
    deepEqual(
      waiting.map(({ exam }) => exam),
      ["DF3"],
    );
    match((await sent()).at(-1)!.subject, /^Votre travail est retiré/);
    now = new Date("2029-06-30T09:00:00Z");
    match(await tried(withdrawWork, she(), { enrolment, exam: "DF3" }), /^exam: Le dernier jour est passé/);
    now = new Date("2026-11-25T09:00:00Z");
  });

  it("out of bounds is refused, and not received, where the référentiel says so", async () => {
    const strict = { ...world, law: strictLaw(world) };
    const file = await upload(1);
    const asked = { actor: she(), establishment: SCHOOL, attempt: randomUUID() };
    const outcome = await perform(strict, depositWork, { ...asked, input: { enrolment, exam: "DF1", upload: file } });
    const said = outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
    match(said, /Votre texte compte 1 page\s?; il en est attendu de 90 à 120\. Il n’est pas reçu\./u);
    equal((await works())[0]!.deposit, null);
  });

  it("is neither asked nor taken for an exam of which the trainee is dispensed", async () => {
    const answer = { units: [], domains: [{ domain: "DF1", exam: "dispensed", findings: [] }], findings: [] };
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into individual_programme (id, enrolment, version, input, answer, shown, signed_by, name, signed_at)
        values (${randomUUID()}::uuid, ${enrolment}::uuid, 1, '{}', ${JSON.stringify(answer)}, '', 'operator', 'Direction', ${now})`.execute(
        tx,
      ),
    );
    deepEqual(
      (await works()).map(({ exam, asked }) => [exam, asked]),
      // What was deposited before stays in view.
      [
        ["DF1", false],
        ["DF2", true],
        ["DF3", true],
      ],
    );
    for (const said of [
      await tried(proposeSubject, she(), { enrolment, exam: "DF1", subject: "Un mémoire" }),
      await tried(depositWork, she(), { enrolment, exam: "DF1", upload: await upload(95) }),
      await tried(nameWorkDirector, head, { enrolment, exam: "DF1", director: `account:${directors[0]!.account}` }),
    ])
      match(said, /^(subject|upload|director): Vous n’avez pas cette épreuve à passer/);
  });
});

function strictLaw(world: World): World["law"] {
  return (establishment, diploma, which) => {
    const law = world.law(establishment, diploma, which);
    return law && { ...law, diploma: { ...law.diploma, works: { ...law.diploma.works!, outside: "refused" } } };
  };
}
