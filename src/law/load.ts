/**
 * Loads the data folders: YAML, schema, cross-references, and each school checked against the national law. A wrong file gives problems
 * with file, line and what was expected; loading is all or nothing.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Label, Lang } from "../kit/lang.ts";
import { issue, type Issue, type JsonSchema, sharing, validator } from "../kit/schema.ts";
import { typographic } from "../kit/typography.ts";
import { diplomaIssues } from "./consistency.ts";
import { type Diploma, type DiplomaFile, DiplomaSchema } from "./diploma.ts";
import { type Establishment, type EstablishmentFile, EstablishmentSchema } from "./establishment.ts";
import { type Law, RULES_VERSION } from "./law.ts";
import { schoolIssues } from "./school-consistency.ts";
import { diplomasTogether, schoolsTogether } from "./together.ts";
import { walk } from "./walk.ts";
import { type LawFile, type LawProblem, readYaml, type ReadYaml } from "./yaml.ts";

export type Laws = {
  readonly diplomas: readonly { readonly data: Diploma; readonly file: LawFile }[];
  readonly establishments: readonly { readonly data: Establishment; readonly file: LawFile }[];
  readonly files: readonly LawFile[];
  /** The version of the rules to decide by: an old decision is replayed under its own. */
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

const checkDiploma = validator(sharing(DiplomaSchema as unknown as JsonSchema), { guess: true });
const checkEstablishment = validator(sharing(EstablishmentSchema as unknown as JsonSchema), { guess: true });

/** Loads every `diplomas/<diploma>/*.yaml` and `establishments/*.yaml` under `folder`. Throws `LawError`, all problems at once. */
export function loadLaws(folder: string): Laws {
  const folders = readdirSync(join(folder, "diplomas"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join("diplomas", entry.name));
  const misnamed = (below: string) => strays(folder, below, EXTENSION, MISNAMED);
  const problems = [...strays(folder, "diplomas", "", MISPLACED), ...folders.flatMap(misnamed)];
  const national = folders.flatMap((below) => yamlFiles(folder, below));
  const diplomas = national.map((file) => read<DiplomaFile>(file, checkDiploma, diplomaIssues, problems));
  problems.push(...diplomasTogether(diplomas.flatMap((one) => one ?? [])));
  const known = diplomas.flatMap((one) => (one ? [one.data as unknown as Diploma] : []));
  // A school is not checked against diplomas if any of them could not be read.
  const sound = problems.length === 0 ? known : undefined;
  const checkSchool = (school: EstablishmentFile) => schoolIssues(school, sound);
  problems.push(...misnamed("establishments"));
  const schools = yamlFiles(folder, "establishments").map((file) =>
    read<EstablishmentFile>(file, checkEstablishment, checkSchool, problems),
  );
  problems.push(...schoolsTogether(schools.flatMap((one) => one ?? [])));
  return lawsOf({ diplomas, schools, problems, rules: RULES_VERSION });
}

/**
 * Loads stored files, so that an old decision is replayed from the same bytes and rules. They were checked when first loaded: checks added
 * since do not apply.
 */
export function readLaws(national: readonly LawFile[], local: readonly LawFile[], rules = RULES_VERSION): Laws {
  const problems: LawProblem[] = [];
  const diplomas = national.map((file) => read<DiplomaFile>(file, checkDiploma, () => [], problems));
  const schools = local.map((file) => read<EstablishmentFile>(file, checkEstablishment, () => [], problems));
  return lawsOf({ diplomas, schools, problems, rules });
}

type Read<T> = ReadYaml<T> & { readonly file: LawFile };

type Files = {
  readonly diplomas: readonly (Read<DiplomaFile> | undefined)[];
  readonly schools: readonly (Read<EstablishmentFile> | undefined)[];
  readonly problems: readonly LawProblem[];
  readonly rules: string;
};

function lawsOf({ diplomas, schools, problems, rules }: Files): Laws {
  if (problems.length > 0) throw new LawError(problems);
  return {
    diplomas: diplomas.map((one) => ({ data: one!.data as unknown as Diploma, file: one!.file })),
    establishments: schools.map((one) => ({ data: one!.data as unknown as Establishment, file: one!.file })),
    files: [...diplomas, ...schools].map((one) => one!.file),
    rules,
  };
}

/** One version of a diploma with one school that prepares for it; undefined if they do not match. */
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

/** The `.yaml` files directly in a folder, by name. */
export function yamlFiles(folder: string, below: string): LawFile[] {
  return readdirSync(join(folder, below))
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, below, name));
      return { name: `${below}/${name}`, bytes, hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
    });
}

/** Misplaced or misnamed files, which would silently not be read. */
function strays(folder: string, below: string, but: string, why: Issue): LawProblem[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name) && !(but && entry.name.endsWith(but)))
    .map(({ name }) => ({ file: `${below}/${name}`, line: 1, issue: why }));
}

const EXTENSION = ".yaml";

const MISNAMED = issue(
  "",
  "Ce fichier ne serait pas lu : son nom doit finir par .yaml, en minuscules.",
  "This file would not be read: its name must end in .yaml, in small letters.",
);
const MISPLACED = issue(
  "",
  "Ce fichier ne serait pas lu : une version d’un diplôme se range dans le dossier de celui-ci, diplomas/<diplôme>/<version>.yaml.",
  "This file would not be read: a version of a diploma goes into the folder of that diploma, diplomas/<diploma>/<version>.yaml.",
);

function read<T extends { texts: Record<string, { citation: Label }> }>(
  file: LawFile,
  check: (value: unknown) => Issue[],
  consistency: (value: T) => Issue[],
  problems: LawProblem[],
): Read<T> | undefined {
  const checkAll = (value: T) => {
    const issues = check(value);
    return issues.length === 0 ? consistency(value) : issues;
  };
  const parsed = readYaml<T>(file, checkAll, problems);
  return parsed && { ...parsed, data: nameEntries(parsed.data), file };
}

/** Gives each entry its `id` and citation, so that no rule looks anything up, and gives French its typographic spaces. */
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
