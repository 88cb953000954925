import { deepEqual, equal, throws } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { plain } from "../test/case-answers.ts";
import { inputOf, loadCases } from "./cases.ts";
import { LawError, sayProblems } from "./load.ts";

const KEEPER = `decision: eligibility
establishment: ponant
cases:
  - case: keeper
    who: { fr: "Une gardienne", en: "A keeper" }
    on: 2026-03-01
    facts: { titles: [] }
    expect: { outcome: eligible }
    article: "6"
`;

function folderOf(test: TestContext, files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "livret-cases-"));
  test.after(() => rmSync(path, { recursive: true }));
  mkdirSync(join(path, "diplomas/lighthouse/cases"), { recursive: true });
  mkdirSync(join(path, "diplomas/without-cases"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, "diplomas/lighthouse/cases", name), text);
  return path;
}

function said(path: string, lang: "fr" | "en" = "en"): string[] {
  try {
    loadCases(path);
    return [];
  } catch (error) {
    if (error instanceof LawError) return plain(sayProblems(error.problems, lang)).split("\n");
    throw error;
  }
}

describe("the worked cases of a folder", () => {
  it("come in the order of files and of lines, each with its place", (test) => {
    const second = KEEPER.replace("keeper", "other").replace("establishment: ponant\n", "");
    const cases = loadCases(folderOf(test, { "b.yaml": second, "a.yaml": KEEPER }));
    deepEqual(
      cases.map((one) => [one.case, one.diploma, one.decision, one.establishment, one.file, one.line]),
      [
        ["keeper", "lighthouse", "eligibility", "ponant", "diplomas/lighthouse/cases/a.yaml", 4],
        ["other", "lighthouse", "eligibility", undefined, "diplomas/lighthouse/cases/b.yaml", 3],
      ],
    );
  });

  it("become inputs of a decision under the case's own name", (test) => {
    const [one] = loadCases(folderOf(test, { "a.yaml": KEEPER }));
    const common = { id: "keeper", on: "2026-03-01", diploma: "lighthouse", titles: [] };
    deepEqual(inputOf(one!), { ...common, establishment: "ponant" });
    deepEqual(inputOf({ ...one!, establishment: undefined }), common);
  });

  it("are refused where one name is given twice in a file", (test) => {
    const twice = KEEPER + KEEPER.slice(KEEPER.indexOf("  - case"));
    const path = folderOf(test, { "a.yaml": twice });
    deepEqual(said(path), ['diplomas/lighthouse/cases/a.yaml:10: cases[1].case: Name given twice: "keeper".']);
    deepEqual(said(path, "fr"), [
      "diplomas/lighthouse/cases/a.yaml:10: cases[1].case: Nom donné deux fois : « keeper ».",
    ]);
  });

  it("expect an answer or a refusal, never both, never neither", (test) => {
    const refusal = "    refused: { code: invalid, path: on }\n";
    const expects = "    expect: { outcome: eligible }\n";
    const wanted =
      "diplomas/lighthouse/cases/a.yaml:4: cases[0]: A case expects an answer (`expect`) or a refusal (`refused`), one of the two.";
    deepEqual(said(folderOf(test, { "a.yaml": KEEPER + refusal })), [wanted]);
    deepEqual(said(folderOf(test, { "a.yaml": KEEPER.replace(expects, "") })), [wanted]);
    deepEqual(said(folderOf(test, { "a.yaml": KEEPER.replace(expects, refusal) })), []);
  });

  it("leave no list empty and no text blank", (test) => {
    const path = (text: string, by: string) => said(folderOf(test, { "a.yaml": KEEPER.replace(text, by) }));
    const at = "diplomas/lighthouse/cases/a.yaml";
    deepEqual(path('article: "6"', 'article: ""'), [`${at}:9: cases[0].article: Least number of characters: 1.`]);
    deepEqual(path('article: "6"', 'article: "6"\n    says: []'), [
      `${at}:10: cases[0].says: Least number of items: 1.`,
    ]);
    deepEqual(path('article: "6"', 'article: "6"\n    illustrates: []'), [
      `${at}:10: cases[0].illustrates: Least number of items: 1.`,
    ]);
    deepEqual(path('article: "6"', 'article: "6"\n    illustrates: [""]'), [
      `${at}:10: cases[0].illustrates[0]: Least number of characters: 1.`,
    ]);
    deepEqual(said(folderOf(test, { "a.yaml": "decision: eligibility\ncases: []\n" })), [
      `${at}:2: cases: Least number of items: 1.`,
    ]);
  });

  it("say in French what a case expects", (test) => {
    const path = folderOf(test, { "a.yaml": KEEPER.replace("    expect: { outcome: eligible }\n", "") });
    deepEqual(said(path, "fr"), [
      "diplomas/lighthouse/cases/a.yaml:4: cases[0]: Un cas attend une réponse (« expect ») ou un refus (« refused »), l’un des deux.",
    ]);
  });

  it("are told all their faults at once, with line and words", (test) => {
    const broken = KEEPER.replace("2026-03-01", "2026-02-29").replace('article: "6"', "articl: 6");
    deepEqual(said(folderOf(test, { "a.yaml": broken, "b.yaml": "cases: [" })), [
      'diplomas/lighthouse/cases/a.yaml:9: cases[0].articl: This key is not known here. Is it "article"?',
      "diplomas/lighthouse/cases/a.yaml:6: cases[0].on: Expected: a real calendar day, from 1900-01-01 to 2199-12-31, written YYYY-MM-DD.",
      'diplomas/lighthouse/cases/b.yaml:1: The bracket "[" waits for "]": items are separated by commas, and the list is closed.',
    ]);
  });

  it("know the codes of refusal only", (test) => {
    const refused = KEEPER.replace("expect: { outcome: eligible }", "refused: { code: wrong, path: on }");
    throws(
      () => loadCases(folderOf(test, { "a.yaml": refused })),
      /a\.yaml:8: cases\[0\]\.refused\.code: Unknown value\. Known are: "invalid"/,
    );
  });

  it("are none where no diploma has any", (test) => {
    equal(loadCases(folderOf(test, {})).length, 0);
  });
});
