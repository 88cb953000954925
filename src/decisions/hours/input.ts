/** The input schema of hours: the pathway's input, the sessions, and the attendance. */
import { invalid, type Rejection } from "../../law/decision.ts";
import { issue, type Issue, type JsonSchema } from "../../kit/schema.ts";
import type { Diploma } from "../../law/diploma.ts";
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
  time,
} from "../../law/input.ts";
import type { Law } from "../../law/law.ts";
import { grantRejection, maquetteRejection, pathwayIssues, pathwayProperties } from "../pathway/input.ts";
import { type Attendance, type Earlier, type HoursInput, lengthOf, type Session, STATUSES } from "./rule.ts";

/** The longest session runs from the first minute of a day to its last. */
const LIMITS = { sessions: 3_000, attendance: 5_000, minutes: 1_439, earlier: 200_000 } as const;

export function hoursSchema({ diploma }: Law): JsonSchema {
  const unit = among(diploma.domains.flatMap(({ units }) => units.map((one) => one.unit)));
  const flag: JsonSchema = { type: "boolean" };
  const session = { id: text, unit, on: day, from: time, to: time };
  const attended = { session: text, status: among(STATUSES), countersigned: flag };
  const part = { ...attended, minutesMissed: integer(1, LIMITS.minutes) };
  // Full presence or absence has no missed minutes: the key gets a fault of its own, not "unknown key".
  const other = { ...attended, minutesMissed: among([]) };
  return decisionInput(
    {
      ...pathwayProperties(diploma),
      sessions: listOf(record({ ...session, cancelled: flag }, Object.keys(session)), LIMITS.sessions),
      attendance: listOf(
        choose([[is("status", "part"), record(part, Object.keys(part))]], record(other, Object.keys(attended))),
        LIMITS.attendance,
      ),
      earlier: record(
        {
          until: day,
          by: text,
          units: listOf(record({ unit, minutes: integer(1, LIMITS.earlier) }, ["unit", "minutes"]), 100),
        },
        ["until", "by", "units"],
      ),
    },
    ["titles", "sessions", "attendance"],
  );
}

/** `invalid`, then `maquette`, then `grant`. */
export function hoursRejection(law: Law, input: HoursInput): Rejection | undefined {
  return (
    invalid([...pathwayIssues(law.diploma, input), ...hoursIssues(law.diploma, input)]) ??
    maquetteRejection(law, input) ??
    grantRejection(law, input)
  );
}

function hoursIssues({ domains }: Diploma, { domains: named, sessions, attendance, earlier, on }: HoursInput): Issue[] {
  const sought = domains.filter(({ domain }) => named === undefined || named.includes(domain));
  const units = new Set(sought.flatMap((domain) => domain.units.map(({ unit }) => unit)));
  const known = new Map(sessions.map((one) => [one.id, one]));
  return [
    ...onlyOnce(
      sessions.map(({ id }) => id),
      (index) => `sessions[${index}].id`,
    ),
    ...sessions.flatMap((session, index) => sessionIssues(session, `sessions[${index}]`, units)),
    ...attendance.flatMap((record, index) => attendanceIssues(record, `attendance[${index}]`, known)),
    ...(earlier ? earlierIssues(earlier, on, units) : []),
  ];
}

/** Attested up to a day that has come, each unit once. */
function earlierIssues({ until, units: followed }: Earlier, on: string, units: ReadonlySet<string>): Issue[] {
  return [
    ...notAfter("earlier.until", until, on),
    ...onlyOnce(
      followed.map(({ unit }) => unit),
      (index) => `earlier.units[${index}].unit`,
    ),
    ...followed.flatMap(({ unit }, index) =>
      units.has(unit) ? [] : [notSought(`earlier.units[${index}].unit`, unit)],
    ),
  ];
}

function notSought(path: string, unit: string): Issue {
  return issue(path, `${unit} est d’un domaine qui n’est pas demandé.`, `${unit} is of a domain that is not sought.`);
}

function sessionIssues({ unit, from, to }: Session, path: string, units: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  if (!units.has(unit)) issues.push(notSought(`${path}.unit`, unit));
  if (from >= to) {
    issues.push(
      issue(
        `${path}.to`,
        "Une séance finit le même jour, après avoir commencé.",
        "A session ends on the same day, after it begins.",
      ),
    );
  }
  return issues;
}

function attendanceIssues(record: Attendance, path: string, sessions: ReadonlyMap<string, Session>): Issue[] {
  const { session: id, minutesMissed = 0 } = record;
  const session = sessions.get(id);
  if (session === undefined) return [notGiven(`${path}.session`, id)];
  const most = lengthOf(session);
  if (minutesMissed <= most) return [];
  return [
    issue(
      `${path}.minutesMissed`,
      `La séance ne dure que ${most} minutes.`,
      `The session lasts no more than ${most} minutes.`,
    ),
  ];
}
