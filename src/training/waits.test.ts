/** What waits in training: for whom, by when, and by which act it goes. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { randomUUID } from "node:crypto";
import { type Actor, perform, type View, view } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { addDays } from "../kit/day.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { receiveUpload } from "../files/receive.ts";
import { candidate } from "../test/dossiers.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { deed, freshly, type Invented } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person, SEPTEMBER } from "../test/trainees.ts";
import { linesFor, waitingFor } from "../test/waiting-lines.ts";
import { wallIn } from "../kit/zone.ts";
import { dueFor } from "../waiting/badge.ts";
import { seeCandidacy } from "../admission/views.ts";
import { answerClaim, claimAttendance, correctAttendance, countersign, markAttendance } from "./attendance/acts.ts";
import { seeList } from "./attendance/views.ts";
import { interruptTraining, resumeTraining } from "./cohorts/acts.ts";
import { cancelLesson, handLesson, planLessons } from "./lessons/acts.ts";
import { myWeek } from "./lessons/views.ts";
import { signProgramme } from "./programmes/acts.ts";
import { seeProgramme } from "./programmes/views.ts";
import {
  drawUpAgreement,
  drawUpPartnership,
  recordSignedAgreement,
  signAgreement,
  signMyAgreement,
} from "./study/agreement-acts.ts";
import { formStudyGroup, leaveStudyGroup } from "./study/group-acts.ts";
import { acceptStudy, enterStudy } from "./study/proposal-acts.ts";
import { depositReport, withdrawReport } from "./study/report-acts.ts";
import { depositWork, judgeSubject, nameWorkDirector, proposeSubject } from "./works/acts.ts";

const SCHOOL = "faire-ess";
const WORDS = "Je signe.";

const BADGE = { establishment: "faire-ess", today: "2026-12-07", standsInFor: async () => [] };

describe("what waits in training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let ines: Invented & { actor: Actor };
  let jeanne: Invented & { actor: Actor };
  let tom: Invented & { actor: Actor };
  let cohort = "";
  const people: Person[] = [];
  const ids: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    ines = await employed(world, "Ines Responsable", "head-of-training");
    jeanne = await employed(world, "Jeanne Directrice", "director");
    tom = await employed(world, "Tom Formateur", "trainer");
    cohort = await aCohort(world, ines.actor);
    for (const name of ["Awa Ndiaye", "Bo Girard"]) people.push(await anAccepted(world, { name }));
  });
  after(() => close());

  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const awa = () => candidate(world, people[0]!);
  const head = () => ines.actor;
  const forHead = (...keys: string[]) => waitingFor(world, head(), ...keys);
  const forAwa = (...keys: string[]) => waitingFor(world, awa(), ...keys);
  const forDirector = (...keys: string[]) => waitingFor(world, jeanne.actor, ...keys);
  const on = async (day: string) => {
    now = new Date(`${day}T09:00:00Z`);
    for (const one of [ines, jeanne, tom]) one.actor = await freshly(world, one);
  };
  const upload = async ({ account }: Pick<Invented, "account">) => {
    const stream = Readable.from([Buffer.from(pdf({ pages: 3 }))]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "travail.pdf" });
    ok("upload" in received);
    return received.upload;
  };

  it("is for the direction to sign the programme by the first day", async () => {
    for (const person of people) ids.push(await enrolled(world, head(), person, cohort));
    const lines = await linesFor(world, jeanne.actor, "signProgramme");
    deepEqual(lines.map(({ to }) => to).toSorted(), ids.map((id) => `/inscriptions/${id}/programme`).toSorted());
    ok(lines.every(({ dueOn }) => dueOn === SEPTEMBER.startsOn));
    deepEqual(await forHead("signProgramme"), []);
    for (const enrolment of ids) {
      const { shown } = await seen(seeProgramme, jeanne.actor, { enrolment, language: "fr" });
      await deed(world, signProgramme, jeanne.actor, { enrolment, shown, words: WORDS });
    }
    deepEqual(await forDirector("signProgramme"), []);
  });

  it("is to sign the programme anew after a decision that changes it, and not after one that does not", async () => {
    const { dossier } = people[0]!;
    const again = async () => {
      const { facts } = await seen(seeCandidacy, HEAD_OF_TRAINING, { dossier });
      const { id } = facts.findLast(({ kind }) => kind === "relief")!;
      await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier, seen: id, ground: "Revu." });
    };
    await again();
    deepEqual(await forDirector("signProgramme"), []);
    await on("2026-11-26");
    await again();
    const [line] = await linesFor(world, jeanne.actor, "signProgramme");
    equal(line?.verb.fr, "Signer de nouveau le programme individuel");
    const { shown } = await seen(seeProgramme, jeanne.actor, { enrolment: ids[0]!, language: "fr" });
    await deed(world, signProgramme, jeanne.actor, { enrolment: ids[0]!, shown, words: WORDS });
    deepEqual(await forDirector("signProgramme"), []);
  });

  it("is to countersign from the end of a lesson, for who teaches it now, and some days later for the school", async () => {
    const lesson = { unit: "UF1.1", from: "09:00", to: "12:00", trainer: actorName(tom.actor) };
    const { lessons } = await deed(world, planLessons, head(), {
      cohort,
      lessons: ["2026-12-07", "2026-12-08"].map((day) => ({ ...lesson, on: day })),
    });
    const forTom = () => waitingFor(world, tom.actor, "countersign");
    deepEqual(await forTom(), []);
    // Until noon in Paris.
    for (const [time, count] of [
      ["10:59", 0],
      ["11:00", 1],
    ] as const) {
      now = new Date(`2026-12-07T${time}:00Z`);
      equal((await forTom()).length, count, time);
      equal(await dueFor(world, tom.actor, { ...BADGE, time: wallIn(now, "Europe/Paris").time })(), count, time);
    }
    deepEqual(await forTom(), [["countersign", "2026-12-07"]]);
    await on("2026-12-07");
    await deed(world, cancelLesson, head(), { id: lessons[1]!, version: 1, why: "Grève." });
    const marta = await employed(world, "Marta Formatrice", "trainer");
    await deed(world, handLesson, head(), { id: lessons[0]!, version: 1, trainer: actorName(marta.actor) });
    deepEqual(await forTom(), []);
    await deed(world, handLesson, head(), { id: lessons[0]!, version: 2, trainer: actorName(tom.actor) });
    await on("2026-12-10");
    deepEqual(await forHead("countersign"), [["countersign", "2026-12-07"]]);
    const marks = ids.map((enrolment) => ({ enrolment, number: 0, status: "present" as const }));
    await deed(world, markAttendance, tom.actor, { lesson: lessons[0]!, marks });
    const signs = async () => {
      const { shown } = await seen(seeList, tom.actor, { lesson: lessons[0]! });
      await deed(world, countersign, tom.actor, { lesson: lessons[0]!, shown, words: WORDS });
    };
    await signs();
    deepEqual([...(await forTom()), ...(await forHead("countersign"))], []);
    const corrected = {
      lesson: lessons[0]!,
      enrolment: ids[0]!,
      number: 1,
      status: "absent",
      reason: "Malade.",
    } as const;
    await deed(world, correctAttendance, head(), corrected);
    deepEqual(await forTom(), [["countersign", "2026-12-07"]]);
    await signs();
    deepEqual(await forTom(), []);
    const { claim } = await deed(world, claimAttendance, awa(), { lesson: lessons[0]!, words: "J’étais là." });
    deepEqual(await forHead("answerClaim"), [["answerClaim", null]]);
    deepEqual(await waitingFor(world, tom.actor, "answerClaim"), []);
    await deed(world, answerClaim, head(), { claim, answer: "La liste dit le contraire." });
    deepEqual(await forHead("answerClaim"), []);
  });

  it("is for the trainer whose list is contested to answer, on the page that says what is contested", async () => {
    const contested = () => linesFor(world, tom.actor, "contested");
    deepEqual(await contested(), []);
    const { lessons } = await seen(myWeek, awa(), { from: "2026-12-07", until: "2026-12-07" });
    const lesson = lessons.find(({ marked }) => marked?.status === "absent")!.id;
    const { claim } = await deed(world, claimAttendance, awa(), { lesson, words: "Je suis arrivée à l’heure." });
    const [line] = await contested();
    equal(line?.to, `/seances/${lesson}/corriger/${ids[0]!}`);
    equal(
      (await seen(myWeek, awa(), { from: "2026-12-07", until: "2026-12-07" })).lessons.find(({ id }) => id === lesson)
        ?.contested,
      true,
    );
    const mine = (await seen(seeList, tom.actor, { lesson })).people.find(({ enrolment }) => enrolment === ids[0]);
    equal(mine?.claim?.words, "Je suis arrivée à l’heure.");
    const other = await employed(world, "Rémi Formateur", "trainer");
    const answer = { claim, answer: "Le train était en retard." };
    const tried = await perform(world, answerClaim, {
      actor: other.actor,
      establishment: SCHOOL,
      input: answer,
      attempt: randomUUID(),
    });
    equal(tried.kind, "forbidden");
    await deed(world, answerClaim, tom.actor, answer);
    deepEqual([...(await contested()), ...(await forHead("answerClaim"))], []);
  });

  it("is the works that the référentiel asks for: a subject, its answer, a director, the text by the last day", async () => {
    const keys = ["proposeSubject", "judgeSubject", "nameDirector", "depositWork"];
    const of = { enrolment: ids[0]!, exam: "DF1" };
    equal((await forAwa(...keys)).length, 2);
    await deed(world, proposeSubject, awa(), { ...of, subject: "Animer un réseau" });
    equal((await forAwa(...keys)).length, 1);
    deepEqual(await forHead(...keys), [["judgeSubject", null]]);
    await deed(world, judgeSubject, head(), { ...of, validated: false, reason: "Trop large." });
    equal((await forAwa(...keys)).length, 2);
    await deed(world, proposeSubject, awa(), { ...of, subject: "Former des bénévoles" });
    await deed(world, judgeSubject, head(), { ...of, validated: true });
    deepEqual(await forHead(...keys), [["nameDirector", null]]);
    deepEqual(await forAwa("depositWork"), [["depositWork", SEPTEMBER.endsOn]]);
    const director = await employed(world, "Mina Une", "memoire-director");
    await deed(world, nameWorkDirector, head(), { ...of, director: actorName(director.actor) });
    deepEqual(await forHead(...keys), []);
    await deed(world, depositWork, awa(), { ...of, upload: await upload(people[0]!) });
    deepEqual(await forAwa(...keys), [["proposeSubject", null]]);
  });

  it("is what a collective study asks of the direction, of the office and of each member", async () => {
    const proposed = { diploma: "deis", organisation: "Association de l’Exemple", contact: "Odile Garance" };
    const about = { contactAddress: "odile@exemple.fr", object: "Mesurer.", place: "Montpellier" };
    const { study } = await deed(world, enterStudy, head(), { ...proposed, ...about });
    deepEqual(await forHead("answerStudy"), [["answerStudy", null]]);
    await deed(world, acceptStudy, head(), { study });
    deepEqual(await forHead("answerStudy"), []);
    const { group } = await deed(world, formStudyGroup, head(), { study, cohort, name: "A", members: ids });
    deepEqual(await forAwa("depositReport"), [["depositReport", SEPTEMBER.endsOn]]);
    const said = {
      signatory: { name: "Odile Garance", quality: "présidente" },
      object: "Mesurer.",
      course: "Dix jours.",
    };
    const span = { from: "2026-12-14", until: "2027-03-31" };
    const partnership = await deed(world, drawUpPartnership, head(), { study, ...said, ...span });
    deepEqual(await forDirector("signPartnership"), [["signPartnership", "2026-12-14"]]);
    deepEqual(await forHead("attachPartnership"), [["attachPartnership", "2026-12-14"]]);
    const scan = await upload(ines);
    const paper = { agreement: partnership.agreement, upload: scan, parties: ["school", "site"] };
    await deed(world, recordSignedAgreement, head(), paper);
    deepEqual([...(await forDirector("signPartnership")), ...(await forHead("attachPartnership"))], []);
    const referents = [{ name: "Rachid Amrani", qualification: "chef de service" }];
    const { agreement, shown } = await deed(world, drawUpAgreement, head(), { group, ...said, ...span, referents });
    const toSign = { agreement, shown, words: WORDS };
    deepEqual(await forAwa("signMyAgreement"), [["signMyAgreement", "2026-12-14"]]);
    await deed(world, signMyAgreement, { ...awa(), authenticatedAt: now } as Actor, { enrolment: ids[0]!, ...toSign });
    deepEqual(await forAwa("signMyAgreement"), []);
    deepEqual(await forDirector("signAgreement"), [["signAgreement", "2026-12-14"]]);
    await deed(world, signAgreement, jeanne.actor, toSign);
    deepEqual(await forDirector("signAgreement"), []);
    const bo = candidate(world, people[1]!);
    equal((await waitingFor(world, bo, "signMyAgreement", "depositReport")).length, 2);
    await deed(world, depositReport, bo, { enrolment: ids[1]!, upload: await upload(people[1]!) });
    deepEqual(await forAwa("depositReport"), []);
    await deed(world, withdrawReport, bo, { enrolment: ids[1]!, reason: "Incomplet." });
    deepEqual(await forAwa("depositReport"), [["depositReport", SEPTEMBER.endsOn]]);
    await deed(world, leaveStudyGroup, head(), { group, enrolment: ids[1]!, reason: "Change de projet." });
    deepEqual(await waitingFor(world, bo, "signMyAgreement", "depositReport"), []);
  });

  it("is to resume an interrupted training, of which nothing else then waits for the person", async () => {
    const moved = { enrolment: ids[0]!, on: "2026-12-10", reason: "Santé." };
    await deed(world, interruptTraining, head(), moved);
    deepEqual(await forHead("resumeTraining"), [["resumeTraining", null]]);
    deepEqual(await forAwa("proposeSubject", "depositReport"), []);
    await deed(world, resumeTraining, head(), { ...moved, cohort });
    deepEqual(await forHead("resumeTraining"), []);
    equal((await forAwa("proposeSubject")).length, 1);
  });

  it("is for the school to obtain what is not deposited four weeks before its day, and to remind who has to", async () => {
    const { enrolment, exam } = { enrolment: ids[1]!, exam: "DF1" };
    const bo = candidate(world, people[1]!);
    await deed(world, proposeSubject, bo, { enrolment, exam, subject: "Accueillir" });
    await deed(world, judgeSubject, head(), { enrolment, exam, validated: true });
    now = new Date(`${addDays(SEPTEMBER.endsOn, -29)}T09:00:00Z`);
    deepEqual(await forHead("depositWork"), []);
    now = new Date(`${addDays(SEPTEMBER.endsOn, -28)}T09:00:00Z`);
    deepEqual(await forHead("depositWork"), [["depositWork", SEPTEMBER.endsOn]]);
    const [line] = await linesFor(world, head(), "depositWork");
    deepEqual(
      [line?.verb.fr, line?.to, line?.ofOthers],
      ["Obtenir le travail DF1", `/inscriptions/${enrolment}/travaux`, true],
    );
    const owed = await seen(world.house.waitingForOthers, head(), {
      chains: [`enrolment:${enrolment}`],
      key: "depositWork",
    });
    deepEqual(
      owed.lines.map(({ name }) => name),
      ["Bo Girard"],
    );
    await deed(world, depositWork, bo, { enrolment, exam, upload: await upload(people[1]!) });
    deepEqual(await forHead("depositWork"), []);
  });
});
