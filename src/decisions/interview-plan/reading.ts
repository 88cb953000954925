/** Turns the counts of a solution into a plan with names: the longest waiting is heard first, and each takes the first free room. */
import { timeOf } from "../../kit/time.ts";
import type { Group, People } from "./day.ts";
import type { Placed } from "./facts.ts";
import type { Choice, Question } from "./question.ts";

type Begun = { readonly at: number; readonly group: number };

/** When and where things begin, in order. */
function begunOf(choices: readonly Choice[], people: number, values: readonly number[]): Begun[] {
  return choices
    .filter((one) => one.people === people)
    .flatMap(({ column, at, group }) => Array.from({ length: Math.round(values[column]!) }, () => ({ at, group })))
    .sort((a, b) => a.at - b.at || a.group - b.group);
}

type Slot = {
  readonly name: string;
  readonly people: People;
  readonly analysis: Begun;
  readonly interview: Begun;
  readonly room: Begun;
};

function slotsOf(question: Question, values: readonly number[]): Slot[] {
  return question.day.people.flatMap((people, group) => {
    const [analyses, interviews, rooms] = [question.analyses, question.interviews, question.rooms].map((choices) =>
      begunOf(choices, group, values),
    ) as [Begun[], Begun[], Begun[]];
    return interviews.map((interview, nth) => ({
      name: people.names[nth]!,
      people,
      analysis: analyses[nth]!,
      interview,
      room: rooms[nth]!,
    }));
  });
}

/** Assigns names within a group of equivalents: each start takes the first that is free; there always is one. */
function named(groups: readonly Group[], begun: readonly Begun[], lengths: readonly number[]): string[] {
  const free = groups.map(({ names }) => names.map(() => 0));
  const names = Array<string>(begun.length);
  const inOrder = [...begun.keys()].sort((a, b) => begun[a]!.at - begun[b]!.at);
  for (const nth of inOrder) {
    const { at, group } = begun[nth]!;
    const place = free[group]!.findIndex((from) => from <= at);
    if (place < 0) throw new Error("two at one time in an answer of the solver");
    free[group]![place] = at + lengths[nth]!;
    names[nth] = groups[group]!.names[place]!;
  }
  return names;
}

/** In the order of the day. */
export function placedBy(question: Question, values: readonly number[]): Placed[] {
  const { day } = question;
  const slots = slotsOf(question, values);
  const interviewLengths = slots.map(({ people }) => people.interview);
  const analysisRooms = named(
    day.analysisRooms,
    slots.map(({ analysis }) => analysis),
    slots.map(({ people }) => people.analysis),
  );
  const pairs = named(
    day.pairs,
    slots.map(({ interview }) => interview),
    interviewLengths,
  );
  const rooms = named(
    day.interviewRooms,
    slots.map(({ room }) => room),
    interviewLengths,
  );
  const span = ({ at }: Begun, units: number) => ({
    from: timeOf(day.opens + at * day.step),
    to: timeOf(day.opens + (at + units) * day.step),
  });
  return slots
    .map(({ name, people, analysis, interview }, nth) => ({
      at: interview.at,
      placed: {
        candidate: name,
        // Without an analysis, its room is that of the interview.
        analysis: {
          room: people.analysis === 0 ? rooms[nth]! : analysisRooms[nth]!,
          ...span(analysis, people.analysis),
        },
        interview: { room: rooms[nth]!, pair: pairs[nth]!, ...span(interview, people.interview) },
      },
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ placed }) => placed);
}

/** The unit by which the last candidate has been heard. */
export function endOf({ day, interviews }: Question, values: readonly number[]): number {
  return Math.max(
    0,
    ...interviews.map(({ column, people, at }) => (values[column]! > 0.5 ? at + day.people[people]!.interview : 0)),
  );
}

export function countOf({ interviews }: Question, values: readonly number[]): number {
  return Math.round(interviews.reduce((sum, { column }) => sum + values[column]!, 0));
}

/** The total wait in units, between analysis and interview. */
export function waitOf({ day, analyses, interviews }: Question, values: readonly number[]): number {
  const heard = interviews.reduce((sum, { column, at }) => sum + values[column]! * at, 0);
  const ready = analyses.reduce(
    (sum, { column, people, at }) => sum + values[column]! * (at + day.people[people]!.analysis),
    0,
  );
  return Math.round(heard - ready);
}
