import { deepEqual, equal, match, throws } from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { plain } from "../test/case-answers.ts";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { LawError, lawOf, loadLaws, sayProblems } from "./load.ts";
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
    fr: "Cette clé n’est pas connue ici.",
    en: "This key is not known here.",
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
    text: '      - { domain: LAMP, exam: contested, source: { text: edict, article: "12", confidence: conflict } }\n    allegements:\n',
    by: '      - { domain: LIGHT, exam: contested, source: { text: edict, article: "12", confidence: conflict } }\n    allegements:\n',
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
    fr: "Le nombre de pages va du plus petit au plus grand.",
    en: "The number of pages goes from the lesser to the greater.",
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

  for (const fault of FAULTS) {
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

  it("says where a file stops being YAML", (test: TestContext) => {
    const folder = inventedLaw(test);
    const line = folder.spoil(DIPLOMA, "unread: []", "unread: [}");
    const { fr, en } = said(folder.path);
    match(fr[0]!, new RegExp(`^${DIPLOMA}:${line}: YAML illisible : `));
    match(en[0]!, new RegExp(`^${DIPLOMA}:${line}: Unreadable YAML: `));
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
    writeFileSync(join(path, "diplomas/lighthouse/1891.yaml"), named(diploma, "lighthouse", "1891"));
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
