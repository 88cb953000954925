/** What is read from outside is read in steps that grow as it does: twice as long takes twice as many, and not four times. */
import { deepEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { astray, isEndless, longestOf, stepsOf } from "./regex-steps.ts";

const SRC = fileURLToPath(new URL("..", import.meta.url));

/** What reads nothing that comes from outside, or so little that its square is small; each with the reason. */
const SHORT: Readonly<Record<string, string>> = {
  "law/school-consistency.ts: (\\d+(?:[.,]\\d+)?)\\s*%": "the school’s own file, once at the start",
  'documents/typst.ts: "(?:[^"\\\\]|\\\\.)*"|`[^`]*`': "what our printer says of one fault",
  'documents/typst.ts: the text `\\\\?"(.*?)\\\\?"` could not be displayed': "what our printer says of one fault",
  "documents/typst.ts: \\\\+u\\{([0-9a-f]+)\\}": "what our printer says of one fault",
};

const COMMENT = /^\s*(?:\/\*\*|\*|\/\/).*$/gm;
const LITERAL =
  /(?<=[(,=:[!&|?{};]\s*|\breturn |=> )\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuy]*)/g;
const PATTERN = /\bpattern: "((?:[^"\\]|\\.)*)"/g;

function regexesIn(text: string): RegExp[] {
  const code = text.replace(COMMENT, "");
  const written = [...code.matchAll(LITERAL)].flatMap(([, source, flags]) => {
    try {
      return [new RegExp(source!, flags)];
    } catch {
      // Two divisions, or what stands between two values of a template, look like one.
      return [];
    }
  });
  const patterns = [...code.matchAll(PATTERN)].map(
    ([, source]) => new RegExp(JSON.parse(`"${source}"`) as string, "u"),
  );
  return [...written, ...patterns];
}

/** By how much more steps there are for a text of twice the length, at the worst. */
function growth(regex: RegExp): number {
  const length = 60 + 2 * longestOf(regex);
  const [some, more] = [astray(regex, length), astray(regex, 2 * length)];
  return Math.max(
    ...more.map((text, at) => stepsOf(regex, text) / Math.min(stepsOf(regex, some[at]!), Number.MAX_VALUE)),
  );
}

const MOST = 2.6;

describe("an expression that reads what comes from outside", () => {
  const all = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("test/"))
    .flatMap((name) => regexesIn(readFileSync(join(SRC, name), "utf8")).map((regex) => ({ name, regex })))
    .filter(({ regex }) => isEndless(regex));

  it("takes twice the steps for twice the text", () => {
    ok(all.length > 120, `${all.length} are found`);
    const slow = all.flatMap(({ name, regex }) => (growth(regex) > MOST ? [`${name}: ${regex.source}`] : []));
    deepEqual(
      slow.filter((one) => !(one in SHORT)),
      [],
    );
    deepEqual(
      Object.keys(SHORT).filter((one) => !slow.includes(one)),
      [],
      "is quick, and needs no reason",
    );
  });

  it("is found where it is not: one that reads on to a bracket that never closes, one that begins anew at each sign", () => {
    for (const regex of [/\(.*?\)/g, /\+[^@]*@/, /\s+$/, /^(?:a+)+$/, /<[0-9a-f]{4}@[^>\s]+>/, /a*b?a*c/])
      ok(growth(regex) > MOST, regex.source);
    for (const regex of [
      /\([^()]*\)/g,
      /^([^+@]*)\+[^@]*@/,
      /\s+/g,
      /^[a-z]+$/,
      /<[0-9a-f]{4}@[^<>\s]+>/,
      /(?:^|\n)a[ \t]*:/,
    ])
      ok(growth(regex) <= MOST, regex.source);
  });
});
