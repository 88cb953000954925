/** Details of contact changed at any time: used from then on, told to whom it concerns, and nothing that was handed in is changed. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { identityOf } from "../../livret/identity.ts";
import { assignDossier } from "../../office/acts.ts";
import { seeDossier } from "../../office/views.ts";
import {
  aDossier,
  aFile,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../../test/dossiers.ts";
import { deed, type Invented, makeAccount } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { saveSection } from "../acts.ts";
import { enterDossier } from "../entering/acts.ts";
import { findReached } from "../reached.ts";
import { submissionsOf } from "../history/store.ts";
import { takeBackDossier } from "../submit-acts.ts";
import { changeContact, changeContactFor } from "./acts.ts";
import { contactOfPerson, myContact } from "./views.ts";

const SCHOOL = "faire-ess";
const MOVED = { phone: "06 11 22 33 44", street: "8 quai Neuf", postcode: "34000", country: "FR" };

describe("details of contact", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Invented & { actor: Actor };
  let officer: Invented & { actor: Actor };
  let awa: Person;
  const onPaper = async () => {
    const entered = { intake: await anIntake(world), entered: "paper" as const, language: "fr" as const };
    const { dossier } = await deed(world, enterDossier, officer.actor, entered);
    for (const [section, contents] of Object.entries({ ...FULL_SECTIONS, declared: { ...DECLARED_IN_FULL } }))
      await deed(world, saveSection, officer.actor, { dossier, section, version: 0, contents: { ...contents } });
    for (const file of [...FULL_FILES, ["paper-form", "formulaire.pdf", pdf({ pages: 1 })] as const])
      await aFile(world, officer, dossier, file, officer.actor);
    await handedIn(world, officer, dossier, officer.actor);
    return dossier;
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = await employed(world, "Ines Responsable", "head-of-training");
    officer = await employed(world, "Anna Petit", "admission-officer");
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    await enrolled(world, head.actor, awa, await aCohort(world, head.actor));
    await deed(world, assignDossier, officer.actor, { dossier: awa.dossier, to: officer.account, from: null });
  });
  after(() => close());

  const tried = async <F extends TSchema, V>(
    act: Act<F, V>,
    actor: Actor,
    input: Static<F>,
    attempt = newAttempt(),
  ) => {
    now = new Date(now.getTime() + 60_000);
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt, input });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const mails = (to: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const sent = tx.selectFrom("mail").select("subject").where("to_address", "=", to).orderBy("id");
      return (await sent.execute()).map(({ subject }) => subject).filter((one) => /oordonnées/.test(one));
    });
  const found = async (search: string) => {
    const seen = await view(world, world.house.findPeople, {
      actor: officer.actor,
      establishment: SCHOOL,
      input: { search },
    });
    return seen.kind === "found" ? seen.value.people.map(({ name }) => name) : seen.kind;
  };
  const lettersTo = (dossier: string) =>
    withSchool(world.db, SCHOOL, async (tx) => (await findReached(tx, dossier))?.to);

  it("are changed by the person at any time, in training too, and what was handed in stays", async () => {
    const sealed = await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, awa.dossier));
    const attempt = newAttempt();
    equal(await tried(changeContact, candidate(world, awa), { ...MOVED, usedName: "Sarr" }, attempt), "done");
    equal(await tried(changeContact, candidate(world, awa), { ...MOVED, usedName: "Sarr" }, attempt), "done");
    const seen = await view(world, myContact, { actor: candidate(world, awa), establishment: SCHOOL, input: {} });
    const { contact, usedName } = (seen as { value: NonNullable<Awaited<ReturnType<typeof myContact.read>>> }).value;
    // The postcode has one town only.
    deepEqual([contact.phone, contact.city, usedName], [MOVED.phone, "Montpellier", "Sarr"]);
    deepEqual(await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, awa.dossier)), sealed);
  });

  it("are used from then on wherever they are read: found, shown to the office, printed", async () => {
    deepEqual(await found("11 22 33 44"), ["Sarr Awa"]);
    deepEqual(await found("sarr"), ["Sarr Awa"]);
    const asked = { actor: officer.actor, establishment: SCHOOL };
    const opened = await view(world, seeDossier, { ...asked, input: { dossier: awa.dossier } });
    equal(opened.kind === "found" && opened.value.phone, MOVED.phone);
    const person = await view(world, world.house.seePerson, { ...asked, input: { person: awa.account } });
    deepEqual(person.kind === "found" && person.value.postal, ["8 quai Neuf", "34000 Montpellier"]);
    equal(person.kind === "found" && person.value.usedName, "Sarr");
    const printed = await withSchool(world.db, SCHOOL, (tx) => identityOf(tx, { dossier: awa.dossier, name: "" }));
    equal(printed.usedName, "Sarr");
  });

  it("are told to the person, to the officer in charge, and to the head of training of who is enrolled", async () => {
    deepEqual(await mails(awa.address), ["Vos coordonnées ont été changées"]);
    equal((await mails(officer.address)).length, 1);
    equal((await mails(head.address)).length, 1);
  });

  it("are refused with a sentence beside what is missing or wrong, and where nothing changed", async () => {
    const actor = candidate(world, awa);
    match(await tried(changeContact, actor, { ...MOVED, street: "", phone: "abc" }), /^phone: .*chiffres.*,street: /);
    match(await tried(changeContact, actor, { ...MOVED, usedName: "Sarr" }), /^phone: Rien n’a changé/);
    const other = await makeAccount(world, { name: "Sans Dossier", address: "sans.dossier@exemple.fr" });
    equal(await tried(changeContact, candidate(world, other), MOVED), "forbidden");
  });

  it("refuse a town that is not of the postcode, and keep all as it was", async () => {
    const actor = candidate(world, awa);
    match(
      await tried(changeContact, actor, { ...MOVED, street: "1 rue Neuve", city: "Lille" }),
      /^city: Lille n’est pas une ville du code postal 34000\s: c’est celui de Montpellier\. Corrigez/u,
    );
    equal(await tried(changeContact, actor, { ...MOVED, street: "1 rue Neuve", city: "MONTPELLIER" }), "done");
    const abroad = { ...MOVED, postcode: "34000", city: "Trieste", country: "IT" };
    equal(await tried(changeContact, actor, abroad), "done", "postcodes of other countries are not known here");
    equal(await tried(changeContact, actor, { ...MOVED, city: "Montpellier" }), "done");
  });

  it("still hold after a draft is taken back and handed in again without a word about them", async () => {
    const lea = await makeAccount(world, { name: "Léa Roux", address: "lea.roux@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const dossier = await aDossier(world, lea, given);
    await handedIn(world, lea, dossier);
    equal(await tried(changeContact, candidate(world, lea), { ...MOVED, phone: "07 55 66 77 88" }), "done");
    await deed(world, takeBackDossier, candidate(world, lea), { dossier });
    await handedIn(world, lea, dossier);
    equal(((await found("66 77 88")) as string[]).length, 1);
    // Said again in the application itself, it is the last that counts.
    await deed(world, takeBackDossier, candidate(world, lea), { dossier });
    now = new Date(now.getTime() + 60_000);
    const contents = { ...FULL_SECTIONS.contact, phone: "07 99 99 99 99" };
    await deed(world, saveSection, candidate(world, lea), { dossier, section: "contact", version: 1, contents });
    await handedIn(world, lea, dossier);
    deepEqual([await found("66 77 88"), ((await found("99 99 99 99")) as string[]).length], [[], 1]);
  });

  it("of a person without an account are changed by the office, which says how it was told; letters go there", async () => {
    const dossier = await onPaper();
    const noted = { ...MOVED, dossier, how: "Appel du 25 novembre." };
    equal(
      await tried(changeContactFor, head.actor, { ...noted, how: "  " }),
      "how: Dites comment la personne vous l’a fait savoir.",
    );
    equal(await tried(changeContactFor, candidate(world, awa), noted), "forbidden");
    equal(await tried(changeContactFor, officer.actor, noted), "done");
    deepEqual(((await lettersTo(dossier)) as { lines: readonly string[] }).lines, ["8 quai Neuf", "34000 Montpellier"]);
    equal(await tried(changeContactFor, officer.actor, { ...noted, address: "camille@exemple.fr" }), "done");
    equal(await lettersTo(dossier), "camille@exemple.fr");
    equal(((await found("camille@exemple.fr")) as string[]).length, 1);
  });

  it("of a person with an account are noted by the office too, who is told by mail, and never the address that opens it", async () => {
    const noted = {
      ...MOVED,
      phone: "06 77 88 99 00",
      usedName: "Diallo",
      dossier: awa.dossier,
      how: "Appel du 25 novembre.",
    };
    match(
      await tried(changeContactFor, officer.actor, { ...noted, address: "autre@exemple.fr" }),
      /^address: .*compte/,
    );
    equal(await tried(changeContactFor, candidate(world, awa), noted), "forbidden");
    const before = (await mails(awa.address)).length;
    equal(await tried(changeContactFor, officer.actor, noted), "done");
    deepEqual(await found("77 88 99 00"), ["Diallo Awa"]);
    equal((await mails(awa.address)).length, before + 1);
    const seen = await view(world, contactOfPerson, {
      actor: officer.actor,
      establishment: SCHOOL,
      input: { dossier: awa.dossier },
    });
    deepEqual(seen.kind === "found" && [seen.value?.account, seen.value?.mail], [true, awa.address]);
  });
});
