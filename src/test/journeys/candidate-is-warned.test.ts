/** A candidate to whom no door is open is told so before anything is owed; nothing holds her back. Without a script. */
import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withSchool } from "../../db/school.ts";
import { submissionsOf } from "../../admission/dossier/history/store.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../web/session.ts";
import type { World } from "../../world.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../dossiers.ts";
import { type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";

describe("a candidate to whom no door is open", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });
  const comesIn = async (person: Invented): Promise<Visitor> => {
    const who = visitor(app, `/${SCHOOL}`);
    who.cookies.set(SESSION_COOKIE, await openedSession(world, person));
    return who;
  };
  const somebody = (name: string) => makeAccount(world, { name, address: `${name.toLowerCase()}@exemple.fr` });

  it("is told nothing before she declared anything, then for now, then for good, and what would change it", async () => {
    const person = await somebody("Solène");
    const dossier = await aDossier(world, person);
    const at = `/deis/dossier/${dossier}`;
    const her = await comesIn(person);
    doesNotMatch((await her.open(at)).text, /id="may-enter"/);
    await her.fill(`${at}/titres`, { more: "no" });
    await her.fill(`${at}/corps`, { corps: "none" });
    await her.fill(`${at}/dispense`, { "waiver-vae-jury": "no" });
    const early = plain((await her.open(at)).text);
    match(early, /Non, pas dans la situation que vous avez déclarée/);
    match(early, /Réponse provisoire.*Votre expérience/);
    await her.fill(`${at}/experience`, { more: "no" });
    const text = plain((await her.open(at)).text);
    match(text, /Non, pas dans la situation que vous avez déclarée/);
    doesNotMatch(text, /Réponse provisoire/);
    match(text, /Un dossier déposé doit les frais de sélection/);
    match(text, /Ce qui changerait la réponse/);
    match(plain((await her.open(`/en${at}`)).text), /No, not in the situation you declared/);
  });

  it("is not held out a corps and a waiver that she answered no to", async () => {
    const person = await somebody("Élise");
    const dossier = await aDossier(world, person);
    const her = await comesIn(person);
    const at = `/deis/dossier/${dossier}`;
    await her.fill(`${at}/titres`, { more: "yes" });
    await her.fill(`${at}/titre/1`, { choice: "title:DEAES" });
    await her.fill(`${at}/obtention/1`, { "awarded-day": "27", "awarded-month": "6", "awarded-year": "2020" });
    match(plain((await her.open(`${at}/titres`)).text), /Un corps ou une dispense, aux pages suivantes/);
    await her.fill(`${at}/titres`, { more: "no" });
    await her.fill(`${at}/corps`, { corps: "none" });
    await her.fill(`${at}/dispense`, { "waiver-vae-jury": "no" });
    const text = plain((await her.open(`${at}/titres`)).text);
    match(text, /Aucune voie n’est ouverte par ces titres/);
    doesNotMatch(text, /corps ou une dispense/);
  });

  it("reads it again above the declaration, may hand in all the same, and the seal keeps the same answer", async () => {
    const person = await somebody("Nadège");
    const declared = { ...DECLARED_IN_FULL, titles: [], periods: [] };
    const dossier = await aDossier(world, person, { declared, sections: FULL_SECTIONS, files: FULL_FILES });
    const her = await comesIn(person);
    const at = `/deis/dossier/${dossier}`;
    const page = await her.open(`${at}/deposer`);
    const warned = page.text.indexOf("Non, pas dans la situation");
    ok(warned > 0 && warned < page.text.indexOf("Votre déclaration"), "before what is agreed to");
    const sent = await her.sendFrom(page, `${at}/deposer`, { agreed: "yes" });
    equal(sent.status, 303, sent.text);
    const [sealed] = await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, dossier));
    equal((sealed!.decided as { answer: { outcome: string } }).answer.outcome, "not-eligible");
  });

  it("is not told of a closed door where one is open", async () => {
    const person = await somebody("Claire");
    const dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL });
    const text = plain((await (await comesIn(person)).open(`/deis/dossier/${dossier}`)).text);
    match(text, /Oui, vous pouvez candidater/);
    doesNotMatch(text, /quelle que soit|Ce qui changerait/);
  });
});
