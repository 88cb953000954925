/** Once an exam is held its work is closed, once all are the person is at the exams, and once they are decided the livret says so. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Act, perform, view } from "../../act/act.ts";
import { currentOf, stationsOf } from "../../act/way.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { myLivret } from "../../livret/views.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  type Examined,
  type Held,
  SCHOOL,
  trainee,
  type Trainee,
} from "../../test/certifying.ts";
import { candidate } from "../../test/dossiers.ts";
import { openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { trainingWay } from "../../training/way.ts";
import { depositWork, proposeSubject, withdrawWork } from "../../training/works/acts.ts";
import { myWorks } from "../../training/works/views.ts";
import { buildServer } from "../../web/server.ts";
import { certificationWay } from "../way.ts";

describe("after an exam", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let groups: Examined;
  let ada: Trainee;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const she = () => candidate(world, ada);
  const refusal = async (act: Act, input: unknown) => {
    const outcome = await perform(world, act, { actor: she(), establishment: SCHOOL, attempt: randomUUID(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
  };
  const upload = async () => {
    const sent = { establishment: SCHOOL, account: ada.account, name: "travail.pdf" };
    const received = await receiveUpload(world, { ...sent, stream: Readable.from([Buffer.from(pdf({ pages: 95 }))]) });
    ok("upload" in received);
    return received.upload;
  };
  const works = async () => {
    const seen = await view(world, myWorks, {
      actor: she(),
      establishment: SCHOOL,
      input: { enrolment: ada.enrolment },
    });
    ok(seen.kind === "found");
    return seen.value.works;
  };
  const current = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{
        dossier: string;
      }>`select dossier from enrolment where id = ${ada.enrolment}::uuid`.execute(tx);
      const [dossier = ""] = rows.map((one) => one.dossier);
      const given = { tx, zone: "Europe/Paris", today: now.toISOString().slice(0, 10), now };
      return currentOf((await stationsOf([trainingWay, certificationWay], given, [dossier])).get(dossier)!)?.heading.fr;
    });
  const home = async () => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, ada)}`;
    const { statusCode, body } = await app.inject({ url: `/${SCHOOL}/mon-parcours`, headers: { cookie } });
    equal(statusCode, 200);
    return body;
  };

  it("was still to be written before it, and the training was where the person was", async () => {
    equal(await refusal(depositWork, { enrolment: ada.enrolment, exam: "DF1", upload: await upload() }), "done");
    deepEqual(
      (await works()).map(({ exam, closed, withdrawable }) => [exam, closed, withdrawable]),
      [
        ["DF1", null, true],
        ["DF2", null, false],
        ["DF3", null, false],
      ],
    );
    equal(await current(), "Vous êtes en formation");
    match(await home(), /Proposez le sujet de votre travail \(DF3\)/);
  });

  it("nothing is proposed, deposited, replaced or withdrawn for it, and nobody is asked to", async () => {
    now = new Date("2030-06-12T08:00:00Z");
    const of = { enrolment: ada.enrolment };
    match(
      await refusal(proposeSubject, { ...of, exam: "DF3", subject: "Animer un réseau" }),
      /^L’épreuve est du 11 juin 2030/,
    );
    match(
      await refusal(depositWork, { ...of, exam: "DF3", upload: await upload(), signs: 11_000 }),
      /^L’épreuve est du 11 juin 2030 : plus rien ne se propose ni ne se dépose ici/,
    );
    match(await refusal(depositWork, { ...of, exam: "DF1", upload: await upload() }), /^L’épreuve est du 11 juin 2030/);
    match(await refusal(withdrawWork, { ...of, exam: "DF1" }), /^L’épreuve est du 11 juin 2030/);
    ok((await works()).every(({ closed, withdrawable }) => closed !== null && !withdrawable));
    doesNotMatch(await home(), /Proposez le sujet|Déposez votre travail/);
  });

  it("the person is at the exams, once all are held", async () => {
    equal(await current(), "Vous attendez la décision du jury");
  });

  it("the livret of a graduate says that the training is over, and what was handed in otherwise", async () => {
    await allMarked(world, held, groups, { "Ada Admise": [14, 13, 12, 11, 12] });
    await decided(world, held);
    const asked = { actor: she(), establishment: SCHOOL, input: { enrolment: ada.enrolment, language: "fr" as const } };
    const seen = await view(world, myLivret, asked);
    ok(seen.kind === "found" && seen.value);
    const { ended, missing, works: written } = seen.value;
    equal(ended, true);
    ok(!missing.some(({ what }) => what === "hours" || what === "result"));
    deepEqual(
      written.map(({ exam, deposited, elsewhere = false }) => [exam, deposited, elsewhere]),
      [
        ["DF1", true, false],
        ["DF2", false, true],
        ["DF3", false, true],
      ],
    );
    match(await refusal(depositWork, { enrolment: ada.enrolment, exam: "DF1", upload: await upload() }), /est décidée/);
  });
});
