/** The file of passages: held against its schema for holders of every kind, and the same bytes for the same facts. */
import { equal, match, notEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { countryNames } from "../../../kit/country.ts";
import type { Contents } from "../../../dossier/rules/sections.ts";
import { holderOf } from "../rules/holder.ts";
import type { Passage } from "../rules/reported.ts";
import { passagesFault } from "./valid.ts";
import { passagesXml, stampIn } from "../rules/xml.ts";

const HEAD = {
  id: "0198c0de-0000-7000-8000-000000000001",
  emitter: "ABCD1234",
  stamp: "2030-07-01T11:00:00+02:00",
  client: "CERT0001",
  contract: "MCFCER000001",
};
const CLAIRE: Contents = {
  birthName: "D’Aumont",
  usedName: "Lefèvre",
  givenNames: "Claire-Élise, Marie Anne, Zoé, Quatrième",
  sex: "F",
  bornOn: "1988-02-28",
  birthCountry: "FR",
  birthCommune: "34172 Montpellier (Hérault)",
};

function passage(identity: Contents, more: Partial<Passage> = {}): Passage {
  const found = holderOf(identity);
  ok("holder" in found, JSON.stringify(found));
  return {
    name: "0198c0de-0000-7000-8000-000000000002",
    code: "RNCP39644",
    depositor: "TIERS_CONFIANCE",
    awardedOn: "2029-06-27",
    access: "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION",
    route: null,
    initiative: "CERTIFIE",
    holder: found.holder,
    ...more,
  };
}
const valid = async (...passages: Passage[]) => equal(await passagesFault(passagesXml(HEAD, passages)), undefined);

describe("the file of passages", () => {
  it("names a person born in France by the commune, three given names and the apostrophe of the civil register", async () => {
    const xml = passagesXml(HEAD, [passage(CLAIRE)]);
    equal(await passagesFault(xml), undefined);
    match(xml, /<cpf:nomNaissance>D'Aumont<\/cpf:nomNaissance>\n\s*<cpf:nomUsage>Lefèvre</);
    match(xml, /<cpf:prenom1>Claire-Élise<[^]*<cpf:prenom2>Marie Anne<[^]*<cpf:prenom3>Zoé</);
    match(xml, /<cpf:codeInseeNaissance>\s*<cpf:codeInsee>34172<[^]*<cpf:libelleCommuneNaissance>Montpellier</);
    match(xml, /<cpf:dateDebutValidite>2029-06-27<\/cpf:dateDebutValidite>\s*<cpf:dateFinValidite xsi:nil="true"\/>/);
    ok(!xml.includes("Quatrième") && !/nir|identifiantNational/i.test(xml));
  });

  it("names a person born elsewhere by the country’s code, with no postcode, and a month that the register does not know by nothing", async () => {
    const abroad = passage({ ...CLAIRE, usedName: "", birthCountry: "DZ", birthCommune: "", birthCity: "Tizi Ouzou" });
    const unknown = { ...abroad, access: null, initiative: null, holder: { ...abroad.holder, month: null, day: null } };
    const xml = passagesXml(HEAD, [unknown]);
    equal(await passagesFault(xml), undefined);
    match(xml, /<cpf:nomUsage xsi:nil="true"\/>/);
    match(xml, /<cpf:codePostal xsi:nil="true"\/>/);
    match(xml, /<cpf:libelleCommuneNaissance>Tizi Ouzou<[^]*<cpf:codePaysNaissance>352<[^]*>Algérie</);
    match(xml, /<cpf:moisNaissance xsi:nil="true"\/>\s*<cpf:jourNaissance xsi:nil="true"\/>/);
    match(xml, /<cpf:modaliteAcces xsi:nil="true"\/>/);
  });

  it("says by which route somebody came whose experience was validated", () =>
    valid(passage(CLAIRE, { access: "VAE", route: "VAE_CLASSIQUE" })));

  it("puts each passage under its certification, once", async () => {
    const all = [passage(CLAIRE), passage(CLAIRE, { code: "RNCP1" }), passage(CLAIRE)];
    await valid(...all);
    const xml = passagesXml(HEAD, all);
    equal(xml.match(/<cpf:certification>/g)!.length, 2);
    equal(xml.match(/<cpf:passageCertification>/g)!.length, 3);
  });

  it("is stamped with the offset of the zone, in summer, in winter and overseas, since «Z» is refused", async () => {
    equal(stampIn(new Date("2030-07-01T09:00:00.900Z"), "Europe/Paris"), "2030-07-01T11:00:00+02:00");
    equal(stampIn(new Date("2030-12-31T23:30:05Z"), "Europe/Paris"), "2031-01-01T00:30:05+01:00");
    equal(stampIn(new Date("2030-07-01T09:00:00Z"), "America/Martinique"), "2030-07-01T05:00:00-04:00");
    const stamped = (stamp: string) => passagesFault(passagesXml({ ...HEAD, stamp }, [passage(CLAIRE)]));
    equal(await stamped("2030-07-01T05:00:00-04:00"), undefined);
    match((await stamped("2030-07-01T09:00:00Z"))!, /horodatage/);
  });

  it("is refused by the schema where a value is not of its kind", async () => {
    const faulty = [
      { access: "FORMATION" },
      { depositor: "ECOLE" },
      { initiative: "POLE" },
      { awardedOn: "27/06/2029" },
      { name: "" },
      { holder: { ...passage(CLAIRE).holder, birthName: "x".repeat(61) } },
      { holder: { ...passage(CLAIRE).holder, insee: "3417" } },
      { holder: { ...passage(CLAIRE).holder, year: 1899 } },
    ];
    for (const more of faulty)
      notEqual(await passagesFault(passagesXml(HEAD, [passage(CLAIRE, more)])), undefined, JSON.stringify(more));
    for (const more of [{ client: "COURT" }, { contract: "x".repeat(21) }, { emitter: "" }, { id: "" }])
      notEqual(await passagesFault(passagesXml({ ...HEAD, ...more }, [passage(CLAIRE)])), undefined);
    match((await passagesFault("<flux/>"))!, /flux/);
  });

  it("is valid for every person of whom nothing lacks, whatever was typed", async () => {
    await passagesFault("<flux/>");
    const typed = fc.string({ unit: "binary", maxLength: 80 });
    const identity = fc.record({
      birthName: typed,
      usedName: typed,
      givenNames: typed,
      sex: fc.constantFrom("F", "M", ""),
      bornOn: fc.constantFrom("1960-01-01", "2001-12-31", "1988-02-28", "1988-02-30", ""),
      birthCountry: fc.constantFrom("FR", "RE", ...countryNames("fr").map(({ code }) => code)),
      birthCommune: fc.constantFrom(
        "34172 Montpellier (Hérault)",
        "2A004",
        "? Saint-Truc",
        "97411 Saint-Denis",
        "34172",
        "",
      ),
      birthCity: typed,
    });
    let complete = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(identity, { minLength: 1, maxLength: 3 }), async (people) => {
        const passages = people.filter((one) => "holder" in holderOf(one)).map((one) => passage(one));
        complete += passages.length;
        if (passages.length === 0) return;
        const xml = passagesXml(HEAD, passages);
        equal(await passagesFault(xml), undefined);
        equal(passagesXml(HEAD, JSON.parse(JSON.stringify(passages)) as Passage[]), xml);
      }),
      { numRuns: 400 },
    );
    ok(complete > 100, String(complete));
  });
});
