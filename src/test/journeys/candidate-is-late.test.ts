/** A candidate who submits after the closing: recorded, receipted, and told what happens next. Without a script. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act.ts";
import { acceptLate } from "../../admission/office/acts.ts";
import { withSchool } from "../../db/school.ts";
import { makeCheckpoint } from "../../record/checkpoint-acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../web/session.ts";
import type { World } from "../../world.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../dossiers.ts";
import { ON_THE_SHORT_DAY, openedIntake } from "../intakes.ts";
import { deed, type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";

describe("a candidate who is late", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let him: Visitor;
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
    match(text, /closes depuis le 28 mars 2027 à 23 h 59/);
    match(text, /le dépôt sera enregistré comme tardif/);
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
    const officer: Actor = { kind: "account", account, session: "s", roles, authenticatedAt: now };
    await deed(world, acceptLate, officer, { dossier, reason: "Panne le 28 au soir." });
    const text = plain((await him.open(at)).text);
    match(text, /Dépôt tardif accepté par l’établissement/);
    deepEqual(/Déposé après la clôture/.test(text.split("Ce qui s’est passé")[0]!), false);
  });
});
