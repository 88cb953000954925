/** Faults of a file of the law, planted in the invented one: each refused in words, on the line where somebody mends it. */
import { deepEqual } from "node:assert/strict";
import { it, type TestContext } from "node:test";
import { LawError, loadLaws, sayProblems } from "../law/load.ts";
import { plain } from "./case-answers.ts";
import { inventedLaw } from "./invented.ts";

export type Fault = {
  readonly it: string;
  readonly file: string;
  readonly text: string;
  readonly by: string;
  /** Where a person is sent, in lines from the one on which the replacement starts: 0 unless said. */
  readonly lines?: number;
  /** How many other faults follow from it: none unless said. */
  readonly following?: number;
  readonly path: string;
  readonly fr: string;
  readonly en: string;
};

/** What the loader says of a folder, in both languages, with ordinary spaces. */
export function said(path: string): { fr: string[]; en: string[] } {
  try {
    loadLaws(path);
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    const lines = (lang: "fr" | "en") => plain(sayProblems(error.problems, lang)).split("\n");
    return { fr: lines("fr"), en: lines("en") };
  }
  return { fr: [], en: [] };
}

export function refusing(fault: Fault): void {
  it(`refuses ${fault.it}`, (test: TestContext) => {
    const folder = inventedLaw(test);
    const line = folder.spoil(fault.file, fault.text, fault.by) + (fault.lines ?? 0);
    const { fr, en } = said(folder.path);
    const place = `${fault.file}:${line}: ${fault.path}: `;
    const ours = (lines: readonly string[], words: string) => [
      lines.filter((one) => one === place + words).length,
      lines.length,
    ];
    const expected = [1, 1 + (fault.following ?? 0)];
    deepEqual({ fr: ours(fr, fault.fr), en: ours(en, fault.en) }, { fr: expected, en: expected }, fr.join("\n"));
  });
}

export const SOURCE = 'source: { text: edict, article: "9", confidence: text }';
export const LOCAL = 'source: { text: notice, article: "d", confidence: local }';
export const WORDS = 'label: { fr: "a", en: "a" }';
export const backwards = (from: string, to: string) => ({
  fr: `La fin (${to}) est avant le début (${from}).`,
  en: `The end (${to}) is before the beginning (${from}).`,
});
export const twice = (name: string) => ({
  fr: `Nom donné deux fois : « ${name} ».`,
  en: `Name given twice: "${name}".`,
});
export const taken = (name: string) => ({
  fr: `« ${name} » est déjà le début d’une adresse du programme : choisissez un autre nom.`,
  en: `"${name}" already begins an address of the program’s own: choose another name.`,
});
