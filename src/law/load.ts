/**
 * Reads the data folders into the law: YAML, schema, cross-references, and the school checked against the nation.
 * A wrong file gives problems with file, line and what was expected; nothing is half loaded.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Label, Lang } from "../kit/lang.ts";
import { issue, type Issue, type JsonSchema, sharing, validator } from "../kit/schema.ts";
import { typographic } from "../kit/typography.ts";
import { diplomaIssues, schoolIssues } from "./consistency.ts";
import { type Diploma, type DiplomaFile, DiplomaSchema } from "./diploma.ts";
import { type Establishment, type EstablishmentFile, EstablishmentSchema } from "./establishment.ts";
import { type Law, RULES_VERSION } from "./law.ts";

/** A problem a person can go and mend. */
export type LawProblem = { readonly file: string; readonly line: number; readonly issue: Issue };
/** A file as it was read, to be kept under its hash for ever. */
export type LawFile = { readonly name: string; readonly bytes: Buffer; readonly hash: string };

export type Laws = {
  readonly diplomas: readonly { readonly data: Diploma; readonly file: LawFile }[];
  readonly establishments: readonly { readonly data: Establishment; readonly file: LawFile }[];
  readonly files: readonly LawFile[];
  /** The version of the rules to decide by: an old decision is made again by its own. */
  readonly rules: string;
};

export class LawError extends Error {
  readonly problems: readonly LawProblem[];
  constructor(problems: readonly LawProblem[]) {
    super(sayProblems(problems, "en"));
    this.problems = problems;
  }
}

export function sayProblems(problems: readonly LawProblem[], lang: Lang): string {
  return problems
    .map(
      ({ file, line, issue: { path, message } }) =>
        `${file}:${line}: ${path ? `${path}: ` : ""}${typographic(message(lang), lang)}`,
    )
    .join("\n");
}

const checkDiploma = validator(sharing(DiplomaSchema as unknown as JsonSchema));
const checkEstablishment = validator(sharing(EstablishmentSchema as unknown as JsonSchema));

/** Loads every `diplomas/<diploma>/*.yaml` and `establishments/*.yaml` under `folder`. Throws `LawError`, all problems at once. */
export function loadLaws(folder: string): Laws {
  const national = readdirSync(join(folder, "diplomas"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => yamlFiles(folder, join("diplomas", entry.name)));
  return readLaws(national, yamlFiles(folder, "establishments"));
}

/** The same of files that were kept, so that an old decision is made again from the very bytes, by the rules it was made by. */
export function readLaws(national: readonly LawFile[], local: readonly LawFile[], rules = RULES_VERSION): Laws {
  const problems: LawProblem[] = [];
  const diplomas = national.map((file) => read<DiplomaFile>(file, checkDiploma, diplomaIssues, problems));
  const known = diplomas.flatMap((one) => (one ? [one.data as unknown as Diploma] : []));
  // A school is not blamed for teaching a diploma that could not be read.
  const checkSchool = problems.length > 0 ? () => [] : (school: EstablishmentFile) => schoolIssues(school, known);
  const establishments = local.map((file) => read<EstablishmentFile>(file, checkEstablishment, checkSchool, problems));
  if (problems.length > 0) throw new LawError(problems);
  return {
    diplomas: diplomas.map((one) => ({ data: one!.data as unknown as Diploma, file: one!.file })),
    establishments: establishments.map((one) => ({ data: one!.data as unknown as Establishment, file: one!.file })),
    files: [...diplomas, ...establishments].map((one) => one!.file),
    rules,
  };
}

/** One version of one diploma with one school that prepares for it; `undefined` where they do not go together. */
export function lawOf(laws: Laws, diploma: string, version: string, establishment: string): Law | undefined {
  const national = laws.diplomas.find(({ data }) => data.diploma === diploma && data.version === version);
  const local = laws.establishments.find(({ data }) => data.establishment === establishment);
  const school = local?.data.diplomas.find((one) => one.diploma === diploma && one.version === version);
  if (!national || !local || !school) return undefined;
  return {
    diploma: national.data,
    establishment: local.data,
    school,
    basis: {
      diploma,
      version,
      hash: national.file.hash,
      establishment,
      establishmentHash: local.file.hash,
      rules: laws.rules,
    },
  };
}

/** The `.yaml` files right under a folder, by name. */
export function yamlFiles(folder: string, below: string): LawFile[] {
  return readdirSync(join(folder, below))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, below, name));
      return { name: `${below}/${name}`, bytes, hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
    });
}

/** What a checked file says, and where in it a path such as `doors[2].opens` stands. */
export type ReadYaml<T> = { readonly data: T; readonly lineOf: (path: string) => number };

/** Reads one file and tells all that is wrong with it; `undefined` where something is. `check` sees what YAML gave. */
export function readYaml<T>(
  file: LawFile,
  check: (value: T) => Issue[],
  problems: LawProblem[],
): ReadYaml<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(file.bytes.toString("utf8"), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    const said = fault.message.split("\n")[0]!;
    problems.push({ file: file.name, line, issue: issue("", `YAML illisible : ${said}`, `Unreadable YAML: ${said}`) });
    return undefined;
  }
  const data = document.toJS() as T;
  const lineOf = (path: string) => lineIn(document, lines, path);
  const issues = check(data);
  for (const found of issues) problems.push({ file: file.name, line: lineOf(found.path), issue: found });
  return issues.length === 0 ? { data, lineOf } : undefined;
}

/** The line of a path; of its nearest ancestor where the path itself is missing. */
function lineIn(document: Document, lines: LineCounter, path: string): number {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
  for (let length = steps.length; length > 0; length--) {
    const node = document.getIn(steps.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function read<T extends { texts: Record<string, { citation: Label }> }>(
  file: LawFile,
  check: (value: unknown) => Issue[],
  consistency: (value: T) => Issue[],
  problems: LawProblem[],
): { data: T; file: LawFile } | undefined {
  const checkAll = (value: T) => {
    const issues = check(value);
    return issues.length === 0 ? [...citationIssues(value), ...consistency(value)] : issues;
  };
  const found = readYaml<T>(file, checkAll, problems);
  return found && { data: nameEntries(found.data), file };
}

type Node = Record<string, unknown>;

/** Every `source.text` is one of the file's texts. */
function citationIssues(data: { texts: Record<string, unknown> }): Issue[] {
  const issues: Issue[] = [];
  walk(data, "", (node, path) => {
    const text = (node.source as { text?: string } | undefined)?.text;
    if (text !== undefined && !Object.hasOwn(data.texts, text)) {
      const known = Object.keys(data.texts).join(", ");
      issues.push(
        issue(
          `${path}.source.text`,
          `Texte inconnu « ${text} ». Sont déclarés : ${known}.`,
          `Unknown text "${text}". Declared are: ${known}.`,
        ),
      );
    }
  });
  return issues;
}

/** Gives each entry its `id` and the words of its citation, so that no rule looks anything up, and French its spaces of print. */
function nameEntries<T extends { texts: Record<string, { citation: Label }> }>(data: T): T {
  walk(data, "", (node, _path, id) => {
    if (typeof node.fr === "string") node.fr = typographic(node.fr, "fr");
    const source = node.source as { text: string } | undefined;
    if (source === undefined) return;
    node.id = id;
    node.citation = data.texts[source.text]!.citation;
  });
  return data;
}

/** Visits every object; `path` is where it stands in the file, `id` the same with names instead of numbers. */
function walk(value: unknown, path: string, visit: (node: Node, path: string, id: string) => void, id = path): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => walk(item, `${path}[${at}]`, visit, `${id}.${nameOf(item) ?? at}`));
  } else if (typeof value === "object" && value !== null) {
    if (path !== "") visit(value as Node, path, id);
    for (const [key, child] of Object.entries(value))
      walk(child, path === "" ? key : `${path}.${key}`, visit, id === "" ? key : `${id}.${key}`);
  }
}

/** An item of a list goes by its first property, when that is a name (`door: C3`). */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const [first] = Object.values(item);
  return typeof first === "string" ? first : undefined;
}
