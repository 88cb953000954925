/** Works are read before the exam by those who hear or read them: through the rights of the file itself, and each opening told. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { GUEST_COOKIE } from "../page/session.ts";
import { myOpenings } from "../people/openings/views.ts";
import { receiveUpload } from "../files/receive.ts";
import {
  allMarked,
  arranged,
  aSession,
  cameIn,
  decided,
  employed,
  type Examined,
  groupSeen,
  guestToken,
  type Held,
  SCHOOL,
  type Trainee,
  trainee,
} from "../test/certifying.ts";
import { deed, freshly } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { withSchool } from "../db/school.ts";
import { formStudyGroup } from "../training/study/group-acts.ts";
import { acceptStudy, enterStudy } from "../training/study/proposal-acts.ts";
import { depositReport } from "../training/study/report-acts.ts";
import { enrolledPersons } from "../training/enrolled.ts";
import { depositWork, withdrawWork } from "../training/works/acts.ts";
import { buildServer } from "../web/server.ts";
import { replaceExaminer } from "./exams/acts.ts";
import { designate } from "./register/acts.ts";

describe("a work that is read before the exam", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let ada: Trainee;
  let ben: Trainee;
  let groups: Examined;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    ben = await trainee(world, "Ben Autre");
    held = await aSession(world, { secretary, trainees: [ada, ben] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(() => close());

  const deposited = async (exam: string) => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 3 }))]);
    const sent = { establishment: SCHOOL, account: ada.account, stream, name: `${exam}.pdf` };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    const input = { enrolment: ada.enrolment, exam, upload: received.upload, ...(exam === "DF3" && { signs: 11_000 }) };
    await deed(world, depositWork, await freshly(world, ada), input);
  };
  const workSeen = async (one: Held["examiners"][number], group: string) => {
    const { candidates } = await groupSeen(world, cameIn(world, one.guest), group);
    return candidates.map(({ work }) => work?.file ?? null);
  };
  const opened = async (one: Held["examiners"][number], file: string) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const cookie = `${GUEST_COOKIE}=${await guestToken(world, one.guest)}`;
    const answer = await app.inject({ url: `/${SCHOOL}/fichier/${file}?ouvrir=oui`, headers: { cookie } });
    await app.close();
    return answer;
  };
  const openings = async () => {
    const seen = await view(world, myOpenings, { actor: await freshly(world, ada), establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.openings : [];
  };

  it("is found by those of the candidate’s group, as it was deposited last, and opened by them with a trace", async () => {
    await deposited("DF3");
    const [early] = await workSeen(held.examiners[0]!, groups.articles);
    await deposited("DF3");
    const [file, none] = await workSeen(held.examiners[0]!, groups.articles);
    equal(none, null);
    const answer = await opened(held.examiners[0]!, file!);
    deepEqual([answer.statusCode, answer.headers["content-type"]], [200, "application/pdf"]);
    deepEqual(
      (await openings()).map(({ name, what }) => [name, what.fr]),
      [["Agnès Autorité", "la pièce « DF3.pdf »"]],
    );
    equal((await opened(held.examiners[0]!, early!)).statusCode, 404);
  });

  it("is replaced and withdrawn until the day before the exam, and no more on the day itself", async () => {
    const before = now;
    const tried = async (exam: string) => {
      const actor = await freshly(world, ada);
      const asked = { actor, establishment: SCHOOL, attempt: randomUUID(), input: { enrolment: ada.enrolment, exam } };
      const outcome = await perform(world, withdrawWork, asked);
      return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
    };
    await deposited("DF1");
    now = new Date("2030-06-10T20:00:00Z");
    equal(await tried("DF1"), "done");
    now = new Date("2030-06-10T22:00:00Z");
    match(await tried("DF3"), /^L’épreuve est du 11 juin 2030/);
    now = before;
  });

  it("is opened by nobody who is not designated for that candidate in that exam", async () => {
    const [file] = await workSeen(held.examiners[0]!, groups.articles);
    // The second examiner of the field study reads no article; members and directors neither.
    for (const other of [held.examiners[1]!, held.members[0]!, held.director])
      equal((await opened(other, file!)).statusCode, 404);
    equal((await openings()).length, 1);
  });

  it("is read by whoever directs it, and by the members who hear its defence", async () => {
    await deposited("DF1");
    for (const one of [held.members[0]!, held.members[2]!, held.director]) {
      const [file] = await workSeen(one, groups.memoires);
      equal((await opened(one, file!)).statusCode, 200);
    }
    const [member] = await workSeen(held.members[0]!, groups.memoires);
    equal((await opened(held.members[1]!, member!)).statusCode, 404);
  });

  it("is, of a field study, the report of the group, for those before whom one of it comes", async () => {
    const head = await freshly(world, await employed(world, "Ines Responsable", "head-of-training"));
    const proposed = { organisation: "Association de l’Exemple", contact: "Odile Garance", object: "Accès aux droits" };
    const { study } = await deed(world, enterStudy, head, { diploma: "deis", ...proposed, place: "Sète" });
    await deed(world, acceptStudy, head, { study });
    const [{ cohort } = { cohort: "" }] = await withSchool(world.db, SCHOOL, (tx) =>
      enrolledPersons(tx, { enrolment: ada.enrolment }),
    );
    const members = [ada.enrolment, ben.enrolment];
    await deed(world, formStudyGroup, head, { study, cohort, name: "Groupe A", members });
    equal((await workSeen(held.examiners[0]!, groups.reports))[0], null);
    const stream = Readable.from([Buffer.from(pdf({ pages: 31 }))]);
    const sent = { establishment: SCHOOL, account: ben.account, stream, name: "rapport.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    const input = { enrolment: ben.enrolment, upload: received.upload };
    await deed(world, depositReport, await freshly(world, ben), input);
    const [hers, his] = await workSeen(held.examiners[1]!, groups.reports);
    equal(hers, his);
    equal((await opened(held.examiners[1]!, hers!)).statusCode, 200);
    equal((await opened(held.members[0]!, hers!)).statusCode, 404);
  });

  it("is read no more by whoever was replaced, nor by anybody once a jury has ruled", async () => {
    const [file] = await workSeen(held.examiners[2]!, groups.articles);
    const [agnes, albert] = held.examiners;
    const named = { session: held.session, exam: "DF3", by: "authority", on: "2030-05-12", persons: [albert!.id] };
    await deed(world, designate, await held.secretary(), named);
    const ground = "Malade, remplacée par téléphone.";
    const input = { group: groups.articles, person: agnes!.id, by: albert!.id, ground };
    const actor = await held.secretary();
    const replaced = await perform(world, replaceExaminer, {
      actor,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input,
    });
    match(replaced.kind, /done/);
    equal((await opened(agnes!, file!)).statusCode, 404);
    equal((await opened(albert!, file!)).statusCode, 200);
    const back = { ...input, person: albert!.id, by: agnes!.id };
    await deed(world, replaceExaminer, await held.secretary(), back);
    now = new Date("2030-06-11T18:00:00Z");
    const sheet = [12, 11, 11, 11, 13] as const;
    await allMarked(world, held, groups, { "Ada Admise": sheet, "Ben Autre": sheet });
    now = new Date("2030-06-25T08:00:00Z");
    await decided(world, held);
    equal((await opened(agnes!, file!)).statusCode, 404);
    deepEqual(await workSeen(agnes!, groups.articles), [null, null]);
  });
});
