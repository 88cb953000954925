/** The input of the plan of a day, with existing bookings, and its answer as the day's draft. */
import type { InterviewPlan, InterviewsInput } from "../../decisions/interview-plan/facts.ts";
import type { DaySettings, Draft, Stretch } from "./day.ts";

/** When a person or seat is already booked. */
type Busy = (taken: string) => readonly Stretch[];
export type PlanRequest = {
  readonly settings: DaySettings;
  readonly candidates: readonly {
    readonly dossier: string;
    readonly taken: string;
    readonly extra: number;
    readonly away: readonly Stretch[];
    readonly not: readonly string[];
  }[];
  readonly busy: Busy;
  readonly seat: (room: string, number: number) => string;
};

/** Separates a room's name from the number of a partly booked seat. */
const OF_ROOM = "/";

export function planInput(id: string, { settings, candidates, busy, seat }: PlanRequest): InterviewsInput {
  const { opens, closes, breaks, analysis, interview, step, maxWait, pairs, rooms } = settings;
  const persons = new Set(pairs.flatMap(({ members }) => members));
  return {
    id,
    opens,
    closes,
    breaks,
    analysis,
    interview,
    step,
    maxWait,
    pairs: pairs.map(({ key, members }) => ({ id: key, members, away: members.flatMap(busy) })),
    rooms: rooms.flatMap(({ room, for: purpose, seats }) => {
      const taken = Array.from({ length: seats }, (_, at) => ({ at: at + 1, away: busy(seat(room, at + 1)) }));
      const used = taken.filter(({ away }) => away.length > 0);
      const free = seats - used.length;
      return [
        ...(free > 0 ? [{ id: room, for: purpose, seats: free }] : []),
        // A partly booked seat is available the rest of the day.
        ...used.map(({ at, away }) => ({ id: `${room}${OF_ROOM}${at}`, for: purpose, seats: 1, away })),
      ];
    }),
    candidates: candidates.map(({ dossier, taken, extra, away, not }) => ({
      id: dossier,
      extra,
      away: [...away, ...busy(taken)],
      not: not.filter((one) => persons.has(one)),
    })),
  };
}

export function draftOf(
  { placed, unplaced, best }: InterviewPlan,
  { analysis: lasts }: Pick<DaySettings, "analysis">,
): Draft {
  const roomOf = (id: string) => id.split(OF_ROOM)[0]!;
  return {
    placed: placed.map(({ candidate, analysis, interview }) => ({
      dossier: candidate,
      analysisRoom: lasts > 0 ? roomOf(analysis.room) : null,
      analysisFrom: lasts > 0 ? analysis.from : null,
      room: roomOf(interview.room),
      pair: interview.pair,
      interviewFrom: interview.from,
    })),
    unplaced: unplaced.map(({ candidate, reasons }) => ({ dossier: candidate, reasons })),
    best,
  };
}
