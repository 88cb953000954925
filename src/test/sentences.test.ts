/** Reasons good enough for a letter: what they say word for word, how they are printed, and that none is left untold. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DECISIONS } from "../decisions/decide.ts";
import { LANGS } from "../kit/lang.ts";
import { inputOf, loadCases } from "../law/cases.ts";
import type { Catalogue, Finding } from "../law/finding.ts";
import { reasons } from "./case-answers.ts";
import { ask, ROOT } from "./law-world.ts";
import { law } from "./reach.ts";

type Sentences = { readonly sentences: Catalogue };
const sentencesOf = async (name: string) =>
  ((await import(`../decisions/${name}/sentences.ts`)) as Sentences).sentences;
/** An invoice and an account have no findings of their own. */
const says = DECISIONS.filter(({ name }) => existsSync(join(ROOT, "src/decisions", name, "sentences.ts")));
const CATALOGUES = Object.fromEntries(
  await Promise.all(says.map(async ({ name }) => [name, await sentencesOf(name)] as const)),
);
const cases = loadCases(ROOT).filter((one) => !one.refused);

/** What is said to a person, by the case that makes the law say it. */
const said = LANGS.map((lang) => ({
  lang,
  sentences: cases.flatMap((one) => {
    const decided = ask(one.decision, inputOf(one));
    if ("fault" in decided) throw new Error(`${one.file}:${one.line} is refused`);
    return reasons(decided.answer(lang)).map((sentence) => ({ sentence, place: `${one.file}:${one.line}` }));
  }),
}));
const inFrench = said[0]!.sentences;
const inEnglish = said[1]!.sentences;

/** Sentences that break a rule of writing, with their place. */
function breaking(sentences: typeof inFrench, rule: RegExp): string[] {
  return [
    ...new Set(
      sentences.filter(({ sentence }) => rule.test(sentence)).map(({ sentence, place }) => `${place}: ${sentence}`),
    ),
  ];
}

describe("the sentence of a refusal", () => {
  const letter = (days: number) => {
    const from = days === 214 ? "2024-04-04" : "2023-09-04";
    const experience = [{ from, to: null, share: 1, field: "social-intervention" }];
    const decided = ask("eligibility", {
      id: "letter",
      on: "2026-09-01",
      titles: [{ title: "DEES", awardedOn: "2019-06-30" }],
      experience,
    });
    if ("fault" in decided) throw new Error("refused");
    return LANGS.map((lang) => reasons(decided.answer(lang)).find((one) => /manque|short/.test(one)));
  };

  it("says how much is missing, about how long that is, and on which day it will be there", () => {
    deepEqual(letter(214), [
      "Il vous manque 214\u00a0jours équivalent temps plein, environ 8\u00a0mois\u202f; au rythme actuel vous les aurez le 3 avril 2027.",
      "You are 214 days of full-time equivalent short, about 8 months; at the present pace you will have them on 3 April 2027.",
    ]);
  });

  it("says a single day in the singular", () => {
    deepEqual(letter(1), [
      "Il vous manque 1\u00a0jour équivalent temps plein\u202f; au rythme actuel vous l’aurez le 2 septembre 2026.",
      "You are 1 day of full-time equivalent short; at the present pace you will have it on 2 September 2026.",
    ]);
  });
});

describe("the reasons of the worked cases", () => {
  it("are printed in French with no ordinary space where a line must not break", () => {
    deepEqual(breaking(inFrench, / [;:!?»%€]|« /), []);
    deepEqual(breaking(inFrench, /\d (?:jours?|ans?|mois|h)\b/), []);
  });

  it("use the apostrophe and the quotation marks of print", () => {
    deepEqual(breaking(inFrench, /['"]|\.\.\./), []);
    deepEqual(breaking(inEnglish, /['"]|\.\.\./), []);
  });

  it("start with a capital, end with a full stop, and have no space too many", () => {
    const whole = /^[A-ZÉÀÎ].*\.$/;
    for (const { lang, sentences } of said) {
      deepEqual(
        sentences.filter(({ sentence }) => !whole.test(sentence)),
        [],
        lang,
      );
      deepEqual(breaking(sentences, / {2}|^\s|\s$/), []);
    }
  });

  it("are one sentence each", () => {
    for (const { lang, sentences } of said) deepEqual(breaking(sentences, /[.!?] /), [], lang);
  });

  it("write the first of a month as an ordinal in French, and decimals with a comma", () => {
    deepEqual(
      breaking(
        inFrench,
        /\b1 (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
      ),
      [],
    );
    deepEqual(
      breaking(inFrench, /\d\.\d(?!.*arrêté)/).filter((one) => !/UF\d\.\d/.test(one)),
      [],
    );
    deepEqual(breaking(inEnglish, /\d,\d(?!\d\d)/), []);
  });

  it("agree in number", () => {
    deepEqual(breaking(inFrench, /(?<![\d,\u202f])[01]\u00a0(?:jours|ans)/), []);
    deepEqual(breaking(inEnglish, /(?<![\d.,])1 (?:days|months|years)/), []);
  });

  it("are not French on the English side", () => {
    const french = /\b(?:le|la|les|des|vous|votre|est|une|pour|avec)\b/i;
    deepEqual(
      breaking(inEnglish, french).filter((one) => !/ground: |by l’autorité/.test(one)),
      [],
    );
  });
});

describe("the catalogues of sentences", () => {
  /** Names of sentences that some worked case makes the law say. */
  const used = new Set<string>();
  const collect = (decision: string, value: unknown): void => {
    if (typeof value !== "object" || value === null || value === law.diploma || value === law.establishment) return;
    if ("says" in value && "condition" in value) used.add(`${decision} ${(value as Finding).says}`);
    for (const child of Array.isArray(value) ? value : Object.values(value)) collect(decision, child);
  };
  for (const one of cases) {
    const decision = DECISIONS.find(({ name }) => name === one.decision)!;
    collect(one.decision, decision.ready(law).decide(inputOf(one) as { id: string; on: string }));
  }

  it("have the same sentences in both languages", () => {
    for (const catalogue of Object.values(CATALOGUES)) deepEqual(Object.keys(catalogue.fr), Object.keys(catalogue.en));
  });

  it("have no sentence that no worked case makes the law say", () => {
    const unsaid = Object.entries(CATALOGUES).flatMap(([name, catalogue]) =>
      Object.keys(catalogue.fr).map((key) => `${name} ${key}`),
    );
    deepEqual(
      unsaid.filter((one) => !used.has(one)),
      [],
    );
  });

  it("say that a level rests on a reading, where it does", () => {
    const decided = ask("eligibility", {
      id: "read",
      on: "2026-03-01",
      titles: [{ title: "DEASS", awardedOn: "2021-06-30", startedOn: "2018-08-31" }],
      experience: [{ from: "2022-01-01", to: null, share: 1, field: "social-intervention" }],
    });
    ok(!("fault" in decided));
    const sentence =
      "Votre DEASS (niveau\u00a05 selon notre interprétation), obtenu le 30 juin 2021, ouvre cette voie.";
    equal(reasons(decided.answer("fr")).includes(sentence), true);
  });
});
