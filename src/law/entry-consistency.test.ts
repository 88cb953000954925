import { deepEqual, match } from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { LOCAL, SOURCE, WORDS, backwards, refusing, said, twice, type Fault } from "../test/law-faults.ts";

const unexplained = (confidence: string) => ({
  fr: `Une certitude « ${confidence} » s’explique : il manque la note (note) qui dit pourquoi.`,
  en: `A confidence "${confidence}" is explained: the note that says why (note) is missing.`,
});

const FAULTS: readonly Fault[] = [
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
    it: "a catalogue title that is named twice",
    following: 1,
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
    it: "an entry that ends before it begins",
    file: DIPLOMA,
    text: "  - corps: coast-guard\n",
    by: "  - corps: coast-guard\n    from: 2000-01-02\n    to: 2000-01-01\n",
    path: "corps[0].to",
    lines: 2,
    ...backwards("2000-01-02", "2000-01-01"),
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
];

describe("what holds of every entry of the law", () => {
  for (const fault of FAULTS) refusing(fault);

  it("takes an entry of one day, and a range with one bound", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(
      DIPLOMA,
      "  - corps: coast-guard\n",
      "  - corps: coast-guard\n    from: 2000-01-01\n    to: 2000-01-01\n",
    );
    const measures = ["min: 3", "max: 2"].map((one, at) => `{ measure: m${at}, ${WORDS}, ${one}, ${SOURCE} }`);
    folder.spoil(
      DIPLOMA,
      "threshold: 30\n      measures: []",
      `threshold: 30\n      measures: [${measures.join(", ")}]`,
    );
    deepEqual(said(folder.path).en, []);
  });

  it("says once of two units of one name in one domain that they are", (test: TestContext) => {
    const folder = inventedLaw(test);
    const line = folder.spoil(DIPLOMA, "- unit: L2", "- unit: L1");
    const [first, ...others] = said(folder.path).en;
    deepEqual(first, `${DIPLOMA}:${line}: domains[0].units[1]: Name given twice: "L1".`);
    deepEqual(
      others.filter((one) => one.includes("twice")),
      [],
    );
  });

  it("names all the texts that are declared", (test: TestContext) => {
    const folder = inventedLaw(test);
    const text =
      '  code:\n    citation: { fr: "a", en: "a" }\n    title: { fr: "a", en: "a" }\n    stateRead: { fr: "a", en: "a" }\n';
    folder.spoil(DIPLOMA, "registration:\n", `${text}registration:\n`);
    folder.spoil(DIPLOMA, 'source: { text: edict, article: "1"', 'source: { text: edit, article: "1"');
    match(said(folder.path).en[0]!, /Declared are: edict, code\.$/);
  });
});
