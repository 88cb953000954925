/**
 * When each candidate of a group passes: one after the other, for as long as the référentiel says, longer for whom more time is
 * arranged; where it also hears them together, after the last. What nobody is heard at, such as a work that is read, has no such times.
 *
 * Fifty minutes each, from 9:00, and a third more for the second of three: 9:00–9:50, 9:50–10:57, 10:57–11:47.
 */
import type { Diploma, ExamEntry } from "../../law/diploma.ts";

type Length = ExamEntry["measures"][number];
type Stretch = { readonly from: Date; readonly until: Date };

/** For how long each is heard, and all of a group together. */
export function lengthsOf({ measures }: Pick<ExamEntry, "measures">): {
  readonly each: Length | undefined;
  readonly together: Length | undefined;
} {
  const one = (lasts: string) => measures.find((measure) => measure.lasts === lasts);
  return { each: one("each"), together: one("together") };
}

/** In minutes; what more time adds is rounded up, for nobody loses a part of it. */
function minutesFor(least: number, longer: boolean, extra: Diploma["extraTime"]): number {
  return longer && extra ? least + Math.ceil((least * extra.minutesAnHour) / 60) : least;
}

export type Passing = { readonly entry: string; readonly longer: boolean } & {
  /** Where they were given an hour of their own; without an end, they pass for as long as it takes. */
  readonly own?: { readonly from: Date; readonly until?: Date };
};
type Asked = {
  readonly diploma: Pick<Diploma, "extraTime">;
  readonly exam: ExamEntry;
  readonly from: Date;
  /** The end of the group, where it was given. */
  readonly until: Date | undefined;
  /** Minutes between two of them. */
  readonly between: number;
};
export type Planned = {
  /** By entry; nobody's where nobody is heard. */
  readonly times: ReadonlyMap<string, Stretch>;
  readonly together: Stretch | undefined;
  /** Nothing where it was given by nobody, and nothing says how long it lasts. */
  readonly until: Date | undefined;
  /** Who would pass for less than they must, with how long that is. */
  readonly short: readonly { readonly entry: string; readonly minutes: number }[];
  /** When they have all passed, where the group would have ended before. */
  readonly endsAt: Date | undefined;
  /** Who would pass while another does, or before the group begins. */
  readonly atOnce: readonly string[];
};

export function passing(passings: readonly Passing[], { diploma, exam, from, until, between }: Asked): Planned {
  const { each, together } = lengthsOf(exam);
  if (!each) return { times: new Map(), together: undefined, until, short: [], endsAt: undefined, atOnce: [] };
  const minutes = (one: Passing) => minutesFor(each.min!, one.longer, diploma.extraTime);
  const times = new Map<string, Stretch>();
  let next = from;
  for (const one of passings) {
    const begins = one.own?.from ?? next;
    const ends = one.own?.until ?? later(begins, minutes(one));
    times.set(one.entry, { from: begins, until: ends });
    next = later(ends, between);
  }
  const last = [...times.values()].reduce((end, one) => (one.until > end ? one.until : end), from);
  const group = together && { from: last, until: later(last, together.min!) };
  const ends = group?.until ?? last;
  const short = passings.flatMap((one) => {
    const { from: begins, until: done } = times.get(one.entry)!;
    const wanted = minutes(one);
    return +done - +begins < wanted * 60_000 ? [{ entry: one.entry, minutes: wanted }] : [];
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

/** The time for all together, of a group as it stands. */
export function togetherOf(exam: ExamEntry, sittings: readonly Stretch[]): Stretch | undefined {
  const { each, together } = lengthsOf(exam);
  if (!each || !together || sittings.length === 0) return undefined;
  const last = sittings.map(({ until }) => until).reduce((end, one) => (one > end ? one : end));
  return { from: last, until: later(last, together.min!) };
}

/** Those who begin before the group, or before whoever passes before them has ended. */
function overlapping(times: readonly (readonly [string, Stretch])[], from: Date): readonly string[] {
  const ordered = times.toSorted(([, a], [, b]) => +a.from - +b.from);
  return ordered.filter(([, one], at) => one.from < (ordered[at - 1]?.[1].until ?? from)).map(([entry]) => entry);
}

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
