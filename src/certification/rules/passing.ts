/**
 * When each candidate of a group passes: one after the other, for the time the référentiel sets, longer with extra time; then all together,
 * if the exam has that. Exams without a hearing, such as a work that is read, have no such times.
 *
 * Fifty minutes each, from 9:00, and a third more for the second of three: 9:00–9:50, 9:50–10:57, 10:57–11:47.
 */
import type { Diploma, ExamEntry } from "../../law/diploma.ts";

type Length = ExamEntry["measures"][number];
type Stretch = { readonly from: Date; readonly until: Date };

/** How long each candidate is heard, and the whole group together. */
export function lengthsOf({ measures }: Pick<ExamEntry, "measures">): {
  readonly each: Length | undefined;
  readonly together: Length | undefined;
} {
  const one = (lasts: string) => measures.find((measure) => measure.lasts === lasts);
  return { each: one("each"), together: one("together") };
}

/** Whether candidates come before the examiners, and so are to be received somewhere. */
export const isHeard = (exam: Pick<ExamEntry, "measures">): boolean => lengthsOf(exam).each !== undefined;

/** In minutes; extra time is rounded up in the candidate's favour. */
function minutesFor(least: number, longer: boolean, extra: Diploma["extraTime"]): number {
  return longer && extra ? least + Math.ceil((least * extra.minutesAnHour) / 60) : least;
}

export type Passing = { readonly entry: string; readonly longer: boolean } & {
  /** An hour of their own; without an end, they pass for the time the exam takes. */
  readonly own?: { readonly from: Date; readonly until?: Date };
};
type GroupPlan = {
  readonly diploma: Pick<Diploma, "extraTime">;
  readonly exam: ExamEntry;
  readonly from: Date;
  /** The end of the group, if set. */
  readonly until: Date | undefined;
  /** Minutes between two candidates. */
  readonly between: number;
};
export type Planned = {
  /** By entry; empty for an exam without a hearing. */
  readonly times: ReadonlyMap<string, Stretch>;
  readonly together: Stretch | undefined;
  /** Undefined if it was not set and cannot be computed. */
  readonly until: Date | undefined;
  /** Candidates given less than their minimum, which is `minutes`. */
  readonly short: readonly { readonly entry: string; readonly minutes: number }[];
  /** When the last one ends, if after the set end of the group. */
  readonly endsAt: Date | undefined;
  /** Candidates who overlap with another, or begin before the group. */
  readonly atOnce: readonly string[];
};

export function passing(passings: readonly Passing[], { diploma, exam, from, until, between }: GroupPlan): Planned {
  const { each, together } = lengthsOf(exam);
  if (!each) return { times: new Map(), together: undefined, until, short: [], endsAt: undefined, atOnce: [] };
  const minutes = (one: Passing) => minutesFor(each.min!, one.longer, diploma.extraTime);
  const times = new Map<string, Stretch>();
  let next = from;
  for (const turn of passings) {
    const begins = turn.own?.from ?? next;
    const ends = turn.own?.until ?? later(begins, minutes(turn));
    times.set(turn.entry, { from: begins, until: ends });
    next = later(ends, between);
  }
  const last = [...times.values()].reduce((end, one) => (one.until > end ? one.until : end), from);
  const group = together && { from: last, until: later(last, together.min!) };
  const ends = group?.until ?? last;
  const short = passings.flatMap((turn) => {
    const { from: begins, until: done } = times.get(turn.entry)!;
    const wanted = minutes(turn);
    return +done - +begins < wanted * 60_000 ? [{ entry: turn.entry, minutes: wanted }] : [];
  });
  return {
    times,
    together: group,
    until: until ?? ends,
    short,
    endsAt: until !== undefined && ends > until ? ends : undefined,
    atOnce: overlapping([...times], from),
  };
}

/** When an existing group is heard together. */
export function togetherOf(exam: ExamEntry, sittings: readonly Stretch[]): Stretch | undefined {
  const { each, together } = lengthsOf(exam);
  if (!each || !together || sittings.length === 0) return undefined;
  const last = sittings.map(({ until }) => until).reduce((end, one) => (one > end ? one : end));
  return { from: last, until: later(last, together.min!) };
}

/** Candidates who begin before the group, or before the previous one has ended. */
function overlapping(times: readonly (readonly [string, Stretch])[], from: Date): readonly string[] {
  const ordered = times.toSorted(([, a], [, b]) => +a.from - +b.from);
  return ordered.filter(([, one], at) => one.from < (ordered[at - 1]?.[1].until ?? from)).map(([entry]) => entry);
}

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
