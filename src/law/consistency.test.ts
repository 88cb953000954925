import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { SOURCE, WORDS, backwards, refusing, said, taken, type Fault } from "../test/law-faults.ts";

const authorities = (...periods: readonly string[]) =>
  `vae: []\nauthorities:\n${periods.map((one, at) => `  - { authority: a${at}, ${WORDS}, ${one}${SOURCE} }\n`).join("")}`;
const unknownLevel = {
  fr: "Nom inconnu « 4 ». Sont déclarés : 1, 2, 3.",
  en: 'Unknown name "4". Declared are: 1, 2, 3.',
};
const mismeasured = (kind: string, measure: string, other: string) => ({
  fr: `Un titre du genre « ${kind} » se mesure par « ${measure} » : la condition donne cette mesure, et non « ${other} ».`,
  en: `A title of kind "${kind}" is measured by "${measure}": the condition gives that measure, and not "${other}".`,
});
const reversed = (least: number, most: number) => ({
  fr: `Le minimum (${least}) dépasse le maximum (${most}).`,
  en: `The least (${least}) is above the most (${most}).`,
});
const unnamed = (day: string) => ({
  fr: `Aucune autorité n’est nommée pour le ${day}.`,
  en: `No authority is named for ${day}.`,
});

const FAULTS: readonly Fault[] = [
  {
    it: "a unit that is named twice, in another domain",
    following: 1,
    file: DIPLOMA,
    text: "unit: J1\n        label",
    by: "unit: L1\n        label",
    path: "domains[1].units[0]",
    fr: "Nom donné deux fois : « L1 ».",
    en: 'Name given twice: "L1".',
  },
  {
    it: "a catalogue title of a kind that is not declared",
    file: DIPLOMA,
    text: 'label: { fr: "brevet de pilote", en: "pilot’s certificate" }\n    kind: nautical',
    by: 'label: { fr: "brevet de pilote", en: "pilot’s certificate" }\n    kind: aerial',
    lines: 1,
    path: "catalogue[0].kind",
    fr: "Nom inconnu « aerial ». Sont déclarés : nautical, studies.",
    en: 'Unknown name "aerial". Declared are: nautical, studies.',
  },
  {
    it: "a door that opens to a kind of title that is not declared",
    file: DIPLOMA,
    text: "title: { kind: studies",
    by: "title: { kind: study",
    path: "doors[1].opens.all[1]",
    fr: "Nom inconnu « study ». Sont déclarés : nautical, studies.",
    en: 'Unknown name "study". Declared are: nautical, studies.',
  },
  {
    it: "a door that counts a field that is not declared",
    file: DIPLOMA,
    text: "{ years: 2, field: at-sea }",
    by: "{ years: 2, field: at-home }",
    path: "doors[0].opens",
    fr: "Nom inconnu « at-home ». Sont déclarés : at-sea, on-the-quay.",
    en: 'Unknown name "at-home". Declared are: at-sea, on-the-quay.',
  },
  {
    it: "a door that admits a corps that is not declared",
    file: DIPLOMA,
    text: "corps: [coast-guard]",
    by: "corps: [coast-guard, pirate]",
    path: "doors[2].opens.any[0]",
    fr: "Nom inconnu « pirate ». Sont déclarés : coast-guard.",
    en: 'Unknown name "pirate". Declared are: coast-guard.',
  },
  {
    it: "a door that takes a waiver that is not declared",
    file: DIPLOMA,
    text: "waiver: harbour\n          source",
    by: "waiver: island\n          source",
    path: "doors[2].opens.any[1]",
    fr: "Nom inconnu « island ». Sont déclarés : harbour.",
    en: 'Unknown name "island". Declared are: harbour.',
  },
  {
    it: "experience asked as one choice among others",
    file: DIPLOMA,
    text: "waiver: harbour\n          source",
    by: "experience: { years: 1, field: at-sea }\n          source",
    path: "doors[2].opens",
    lines: -3,
    fr: "L’expérience se demande une fois par voie, à côté des autres conditions (« all »), jamais parmi des choix (« any »).",
    en: "Experience is asked once a door, beside the other conditions (`all`), never among alternatives (`any`).",
  },
  {
    it: "dated levels that leave a day without any",
    file: DIPLOMA,
    text: "- level: 3\n        source",
    by: "- level: 3\n        awardedFrom: 2001-01-01\n        source",
    path: "catalogue[1].levels",
    lines: -3,
    fr: "Aucun niveau ne vaut pour un titre obtenu le 2000-01-01 : les niveaux datés doivent couvrir tous les jours.",
    en: "No level holds for a title awarded on 2000-01-01: dated levels must cover every day.",
  },
  {
    it: "a level that changes within a year of award",
    file: DIPLOMA,
    text: "awardedBefore: 2000-01-01",
    by: "awardedBefore: 2000-07-01",
    path: "catalogue[1].levels",
    lines: -1,
    fr: "Le niveau change le 2000-07-01, en cours d’année : une année d’obtention ne suffirait plus à le dire.",
    en: "The level changes on 2000-07-01, within a year: the year of the award would no longer tell it.",
  },
  {
    it: "a domain whose total its units cannot make",
    file: DIPLOMA,
    text: "theory: 50",
    by: "theory: 71",
    path: "domains[0].theory",
    fr: "Le total du domaine (71 h) est hors des bornes de ses unités (30 à 70 h).",
    en: "The domain's total (71 h) is outside the bounds of its units (30 to 70 h).",
  },
  {
    it: "an exam without the marks that its result calls for",
    file: DIPLOMA,
    text: "      marks: 3\n",
    by: "",
    path: "domains[1].exam",
    lines: -3,
    fr: "Une épreuve « agreed » donne ses « marks ».",
    en: 'An exam of result "agreed" gives its "marks".',
  },
  {
    it: "an exam whose total is not that of its weights",
    file: DIPLOMA,
    text: "outOf: 50",
    by: "outOf: 40",
    path: "domains[0].exam.outOf",
    fr: "Cette épreuve se note sur 50 d’après ses coefficients, et son seuil ne peut pas dépasser ce total.",
    en: "This exam is marked out of 50 by its weights, and its threshold cannot be above that.",
  },
  {
    it: "a relief of a title that is not in the catalogue",
    file: DIPLOMA,
    text: "  - title: PILOT\n    dispenses",
    by: "  - title: SAILOR\n    dispenses",
    path: "reliefs[0].title",
    fr: "Nom inconnu « SAILOR ». Sont déclarés : PILOT, SIGNAL.",
    en: 'Unknown name "SAILOR". Declared are: PILOT, SIGNAL.',
  },
  {
    it: "a relief of a unit that is not declared",
    file: DIPLOMA,
    text: "{ unit: J1, percent",
    by: "{ unit: J2, percent",
    path: "reliefs[0].allegements[0].unit",
    fr: "Nom inconnu « J2 ». Sont déclarés : L1, L2, L3, J1.",
    en: 'Unknown name "J2". Declared are: L1, L2, L3, J1.',
  },
  {
    it: "a never-relieved unit that is not declared",
    file: DIPLOMA,
    text: "never: [L3]",
    by: "never: [L4]",
    path: "grants.never[0]",
    fr: "Nom inconnu « L4 ». Sont déclarés : L1, L2, L3, J1.",
    en: 'Unknown name "L4". Declared are: L1, L2, L3, J1.',
  },
  {
    it: "a dispense from a domain that is not declared",
    file: DIPLOMA,
    text: '      - { domain: LAMP, exam: contested, source: { text: edict, article: "12", confidence: conflict, note: { fr: "l’édit se contredit", en: "the edict contradicts itself" } } }\n    allegements:\n',
    by: '      - { domain: LIGHT, exam: contested, source: { text: edict, article: "12", confidence: conflict, note: { fr: "l’édit se contredit", en: "the edict contradicts itself" } } }\n    allegements:\n',
    path: "reliefs[0].dispenses[0].domain",
    fr: "Nom inconnu « LIGHT ». Sont déclarés : LAMP, LOG.",
    en: 'Unknown name "LIGHT". Declared are: LAMP, LOG.',
  },
  {
    it: "a door that asks for experience twice",
    file: DIPLOMA,
    text: "        - title: { kind: nautical, level: 2, abroad: decision }",
    by: '        - experience: { years: 1, field: at-sea }\n          source: { text: edict, article: "7", confidence: text }\n        - experience: { years: 2, field: at-sea }',
    path: "doors[1].opens",
    lines: -1,
    fr: "L’expérience se demande une fois par voie, à côté des autres conditions (« all »), jamais parmi des choix (« any »).",
    en: "Experience is asked once a door, beside the other conditions (`all`), never among alternatives (`any`).",
  },
  {
    it: "experience among choices beside something else",
    file: DIPLOMA,
    text: '        - title: { kind: studies, years: 2, abroad: attestation, attestedYears: 2 }\n          source: { text: edict, article: "7", confidence: text }',
    by: '        - any:\n            - experience: { years: 1, field: at-sea }\n              source: { text: edict, article: "7", confidence: text }',
    path: "doors[1].opens",
    lines: -3,
    fr: "L’expérience se demande une fois par voie, à côté des autres conditions (« all »), jamais parmi des choix (« any »).",
    en: "Experience is asked once a door, beside the other conditions (`all`), never among alternatives (`any`).",
  },
  {
    it: "a domain whose total its units exceed at their least",
    file: DIPLOMA,
    text: "theory: 50",
    by: "theory: 29",
    path: "domains[0].theory",
    fr: "Le total du domaine (29 h) est hors des bornes de ses unités (30 à 70 h).",
    en: "The domain's total (29 h) is outside the bounds of its units (30 to 70 h).",
  },
  {
    it: "a threshold that no marks can reach",
    file: DIPLOMA,
    text: "threshold: 30",
    by: "threshold: 51",
    path: "domains[0].exam.outOf",
    lines: -1,
    fr: "Cette épreuve se note sur 50 d’après ses coefficients, et son seuil ne peut pas dépasser ce total.",
    en: "This exam is marked out of 50 by its weights, and its threshold cannot be above that.",
  },
  {
    it: "a waiver whose input is named twice",
    file: DIPLOMA,
    text: "experience:\n  year:",
    by: '  - waiver: other\n    input: harbourWaiver\n    label: { fr: "a", en: "a" }\n    source: { text: edict, article: "4", confidence: text }\nexperience:\n  year:',
    path: "waivers[1]",
    fr: "Nom donné deux fois : « harbourWaiver ».",
    en: 'Name given twice: "harbourWaiver".',
  },
  {
    it: "a title asked for without a measure",
    file: DIPLOMA,
    text: "level: 2, abroad: decision",
    by: "abroad: decision",
    path: "doors[1].opens.all[0].title",
    ...mismeasured("nautical", "level", "years"),
  },
  {
    it: "a title measured otherwise than its kind is",
    file: DIPLOMA,
    text: "years: 2, abroad: attestation",
    by: "level: 2, abroad: attestation",
    path: "doors[1].opens.all[1].title",
    ...mismeasured("studies", "years", "level"),
  },
  {
    it: "a title measured in two ways",
    file: DIPLOMA,
    text: "level: 2, abroad: decision",
    by: "level: 2, years: 2, abroad: decision",
    path: "doors[1].opens.all[0].title",
    ...mismeasured("nautical", "level", "years"),
  },
  {
    it: "a title judged by an attestation of nothing",
    file: DIPLOMA,
    text: ", attestedYears: 2",
    by: "",
    path: "doors[1].opens.all[1].title",
    fr: "Jugée sur attestation (abroad: attestation), la condition dit ce qu’elle doit attester : attestedLevel, attestedYears, ou les deux.",
    en: "Judged by an attestation (`abroad: attestation`), the condition says what that must attest: `attestedLevel`, `attestedYears`, or both.",
  },
  {
    it: "a door of a level that is not known",
    file: DIPLOMA,
    text: "kind: nautical, level: 2",
    by: "kind: nautical, level: 4",
    path: "doors[1].opens.all[0].title.level",
    ...unknownLevel,
  },
  {
    it: "an attested level that is not known",
    file: DIPLOMA,
    text: "attestedYears: 2",
    by: "attestedLevel: 4",
    path: "doors[1].opens.all[1].title.attestedLevel",
    ...unknownLevel,
  },
  {
    it: "a named title of a level that is not known",
    file: DIPLOMA,
    text: "level: 1\n        awardedBefore",
    by: "level: 4\n        awardedBefore",
    path: "catalogue[1].levels[0].level",
    ...unknownLevel,
  },
  {
    it: "an old level that stands for one that is not known",
    file: DIPLOMA,
    text: "pilote: 2",
    by: "pilote: 4",
    path: "levels.legacy.pilote",
    ...unknownLevel,
  },
  {
    it: "a diploma of a level that is not known",
    file: DIPLOMA,
    text: "level: 2\n  until",
    by: "level: 4\n  until",
    path: "registration.level",
    ...unknownLevel,
  },
  {
    it: "hours granted from a level that is not known",
    file: DIPLOMA,
    text: 'level: 3\n      source: { text: edict, article: "13"',
    by: 'level: 4\n      source: { text: edict, article: "13"',
    path: "grants.opens[0].level",
    ...unknownLevel,
  },
  {
    it: "hours granted for a kind of title that is not declared",
    file: DIPLOMA,
    text: 'level: 3\n      source: { text: edict, article: "13"',
    by: 'level: 3\n      kind: flying\n      source: { text: edict, article: "13"',
    path: "grants.opens[0].kind",
    lines: 1,
    fr: "Nom inconnu « flying ». Sont déclarés : nautical, studies.",
    en: 'Unknown name "flying". Declared are: nautical, studies.',
  },
  {
    it: "a version that ends before it begins",
    file: DIPLOMA,
    text: "from: 1990-01-01\n",
    by: "from: 1990-01-01\nto: 1989-12-31\n",
    path: "to",
    lines: 1,
    ...backwards("1990-01-01", "1989-12-31"),
  },
  {
    it: "a unit with fewer hours at most than at least, whose school is not blamed",
    file: DIPLOMA,
    text: "hours: { min: 10, max: 30 }",
    by: "hours: { min: 31, max: 10 }",
    path: "domains[0].units[1].hours",
    ...reversed(31, 10),
  },
  {
    it: "a measure of an exam upside down",
    file: DIPLOMA,
    text: "threshold: 30\n      measures: []",
    by: `threshold: 30\n      measures: [{ measure: pages, ${WORDS}, min: 3, max: 2, ${SOURCE} }]`,
    path: "domains[0].exam.measures[0]",
    lines: 1,
    ...reversed(3, 2),
  },
  {
    it: "a national piece with fewer pages at most than at least",
    file: DIPLOMA,
    text: "admission: { pieces: []",
    by: `admission: { pieces: [{ key: log-book, ${WORDS}, piece: { name: { fr: "a", en: "a" }, needed: always, many: false, pages: { min: 3, max: 2 } }, ${SOURCE} }]`,
    path: "admission.pieces[0].piece.pages",
    ...reversed(3, 2),
  },
  {
    it: "a printed total upside down",
    file: DIPLOMA,
    text: "allegements: []\n",
    by: "allegements: []\n    printedTotal: { min: 2, max: 1 }\n",
    path: "reliefs[1].printedTotal",
    lines: 1,
    ...reversed(2, 1),
  },
  {
    it: "two authorities at a time",
    file: DIPLOMA,
    text: "vae: []\n",
    by: authorities("to: 2010-12-31, ", "from: 2010-12-31, "),
    path: "authorities[1]",
    lines: 3,
    fr: "« a0 » n’a pas pris fin quand « a1 » commence : une seule autorité à la fois.",
    en: '"a0" has not ended when "a1" begins: one authority at a time.',
  },
  {
    it: "two authorities at a time in one region",
    file: DIPLOMA,
    text: "vae: []\n",
    by: authorities(
      "",
      'regions: { fr: "île", en: "island" }, ',
      'regions: { fr: "île", en: "island" }, from: 2010-12-31, ',
    ),
    path: "authorities[2]",
    lines: 4,
    fr: "« a1 » n’a pas pris fin quand « a2 » commence : une seule autorité à la fois.",
    en: '"a1" has not ended when "a2" begins: one authority at a time.',
  },
  {
    it: "a day without an authority, between two",
    file: DIPLOMA,
    text: "vae: []\n",
    by: authorities("to: 2010-12-30, ", "from: 2011-01-01, "),
    path: "authorities[1]",
    lines: 3,
    ...unnamed("2010-12-31"),
  },
  {
    it: "a first day of the version without an authority",
    file: DIPLOMA,
    text: "vae: []\n",
    by: authorities("from: 1990-01-02, "),
    path: "authorities[0]",
    lines: 2,
    ...unnamed("1990-01-01"),
  },
  {
    it: "a version that goes on after its last authority",
    file: DIPLOMA,
    text: "vae: []\n",
    by: authorities("to: 2010-12-31, "),
    path: "authorities[0]",
    lines: 2,
    ...unnamed("2011-01-01"),
  },
  {
    it: "a diploma that goes by the name of a page",
    file: DIPLOMA,
    text: "diploma: lighthouse",
    by: "diploma: compte",
    path: "diploma",
    ...taken("compte"),
  },
];

describe("the file of a diploma", () => {
  for (const fault of FAULTS) refusing(fault);

  it("takes a threshold as high as the marks can go, and a domain at the bounds of its units", (test: TestContext) => {
    for (const [text, by] of [
      ["threshold: 30", "threshold: 50"],
      ["hours: { min: 10, max: 30 }", "hours: { min: 30, max: 30 }"],
      ["hours: { min: 20, max: 40 }", "hours: { min: 20, max: 20 }"],
    ] as const) {
      const folder = inventedLaw(test);
      folder.spoil(DIPLOMA, text, by);
      if (by.startsWith("hours")) folder.spoil(SCHOOL, "L1: 30, L2: 20", "L1: 20, L2: 30");
      deepEqual(said(folder.path).en, []);
    }
  });

  it("refuses a competence of one domain that another has too", (test: TestContext) => {
    const folder = inventedLaw(test);
    const one = `competences: [{ competence: C1, ${WORDS}, ${SOURCE} }]\n    ${SOURCE}\n`;
    folder.spoil(DIPLOMA, `competences: []\n    ${SOURCE}\n  - domain: LOG`, `${one}  - domain: LOG`);
    const line = folder.spoil(DIPLOMA, `competences: []\n    ${SOURCE}\n`, one);
    deepEqual(said(folder.path).en, [`${DIPLOMA}:${line}: domains[1].competences[0]: Name given twice: "C1".`]);
  });

  it("takes authorities in whatever order they are written, and says once, of the second, that they hold together", (test: TestContext) => {
    const lines = (...periods: string[]) => {
      const folder = inventedLaw(test);
      folder.spoil(DIPLOMA, "vae: []\n", authorities(...periods));
      return said(folder.path).en.map((line) => line.replace(/^\S+ /, ""));
    };
    deepEqual(lines("from: 2011-01-01, ", "to: 2010-12-31, "), []);
    const together = 'authorities[1]: "a0" has not ended when "a1" begins: one authority at a time.';
    deepEqual(lines("from: 1990-01-01, ", "from: 1990-01-01, "), [together]);
    deepEqual(lines("", "from: 2010-12-31, "), [together]);
  });

  it("takes a last authority that ends with its version, and no sooner", (test: TestContext) => {
    const lines = (to: string) => {
      const folder = inventedLaw(test);
      folder.spoil(DIPLOMA, "from: 1990-01-01\n", "from: 1990-01-01\nto: 2030-12-31\n");
      folder.spoil(DIPLOMA, "vae: []\n", authorities(`to: ${to}, `));
      return said(folder.path).en.map((line) => line.replace(/^\S+ /, ""));
    };
    deepEqual(lines("2030-12-31"), []);
    deepEqual(lines("2031-12-31"), []);
    deepEqual(lines("2030-12-30"), ["authorities[0]: No authority is named for 2030-12-31."]);
  });

  it("asks for a field where a door asks for experience, and for a rule where a school grants hours", (test: TestContext) => {
    const folder = inventedLaw(test);
    const text = readFileSync(join(folder.path, DIPLOMA), "utf8");
    folder.spoil(DIPLOMA, text.slice(text.indexOf("experience:\n  year"), text.indexOf("\ndoors:\n")), "");
    folder.spoil(
      DIPLOMA,
      text.slice(text.indexOf("  opens:\n    - label"), text.indexOf("  never: [L3]")),
      "  opens: []\n",
    );
    const { fr, en } = said(folder.path);
    deepEqual(
      en.map((line) => line.replace(/^\S+ /, "")),
      ["grants.opens: Least number of items: 1."],
    );
    folder.spoil(
      DIPLOMA,
      "  opens: []\n",
      text.slice(text.indexOf("  opens:\n    - label"), text.indexOf("  never: [L3]")),
    );
    const field = said(folder.path);
    deepEqual(
      [...field.fr, ...field.en].map((line) => line.replace(/^\S+ /, "")),
      [
        "doors[0].opens: Nom inconnu « at-sea » : aucun n’est déclaré.",
        'doors[0].opens: Unknown name "at-sea": none is declared.',
      ],
    );
    deepEqual(fr.length, 1);
  });

  it("takes a title judged by an attested level alone, as by years alone", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(DIPLOMA, "attestedYears: 2", "attestedLevel: 2");
    deepEqual(said(folder.path).en, []);
  });

  it("takes authorities that follow one another, and one of a region beside them", (test: TestContext) => {
    const folder = inventedLaw(test);
    const region = 'regions: { fr: "île", en: "island" }, from: 2005-01-01, ';
    folder.spoil(DIPLOMA, "vae: []\n", authorities("to: 2010-12-31, ", "from: 2011-01-01, ", region));
    deepEqual(said(folder.path), { fr: [], en: [] });
  });
});
