/**
 * A day of interviews in units of its step: when each may begin, grouped by equivalence. Candidates with the same times and refusals, and
 * interchangeable pairs and rooms, are counted, not named: this keeps the search short.
 */
import { minutesOf } from "../../kit/time.ts";
import type { Candidate, InterviewsInput, Pair, Span } from "./facts.ts";

/** Minutes from the day's opening. */
type Between = { readonly from: number; readonly to: number };

/** Interchangeable pairs, rooms or seats. */
export type Group = { readonly names: readonly string[]; readonly away: readonly Between[] };
export type People = {
  readonly names: readonly string[];
  /** In units, like everything below. */
  readonly analysis: number;
  readonly interview: number;
  /** Indexed by the starting unit: true if no absence, break or end of day is in the way. */
  readonly mayAnalyse: readonly boolean[];
  readonly mayInterview: readonly boolean[];
  /** Indices of groups of pairs. */
  readonly refused: ReadonlySet<number>;
};
export type Day = {
  readonly step: number;
  readonly opens: number;
  readonly units: number;
  readonly patience: number;
  readonly people: readonly People[];
  readonly pairs: readonly Group[];
  /** Groups of pairs that share a member: never at the same time. */
  readonly shared: readonly (readonly number[])[];
  readonly analysisRooms: readonly Group[];
  readonly interviewRooms: readonly Group[];
};

/** `longer`: minutes added after the end of the day. */
export function dayOf(input: InterviewsInput, longer = 0): Day {
  const opens = minutesOf(input.opens);
  const { step } = input;
  const length = minutesOf(input.closes) + longer - opens;
  const units = Math.floor(length / step);
  const between = (spans: readonly Span[] = []): Between[] =>
    spans.map(({ from, to }) => ({ from: minutesOf(from) - opens, to: minutesOf(to) - opens }));
  const breaks = between(input.breaks);
  const pairs = grouped(input.pairs, pairLikeness(input));
  const refusedBy = ({ not = [] }: Candidate) =>
    pairs.flatMap(([pair], index) => (pair!.members.some((member) => not.includes(member)) ? [index] : []));
  const people = input.candidates.map((candidate) => {
    const away = [...breaks, ...between(candidate.away)];
    const [analysis, interview] = [input.analysis, input.interview].map((minutes) =>
      unitsOf(minutes, candidate.extra ?? 0, step),
    ) as [number, number];
    const starts = (wanted: number) =>
      Array.from({ length: units }, (_, at) => at + wanted <= units && isFree(at, wanted, step, away));
    return {
      name: candidate.id,
      analysis,
      interview,
      mayAnalyse: starts(analysis),
      mayInterview: starts(interview),
      refused: refusedBy(candidate),
    };
  });
  // Without an analysis, the room is a dummy with a seat for all, so that no candidate waits for it.
  const nothing = input.analysis === 0;
  const nowhere = [{ names: input.candidates.map(() => ""), away: [] }];
  const rooms = (kind: "analysis" | "interview") =>
    grouped(
      input.rooms.filter((room) => room.for === kind),
      (room) => room.away ?? [],
    ).map((alike) => ({
      names: alike.flatMap(({ id, seats = 1 }) => (kind === "analysis" ? Array<string>(seats).fill(id) : [id])),
      away: between(alike[0]!.away),
    }));
  return {
    step,
    opens,
    units,
    patience: nothing ? 0 : Math.floor(input.maxWait / step),
    people: grouped(people, (one) => ({ ...one, name: "" })).map((alike) => ({
      ...alike[0]!,
      names: alike.map(({ name }) => name),
      refused: new Set(alike[0]!.refused),
    })),
    pairs: pairs.map((alike) => ({ names: alike.map(({ id }) => id), away: between(alike[0]!.away) })),
    shared: sharedPersons(pairs),
    analysisRooms: nothing ? nowhere : rooms("analysis"),
    interviewRooms: rooms("interview"),
  };
}

/** The same day cut after this many units: less to search. */
export function shortened(day: Day, units: number): Day {
  const until = (starts: readonly boolean[], length: number) =>
    starts.slice(0, units).map((may, at) => may && at + length <= units);
  const people = day.people.map((people) => ({
    ...people,
    mayAnalyse: until(people.mayAnalyse, people.analysis),
    mayInterview: until(people.mayInterview, people.interview),
  }));
  return { ...day, units, people };
}

/**
 * 45 minutes, a third more, steps of 10: 59.85 minutes, six units. Extras are whole hundredths of a percent, so nothing is rounded before.
 */
function unitsOf(minutes: number, extra: number, step: number): number {
  return Math.ceil((minutes * (10_000 + Math.round(extra * 100))) / (10_000 * step));
}

/** Whether this many units from `at` on avoid all these absences. */
export function isFree(at: number, units: number, step: number, away: readonly Between[]): boolean {
  return away.every(({ from, to }) => (at + units) * step <= from || at * step >= to);
}

/** Pairs are equivalent if they have the same absences and refusals and no member who sits in another pair. */
function pairLikeness({ pairs, candidates }: InterviewsInput): (pair: Pair) => unknown {
  const sits = new Map<string, number>();
  for (const { members } of pairs) for (const member of new Set(members)) sits.set(member, (sits.get(member) ?? 0) + 1);
  return (pair) => ({
    away: pair.away ?? [],
    alone: pair.members.some((one) => sits.get(one)! > 1) && pair.id,
    refused: candidates.map(({ not = [] }) => pair.members.some((one) => not.includes(one))),
  });
}

function sharedPersons(pairs: readonly (readonly Pair[])[]): number[][] {
  const sits = new Map<string, number[]>();
  for (const [index, [pair]] of pairs.entries())
    for (const member of new Set(pair!.members)) sits.set(member, [...(sits.get(member) ?? []), index]);
  return [...sits.values()].filter((some) => some.length > 1);
}

function grouped<T>(all: readonly T[], likeness: (one: T) => unknown): T[][] {
  return [...Map.groupBy(all, (one) => JSON.stringify(likeness(one))).values()];
}
