/**
 * A greedy plan: each candidate in turn takes the first free time; then again, with those unplaced or last moved to the front. It is where
 * the solver starts, and the answer for a day too large for the time limit.
 */
import { type Day, type Group, isFree, type People } from "./day.ts";
import { columnsOf, type Question } from "./question.ts";

/** Retries from each of the first orders. */
const AGAIN = 40;

/** The count for each column of the question. */
export function firstGuess(question: Question): number[] {
  const plan = bestByHand(question.day);
  const values = Array<number>(question.columns).fill(0);
  const [analyses, interviews, rooms] = [question.analyses, question.interviews, question.rooms].map(columnsOf);
  for (const { of, analysis, pair, room, at } of plan.heard) {
    values[analyses!(of, analysis.group, analysis.at)!]!++;
    values[interviews!(of, pair, at)!]!++;
    values[rooms!(of, room, at)!]!++;
  }
  return values;
}

type Heard = {
  /** The index of their group. */
  readonly of: number;
  readonly analysis: { readonly at: number; readonly group: number };
  readonly pair: number;
  readonly room: number;
  readonly at: number;
  readonly end: number;
};
/** `again`: the order to try next. */
type ByHand = { readonly heard: readonly Heard[]; readonly end: number; readonly again: readonly number[] };

function bestByHand(day: Day): ByHand {
  const everybody = day.people.flatMap((people, of) => people.names.map(() => of));
  const times = (of: number) => day.people[of]!.mayInterview.filter(Boolean).length;
  const length = (of: number) => day.people[of]!.interview;
  const orders = [
    everybody.toSorted((a, b) => times(a) - times(b)),
    everybody.toSorted((a, b) => length(b) - length(a) || times(a) - times(b)),
    everybody.toSorted((a, b) => length(a) - length(b) || times(a) - times(b)),
  ];
  let best: ByHand = { heard: [], end: 0, again: [] };
  for (let order of orders) {
    for (let time = 0; time <= AGAIN; time++) {
      const plan = inTurn(day, order);
      if (plan.heard.length > best.heard.length || (plan.heard.length === best.heard.length && plan.end < best.end))
        best = plan;
      order = [...plan.again];
    }
  }
  return best;
}

function inTurn(day: Day, order: readonly number[]): ByHand {
  const seats = places(day.analysisRooms, day);
  const pairs = places(day.pairs, day);
  const spaces = places(day.interviewRooms, day);
  /** A person in several pairs is an extra place that each of these pairs takes. */
  const persons = places(
    day.shared.map(() => ({ names: [""], away: [] })),
    day,
  );
  const sits = day.pairs.map((_, pair) => day.shared.flatMap((groups, at) => (groups.includes(pair) ? [at] : [])));
  const analysisBefore = (interview: number, people: People) => {
    const last = interview - people.analysis;
    for (let at = last; at >= Math.max(0, last - day.patience); at--) {
      const group = people.mayAnalyse[at] ? seats.free(at, people.analysis) : undefined;
      if (group !== undefined) return { at, group };
    }
    return undefined;
  };
  const place = (of: number): Heard | undefined => {
    const people = day.people[of]!;
    const { interview } = people;
    for (const [at, may] of people.mayInterview.entries()) {
      if (!may) continue;
      const room = spaces.free(at, interview);
      if (room === undefined) continue;
      const pair = pairs.free(
        at,
        interview,
        (one) => !people.refused.has(one) && sits[one]!.every((person) => persons.has(person, at, interview)),
      );
      const analysis = pair === undefined ? undefined : analysisBefore(at, people);
      if (pair === undefined || !analysis) continue;
      spaces.take(room, at, interview);
      pairs.take(pair, at, interview);
      for (const person of sits[pair]!) persons.take(person, at, interview);
      seats.take(analysis.group, analysis.at, people.analysis);
      return { of, analysis, pair, room, at, end: at + interview };
    }
    return undefined;
  };
  const tried = order.map((of) => ({ of, found: place(of) }));
  const heard = tried.flatMap(({ found }) => found ?? []);
  const end = Math.max(0, ...heard.map((one) => one.end));
  const first = tried.filter(({ found }) => !found || found.end === end);
  return { heard, end, again: [...first, ...tried.filter((one) => !first.includes(one))].map(({ of }) => of) };
}

/** How many of each group are taken in each unit. */
function places(groups: readonly Group[], day: Day) {
  const taken = groups.map(() => new Uint32Array(day.units));
  const has = (group: number, at: number, units: number) =>
    isFree(at, units, day.step, groups[group]!.away) &&
    taken[group]!.subarray(at, at + units).every((count) => count < groups[group]!.names.length);
  return {
    has,
    free: (at: number, units: number, may: (group: number) => boolean = () => true) => {
      for (let group = 0; group < groups.length; group++) if (may(group) && has(group, at, units)) return group;
      return undefined;
    },
    take: (group: number, at: number, units: number) => {
      for (let cell = at; cell < at + units; cell++) taken[group]![cell]!++;
    },
  };
}
