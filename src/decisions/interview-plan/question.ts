/**
 * A day of interviews as an integer programme. For each group of equivalent candidates and each unit: how many begin their analysis in
 * which rooms and their interview with which pairs, and how many wait in between. The longest waiting is heard first, so counts suffice to
 * bound the wait.
 */
import { newModel, type Model, type Term } from "../../kit/solver/model.ts";
import { type Day, type Group, isFree, type People } from "./day.ts";

/** How many of a group of people begin at a unit, in a group of rooms or with a group of pairs. */
export type Choice = { readonly column: number; readonly people: number; readonly group: number; readonly at: number };
export type Question = {
  readonly day: Day;
  readonly analyses: readonly Choice[];
  readonly interviews: readonly Choice[];
  /** The rooms of those interviews. */
  readonly rooms: readonly Choice[];
  /** The number of columns. */
  readonly columns: number;
  /** Any way to place this many; and, of these, a way with the least waiting. */
  readonly placing: (count: number) => Model;
  readonly waitingLeast: (count: number) => Model;
};

export function questionOf(day: Day): Question {
  const { column, columns, row, made } = newModel();
  const choices = (
    starts: (people: People) => readonly boolean[],
    length: (people: People) => number,
    groups: readonly Group[],
    barred?: (people: People, group: number) => boolean,
  ) =>
    day.people.flatMap((people, of) =>
      groups.flatMap(({ away }, group) =>
        barred?.(people, group)
          ? []
          : starts(people).flatMap((may, at): Choice[] =>
              may && isFree(at, length(people), day.step, away)
                ? [{ column: column(people.names.length), people: of, group, at }]
                : [],
            ),
      ),
    );
  const analysisOf = ({ analysis }: People) => analysis;
  const interviewOf = ({ interview }: People) => interview;
  const analyses = choices(({ mayAnalyse }) => mayAnalyse, analysisOf, day.analysisRooms);
  const interviews = choices(
    ({ mayInterview }) => mayInterview,
    interviewOf,
    day.pairs,
    ({ refused }, group) => refused.has(group),
  );
  const rooms = choices(({ mayInterview }) => mayInterview, interviewOf, day.interviewRooms);

  const waiting: number[] = [];
  for (const [of, people] of day.people.entries()) {
    const ownAt = (all: readonly Choice[]) =>
      Map.groupBy(
        all.filter((one) => one.people === of),
        ({ at }) => at,
      );
    const [begun, heard, held] = [ownAt(analyses), ownAt(interviews), ownAt(rooms)];
    const terms = (some: readonly Choice[] = [], factor = 1): Term[] => some.map((one) => [one.column, factor]);
    let previousQueue: number | undefined;
    for (let at = 0; at <= day.units; at++) {
      const last = at === day.units;
      const queue = column(last || day.patience === 0 ? 0 : people.names.length, false);
      waiting.push(queue);
      const ready = terms(begun.get(at - people.analysis), -1);
      row(0, 0, [
        [queue, 1],
        ...(previousQueue === undefined ? [] : [[previousQueue, -1] as const]),
        ...ready,
        ...terms(heard.get(at)),
      ]);
      // Those still waiting became ready within the longest wait.
      const lately = Array.from({ length: day.patience }, (_, ago) =>
        terms(begun.get(at - ago - people.analysis), -1),
      ).flat();
      if (day.patience < day.units) row(-Infinity, 0, [[queue, 1], ...lately]);
      row(0, 0, [...terms(heard.get(at)), ...terms(held.get(at), -1)]);
      previousQueue = queue;
    }
    row(0, people.names.length, terms([...heard.values()].flat()));
  }
  const busy = (choices: readonly Choice[], length: (people: People) => number, most: number) => {
    const cells = new Map<number, Term[]>();
    for (const { column: variable, people, at } of choices)
      for (let cell = at; cell < at + length(day.people[people]!); cell++) {
        const terms = cells.get(cell);
        if (terms) terms.push([variable, 1]);
        else cells.set(cell, [[variable, 1]]);
      }
    for (const terms of cells.values()) row(0, most, terms);
  };
  const inGroup = (all: readonly Choice[], groups: readonly number[]) =>
    all.filter(({ group }) => groups.includes(group));
  for (const [at, { names }] of day.analysisRooms.entries()) busy(inGroup(analyses, [at]), analysisOf, names.length);
  for (const [at, { names }] of day.interviewRooms.entries()) busy(inGroup(rooms, [at]), interviewOf, names.length);
  for (const [at, { names }] of day.pairs.entries()) busy(inGroup(interviews, [at]), interviewOf, names.length);
  for (const groups of day.shared) busy(inGroup(interviews, groups), interviewOf, 1);

  const all: Term[] = interviews.map((one) => [one.column, 1]);
  const placed = row(0, Infinity, all);
  const atLeast = (count: number, costs: readonly Term[]) => made(costs, new Map([[placed, count]]));
  return {
    day,
    analyses,
    interviews,
    rooms,
    columns: columns(),
    placing: (count) => atLeast(count, []),
    waitingLeast: (count) =>
      atLeast(
        count,
        waiting.map((one) => [one, 1]),
      ),
  };
}

/** Carries choices over to the columns of a question about a longer or shorter day, which has them too. */
export function carried(values: readonly number[], from: Question, to: Question): number[] {
  const carried = Array<number>(to.columns).fill(0);
  for (const kind of ["analyses", "interviews", "rooms"] as const) {
    const columns = columnsOf(to[kind]);
    for (const { column, people, group, at } of from[kind])
      if (values[column]! > 0.5) carried[columns(people, group, at)!] = Math.round(values[column]!);
  }
  return carried;
}

export type Columns = (people: number, group: number, at: number) => number | undefined;

export function columnsOf(choices: readonly Choice[]): Columns {
  const columns = new Map(choices.map(({ people, group, at, column }) => [`${people} ${group} ${at}`, column]));
  return (people, group, at) => columns.get(`${people} ${group} ${at}`);
}
