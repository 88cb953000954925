/**
 * Worked cases of the law, `diplomas/<diploma>/cases/*.yaml`: a person, a day, the facts, and what the law answers, written
 * so that a jurist can read and correct them. They are run as tests, and shown beside the articles they illustrate.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { issue, type Issue, type JsonSchema, validator } from "../kit/schema.ts";
import { FAULTS } from "./decision.ts";
import { DaySchema, KeySchema, LabelSchema, oneOf } from "./entry.ts";
import { LawError, yamlFiles } from "./load.ts";
import { type LawProblem, readYaml } from "./yaml.ts";
import { closed } from "../kit/shapes.ts";

/** Facts and expected answers are those of the decision contract; each decision checks its own facts. */
const Facts = Type.Record(Type.String(), Type.Unknown());
/** Why the law gives no answer: the code of the contract, and where in the facts. */
const Refusal = Type.Object({ code: oneOf(...FAULTS), path: Type.String() }, closed);

const CaseSchema = Type.Object(
  {
    /** A short name, stable, by which a page or a report points at the case. */
    case: KeySchema,
    who: LabelSchema,
    on: DaySchema,
    facts: Facts,
    /** Only the fields that matter. A list of doors, units, domains, lines or payers is written by their names. */
    expect: Type.Optional(Facts),
    refused: Type.Optional(Refusal),
    /** Whole sentences that must stand among the reasons. */
    says: Type.Optional(Type.Array(LabelSchema, { minItems: 1 })),
    article: Type.String({ minLength: 1 }),
    /** Entries of the référentiel that the case is about, beyond those its answer cites. */
    illustrates: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    note: Type.Optional(LabelSchema),
  },
  closed,
);
const CaseFileSchema = Type.Object(
  {
    decision: KeySchema,
    establishment: Type.Optional(KeySchema),
    cases: Type.Array(CaseSchema, { minItems: 1 }),
  },
  closed,
);
type CaseFile = Static<typeof CaseFileSchema>;
type WrittenCase = CaseFile["cases"][number];

export type LawCase = WrittenCase & {
  readonly diploma: string;
  readonly decision: string;
  readonly establishment: string | undefined;
  /** Where a jurist finds it. */
  readonly file: string;
  readonly line: number;
};

const checkFile = validator(CaseFileSchema as unknown as JsonSchema, { guess: true });

/** Every case under `<folder>/diplomas/<diploma>/cases/`, in the order in which they are written. Throws `LawError`. */
export function loadCases(folder: string): LawCase[] {
  const problems: LawProblem[] = [];
  const cases = readdirSync(join(folder, "diplomas"))
    .filter((diploma) => existsSync(join(folder, "diplomas", diploma, "cases")))
    .sort()
    .flatMap((diploma) =>
      yamlFiles(folder, join("diplomas", diploma, "cases")).flatMap((file) => {
        const read = readYaml<CaseFile>(file, caseIssues, problems);
        if (!read) return [];
        const { decision, establishment } = read.data;
        return read.data.cases.map((one, at) => ({
          ...one,
          diploma,
          decision,
          establishment,
          file: file.name,
          line: read.lineOf(`cases[${at}]`),
        }));
      }),
    );
  if (problems.length > 0) throw new LawError(problems);
  return cases;
}

/** The facts as a decision takes them: the case's own name is the id. */
export function inputOf(one: LawCase): Record<string, unknown> {
  const school = one.establishment === undefined ? {} : { establishment: one.establishment };
  return { id: one.case, on: one.on, diploma: one.diploma, ...school, ...one.facts };
}

function caseIssues(value: CaseFile): Issue[] {
  const issues = checkFile(value);
  if (issues.length > 0) return issues;
  const names = value.cases.map((one) => one.case);
  return value.cases.flatMap((one, at) => [
    ...(names.indexOf(one.case) === at
      ? []
      : [issue(`cases[${at}].case`, `Nom donné deux fois : « ${one.case} ».`, `Name given twice: "${one.case}".`)]),
    ...((one.expect === undefined) === (one.refused === undefined)
      ? [
          issue(
            `cases[${at}]`,
            "Un cas attend une réponse (« expect ») ou un refus (« refused »), l’un des deux.",
            "A case expects an answer (`expect`) or a refusal (`refused`), one of the two.",
          ),
        ]
      : []),
  ]);
}
