/** The input schema of the jury, built from the law, and the checks that a schema cannot express. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import type { Diploma } from "../../law/diploma.ts";
import {
  among,
  choose,
  day,
  decisionInput,
  is,
  listOf,
  notAfter,
  notGiven,
  onlyOnce,
  record,
  text,
} from "../../law/input.ts";
import { type Candidate, type JuryInput, type Panel, sidesOf } from "./facts.ts";

const MOST = { members: 200, panels: 500, candidates: 1_000, votes: 200 } as const;

const flag: JsonSchema = { type: "boolean" };

export function jurySchema(law: Diploma): JsonSchema {
  const exam = among(law.domains.map(({ domain }) => domain));
  const { override } = law.jury;
  const overrideSchema =
    override &&
    record({ rules: { type: "array", items: among(override.rules), minItems: 1 }, by: text, ground: text }, [
      "rules",
      "by",
      "ground",
    ]);
  return decisionInput(
    {
      order: record({ number: text, signedOn: day }, ["number", "signedOn"]),
      members: listOf(memberSchema(law), MOST.members),
      ...(overrideSchema && { override: overrideSchema }),
      panels: listOf(panelSchema(law, exam), MOST.panels),
      adopted: flag,
      candidates: listOf(candidateSchema(law, exam), MOST.candidates),
    },
    ["members", "candidates"],
  );
}

/** A member of a college with seats represents one of them, of one with sides stands on one; no other member does. */
function memberSchema({ jury }: Diploma): JsonSchema {
  const names = jury.colleges.map(({ key }) => key);
  const branches = jury.colleges.map(({ key, seats, sides }) => {
    const own: Record<string, JsonSchema> = {
      ...(seats && { represents: among(seats.map(({ seat }) => seat)) }),
      ...(sides && { side: among(sides.map(({ side }) => side)) }),
    };
    const properties = { id: text, college: { const: key }, appointedOn: day, present: flag, ...own };
    return [is("college", key), record(properties, ["id", "college", "present", ...Object.keys(own)])] as const;
  });
  const unknown = { type: "object", required: ["college"], properties: { college: among(names) } };
  return choose(branches, unknown);
}

function panelSchema(law: Diploma, exam: JsonSchema): JsonSchema {
  const branches = law.domains.map((domain) => {
    const by = among(sidesOf(domain).map((one) => one.by));
    const examiner = record({ id: text, by, designatedOn: day, marked: flag }, ["id", "by", "marked"]);
    const properties = {
      id: text,
      exam: { const: domain.domain },
      heldOn: day,
      examiners: { type: "array", items: examiner },
    };
    return [is("exam", domain.domain), record(properties, Object.keys(properties))] as const;
  });
  return choose(branches, { type: "object", required: ["exam"], properties: { exam } });
}

function candidateSchema(law: Diploma, exam: JsonSchema): JsonSchema {
  const kind = among((law.jury.links ?? []).map(({ link }) => link));
  const count: JsonSchema = { type: "integer", minimum: 0, maximum: MOST.votes };
  const vote = { exam, for: count, against: count, abstain: count };
  return record(
    {
      id: text,
      exams: { type: "array", items: exam, minItems: 1 },
      adjourned: flag,
      heardBy: { type: "array", items: text },
      director: text,
      directorTookPart: flag,
      links: { type: "array", items: record({ member: text, kind }, ["member", "kind"]) },
      votes: { type: "array", items: record(vote, Object.keys(vote)) },
    },
    ["id", "exams"],
  );
}

export function juryIssues(input: JuryInput): Issue[] {
  const panels = input.panels ?? [];
  const known: Known = {
    members: new Set(input.members.map(({ id }) => id)),
    panels: new Map(panels.map((one) => [one.id, one])),
  };
  return [
    ...once(input.members, "members"),
    ...once(panels, "panels"),
    ...once(input.candidates, "candidates"),
    ...panels.flatMap((panel, index) => [
      ...notAfter(`panels[${index}].heldOn`, panel.heldOn, input.on),
      ...once(panel.examiners, `panels[${index}].examiners`),
    ]),
    ...input.candidates.flatMap((candidate, index) => candidateIssues(candidate, `candidates[${index}]`, known)),
  ];
}

type Known = { readonly members: ReadonlySet<string>; readonly panels: ReadonlyMap<string, Panel> };

function once(list: readonly { readonly id: string }[], path: string): Issue[] {
  return onlyOnce(
    list.map(({ id }) => id),
    (index) => `${path}[${index}].id`,
  );
}

function candidateIssues(candidate: Candidate, path: string, known: Known): Issue[] {
  const { exams, heardBy = [], links = [], votes = [], director } = candidate;
  const unknown = heardBy.flatMap((id, at) => (known.panels.has(id) ? [] : [notGiven(`${path}.heardBy[${at}]`, id)]));
  const heard = heardBy.map((id) => known.panels.get(id)?.exam);
  return [
    ...onlyOnce(exams, (at) => `${path}.exams[${at}]`),
    ...unknown,
    ...(unknown.length === 0
      ? [
          ...onlyOnce(heard as string[], (at) => `${path}.heardBy[${at}]`),
          ...heard.flatMap((exam, at) => ofExams(`${path}.heardBy[${at}]`, exam!, exams)),
        ]
      : []),
    ...links.flatMap(({ member }, at) =>
      known.members.has(member) || member === director ? [] : [notGiven(`${path}.links[${at}].member`, member)],
    ),
    ...onlyOnce(
      votes.map(({ exam }) => exam),
      (at) => `${path}.votes[${at}].exam`,
    ),
    ...votes.flatMap(({ exam }, at) => ofExams(`${path}.votes[${at}].exam`, exam, exams)),
  ];
}

function ofExams(path: string, exam: string, exams: readonly string[]): Issue[] {
  if (exams.includes(exam)) return [];
  return [
    issue(
      path,
      `Le jury ne se prononce pas aujourd’hui sur l’épreuve ${exam} de cette personne.`,
      `The jury does not rule today on the exam ${exam} of this person.`,
    ),
  ];
}
