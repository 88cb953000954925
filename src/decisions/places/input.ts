/** The input schema of places: the commission's list, later events, and the number of places. */
import type { Day } from "../../kit/day.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import { invalid, type Rejection } from "../../law/decision.ts";
import {
  among,
  choose,
  day,
  decisionInput,
  integer,
  is,
  listOf,
  notAfter,
  notBefore,
  onlyOnce,
  record,
  text,
} from "../../law/input.ts";
import { DECIDED, EVENTS, type PlacesInput } from "./rule.ts";

const LIMITS = { places: 10_000, candidates: 2_000, events: 20, rank: 100_000, answerDays: 365 } as const;

export function placesSchema(): JsonSchema {
  const events = listOf(record({ on: day, kind: among(EVENTS) }, ["on", "kind"]), LIMITS.events);
  const waiting = { id: text, decision: among(DECIDED), rank: integer(1, LIMITS.rank), joinedOn: day, events };
  // A candidate not waiting has no rank: the key gets a fault of its own, not "unknown key".
  const decided = { ...waiting, rank: among([]), joinedOn: among([]) };
  return decisionInput(
    {
      places: integer(0, LIMITS.places),
      decidedOn: day,
      answerWithin: integer(1, LIMITS.answerDays),
      callsUntil: day,
      candidates: listOf(
        choose(
          [[is("decision", "waiting"), record(waiting, ["id", "decision", "rank"])]],
          record(decided, ["id", "decision"]),
        ),
        LIMITS.candidates,
      ),
    },
    ["places", "decidedOn", "answerWithin", "candidates"],
  );
}

/** `invalid`, then `places`. */
export function placesRejection(input: PlacesInput): Rejection | undefined {
  return invalid(placesIssues(input)) ?? tooManyAdmitted(input);
}

function placesIssues({ on, decidedOn, candidates }: PlacesInput): Issue[] {
  const ranked = candidates.flatMap(({ rank }, at) => (rank === undefined ? [] : [{ rank: String(rank), at }]));
  return [
    ...notAfter("decidedOn", decidedOn, on),
    ...onlyOnce(
      candidates.map(({ id }) => id),
      (at) => `candidates[${at}].id`,
    ),
    ...onlyOnce(
      ranked.map(({ rank }) => rank),
      (nth) => `candidates[${ranked[nth]!.at}].rank`,
    ),
    ...candidates.flatMap(({ joinedOn }, at) =>
      joinedOn === undefined ? [] : within(`candidates[${at}].joinedOn`, joinedOn, decidedOn, on),
    ),
    ...candidates.flatMap(({ joinedOn = decidedOn, events = [] }, at) =>
      events.flatMap((event, nth) => within(`candidates[${at}].events[${nth}].on`, event.on, joinedOn, on)),
    ),
  ];
}

function within(path: string, tested: Day, first: Day, last: Day): Issue[] {
  return [...notBefore(path, tested, first), ...notAfter(path, tested, last)];
}

function tooManyAdmitted({ places, candidates }: PlacesInput): Rejection | undefined {
  const admitted = candidates.filter(({ decision }) => decision === "admitted").length;
  if (admitted <= places) return undefined;
  return {
    code: "places",
    issues: [
      issue(
        "places",
        `La liste compte plus d’admis (${admitted}) que de places (${places}).`,
        `The list has more people admitted (${admitted}) than places (${places}).`,
      ),
    ],
  };
}
