/** Somebody who applied on paper confirms what the office entered for them, and takes it into an account. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { TSchema } from "typebox";
import { perform, view } from "../../act/act.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { confirmEntered, disputeEntered, openEntered, takeOverDossier } from "../../dossier/entering/acts.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { inviteGuest } from "../../people/guests/acts.ts";
import { takeRole } from "../../people/staff/acts.ts";
import { askCode, tryCode } from "../../people/codes/acts.ts";
import { personOf } from "../../people/views.ts";
import { listMails } from "../../mail/views.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { openedIntake } from "../intakes.ts";
import { actorOf, deed, giveRoles, lastCode, makeAccount, openedSession } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { testWorldOf } from "../server.ts";
import { newAttempt } from "../world.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";
const PAULE = "paule@exemple.fr";

describe("a candidate on paper", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let officer: Visitor;
  let her: Visitor;
  let at: string;
  let now = new Date("2027-03-30T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    now = new Date("2026-11-25T08:00:00Z");
    await openedIntake(world);
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer"]);
    officer = visitor(app, `/${SCHOOL}`);
    officer.cookies.set(SESSION_COOKIE, await openedSession(world, anna, ["password", "totp"]));
    her = visitor(app, `/${SCHOOL}`);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const queue = async () => plain((await officer.open("/dossiers")).text);
  const mailsTo = (address: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "link"])
        .where("to_address", "=", address)
        .orderBy("id")
        .execute(),
    );
  const confirmLink = async () => {
    const mail = (await mailsTo(PAULE)).findLast(({ subject }) => subject.includes("confirmez"))!;
    return (mail.link as { path: string }).path.slice(SCHOOL.length + 1);
  };
  /** The page that a code opens, which its button had sent to her. */
  const openedBy = async (who: Visitor, link: string) => {
    equal((await who.fill(link, { do: "send" })).location, link);
    return who.fill(link, { do: "", code: await lastCode(world, PAULE) });
  };

  it("has the office begin the dossier, marked as received on paper", async () => {
    equal((await officer.fill("/deis/saisir", {})).status, 422);
    equal((await officer.fill("/deis/saisir", { how: "paper", address: "paule" })).status, 422);
    const begun = await officer.fill("/deis/saisir", { how: "paper", language: "fr", address: PAULE });
    equal(begun.status, 303);
    at = begun.location!;
    match((await officer.open(at)).text, /Dossier reçu sur papier, saisi par l’établissement/);
    const queue = await officer.open("/dossiers");
    match(queue.text, /href="\/faire-ess\/deis\/saisir"/);
    match(plain(queue.text), /Saisies à terminer \(1\).*sur papier/);
  });

  it("has it filled in as the person would", async () => {
    const identity = {
      birthName: "Martin",
      givenNames: "Paule Jeanne",
      sex: "F",
      "bornOn-day": "3",
      "bornOn-month": "5",
      "bornOn-year": "1979",
      birthCountry: "BE",
      birthCity: "Liège",
    };
    const contact = { phone: "0612345678", street: "1 rue", postcode: "34000", city: "Montpellier", country: "FR" };
    await officer.fillAll([
      [`${at}/partie/identity`, identity],
      [`${at}/partie/contact`, contact],
      [`${at}/titres`, { choice: "title:DEASS", "awarded-day": "27", "awarded-month": "6", "awarded-year": "2007" }],
      [`${at}/corps`, { corps: "none" }],
      [`${at}/dispense`, { "waiver-vae-jury": "no" }],
      [`${at}/experience`, {}],
      [`${at}/cursus`, { track: "deis" }],
      [`${at}/financement`, { rest: "personal" }],
      [`${at}/partie/accommodations`, { needed: "no" }],
    ]);
    for (const piece of ["proof-of-title", "cv", "personal-text"])
      equal(
        (await officer.sendFiles(`${at}/piece/${piece}`, [["a.pdf", pdf({ pages: 9 }).toString("latin1")]])).status,
        303,
      );
  });

  it("cannot be handed in without the form she signed, nor be read what she might confide about her health", async () => {
    match((await officer.open(`${at}/deposer`)).text, /ne peut pas encore être déposé/);
    equal((await officer.sendFiles(`${at}/piece/paper-form`, [["signe.pdf", pdf().toString("latin1")]])).status, 303);
    const said = await officer
      .fill(`${at}/partie/accommodations-said`, { said: "secret" })
      .catch(() => ({ status: 404 }));
    ok(said.status !== 303);
  });

  it("is handed in on the day the paper came, attested by whoever entered it", async () => {
    const page = await officer.open(`${at}/deposer`);
    match(page.text, /J’atteste avoir saisi ce dossier/);
    const day = { "receivedOn-day": "24", "receivedOn-month": "11", "receivedOn-year": "2026" };
    equal(
      (await officer.sendFrom(page, `${at}/deposer`, { agreed: "yes", ...day, "receivedOn-year": "2027" })).status,
      422,
    );
    const sent = await officer.sendFrom(page, `${at}/deposer`, { agreed: "yes", ...day });
    equal(sent.location, `${at}/recepisse/D-2026-000001-1`);
    match((await officer.open(at)).text, /La personne ne l’a pas encore confirmé/);
    match(await queue(), /Saisis par l’école, pas encore confirmés \(1\).*Martin Paule sur papier/);
    const { text } = await officer.open(`/dossiers/${at.split("/").at(-1)}`);
    match(plain(text), /sur papier, pas encore confirmée par la personne/);
  });

  it("sends her a link, which does nothing by being opened, and tells nobody her address", async () => {
    const link = await confirmLink();
    const shown = await her.open(link);
    equal(shown.status, 200);
    ok(!shown.text.includes("Martin") && !shown.text.includes(PAULE));
    equal((await her.open("/deis/confirmer/un-autre")).status, 404);
    match((await her.fill(link, { do: "", code: "123456" })).text, /Demandez d’abord un code/);
  });

  it("keeps the code from whoever works here: not in a mail they read, on no page, by no program", async () => {
    const link = await confirmLink();
    const thief = visitor(app, `/${SCHOOL}`);
    thief.cookies.set(SESSION_COOKIE, officer.cookies.get(SESSION_COOKIE)!);
    equal((await thief.fill(link, { do: "send" })).status, 303);
    const code = await lastCode(world, PAULE);
    const { actor } = (await personOf(world.db, officer.cookies.get(SESSION_COOKIE)!, {
      establishment: SCHOOL,
      at: now,
    }))!;
    const seen = await view(world, listMails, { actor, establishment: SCHOOL, input: {} });
    const { mails } = (seen as { value: { mails: readonly { id: string }[] } }).value;
    const read = [JSON.stringify(mails), (await officer.open("/courriels")).text];
    for (const { id } of mails) read.push((await officer.open(`/courriels/${id}`)).text);
    for (const path of [at, `${at}/messages`, `${at}/faire-confirmer`, `/dossiers/${at.split("/").at(-1)}`])
      read.push((await officer.open(path)).text);
    ok(
      read.some((text) => text.includes(link)),
      "the link is read there, and opens nothing alone",
    );
    ok(!read.some((text) => text.includes(code)));
    const elsewhere = await personOf(world.db, officer.cookies.get(SESSION_COOKIE)!, {
      establishment: DEPLOYMENT,
      at: now,
    });
    const outside = { actor: elsewhere!.actor, establishment: DEPLOYMENT, input: {} };
    equal((await view(world, listMails, outside)).kind, "forbidden");
    equal((await app.inject({ url: "/*/courriels", cookies: Object.fromEntries(officer.cookies) })).statusCode, 404);
    // With what an officer can have: the link, a code of their own address, and what a page once showed.
    const secret = link.split("/").at(-1)!;
    const own = await deed(
      world,
      askCode,
      { kind: "anyone" },
      {
        address: "anna@exemple.fr",
        language: "fr",
        school: SCHOOL,
      },
    );
    const typed = { request: own.request, code: await lastCode(world, "anna@exemple.fr") };
    const { ticket } = await deed(world, tryCode, { kind: "anyone" }, typed);
    for (const proof of [ticket!, code, "000000", ""]) {
      const asked = { actor, establishment: SCHOOL, attempt: newAttempt(), input: { secret, proof } };
      equal((await perform(world, openEntered, asked)).kind, "forbidden", proof);
    }
    const key = { secret, key: ticket! };
    for (const [act, input] of [
      [confirmEntered, { ...key, words: "Je confirme." }],
      [disputeEntered, { ...key, text: "Non." }],
      [takeOverDossier, key],
    ] as const) {
      const outcome = await perform<TSchema, unknown>(world, act, {
        actor: { kind: "holder", secret },
        establishment: SCHOOL,
        attempt: newAttempt(),
        input,
      });
      equal(outcome.kind, "forbidden", act.name);
    }
  });

  it("is not sent to whoever works here", async () => {
    const refused = await officer.fill(`${at}/faire-confirmer`, { address: "Anna@exemple.fr" });
    equal(refused.status, 422);
    match(plain(refused.text), /Cette adresse est celle de quelqu’un qui travaille ici/);
    equal((await officer.fill("/deis/saisir", { how: "phone", address: "anna@exemple.fr" })).status, 422);
  });

  it("is not sent either to another spelling of that mailbox, nor to a guest, nor opened by whoever works here since", async () => {
    const invited = {
      name: "Ines",
      address: "ines@exemple.fr",
      language: "fr" as const,
      roles: ["interviewer" as const],
    };
    await deed(world, inviteGuest, await actorOf(world, officer.cookies.get(SESSION_COOKIE)!), {
      ...invited,
      until: "2026-12-20",
    });
    for (const address of ["anna+paule@exemple.fr", "ANNA+@exemple.fr", "ines@exemple.fr"]) {
      match(plain((await officer.fill("/deis/saisir", { how: "phone", address })).text), /quelqu’un qui travaille ici/);
      const refused = await officer.fill(`${at}/faire-confirmer`, { address });
      match(plain(refused.text), /quelqu’un qui travaille ici/, address);
    }
    const link = await confirmLink();
    const paule = await makeAccount(world, { name: "Paule", address: PAULE });
    await giveRoles(world, paule, ["interviewer"]);
    equal((await her.fill(link, { do: "send" })).status, 303);
    const stopped = await her.fill(link, { do: "", code: await lastCode(world, PAULE) });
    equal(stopped.status, 422);
    match(plain(stopped.text), /cette adresse est celle de quelqu’un qui y travaille/);
    const [grant] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("role_grant").select("id").where("account", "=", paule.account).execute(),
    );
    await deed(world, takeRole, { kind: "operator" }, { id: grant!.id });
  });

  it("shows her everything once the right code is typed", async () => {
    const link = await confirmLink();
    await her.fill(link, { do: "send" });
    const code = await lastCode(world, PAULE);
    const wrong = await her.fill(link, { do: "", code: code === "000000" ? "111111" : "000000" });
    match(plain(wrong.text), /Il reste 4 essais/);
    const shown = await her.fill(link, { do: "", code });
    equal(shown.status, 200);
    match(shown.text, /Martin/);
    match(shown.text, /Je confirme ma candidature/);
  });

  it("lets her say what is wrong, which the office is told of", async () => {
    const link = await confirmLink();
    const shown = await openedBy(her, link);
    match(
      (await her.sendFrom(shown, link, { do: "dispute", text: "Née à Namur, pas à Liège." })).text,
      /a reçu votre message/,
    );
    match((await mailsTo("anna@exemple.fr"))[0]!.subject, /un message vous attend/);
    match((await officer.open(`${at}/messages`)).text, /Née à Namur/);
  });

  it("is corrected, and asked of her again by a new link: the old one opens nothing", async () => {
    const before = await confirmLink();
    await officer.fill(`${at}/reprendre`, {});
    const identity = {
      birthName: "Martin",
      givenNames: "Paule Jeanne",
      sex: "F",
      birthCountry: "BE",
      birthCity: "Namur",
    };
    const born = { "bornOn-day": "3", "bornOn-month": "5", "bornOn-year": "1979" };
    equal((await officer.fill(`${at}/partie/identity`, { ...identity, ...born })).status, 303);
    const day = { "receivedOn-day": "24", "receivedOn-month": "11", "receivedOn-year": "2026" };
    equal((await officer.fill(`${at}/deposer`, { agreed: "yes", ...day })).location, `${at}/recepisse/D-2026-000001-2`);
    equal((await her.open(before)).status, 404);
    ok((await confirmLink()) !== before);
  });

  it("is confirmed by her, within an hour of typing the code", async () => {
    const link = await confirmLink();
    const before = await openedBy(her, link);
    now = new Date(now.getTime() + 3_600_001);
    match((await her.sendFrom(before, link, { do: "confirm" })).text, /plus d’une heure/);
    const shown = await openedBy(her, link);
    match(shown.text, /Namur/);
    match((await her.sendFrom(shown, link, { do: "confirm" })).text, /Vous avez confirmé cette candidature/);
    match(
      plain((await officer.open(`/dossiers/${at.split("/").at(-1)}`)).text),
      /sur papier, confirmée par la personne/,
    );
    match((await officer.open(at)).text, /La personne l’a confirmé/);
    ok(!/pas encore confirmés \([1-9]/.test(await queue()));
  });

  it("is taken into her account, where it stays marked, with what she owes", async () => {
    const link = await confirmLink();
    const paule = await makeAccount(world, { name: "Paule", address: PAULE });
    her.cookies.set(SESSION_COOKIE, await openedSession(world, paule));
    const shown = await openedBy(her, link);
    equal((await her.sendFrom(shown, link, { do: "take" })).location, at);
    equal((await her.open(link)).status, 404, "it is confirmed in the account from then on");
    const text = plain((await her.open(at)).text);
    match(text, /Dossier reçu sur papier, saisi par l’établissement/);
    match(text, /Vous l’avez confirmé/);
    match(text, /Les frais de sélection restent à payer : 160,00 €/);
    match((await her.open("/compte/paiements")).text, /160,00/);
    equal((await officer.open(at)).status, 404, "the office reads it where it reads all others");
  });

  it("leaves a record in which nothing was tampered with", async () => {
    const { tampered } = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(tampered, []);
  });
});
