import { deepEqual, equal, match } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { said, type Fault } from "../test/law-faults.ts";

const INDENT = {
  fr: "Le retrait de cette ligne ne va pas avec celui des lignes voisines : les éléments d’un même niveau commencent à la même colonne.",
  en: "The indentation of this line does not go with that of its neighbours: items of one level start at the same column.",
};
const KEY = {
  fr: "Il manque « : » et une espace après la clé de cette ligne, ou son retrait n’est pas le bon.",
  en: "A colon and a space are missing after the key of this line, or its indentation is not right.",
};
const MISSING = {
  fr: "Il manque un signe à cette ligne : « : » après la clé, une virgule, ou le crochet ou l’accolade qui ferme.",
  en: "A sign is missing on this line: a colon after the key, a comma, or the closing bracket or brace.",
};

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
    it: "a list with items that is not closed",
    file: DIPLOMA,
    text: "unread: []",
    by: "unread: [decree, order",
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
    ...INDENT,
  },
  {
    it: "a line that is too far in",
    file: DIPLOMA,
    text: "    measure: years",
    by: "      measure: years",
    ...INDENT,
  },
  {
    it: "a line that is too far in, after a text without quotes",
    file: SCHOOL,
    text: "name: École du Ponant\nlabel",
    by: "name: École du Ponant\n  label",
    lines: 1,
    ...INDENT,
  },
  {
    it: "an item of a list that is out further than the one before",
    file: SCHOOL,
    text: "contacts: []",
    by: "contacts:\n  - { key: a }\n - { key: b }",
    lines: 2,
    ...INDENT,
  },
  {
    it: "a key without its space",
    file: DIPLOMA,
    text: 'nsfCode: "0"',
    by: 'nsfCode:"0"',
    ...KEY,
  },
  { it: "a key without its colon", file: DIPLOMA, text: 'nsfCode: "0"', by: "nsfCode", ...KEY },
  {
    it: "a last key without its colon, below one in quotes",
    file: DIPLOMA,
    text: "legacy: { mousse: 1, pilote: 2 }",
    by: 'legacy:\n    "mousse": 1\n    pilote',
    lines: 2,
    ...MISSING,
  },
  {
    it: "a key in quotes without its colon",
    file: DIPLOMA,
    text: "legacy: { mousse: 1, pilote: 2 }",
    by: 'legacy:\n    mousse: 1\n    "pilote"\n    mate: 3',
    lines: 2,
    ...MISSING,
  },
  ...["@dgp", "%dgp", "`dgp"].map((word) => ({
    it: `a text that begins with ${word[0]}`,
    file: DIPLOMA,
    text: "abbreviation: DGP",
    by: `abbreviation: ${word}`,
    fr: "Un texte qui commence par @, % ou ` se met entre guillemets.",
    en: "A text that begins with @, % or ` is put in quotes.",
  })),
  {
    it: "a second document",
    file: DIPLOMA,
    text: "abbreviation: DGP\n",
    by: "abbreviation: DGP\n---\n",
    lines: 1,
    fr: "Un fichier tient en un seul document : retirez la ligne « --- ».",
    en: "A file is one document: take out the line `---`.",
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
    it: "a reference to nothing after one that leads somewhere",
    file: DIPLOMA,
    text: 'abbreviation: DGP\nlabel: { fr: "diplôme de gardien de phare", en: "diploma of lighthouse keeper" }',
    by: "abbreviation: &short DGP\nlabel: { fr: *short, en: *long }",
    lines: 1,
    fr: "Le renvoi « *long » ne mène à rien : aucune ancre « &long » n’est posée au-dessus.",
    en: 'The reference "*long" leads nowhere: no anchor "&long" stands above it.',
  },
  {
    it: "references to references without end",
    file: DIPLOMA,
    text: "unread: []",
    by: `unread:\n${"abcdef".replaceAll(
      /./g,
      (name, at: number) =>
        `  - &${name} [${Array(9)
          .fill(at === 0 ? "x" : `*${"abcdef"[at - 1]}`)
          .join(", ")}]\n`,
    )}`,
    lines: 2,
    fr: "Les renvois de ce fichier se multiplient : remplis, ils donneraient plus que l’on ne peut lire. Écrivez ce qu’ils nomment.",
    en: "The references of this file multiply: filled in, they would give more than can be read. Write what they name.",
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

describe("a file of the law as YAML", () => {
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

  it("finds the first line that is not UTF-8 wherever it stands, the last and unended one too", (test: TestContext) => {
    const { path } = inventedLaw(test);
    const é = Buffer.from([0xe9]);
    const lineOf = (...parts: (string | Buffer)[]) => {
      writeFileSync(join(path, SCHOOL), Buffer.concat(parts.map((one) => Buffer.from(one as string))));
      const { fr, en } = said(path);
      match(
        en[0]!,
        /: This line is not UTF-8: save the file in that encoding \(it is probably in Latin-1 or Windows-1252\)\.$/,
      );
      return fr[0]!.split(":")[1];
    };
    equal(lineOf("\n\nname: ", é, "\nother: ", é, "\n"), "3");
    equal(lineOf("# \u00e9t\u00e9\nname: ", é, "cole"), "2");
    equal(lineOf("# school\n# of the sea\nname: caf", é), "3");
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
});
