import { deepEqual, match } from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { LOCAL, SOURCE, WORDS, refusing, said, taken, type Fault } from "../test/law-faults.ts";

const discounted = (said: string) => ({
  fr: `Il est dit ${said} ; or la personne paie 75 % de ce coût (payPercent), soit une remise de 25 %.`,
  en: `It says ${said}; yet the person pays 75% of this cost (payPercent), which is a discount of 25%.`,
});

const FAULTS: readonly Fault[] = [
  {
    it: "a school that gives a unit more hours than the law allows",
    following: 1,
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
    it: "a school whose admission rules are none of its texts",
    file: SCHOOL,
    text: "      intake:\n",
    by: "      rules: door\n      intake:\n",
    path: "diplomas[0].admission.rules",
    fr: "Nom inconnu « door ». Sont déclarés : notice.",
    en: 'Unknown name "door". Declared are: notice.',
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
    following: 1,
    file: SCHOOL,
    text: "personal: true",
    by: "personal: false",
    path: "diplomas[0].funders",
    lines: -5,
    fr: "Il faut exactement un financement personnel.",
    en: "There must be exactly one personal funding.",
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
    it: "a sentence that says it without a space, or in English alone",
    file: SCHOOL,
    text: 'en: "a quarter off"',
    by: 'en: "12,5% off"',
    path: "diplomas[0].price.selfFunding.label.en",
    ...discounted("12,5 %"),
  },
  {
    it: "a school with two personal fundings",
    file: SCHOOL,
    text: "funder: guild\n",
    by: "funder: guild\n        personal: true\n",
    path: "diplomas[0].funders",
    fr: "Il faut exactement un financement personnel.",
    en: "There must be exactly one personal funding.",
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
    it: "a discount that no sentence tells",
    file: SCHOOL,
    text: 'selfFunding: { key: self, label: { fr: "remise d’un quart", en: "a quarter off" }, source: { text: notice, article: "b", confidence: local } }\n      ',
    by: "",
    path: "diplomas[0].price.selfFunding",
    lines: -16,
    fr: "La personne paie 75 % de ce coût (payPercent) : il manque la phrase qui dit cette remise.",
    en: "The person pays 75% of this cost (payPercent): the sentence that tells this discount is missing.",
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

describe("the file of a school", () => {
  for (const fault of FAULTS) refusing(fault);

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

  it("refuses a school’s own wording of a piece that the law asks for: it adds pieces, and loosens none", (test: TestContext) => {
    const piece = (pages: string, source: string) =>
      `{ key: log-book, ${WORDS}, piece: { name: { fr: "a", en: "a" }, needed: always, many: false, pages: ${pages} }, ${source} }`;
    const folder = inventedLaw(test);
    folder.spoil(DIPLOMA, "admission: { pieces: []", `admission: { pieces: [${piece("{ min: 8, max: 10 }", SOURCE)}]`);
    const line = folder.spoil(SCHOOL, "      pieces: []", `      pieces: [${piece("{ min: 1, max: 10 }", LOCAL)}]`);
    const { fr, en } = said(folder.path);
    deepEqual(fr, [
      `${SCHOOL}:${line}: diplomas[0].admission.pieces[0].key: « log-book » est une pièce que le référentiel demande, et il la demande telle quelle : un établissement ajoute des pièces à lui, ou dit ce qu’il attend de celle-ci (hints).`,
    ]);
    deepEqual(en, [
      `${SCHOOL}:${line}: diplomas[0].admission.pieces[0].key: "log-book" is a piece that the référentiel asks for, and it asks for it as it is: a school adds pieces of its own, or says what it expects of this one (hints).`,
    ]);
  });

  it("takes a rate that everybody makes, and one whose number of people is not known", (test: TestContext) => {
    for (const heads of [
      "numerator: 8, denominator: 8",
      "numerator: 9, denominator: null",
      "numerator: null, denominator: 8",
    ]) {
      const folder = inventedLaw(test);
      folder.spoil(SCHOOL, "rates: []", `rates: [{ indicator: success, ${WORDS}, percent: 100, ${heads}, ${LOCAL} }]`);
      deepEqual(said(folder.path).en, []);
    }
  });

  it("takes a sentence that says the discount, or the share that is paid", (test: TestContext) => {
    for (const said25 of ["une remise de 25 %", "75 % à payer", "25% off", "25,00 % de moins", "75.00% to pay"]) {
      const folder = inventedLaw(test);
      folder.spoil(SCHOOL, 'fr: "remise d’un quart"', `fr: "${said25}"`);
      folder.spoil(SCHOOL, "selfFunding: { key: self, ", "selfFunding: { key: self, value: 25, ");
      deepEqual(said(folder.path).en, []);
    }
  });

  it("refuses an IBAN whose check digits do not match: people send money to it", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(SCHOOL, "FR1420041010", "FR1420041011");
    const { fr, en } = said(folder.path);
    match(fr[0]!, /payment\.transfer\.iban: Cet IBAN est faux/);
    match(en[0]!, /payment\.transfer\.iban: This IBAN is wrong/);
  });
});
