/** The input schema of the indicators: the year, the sites, the people and what became of them, the surveys. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import {
  among,
  choose,
  day,
  decisionInput,
  integer,
  is,
  listOf,
  notAfter,
  notGiven,
  onlyOnce,
  record,
  text,
} from "../../law/input.ts";
import { DEPARTURES, type IndicatorsInput, OUTCOMES, SATISFIED, SITUATIONS, SURVEYS } from "./rule.ts";

const MOST = { sites: 50, people: 5_000, documents: 500 } as const;

export function indicatorsSchema(): JsonSchema {
  const person = {
    id: text,
    site: text,
    plannedEnd: day,
    backOn: day,
    rulings: listOf(record({ on: day, outcome: among(OUTCOMES) }, ["on", "outcome"]), MOST.documents),
    left: record({ on: day, kind: among(DEPARTURES) }, ["on", "kind"]),
  };
  const survey = (name: (typeof SURVEYS)[number], answer: JsonSchema) =>
    [
      is("survey", name),
      record(
        {
          survey: { const: name },
          site: text,
          asked: integer(0, MOST.people),
          answers: listOf(answer, MOST.people),
        },
        ["survey", "site", "asked", "answers"],
      ),
    ] as const;
  return decisionInput(
    {
      year: integer(2000, 2199),
      minimum: integer(1, 100),
      sites: listOf(text, MOST.sites, 1),
      people: listOf(record(person, ["id", "site", "plannedEnd"]), MOST.people),
      surveys: listOf(
        choose([survey("end", among(SATISFIED)), survey("six-months", among(SITUATIONS))], {
          type: "object",
          required: ["survey"],
          properties: { survey: among(SURVEYS) },
        }),
        2 * MOST.sites,
      ),
    },
    ["year", "sites", "people"],
  );
}

export function indicatorsIssues({ on, sites, people, surveys = [] }: IndicatorsInput): Issue[] {
  const known = new Set(sites);
  const isSite = (path: string, site: string) => (known.has(site) ? [] : [notGiven(path, site)]);
  return [
    ...onlyOnce(sites, (at) => `sites[${at}]`),
    ...onlyOnce(
      people.map(({ id }) => id),
      (at) => `people[${at}].id`,
    ),
    ...people.flatMap(({ site, left }, at) => [
      ...isSite(`people[${at}].site`, site),
      ...notAfter(`people[${at}].left.on`, left?.on, on),
    ]),
    ...onlyOnce(
      surveys.map(({ survey, site }) => `${survey} ${site}`),
      (at) => `surveys[${at}]`,
    ),
    ...surveys.flatMap(({ site, asked, answers }, at) => [
      ...isSite(`surveys[${at}].site`, site),
      ...(answers.length > asked
        ? [
            issue(
              `surveys[${at}].answers`,
              "Plus de réponses que de personnes interrogées.",
              "More answers than people asked.",
            ),
          ]
        : []),
    ]),
  ];
}
