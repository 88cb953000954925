/** Weeks of lessons and who was there: crowded days, times that touch or cross by a minute, names beyond the first plane. */
import * as fc from "fast-check";
import { pathwayFacts } from "./arbitraries.ts";
import type { Attendance, HoursInput, PathwayInput, Session } from "./contract.ts";
import { DOMAINS, UNIT_NAMES } from "./pathway.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

const LAST_MINUTE = 24 * 60 - 1;
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Lessons begin and end on the same quarters of an hour, or a minute beside; a few are anywhere. */
const edge = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.integer({ min: 32, max: 44 }), fc.constantFrom(0, 0, 0, 0, 1, -1))
      .map(([quarter, by]) => quarter * 15 + by),
    weight: 9,
  },
  { arbitrary: fc.integer({ min: 0, max: LAST_MINUTE }), weight: 1 },
  { arbitrary: fc.constantFrom(0, LAST_MINUTE), weight: 1 },
);
const span = fc
  .tuple(edge, edge)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => ({ from: clock(Math.min(one, other)), to: clock(Math.max(one, other)) }));

/** The first two differ by UTF-16 unit otherwise than by code point. */
const name = fc.oneof(shortText, fc.constantFrom("\uff5e", "\u{1f393}", "s", "s1", "s10", "s2"));
const later = fc.constantFrom(-2, -1, -1, -1, 0, 0, 0, 1);

const sessionsOf = (on: string, domains: readonly string[]): Arb<Session[]> => {
  const units = UNIT_NAMES.filter((unit) => domains.includes(`D${unit.slice(1, 3)}`));
  const session = fc
    .record({
      id: name,
      unit: fc.constantFrom(...units),
      on: later.map((by) => shift(on, by)),
      times: span,
      cancelled: fc.option(
        fc.oneof({ arbitrary: fc.constant(false), weight: 3 }, { arbitrary: fc.constant(true), weight: 1 }),
        { nil: undefined },
      ),
    })
    .map(({ id, unit, on: day, times, cancelled }) => ({
      id,
      unit,
      on: day,
      ...times,
      ...(cancelled !== undefined && { cancelled }),
    }));
  return fc.uniqueArray(session, { selector: ({ id }) => id, maxLength: 12 });
};

function lengthOf({ from, to }: Session): number {
  const [start, end] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return end! - start!;
}

const attendanceOf = (sessions: Session[]): Arb<Attendance[]> => {
  if (sessions.length === 0) return fc.constant([]);
  const record = fc.constantFrom(...sessions).chain((session) =>
    fc
      .record({
        status: fc.constantFrom<Attendance["status"][]>("present", "present", "present", "part", "excused", "absent"),
        countersigned: fc.boolean(),
        missed: fc.oneof(fc.integer({ min: 1, max: lengthOf(session) }), fc.constantFrom(1, lengthOf(session))),
      })
      .map(
        ({ status, countersigned, missed }): Attendance => ({
          session: session.id,
          status,
          countersigned,
          ...(status === "part" && { minutesMissed: missed }),
        }),
      ),
  );
  return fc.array(record, { maxLength: 20 });
};

/** Attested until one of the days around the last sessions; most people never come from elsewhere. */
const earlierOf = (on: string, domains: readonly string[]): Arb<HoursInput["earlier"]> => {
  const units = UNIT_NAMES.filter((unit) => domains.includes(`D${unit.slice(1, 3)}`));
  const one = fc.record({ unit: fc.constantFrom(...units), minutes: fc.integer({ min: 1, max: 12_000 }) });
  const followed = fc.uniqueArray(one, { selector: ({ unit }) => unit, maxLength: 4 });
  const until = fc.constantFrom(-3, -2, -1, 0).map((by) => shift(on, by));
  return fc.option(fc.record({ until, by: shortText, units: followed }), { nil: undefined, freq: 2 });
};

export const hoursInput: Arb<HoursInput> = common((on) =>
  fc
    .oneof(
      pathwayFacts(on),
      fc.constantFrom<Pick<PathwayInput, "titles" | "domains">>({ titles: [] }, { titles: [], domains: ["DF1"] }),
    )
    .chain((facts) => fc.tuple(fc.constant(facts), sessionsOf(on, facts.domains ?? DOMAINS)))
    .chain(([facts, sessions]) =>
      fc
        .tuple(attendanceOf(sessions), earlierOf(on, facts.domains ?? DOMAINS))
        .map(([attendance, earlier]) => ({ ...facts, sessions, attendance, ...(earlier && { earlier }) })),
    ),
);
