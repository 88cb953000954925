/** Valid inputs of the jury's decision: marks on the edge, missed parts, and clocks that end on the day itself. */
import * as fc from "fast-check";
import { shift } from "./title-arbitraries.ts";
import type { CertificationInput, Missed } from "./contract.ts";
import { FIRST, LAST, dayOf, numberOf } from "./days.ts";

type Arb<T> = fc.Arbitrary<T>;

const SPECIAL_DAYS = ["2006-09-01", "2024-02-29", "2025-02-28", "2025-03-01", "2026-12-31", "2027-01-01", "2199-12-31"];
const on = fc.oneof(
  fc.integer({ min: numberOf("2008-01-01"), max: numberOf("2035-12-31") }).map(dayOf),
  fc.constantFrom(...SPECIAL_DAYS),
);

/** Five calendar years back, give or take a few days; a day within them; rarely any day not after `day`. */
const earlier = (day: string): Arb<string> =>
  fc
    .oneof(
      { arbitrary: fc.integer({ min: -3, max: 3 }).map((by) => shift(day, by - 1_826)), weight: 3 },
      { arbitrary: fc.integer({ min: 0, max: 1_826 }).map((back) => shift(day, -back)), weight: 9 },
      { arbitrary: fc.constantFrom("2019-02-28", "2020-02-28", "2020-02-29", "2020-03-01"), weight: 2 },
      { arbitrary: fc.integer({ min: FIRST, max: LAST }).map(dayOf), weight: 1 },
    )
    .map((each) => (each > day ? day : each));

/** Days of earlier validations: some counted back from the jury, some at most five years after one of long ago. */
const validationDay = (day: string, first: string): Arb<string> =>
  fc
    .oneof(
      { arbitrary: earlier(day), weight: 2 },
      { arbitrary: fc.constant(first), weight: 1 },
      { arbitrary: fc.integer({ min: 0, max: 1_820 }).map((later) => shift(first, later)), weight: 2 },
      { arbitrary: fc.integer({ min: 1_824, max: 1_829 }).map((later) => shift(first, later)), weight: 1 },
    )
    .map((each) => (each > day ? day : each));

const hundredths = (number: number) => Math.min(2_000, Math.max(0, number)) / 100;
const mark = fc.oneof(
  fc.integer({ min: 0, max: 2_000 }).map(hundredths),
  fc.constantFrom(0, 6.5, 7.5, 8, 9.99, 10, 10.01, 11.5, 13.75, 16.5, 20),
);
const missed = fc.constantFrom<Missed>("absent", "excused", "not-deposited", "fraud-reported");
const nudge = fc.integer({ min: -3, max: 3 });

/** Pairs that weigh 50 of 100, give or take some hundredths. */
const edgeOfDf1 = fc.tuple(fc.integer({ min: 334, max: 1_666 }), nudge).map(([written, by]) => ({
  written: hundredths(written),
  oral: hundredths(Math.ceil((5_000 - 3 * written) / 2) + by),
}));
/** Pairs whose mean is ten, give or take some hundredths. */
const edgeOfDf2 = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), nudge)
  .map(([written, by]) => ({ written: hundredths(written), oral: hundredths(2_000 - written + by) }));

const part = fc.oneof({ arbitrary: mark, weight: 5 }, { arbitrary: missed, weight: 1 });
const anyParts = fc.record({ written: part, oral: part });
const wholeMissed = fc.record({ missed });
const jury = fc.record({
  validated: fc.boolean(),
  ground: fc.constantFrom("vu le livret", "«Ensemble du parcours»", "x".repeat(200), "<b>"),
});
/** One judged entry in four has the jury's own word added. */
const judged = <T extends object>(parts: Arb<T>) =>
  fc
    .tuple(parts, fc.option(jury, { freq: 3 }))
    .map(([entry, word]) => (word === null ? entry : { ...entry, jury: word }));
const seldomJudged = <T extends object>(parts: Arb<T>) =>
  fc.oneof({ arbitrary: parts, weight: 3 }, { arbitrary: judged(parts), weight: 1 });

const twoMarks = fc.oneof(
  fc.record({ marks: fc.tuple(mark, mark), agreed: mark }, { requiredKeys: ["marks"] }),
  mark.map((same) => ({ marks: [same, same] as [number, number] })),
  wholeMissed,
);

const caferuis = fc.oneof(
  fc.constant({ dispensedBy: "CAFERUIS" }),
  fc.record(
    { dispensedBy: fc.constant("CAFERUIS"), confirmedBy: fc.constant("DREETS Occitanie"), confirmed: fc.boolean() },
    { requiredKeys: ["dispensedBy", "confirmedBy"] },
  ),
);
const dispensedBy = (...keys: string[]) => fc.record({ dispensedBy: fc.constantFrom(...keys) });

const domains = (held: Arb<{ validatedOn: string }>) =>
  fc.record(
    {
      DF1: fc.oneof(
        { arbitrary: dispensedBy("DSTS"), weight: 2 },
        { arbitrary: held, weight: 3 },
        { arbitrary: seldomJudged(fc.oneof(edgeOfDf1, anyParts, wholeMissed)), weight: 4 },
      ),
      DF2: fc.oneof(
        { arbitrary: held, weight: 3 },
        { arbitrary: seldomJudged(fc.oneof(edgeOfDf2, anyParts, wholeMissed)), weight: 3 },
      ),
      DF3: fc.oneof(
        { arbitrary: fc.oneof(dispensedBy("DSTS", "CAFDES"), caferuis), weight: 3 },
        { arbitrary: held, weight: 3 },
        { arbitrary: seldomJudged(twoMarks), weight: 4 },
      ),
    },
    { requiredKeys: [] },
  );

/** Around the day of the jury, where it decides whether anything falls; or any day. */
const keptUntil = (day: string) =>
  fc.oneof(
    fc.integer({ min: -3, max: 3 }).map((by) => shift(day, by)),
    fc.integer({ min: -800, max: 800 }).map((by) => shift(day, by)),
  );

const firstEver = (day: string) => fc.integer({ min: 0, max: 4_400 }).map((back) => shift(day, -back));

export const certificationInput: Arb<CertificationInput> = on
  .chain((day) => fc.tuple(fc.constant(day), firstEver(day)))
  .chain(([day, first]) => {
    const envelope = fc.record(
      {
        id: fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 }),
        on: fc.constant(day),
        notifiedOn: fc.integer({ min: 0, max: 200 }).map((later) => shift(day, later)),
        clockStartedOn: earlier(day),
        version: fc.constant("2006"),
      },
      { requiredKeys: ["id", "on"] },
    );
    const kept = fc.option(keptUntil(day), { freq: 2 });
    return fc.tuple(envelope, domains(fc.record({ validatedOn: validationDay(day, first) })), kept);
  })
  // Nothing is kept where no clock is given.
  .map(([envelope, entries, kept]) => {
    const clock = envelope.clockStartedOn !== undefined || Object.values(entries).some((one) => "validatedOn" in one);
    return { ...envelope, ...entries, ...(kept !== null && clock && { keptUntil: kept }) };
  });
