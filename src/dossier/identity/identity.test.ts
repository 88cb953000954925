/** A civil identity corrected by a proof: what is asked waits, what is accepted holds from then on, and what is sealed stays. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { identityOf } from "../../livret/identity.ts";
import { seeDossier } from "../../office/views.ts";
import { onPaper } from "../../test/browser/follow-rows.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { deed, type Invented, makeAccount } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { soundWaiting, waitingFor } from "../../test/waiting-lines.ts";
import { newAttempt } from "../../test/world.ts";
import { renameEnrolments } from "../../training/cohorts/renaming.ts";
import { changeContact } from "../contact/acts.ts";
import { submissionsOf } from "../history/store.ts";
import { takeBackDossier } from "../submit-acts.ts";
import { openDossier } from "../views.ts";
import { acceptIdentity, askIdentity, askIdentityFor, refuseIdentity, withdrawIdentity } from "./acts.ts";
import { runDue } from "../../worker/run-due.ts";
import { identityOfPerson, myIdentity, seeIdentities } from "./views.ts";

const SCHOOL = "faire-ess";
const CIVIL = {
  birthName: "Durand",
  givenNames: "Claire Marie",
  sex: "F",
  bornOn: "1985-02-28",
  birthCountry: "FR",
  birthCommune: "34172",
};

describe("a civil identity", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Invented & { actor: Actor };
  let officer: Invented & { actor: Actor };
  let awa: Person;
  let her: Actor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = await employed(world, "Ines Responsable", "head-of-training");
    officer = await employed(world, "Anna Petit", "admission-officer");
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    her = candidate(world, awa);
    await enrolled(world, head.actor, awa, await aCohort(world, head.actor));
  });
  after(async () => {
    await soundWaiting(world);
    await close();
  });

  const upload = async ({ account }: Pick<Invented, "account">) => {
    const stream = Readable.from([pdf({ pages: 1 })]);
    const sent = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "acte.pdf" });
    return (sent as { upload: string }).upload;
  };
  const tried = async <F extends TSchema, V>(
    act: Act<F, V>,
    actor: Actor,
    input: Static<F>,
    attempt = newAttempt(),
  ): Promise<string> => {
    now = new Date(now.getTime() + 60_000);
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt, input });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const asking = async (
    person: Pick<Invented, "account">,
    more: { readonly [K in keyof typeof CIVIL]?: string } & { readonly said?: string } = {},
  ) => ({
    ...CIVIL,
    birthName: "Ndiaye",
    givenNames: "Awa",
    upload: await upload(person),
    ...more,
  });
  const mine = async (actor: Actor) => {
    const seen = await view(world, myIdentity, { actor, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value : undefined;
  };
  const open = async (actor: Actor = her) => (await mine(actor))!.requests[0]!;
  const mails = (to: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const sent = tx.selectFrom("mail").select("subject").where("to_address", "=", to).orderBy("id");
      return (await sent.execute()).map(({ subject }) => subject).filter((one) => /dentité/.test(one));
    });
  const found = async (search: string) => {
    const asked = { actor: officer.actor, establishment: SCHOOL, input: { search } };
    const seen = await view(world, world.house.findPeople, asked);
    return seen.kind === "found" ? seen.value.people.map(({ name, why }) => ({ name, why })) : seen.kind;
  };
  const opens = async (actor: Actor, id: string) => {
    const seen = await view(world, world.house.openFile, { actor, establishment: SCHOOL, input: { id, take: false } });
    return seen.kind === "found";
  };
  const waitsFor = async (actor: Actor) => (await waitingFor(world, actor, "judgeIdentity")).length;

  it("is refused where something is missing or wrong, where nothing changed, and where nothing was handed in", async () => {
    const given = await asking(awa);
    match(
      await tried(askIdentity, her, { ...given, birthName: " ", bornOn: "1985-02-31" }),
      /^birthName: Écrivez.*,bornOn: /,
    );
    match(await tried(askIdentity, her, given), /^birthName: Rien n’est à corriger/);
    match(
      await tried(askIdentity, her, { ...given, birthCommune: "Saint-Denis" }),
      /^birthCommune: Plusieurs communes répondent à «\sSaint-Denis\s»\s: Saint-Denis \(/u,
    );
    const other = await makeAccount(world, { name: "Sans Dossier", address: "sans.dossier@exemple.fr" });
    equal(await tried(askIdentity, candidate(world, other), await asking(other)), "forbidden");
    equal(await waitsFor(officer.actor), 0);
  });

  it("is asked for with a proof, once at a time, and waits for the office until it is taken back", async () => {
    equal(await waitsFor(officer.actor), 0);
    const given = await asking(awa, {
      birthName: "N’Diaye",
      birthCommune: "Montpellier",
      said: "L’apostrophe manque.",
    });
    const attempt = newAttempt();
    equal(await tried(askIdentity, her, given, attempt), "done");
    equal(await tried(askIdentity, her, given, attempt), "done");
    const { asked, before, proof, outcome } = await open();
    deepEqual(
      { asked, before, proof, outcome },
      { asked: { birthName: "N’Diaye" }, before: { birthName: "Ndiaye" }, proof: "acte.pdf", outcome: null },
    );
    match(
      await tried(askIdentity, her, await asking(awa, { birthName: "Diaye" })),
      /^request: Une demande attend déjà/,
    );
    equal(await waitsFor(officer.actor), 1);
    const { id: request } = await open();
    const stranger = await anAccepted(world, { name: "Zoé Autre" });
    equal(await tried(withdrawIdentity, candidate(world, stranger), { request }), "forbidden");
    equal(await tried(withdrawIdentity, her, { request }), "done");
    match(await tried(withdrawIdentity, her, { request }), /^request: Cette demande a déjà sa réponse/);
    equal(await waitsFor(officer.actor), 0);
  });

  it("is proved to those who judge it alone, and the proof is no piece of the application", async () => {
    equal(await tried(askIdentity, her, await asking(awa, { birthName: "N’Diaye" })), "done");
    const { id } = await open();
    const stranger = await anAccepted(world, { name: "Yann Autre" });
    const reader = await employed(world, "Max Lecteur", "auditor");
    const who = [her, officer.actor, reader.actor, candidate(world, stranger)];
    deepEqual(await Promise.all(who.map((actor) => opens(actor, id))), [true, true, false, false]);
    const asked = { establishment: SCHOOL, input: { dossier: awa.dossier } };
    const own = await view(world, openDossier, { ...asked, actor: her });
    ok(own.kind === "found" && own.value.attached.every((file) => file.id !== id));
    const office = await view(world, seeDossier, { ...asked, actor: officer.actor });
    ok(office.kind === "found" && office.value.attached.every((file) => file.id !== id));
  });

  it("is not judged by who may not, nor by the person, nor without a ground where it is refused", async () => {
    const { id: request, dossier } = await open();
    const reader = await employed(world, "Lou Lectrice", "interviewer");
    equal(await tried(acceptIdentity, reader.actor, { dossier, request }), "forbidden");
    const self = { ...(officer.actor as object), account: awa.account } as Actor;
    equal(await tried(acceptIdentity, self, { dossier, request }), "forbidden");
    match(await tried(refuseIdentity, officer.actor, { dossier, request, ground: "  " }), /^ground: Dites pourquoi/);
    equal(await tried(refuseIdentity, officer.actor, { dossier, request, ground: "L’acte est illisible." }), "done");
    match(
      await tried(acceptIdentity, officer.actor, { dossier, request }),
      /^request: Cette demande a déjà sa réponse/,
    );
    equal(await waitsFor(officer.actor), 0);
    const { outcome } = await open();
    deepEqual([outcome?.kind, outcome?.ground], ["refused", "L’acte est illisible."]);
    equal((await mine(her))!.identity.birthName, "Ndiaye");
  });

  it("holds from its acceptance on wherever it is read, and what was handed in stays", async () => {
    const sealed = await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, awa.dossier));
    equal(await tried(askIdentity, her, await asking(awa, { birthName: "Kone", bornOn: "1985-03-01" })), "done");
    const { id: request, dossier } = await open();
    const asked = { actor: officer.actor, establishment: SCHOOL };
    const judged = await view(world, identityOfPerson, { ...asked, input: { dossier } });
    equal(judged.kind === "found" && judged.value.follows.length, 1, "who is in training is said");
    equal(await tried(acceptIdentity, officer.actor, { dossier, request }), "done");
    const printed = await withSchool(world.db, SCHOOL, (tx) => identityOf(tx, { dossier: awa.dossier, name: "" }));
    deepEqual([printed.birthName, printed.bornOn], ["Kone", "1985-03-01"]);
    const opened = await view(world, seeDossier, { ...asked, input: { dossier } });
    equal(opened.kind === "found" && opened.value.name, "Kone Awa");
    const person = await view(world, world.house.seePerson, { ...asked, input: { person: awa.account } });
    deepEqual(person.kind === "found" && [person.value.birthName, person.value.elder], ["Kone", "Ndiaye"]);
    deepEqual(await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, awa.dossier)), sealed);
    const told = await view(world, seeIdentities, { ...asked, input: { dossiers: [dossier] } });
    deepEqual(told.kind === "found" && told.value.requests[0]!.before, { birthName: "Ndiaye", bornOn: "1985-02-28" });
  });

  it("is found by its elder name too, whatever changes after it", async () => {
    const elder = [{ name: "Kone Awa", why: [{ by: "elder", text: "Ndiaye" }] }];
    deepEqual(await found("ndiaye"), elder);
    const moved = { phone: "06 11 22 33 44", street: "8 quai Neuf", postcode: "34000", country: "FR" };
    equal(await tried(changeContact, her, moved), "done");
    deepEqual(await found("ndiaye"), elder);
  });

  it("is told to the person and to the head of training of who is enrolled", async () => {
    deepEqual((await mails(awa.address)).slice(-2), [
      "Correction de votre identité\u00a0: demande reçue",
      "Votre identité est corrigée",
    ]);
    equal((await mails(head.address)).length, 1);
  });

  it("is taken over by the list of the cohort, by the calendar, once", async () => {
    const round = () => runDue(world, SCHOOL, [renameEnrolments]);
    deepEqual([await round(), await round()], [1, 0]);
    const listed = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("enrolment").select("name").execute());
    deepEqual(listed, [{ name: "Kone Awa" }]);
  });

  it("is corrected where it is written while it is a draft, and still by an earlier application", async () => {
    const lea = await makeAccount(world, { name: "Léa Roux", address: "lea.roux@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const dossier = await aDossier(world, lea, given);
    await handedIn(world, lea, dossier);
    await deed(world, takeBackDossier, candidate(world, lea), { dossier });
    equal(await mine(candidate(world, lea)), undefined);
    equal(await tried(askIdentity, candidate(world, lea), await asking(lea)), "forbidden");
  });

  it("of a person without an account is asked for by the office, which says how", async () => {
    const { dossier } = await onPaper(world, officer);
    const given = { ...(await asking(officer, { birthName: "Martin" })), dossier, how: "Au guichet." };
    equal(
      await tried(askIdentityFor, officer.actor, { ...given, how: " " }),
      "how: Dites comment la personne vous l’a demandé.",
    );
    equal(await tried(askIdentityFor, officer.actor, { ...given, dossier: awa.dossier }), "forbidden");
    equal(await tried(askIdentityFor, her, given), "forbidden");
    equal(await tried(askIdentityFor, officer.actor, given), "done");
    const asked = { actor: officer.actor, establishment: SCHOOL, input: { dossier } };
    const seen = await view(world, identityOfPerson, asked);
    ok(seen.kind === "found");
    const { id: request, how } = seen.value.requests[0]!;
    equal(how, "Au guichet.");
    equal(await tried(acceptIdentity, officer.actor, { dossier, request }), "done");
    deepEqual(((await found("martin")) as { name: string | null }[]).length, 1);
  });
});
