/**
 * Answers given once and kept: each worked case with what the law answered, sentences left out (words may be mended, the
 * meaning may not). A rule that changes meaning raises `RULES_VERSION`, a corrected référentiel says so in its history; then,
 * and only then, `npm run law:seal` seals anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inputOf, type LawCase, loadCases } from "../law/cases.ts";
import type { SaidFinding } from "../law/finding.ts";
import { RULES_VERSION } from "../law/law.ts";
import { ask, ROOT } from "./law-world.ts";

const SEALED = fileURLToPath(new URL("fixtures/sealed-decisions.ndjson", import.meta.url));

export type Sealed = { readonly case: string; readonly rules: string; readonly answer: unknown };

/** What is sealed of a case: a finding is its condition, whether it is met, its article and how sure it is. */
export function seal(one: LawCase): Sealed {
  const decided = ask(one.decision, inputOf(one));
  const answer = "fault" in decided ? { refused: decided.fault.code } : short(decided.answer("fr"));
  return { case: `${one.decision} ${one.case}`, rules: RULES_VERSION, answer };
}

function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== "object" || value === null) return value;
  if ("reason" in value) {
    const { condition, met, source } = value as SaidFinding;
    return `${condition} ${met}: ${source.article} (${source.confidence})`;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (key === "basis" || key === "id" ? [] : [[key, short(child)]])),
  );
}

export function sealedCases(): Sealed[] {
  return readFileSync(SEALED, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Sealed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = loadCases(ROOT).map((one) => JSON.stringify(seal(one)));
  writeFileSync(SEALED, `${lines.join("\n")}\n`);
  console.log(`${lines.length} answers sealed in ${join("src/test/fixtures", "sealed-decisions.ndjson")}`);
}
