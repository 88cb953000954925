import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Day, dayNumber, dayOf } from "../../kit/day.ts";
import { firstDay, isPartialDay, lastDay, type PartialDay } from "../../kit/partial-day.ts";
import { laws } from "../../test/law-world.ts";
import { lawOf } from "../../law/load.ts";
import { type Draft, EMPTY, type PeriodDraft, type TitleDraft, toInput } from "./draft.ts";
import { awardAt, isSettled, spanAt, unsettled } from "./ends.ts";
import { decide, endsOf } from "./opens.ts";

const law = lawOf(laws, "deis", "2006", "faire-ess")!;
const ON = "2026-03-01";

describe("a day as far as it is known", () => {
  it("is a day, a month or a year, and nothing else", () => {
    for (const day of ["2017", "2017-06", "2017-06-27", "1900", "2199-12"]) ok(isPartialDay(day), day);
    for (const day of ["", "17", "2017-13", "2017-6", "2017-06-31", "1899", "2200", "juin 2017"])
      ok(!isPartialDay(day), day);
  });
  it("begins and ends with its month or its year", () => {
    deepEqual(
      ["2016", "2016-02", "2017-02", "2017-06-27"].map((day) => [firstDay(day), lastDay(day)]),
      [
        ["2016-01-01", "2016-12-31"],
        ["2016-02-01", "2016-02-29"],
        ["2017-02-01", "2017-02-28"],
        ["2017-06-27", "2017-06-27"],
      ],
    );
  });
});

describe("the ends of a declaration whose days are not all known", () => {
  it("are a period of whole years, and what is certain of it", () => {
    deepEqual(spanAt({ from: "2022", to: "2024" }, "best"), { from: "2022-01-01", to: "2024-12-31" });
    deepEqual(spanAt({ from: "2022", to: "2024" }, "worst"), { from: "2022-12-31", to: "2024-01-01" });
    deepEqual(spanAt({ from: "2022", to: null }, "worst"), { from: "2022-12-31", to: null });
  });
  it("hold at worst nothing of a period within one year", () => {
    equal(spanAt({ from: "2022", to: "2022" }, "worst"), undefined);
    deepEqual(spanAt({ from: "2022-06", to: "2022-07" }, "worst"), { from: "2022-06-30", to: "2022-07-01" });
  });
  it("end a period on the last day of its year, after the day asked about too", () => {
    equal(spanAt({ from: "2022", to: "2026" }, "best")!.to, "2026-12-31");
  });
  it("put the award on the first day at best, on the last at worst, and the beginning of the course the other way", () => {
    deepEqual(awardAt({ awardedOn: "2021", startedOn: "2018" }, "best"), {
      awardedOn: "2021-01-01",
      startedOn: "2018-12-31",
    });
    deepEqual(awardAt({ awardedOn: "2021", startedOn: "2018" }, "worst"), {
      awardedOn: "2021-12-31",
      startedOn: "2018-01-01",
    });
    deepEqual(awardAt({ awardedOn: "2018", startedOn: "2018-09" }, "best"), {
      awardedOn: "2018-09-01",
      startedOn: "2018-09-01",
    });
  });
  it("are one where every day is known", () => {
    const known = { ...EMPTY, titles: [{ item: 1, title: "DEASS", awardedOn: "2019-06-27" }] };
    equal(isSettled(known, law.diploma), true);
    equal(endsOf(law, known, ON), undefined);
    const year = { ...EMPTY, titles: [{ item: 1, title: "DEASS", awardedOn: "2019" }] };
    deepEqual(unsettled(year, law.diploma).titles, year.titles);
    equal(endsOf(law, year, ON)!.differ, false);
  });

  const job: PeriodDraft = {
    item: 2,
    from: "2023-01-01",
    to: null,
    share: { as: "full" },
    field: "social-intervention",
  };
  const begun = (startedOn: PartialDay | null): Draft => ({
    ...EMPTY,
    titles: [{ item: 1, title: "DEASS", awardedOn: "2021", startedOn }],
    periods: [job],
  });
  it("are a course begun late and begun early, where its start was not said and the level depends on it", () => {
    const day = "2025-03-01";
    const { best, worst, differ, decisive } = endsOf(law, begun(null), day)!;
    deepEqual([best.answer.outcome, worst.answer.outcome, differ], ["eligible", "not-eligible", true]);
    deepEqual([best.input.titles[0]!.startedOn, worst.input.titles[0]!.startedOn], [undefined, "2018-08-31"]);
    deepEqual(
      decisive.titles.map(({ item }) => item),
      [1],
    );
    deepEqual(decisive.periods, []);
    equal(
      isSettled({ ...begun(null), titles: [{ ...begun(null).titles[0]!, awardedOn: "2021-06-30" }] }, law.diploma),
      false,
    );
    // Before the levels changed, the start is not asked.
    const sooner = { ...begun(null), titles: [{ item: 1, title: "DEASS", awardedOn: "2019-06-27", startedOn: null }] };
    equal(isSettled(sooner, law.diploma), true);
  });
  it("hang on the items alone whose days change the answer", () => {
    const old = { item: 1, title: "DEASS", awardedOn: "2015" };
    const since = { ...job, from: "2023" };
    const { differ, decisive } = endsOf(law, { ...EMPTY, titles: [old], periods: [since] }, "2026-11-30")!;
    equal(differ, true);
    deepEqual(decisive, { titles: [], periods: [since] });
  });
  it("never count more where the start of a course is not said than with any start", () => {
    const RANKED = ["not-eligible", "unknown", "needs-decision", "eligible"];
    const starts = fc.integer({ min: dayNumber("2015-01-01"), max: dayNumber("2020-12-31") }).map(dayOf);
    fc.assert(
      fc.property(starts, fc.constantFrom("2021", "2022-06", "2023-01-31"), (start, awardedOn) => {
        const at = (startedOn: PartialDay | null, end: "best" | "worst") => {
          const draft = begun(startedOn);
          const titles = [{ ...draft.titles[0]!, awardedOn }];
          return RANKED.indexOf(decide(law, toInput(law.diploma, { ...draft, titles }, "2025-03-01", end)).outcome);
        };
        ok(at(null, "worst") <= at(start, "worst"), start);
        ok(at(null, "best") >= at(start, "best"), start);
      }),
    );
  });

  /** As much of a day as is kept. */
  const cut = (day: Day, length: number): PartialDay => day.slice(0, length);
  const lengths = fc.constantFrom(4, 7, 10);
  const days = fc.integer({ min: dayNumber("2005-01-01"), max: dayNumber("2026-02-28") }).map(dayOf);
  const titles = fc.record({
    title: fc.constantFrom(...law.diploma.catalogue.map(({ title }) => title)),
    awarded: days,
    before: fc.integer({ min: 0, max: 1_800 }),
    lengths: fc.tuple(lengths, lengths),
  });
  const periods = fc.record({
    from: days,
    lasts: fc.option(fc.integer({ min: 0, max: 2_500 })),
    percent: fc.integer({ min: 10, max: 100 }),
    field: fc.constantFrom(...law.diploma.experience!.fields.map(({ field }) => field)),
    lengths: fc.tuple(lengths, lengths),
  });
  const declared = fc.tuple(fc.array(titles, { maxLength: 2 }), fc.array(periods, { maxLength: 3 }));
  type Declared = typeof declared extends fc.Arbitrary<infer T> ? T : never;

  /** The declaration in days, or as far as they are kept. */
  const draftOf = ([ofTitles, ofPeriods]: Declared, typed: boolean): Draft => ({
    ...EMPTY,
    titles: ofTitles.map((one, at): TitleDraft => {
      const [awarded, started] = typed ? one.lengths : [10, 10];
      const begun = dayOf(dayNumber(one.awarded) - one.before);
      return { item: at, title: one.title, awardedOn: cut(one.awarded, awarded), startedOn: cut(begun, started) };
    }),
    periods: ofPeriods.map((one, at): PeriodDraft => {
      const [from, to] = typed ? one.lengths : [10, 10];
      const last = one.lasts === null ? null : cut(dayOf(dayNumber(one.from) + one.lasts), to);
      const share = { as: "percent", percent: one.percent } as const;
      return { item: 100 + at, from: cut(one.from, from), to: last, share, field: one.field };
    }),
  });
  const RANK = ["not-eligible", "unknown", "needs-decision", "eligible"];

  it("hold between them the answer on the days themselves, and the day on which a door opens", () => {
    const check = (one: Declared) => {
      const exact = decide(law, toInput(law.diploma, draftOf(one, false), ON));
      const typed = draftOf(one, true);
      const at = (end: "best" | "worst") => decide(law, toInput(law.diploma, typed, ON, end));
      const [best, worst] = [at("best"), at("worst")];
      const rank = ({ outcome }: { readonly outcome: string }) => RANK.indexOf(outcome);
      ok(rank(worst) <= rank(exact), `worst: ${worst.outcome}, exact: ${exact.outcome}`);
      ok(rank(exact) <= rank(best), `exact: ${exact.outcome}, best: ${best.outcome}`);
      if (exact.outcome !== "eligible" && best.outcome !== "eligible" && exact.reachedOn !== null)
        ok(best.reachedOn !== null && best.reachedOn <= exact.reachedOn, `${best.reachedOn} after ${exact.reachedOn}`);
      if (worst.outcome !== "eligible" && exact.outcome !== "eligible" && worst.reachedOn !== null)
        ok(
          exact.reachedOn !== null && exact.reachedOn <= worst.reachedOn,
          `${exact.reachedOn} after ${worst.reachedOn}`,
        );
    };
    // The period ends after the day asked about, in the same year: the door opens in between.
    const endsLater: Declared = [
      [{ title: "DEASS", awarded: "2005-01-01", before: 0, lengths: [4, 4] }],
      [{ from: "2022-08-01", lasts: 1_319, percent: 83, field: "social-intervention", lengths: [7, 4] }],
    ];
    fc.assert(fc.property(declared, check), { numRuns: 2_000, examples: [[endsLater]] });
  });
});
