/**
 * The hours due, planned and followed, unit by unit, in whole minutes.
 *
 * An attendance counts once it is countersigned; until then it is pending. Of two sessions at the same time only one counts, and a
 * countersigned one takes precedence.
 */
import type { Day } from "../../kit/day.ts";
import type { CommonInput } from "../../law/decision.ts";
import type { UnitEntry } from "../../law/diploma.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import type { PathwayInput } from "../pathway/brought.ts";
import { byCodePoint, pathwayRule } from "../pathway/rule.ts";

export const STATUSES = ["present", "part", "excused", "absent"] as const;
type Status = (typeof STATUSES)[number];
/** Present, if only in part. */
const THERE: readonly Status[] = ["present", "part"];

/** `from` and `to` are `HH:MM`, which sort as strings. */
export type Session = {
  readonly id: string;
  readonly unit: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly cancelled?: boolean;
};
export type Attendance = {
  readonly session: string;
  readonly status: Status;
  readonly countersigned: boolean;
  /** With status `part`. */
  readonly minutesMissed?: number;
};
/**
 * Minutes followed before the school kept its sessions here, attested as a whole: up to `until`, no session counts beside them, so that no
 * hour counts twice. `by`: the person who attests them, as written.
 */
export type Earlier = {
  readonly until: Day;
  readonly by: string;
  readonly units: readonly { readonly unit: string; readonly minutes: number }[];
};
export type HoursInput = CommonInput &
  PathwayInput & {
    readonly sessions: readonly Session[];
    readonly attendance: readonly Attendance[];
    readonly earlier?: Earlier;
  };

export const MINUTES = ["due", "planned", "done", "pending", "remaining", "beyond"] as const;
type Minutes = Readonly<Record<(typeof MINUTES)[number], number>>;
export type HoursAnswer = {
  readonly units: readonly (Minutes & { readonly unit: UnitEntry })[];
  readonly totals: Minutes;
  readonly complete: boolean;
  readonly findings: readonly Finding[];
};

/** Reads the law once; the returned function is pure. The input must have passed `hoursRejection`. */
export function hoursRule(law: Law): (input: HoursInput) => HoursAnswer {
  const pathway = pathwayRule(law);
  const entryOf = attendanceEntry(law);
  return (input) => {
    const { earlier } = input;
    const cancelled = attendedOf(input)
      .map(({ session }) => session)
      .filter(isCancelled);
    const covered = heldOf(input)
      .filter(({ session }) => isCovered(session, earlier))
      .map(({ session }) => session);
    const { taken, overlapping } = takenOf(input);
    const before = (earlier?.units ?? []).map(({ unit, minutes }) => ({ session: { unit }, minutes }));
    const kept = input.sessions.filter((one) => !isCancelled(one) && !isCovered(one, earlier));
    const planned = [...before, ...kept.map((session) => ({ session, minutes: lengthOf(session) }))];
    const done = [...before, ...taken.filter(({ record }) => record.countersigned)];
    const pending = taken.filter(({ record }) => !record.countersigned);
    const units = pathway(input).units.map(({ unit, remaining }) =>
      unitMinutes(unit, remaining, { planned: sum(planned, unit), done: sum(done, unit), pending: sum(pending, unit) }),
    );
    const totals = totalsOf(units);
    return {
      units,
      totals,
      complete: totals.remaining === 0,
      findings: [
        ...(earlier && earlier.units.length > 0
          ? [
              finding("earlier", true, "earlier", entryOf(earlier.units[0]!), {
                earlier,
                minutes: before.reduce((all, { minutes }) => all + minutes, 0),
              }),
            ]
          : []),
        ...covered
          .sort(byTime)
          .map((session) => finding("covered", false, "covered", entryOf(session), { session, earlier })),
        ...cancelled
          .sort(byTime)
          .map((session) => finding("cancelled", false, "cancelled", entryOf(session), { session })),
        ...overlapping
          .sort((a, b) => byTime(a.session, b.session))
          .map((both) => finding("overlap", false, "overlap", entryOf(both.session), both)),
        ...registrationFindings(law.diploma, input.on),
      ],
    };
  };
}

function unitMinutes(
  unit: UnitEntry,
  hours: number,
  { planned, done, pending }: Pick<Minutes, "planned" | "done" | "pending">,
): HoursAnswer["units"][number] {
  // Half hours are whole minutes; a percentage of relief may leave a fraction, which is rounded to the nearest.
  const due = Math.round(hours * 60);
  return { unit, due, planned, done, pending, remaining: Math.max(0, due - done), beyond: Math.max(0, done - due) };
}

/** The school's entry on hours followed; otherwise the unit's. */
function attendanceEntry({ diploma, school }: Law) {
  const units = new Map(diploma.domains.flatMap((domain) => domain.units.map((one) => [one.unit, one])));
  return ({ unit }: Pick<Session, "unit">) => school.attendance ?? units.get(unit)!;
}

/** On the day of the attestation itself too. */
function isCovered({ on }: Session, earlier: Earlier | undefined): boolean {
  return earlier !== undefined && on <= earlier.until;
}

/** The sessions that count, countersigned or not, with their minutes: what certificates list one by one. */
export function countedSessions(input: Counting): readonly Attended[] {
  return takenOf(input).taken;
}
type Counting = Pick<HoursInput, "on" | "sessions" | "attendance" | "earlier">;

/**
 * The sessions that took place by a day and were this person's to follow, attended or not. Of two at the same time one: that which counts, or
 * else the first. From 9 to 12 and from 10 to 13, 3 hours are held for them, and not 6; nothing beside what was carried over.
 */
export function heldSessions({ sessions, attendance, earlier }: Omit<Counting, "on">, until: Day): readonly Session[] {
  const took = sessions.filter((one) => one.on <= until && !isCancelled(one) && !isCovered(one, earlier));
  const days = [...Map.groupBy(took, ({ on }) => on).values()];
  if (!days.some(isCrowded)) return took;
  const last = new Map(attendance.map((one) => [one.session, one]));
  return days.flatMap((day) => (isCrowded(day) ? apart(day, last) : day));
}

function isCrowded(day: readonly Session[]): boolean {
  return day.some((one, nth) => day.slice(nth + 1).some((other) => meet(one, other)));
}

function apart(day: readonly Session[], last: ReadonlyMap<string, Attendance>): Session[] {
  const rank = ({ id }: Session) => {
    const record = last.get(id);
    return !record || !THERE.includes(record.status) ? 2 : record.countersigned ? 0 : 1;
  };
  const taken: Session[] = [];
  for (const one of day.toSorted((a, b) => rank(a) - rank(b) || byTime(a, b)))
    if (!taken.some((other) => meet(one, other))) taken.push(one);
  return taken;
}

function takenOf(input: Counting): Taken {
  return take(heldOf(input).filter(({ session }) => !isCovered(session, input.earlier)));
}

function heldOf(input: Counting): Attended[] {
  return attendedOf(input).filter(({ session }) => !isCancelled(session) && session.on <= input.on);
}

type Lasting = { readonly session: Pick<Session, "unit">; readonly minutes: number };
type Attended = { readonly session: Session; readonly minutes: number; readonly record: Attendance };

/** The sessions attended, by the last record of each, with their minutes. */
function attendedOf({ sessions, attendance }: Pick<HoursInput, "sessions" | "attendance">): Attended[] {
  const last = new Map(attendance.map((one) => [one.session, one]));
  return sessions.flatMap((session) => {
    const record = last.get(session.id);
    if (record === undefined || !THERE.includes(record.status)) return [];
    return [{ session, minutes: lengthOf(session) - (record.minutesMissed ?? 0), record }];
  });
}

function isCancelled({ cancelled }: Session): boolean {
  return cancelled === true;
}

type Both = { readonly session: Session; readonly over: Session };
type Taken = { readonly taken: readonly Attended[]; readonly overlapping: Both[] };

function take(attended: readonly Attended[]): Taken {
  const days = [...Map.groupBy(attended, ({ session }) => session.on).values()].map(takeDay);
  return {
    taken: days.flatMap(({ taken }) => taken),
    overlapping: days.flatMap(({ overlapping }) => overlapping),
  };
}

/** In order, unless the session overlaps one already taken: by its scheduled time, whatever was missed of it. */
function takeDay(attended: readonly Attended[]): Taken {
  const taken: Attended[] = [];
  const overlapping: Both[] = [];
  for (const candidate of [...attended].sort(inTurn)) {
    const over = taken.find((other) => meet(candidate.session, other.session));
    if (over) overlapping.push({ session: candidate.session, over: over.session });
    else taken.push(candidate);
  }
  return { taken, overlapping };
}

function inTurn(a: Attended, b: Attended): number {
  return Number(b.record.countersigned) - Number(a.record.countersigned) || byTime(a.session, b.session);
}

/** Times that touch do not overlap. */
function meet(a: Session, b: Session): boolean {
  return a.from < b.to && b.from < a.to;
}

function byTime(a: Session, b: Session): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return byCodePoint(a.id, b.id);
}

export function lengthOf({ from, to }: Pick<Session, "from" | "to">): number {
  return minuteOf(to) - minuteOf(from);
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function sum(of: readonly Lasting[], unit: UnitEntry): number {
  return of.reduce((total, { session, minutes }) => total + (session.unit === unit.unit ? minutes : 0), 0);
}

function totalsOf(units: readonly Minutes[]): Minutes {
  const total = (of: (typeof MINUTES)[number]) => units.reduce((sum, one) => sum + one[of], 0);
  return Object.fromEntries(MINUTES.map((name) => [name, total(name)])) as Minutes;
}
