/** The field study: proposed and examined, a group formed on it, agreements signed, days of work planned and counted, a report deposited. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, type Invented } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { interruptTraining } from "../cohorts/acts.ts";
import { enrolmentChain } from "../enrolled.ts";
import { trainingRetained } from "../retention.ts";
import { myHours } from "../hours/views.ts";
import { myLivret } from "../../livret/views.ts";
import { myWeek } from "../lessons/views.ts";
import {
  drawUpAgreement,
  drawUpPartnership,
  recordSignedAgreement,
  signAgreement,
  signMyAgreement,
} from "./agreement-acts.ts";
import { depositWork } from "../works/acts.ts";
import { myWorks } from "../works/views.ts";
import { planStudyDays } from "./day-acts.ts";
import { formStudyGroup, joinStudyGroup, leaveStudyGroup } from "./group-acts.ts";
import { studyGroups } from "./groups.ts";
import { studyRetained } from "./retention.ts";
import { acceptStudy, declineStudy, enterStudy } from "./proposal-acts.ts";
import { depositReport, withdrawReport } from "./report-acts.ts";
import { myStudy, seeStudy, seeStudyGroup } from "./views.ts";

const SCHOOL = "faire-ess";

const PROPOSED = {
  diploma: "deis",
  organisation: "Association de l’Exemple",
  contact: "Odile Garance",
  contactAddress: "odile@exemple.fr",
  object: "Mesurer le recours aux droits dans un quartier.",
  place: "Montpellier",
};
const SAID = {
  signatory: { name: "Odile Garance", quality: "présidente" },
  object: "Mesurer le recours aux droits.",
  course: "Dix journées sur place, par deux.",
  from: "2026-12-10",
  until: "2027-03-31",
};
const REFERENTS = [{ name: "Rachid Amrani", qualification: "chef de service éducatif" }];
const words = "Je signe cette convention.";

describe("a field study", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-08T09:00:00Z");
  let head: Actor;
  let director: Actor;
  let trainer: Invented & { actor: Actor };
  let cohort = "";
  const people: Person[] = [];
  const ids: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    director = (await employed(world, "Jeanne Directrice", "director")).actor;
    trainer = await employed(world, "Louis Formateur", "trainer");
    cohort = await aCohort(world, head);
    for (const name of ["Awa Ndiaye", "Bo Girard", "Cy Roux", "Dan Leroy", "Eve Faure", "Fay Gros"]) {
      const person = await anAccepted(world, { name });
      people.push(person);
      ids.push(await enrolled(world, head, person, cohort));
    }
  });
  after(() => close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const as = (at: number) => candidate(world, people[at]!);
  const upload = async (account: string, pages: number) => {
    const stream = Readable.from([Buffer.from(pdf({ pages }))]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "rapport.pdf" });
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
  };
  const entered = async (organisation = PROPOSED.organisation) =>
    (await deed(world, enterStudy, head, { ...PROPOSED, organisation })).study;
  const seen = async (group: string) => {
    const found = await view(world, seeStudyGroup, { actor: head, establishment: SCHOOL, input: { group } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const mailsTo = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = tx.selectFrom("mail").select("subject").where("to_address", "=", address);
      return (await found.execute()).map(({ subject }) => subject);
    });

  let study = "";
  let group = "";
  let agreement = { agreement: "", version: 0, shown: "" };
  const day = { from: "09:00", to: "12:00", on: "2026-12-14" };
  const lesson = () => ({ ...day, trainer: `account:${trainer.account}` });

  it("is proposed, for a diploma whose référentiel has one, and accepted or declined once, declined for a reason", async () => {
    match(await tried(enterStudy, head, { ...PROPOSED, diploma: "autre" }), /^diploma: .*ne prépare pas/);
    match(await tried(enterStudy, head, { ...PROPOSED, contactAddress: "odile" }), /^contactAddress: /);
    equal(await tried(enterStudy, as(0), PROPOSED), "forbidden");
    const declined = await entered("Fondation de l’Exemple");
    match(await tried(declineStudy, head, { study: declined, ground: " " }), /^ground: /);
    equal(await tried(declineStudy, head, { study: declined, ground: "L’objet relève d’une expertise." }), "done");
    match(await tried(acceptStudy, head, { study: declined }), /^study: Cette proposition est déclinée/);
    study = await entered();
    const members = ids.slice(0, 3);
    match(
      await tried(formStudyGroup, head, { study, cohort, name: "A", members }),
      /^study: Cette proposition est à examiner : cela ne se fait que tant qu’elle est acceptée\. Acceptez-la d’abord/,
    );
    equal(await tried(acceptStudy, as(0), { study }), "forbidden");
    equal(await tried(acceptStudy, head, { study }), "done");
  });

  it("has a group of several trainees of one cohort, each of whom is told", async () => {
    const of = { study, cohort, name: "Groupe A" };
    match(
      await tried(formStudyGroup, head, { ...of, members: [ids[0]!] }),
      /^members: Il faut 2 stagiaires.*annexe III/,
    );
    match(await tried(formStudyGroup, head, { ...of, members: [ids[0]!, randomUUID()] }), /^members: .*même promotion/);
    equal(await tried(formStudyGroup, as(0), { ...of, members: ids.slice(0, 3) }), "forbidden");
    ({ group } = await deed(world, formStudyGroup, head, { ...of, members: ids.slice(0, 3) }));
    deepEqual(
      (await seen(group)).members.map(({ name, since }) => [name, since]),
      [
        ["Girard Bo", "2026-12-08"],
        ["Ndiaye Awa", "2026-12-08"],
        ["Roux Cy", "2026-12-08"],
      ],
    );
    match((await mailsTo("bo.girard@exemple.fr")).join("; "), /Votre étude collective.: Association de l’Exemple/);
  });

  it("is joined once by somebody whom two officers put into two groups at one moment", async () => {
    const groups = [];
    for (const organisation of ["Régie de l’Exemple", "Union de l’Exemple"]) {
      const other = await entered(organisation);
      await deed(world, acceptStudy, head, { study: other });
      groups.push({ study: other, cohort, name: "C", members: [ids[4]!, ids[5]!] });
    }
    const outcomes = await Promise.all(groups.map((one) => tried(formStudyGroup, head, one)));
    equal(outcomes.filter((one) => one === "done").length, 1);
    match(outcomes.find((one) => one !== "done") ?? "", /^members: .*est déjà dans un groupe/);
  });

  it("has nobody in two groups at a time", async () => {
    const other = await entered("Mutuelle de l’Exemple");
    await deed(world, acceptStudy, head, { study: other });
    const members = [ids[0]!, ids[3]!];
    match(
      await tried(formStudyGroup, head, { study: other, cohort, name: "B", members }),
      /^members: Ndiaye Awa est déjà dans un groupe/,
    );
    match(
      await tried(joinStudyGroup, head, { group, enrolment: ids[1]! }),
      /^members: Girard Bo est déjà dans un groupe/,
    );
  });

  it("is begun once both agreements are signed by every party", async () => {
    match(await tried(planStudyDays, head, { group, lessons: [lesson()] }), /^group: .*partenariat établie et signée/);
    const partnership = await deed(world, drawUpPartnership, head, { study, ...SAID });
    match(
      await tried(planStudyDays, head, { group, lessons: [lesson()] }),
      /^group: .*partenariat signée : il manque .*, Odile Garance \(Association de l’Exemple\)/,
    );
    const scan = await upload(accountOf(head), 2);
    const both = { agreement: partnership.agreement, parties: ["school", "site"] };
    equal(await tried(recordSignedAgreement, head, { ...both, upload: scan }), "done");
    match(await tried(planStudyDays, head, { group, lessons: [lesson()] }), /^group: .*convention de l’étude établie/);
    agreement = await deed(world, drawUpAgreement, head, { group, ...SAID, referents: REFERENTS });
    match(await tried(planStudyDays, head, { group, lessons: [lesson()] }), /^group: .*Ndiaye Awa, Roux Cy\.$/);
    match(
      (await mailsTo("jeanne.directrice@exemple.fr")).join("; "),
      /Une convention d’étude collective est à signer.: Association de l’Exemple/,
    );
  });

  it("has its agreement signed by the direction for the school and by each trainee whom it names, as it was shown", async () => {
    const { agreement: id, shown } = agreement;
    equal(await tried(signAgreement, head, { agreement: id, shown, words }), "forbidden");
    equal(await tried(signAgreement, director, { agreement: id, shown: "sha256:autre", words }), "stale");
    equal(await tried(signAgreement, director, { agreement: id, shown, words }), "done");
    match(await tried(signAgreement, director, { agreement: id, shown, words }), /^shown: .*déjà signé/);
    equal(await tried(signMyAgreement, as(3), { enrolment: ids[3]!, agreement: id, shown, words }), "forbidden");
    equal(await tried(signMyAgreement, as(0), { enrolment: ids[1]!, agreement: id, shown, words }), "forbidden");
    equal(await tried(signMyAgreement, as(0), { enrolment: ids[0]!, agreement: id, shown, words }), "done");
    match(
      await tried(signMyAgreement, as(0), { enrolment: ids[0]!, agreement: id, shown, words }),
      /^shown: .*déjà signé/,
    );
    const scan = await upload(accountOf(head), 2);
    const paper = { agreement: id, upload: scan };
    match(await tried(recordSignedAgreement, head, { ...paper, parties: ["site", ids[0]!] }), /^parties: /);
    equal(await tried(recordSignedAgreement, head, { ...paper, parties: ["site", ids[1]!, ids[2]!] }), "done");
    deepEqual((await seen(group)).agreement?.missing, []);
  });

  it("has days of work that are sessions of its unit, for its group alone", async () => {
    const planned = await deed(world, planStudyDays, head, {
      group,
      lessons: [lesson(), { ...lesson(), on: "2026-12-15" }],
    });
    equal(planned.lessons.length, 2);
    const week = async (at: number) => {
      const asked = { from: "2026-12-14", until: "2026-12-20" };
      const found = await view(world, myWeek, { actor: as(at), establishment: SCHOOL, input: asked });
      return found.kind === "found" ? found.value.lessons.map(({ unit }) => unit) : found.kind;
    };
    deepEqual([await week(0), await week(3)], [["UF2.4", "UF2.4"], []]);
    const hours = await view(world, myHours, {
      actor: as(0),
      establishment: SCHOOL,
      input: { enrolment: ids[0]!, language: "fr" },
    });
    equal(hours.kind === "found" && hours.value.units.find(({ unit }) => unit === "UF2.4")?.planned, 360);
  });

  it("has one report, deposited by somebody of the group, its pages counted; the others are told", async () => {
    match(
      await tried(depositReport, as(3), { enrolment: ids[3]!, upload: await upload(people[3]!.account, 31) }),
      /^enrolment: Vous n’êtes dans aucun groupe/,
    );
    equal(
      await tried(depositReport, as(3), { enrolment: ids[0]!, upload: await upload(people[3]!.account, 31) }),
      "forbidden",
    );
    match(
      await tried(withdrawReport, as(0), { enrolment: ids[0]!, reason: "Une annexe manque." }),
      /^reason: Aucun rapport/,
    );
    const short = await deed(world, depositReport, as(0), {
      enrolment: ids[0]!,
      upload: await upload(people[0]!.account, 12),
    });
    deepEqual(short, { pages: 12, within: false });
    const whole = await deed(world, depositReport, as(1), {
      enrolment: ids[1]!,
      upload: await upload(people[1]!.account, 31),
    });
    deepEqual(whole, { pages: 31, within: true });
    match(
      (await mailsTo("cy.roux@exemple.fr")).join("; "),
      /Le rapport collectif de votre étude collective est déposé/,
    );
    await deed(world, withdrawReport, as(2), { enrolment: ids[2]!, reason: "Une annexe manque." });
    const { report } = await seen(group);
    deepEqual(
      [report.deposit, ...report.before.map(({ kind, by, reason }) => `${kind} ${by} ${reason}`.trim())],
      [null, "deposited Ndiaye Awa", "deposited Girard Bo", "withdrawn Roux Cy Une annexe manque."],
    );
    await deed(world, depositReport, as(2), { enrolment: ids[2]!, upload: await upload(people[2]!.account, 33) });
    const groups = await withSchool(world.db, SCHOOL, (tx) =>
      studyGroups(tx, { on: "2026-12-08", enrolment: ids[0]! }),
    );
    deepEqual(
      groups.map((one) => [one.name, one.members.length, one.report?.pages]),
      [["Groupe A", 3, 33]],
    );
  });

  it("is among the works and in the livret of each of the group, whose report is not deposited a second time", async () => {
    const of = { actor: as(0), establishment: SCHOOL };
    const file = await upload(people[0]!.account, 31);
    match(
      await tried(depositWork, as(0), { enrolment: ids[0]!, exam: "DF2", upload: file }),
      /^upload: .*groupe d’étude/,
    );
    const works = await view(world, myWorks, { ...of, input: { enrolment: ids[0]! } });
    const own = works.kind === "found" ? works.value.works.find(({ exam }) => exam === "DF2") : undefined;
    deepEqual([own?.deposit?.count, own?.deposit?.within], [33, true]);
    const livret = await view(world, myLivret, { ...of, input: { enrolment: ids[0]!, language: "fr" } });
    const told = livret.kind === "found" ? livret.value.study : undefined;
    deepEqual(
      [told?.organisation, told?.group, told?.members, told?.agreement?.signed, told?.report?.pages],
      ["Association de l’Exemple", "Groupe A", 3, true, 33],
    );
    const alone = { actor: as(3), establishment: SCHOOL, input: { enrolment: ids[3]!, language: "fr" as const } };
    const without = await view(world, myLivret, alone);
    equal(without.kind === "found" && without.value.study, null);
  });

  it("is left on a day by whoever goes, or whose training is interrupted, who follows none of its days from then on", async () => {
    now = new Date("2026-12-15T08:00:00Z");
    match(
      await tried(leaveStudyGroup, head, { group, enrolment: ids[3]!, reason: "Autre" }),
      /^enrolment: .*pas dans ce groupe/,
    );
    match(
      await tried(leaveStudyGroup, head, { group, enrolment: ids[2]!, on: "2026-12-07", reason: "Autre" }),
      /^on: .*pas encore/,
    );
    await deed(world, leaveStudyGroup, head, {
      group,
      enrolment: ids[2]!,
      on: "2026-12-15",
      reason: "Change d’étude.",
    });
    await deed(world, interruptTraining, head, { enrolment: ids[1]!, on: "2026-12-15", reason: "Congé." });
    const { members, left } = await seen(group);
    deepEqual(
      [members.map(({ name }) => name), left.map(({ name, on }) => [name, on])],
      [
        ["Ndiaye Awa"],
        [
          ["Girard Bo", "2026-12-15"],
          ["Roux Cy", "2026-12-15"],
        ],
      ],
    );
    const mine = await view(world, myStudy, { actor: as(2), establishment: SCHOOL, input: { enrolment: ids[2]! } });
    deepEqual(mine.kind === "found" && mine.value.mine, null);
    const hours = async (at: number) => {
      const asked = { actor: as(at), establishment: SCHOOL, input: { enrolment: ids[at]!, language: "fr" as const } };
      const found = await view(world, myHours, asked);
      return found.kind === "found" && found.value.units.find(({ unit }) => unit === "UF2.4")?.planned;
    };
    deepEqual([await hours(0), await hours(2)], [360, 180]);
    match(
      await tried(depositReport, as(2), { enrolment: ids[2]!, upload: await upload(people[2]!.account, 31) }),
      /^enrolment: /,
    );
  });

  it("needs its agreement drawn up anew for whoever joins, and signed anew", async () => {
    await deed(world, joinStudyGroup, head, { group, enrolment: ids[3]! });
    match(
      await tried(planStudyDays, head, { group, lessons: [{ ...lesson(), on: "2026-12-16" }] }),
      /^group: .*il manque Leroy Dan\.$/,
    );
    const next = await deed(world, drawUpAgreement, head, { group, ...SAID, referents: REFERENTS });
    equal(next.version, 2);
    const { agreement: old, shown } = agreement;
    match(
      await tried(signMyAgreement, as(0), { enrolment: ids[0]!, agreement: old, shown, words }),
      /^agreement: .*remplacée/,
    );
    deepEqual((await seen(group)).agreement?.missing.length, 4);
  });

  it("is in the copy of whoever is or was in it, and nothing is left once its cohort’s time is over", async () => {
    const [groups, proposals] = studyRetained;
    const chains = await withSchool(world.db, SCHOOL, (tx) => groups!.chains(tx, { account: people[2]!.account }));
    deepEqual(chains, [`study-group:${group}`]);
    const given = { period: { kind: "training", months: 120 }, today: "2040-01-01" } as never;
    const left = await withSchool(world.db, SCHOOL, async (tx) => {
      const over = await groups!.over!(tx, given, 10);
      const ended = over.filter(({ chain }) => chain === `study-group:${group}`);
      deepEqual(ended, [{ chain: `study-group:${group}`, day: "2039-06-29" }]);
      deepEqual((await proposals!.over!(tx, given, 10)).length, 3, "one with a group waits for it");
      await trainingRetained[0]!.erase!(tx, enrolmentChain(ids[0]!), now);
      await groups!.erase!(tx, `study-group:${group}`, now);
      await proposals!.erase!(tx, `study:${study}`, now);
      const members = await tx.selectFrom("study_member").select("id").where("enrolment", "=", ids[0]!).execute();
      const signed = await tx.selectFrom("signature").select("about").execute();
      const rest = ["study_agreement", "study_report", "study_group"] as const;
      const rows = [];
      for (const table of rest) rows.push((await tx.selectFrom(table).select("id").execute()).length);
      return { members: members.length, signed: signed.map(({ about }) => about.split(":")[0]), rows };
    });
    deepEqual(left, { members: 0, signed: ["enrolment", "enrolment"], rows: [0, 0, 1] });
    const asked = { actor: head, establishment: SCHOOL, input: { study } };
    equal((await view(world, seeStudy, asked)).kind, "missing");
  });
});

const accountOf = (actor: Actor) => (actor.kind === "account" ? actor.account : "");
