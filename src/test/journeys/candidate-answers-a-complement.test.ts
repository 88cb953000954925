/** A candidate who is asked for a complement answers it, without a script. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { PROVEN_TABLES } from "../../house/house.ts";
import type { Actor } from "../../act/act.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { withSchool } from "../../db/school.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";

describe("a candidate who is asked for a complement", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let her: Visitor;
  let claire: Invented;
  let officer: Actor;
  let office: Visitor;
  let anna: Invented;
  let dossier: string;
  let at: string;
  let now = new Date("2026-11-25T20:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer"]);
    officer = {
      kind: "account",
      account: anna.account,
      session: "s",
      roles: ["admission-officer"],
      authenticatedAt: now,
    };
    dossier = await aDossier(world, claire, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
    await handedIn(world, claire, dossier);
    at = `/deis/dossier/${dossier}`;
    her = visitor(app, `/${SCHOOL}`);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
    office = visitor(app, `/${SCHOOL}`);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const mailsTo = (address: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["subject", "paragraphs"]).where("to_address", "=", address).orderBy("id").execute(),
    );
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const ask = (items: string[], dueOn: string, notes: Record<string, string> = {}) =>
    deed(world, askComplement, officer, { dossier, items, dueOn, notes });

  it("is told by mail what is asked and by when", async () => {
    now = new Date("2026-12-01T09:00:00Z");
    await ask(["contact", "piece:proof-of-title"], "2026-12-10", {
      "piece:proof-of-title": "La copie est illisible en bas de page.",
    });
    const mail = (await mailsTo(claire.address)).at(-1)!;
    match(mail.subject, /un complément vous est demandé/);
    match(plain(JSON.stringify(mail.paragraphs)), /10 décembre 2026/);
    match(JSON.stringify(mail.paragraphs), /Vos coordonnées/);
  });

  it("finds it first on her dossier, and on its page exactly the points asked for", async () => {
    const text = plain((await her.open(at)).text);
    match(text, /Complément demandé/);
    match(text, /avant la fin du 10 décembre 2026/);
    const page = await her.open(`${at}/complement`);
    match(page.text, /La copie est illisible en bas de page/);
    equal(page.text.match(/<h3>/g)!.length, 2);
    match(plain(page.text), /Pas encore modifié depuis la demande/);
  });

  it("can change nothing else", async () => {
    match((await her.open(`${at}/partie/identity`)).text, /n’est pas ouverte/);
    match((await her.open(`${at}/piece/cv`)).text, /n’est pas ouverte/);
    ok((await her.open(`${at}/titres`)).status !== 200);
  });

  it("corrects both points", async () => {
    later(5);
    const contact = {
      phone: "06 99 99 99 99",
      street: "3 rue de l’Exemple",
      postcode: "34200",
      city: "Sète",
      country: "FR",
    };
    equal((await her.fill(`${at}/partie/contact`, contact)).status, 303);
    equal(
      (await her.sendFiles(`${at}/piece/proof-of-title`, [["lisible.pdf", pdf({ pages: 2 }).toString("latin1")]]))
        .status,
      303,
    );
    const page = await her.open(`${at}/complement`);
    equal(page.text.match(/Modifié depuis la demande/g)!.length, 2);
  });

  it("asks a question first, which the office is told of without what it says, and answers", async () => {
    equal((await her.fill(`${at}/messages`, { text: "" })).status, 422);
    equal((await her.fill(`${at}/messages`, { text: "Faut-il aussi le relevé de notes ?" })).status, 303);
    const [told] = (await mailsTo("anna@exemple.fr")).slice(-1);
    match(told!.subject, /un message vous attend/);
    ok(!JSON.stringify(told).includes("relevé"));
    later(1);
    office.cookies.set(SESSION_COOKIE, await openedSession(world, anna, ["password", "totp"]));
    const theirs = await office.open(`${at}/messages`);
    match(theirs.text, /Faut-il aussi le relevé de notes/);
    await office.fill(`${at}/messages`, { text: "Non, le diplôme suffit." });
    match((await mailsTo(claire.address)).at(-1)!.subject, /un message vous attend/);
    match((await her.open(at)).text, /1 non lu/);
    const both = await her.open(`${at}/messages`);
    match(both.text, /Non, le diplôme suffit/);
    match(both.text, /Lu</);
    ok(!/non lu/.test((await her.open(at)).text));
  });

  it("certifies the corrections, is recognised again since it was long ago, and gets a receipt", async () => {
    now = new Date("2026-12-01T10:00:00Z");
    const page = await her.open(`${at}/complement`);
    match((await her.sendFrom(page, `${at}/complement`, {})).text, /Cochez la case pour certifier/);
    const again = await her.sendFrom(page, `${at}/complement`, { agreed: "yes" });
    match(again.text, /mot de passe/i);
    const sent = await her.sendFrom(again, `${at}/complement`, { "again-password": PASSWORD });
    equal(sent.location, `${at}/recepisse/D-2026-000001-2`);
    const receipt = await her.open(sent.location);
    match(receipt.text, /Votre complément est reçu/);
    match(plain(receipt.text), /1er décembre 2026 à 11 h 00 min 00 s/);
    match(receipt.text, /lisible\.pdf/);
    match(plain((await mailsTo(claire.address)).at(-1)!.subject), /Complément reçu : récépissé D-2026-000001-2/);
    match((await mailsTo("anna@exemple.fr")).at(-1)!.subject, /complément reçu/);
  });

  it("finds nothing open any more, and both receipts in what happened", async () => {
    equal((await her.open(`${at}/complement`)).location, at);
    match((await her.open(`${at}/partie/contact`)).text, /n’est pas ouverte/);
    const { text } = await her.open(at);
    match(text, /D-2026-000001-1/);
    match(text, /D-2026-000001-2/);
    match(plain(text), /L’établissement a demandé un complément/);
  });

  it("asked again, may still answer after the last second of the day, and is told that it is late", async () => {
    await ask(["piece:cv"], "2026-12-05");
    now = new Date("2026-12-05T22:59:59.999Z");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
    ok(!/La date limite était/.test((await her.open(`${at}/complement`)).text));
    now = new Date("2026-12-05T23:00:00.000Z");
    match(plain((await her.open(`${at}/complement`)).text), /La date limite était le 5 décembre/);
    // Nothing changed since it was asked: the page asks why.
    const shown = await her.open(`${at}/complement`);
    const silent = await her.sendFrom(shown, `${at}/complement`, { agreed: "yes", unchanged: "" });
    equal(silent.status, 422);
    match(plain(silent.text), /Dites pourquoi rien n’a changé, ou corrigez ce qui est demandé/);
    const sent = await her.fill(`${at}/complement`, { agreed: "yes", unchanged: "C’est mon CV entier." });
    equal(sent.location, `${at}/recepisse/D-2026-000001-3`);
    match((await her.open(sent.location)).text, /Votre complément tardif est enregistré/);
    match((await her.open(at)).text, /Complément donné après la date limite/);
  });

  it("leaves a record in which nothing was tampered with", async () => {
    await deed(world, sendMessage, officer, { dossier, text: "Merci." });
    const { tampered } = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(tampered, []);
  });
});
