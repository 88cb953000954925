/** A candidate to whom no door is open is told so before anything is owed; nothing holds her back. Without a script. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withSchool } from "../../db/school.ts";
import { type Act, type Actor, type Outcome, perform } from "../../act/act.ts";
import { submissionsOf } from "../../dossier/history/store.ts";
import { resumeDossier, takeBackDossier, withdrawDossier } from "../../dossier/submit-acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { aDossier, anIntake, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { type Invented, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { newAttempt } from "../world.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";
import { inSight } from "../visible-words.ts";

const SCHOOL = "faire-ess";

describe("a candidate to whom no door is open", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    await anIntake(world);
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
    await her.fill(`${at}/titres`, {});
    await her.fill(`${at}/corps`, { corps: "none" });
    await her.fill(`${at}/dispense`, { "waiver-vae-jury": "no" });
    const early = plain((await her.open(at)).text);
    match(early, /Non, pas dans la situation que vous avez déclarée/);
    match(early, /Réponse provisoire.*Votre expérience/);
    await her.fill(`${at}/experience`, {});
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
    const day = { "awarded-day": "27", "awarded-month": "6", "awarded-year": "2020" };
    await her.fill(`${at}/titres`, { choice: "title:DEAES", ...day });
    match(plain((await her.open(`${at}/titres`)).text), /Un corps ou une dispense, aux pages suivantes/);
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

  it("finds what to go on to right under the verdict of the public check, and no unsettled finding of a closed route", async () => {
    const anybody = visitor(app, `/${SCHOOL}`);
    await anybody.fillAll([
      ["/deis/candidater/titres", {}],
      ["/deis/candidater/experience", {}],
      ["/deis/candidater/corps", { corps: "none" }],
      ["/deis/candidater/dispense", { "waiver-vae-jury": "no" }],
    ]);
    const { text } = await anybody.open("/deis/candidater/resultat");
    match(
      inSight(text),
      /Candidatez : l’école décide sur le dossier\. Le déposer coûte 160 € de frais de sélection\. Candidater jusqu’au .* Garder cette réponse/,
    );
    doesNotMatch(plain(text), /aucun jour n’est compté|À établir/);
  });

  it("is not asked for pieces that are not hers, and is told what each should hold", async () => {
    const person = await somebody("Aude");
    const dossier = await aDossier(world, person, {
      declared: { ...DECLARED_IN_FULL, plan: undefined! },
      sections: FULL_SECTIONS,
      files: FULL_FILES.slice(0, 1),
    });
    const her = await comesIn(person);
    const at = `/deis/dossier/${dossier}`;
    const tasks = plain((await her.open(at)).text);
    const left = /Il reste (\d+) parties/.exec(tasks)?.[1];
    equal(Number(left), tasks.match(/À compléter|En cours(?!,)/g)?.length);
    const page = await her.open(`${at}/piece/proof-of-title`);
    match(plain(page.text), /attestation de réussite/);
    const all = plain((await her.open(`${at}/pieces`)).text);
    match(all, /1 sur 4 est prête.*Justificatifs de l’expérience.*bulletins de salaire.*indépendante/);
    match(all, /Autres pièces, si vous êtes concerné.*Attestation de niveau d’un diplôme étranger/);
    match(plain((await her.open(`${at}/deposer`)).text), /Cursus Non renseigné Financement Non renseigné/);
  });

  describe("who withdraws", () => {
    let at: string;
    let dossier: string;
    let person: Invented;
    const SOON = new Date("2026-11-25T11:00:00Z");
    before(async () => {
      person = await somebody("Maud");
      const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
      dossier = await aDossier(world, person, given);
      await handedIn(world, person, dossier);
      at = `/deis/dossier/${dossier}`;
    });
    const password = { "again-password": PASSWORD };

    it("is told of the fee and until when she may go back on it, and asked who she is", async () => {
      const her = await comesIn(person);
      now = SOON;
      const page = await her.open(`${at}/retirer`);
      const text = plain(page.text);
      match(text, /Frais de sélection demandés et pas encore payés : 160,00 €, référence/);
      match(text, /Le sort des frais de sélection en cas de renoncement ou de refus n’est pas publié/);
      match(text, /revenir sur ce retrait jusqu’au dimanche 28 mars 2027 à minuit \(23 h 59\), et plus après/);
      const asked = await her.sendFrom(page, `${at}/retirer`, { reason: "Un autre projet." });
      match(plain(asked.text), /Confirmez que c’est bien vous/);
      match(plain((await her.open(at)).text), /Votre dossier.*Récépissé/);
      equal((await her.sendFrom(asked, `${at}/retirer`, password)).location, at);
      match(plain((await her.open(at)).text), /Candidature retirée Votre candidature ne sera pas examinée/);
      const start = plain((await her.open("/deis/dossier")).text);
      match(start, /Candidature retirée/);
      doesNotMatch(start, /À déposer/);
    });

    it("goes back on it until the closing, and finds her dossier where it stood, with its receipt", async () => {
      const her = await comesIn(person);
      const page = await her.open(at);
      match(plain(page.text), /Vous pouvez revenir sur ce retrait jusqu’au dimanche 28 mars 2027/);
      equal((await her.sendFrom(page, `${at}/revenir`, {})).location, at);
      // Whoever comes back lands on where they stand, which leads to it.
      const back = visitor(app, `/${SCHOOL}`);
      const entered = await back.fill("/connexion", { address: "maud@exemple.fr", password: PASSWORD });
      equal((await back.open(entered.location!)).location, "/mon-parcours");
      match((await back.open("/mon-parcours")).text, new RegExp(`href="/${SCHOOL}${at}"`));
      equal((await back.open("/compte")).status, 200);
      match(plain((await her.open(at)).text), /Déposé .*Récépissé/);
    });

    it("is told that it is for good once applications closed, and finds no way back", async () => {
      now = new Date("2027-03-28T22:00:00Z");
      const her = await comesIn(person);
      const page = await her.open(`${at}/retirer`);
      match(plain(page.text), /ce retrait est définitif/);
      await her.sendFrom(page, `${at}/retirer`, {});
      const after = await her.open(at);
      match(plain(after.text), /Candidature retirée/);
      doesNotMatch(after.text, /revenir sur ce retrait/);
      const attempt = newAttempt();
      const request = { actor: candidate(world, person), establishment: SCHOOL, input: { dossier }, attempt };
      equal((await perform(world, resumeDossier, request)).kind, "invalid");
    });

    it("is never a program, and neither is who takes back or goes back on it", async () => {
      const own = candidate(world, person) as Extract<Actor, { kind: "account" }>;
      const actor: Actor = { ...own, token: { id: own.session, reach: "all" } };
      for (const act of [withdrawDossier, takeBackDossier, resumeDossier]) {
        const outcome: Outcome<unknown> = await perform(world, act as Act, {
          actor,
          establishment: SCHOOL,
          input: { dossier },
          attempt: newAttempt(),
        });
        deepEqual(outcome, { kind: "forbidden", why: "binds" }, act.name);
      }
    });
  });
});
