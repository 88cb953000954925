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
/** Why the law gives no answer: the fault code of the contract, and the path in the facts. */
const Refusal = Type.Object({ code: oneOf(...FAULTS), path: Type.String() }, closed);

const CaseSchema = Type.Object(
  {
    /** A short stable name, by which pages and reports refer to the case. */
    case: KeySchema,
    who: LabelSchema,
    on: DaySchema,
    facts: Facts,
    /** Only the fields that matter. Lists of doors, units, domains, lines or payers are given by name. */
    expect: Type.Optional(Facts),
    refused: Type.Optional(Refusal),
    /** Whole sentences expected among the reasons. */
    says: Type.Optional(Type.Array(LabelSchema, { minItems: 1 })),
    article: Type.String({ minLength: 1 }),
    /** Entries of the référentiel that the case illustrates, beyond those its answer cites. */
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
  /** Its place, for a jurist. */
  readonly file: string;
  readonly line: number;
};

const checkFile = validator(CaseFileSchema as unknown as JsonSchema, { guess: true });

/** All cases under `<folder>/diplomas/<diploma>/cases/`, in file order. Throws `LawError`. */
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
        return read.data.cases.map((written, index) => ({
          ...written,
          diploma,
          decision,
          establishment,
          file: file.name,
          line: read.lineOf(`cases[${index}]`),
        }));
      }),
    );
  if (problems.length > 0) throw new LawError(problems);
  return cases;
}

/** The input of the decision: the case's name is the id. */
export function inputOf(lawCase: LawCase): Record<string, unknown> {
  const school = lawCase.establishment === undefined ? {} : { establishment: lawCase.establishment };
  return { id: lawCase.case, on: lawCase.on, diploma: lawCase.diploma, ...school, ...lawCase.facts };
}

function caseIssues(value: CaseFile): Issue[] {
  const issues = checkFile(value);
  if (issues.length > 0) return issues;
  const names = value.cases.map((one) => one.case);
  return value.cases.flatMap((written, index) => [
    ...(names.indexOf(written.case) === index
      ? []
      : [
          issue(
            `cases[${index}].case`,
            `Nom donné deux fois : « ${written.case} ».`,
            `Name given twice: "${written.case}".`,
          ),
        ]),
    ...((written.expect === undefined) === (written.refused === undefined)
      ? [
          issue(
            `cases[${index}]`,
            "Un cas attend une réponse (« expect ») ou un refus (« refused »), l’un des deux.",
            "A case expects an answer (`expect`) or a refusal (`refused`), one of the two.",
          ),
        ]
      : []),
  ]);
}
