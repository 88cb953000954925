import { deepEqual, equal, match, throws } from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { plain } from "../test/case-answers.ts";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { LawError, lawOf, loadLaws, readLaws, sayProblems, yamlFiles } from "./load.ts";
import { RULES_VERSION } from "./law.ts";

/** What the loader says of a folder, in both languages, with ordinary spaces. */
function said(path: string): { fr: string[]; en: string[] } {
  try {
    loadLaws(path);
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    const lines = (lang: "fr" | "en") => plain(sayProblems(error.problems, lang)).split("\n");
    return { fr: lines("fr"), en: lines("en") };
  }
  return { fr: [], en: [] };
}

type Fault = {
  readonly it: string;
  readonly file: string;
  readonly text: string;
  readonly by: string;
  /** Where a person is sent, in lines from the one on which the replacement starts: 0 unless said. */
  readonly lines?: number;
  readonly path: string;
  readonly fr: string;
  readonly en: string;
};

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
  {
    it: "an entry that cites a text which is not declared",
    file: DIPLOMA,
    text: 'source: { text: edict, article: "1"',
    by: 'source: { text: edit, article: "1"',
    path: "registration.source.text",
    fr: "Texte inconnu « edit ». Sont déclarés : edict.",
    en: 'Unknown text "edit". Declared are: edict.',
  },
  {
    it: "a door that is named twice",
    file: DIPLOMA,
    text: "door: SHORE",
    by: "door: SEA",
    path: "doors[2]",
    fr: "Nom donné deux fois : « SEA ».",
    en: 'Name given twice: "SEA".',
  },
  {
    it: "a unit that is named twice, in another domain",
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
    by: "- level: 3\n        awardedFrom: 2000-01-02\n        source",
    path: "catalogue[1].levels",
    lines: -3,
    fr: "Aucun niveau ne vaut pour un titre obtenu le 2000-01-01 : les niveaux datés doivent couvrir tous les jours.",
    en: "No level holds for a title awarded on 2000-01-01: dated levels must cover every day.",
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
    it: "a school that gives a unit more hours than the law allows",
    file: SCHOOL,
    text: "L1: 30, L2: 20",
    by: "L1: 41, L2: 9",
    path: "diplomas[0].maquette.hours",
    fr: "L1 : 41 h, hors de la fourchette de 20 à 40 h.",
    en: "L1: 41 h, outside the range of 20 to 40 h.",
  },
  {
    it: "a school that cuts a domain short",
    file: SCHOOL,
    text: "L1: 30, L2: 20",
    by: "L1: 30, L2: 19",
    path: "diplomas[0].maquette.hours",
    fr: "LAMP : 49 h de théorie au lieu de 50 h exactement.",
    en: "LAMP: 49 h of theory instead of exactly 50 h.",
  },
  {
    it: "a school that leaves a unit out",
    file: SCHOOL,
    text: "L3: 90, ",
    by: "",
    path: "diplomas[0].maquette.hours",
    fr: "L’unité L3 manque.",
    en: "Unit L3 is missing.",
  },
  {
    it: "a school with a unit of its own",
    file: SCHOOL,
    text: "L3: 90, ",
    by: "L3: 90, L9: 1, ",
    path: "diplomas[0].maquette.hours",
    fr: "Nom inconnu « L9 ». Sont déclarés : L1, L2, L3, J1.",
    en: 'Unknown name "L9". Declared are: L1, L2, L3, J1.',
  },
  {
    it: "a school that prepares for a version that does not exist",
    file: SCHOOL,
    text: 'version: "1890"',
    by: 'version: "1891"',
    path: "diplomas[0].version",
    fr: "Nom inconnu « lighthouse 1891 ». Sont déclarés : lighthouse 1890.",
    en: 'Unknown name "lighthouse 1891". Declared are: lighthouse 1890.',
  },
  {
    it: "a school whose price names a track that it does not have",
    file: SCHOOL,
    text: "per: candidate",
    by: "per: candidate\n          tracks: [captain]",
    path: "diplomas[0].price.lines[0].tracks",
    lines: 1,
    fr: "Nom inconnu « captain ». Sont déclarés : keeper.",
    en: 'Unknown name "captain". Declared are: keeper.',
  },
  {
    it: "a school that nobody can pay personally",
    file: SCHOOL,
    text: "personal: true",
    by: "personal: false",
    path: "diplomas[0].funders",
    lines: -5,
    fr: "Il faut exactement un financement personnel.",
    en: "There must be exactly one personal funding.",
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
    it: "a catalogue title that is named twice",
    file: DIPLOMA,
    text: "  - title: SIGNAL\n    label",
    by: "  - title: PILOT\n    label",
    path: "catalogue[1]",
    fr: "Nom donné deux fois : « PILOT ».",
    en: 'Name given twice: "PILOT".',
  },
  {
    it: "a domain that is named twice",
    file: DIPLOMA,
    text: "  - domain: LOG\n",
    by: "  - domain: LAMP\n",
    path: "domains[1]",
    fr: "Nom donné deux fois : « LAMP ».",
    en: 'Name given twice: "LAMP".',
  },
  {
    it: "a title with two reliefs",
    file: DIPLOMA,
    text: "  - title: SIGNAL\n    dispenses",
    by: "  - title: PILOT\n    dispenses",
    path: "reliefs[1]",
    fr: "Nom donné deux fois : « PILOT ».",
    en: 'Name given twice: "PILOT".',
  },
  {
    it: "a field of experience that is named twice",
    file: DIPLOMA,
    text: "    - field: on-the-quay",
    by: "    - field: at-sea",
    path: "experience.fields[1]",
    fr: "Nom donné deux fois : « at-sea ».",
    en: 'Name given twice: "at-sea".',
  },
  {
    it: "a missed part that is named twice",
    file: DIPLOMA,
    text: "  - missed: fog",
    by: "  - missed: lost-at-sea",
    path: "missed[1]",
    fr: "Nom donné deux fois : « lost-at-sea ».",
    en: 'Name given twice: "lost-at-sea".',
  },
  {
    it: "a corps that is named twice",
    file: DIPLOMA,
    text: "waivers:\n",
    by: '  - corps: coast-guard\n    label: { fr: "a", en: "a" }\n    source: { text: edict, article: "4", confidence: text }\nwaivers:\n',
    path: "corps[1]",
    fr: "Nom donné deux fois : « coast-guard ».",
    en: 'Name given twice: "coast-guard".',
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
    it: "a way of holding that is named twice",
    file: DIPLOMA,
    text: "clock:\n",
    by: '  - by: port\n    label: { fr: "a", en: "a" }\n    source: { text: edict, article: "14", confidence: text }\nclock:\n',
    path: "held[1]",
    fr: "Nom donné deux fois : « port ».",
    en: 'Name given twice: "port".',
  },
  {
    it: "a kind of title that is named twice",
    file: DIPLOMA,
    text: "catalogue:\n",
    by: '  - kind: studies\n    label: { fr: "a", en: "a" }\n    measure: years\n    source: { text: edict, article: "3", confidence: text }\ncatalogue:\n',
    path: "titleKinds[2]",
    fr: "Nom donné deux fois : « studies ».",
    en: 'Name given twice: "studies".',
  },
  {
    it: "a school that prepares for a diploma that does not exist",
    file: SCHOOL,
    text: "diploma: lighthouse",
    by: "diploma: rowing",
    path: "diplomas[0].version",
    lines: 1,
    fr: "Nom inconnu « rowing 1890 ». Sont déclarés : lighthouse 1890.",
    en: 'Unknown name "rowing 1890". Declared are: lighthouse 1890.',
  },
  {
    it: "an entry inside another that cites a text which is not declared",
    file: DIPLOMA,
    text: "field: at-sea }\n      source: { text: edict",
    by: "field: at-sea }\n      source: { text: edit",
    path: "doors[0].opens.source.text",
    lines: 1,
    fr: "Texte inconnu « edit ». Sont déclarés : edict.",
    en: 'Unknown text "edit". Declared are: edict.',
  },
  {
    it: "a school where nothing asks an intake for one of its settings",
    file: SCHOOL,
    text: "asks: [opening, closing, entry, places,",
    by: "asks: [opening, closing, entry,",
    path: "diplomas[0].admission.intake",
    lines: -2,
    fr: "Aucune disposition ne demande à une campagne son réglage « places » (asks).",
    en: 'No entry asks an intake for its setting "places" (asks).',
  },
  {
    it: "a text that may have fewer pages than it must",
    file: SCHOOL,
    text: "      pieces: []\n",
    by: `      pieces:
        - key: log-book
          label: { fr: "le journal", en: "the log" }
          piece: { name: { fr: "Journal", en: "Log" }, needed: always, many: false, pages: { min: 3, max: 2 } }
          source: { text: notice, article: "d", confidence: local }
`,
    path: "diplomas[0].admission.pieces[0].piece.pages",
    lines: 3,
    fr: "Le minimum (3) dépasse le maximum (2).",
    en: "The least (3) is above the most (2).",
  },
  {
    it: "the reminders of one deadline that are two entries",
    file: SCHOOL,
    text: "      silent: []\n",
    by: `      silent: []
      reminders:
        - &one { before: closing, label: { fr: "r", en: "r" }, days: [1], hour: "09:00", source: { text: notice, article: "d", confidence: local } }
        - *one
`,
    path: "diplomas[0].admission.reminders",
    lines: 2,
    fr: "Les rappels d’une même échéance tiennent en une seule entrée.",
    en: "The reminders of one deadline are one entry.",
  },
];

const SOURCE = 'source: { text: edict, article: "9", confidence: text }';
const LOCAL = 'source: { text: notice, article: "d", confidence: local }';
const WORDS = 'label: { fr: "a", en: "a" }';
const authorities = (...periods: readonly string[]) =>
  `vae: []\nauthorities:\n${periods.map((one, at) => `  - { authority: a${at}, ${WORDS}, ${one}${SOURCE} }\n`).join("")}`;
const unknownLevel = {
  fr: "Nom inconnu « 4 ». Sont déclarés : 1, 2, 3.",
  en: 'Unknown name "4". Declared are: 1, 2, 3.',
};
const unexplained = (confidence: string) => ({
  fr: `Une certitude « ${confidence} » s’explique : il manque la note (note) qui dit pourquoi.`,
  en: `A confidence "${confidence}" is explained: the note that says why (note) is missing.`,
});
const mismeasured = (kind: string, measure: string, other: string) => ({
  fr: `Un titre du genre « ${kind} » se mesure par « ${measure} » : la condition donne cette mesure, et non « ${other} ».`,
  en: `A title of kind "${kind}" is measured by "${measure}": the condition gives that measure, and not "${other}".`,
});
const reversed = (least: number, most: number) => ({
  fr: `Le minimum (${least}) dépasse le maximum (${most}).`,
  en: `The least (${least}) is above the most (${most}).`,
});
const backwards = (from: string, to: string) => ({
  fr: `La fin (${to}) est avant le début (${from}).`,
  en: `The end (${to}) is before the beginning (${from}).`,
});
const twice = (name: string) => ({
  fr: `Nom donné deux fois : « ${name} ».`,
  en: `Name given twice: "${name}".`,
});
const unnamed = (day: string) => ({
  fr: `Aucune autorité n’est nommée pour le ${day}.`,
  en: `No authority is named for ${day}.`,
});
const taken = (name: string) => ({
  fr: `« ${name} » est déjà le début d’une adresse du programme : choisissez un autre nom.`,
  en: `"${name}" already begins an address of the program’s own: choose another name.`,
});
const discounted = (said: string) => ({
  fr: `Il est dit ${said} ; or la personne paie 75 % de ce coût (payPercent), soit une remise de 25 %.`,
  en: `It says ${said}; yet the person pays 75% of this cost (payPercent), which is a discount of 25%.`,
});

const MORE_FAULTS: readonly Fault[] = [
  {
    it: "an interpretation without its note",
    file: DIPLOMA,
    text: 'confidence: interpretation, note: { fr: "lu ainsi", en: "so read" } }',
    by: "confidence: interpretation }",
    path: "catalogue[1].levels[1].source",
    ...unexplained("interpretation"),
  },
  {
    it: "what was not verified without its note",
    file: DIPLOMA,
    text: 'article: "13", confidence: text }\n  never',
    by: 'article: "13", confidence: unverified }\n  never',
    path: "grants.opens[0].source",
    ...unexplained("unverified"),
  },
  {
    it: "a conflict without its note",
    file: SCHOOL,
    text: 'article: "c", confidence: local }\n      - funder: family',
    by: 'article: "c", confidence: conflict }\n      - funder: family',
    path: "diplomas[0].funders[0].source",
    ...unexplained("conflict"),
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
    it: "an entry that ends before it begins",
    file: DIPLOMA,
    text: "  - corps: coast-guard\n",
    by: "  - corps: coast-guard\n    from: 2000-01-02\n    to: 2000-01-01\n",
    path: "corps[0].to",
    lines: 2,
    ...backwards("2000-01-02", "2000-01-01"),
  },
  {
    it: "a unit with fewer hours at most than at least, whose school is not blamed",
    file: DIPLOMA,
    text: "hours: { min: 10, max: 30 }",
    by: "hours: { min: 30, max: 10 }",
    path: "domains[0].units[1].hours",
    ...reversed(30, 10),
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
    it: "a competence that is named twice",
    file: DIPLOMA,
    text: 'competences: []\n    source: { text: edict, article: "9", confidence: text }\n  - domain: LOG',
    by: `competences: [{ competence: C1, ${WORDS}, ${SOURCE} }, { competence: C1, ${WORDS}, ${SOURCE} }]\n    ${SOURCE}\n  - domain: LOG`,
    path: "domains[0].competences[1]",
    ...twice("C1"),
  },
  {
    it: "a component of an exam that is named twice",
    file: DIPLOMA,
    text: "component: report",
    by: "component: flame",
    path: "domains[0].exam.components[1]",
    ...twice("flame"),
  },
  {
    it: "a fact of the law that is named twice",
    file: DIPLOMA,
    text: "powers: []",
    by: `powers: [{ key: p, ${WORDS}, ${SOURCE} }, { ${WORDS}, key: p, ${SOURCE} }]`,
    path: "jury.powers[1]",
    ...twice("p"),
  },
  {
    it: "a waiver that is named twice, asked for by another word",
    file: DIPLOMA,
    text: "experience:\n  year:",
    by: `  - { waiver: harbour, input: otherWaiver, ${WORDS}, ${SOURCE} }\nexperience:\n  year:`,
    path: "waivers[1]",
    ...twice("harbour"),
  },
  {
    it: "a fact of a school that is named twice",
    file: SCHOOL,
    text: "profession: []",
    by: `profession: [{ key: p, ${WORDS}, ${LOCAL} }, { key: p, ${WORDS}, ${LOCAL} }]`,
    path: "diplomas[0].page.profession[1]",
    ...twice("p"),
  },
  {
    it: "a funder that is named twice",
    file: SCHOOL,
    text: "funder: family",
    by: "funder: guild",
    path: "diplomas[0].funders[1]",
    ...twice("guild"),
  },
  {
    it: "a line of the price that is named twice",
    file: SCHOOL,
    text: "line: lessons",
    by: "line: lantern",
    path: "diplomas[0].price.lines[1]",
    ...twice("lantern"),
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
  ...["api", "assets", "en", "healthz"].map((name) => ({
    it: `a school called ${name}`,
    file: SCHOOL,
    text: "establishment: ponant",
    by: `establishment: ${name}`,
    path: "establishment",
    ...taken(name),
  })),
  {
    it: "a time zone that no clock knows",
    file: SCHOOL,
    text: "Atlantic/Reykjavik",
    by: "Europe/Pariss",
    path: "timezone",
    fr: "« Europe/Pariss » n’est pas un fuseau horaire connu ; attendu : un nom comme Europe/Paris ou Indian/Reunion.",
    en: '"Europe/Pariss" is no time zone that is known; expected: a name such as Europe/Paris or Indian/Reunion.',
  },
  {
    it: "holidays of no territory",
    file: SCHOOL,
    text: "holidays: none",
    by: "holidays: lune",
    path: "holidays",
    fr: "Nom inconnu « lune ». Sont déclarés : none, metropole, alsace-moselle, guadeloupe, guyane, la-reunion, martinique, mayotte, nouvelle-caledonie, polynesie-francaise, saint-barthelemy, saint-martin, saint-pierre-et-miquelon, wallis-et-futuna.",
    en: 'Unknown name "lune". Declared are: none, metropole, alsace-moselle, guadeloupe, guyane, la-reunion, martinique, mayotte, nouvelle-caledonie, polynesie-francaise, saint-barthelemy, saint-martin, saint-pierre-et-miquelon, wallis-et-futuna.',
  },
  {
    it: "a campus that is not declared",
    file: SCHOOL,
    text: "campus: lighthouse, rates",
    by: "campus: island, rates",
    path: "diplomas[0].indicators.campus",
    fr: "Nom inconnu « island ». Sont déclarés : lighthouse.",
    en: 'Unknown name "island". Declared are: lighthouse.',
  },
  {
    it: "more people than there are",
    file: SCHOOL,
    text: "rates: []",
    by: `rates: [{ indicator: success, ${WORDS}, percent: 100, numerator: 9, denominator: 8, ${LOCAL} }]`,
    path: "diplomas[0].indicators.rates[0].numerator",
    fr: "9 personnes sur 8 : le numérateur ne peut pas dépasser le dénominateur.",
    en: "9 people out of 8: the numerator cannot be above the denominator.",
  },
  {
    it: "a sentence that says another discount than the quote makes",
    file: SCHOOL,
    text: 'fr: "remise d’un quart"',
    by: 'fr: "remise de 20 %"',
    path: "diplomas[0].price.selfFunding.label.fr",
    ...discounted("20 %"),
  },
  {
    it: "a figure that is another discount than the quote makes",
    file: SCHOOL,
    text: "selfFunding: { key: self, ",
    by: "selfFunding: { key: self, value: 20, ",
    path: "diplomas[0].price.selfFunding.value",
    ...discounted("20"),
  },
  {
    it: "a share that somebody else than the person would pay",
    file: SCHOOL,
    text: "funder: guild\n",
    by: "funder: guild\n        payPercent: 50\n",
    path: "diplomas[0].funders[0].payPercent",
    lines: 1,
    fr: "Cette part (payPercent) est celle que paie la personne : elle ne va qu’avec le financement personnel.",
    en: "This share (`payPercent`) is what the person pays: it goes with the personal funding alone.",
  },
];

/** Faults of YAML itself, each in words, and on the line where somebody mends it. */
const UNREADABLE: readonly Omit<Fault, "path">[] = [
  {
    it: "a key that comes twice",
    file: DIPLOMA,
    text: "    measure: level\n",
    by: "    measure: level\n    measure: years\n",
    lines: 1,
    fr: "La clé « measure » est donnée deux fois au même endroit.",
    en: 'The key "measure" is given twice in the same place.',
  },
  {
    it: "a tab",
    file: DIPLOMA,
    text: "  year:\n    days: 300",
    by: "  year:\n\tdays: 300",
    lines: 1,
    fr: "Cette ligne commence par une tabulation : en YAML le retrait se fait avec des espaces.",
    en: "This line begins with a tab: in YAML one indents with spaces.",
  },
  {
    it: "a quote that is not closed",
    file: DIPLOMA,
    text: 'nsfCode: "0"',
    by: 'nsfCode: "0',
    fr: "Le guillemet ouvert ici n’est pas fermé.",
    en: "The quote that is opened here is not closed.",
  },
  {
    it: "a list that is not closed",
    file: DIPLOMA,
    text: "unread: []",
    by: "unread: [",
    fr: "Le crochet « [ » attend « ] » : les éléments se séparent par des virgules, et la liste se ferme.",
    en: 'The bracket "[" waits for "]": items are separated by commas, and the list is closed.',
  },
  {
    it: "braces that are not closed",
    file: DIPLOMA,
    text: 'nsf: { fr: "mer", en: "sea" }',
    by: 'nsf: { fr: "mer", en: "sea"',
    fr: "L’accolade « { » attend « } » : les éléments se séparent par des virgules, et la liste se ferme.",
    en: 'The brace "{" waits for "}": items are separated by commas, and the list is closed.',
  },
  {
    it: "a line that is not in far enough",
    file: DIPLOMA,
    text: "    measure: years",
    by: "   measure: years",
    fr: "Le retrait de cette ligne ne va pas avec celui des lignes voisines : les éléments d’un même niveau commencent à la même colonne.",
    en: "The indentation of this line does not go with that of its neighbours: items of one level start at the same column.",
  },
  {
    it: "a line that is too far in",
    file: DIPLOMA,
    text: "    measure: years",
    by: "      measure: years",
    fr: "Le retrait de cette ligne ne va pas avec celui des lignes voisines : les éléments d’un même niveau commencent à la même colonne.",
    en: "The indentation of this line does not go with that of its neighbours: items of one level start at the same column.",
  },
  {
    it: "a colon in a text without quotes",
    file: SCHOOL,
    text: "name: École du Ponant",
    by: "name: École : le Ponant",
    fr: "Un texte qui contient « : » suivi d’une espace se met entre guillemets.",
    en: "A text that holds a colon followed by a space is put in quotes.",
  },
  {
    it: "a quote within quotes",
    file: DIPLOMA,
    text: 'citation: { fr: "édit des phares"',
    by: 'citation: { fr: "édit "des phares""',
    fr: "Il y a quelque chose de trop après la valeur de cette ligne ; peut-être un guillemet au milieu d’un texte entre guillemets.",
    en: "There is something too much after the value of this line; perhaps a quote in the midst of a quoted text.",
  },
  {
    it: "an escape that means nothing, as for anything rarer",
    file: DIPLOMA,
    text: 'nsfCode: "0"',
    by: 'nsfCode: "\\q"',
    fr: "Cette ligne ne se lit pas comme du YAML ; relisez-la, et celle d’avant : guillemets, deux-points, crochets, accolades.",
    en: "This line cannot be read as YAML; look it over, and the one before: quotes, colons, brackets, braces.",
  },
  {
    it: "a reference to nothing",
    file: DIPLOMA,
    text: 'nsf: { fr: "mer", en: "sea" }',
    by: "nsf: *sea",
    fr: "Le renvoi « *sea » ne mène à rien : aucune ancre « &sea » n’est posée au-dessus.",
    en: 'The reference "*sea" leads nowhere: no anchor "&sea" stands above it.',
  },
];

describe("the loader of the law", () => {
  it("loads a whole law", (test: TestContext) => {
    const { path } = inventedLaw(test);
    deepEqual(said(path), { fr: [], en: [] });
    const laws = loadLaws(path);
    deepEqual(
      laws.files.map((file) => file.name),
      [DIPLOMA, SCHOOL],
    );
  });

  for (const fault of [...FAULTS, ...MORE_FAULTS]) {
    it(`refuses ${fault.it}`, (test: TestContext) => {
      const folder = inventedLaw(test);
      const line = folder.spoil(fault.file, fault.text, fault.by) + (fault.lines ?? 0);
      const { fr, en } = said(folder.path);
      const place = `${fault.file}:${line}: ${fault.path}: `;
      equal(
        fr.find((one) => one.endsWith(fault.fr)),
        place + fault.fr,
      );
      equal(
        en.find((one) => one.endsWith(fault.en)),
        place + fault.en,
      );
    });
  }

  it("takes a text of one length, and a reminder of each deadline", (test: TestContext) => {
    const folder = inventedLaw(test);
    const source = '{ text: notice, article: "d", confidence: local }';
    const reminder = (before: string) =>
      `        - { before: ${before}, label: { fr: "r", en: "r" }, days: [1], hour: "09:00", source: ${source} }\n`;
    const piece = '{ name: { fr: "Journal", en: "Log" }, needed: always, many: false, pages: { min: 2, max: 2 } }';
    folder.spoil(
      SCHOOL,
      "      pieces: []\n",
      `      pieces:\n        - { key: log-book, label: { fr: "j", en: "l" }, piece: ${piece}, source: ${source} }\n`,
    );
    folder.spoil(
      SCHOOL,
      "      silent: []\n",
      `      silent: []\n      reminders:\n${reminder("closing")}${reminder("complement")}`,
    );
    deepEqual(said(folder.path), { fr: [], en: [] });
  });

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

  it("says on which line the fault stands", (test: TestContext) => {
    const line = (file: string, text: string, by: string) => {
      const folder = inventedLaw(test);
      return [folder.spoil(file, text, by), said(folder.path).en] as const;
    };
    const [days, daysSaid] = line(DIPLOMA, "days: 300", "days: 0");
    deepEqual(daysSaid, [`${DIPLOMA}:${days}: experience.year.days: The value must be at least 1.`]);
    const [door, doorSaid] = line(DIPLOMA, "door: SHORE", "door: SEA");
    deepEqual(doorSaid, [`${DIPLOMA}:${door}: doors[2]: Name given twice: "SEA".`]);
    const [hours, hoursSaid] = line(SCHOOL, "hours: { L1: 30", "hours: { L1: 0");
    match(hoursSaid[0]!, new RegExp(`^${SCHOOL}:${hours}: `));
  });

  it("finds the line of a key with a digit in it, and of a late item of a list", (test: TestContext) => {
    const line = (file: string, text: string, by: string, below: number) => {
      const folder = inventedLaw(test);
      return [`${file}:${folder.spoil(file, text, by) + below}`, said(folder.path).en[0]!.split(": ")[0]] as const;
    };
    const hours = "{ L1: 30, L2: 20, L3: 90, J1: 20 }";
    const places = [
      line(SCHOOL, hours, "\n        L1: 30\n        L2: many\n        L3: 90\n        J1: 20", 2),
      line(SCHOOL, hours, "\n        L1: 30\n        L2: 20\n        L3: 90\n        2L: many", 4),
      line(SCHOOL, 'address: ["Le phare"]', `address:\n${'  - "Le phare"\n'.repeat(10)}  - 11`, 11),
    ];
    for (const [expected, got] of places) equal(got, expected);
    const folder = inventedLaw(test);
    writeFileSync(join(folder.path, "establishments/other.yaml"), "# a list\n- a\n");
    deepEqual(said(folder.path).en, ["establishments/other.yaml:1: Expected: an object."]);
  });

  it("names all the texts that are declared", (test: TestContext) => {
    const folder = inventedLaw(test);
    const text =
      '  code:\n    citation: { fr: "a", en: "a" }\n    title: { fr: "a", en: "a" }\n    stateRead: { fr: "a", en: "a" }\n';
    folder.spoil(DIPLOMA, "registration:\n", `${text}registration:\n`);
    folder.spoil(DIPLOMA, 'source: { text: edict, article: "1"', 'source: { text: edit, article: "1"');
    match(said(folder.path).en[0]!, /Declared are: edict, code\.$/);
  });

  it("points at the nearest thing that is there when something is missing", (test: TestContext) => {
    const folder = inventedLaw(test);
    const line = folder.spoil(DIPLOMA, "days: 300", "jours: 300");
    deepEqual(said(folder.path).en, [
      `${DIPLOMA}:${line}: experience.year.days: This is missing.`,
      `${DIPLOMA}:${line}: experience.year.jours: This key is not known here.`,
    ]);
  });

  for (const fault of UNREADABLE) {
    it(`says in words, and on which line, that a file is no YAML for ${fault.it}`, (test: TestContext) => {
      const folder = inventedLaw(test);
      const place = `${fault.file}:${folder.spoil(fault.file, fault.text, fault.by) + (fault.lines ?? 0)}: `;
      deepEqual(said(folder.path), { fr: [place + fault.fr], en: [place + fault.en] });
    });
  }

  it("refuses what is not UTF-8, on the line where that is", (test: TestContext) => {
    const { path } = inventedLaw(test);
    const text = readFileSync(join(path, SCHOOL), "utf8").replaceAll("’", "'");
    writeFileSync(join(path, SCHOOL), Buffer.from(text, "latin1"));
    const line = text.split("\n").findIndex((one) => /[\u0080-\u00ff]/.test(one)) + 1;
    deepEqual(said(path).fr, [
      `${SCHOOL}:${line}: Cette ligne n’est pas en UTF-8 : enregistrez le fichier dans ce codage (il l’est sans doute en Latin-1 ou en Windows-1252).`,
    ]);
  });

  /** The law with another version beside it. */
  const versions = (test: TestContext, version: string, from: string, to?: string) => {
    const folder = inventedLaw(test);
    if (to !== undefined) folder.spoil(DIPLOMA, "from: 1990-01-01\n", `from: 1990-01-01\nto: ${to}\n`);
    const text = readFileSync(join(folder.path, DIPLOMA), "utf8")
      .replace(/from: 1990-01-01\n(?:to: .*\n)?/, `from: ${from}\n`)
      .replace('version: "1890"', `version: "${version}"`);
    writeFileSync(join(folder.path, OTHER), text);
    return folder;
  };
  const OTHER = "diplomas/lighthouse/1891.yaml";

  it("refuses a version that another file says already: the names of files do not choose the law", (test: TestContext) => {
    deepEqual(said(versions(test, "1890", "1991-01-01").path), {
      fr: [`${OTHER}:4: version: « 1890 » est déjà le nom de ce que dit ${DIPLOMA} : lequel des deux vaut ?`],
      en: [`${OTHER}:4: version: "1890" is already the name of what ${DIPLOMA} says: which of the two holds?`],
    });
  });

  it("refuses two versions that hold on one day, and takes one that begins when the other has ended", (test: TestContext) => {
    deepEqual(said(versions(test, "1891", "1990-01-01").path).en, [
      `${OTHER}:7: from: Version 1891 begins on 1990-01-01, when version 1890 (${DIPLOMA}) still holds: it begins on 1990-01-01.`,
    ]);
    deepEqual(said(versions(test, "1891", "2000-01-01", "2000-01-01").path).fr, [
      `${OTHER}:7: from: La version 1891 commence le 2000-01-01, quand la version 1890 (${DIPLOMA}) vaut encore : elle commence le 1990-01-01 et finit le 2000-01-01.`,
    ]);
    // One without an end holds until the next begins.
    for (const to of [undefined, "1999-12-31"])
      deepEqual(said(versions(test, "1891", "2000-01-01", to).path), { fr: [], en: [] });
  });

  it("refuses two schools of one name, and a school that prepares twice for one version", (test: TestContext) => {
    const { path } = inventedLaw(test);
    const text = readFileSync(join(path, SCHOOL), "utf8");
    writeFileSync(join(path, "establishments/zephyr.yaml"), text);
    deepEqual(said(path).fr, [
      `establishments/zephyr.yaml:3: establishment: « ponant » est déjà le nom de ce que dit ${SCHOOL} : lequel des deux vaut ?`,
    ]);
    const [head, taught] = text.split("diplomas:\n") as [string, string];
    writeFileSync(join(path, "establishments/zephyr.yaml"), text.replace("ponant", "zephyr"));
    writeFileSync(join(path, SCHOOL), `${head}diplomas:\n${taught}${taught}`);
    const line = `${head}diplomas:\n${taught}`.split("\n").length;
    deepEqual(said(path).en, [`${SCHOOL}:${line}: diplomas[1]: Name given twice: "lighthouse 1890".`]);
  });

  it("refuses a competence of one domain that another has too", (test: TestContext) => {
    const folder = inventedLaw(test);
    const one = `competences: [{ competence: C1, ${WORDS}, ${SOURCE} }]\n    ${SOURCE}\n`;
    folder.spoil(DIPLOMA, `competences: []\n    ${SOURCE}\n  - domain: LOG`, `${one}  - domain: LOG`);
    const line = folder.spoil(DIPLOMA, `competences: []\n    ${SOURCE}\n`, one);
    deepEqual(said(folder.path).en, [`${DIPLOMA}:${line}: domains[1].competences[0]: Name given twice: "C1".`]);
  });

  it("refuses a school’s own wording of a piece that the law asks for: it adds pieces, and loosens none", (test: TestContext) => {
    const piece = (pages: string, source: string) =>
      `{ key: log-book, ${WORDS}, piece: { name: { fr: "a", en: "a" }, needed: always, many: false, pages: ${pages} }, ${source} }`;
    const folder = inventedLaw(test);
    folder.spoil(DIPLOMA, "admission: { pieces: []", `admission: { pieces: [${piece("{ min: 8, max: 10 }", SOURCE)}]`);
    const line = folder.spoil(SCHOOL, "      pieces: []", `      pieces: [${piece("{ min: 1, max: 10 }", LOCAL)}]`);
    deepEqual(said(folder.path).fr, [
      `${SCHOOL}:${line}: diplomas[0].admission.pieces[0].key: « log-book » est une pièce que le référentiel demande, et il la demande telle quelle : un établissement ajoute des pièces à lui, ou dit ce qu’il attend de celle-ci (hints).`,
    ]);
  });

  it("takes authorities that follow one another, and one of a region beside them", (test: TestContext) => {
    const folder = inventedLaw(test);
    const region = 'regions: { fr: "île", en: "island" }, from: 2005-01-01, ';
    folder.spoil(DIPLOMA, "vae: []\n", authorities("to: 2010-12-31, ", "from: 2011-01-01, ", region));
    deepEqual(said(folder.path), { fr: [], en: [] });
  });

  it("takes a sentence that says the discount, or the share that is paid", (test: TestContext) => {
    for (const said25 of ["une remise de 25 %", "75 % à payer", "25% off"]) {
      const folder = inventedLaw(test);
      folder.spoil(SCHOOL, 'fr: "remise d’un quart"', `fr: "${said25}"`);
      folder.spoil(SCHOOL, "selfFunding: { key: self, ", "selfFunding: { key: self, value: 25, ");
      deepEqual(said(folder.path).en, []);
    }
  });

  it("refuses files that would not be read: of another ending, or beside the folders", (test: TestContext) => {
    const { path } = inventedLaw(test);
    for (const name of ["diplomas/lighthouse/1891.yml", "diplomas/rowing.yaml", "establishments/levant.YAML"])
      writeFileSync(join(path, name), "{}");
    const ending = "Ce fichier ne serait pas lu : son nom doit finir par .yaml, en minuscules.";
    deepEqual(said(path).fr, [
      "diplomas/rowing.yaml:1: Ce fichier ne serait pas lu : une version d’un diplôme se range dans le dossier de celui-ci, diplomas/<diplôme>/<version>.yaml.",
      `diplomas/lighthouse/1891.yml:1: ${ending}`,
      `establishments/levant.YAML:1: ${ending}`,
    ]);
  });

  it("reads what was kept as it was loaded, whatever it asks of a file since", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(SCHOOL, "holidays: none", "holidays: lune");
    const [national, local] = ["diplomas/lighthouse", "establishments"].map((below) => yamlFiles(folder.path, below));
    equal(readLaws(national!, local!).establishments[0]!.data.holidays, "lune");
  });

  it("refuses an IBAN whose check digits do not match: people send money to it", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(SCHOOL, "FR1420041010", "FR1420041011");
    const { fr, en } = said(folder.path);
    match(fr[0]!, /payment\.transfer\.iban: Cet IBAN est faux/);
    match(en[0]!, /payment\.transfer\.iban: This IBAN is wrong/);
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

  it("gives each entry an id, the words of its text, and French its spaces", (test: TestContext) => {
    const law = lawOf(loadLaws(inventedLaw(test).path), "lighthouse", "1890", "ponant")!;
    equal(law.diploma.doors[1]!.id, "doors.BOTH");
    equal(law.diploma.domains[0]!.units[2]!.id, "domains.LAMP.units.L3");
    equal(law.diploma.experience.year.id, "experience.year");
    deepEqual(law.diploma.doors[1]!.citation, { fr: "édit des phares", en: "edict of lighthouses" });
    equal("fr" in law.diploma.doors[0]!, false);
    equal(law.diploma.experience.year.label.fr, "un an vaut 300\u00a0jours de mer");
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
