/**
 * Typst in its own process: one template and one JSON text in, a PDF/UA-1 out, or a PDF/A-3a with its data attached. A template reads its
 * own folder, `house.typ` (mapped into every folder) and `data.json`; no package.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { printableJson, spellIn } from "./printable.ts";

const FONTS = "@expo-google-fonts/atkinson-hyperlegible-next";
const STYLES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];
const HOUSE = join(import.meta.dirname, "house.typ");
/** Each round spells the characters that had no glyph in the last; two are enough unless spelling itself moves a ligature. */
const ROUNDS = 3;

export type Typeset = { readonly template: string; readonly json: string; readonly timestamp: number };
export type Outcome = { readonly pdf: Buffer } | { readonly fault: string };

const compilers = new Map<string, NodeCompiler>();

export function typeset({ template, json, timestamp }: Typeset): Outcome {
  const compiler = compilerFor(dirname(template));
  let text = printableJson(json);
  try {
    for (let round = 0; ; round++) {
      const outcome = attempt(compiler, template, text, timestamp);
      if (!("missing" in outcome)) return outcome;
      const spelt = spellIn(text, outcome.missing);
      if (round === ROUNDS || spelt === text) return { fault: `${basename(template)}: a character has no glyph` };
      text = spelt;
    }
  } finally {
    compiler.evictCache(0);
  }
}

function compilerFor(workspace: string): NodeCompiler {
  const known = compilers.get(workspace);
  if (known) return known;
  const fonts = dirname(createRequire(import.meta.url).resolve(`${FONTS}/package.json`));
  const made = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: STYLES.map((style) => join(fonts, style)) }] });
  made.mapShadow(join(workspace, "house.typ"), readFileSync(HOUSE));
  compilers.set(workspace, made);
  return made;
}

function attempt(
  compiler: NodeCompiler,
  template: string,
  json: string,
  timestamp: number,
): Outcome | { missing: string } {
  const data = join(dirname(template), "data.json");
  compiler.mapShadow(data, Buffer.from(json));
  try {
    const compiled = compiler.compile({ mainFilePath: template });
    const error = compiled.takeError();
    if (error) return { fault: diagnosis(compiler, error) };
    const pdfStandard = isArchived(template) ? "a-3a" : "ua-1";
    return { pdf: compiler.pdf(compiled.result!, { pdfStandard, creationTimestamp: timestamp }) };
  } catch (error) {
    return refusal(error instanceof Error ? error.message : "", template);
  } finally {
    compiler.unmapShadow(data);
  }
}

const archived = new Map<string, boolean>();

/** A document with its data attached is PDF/A-3a: PDF/UA-1 has no way to say how the attachment relates to the document. */
function isArchived(template: string): boolean {
  const known = archived.get(template) ?? readFileSync(template, "utf8").includes("pdf.attach(");
  archived.set(template, known);
  return known;
}

type Diagnostic = { message: string; path: string; range: { start: { line: number } } | null };

/** Where and what, without the values: the message is logged, and may quote a person's words. */
function diagnosis(compiler: NodeCompiler, error: NodeError): string {
  const found = compiler.fetchDiagnostics(error) as Diagnostic[];
  return found
    .slice(0, 3)
    .map(
      ({ message, path, range }) =>
        `${basename(path)}:${range ? range.start.line + 1 : "?"}: ${withoutValues(message)}`,
    )
    .join("; ");
}

function withoutValues(message: string): string {
  return message.replace(/(?::| \().*$/s, "").replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, "…");
}

/** The PDF export refuses what PDF/UA-1 forbids; its error is a list of diagnostics as text. */
function refusal(message: string, template: string): { missing: string } | { fault: string } {
  const missing = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].map(([, text]) =>
    unescape(text!),
  );
  if (missing.length > 0) return { missing: missing.join("") };
  const said = /message: "([^"\\]*)/.exec(message)?.[1] ?? "the PDF could not be written";
  return { fault: `${basename(template)}: ${said.slice(0, 200)}` };
}

function unescape(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
