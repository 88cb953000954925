/** A candidate applies, in several sittings, without a script. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { PROVEN_TABLES } from "../../house/house.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";
import { ON_THE_SHORT_DAY, openedIntake } from "../intakes.ts";
import { pdf } from "../sent-files.ts";
import { testWorldOf } from "../server.ts";
import { signedIn } from "../signed-in.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";
const aPdf = (comment: string, pages = 1) => pdf({ comment, pages }).toString("latin1");

describe("a candidate", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let her: Visitor;
  let now = new Date("2026-11-25T20:00:00Z");
  let dossier = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    her = visitor(app, `/${SCHOOL}`);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const signIn = async (who: Visitor, address: string) => {
    const { cookie } = await signedIn(world, address, SCHOOL);
    const [name, value] = cookie.split("=") as [string, string];
    who.cookies.set(name, value);
  };

  it("is told that no intake is open, and what she can already do", async () => {
    match((await her.open("/deis/dossier")).text, /Les candidatures ne sont pas ouvertes en ce moment/);
  });

  it("finds the intake, its closing to the minute and the school’s clock, and is asked to sign in", async () => {
    await openedIntake(world, ON_THE_SHORT_DAY);
    const text = plain((await her.open("/deis/dossier")).text);
    match(text, /28 mars 2027 à minuit \(23.h.59\)/);
    match(text, /il est.: 25 novembre 2026 à 21.h.00/);
    match(text, /Se connecter ou créer un compte/);
  });

  it("begins from the answers of the public check, which become her dossier", async () => {
    await her.fillAll([
      [
        "/deis/candidater/titres",
        { choice: "title:DEASS", "awarded-day": "27", "awarded-month": "6", "awarded-year": "2017" },
      ],
    ]);
    await signIn(her, "claire@exemple.fr");
    const begun = await her.fill("/deis/dossier", {});
    equal(begun.status, 303);
    dossier = begun.location!;
    const tasks = await her.open(dossier);
    match(tasks.text, /Dossier D-2026-000001/);
    match(tasks.text, /n’est pas encore envoyé/);
    match(plain((await her.open(`${dossier}/titres`)).text), /27 juin 2017/);
  });

  it("finds the same dossier again from another device", async () => {
    const phone = visitor(app, `/${SCHOOL}`);
    await phone.fill("/connexion", { address: "claire@exemple.fr", password: "trois chats et un tambour" });
    const { text } = await phone.open("/deis/dossier");
    match(text, /Reprendre mon dossier/);
    ok(text.includes(`href="/${SCHOOL}${dossier}"`));
  });

  it("leaves a page half filled, with a day that does not exist: all is kept, and she is told", async () => {
    const sent = await her.fillFaulty(`${dossier}/partie/identity`, {
      birthName: "Durand",
      givenNames: "",
      "bornOn-day": "31",
      "bornOn-month": "2",
      "bornOn-year": "1985",
    });
    match(sent.text, /Ce que vous avez écrit est enregistré/);
    match(sent.text, /Écrivez tous vos prénoms/);
    const again = await her.open(`${dossier}/partie/identity`);
    match(again.text, /value="Durand"/);
    match(again.text, /name="bornOn-day" value="31"/);
    match((await her.open(dossier)).text, /Il y a un problème/);
  });

  it("mends it, and chooses her commune of birth among those of its name, without knowing a code", async () => {
    const identity = {
      birthName: "Durand",
      givenNames: "Claire Marie",
      sex: "F",
      "bornOn-day": "28",
      "bornOn-month": "février",
      "bornOn-year": "1985",
      birthCountry: "FR",
      birthCommune: "st denis",
    };
    equal((await her.fill(`${dossier}/partie/identity`, identity)).location, `${dossier}/commune`);
    const asked = await her.open(`${dossier}/commune`);
    match(plain(asked.text), /Saint-Denis \(La Réunion\) Saint-Denis \(Seine-Saint-Denis\)/);
    match((await her.sendFrom(asked, `${dossier}/commune`, {})).text, /Choisissez la commune/);
    const lost = await her.sendFrom(asked, `${dossier}/commune`, { commune: "none", other: "Saint-Truc (Gard)" });
    equal(lost.location, `${dossier}/suite`);
    equal((await her.open(`${dossier}/suite`)).location, `${dossier}/partie/contact`, "straight to the next part");
    match((await her.open(`${dossier}/partie/identity`)).text, /value="Saint-Truc \(Gard\)"/);
    await her.sendFrom(asked, `${dossier}/commune`, { do: "search", search: "saint denis réunion" });
    const again = await her.open(`${dossier}/commune`);
    const choice = "97411 Saint-Denis (La Réunion)";
    equal((await her.sendFrom(again, `${dossier}/commune`, { commune: choice })).location, `${dossier}/suite`);
    match(plain((await her.open(`${dossier}/deposer`)).text), /Saint-Denis \(La Réunion\), code Insee 97411/);
    // Several towns share the first postcode; the second is that of one.
    const contact = { phone: "06 12 34 56 78", street: "1 rue de l’Exemple", postcode: "34000", city: "" };
    const shared = await her.fillFaulty(`${dossier}/partie/contact`, { ...contact, postcode: "34160", country: "FR" });
    match(shared.text, /Écrivez votre ville/);
    match(shared.text, /<option value="Castries">/);
    const wrong = { ...contact, postcode: "75011", city: "Montpellier", country: "FR" };
    match(
      plain((await her.fillFaulty(`${dossier}/partie/contact`, wrong)).text),
      /Montpellier n’est pas une ville du code postal 75011 : c’est celui de Paris/,
    );
    match((await her.fillFaulty(`${dossier}/partie/contact`, { ...wrong, postcode: "3400" })).text, /cinq chiffres/);
    equal((await her.fill(`${dossier}/partie/contact`, { ...contact, country: "FR" })).location, `${dossier}/suite`);
    match((await her.open(`${dossier}/partie/contact`)).text, /name="city" value="Montpellier"/);
  });

  it("with two tabs open, is shown both values of what differs, and chooses", async () => {
    const first = await her.open(`${dossier}/partie/contact`);
    const values = {
      phone: "06 00 00 00 00",
      street: "1 rue de l’Exemple",
      postcode: "34200",
      city: "Sète",
      country: "FR",
    };
    await her.fill(`${dossier}/partie/contact`, { ...values, phone: "07 11 11 11 11" });
    const late = await her.sendFrom(first, `${dossier}/partie/contact`, values);
    equal(late.status, 409);
    match(late.text, /Ce que vous venez d’écrire.: 06 00 00 00 00/);
    match(late.text, /Ce qui est enregistré.: 07 11 11 11 11/);
    ok(!/pick-city/.test(late.text), "what is the same is not asked");
    await her.sendFrom(late, `${dossier}/partie/contact/accorder`, { "pick-phone": "stored" });
    match((await her.open(`${dossier}/partie/contact`)).text, /07 11 11 11 11/);
  });

  it("says the rest: experience, who pays, and nothing that no longer matters", async () => {
    const fill = async (step: string, fields: Parameters<Visitor["fill"]>[1]) => {
      const sent = await her.fill(`${dossier}/${step}`, fields);
      equal(sent.status, 303, `${step}: ${sent.text}`);
      return sent.location;
    };
    equal(await fill("titres", {}), `${dossier}/suite`);
    const work = {
      "from-day": "1",
      "from-month": "9",
      "from-year": "2017",
      ongoing: "yes",
      share: "full",
      field: "social-intervention",
    };
    equal(await fill("experience", work), `${dossier}/suite`);
    match((await her.open(`${dossier}/resultat`)).location ?? "", /cursus/);
    await fill("cursus", { track: "deis" });
    await fill("financement", { rest: "personal" });
    const effect = await her.open(`${dossier}/resultat`);
    equal(effect.status, 200);
    match(effect.text, /href="[^"]*\/suite"[^>]*>Continuer/);
    equal(await fill("partie/accommodations", { needed: "no" }), `${dossier}/suite`);
  });

  it("is not let to submit while a piece is missing", async () => {
    match((await her.open(`${dossier}/deposer`)).text, /ne peut pas encore être déposé/);
  });

  it("sends her files, of which one is none: the others are kept", async () => {
    const path = `${dossier}/piece/proof-of-title`;
    const sent = await her.sendFiles(path, [
      ["diplome.pdf", aPdf("diploma")],
      ["page.html", "<script>alert(1)</script>"],
    ]);
    equal(sent.status, 422);
    match(sent.text, /page\.html – Ce fichier n’est ni un PDF ni une photo/);
    match((await her.open(path)).text, /diplome\.pdf/);
    for (const piece of ["proof-of-experience", "cv", "personal-text"])
      equal(
        (await her.sendFiles(`${dossier}/piece/${piece}`, [["a.pdf", aPdf(piece, piece === "personal-text" ? 9 : 1)]]))
          .status,
        303,
      );
  });

  it("replaces the one file of a piece that takes one", async () => {
    await her.sendFiles(`${dossier}/piece/cv`, [["autre.pdf", aPdf("other", 2)]]);
    const { text } = await her.open(`${dossier}/piece/cv`);
    match(text, /autre\.pdf/);
    ok(!text.includes(">a.pdf<"));
  });

  it("reads everything again, is asked to certify, and submits by an act of its own", async () => {
    const page = await her.open(`${dossier}/deposer`);
    match(page.text, /Claire Marie/);
    match(plain(page.text), /28 février 1985/);
    match(page.text, /autre\.pdf/);
    match((await her.sendFrom(page, `${dossier}/deposer`, {})).text, /Cochez la case/);
    const sent = await her.sendFrom(page, `${dossier}/deposer`, { agreed: "yes" });
    equal(sent.location, `${dossier}/recepisse/D-2026-000001-1`);
    const receipt = await her.open(sent.location);
    match(receipt.text, /Récépissé D-2026-000001-1/);
    ok(!/[0-9a-f]{64}/.test(receipt.text), "the PDF alone bears fingerprints");
  });

  it("does it once, however often the button is pressed", async () => {
    equal((await her.open(`${dossier}/deposer`)).location, dossier);
    const { text } = await her.open(dossier);
    equal(text.match(/recepisse\//g)!.length, 2);
  });

  it("is told, before she takes it back, what that changes, and nothing is changed until she says so", async () => {
    const shown = await her.open(dossier);
    match(shown.text, new RegExp(`<a [^>]*href="[^"]*${dossier}/reprendre"[^>]*>Reprendre pour corriger`));
    const asked = await her.open(`${dossier}/reprendre`);
    const said = plain(asked.text);
    match(
      said,
      /il n’est plus déposé : l’établissement ne l’examine plus tant que vous ne l’avez pas déposé à nouveau/,
    );
    match(said, /Déposez-le à nouveau au plus tard le .*28 mars 2027/);
    match(said, /attendra alors son tour d’après le jour du nouveau dépôt/);
    match(said, /frais de sélection ne sont pas demandés une seconde fois. Ceux qui restent à payer le restent/);
    match(said, /Le laisser déposé/);
    match((await her.open(dossier)).text, /Déposé/);
    equal((await her.open(`${dossier}/deposer`)).location, dossier);
  });

  it("cannot change what was handed in, takes it back, corrects it, and submits again; both receipts stay", async () => {
    match((await her.open(`${dossier}/partie/contact`)).text, /n’est pas ouverte/);
    equal((await her.fill(`${dossier}/reprendre`, {})).location, dossier);
    const values = {
      phone: "06 22 22 22 22",
      street: "2 rue de l’Exemple",
      postcode: "34200",
      city: "Sète",
      country: "FR",
    };
    equal((await her.fill(`${dossier}/partie/contact`, values)).status, 303);
    const sent = await her.fill(`${dossier}/deposer`, { agreed: "yes" });
    equal(sent.location, `${dossier}/recepisse/D-2026-000001-2`);
    const { text } = await her.open(dossier);
    match(text, /D-2026-000001-1/);
    match(text, /D-2026-000001-2/);
  });

  it("is nobody else’s to see, to change or to submit", async () => {
    const other = visitor(app, `/${SCHOOL}`);
    await signIn(other, "autre@exemple.fr");
    for (const page of ["", "/partie/identity", "/piece/cv", "/deposer", "/recepisse/D-2026-000001-1", "/retirer"])
      equal((await other.open(dossier + page)).status, 404, page);
    const own = await her.open(`${dossier}/retirer`);
    await other.sendFrom(own, `${dossier}/retirer`, {});
    match((await her.open(dossier)).text, /Déposé/);
  });

  it("after the closing can no longer take it back; a newcomer’s attempt is recorded as late", async () => {
    now = new Date("2027-03-28T22:00:00Z");
    her.cookies.delete("livret_session");
    await her.fill("/connexion", { address: "claire@exemple.fr", password: "trois chats et un tambour" });
    equal((await her.open(`${dossier}/reprendre`)).location, dossier);
    await her.sendFrom(await her.open(`${dossier}/retirer`), `${dossier}/reprendre`, {});
    match((await her.open(dossier)).text, /Déposé/);
  });

  it("withdraws, after being asked whether she means it", async () => {
    const page = await her.open(`${dossier}/retirer`);
    match(page.text, /Retirer votre candidature/);
    await her.sendFrom(page, `${dossier}/retirer`, {});
    match((await her.open(dossier)).text, /Candidature retirée/);
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
