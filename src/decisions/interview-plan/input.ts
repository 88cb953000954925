/** The input schema of a day of interviews. */
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { minutesOf, time } from "../../kit/time.ts";
import { among, integer, listOf, onlyOnce, record, text } from "../../law/input.ts";
import type { InterviewsInput, Span } from "./facts.ts";

const DAY = 1_440;
const LIMITS = { candidates: 100, pairs: 20, rooms: 40, members: 10, spans: 20, persons: 200 } as const;

export function interviewsSchema(): JsonSchema {
  const spans = listOf(record({ from: time, to: time }, ["from", "to"]), LIMITS.spans);
  const pair = record({ id: text, members: listOf(text, LIMITS.members), away: spans }, ["id", "members"]);
  const room = record(
    { id: text, for: among(["analysis", "interview"]), seats: integer(1, LIMITS.candidates), away: spans },
    ["id", "for"],
  );
  const extra = { type: "number", minimum: 0, maximum: 100, decimals: 2 };
  const candidate = record({ id: text, extra, away: spans, not: listOf(text, LIMITS.persons) }, ["id"]);
  return record(
    {
      id: text,
      // 0: no analysis before the interview, and no seat for it.
      analysis: integer(0, DAY),
      interview: integer(1, DAY),
      step: among([5, 10, 15]),
      maxWait: integer(0, DAY),
      opens: time,
      closes: time,
      breaks: spans,
      pairs: listOf(pair, LIMITS.pairs),
      rooms: listOf(room, LIMITS.rooms),
      candidates: listOf(candidate, LIMITS.candidates),
    },
    ["id", "analysis", "interview", "step", "maxWait", "opens", "closes", "breaks", "pairs", "rooms", "candidates"],
  );
}

/** The checks that the schema cannot express. */
export function interviewsIssues({ opens, closes, breaks, pairs, rooms, candidates }: InterviewsInput): Issue[] {
  const persons = new Set(pairs.flatMap(({ members }) => members));
  const once = (list: string, all: readonly { readonly id: string }[]) =>
    onlyOnce(
      all.map(({ id }) => id),
      (at) => `${list}[${at}].id`,
    );
  const away = (list: string, all: readonly { readonly away?: readonly Span[] }[]) =>
    all.flatMap((resource, index) => backwards(`${list}[${index}].away`, resource.away ?? []));
  return [
    ...(minutesOf(closes) > minutesOf(opens) ? [] : [notLater("closes", opens)]),
    ...backwards("breaks", breaks),
    ...once("pairs", pairs),
    ...away("pairs", pairs),
    ...once("rooms", rooms),
    ...away("rooms", rooms),
    ...once("candidates", candidates),
    ...away("candidates", candidates),
    ...candidates.flatMap(({ not = [] }, at) =>
      not.flatMap((person, nth) => (persons.has(person) ? [] : [nobody(`candidates[${at}].not[${nth}]`, person)])),
    ),
  ];
}

function backwards(path: string, spans: readonly Span[]): Issue[] {
  return spans.flatMap(({ from, to }, at) =>
    minutesOf(to) > minutesOf(from) ? [] : [notLater(`${path}[${at}].to`, from)],
  );
}

function notLater(path: string, than: string): Issue {
  return issue(path, `Cette heure doit être après ${than}.`, `This time must be after ${than}.`);
}

function nobody(path: string, person: string): Issue {
  return issue(
    path,
    `« ${person.slice(0, 60)} » ne fait partie d’aucun binôme.`,
    `"${person.slice(0, 60)}" is in none of the pairs.`,
  );
}
