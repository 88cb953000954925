/**
 * A day of interviews, written from the contract alone and in minutes: what is wrong with a plan, and the best one of a tiny day,
 * found by trying everything.
 */
import type { InterviewPlan, InterviewsInput, Placed } from "../../decisions/interview-plan/facts.ts";

type Span = { readonly from: string; readonly to: string };

function minutes(time: string): number {
  const [hours, rest] = time.split(":");
  return Number(hours) * 60 + Number(rest);
}

function clock(at: number): string {
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function meet(a: Span, b: Span): boolean {
  return minutes(a.from) < minutes(b.to) && minutes(b.from) < minutes(a.to);
}

function clear(span: Span, ...others: (readonly Span[] | undefined)[]): boolean {
  return others.every((some = []) => some.every((other) => !meet(span, other)));
}

type Candidate = InterviewsInput["candidates"][number];

function lengthFor(input: InterviewsInput, given: number, { extra = 0 }: Candidate): number {
  let length = 0;
  while (length * 100 < given * (100 + extra)) length += input.step;
  return length;
}

/** What the plan breaks, in words; nothing where it holds. */
export function faultsOf(input: InterviewsInput, plan: InterviewPlan): string[] {
  const faults: string[] = [];
  const wrong = (is: boolean, what: string) => void (is && faults.push(what));
  const names = [...plan.placed, ...plan.unplaced].map(({ candidate }) => candidate);
  wrong(
    names.toSorted().join() !==
      input.candidates
        .map(({ id }) => id)
        .toSorted()
        .join(),
    "everybody stands once",
  );
  for (const one of plan.placed) {
    const { analysis, interview } = one;
    const who = input.candidates.find(({ id }) => id === one.candidate)!;
    const desk = input.rooms.find(({ id }) => id === analysis.room)!;
    const room = input.rooms.find(({ id }) => id === interview.room)!;
    const pair = input.pairs.find(({ id }) => id === interview.pair)!;
    wrong(desk.for !== "analysis" || room.for !== "interview", "a room for another thing");
    for (const [span, given] of [
      [analysis, input.analysis],
      [interview, input.interview],
    ] as const) {
      wrong(minutes(span.to) - minutes(span.from) !== lengthFor(input, given, who), `length ${span.from}`);
      wrong((minutes(span.from) - minutes(input.opens)) % input.step !== 0, `off the step ${span.from}`);
      wrong(span.from < input.opens || span.to > input.closes, `outside the day ${span.from}`);
      wrong(!clear(span, input.breaks, who.away), `break or away ${span.from}`);
    }
    wrong(!clear(analysis, desk.away), "analysis room away");
    wrong(!clear(interview, room.away, pair.away), "interview room or pair away");
    const wait = minutes(interview.from) - minutes(analysis.to);
    wrong(wait < 0 || wait > input.maxWait, `waits ${wait}`);
    wrong(
      pair.members.some((member) => who.not?.includes(member)),
      "heard by somebody who must not",
    );
    for (const other of plan.placed) {
      if (other === one || !meet(interview, other.interview)) continue;
      const theirs = input.pairs.find(({ id }) => id === other.interview.pair)!;
      wrong(other.interview.room === interview.room, "two in one room");
      wrong(theirs === pair || theirs.members.some((member) => pair.members.includes(member)), "a person twice");
    }
    const seated = plan.placed.filter(
      (other) =>
        other.analysis.room === analysis.room &&
        other.analysis.from <= analysis.from &&
        analysis.from < other.analysis.to,
    );
    wrong(seated.length > (desk.seats ?? 1), "more than seats");
  }
  const ends = plan.placed.map(({ interview }) => interview.to).toSorted();
  wrong(plan.ends !== (ends.at(-1) ?? null), "another end");
  return faults;
}

export type Worth = { readonly placed: number; readonly ends: string; readonly wait: number };

export function worthOf(placed: readonly Placed[]): Worth {
  return {
    placed: placed.length,
    ends:
      placed
        .map(({ interview }) => interview.to)
        .toSorted()
        .at(-1) ?? "",
    wait: placed.reduce((sum, { analysis, interview }) => sum + minutes(interview.from) - minutes(analysis.to), 0),
  };
}

/** Less than 0: the first is better. */
function compare(a: Worth, b: Worth): number {
  return b.placed - a.placed || (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : a.wait - b.wait);
}

/** All ways to place one, whatever the others do. */
function waysOf(input: InterviewsInput, who: Candidate): Placed[] {
  const ways: Placed[] = [];
  const times = (given: number) => {
    const length = lengthFor(input, given, who);
    const spans: Span[] = [];
    for (let at = minutes(input.opens); at + length <= minutes(input.closes); at += input.step)
      spans.push({ from: clock(at), to: clock(at + length) });
    return spans.filter((span) => clear(span, input.breaks, who.away));
  };
  const pairs = input.pairs.filter(({ members }) => !members.some((member) => who.not?.includes(member)));
  for (const analysis of times(input.analysis))
    for (const interview of times(input.interview)) {
      const wait = minutes(interview.from) - minutes(analysis.to);
      if (wait < 0 || wait > input.maxWait) continue;
      for (const desk of input.rooms.filter((room) => room.for === "analysis" && clear(analysis, room.away)))
        for (const room of input.rooms.filter((one) => one.for === "interview" && clear(interview, one.away)))
          for (const pair of pairs.filter(({ away }) => clear(interview, away)))
            ways.push({
              candidate: who.id,
              analysis: { room: desk.id, ...analysis },
              interview: { room: room.id, pair: pair.id, ...interview },
            });
    }
  return ways;
}

/** Whether one more goes beside those, who go together. */
function goes(input: InterviewsInput, placed: readonly Placed[], one: Placed): boolean {
  const membersOf = ({ interview }: Placed) => input.pairs.find(({ id }) => id === interview.pair)!.members;
  const heard = placed.every(
    (other) =>
      !meet(other.interview, one.interview) ||
      (other.interview.room !== one.interview.room &&
        other.interview.pair !== one.interview.pair &&
        !membersOf(other).some((member) => membersOf(one).includes(member))),
  );
  const beside = placed.filter(
    (other) => other.analysis.room === one.analysis.room && meet(other.analysis, one.analysis),
  );
  const { seats = 1 } = input.rooms.find(({ id }) => id === one.analysis.room)!;
  // At its busiest moment, which is when one of them begins.
  const most = Math.max(
    0,
    ...[one, ...beside].map(
      ({ analysis: { from } }) => beside.filter(({ analysis }) => analysis.from <= from && from < analysis.to).length,
    ),
  );
  return heard && most < seats;
}

export function bestOf(input: InterviewsInput): Worth {
  const ways = input.candidates.map((who) => waysOf(input, who));
  let best: Worth = { placed: 0, ends: "", wait: 0 };
  const go = (at: number, placed: readonly Placed[]): void => {
    const worth = worthOf(placed);
    if (at === ways.length) {
      if (compare(worth, best) < 0) best = worth;
      return;
    }
    // With all that are left it would still be no better.
    if (compare({ ...worth, placed: placed.length + ways.length - at }, best) >= 0) return;
    for (const way of ways[at]!) if (goes(input, placed, way)) go(at + 1, [...placed, way]);
    go(at + 1, placed);
  };
  go(0, []);
  return best;
}

/** What, changed alone, lets one more be placed beside those who are. */
export function reasonsOf(input: InterviewsInput, placed: readonly string[], id: string): string[] {
  const candidates = input.candidates.filter((one) => placed.includes(one.id) || one.id === id);
  const changed = (change: Partial<Candidate>) => ({
    candidates: candidates.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  const more = [
    { id: "more-1", for: "analysis" as const },
    { id: "more-2", for: "interview" as const },
  ];
  const changes: Record<string, Partial<InterviewsInput>> = {
    "their-times": changed({ away: [] }),
    "not-these-persons": changed({ not: [] }),
    pairs: { pairs: [...input.pairs, { id: "more", members: ["more"] }] },
    rooms: { rooms: [...input.rooms, ...more] },
    "day-too-short": { closes: clock(minutes(input.closes) + 60) },
  };
  const alone = Object.keys(changes).filter(
    (reason) => bestOf({ ...input, candidates, ...changes[reason] }).placed === candidates.length,
  );
  return alone.length > 0 ? alone : ["several"];
}
