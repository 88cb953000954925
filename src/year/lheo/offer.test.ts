/** The offer in the terms of LHÉO 2.3: what a whole file says, what each thing that is missing is called, and that the schema agrees. */
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Law } from "../../law/law.ts";
import { loadLaws, lawOf } from "../../law/load.ts";
import { DIPLOMA, inventedLaw, SCHOOL } from "../../test/invented.ts";
import { laws } from "../../test/law-world.ts";
import { AT, childrenOf, COHORT, INTAKE, offeringLaw, placesIn, replaced, wholeOffer } from "../../test/offers.ts";
import { offerFault } from "./documents/valid.ts";
import { type ElementName, FORMAT } from "./rules/format.ts";
import { faultsOf, type Offered, offerOf } from "./rules/offer.ts";
import { countOf, faultsIn, linesOf, writtenXml } from "./rules/tree.ts";

const FIRST = "lheo/offres/formation[1]";

function faults(offered: Offered): string[] {
  return faultsOf(offerOf(offered)).map(({ fault, path }) => (fault === "missing" ? path : `${path} ${fault}`));
}

/** What a file says of an element, in its order. */
function said(offered: Offered, element: ElementName): string[] {
  return linesOf(offerOf(offered).root).flatMap((line) => (line.element === element ? [line.value] : []));
}

const changed = (change: (law: Law) => Law): Offered => wholeOffer({ laws: [change(offeringLaw())] });
const school = (change: Partial<Law["school"]>) => changed((law) => ({ ...law, school: { ...law.school, ...change } }));
const lheo = (key: string) =>
  changed((law) => {
    const { [key as "path"]: _gone, ...left } = law.school.lheo!;
    return { ...law, school: { ...law.school, lheo: left } };
  });
const establishment = (change: Partial<Law["establishment"]>) =>
  changed((law) => ({ ...law, establishment: { ...law.establishment, ...change } }));

describe("an offer that says everything", () => {
  it("has no fault, and is valid by the schema", async () => {
    deepEqual(faults(wholeOffer()), []);
    equal(await offerFault(writtenXml(offerOf(wholeOffer()).root)), undefined);
  });

  it("has a formation of the diploma, an action for each track, a session for each cohort", () => {
    const { root } = offerOf(wholeOffer());
    deepEqual([countOf(root, "formation"), countOf(root, "action"), countOf(root, "session")], [1, 2, 2]);
    deepEqual(said(wholeOffer(), "code-RNCP"), ["RNCP39644"]);
    deepEqual(said(wholeOffer(), "code-NSF"), ["332"]);
    deepEqual(said(wholeOffer(), "code-FORMACODE"), ["44072"]);
    deepEqual(said(wholeOffer(), "code-ROME"), ["K1802"]);
  });

  it("says the whole price of each track, the price of an hour, and the hours in the school and in the field", () => {
    deepEqual(said(wholeOffer(), "prix-horaire-TTC"), ["21.00", "21.00"]);
    // 50 + 110 + 700 × 21; with the master’s degree, 3 × 340 more.
    deepEqual(said(wholeOffer(), "prix-total-TTC"), ["14860.00", "15880.00"]);
    deepEqual(said(wholeOffer(), "nombre-heures-centre"), ["700", "700"]);
    deepEqual(said(wholeOffer(), "nombre-heures-entreprise"), ["175", "175"]);
    deepEqual(said(wholeOffer(), "nombre-heures-total"), ["875", "875"]);
  });

  it("names the funders by the codes of the school’s file, each once", () => {
    deepEqual(said(wholeOffer(), "code-financeur"), ["5", "16", "17", "10", "5", "16", "17", "10"]);
  });

  it("says the days of the cohort and of the inscription without hyphens", () => {
    deepEqual(said(wholeOffer(), "debut").slice(0, 2), ["20270906", "20261201"]);
    deepEqual(said(wholeOffer(), "fin").slice(0, 2), ["20290629", "20270331"]);
  });

  it("says whether a session is open by the minute of its intake, and nothing before it opens", () => {
    const state = (at: string) => said(wholeOffer({ at: new Date(at) }), "etat-recrutement")[0];
    equal(state("2026-12-01T07:59:59Z"), undefined);
    equal(state("2026-12-01T08:00:00Z"), "1");
    equal(state("2027-03-31T21:59:00Z"), "1");
    equal(state("2027-03-31T21:59:01Z"), "2");
    deepEqual(said(wholeOffer({ intakes: [] }), "etat-recrutement"), []);
  });

  it("is one session for the rounds of applications that lead to one day: suspended between them", () => {
    const second = {
      ...INTAKE,
      id: "00000000-0000-7000-8000-000000000003",
      opensOn: "2027-05-01",
      closesOn: "2027-06-30",
      opensAt: new Date("2027-05-01T08:00:00Z"),
      closesAt: new Date("2027-06-30T21:59:00Z"),
    };
    const at = (day: string) => {
      const offered = wholeOffer({ intakes: [second, INTAKE], at: new Date(`${day}T12:00:00Z`) });
      return [
        countOf(offerOf(offered).root, "session"),
        said(offered, "etat-recrutement")[0],
        said(offered, "debut")[1],
      ];
    };
    deepEqual(at("2026-11-15"), [2, undefined, "20261201"]);
    deepEqual(at("2027-02-01"), [2, "1", "20261201"]);
    deepEqual(at("2027-04-15"), [2, "3", "20270501"]);
    deepEqual(at("2027-06-01"), [2, "1", "20270501"]);
    deepEqual(at("2027-07-15"), [2, "2", "20270501"]);
    equal(faults(wholeOffer({ intakes: [second, INTAKE], cohorts: [] })).length, 2);
  });

  it("writes its elements in the order of the format, whatever the order they were said in", async () => {
    const { root } = offerOf(wholeOffer());
    const formation = root.inside![0]!.inside![0]!;
    const turned = replaced(root, formation, { ...formation, inside: formation.inside!.toReversed() });
    equal(await offerFault(writtenXml(turned)), undefined);
  });
});

describe("an element that is taken away", () => {
  it("is missing by its path if it must be there, and the schema agrees for each of them", async () => {
    const { root } = offerOf(wholeOffer());
    const told: string[] = [];
    for (const { element, inside, path } of placesIn(root)) {
      const [, least] = childrenOf(inside.name).find(([name]) => name === element.name)!;
      const same = inside.inside!.filter(({ name }) => name === element.name).length;
      const spoiled = replaced(root, element, undefined);
      const found = faultsIn(spoiled);
      const judged = await offerFault(writtenXml(spoiled));
      if (same > least) {
        deepEqual(found, [], path);
        equal(judged, undefined, path);
      } else {
        deepEqual(
          found.map((one) => [one.fault, one.path]),
          [["missing", path.replace(/\[1\]$/, "")]],
          path,
        );
        notEqual(judged, undefined, path);
        told.push(path);
      }
    }
    equal(told.length, 84);
  });

  it("is found by the schema and by the house alike where a text is empty, too long or no code of its table", async () => {
    const { root } = offerOf(wholeOffer());
    for (const { element, path } of placesIn(root)) {
      if (element.value === undefined) continue;
      const format = FORMAT[element.name];
      const wrong = "table" in format ? ["99", ""] : ["", "x".repeat(5_000)];
      for (const value of wrong) {
        const spoiled = replaced(root, element, { ...element, value });
        deepEqual(
          faultsIn(spoiled).map((one) => one.path),
          [path],
          `${path} ${value.slice(0, 5)}`,
        );
        notEqual(await offerFault(writtenXml(spoiled)), undefined, `${path} ${value.slice(0, 5)}`);
      }
    }
  });
});

describe("what no file and no cohort says", () => {
  const cases: Readonly<Record<string, readonly [Offered, readonly string[]]>> = {
    "its numbers": [
      establishment({ legal: {} }),
      [
        `${FIRST}/organisme-formation-responsable/numero-activite`,
        `${FIRST}/organisme-formation-responsable/SIRET-organisme-formation/SIRET`,
      ],
    ],
    "its rhythm": [
      school({ teaching: {} }),
      [`${FIRST}/action[1]/rythme-formation`, `${FIRST}/action[2]/rythme-formation`],
    ],
    "for whom it is": [
      lheo("publics"),
      [`${FIRST}/action[1]/code-public-vise[1]`, `${FIRST}/action[2]/code-public-vise[1]`],
    ],
    "where it is taught": [
      lheo("teaching"),
      [`${FIRST}/action[1]/modalites-enseignement`, `${FIRST}/action[2]/modalites-enseignement`],
    ],
    "how one enters": [
      lheo("entries"),
      [`${FIRST}/action[1]/modalites-entrees-sorties`, `${FIRST}/action[2]/modalites-entrees-sorties`],
    ],
    "the kind of path": [lheo("path"), [`${FIRST}/parcours-de-formation`]],
    "the levels of the diploma": [
      changed((law) => {
        const { lheo: _gone, ...diploma } = law.diploma;
        return { ...law, diploma };
      }),
      [
        `${FIRST}/code-niveau-entree`,
        `${FIRST}/action[1]/niveau-entree-obligatoire`,
        `${FIRST}/action[2]/niveau-entree-obligatoire`,
      ],
    ],
    "its aims": [school({ page: { ...offeringLaw().school.page, objectives: [] } }), [`${FIRST}/objectif-formation`]],
    "any cohort and any intake": [
      wholeOffer({ cohorts: [], intakes: [] }),
      [`${FIRST}/action[1]/session[1]`, `${FIRST}/action[2]/session[1]`],
    ],
    "the cohort of an intake": [
      wholeOffer({ cohorts: [] }),
      [`${FIRST}/action[1]/session[1]/periode/fin`, `${FIRST}/action[2]/session[1]/periode/fin`],
    ],
    "its town": [
      establishment({
        address: ["1 rue du Port"],
        campuses: [{ campus: "montpellier", name: "Montpellier", address: ["2 rue du Port", "34000 Montpellier"] }],
      }),
      [
        `${FIRST}/contact-formation[1]/coordonnees/adresse/codepostal`,
        `${FIRST}/contact-formation[1]/coordonnees/adresse/ville`,
        `${FIRST}/action[1]/session[1]/adresse-inscription/adresse/codepostal`,
        `${FIRST}/action[1]/session[1]/adresse-inscription/adresse/ville`,
        `${FIRST}/action[2]/session[1]/adresse-inscription/adresse/codepostal`,
        `${FIRST}/action[2]/session[1]/adresse-inscription/adresse/ville`,
        `${FIRST}/organisme-formation-responsable/coordonnees-organisme/coordonnees/adresse/codepostal`,
        `${FIRST}/organisme-formation-responsable/coordonnees-organisme/coordonnees/adresse/ville`,
        `${FIRST}/organisme-formation-responsable/contact-organisme[1]/coordonnees/adresse/codepostal`,
        `${FIRST}/organisme-formation-responsable/contact-organisme[1]/coordonnees/adresse/ville`,
      ],
    ],
  };
  for (const [what, [offered, paths]] of Object.entries(cases))
    it(`is missing by its exact paths: ${what}`, () => deepEqual(faults(offered), paths));

  it("is what the school of this repository lacks today: nothing is filled", () => {
    const law = lawOf(laws, "deis", "2006", "faire-ess")!;
    const found = faults({ ...wholeOffer(), laws: [law] }).map((path) => path.replace(/^.*\/(?=[^/]+$)|\[\d+\]$/g, ""));
    deepEqual([...new Set(found)].toSorted(), [
      "SIRET",
      "code-public-vise",
      "modalites-enseignement",
      "numero-activite",
      "rythme-formation",
    ]);
  });
});

describe("zeros in the place of a number", () => {
  const { legal } = offeringLaw().establishment;
  it("are nobody’s, though they pass the check digit: no file is given with them", () => {
    deepEqual(faults(establishment({ legal: { ...legal!, siret: "00000000000000" } })), [
      `${FIRST}/organisme-formation-responsable/SIRET-organisme-formation/SIRET zeros`,
    ]);
    const activity = { ...legal!.activity!, number: "00000000000" };
    deepEqual(faults(establishment({ legal: { ...legal!, activity } })), [
      `${FIRST}/organisme-formation-responsable/numero-activite zeros`,
    ]);
  });
});

describe("a registration that ends", () => {
  it("is said with its last day and how many sessions begin after it", () => {
    const ended = (until: string) =>
      changed((law) => ({
        ...law,
        diploma: { ...law.diploma, registration: { ...law.diploma.registration, until } },
      }));
    const told = (until: string) =>
      offerOf({ ...ended(until), cohorts: [COHORT, { ...COHORT, startsOn: "2026-12-31" }] }).notes.flatMap(
        ({ ends }) => ends ?? [],
      );
    deepEqual(told("2026-12-31"), [{ on: "2026-12-31", after: 1, of: 2 }]);
    deepEqual(told("2026-12-30"), [{ on: "2026-12-30", after: 2, of: 2 }]);
    deepEqual(told("2027-09-06"), []);
  });
});

describe("several sites", () => {
  const sites = [
    { campus: "montpellier", name: "Montpellier" },
    { campus: "nimes", name: "Nîmes", address: ["3 rue de la Tour", "30000 Nîmes"] },
  ];
  const at = (campus: string | null) => ({ ...establishment({ campuses: sites }), cohorts: [{ ...COHORT, campus }] });

  it("have an action where a session is announced, and the other site is told and left out", () => {
    const offered = at("nimes");
    deepEqual(faults(offered), []);
    deepEqual(said(offered, "ville").filter((town) => town === "Nîmes").length, 2);
    ok(offerOf(offered).notes.some(({ note, what }) => note === "site" && what.fr === "Montpellier"));
  });

  it("ask for the site of a cohort that has no plan, and for the end of an intake without a cohort", () => {
    deepEqual(faults(at(null)), [`${FIRST}/action/lieu-de-formation`]);
    deepEqual(faults({ ...at("nimes"), cohorts: [], intakes: [INTAKE] }), [`${FIRST}/action/session/periode/fin`]);
  });
});

describe("a text", () => {
  const objective = (fr: string) => {
    const [first] = offeringLaw().school.page.objectives;
    return school({ page: { ...offeringLaw().school.page, objectives: [{ ...first!, label: { fr, en: fr } }] } });
  };

  it("of 3 000 characters is taken, and one more is said with its length: nothing is cut", async () => {
    deepEqual(faults(objective("é".repeat(3_000))), []);
    equal(await offerFault(writtenXml(offerOf(objective("é".repeat(3_000))).root)), undefined);
    const [fault] = faultsIn(offerOf(objective("é".repeat(3_001))).root);
    deepEqual(
      [fault!.fault, fault!.path, fault!.is, fault!.limit],
      ["long", `${FIRST}/objectif-formation`, 3_001, 3_000],
    );
  });

  it("is counted in characters, as the schema does", async () => {
    const whole = objective("🚀".repeat(3_000));
    deepEqual(faults(whole), []);
    equal(await offerFault(writtenXml(offerOf(whole).root)), undefined);
  });

  it("keeps its signs, and one that XML cannot carry is a fault", async () => {
    const xml = writtenXml(offerOf(objective(`<b> & "l’été" ]]>`)).root);
    match(xml, /&lt;b&gt; &amp; "l’été" \]\]&gt;/);
    equal(await offerFault(xml), undefined);
    deepEqual(faults(objective("a\u0000b")), [`${FIRST}/objectif-formation form`]);
  });

  it("of a long name stands in the address as its denomination", () => {
    const name = "École supérieure des métiers de l’intervention sociale et de la transformation des organisations";
    deepEqual(faults(establishment({ name })), []);
    const site = `${name}, Montpellier`;
    deepEqual(said(establishment({ name }), "denomination").slice(0, 3), [name, site, name]);
  });

  it("of a line of an address has 50 characters at most, and an address four lines", () => {
    const long = establishment({ address: ["x".repeat(51), "34000 Montpellier"] });
    ok(faults(long).includes(`${FIRST}/contact-formation[1]/coordonnees/adresse/ligne[1] long`));
    const many = establishment({ address: ["a", "b", "c", "d", "e", "34000 Montpellier"] });
    ok(faults(many).includes(`${FIRST}/contact-formation[1]/coordonnees/adresse/ligne many`));
  });
});

describe("another school and another diploma", () => {
  it("need only data", async (test) => {
    const folder = inventedLaw(test);
    folder.spoil(DIPLOMA, 'nsfCode: "0"', 'nsfCode: "311"');
    folder.spoil(
      DIPLOMA,
      "unread: []",
      `lheo:
  entryLevel: { code: "13", compulsory: false, label: { fr: "niveau 3", en: "level 3" }, source: { text: edict, article: "1", confidence: text } }
unread: []`,
    );
    folder.spoil(
      SCHOOL,
      'address: ["Le phare"]',
      'address: ["Le phare", "29242 Ouessant"]\nlegal: { siren: "732829320", siret: "73282932000074", activity: { number: "53290000029", registeredWith: { fr: "x", en: "x" } } }',
    );
    folder.spoil(
      SCHOOL,
      "    price:\n",
      `    teaching: { delivery: { label: { fr: "La nuit.", en: "At night." }, source: { text: notice, article: "a", confidence: local } } }
    lheo:
      publics: [{ code: "80056", edition: V8, label: { fr: "tous", en: "all" }, source: { text: notice, article: "a", confidence: local } }]
      path: { code: "2", label: { fr: "seul", en: "alone" }, source: { text: notice, article: "a", confidence: local } }
      teaching: { code: "1", label: { fr: "mixte", en: "mixed" }, source: { text: notice, article: "a", confidence: local } }
      entries: { code: "1", label: { fr: "à tout moment", en: "any time" }, source: { text: notice, article: "a", confidence: local } }
    price:
`,
    );
    const law = lawOf(loadLaws(folder.path), "lighthouse", "1890", "ponant")!;
    const both: Offered = {
      laws: [law, offeringLaw()],
      cohorts: [COHORT, { ...COHORT, diploma: "lighthouse", name: "Veille" }],
      intakes: [],
      at: AT,
    };
    const told = faults(both);
    deepEqual(told, law.school.page.objectives.length === 0 ? [`${FIRST}/objectif-formation`] : []);
    equal(await offerFault(writtenXml(offerOf(both).root)), undefined);
    // Every hour is paid: 7 + 70 × 10.01 + 90 × 0.10, by the hours of the school.
    match(said(both, "prix-total-TTC")[0]!, /^\d+\.\d\d$/);
  });
});

describe("the format", () => {
  it("has every element that it names", () => {
    const named = Object.keys(FORMAT).flatMap((name) => childrenOf(name as ElementName).map(([child]) => child));
    deepEqual(
      named.filter((name) => !Object.hasOwn(FORMAT, name)),
      [],
    );
  });
});
