import { deepEqual, equal, match, throws } from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, leastLaw, SCHOOL } from "../test/invented.ts";
import { refusing, said, type Fault } from "../test/law-faults.ts";
import { RULES_VERSION } from "./law.ts";
import { lawOf, loadLaws, readLaws, yamlFiles } from "./load.ts";

const FAULTS: readonly Fault[] = [
  {
    it: "a value of the wrong type",
    file: DIPLOMA,
    text: "days: 300",
    by: "days: trois cents",
    path: "experience.year.days",
    fr: "Attendu : un nombre entier.",
    en: "Expected: a whole number.",
  },
  {
    it: "a key that is not known",
    file: DIPLOMA,
    text: "abbreviation: DGP",
    by: "abreviation: DGP",
    path: "abreviation",
    fr: "Cette clé n’est pas connue ici. Est-ce « abbreviation » ?",
    en: 'This key is not known here. Is it "abbreviation"?',
  },
  {
    it: "a key of a school that is not known",
    file: SCHOOL,
    text: "    tracks:\n",
    by: "    track:\n",
    lines: 1,
    path: "diplomas[0].track",
    fr: "Cette clé n’est pas connue ici. Est-ce « tracks » ?",
    en: 'This key is not known here. Is it "tracks"?',
  },
  {
    it: "a key misspelt in a condition",
    file: DIPLOMA,
    text: "level: 2, abroad: decision",
    by: "levle: 2, abroad: decision",
    path: "doors[1].opens.all[0].title.levle",
    fr: "Cette clé n’est pas connue ici. Est-ce « level » ?",
    en: 'This key is not known here. Is it "level"?',
  },
  {
    it: "a condition whose kind is misspelt",
    file: DIPLOMA,
    text: "experience: { years: 2, field: at-sea }",
    by: "experiance: { years: 2, field: at-sea }",
    path: "doors[0].opens.experiance",
    fr: "Cette clé n’est pas connue ici. Est-ce « experience » ?",
    en: 'This key is not known here. Is it "experience"?',
  },
  {
    it: "a wrong value in a condition",
    file: DIPLOMA,
    text: "experience: { years: 2, field: at-sea }",
    by: "experience: { years: two, field: at-sea }",
    path: "doors[0].opens.experience.years",
    fr: "Attendu : un nombre entier.",
    en: "Expected: a whole number.",
  },
  {
    it: "a condition of no known kind",
    file: DIPLOMA,
    text: "      all:\n",
    by: "      every:\n",
    path: "doors[1].opens",
    fr: "Attendu : une condition et sa source (title, experience, corps ou waiver), ou plusieurs (any, all).",
    en: "Expected: a condition and its source (title, experience, corps or waiver), or several (any, all).",
  },
  {
    it: "a day that is not in the calendar",
    file: DIPLOMA,
    text: "from: 1990-01-01",
    by: "from: 1990-02-30",
    path: "from",
    fr: "Attendu : un jour réel du calendrier, de 1900-01-01 à 2199-12-31, écrit AAAA-MM-JJ.",
    en: "Expected: a real calendar day, from 1900-01-01 to 2199-12-31, written YYYY-MM-DD.",
  },
  {
    it: "a confidence of its own making",
    file: DIPLOMA,
    text: 'article: "1", confidence: text',
    by: 'article: "1", confidence: sure',
    path: "registration.source.confidence",
    fr: 'Valeur inconnue. Sont connus : "text", "local", "interpretation", "conflict", "unverified".',
    en: 'Unknown value. Known are: "text", "local", "interpretation", "conflict", "unverified".',
  },
];

describe("the loader of the law", () => {
  it("may leave out what a diploma or a school has not: experience, grants, a clock, a price, rates", (test: TestContext) =>
    deepEqual(said(leastLaw(test).path), { fr: [], en: [] }));

  it("loads a whole law", (test: TestContext) => {
    const { path } = inventedLaw(test);
    deepEqual(said(path), { fr: [], en: [] });
    const laws = loadLaws(path);
    deepEqual(
      laws.files.map((file) => file.name),
      [DIPLOMA, SCHOOL],
    );
  });

  for (const fault of FAULTS) refusing(fault);

  it("points at the nearest thing that is there when something is missing", (test: TestContext) => {
    const folder = inventedLaw(test);
    const line = folder.spoil(DIPLOMA, "days: 300", "jours: 300");
    deepEqual(said(folder.path).en, [
      `${DIPLOMA}:${line}: experience.year.days: This is missing.`,
      `${DIPLOMA}:${line}: experience.year.jours: This key is not known here.`,
    ]);
  });

  it("refuses files that would not be read: of another ending, or beside the folders", (test: TestContext) => {
    const { path } = inventedLaw(test);
    for (const name of [
      "diplomas/lighthouse/1891.yml",
      "diplomas/rowing.yaml",
      "establishments/levant.YAML",
      "establishments/levant.yaml.txt",
    ])
      writeFileSync(join(path, name), "{}");
    const ending = "Ce fichier ne serait pas lu : son nom doit finir par .yaml, en minuscules.";
    const { fr, en } = said(path);
    deepEqual(fr, [
      "diplomas/rowing.yaml:1: Ce fichier ne serait pas lu : une version d’un diplôme se range dans le dossier de celui-ci, diplomas/<diplôme>/<version>.yaml.",
      `diplomas/lighthouse/1891.yml:1: ${ending}`,
      `establishments/levant.YAML:1: ${ending}`,
    ]);
    const named = "This file would not be read: its name must end in .yaml, in small letters.";
    deepEqual(en, [
      "diplomas/rowing.yaml:1: This file would not be read: a version of a diploma goes into the folder of that diploma, diplomas/<diploma>/<version>.yaml.",
      `diplomas/lighthouse/1891.yml:1: ${named}`,
      `establishments/levant.YAML:1: ${named}`,
    ]);
  });

  it("tells everything that is wrong at once, in all files, and does not blame a school for the law", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(DIPLOMA, "days: 300", "days: 0");
    folder.spoil(DIPLOMA, "max: 10", "max: 0");
    folder.spoil(SCHOOL, "name: École du Ponant", 'name: ""');
    deepEqual(
      said(folder.path).en.map((line) => line.split(": ")[1]),
      ["experience.year.days", "marks.max", "name"],
    );
  });

  it("reads what was kept as it was loaded, whatever it asks of a file since", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(SCHOOL, "holidays: none", "holidays: lune");
    const [national, local] = ["diplomas/lighthouse", "establishments"].map((below) => yamlFiles(folder.path, below));
    equal(readLaws(national!, local!).establishments[0]!.data.holidays, "lune");
  });

  it("gives each entry an id, the words of its text, and French its spaces", (test: TestContext) => {
    const law = lawOf(loadLaws(inventedLaw(test).path), "lighthouse", "1890", "ponant")!;
    equal(law.diploma.doors[1]!.id, "doors.BOTH");
    equal(law.diploma.domains[0]!.units[2]!.id, "domains.LAMP.units.L3");
    equal(law.diploma.experience!.year.id, "experience.year");
    deepEqual(law.diploma.doors[1]!.citation, { fr: "édit des phares", en: "edict of lighthouses" });
    equal("fr" in law.diploma.doors[0]!, false);
    equal(law.diploma.experience!.year.label.fr, "un an vaut 300\u00a0jours de mer");
  });

  it("hashes the very bytes of each file", (test: TestContext) => {
    const folder = inventedLaw(test);
    const before = lawOf(loadLaws(folder.path), "lighthouse", "1890", "ponant")!.basis;
    folder.spoil(SCHOOL, "Une école inventée", "Une école imaginée");
    const after = lawOf(loadLaws(folder.path), "lighthouse", "1890", "ponant")!.basis;
    equal(after.hash, before.hash);
    match(before.hash, /^sha256:[0-9a-f]{64}$/);
    equal(after.establishmentHash === before.establishmentHash, false);
  });

  it("finds the very version of the very diploma, and the school that prepares for it", (test: TestContext) => {
    const { path } = inventedLaw(test);
    const diploma = readFileSync(join(path, DIPLOMA), "utf8");
    const [head, taught] = readFileSync(join(path, SCHOOL), "utf8").split("diplomas:\n") as [string, string];
    mkdirSync(join(path, "diplomas/rowing"));
    writeFileSync(join(path, "diplomas/notes.txt"), "beside the folders");
    const named = (text: string, name: string, version: string) =>
      text.replace("diploma: lighthouse", `diploma: ${name}`).replace('version: "1890"', `version: "${version}"`);
    const next = named(diploma, "lighthouse", "1891").replace("from: 1990-01-01", "from: 1991-01-01");
    writeFileSync(join(path, "diplomas/lighthouse/1891.yaml"), next);
    writeFileSync(join(path, "diplomas/rowing/1890.yaml"), named(diploma, "rowing", "1890"));
    const teaches = [named(taught, "lighthouse", "1891"), named(taught, "rowing", "1890")].join("");
    writeFileSync(
      join(path, "establishments/levant.yaml"),
      `${head.replace("establishment: ponant", "establishment: levant")}diplomas:\n${teaches}`,
    );
    const laws = loadLaws(path);
    const found = (...asked: [string, string, string]) => {
      const law = lawOf(laws, ...asked);
      if (!law) return undefined;
      const { diploma: national, school, establishment, basis } = law;
      return [
        national.diploma,
        national.version,
        school.diploma,
        school.version,
        establishment.establishment,
        basis.diploma,
        basis.version,
        basis.establishment,
        basis.rules,
      ];
    };
    for (const [name, version, school] of [
      ["lighthouse", "1890", "ponant"],
      ["lighthouse", "1891", "levant"],
      ["rowing", "1890", "levant"],
    ] as const)
      deepEqual(found(name, version, school), [
        name,
        version,
        name,
        version,
        school,
        name,
        version,
        school,
        RULES_VERSION,
      ]);
    for (const [name, version, school] of [
      ["lighthouse", "1890", "levant"],
      ["lighthouse", "1891", "ponant"],
      ["rowing", "1890", "ponant"],
      ["rowing", "1891", "levant"],
    ] as const)
      equal(found(name, version, school), undefined);
  });

  it("gives no law for what does not go together", (test: TestContext) => {
    const laws = loadLaws(inventedLaw(test).path);
    equal(lawOf(laws, "lighthouse", "1891", "ponant"), undefined);
    equal(lawOf(laws, "lighthouse", "1890", "levant"), undefined);
    equal(lawOf(laws, "rowing", "1890", "ponant"), undefined);
  });

  it("reads .yaml files only, and throws what it finds", (test: TestContext) => {
    const { path } = inventedLaw(test);
    writeFileSync(join(path, "establishments/notes.txt"), "pas du YAML : [");
    equal(loadLaws(path).files.length, 2);
    writeFileSync(join(path, "establishments/other.yaml"), "{}");
    throws(() => loadLaws(path), /other\.yaml:1: establishment: This is missing\./);
  });
});
