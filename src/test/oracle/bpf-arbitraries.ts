/** Accounting years whose documents, periods and lessons lie on and beside their edges; few cents, halves of hours. */
import * as fc from "fast-check";
import type { BpfInput, BpfLine, Enrolment } from "./contract-figures.ts";
import { numberOf } from "./days.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;
type Span = { from: string; to: string };

const SOURCES = (
  "personal employer-plan employer-public other-body opco reconversion transition job-seekers-fund state region " +
  "france-travail self-employed-fund cpf fees"
).split(" ");
const GOALS = "rncp-6-8 rncp-5 rncp-4 rncp-3 rncp-2 rncp-cqp rs cqp other skills-assessment vae".split(" ");
const STATUSES = "private-employee apprentice job-seeker own-cost public-employee self-employed other".split(" ");

/** A document is often of few sources, so that credits meet their invoices. */
const source = fc.oneof(fc.constantFrom("personal", "opco", "other-body"), fc.constantFrom(...SOURCES));
const amount = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 400 }), weight: 6 },
  { arbitrary: fc.constantFrom(49, 50, 51, 100, 149, 150, 250), weight: 3 },
  { arbitrary: fc.integer({ min: 1, max: 1_000_000 }), weight: 2 },
  { arbitrary: fc.constantFrom(999_999_999, 1_000_000_000), weight: 1 },
);

const yearBefore = (on: string): Arb<Span> =>
  fc.oneof(
    {
      arbitrary: fc.integer({ min: 0, max: 2 }).map((back) => {
        const year = Math.max(2_000, Number(on.slice(0, 4)) - back);
        return { from: `${year}-01-01`, to: `${year}-12-31` };
      }),
      weight: 4,
    },
    {
      arbitrary: fc
        .tuple(
          fc.integer({ min: -400, max: 400 }),
          fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 500 })),
        )
        .map(([by, days]) => ({ from: shift(on, by), to: shift(shift(on, by), days) })),
      weight: 1,
    },
  );

/** On an edge of the year, a day beside one, or anywhere near. */
const dayNear = ({ from, to }: Span): Arb<string> =>
  fc.oneof(
    fc.tuple(fc.constantFrom(from, to, to), fc.integer({ min: -1, max: 1 })).map(([day, by]) => shift(day, by)),
    fc.integer({ min: -40, max: numberOf(to) - numberOf(from) + 40 }).map((by) => shift(from, by)),
  );
/** A span that ends on a day near, or begins on one. */
const spanNear = (year: Span): Arb<Span> =>
  fc
    .tuple(dayNear(year), fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 900 })), fc.boolean())
    .map(([day, days, ends]) => (ends ? { from: shift(day, -days), to: day } : { from: day, to: shift(day, days) }));

const line = (year: Span): Arb<BpfLine> =>
  fc.record(
    {
      document: fc.oneof(fc.constantFrom("F-1", "F-2"), shortText),
      kind: fc.constantFrom("invoice", "invoice", "invoice", "credit", "accrued"),
      on: dayNear(year),
      source,
      amount,
      period: spanNear(year),
    },
    { requiredKeys: ["document", "kind", "on", "source", "amount"] },
  );

const declared = fc.record({
  document: fc.constantFrom("F-1", "F-2", "P-2027"),
  source,
  amount: fc.oneof(
    { arbitrary: fc.integer({ min: -60, max: 400 }), weight: 8 },
    { arbitrary: fc.constantFrom(-1_000_000_000, 0, 1_000_000_000), weight: 1 },
  ),
});

/** Around halves and wholes of an hour; none; the greatest. */
const minutes = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 29, 30, 31, 59, 60, 61, 90, 420), weight: 6 },
  { arbitrary: fc.integer({ min: 0, max: 2_000 }), weight: 4 },
  { arbitrary: fc.constantFrom(999_999, 1_000_000), weight: 1 },
);

const enrolment = (year: Span, goals: readonly string[], codes: readonly string[]): Arb<Enrolment> =>
  fc
    .record({
      person: fc.constantFrom("p1", "p2", "p3", "p4", "p5", "\u{1f393}"),
      status: fc.constantFrom(...STATUSES),
      goal: fc.constantFrom(...goals),
      speciality: fc.constantFrom(...codes),
      span: spanNear(year),
      open: fc.boolean(),
      attended: fc.array(fc.record({ on: dayNear(year), minutes }), { maxLength: 3 }),
      entrusted: fc.constantFrom({}, {}, {}, {}, { entrustedTo: "U" }, { entrustedBy: "IRTS" }),
    })
    .map(({ span, open, entrusted, ...facts }) => ({
      ...facts,
      from: span.from,
      ...(open ? {} : { to: span.to }),
      ...entrusted,
    }));

const CODES = ["332", "315", "100", "999", "333", "334", "000", "210", "099"];

const charges = fc
  .record({
    trainerSalaries: fc.oneof(fc.constant(0), amount),
    purchases: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
    more: fc.constantFrom(0, 0, 1, 50),
  })
  .map(({ trainerSalaries, purchases, more }) => {
    const salaries = Math.min(trainerSalaries, 1_000_000_000 - purchases - more);
    return { total: salaries + purchases + more, trainerSalaries: salaries, purchases };
  });

export const bpfInput: Arb<BpfInput> = common((on) =>
  fc
    .tuple(yearBefore(on), fc.subarray(GOALS, { minLength: 1, maxLength: 3 }), fc.subarray(CODES, { minLength: 1 }))
    .chain(([year, goals, codes]) =>
      fc
        .record(
          {
            recognition: fc.constantFrom("period" as const, "issued" as const),
            count: fc.constantFrom("person" as const, "enrolment" as const),
            lines: fc.array(line(year), { maxLength: 8 }),
            declared: fc.array(declared, { maxLength: 3 }),
            otherTurnover: fc.oneof(fc.constant(0), amount),
            charges,
            trainers: fc.array(
              fc.record({
                id: fc.constantFrom("t1", "t2", "t3"),
                as: fc.constantFrom("staff" as const, "external" as const),
                minutes,
              }),
              { maxLength: 6 },
            ),
            enrolments: fc.array(enrolment(year, goals, codes), { maxLength: 12 }),
          },
          { requiredKeys: ["lines", "charges", "trainers", "enrolments"] },
        )
        .map((facts) => ({ ...year, ...facts })),
    ),
);
