/** What later subjects know of people's and rooms' time: asked by `agenda/placing.ts` before anything is placed. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Law } from "../law/law.ts";

/** A person or a room that is needed somewhere: `room:<id>`, `account:<id>`, `guest:<id>`, `enrolment:<id>`. */
export type Occupied = {
  readonly taken: string;
  /** The chain of what needs it: `lesson:<id>`. */
  readonly what: string;
  readonly from: Date;
  readonly until: Date;
};

export type Timetable = {
  /** What these people must follow on these days without being booked for it. */
  readonly followed: (
    given: { readonly tx: Tx; readonly zone: string },
    taken: readonly string[],
    days: { readonly from: Day; readonly until: Day },
  ) => Promise<readonly Occupied[]>;
  /** Of these bookings of people, those that take precedence over what is followed: an exam that is sat again. */
  readonly precedes: (tx: Tx, bookings: readonly Occupied[]) => Promise<readonly Occupied[]>;
  /** How many people sit at one time in each of these, which are booked in this room. */
  readonly seated: (
    given: { readonly tx: Tx; readonly law: (diploma: string, which: { readonly version: string }) => Law | undefined },
    room: string,
    whats: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>;
};

export const NOTHING_KNOWN: Timetable = {
  followed: () => Promise.resolve([]),
  precedes: () => Promise.resolve([]),
  seated: () => Promise.resolve(new Map<string, number>()),
};

/** All that the subjects know, as one. */
export function joined(all: readonly Partial<Timetable>[]): Timetable {
  return {
    followed: async (...asked) => (await Promise.all(all.map(async (one) => one.followed?.(...asked) ?? []))).flat(),
    precedes: async (...asked) => (await Promise.all(all.map(async (one) => one.precedes?.(...asked) ?? []))).flat(),
    seated: async (...asked) => {
      const counts = await Promise.all(all.map(async (one) => one.seated?.(...asked) ?? new Map<string, number>()));
      return new Map(counts.flatMap((one) => [...one]));
    },
  };
}
