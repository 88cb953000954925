/** Invoices and credits around their limits: the last cent, the first day of a year, an attestation's last day. */
import * as fc from "fast-check";
import { type Basis, type Category, CODES, type InvoiceInput } from "./invoice.ts";
import { payerOf, SOURCES } from "./payers.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

const between = (min: number, max: number) => fc.integer({ min, max });
/** How many of so many have it not. */
const now = (of: number) => ({ nil: undefined, freq: of });
const MOST = 1_000_000_000;
const cents = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 2, 3, 9, 59, 60, 61, 2_100, 137_203, MOST), weight: 2 },
  { arbitrary: between(0, 200), weight: 2 },
  { arbitrary: between(0, 2_000_000), weight: 2 },
  { arbitrary: between(0, MOST), weight: 1 },
);
const minutes = fc.oneof(fc.constantFrom(0, 1, 30, 59, 60, 1_000_000), between(0, 200), between(0, 1_000_000));
/** Nothing before, all but a cent, all, a cent more, or anything. */
const before = fc.oneof(
  { arbitrary: fc.constant(() => 0), weight: 3 },
  { arbitrary: between(-2, 1).map((by) => (all: number) => all + by), weight: 1 },
  { arbitrary: between(0, 100).map((share) => (all: number) => Math.floor((all * share) / 100)), weight: 2 },
);
const kept = (value: number) => Math.min(MOST, Math.max(0, value));
const given = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

const agreed: Arb<Basis> = cents.map((amount) => ({ by: "agreed", amount: Math.max(1, amount) }));
const hours: Arb<Basis> = fc
  .record({ minutes, rate: cents, before, cap: fc.option(fc.tuple(cents, fc.boolean()), now(2)) })
  .map(({ minutes: some, rate, before: had, cap }) => {
    const all = Math.floor((some * rate) / 60);
    const limit = cap === undefined ? undefined : cap[1] ? kept(all + (cap[0] % 5) - 2) : cap[0];
    const sum = limit === undefined ? all : Math.min(all, limit);
    return given({ by: "hours", minutes: some, rate, before: kept(had(sum)), cap: limit }) as Basis;
  });
const completion: Arb<Basis> = fc
  .record({ agreed: cents, planned: minutes, done: between(0, 1_000), before })
  .map(({ agreed: sum, planned, done, before: had }) => {
    const count = Math.max(1, planned);
    const share = done > 900 ? count : Math.floor((count * done) / 900);
    return {
      by: "completion",
      agreed: sum,
      planned: count,
      done: share,
      before: kept(had(Math.floor((sum * share) / count))),
    };
  });

/** Mostly near; on the eve and the first of a year as well. */
const near = (on: string): Arb<string> =>
  fc.oneof(
    between(-3, 3).map((by) => shift(on, by)),
    between(-500, 500).map((by) => shift(on, by)),
  );
const past = (on: string): Arb<string> =>
  fc.oneof(
    { arbitrary: between(0, 3).map((back) => shift(on, -back)), weight: 2 },
    { arbitrary: between(0, 500).map((back) => shift(on, -back)), weight: 2 },
    {
      arbitrary: fc.constantFrom(`${on.slice(0, 4)}-01-01`, `${Number(on.slice(0, 4)) - 1}-12-31`),
      weight: 2,
    },
  );
const last = (on: string) =>
  fc.record({
    number: fc.oneof(fc.constantFrom(1, 9, 98, 99, 9_999, 99_998), between(1, 99_998)),
    on: fc.oneof({ arbitrary: past(on), weight: 12 }, { arbitrary: near(on), weight: 1 }),
  });

const series = fc.oneof(fc.constantFrom("F", "A", "ZZZZZZZZZZ"), fc.stringMatching(/^[A-Z]{1,10}$/));
const category = fc.constantFrom<Category>("E", "E", "O", "S");
const credited = (on: string, amount: number): Arb<NonNullable<InvoiceInput["of"]>> =>
  fc
    .record({
      number: shortText,
      on: past(on),
      /** What is left beside the credit: less than it, exactly, or more. */
      left: fc.oneof({ arbitrary: between(0, 2), weight: 3 }, { arbitrary: cents, weight: 3 }, fc.constant(-1)),
      credited: cents,
      vat: category.chain((vat) =>
        fc.tuple(
          fc.constant(vat),
          CODES[vat].length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...CODES[vat]), now(3)),
        ),
      ),
      type: fc.constantFrom<380 | 386>(380, 386),
    })
    .map(({ left, credited: before, vat: [vat, code], ...facts }) => {
      const all = kept(before + amount + left);
      return given({ ...facts, amount: all, credited: Math.min(all, before), vat, code }) as NonNullable<
        InvoiceInput["of"]
      >;
    });

/** From mostly before, to mostly after; the wrong way round now and then. */
const attestation = (on: string) =>
  fc
    .record({
      number: shortText,
      from: fc.oneof({ arbitrary: past(on), weight: 6 }, { arbitrary: near(on), weight: 1 }),
      to: fc.option(
        fc.oneof(
          between(0, 3).map((by) => shift(on, by)),
          near(on),
        ),
        now(2),
      ),
    })
    .map(given);

const dates = (on: string) =>
  fc.record({ from: near(on), days: between(0, 400) }).map(({ from, days }) => ({ from, to: shift(from, days) }));

const facts = (on: string) =>
  fc.record({
    series,
    last: fc.option(last(on), now(3)),
    regime: fc.constantFrom<InvoiceInput["regime"]>(
      "attested",
      "attested",
      "nonprofit",
      "outside",
      "franchise",
      "taxed",
    ),
    terms: fc.option(fc.constantFrom(0, 1, 50, 90), now(2)),
    period: dates(on),
    attestation: fc.option(attestation(on), now(6)),
  });

export const invoiceInput: Arb<InvoiceInput> = common((on) =>
  fc.constantFrom("invoice" as const, "invoice" as const, "credit" as const).chain((kind) =>
    fc
      .record({
        rest: facts(on),
        source: fc.constantFrom(...SOURCES),
        nature: fc.option(
          fc.constantFrom<NonNullable<InvoiceInput["nature"]>>("training", "third", "indemnity"),
          now(2),
        ),
        basis: kind === "credit" ? agreed : fc.oneof(agreed, hours, completion),
      })
      .chain(({ rest, source, nature, basis }) => {
        const special = basis.by !== "agreed" || (nature === "indemnity" && !payerOf(source).employer);
        const whole = given({
          kind,
          source,
          nature: special && nature !== undefined ? "training" : nature,
          basis,
          ...rest,
        });
        const of = kind === "credit" && basis.by === "agreed" ? credited(on, basis.amount) : fc.constant(undefined);
        return of.map((each) => given({ ...whole, of: each }) as Omit<InvoiceInput, "id" | "on">);
      }),
  ),
);
