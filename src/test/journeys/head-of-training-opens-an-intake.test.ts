/** A head of training opens an intake, from signing in to the page that candidates read, without a script. */
import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { PROVEN_TABLES } from "../../house/house.ts";
import { generatedCode } from "../../people/rules/one-time-code.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";
import { giveRoles, makeAccount, PASSWORD } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { date, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const ADDRESS = "dominique@exemple.fr";

describe("a head of training", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let he: Visitor;
  let anybody: Visitor;
  let at = "";
  let now = new Date("2026-11-25T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const person = await makeAccount(world, { name: "Dominique", address: ADDRESS });
    await giveRoles(world, person, ["head-of-training"]);
    he = visitor(app, "/faire-ess");
    anybody = visitor(app, "/faire-ess");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const shown = async (path: string, who = he) => plain((await who.open(path)).text);

  it("comes to work with two proofs, and finds the intakes in his account", async () => {
    equal((await he.open("/campagnes")).status, 303);
    await he.fill("/connexion", { address: ADDRESS, password: PASSWORD });
    const path = "/compte/preuves/application?vers=%2Ffaire-ess%2Fcampagnes";
    await he.fill(path, { do: "begin" });
    const secret = /<p class="code spelled">([A-Z2-7 ]+)<\/p>/
      .exec((await he.open(path)).text)![1]!
      .replaceAll(" ", "");
    await he.fill(path, { code: generatedCode(secret, now), label: "téléphone" });
    match(await shown("/compte"), /Campagnes.*Dates, places, frais et pièces/);
    match(await shown("/campagnes"), /Il n’y a encore aucune campagne/);
    match(await shown("/deis", anybody), /Les candidatures ne sont pas ouvertes/);
  });

  it("prepares one: what the law and the school’s page say is in it, and all that is missing is listed", async () => {
    const prepared = await he.fill("/campagnes", { diploma: "deis" });
    at = prepared.location!.replace("/reglages", "");
    const settings = (await he.open(prepared.location!)).text;
    match(settings, /name="fee-file-fee" value="50"/);
    match(settings, /name="fee-interview-fee" value="110"/);
    match(plain(settings), /Texte de présentation du parcours professionnel, toujours, de 8 à 10 pages/);
    const text = await shown(at);
    match(text, /8 réglages manquent ou ne tiennent pas/);
    match(text, /La durée de validité d’une admission manque : le règlement d’admission doit la fixer/);
    ok(!text.includes("Ouvrir la campagne"));
    match(await shown(`${at}/ouvrir`), /Elle ne peut pas encore être ouverte/);
  });

  const minute = (name: string, day: number, month: number, year: number, time: string) => ({
    ...date(name, day, month, year),
    [`${name}-time`]: time,
  });
  const whole = {
    labelFr: "Rentrée de septembre 2027",
    labelEn: "September 2027 intake",
    ...date("entryOn", 13, 9, 2027),
    ...minute("opens", 25, 11, 2026, "10h"),
    ...minute("closes", 28, 3, 2027, "23 h 59"),
    ...date("interviewsFrom", 10, 5, 2027),
    ...date("interviewsTo", 21, 5, 2027),
    ...date("decidesBy", 30, 6, 2027),
    places: "24",
    waiting: "ranked",
    most: "10",
    "fee-file-fee": "50",
    "fee-interview-fee": "110,00",
    "interview-preparation-minutes": "40",
    "interview-interview-minutes": "30",
    "piece-1-key": "relief-requests",
    "piece-1-fr": "Justificatifs d’allègement",
    "piece-1-en": "Proof for an allègement",
    "piece-1-needed": "relief",
    "piece-1-many": "yes",
    "piece-2-fr": "Lettre de l’employeur",
    "piece-2-en": "Letter of the employer",
    "piece-2-needed": "optional",
    "piece-2-many": "no",
    pagesOutside: "explain",
    validity: "this",
    appealFr: "On écrit à la direction dans les deux mois.",
    appealEn: "One writes to the direction within two months.",
  };

  it("is told beside each field what cannot be read, and loses nothing of what he typed", async () => {
    const refused = await he.fill(`${at}/reglages`, { ...whole, "closes-time": "25h", places: "beaucoup" });
    equal(refused.status, 422);
    match(plain(refused.text), /Donnez une heure, par exemple 23:59/);
    match(refused.text, /value="beaucoup"/);
    match(refused.text, /value="Lettre de l’employeur"/);
  });

  it("hears that an hour does not exist on the day clocks go forward", async () => {
    await he.fill(`${at}/reglages`, { ...whole, "closes-time": "2:30" });
    match(await shown(at), /1 réglage manque ou ne tient pas/);
    match(await shown(at), /les horloges passent à l’heure d’été : 2 h 30 n’existe pas/);
  });

  it("completes it in one page, reads everything once more, and opens it", async () => {
    const saved = await he.fill(`${at}/reglages`, whole);
    match(saved.location!, /fait=enregistree/);
    match(await shown(at), /Tout y est/);
    match(await shown(`${at}/apercu`), /Le candidat a 40 minutes pour analyser/);
    const confirmation = await he.open(`${at}/ouvrir`);
    match(plain(confirmation.text), /Ouvrir : les candidatures commenceront le mercredi 25 novembre 2026 à 10 h/);
    const opened = await he.sendFrom(confirmation, `${at}/ouvrir`, {});
    match(opened.location!, /fait=ouverte/);
    match(await shown(at), /État Annoncée/);
  });

  it("has the diploma’s page announce it, then say that it is open, until when by which clock", async () => {
    match(await shown("/deis", anybody), /Rentrée de septembre 2027 : les candidatures ouvriront bientôt/);
    now = new Date("2026-11-25T09:00:00Z");
    const text = await shown("/deis", anybody);
    match(text, /les candidatures sont ouvertes/);
    match(text, /jusqu’au dimanche 28 mars 2027 à minuit \(23 h 59\) ?, heure de Paris/);
    match(text, /24 places/);
    ok(!text.includes("Le nombre de places n’est pas publié"));
    const terms = `/deis${at.replace("campagnes", "campagne")}`;
    match(await shown(terms, anybody), /Total 160,00 €/);
    // The school’s file says of no address at which its admission rules are read: the page does not say that they are.
    doesNotMatch(await shown(terms, anybody), /règlement d’admission/i);
    match(await shown(terms, anybody), /Lettre de l’employeur ?, facultative/);
    match(await shown("/deis/dossier", anybody), /Rentrée de septembre 2027/);
    // The school's home says the same, before all else, and knows when that entry is.
    const home = await shown("", anybody);
    match(home, /les candidatures sont ouvertes On peut déposer sa candidature jusqu’au dimanche 28 mars 2027/);
    ok(home.indexOf("les candidatures sont ouvertes") < home.indexOf("Deux questions"));
    match(home, /La prochaine rentrée, le \d+ septembre 2027, vient après ce jour/);
    ok(!home.includes("La date de la prochaine rentrée n’est pas publiée"));
  });

  it("prolongs it with a reason, cannot shorten it, and every change is kept", async () => {
    const change = (fields: object) =>
      he.fill(`${at}/modifier`, {
        ...date("decidesBy", 30, 6, 2027),
        ...date("interviewsFrom", 10, 5, 2027),
        ...date("interviewsTo", 21, 5, 2027),
        places: "24",
        ...fields,
      });
    // An hour has passed since he signed in.
    const asked = await change({ ...minute("closes", 1, 3, 2027, "23:59"), reason: "trop de monde" });
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    const shorter = await he.sendFrom(asked, `${at}/modifier`, { "again-password": PASSWORD });
    equal(shorter.status, 422);
    match(plain(shorter.text), /La clôture ne peut plus être avancée/);
    const without = await change({ ...minute("closes", 11, 4, 2027, "23:59"), reason: "" });
    match(plain(without.text), /Dites pourquoi/);
    const longer = await change({ ...minute("closes", 11, 4, 2027, "23:59"), reason: "grève des transports" });
    match(longer.location!, /fait=modifiee/);
    const text = await shown(at);
    match(
      text,
      /grève des transports.*Clôture avant dimanche 28 mars 2027 23 h 59, à présent dimanche 11 avril 2027 23 h 59/,
    );
    match(await shown("/deis", anybody), /jusqu’au dimanche 11 avril 2027/);
  });

  it("prepares the next year’s from it: nothing is lost, and what must be read again is marked", async () => {
    const page = await he.open(at);
    const [, from] = /name="from" value="([^"]+)"/.exec(page.text)!;
    const next = await he.sendFrom(page, "/campagnes", { diploma: "deis", from: from! });
    const settings = (await he.open(next.location!)).text;
    match(settings, /value="Rentrée de septembre 2028"/);
    match(settings, /name="closes-day" value="9"/);
    match(settings, /value="Lettre de l’employeur"/);
    match(plain(settings), /à vérifier.*Clôture – Repris d’une autre campagne : je l’ai vérifié/);
    match(
      await shown(next.location!.replace("/reglages", "")),
      /Repris d’une autre campagne : à relire, puis à cocher/,
    );
  });

  it("leaves a colleague of the admissions reading, and nobody outside", async () => {
    const colleague = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    const her = visitor(app, "/faire-ess");
    await her.fill("/connexion", { address: colleague.address, password: PASSWORD });
    equal((await her.open(at)).status, 403);
    await giveRoles(world, colleague, ["admission-officer"]);
    equal((await her.open(at)).status, 303, "a second proof is asked for");
    equal((await anybody.open(at)).status, 303);
  });

  it("leaves a record that verifies", async () => {
    const checked = await verifyAudit(world.db, {
      establishment: "faire-ess",
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    equal(checked.tampered.length, 0);
  });
});
