import { deepEqual } from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, leastLaw } from "../test/invented.ts";
import { refusing, said, twice, type Fault } from "../test/law-faults.ts";

const ADMIRALS = {
  fr: "Nom inconnu « admirals ». Sont déclarés : keepers, sailors.",
  en: 'Unknown name "admirals". Declared are: keepers, sailors.',
};

const FAULTS: readonly Fault[] = [
  {
    it: "a share of a college that is not declared",
    file: DIPLOMA,
    text: "share: sailors",
    by: "share: admirals",
    path: "jury.quotas[0].share",
    ...ADMIRALS,
  },
  {
    it: "a share that is none of a hundred",
    file: DIPLOMA,
    text: "value: 50, label",
    by: "value: 101, label",
    path: "jury.quotas[0].value",
    fr: "Une part (share) dit combien pour cent il en faut, de 0 à 100.",
    en: "A share (`share`) says how many in a hundred are needed, from 0 to 100.",
  },
  {
    it: "a parity of a college that is not declared",
    file: DIPLOMA,
    text: "parity: sailors",
    by: "parity: admirals",
    path: "jury.quotas[1].parity",
    ...ADMIRALS,
  },
  {
    it: "a parity of a college that has no sides",
    file: DIPLOMA,
    text: "parity: sailors",
    by: "parity: keepers",
    path: "jury.quotas[1].parity",
    fr: "Le collège « keepers » n’a pas de côtés (sides) qui puissent être égaux.",
    en: 'The college "keepers" has no sides (`sides`) that could be equal.',
  },
  {
    it: "a president of a college that is not declared",
    file: DIPLOMA,
    text: "college: keepers",
    by: "college: admirals",
    path: "jury.composition[0].college",
    ...ADMIRALS,
  },
  {
    it: "a president of no college",
    file: DIPLOMA,
    text: "college: keepers, ",
    by: "",
    path: "jury.composition[0]",
    fr: "La règle « presides » dit de quel collège (college) est qui préside.",
    en: "The rule `presides` says of which college (`college`) whoever presides is.",
  },
  {
    it: "a rule that no quota measures",
    file: DIPLOMA,
    text: "key: even, parity: sailors",
    by: "key: even",
    lines: 4,
    path: "jury.composition[2].rule",
    fr: "La règle « parity » n’a pas de mesure : il manque un quota (quotas) qui la donne.",
    en: "The rule `parity` has no measure: a quota (`quotas`) that gives it is missing.",
  },
  {
    it: "a rule that is declared twice",
    file: DIPLOMA,
    text: "rule: parity",
    by: "rule: share",
    path: "jury.composition[2]",
    ...twice("share"),
  },
  {
    it: "an authority that passes over a rule which does not hold",
    file: DIPLOMA,
    text: "rules: [presides]",
    by: "rules: [colleges]",
    path: "jury.override.rules[0]",
    fr: "Nom inconnu « colleges ». Sont déclarés : presides, share, parity.",
    en: 'Unknown name "colleges". Declared are: presides, share, parity.',
  },
];

describe("the jury of a diploma", () => {
  for (const fault of FAULTS) refusing(fault);

  it("may be told in words alone", (test: TestContext) => {
    deepEqual(said(leastLaw(test).path), { fr: [], en: [] });
  });

  it("has each seat once, in whichever college", (test: TestContext) => {
    const folder = inventedLaw(test);
    folder.spoil(
      DIPLOMA,
      "      sides:\n        - { side: port",
      "      seats:\n        - { seat: north, label: { fr: a, en: a }, source: *court }\n      sides:\n        - { side: port",
    );
    deepEqual(
      said(folder.path).en.map((line) => line.replace(/^\S+ /, "")),
      ['jury.colleges[1].seats[0]: Name given twice: "north".'],
    );
  });
});
