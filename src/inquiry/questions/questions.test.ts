/** A question before any account: copied, limited, answered by a colleague, and gone when its period is over. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { acting } from "../../test/admissions.ts";
import { HEAD_OF_TRAINING } from "../../test/intakes.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { myMails } from "../../mail/views.ts";
import { deed, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { soundWaiting, waitingFor } from "../../test/waiting-lines.ts";
import { buildServer } from "../../web/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { answerQuestion, askQuestion, seeQuestions } from "./acts.ts";

const SCHOOL = "faire-ess";
const STRANGER: Actor = { kind: "anyone" };

describe("a question before an account", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-02-01T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const asked = {
    diploma: "deis",
    address: "lea+deis@exemple.fr",
    text: "Y a-t-il cours le soir ?",
    language: "fr" as const,
  };
  const tried = async (input: Parameters<typeof deed<typeof askQuestion.form, unknown>>[3], actor = STRANGER) =>
    perform(world, askQuestion, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
  const mails = () =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (await tx.selectFrom("mail").select(["to_address", "subject", "paragraphs"]).orderBy("id").execute()).map(
        (one) => `${one.to_address} | ${one.subject} | ${(one.paragraphs as string[]).join(" ")}`,
      ),
    );
  const ids = () =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (await tx.selectFrom("question").select("id").orderBy("id").execute()).map(({ id }) => id),
    );

  it("is asked by a form, copied to who asks it, and waits for whoever handles applications", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    match((await she.open("/deis")).text, /href="\/faire-ess\/deis\/question"/);
    const empty = await she.fill("/deis/question", { text: "", address: "lea@", name: "Léa" });
    equal(empty.status, 422);
    match(empty.text, /value="lea@"/);
    const sent = await she.fill("/deis/question", { text: asked.text, address: asked.address, name: "" });
    equal(sent.status, 303);
    match((await she.open(sent.location!)).text, /Votre question est envoyée/);
    await app.close();
    match((await mails())[0]!, /^lea\+deis@exemple\.fr \| Votre question à Faire ESS \| .*Y a-t-il cours le soir/);
    deepEqual(await waitingFor(world, HEAD_OF_TRAINING), [["answerQuestion", "2027-02-06"]]);
    await soundWaiting(world);
  });

  it("stands in the school’s list, apart from those that were answered, by pages", async () => {
    const listed = async (input: { readonly answered: boolean; readonly after?: string }) => {
      const seen = await view(world, seeQuestions, { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input });
      if (seen.kind !== "found") throw new Error(seen.kind);
      return seen.value;
    };
    const [first] = await ids();
    deepEqual(
      (await listed({ answered: false })).questions.map(({ id }) => id),
      [first],
    );
    deepEqual((await listed({ answered: true })).questions, []);
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into question (id, diploma, name, address, mailbox, lang, body, asked_at, answer, answered_by, answered_at)
        select md5(n::text)::uuid, 'deis', '', 'a@exemple.fr', 'a@exemple.fr', 'fr', 'Question ' || n, now() + n * interval '1 minute',
          'Oui.', 'clock', now() from generate_series(1, 51) n`.execute(tx),
    );
    const page = await listed({ answered: true });
    const rest = await listed({ answered: true, after: page.next! });
    deepEqual([page.questions[0]!.body, page.questions.length], ["Question 51", 50]);
    deepEqual([rest.questions.map(({ body }) => body), rest.next], [["Question 1"], null]);
    await withSchool(world.db, SCHOOL, (tx) => sql`delete from question where mailbox = 'a@exemple.fr'`.execute(tx));
  });

  it("is answered once, by mail, and waits no more", async () => {
    const [question] = await ids();
    const text = "Non, le jour seulement.";
    await deed(world, answerQuestion, HEAD_OF_TRAINING, { question: question!, text });
    match((await mails()).at(-1)!, /Faire ESS répond à votre question \| Non, le jour seulement/);
    deepEqual(await waitingFor(world, HEAD_OF_TRAINING), []);
    const again = { question: question!, text: "Encore." };
    const twice = { actor: HEAD_OF_TRAINING, establishment: SCHOOL, attempt: randomUUID(), input: again };
    const outcome = await perform(world, answerQuestion, twice);
    match(outcome.kind === "invalid" ? outcome.issues[0]!.message("fr") : outcome.kind, /collègue a déjà répondu/);
    const trainer = acting(world, ["trainer"], randomUUID());
    equal(
      (await perform(world, answerQuestion, { ...twice, attempt: randomUUID(), actor: trainer })).kind,
      "forbidden",
    );
  });

  it("is read with its answer by the person who proves the address later, but no code that was sent there", async () => {
    const lea = await makeAccount(world, { name: "Léa Roux", address: asked.address });
    const actor = acting(world, [], lea.account);
    const seen = await view(world, myMails, { actor, establishment: SCHOOL, input: {} });
    if (seen.kind !== "found") throw new Error("No mails");
    const subjects = seen.value.mails.map(({ subject }) => subject);
    deepEqual(
      subjects.filter((one) => /question/.test(one)),
      ["Faire ESS répond à votre question", "Votre question à Faire ESS"],
    );
    equal(
      subjects.some((one) => /code/i.test(one)),
      false,
    );
  });

  it("is limited for a mailbox, however it is spelt, and for a network, in a day", async () => {
    const kinds = [];
    for (const address of ["lea@exemple.fr", "LEA+a@exemple.fr", "lea+b@exemple.fr"])
      kinds.push((await tried({ ...asked, address })).kind);
    deepEqual(kinds, ["done", "done", "invalid"]);
    const caller = "ab".repeat(32);
    const from = [];
    for (let nth = 0; nth < 21; nth++)
      from.push((await tried({ ...asked, address: `p${nth}@exemple.fr`, caller })).kind);
    deepEqual([from.filter((kind) => kind === "done").length, from.at(-1)], [20, "invalid"]);
    now = new Date("2027-02-02T08:00:01Z");
    equal((await tried({ ...asked, caller })).kind, "done");
  });

  it("goes with its mails when the period of the school’s file is over, and not a day before", async () => {
    now = new Date("2027-08-01T08:00:00Z");
    await runDue(world, SCHOOL);
    equal((await ids()).length, 24);
    now = new Date("2027-08-02T08:00:00Z");
    await runDue(world, SCHOOL);
    equal((await ids()).length, 1);
    equal((await mails()).length, 1);
  });
});
