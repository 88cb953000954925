/** An organisation that withdraws: who leaves, who stays, who is told, and what is refused afterwards. */
import { deepEqual, equal, match } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { drawUpAgreement, drawUpPartnership, signAgreement } from "./agreement-acts.ts";
import { formStudyGroup } from "./group-acts.ts";
import { acceptStudy, enterStudy } from "./proposal-acts.ts";
import { depositReport, withdrawReport } from "./report-acts.ts";
import { myStudy } from "./views.ts";
import { withdrawHost } from "./withdrawing-acts.ts";

const SCHOOL = "faire-ess";
const PROPOSED = {
  diploma: "deis",
  organisation: "Association de l’Exemple",
  contact: "Odile Garance",
  contactAddress: "odile@exemple.fr",
  object: "Mesurer le recours aux droits.",
  place: "Montpellier",
};
const SAID = {
  signatory: { name: "Odile Garance", quality: "présidente" },
  object: PROPOSED.object,
  course: "Dix journées sur place.",
  from: "2026-12-10",
  until: "2027-03-31",
};

describe("an organisation that withdraws from a collective study", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let director: Actor;
  const people: Person[] = [];
  const ids: string[] = [];
  let study = "";
  let agreement = { agreement: "", shown: "" };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-12-08T09:00:00Z") }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    director = (await employed(world, "Jeanne Directrice", "director")).actor;
    const cohort = await aCohort(world, head);
    for (const name of ["Awa Ndiaye", "Bo Girard", "Cy Roux", "Dan Leroy"]) {
      const person = await anAccepted(world, { name });
      people.push(person);
      ids.push(await enrolled(world, head, person, cohort));
    }
    ({ study } = await deed(world, enterStudy, head, PROPOSED));
    await deed(world, acceptStudy, head, { study });
    await deed(world, drawUpPartnership, head, { study, ...SAID });
    const of = { study, cohort };
    const { group } = await deed(world, formStudyGroup, head, { ...of, name: "A", members: ids.slice(0, 2) });
    await deed(world, formStudyGroup, head, { ...of, name: "B", members: ids.slice(2) });
    const referents = [{ name: "Rachid Amrani", qualification: "chef de service" }];
    agreement = await deed(world, drawUpAgreement, head, { group, ...SAID, referents });
    const stream = Readable.from([Buffer.from(pdf({ pages: 32 }))]);
    const sent = { establishment: SCHOOL, account: people[2]!.account, stream, name: "rapport.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    await deed(world, depositReport, candidate(world, people[2]!), { enrolment: ids[2]!, upload: received.upload });
  });
  after(() => close());

  /** Of all that is posted, by its id: the clock stands still. */
  const mails = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = await tx.selectFrom("mail").select(["id", "to_address", "subject"]).execute();
      return new Map(rows.map(({ id, to_address: to, subject }) => [id, `${to}: ${subject}`]));
    });
  const own = async (at: number) => {
    const asked = { actor: candidate(world, people[at]!), establishment: SCHOOL, input: { enrolment: ids[at]! } };
    const found = await view(world, myStudy, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    return { group: found.value.mine?.group.name, gone: found.value.gone?.on };
  };
  const waiting = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const keys = ["findHost", "signAgreement", "signMyAgreement", "signPartnership", "attachAgreement"];
      const rows = await tx.selectFrom("waiting").select(["chain", "key"]).where("key", "in", keys).execute();
      return rows.map(({ chain, key }) => `${key} ${ids.findIndex((id) => chain.endsWith(id))}`).toSorted();
    });

  it("is told to the members, to those who sign for the school and to the organisation, once however often it is sent", async () => {
    const before = await mails();
    const input = { study, on: "2026-12-08", ground: "Le site ferme." };
    const request = { actor: head, establishment: SCHOOL, attempt: newAttempt(), input };
    equal((await perform(world, withdrawHost, request)).kind, "done");
    equal((await perform(world, withdrawHost, request)).kind, "done");
    const sent = [...(await mails())].flatMap(([id, mail]) => (before.has(id) ? [] : [mail]));
    equal(sent.filter((mail) => mail.endsWith("se retire")).length, 4, "each of the two groups");
    equal(sent.filter((mail) => mail.endsWith("Association de l’Exemple") && /d’accueil/.test(mail)).length, 1);
    equal(sent.filter((mail) => mail.startsWith("odile@exemple.fr: Votre retrait est noté")).length, 1);
    equal(sent.length, 6);
  });

  it("ends the group that has no report, and leaves the one whose report is deposited as it is", async () => {
    deepEqual(await own(0), { group: undefined, gone: "2026-12-08" });
    deepEqual(await own(2), { group: "B", gone: "2026-12-08" });
    const input = { enrolment: ids[2]!, reason: "À reprendre." };
    const request = { actor: candidate(world, people[2]!), establishment: SCHOOL, attempt: newAttempt(), input };
    const outcome = await perform(world, withdrawReport, request);
    match(outcome.kind === "invalid" ? outcome.issues[0]!.message("fr") : outcome.kind, /ce rapport se remplace/);
  });

  it("makes nothing wait of its agreements, and another organisation for each who lost their place", async () => {
    deepEqual(await waiting(), ["findHost 0", "findHost 1"]);
    const input = { ...agreement, words: "Je signe." };
    const { agreement: id, shown, words } = input;
    const asked = {
      actor: director,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { agreement: id, shown, words },
    };
    const outcome = await perform(world, signAgreement, asked);
    match(outcome.kind === "invalid" ? outcome.issues[0]!.message("fr") : outcome.kind, /retirée par l’organisation/);
  });
});
