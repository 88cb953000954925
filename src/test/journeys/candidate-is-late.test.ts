/** A candidate who submits after the closing: recorded, receipted, and told what happens next. Without a script. */
import { randomUUID } from "node:crypto";
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import { saveSection } from "../../dossier/acts.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { takeBackDossier } from "../../dossier/submit-acts.ts";
import { acceptLate } from "../../office/acts.ts";
import { withSchool } from "../../db/school.ts";
import { makeCheckpoint } from "../../audit/checkpoint-acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { aDossier, aFile, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { HEAD_OF_TRAINING, ON_THE_SHORT_DAY, openedIntake } from "../intakes.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { testWorldOf } from "../server.ts";
import { bodyOf, hiddenOf, plain, type Received } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";

describe("a candidate who is late", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let him: Visitor;
  let officer: Visitor;
  let karim: Invented;
  let dossier: string;
  let at: string;
  let now = new Date("2027-03-20T20:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    await openedIntake(world, ON_THE_SHORT_DAY);
    karim = await makeAccount(world, { name: "Karim", address: "karim@exemple.fr" });
    dossier = await aDossier(world, karim, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
    at = `/deis/dossier/${dossier}`;
    await deed(world, makeCheckpoint, { kind: "operator" }, { number: 1 });
    now = new Date("2027-03-28T22:00:00Z");
    him = visitor(app, `/${SCHOOL}`);
    him.cookies.set(SESSION_COOKIE, await openedSession(world, karim));
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("is told on the first page that it closed, when, and that he can still submit", async () => {
    const text = plain((await him.open(at)).text);
    match(text, /n’est pas encore envoyé/);
    match(text, /closes depuis le dimanche 28 mars 2027 à minuit/);
    match(text, /le dépôt sera enregistré comme tardif/);
  });

  it("is called in the queue as his account is called now, until what he hands in says his name", async () => {
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer"]);
    officer = visitor(app, `/${SCHOOL}`);
    officer.cookies.set(SESSION_COOKIE, await openedSession(world, anna, ["password", "totp"]));
    const inQueue = async () => /D-2027-000001/.test(plain((await officer.open("/dossiers?groupe=draft")).text));
    ok(await inQueue());
    const called = async (name: RegExp) => {
      for (const path of ["/dossiers?groupe=draft", `/dossiers/${dossier}`])
        match(plain((await officer.open(path)).text), name, path);
    };
    await called(/Karim/);
    equal((await him.fill("/compte/nom", { name: "Karim Haddad" })).status, 303);
    await called(/Karim Haddad/);
  });

  it("submits, and gets a receipt that says so", async () => {
    const sent = await him.fill(`${at}/deposer`, { agreed: "yes" });
    equal(sent.location, `${at}/recepisse/D-2027-000001-1`);
    const text = plain((await him.open(sent.location)).text);
    match(text, /Votre dépôt tardif est enregistré/);
    match(text, /29 mars 2027 à 0 h 00 min 00 s/);
    match(text, /L’établissement vous dira s’il peut tenir compte de votre dossier/);
  });

  it("finds the receipt again by its address, and as a document with the school’s last checkpoint", async () => {
    const receipt = `${at}/recepisse/D-2027-000001-1`;
    equal((await him.open(receipt)).status, 200);
    const pdf = await him.open(`${receipt}/pdf`);
    equal(pdf.status, 200);
    match(pdf.text, /^%PDF-/);
    const { checkpoint } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("submission").select("checkpoint").where("dossier", "=", dossier).executeTakeFirstOrThrow(),
    );
    equal((checkpoint as { number: number }).number, 1);
  });

  it("has a mail that says it is late and what comes next", async () => {
    const mail = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("about", "=", `dossier:${dossier}`)
        .executeTakeFirstOrThrow(),
    );
    match(plain(JSON.stringify(mail.paragraphs)), /enregistré comme tardif/);
    match(plain(JSON.stringify(mail.paragraphs)), /Les frais de sélection sont de 160,00/);
  });

  it("can neither take it back nor change it", async () => {
    const { text } = await him.open(at);
    ok(!text.includes("Reprendre pour corriger"));
    match((await him.open(`${at}/partie/contact`)).text, /n’est pas ouverte/);
  });

  it("sees it when the school takes it as one that came in time", async () => {
    const roles = ["admission-officer"] as const;
    // Somebody else: nobody judges their own.
    const account = "00000000-0000-4000-8000-0000000000aa";
    const judge: Actor = { kind: "account", account, session: "s", roles, authenticatedAt: now };
    const she = officer;
    // A sentence of the school’s is put into the reason, after what was typed, and nothing is decided yet.
    const page = `/dossiers/${dossier}`;
    equal((await she.fill(page, { do: "late-ready", "ready-late": "", reason: "" })).status, 422);
    const readied = await she.fill(page, { do: "late-ready", "ready-late": "0", reason: "Panne du 28." });
    equal(readied.status, 200);
    match(plain(readied.text), /Panne du 28\. Le service ne répondait pas le dernier soir\./);
    match(plain(readied.text), /Votre dossier est arrivé après la clôture, sans raison/);
    match(plain((await him.open(at)).text), /Déposé après la clôture/);
    await deed(world, acceptLate, judge, { dossier, reason: "Panne le 28 au soir." });
    const text = plain((await him.open(at)).text);
    match(text, /Dépôt tardif accepté par l’établissement/);
    deepEqual(/Déposé après la clôture/.test(text.split("Ce qui s’est passé")[0]!), false);
  });
});

/** Her session is older than half an hour: between her button and the receipt stands a password. */
describe("a candidate who sends in time and is asked who she is", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let claire: Invented;
  let other: Invented;
  let at: string;
  let dossier: string;
  const CLOSES = new Date("2027-03-28T21:59:59.999Z");
  const secondsBefore = (seconds: number) => new Date(CLOSES.getTime() - seconds * 1000);
  const secondsAfter = (seconds: number) => new Date(CLOSES.getTime() + seconds * 1000);
  let now = secondsBefore(7200);
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    await openedIntake(world, ON_THE_SHORT_DAY);
    claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    other = await makeAccount(world, { name: "Karim", address: "karim@exemple.fr" });
    dossier = await aDossier(world, claire, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
    at = `/deis/dossier/${dossier}`;
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** Ten seconds before the closing she presses the button; what is asked is given back. */
  const sends = async (who = claire) => {
    now = secondsBefore(2700);
    const her = visitor(app, `/${SCHOOL}`);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    now = secondsBefore(60);
    const page = await her.open(`${at}/deposer`);
    now = secondsBefore(10);
    const asked = await her.sendFrom(page, `${at}/deposer`, { agreed: "yes" });
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    return { her, asked };
  };
  const password = { "again-password": PASSWORD };
  const isLate = async (her: Visitor, location: string | undefined) => {
    match(location ?? "", /recepisse/);
    return /Votre dépôt tardif est enregistré/.test((await her.open(location!)).text);
  };
  /** So that the next may try with the same dossier. */
  const takesBack = async () => {
    now = secondsBefore(3000);
    await deed(world, takeBackDossier, candidate(world, claire), { dossier });
  };

  it("is in time by the instant she sent it, mistypes and all, and the receipt says both instants", async () => {
    const { her, asked } = await sends();
    now = secondsAfter(5);
    const again = await her.sendFrom(asked, `${at}/deposer`, { "again-password": "faux" });
    equal(again.status, 422);
    now = secondsAfter(15);
    const sent = await her.sendFrom(again, `${at}/deposer`, password);
    equal(await isLate(her, sent.location), false);
    const text = plain((await her.open(sent.location!)).text);
    match(text, /Envoyé le 28 mars 2027 à 23 h 59 min 49 s/);
    const then =
      /Identité confirmée ensuite, le 29 mars 2027 à 0 h 00 min 14 s : c’est l’heure de l’envoi qui compte\./;
    match(text, then);
    // In the same words wherever the hour is told, which everywhere is that of the sending.
    const hers = plain((await her.open(at)).text).split("Ce qui s’est passé")[1]!;
    match(hers, /28 mars 2027 à 23 h 59 Dossier déposé\. Récépissé D-2027-000001-1 Identité confirmée ensuite/);
    match(hers, then);
    const officer = visitor(app, `/${SCHOOL}`);
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer"]);
    officer.cookies.set(SESSION_COOKIE, await openedSession(world, anna, ["password", "totp"]));
    const office = plain((await officer.open(`/dossiers/${dossier}`)).text);
    match(office, /Récépissé D-2027-000001-1, déposé le dimanche 28 mars 2027 à 23 h 59 Identité confirmée ensuite/);
    match(office.split("Suivi")[1] ?? office, then);
    match(plain((await officer.open(`/dossiers/${dossier}/recepisse/D-2027-000001-1`)).text), then);
    match(plain((await officer.open("/dossiers")).text), /Durand Claire .*28\/03\/2027/);
    match(text, /Les candidatures sont closes : le dossier ne peut plus être repris/);
    await takesBack();
  });

  it("is in time where she signed in meanwhile by another way, and sends the same form", async () => {
    const { her, asked } = await sends();
    now = secondsAfter(20);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
    const sent = await her.sendFrom(asked, `${at}/deposer`, {});
    equal(await isLate(her, sent.location), false);
    await takesBack();
  });

  it("gives no instant to somebody else, whose form is not hers", async () => {
    const { asked } = await sends();
    const his = visitor(app, `/${SCHOOL}`);
    now = secondsBefore(2700);
    his.cookies.set(SESSION_COOKIE, await openedSession(world, other));
    now = secondsBefore(5);
    const { _csrf } = hiddenOf((await his.open("/deis/dossier")).text);
    const theirs = await his.send("POST", `${at}/deposer`, bodyOf({ ...hiddenOf(asked.text), _csrf: _csrf! }));
    equal(hiddenOf(theirs.text)["again-first"], undefined);
    ok(theirs.status >= 400);
  });

  const tries: readonly (readonly [string, (asked: Received) => Promise<[Record<string, string>, number]>])[] = [
    ["an instant that nobody gave her", async () => [{ "again-first": randomUUID() }, 15]],
    ["the instant of another form", async () => [{ _attempt: randomUUID() }, 15]],
    ["an instant of more than a quarter of an hour ago", async () => [{}, 15 * 60]],
    [
      "an instant before which her dossier was not what it is",
      async () => {
        now = secondsAfter(10);
        const actor = candidate(world, claire);
        const contents = { ...(FULL_SECTIONS.contact as { [name: string]: string }) };
        await deed(world, saveSection, actor, { dossier, section: "contact", version: 1, contents });
        return [{}, 15];
      },
    ],
  ];
  for (const [what, changed] of tries) {
    it(`is late with ${what}`, async () => {
      const { her, asked } = await sends();
      const [fields, seconds] = await changed(asked);
      now = secondsAfter(seconds);
      const sent = await her.sendFrom(asked, `${at}/deposer`, { ...fields, ...password });
      equal(await isLate(her, sent.location), true);
      await takesBack();
    });
  }

  /** The last ten seconds of the day to answer by, on a dossier that was handed in; the officer asked for the CV again. */
  const answers = async (dueOn: string) => {
    const ends = new Date(`${dueOn}T21:59:59.999Z`).getTime();
    const sinceTheEnd = (seconds: number) => void (now = new Date(ends + seconds * 1000));
    sinceTheEnd(-5 * 86_400);
    await deed(world, askComplement, HEAD_OF_TRAINING, { dossier, items: ["piece:cv"], dueOn, notes: {} });
    sinceTheEnd(-2700);
    const her = visitor(app, `/${SCHOOL}`);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
    await aFile(world, claire, dossier, ["cv", `cv-${dueOn}.pdf`, pdf({ comment: dueOn })]);
    const page = await her.open(`${at}/complement`);
    sinceTheEnd(-10);
    const asked = await her.sendFrom(page, `${at}/complement`, { agreed: "yes" });
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    const sent = async (fields: Record<string, string> = {}) => {
      sinceTheEnd(15);
      const given = await her.sendFrom(asked, `${at}/complement`, { ...fields, ...password });
      return plain(given.location === undefined ? given.text : (await her.open(given.location)).text);
    };
    return { sent };
  };

  it("gives a complement in time by the instant she sent it, and its receipt says both", async () => {
    now = secondsBefore(3000);
    await handedIn(world, claire, dossier);
    const text = await (await answers("2027-04-10")).sent();
    match(text, /Votre complément est reçu/);
    match(text, /Envoyé le 10 avril 2027 à 23 h 59 min 49 s/);
    match(text, /le 11 avril 2027 à 0 h 00 min 14 s/);
  });

  it("gives a late one with the instant of another form; one that changed after it is to be read again first", async () => {
    const { sent } = await answers("2027-04-20");
    match(await sent({ _attempt: randomUUID() }), /Votre complément tardif est enregistré/);
    const second = await answers("2027-04-30");
    now = new Date(now.getTime() + 12_000);
    await aFile(world, claire, dossier, ["cv", "cv-apres.pdf", pdf({ comment: "after" })]);
    match(await second.sent(), /Le dossier a changé depuis que cette page a été affichée/);
  });
});
