import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { dayNumber, dayOf } from "../kit/day.ts";
import {
  type Counts,
  countedBetween,
  countedTo,
  dayReached,
  fieldsOf,
  FULL,
  keepsPace,
  type Period,
  timelines,
} from "./experience.ts";

const COUNTS = new Map<string, Counts>([
  ["sea", "yes"],
  ["quay", "undecided"],
  ["bank", "no"],
]);

const period = (from: string, to: string | null, share = 1, field = "sea"): Period => ({ from, to, share, field });
const lines = (...periods: Period[]) => timelines(periods, COUNTS);
const before = Number.NEGATIVE_INFINITY;
const days = (tenThousandths: number) => tenThousandths / FULL;
const counted = (periods: Period[], from: string | undefined, on: string, which: "sure" | "wide" = "sure") =>
  days(countedBetween(timelines(periods, COUNTS)[which], from === undefined ? before : dayNumber(from), dayNumber(on)));
const reached = (periods: Period[], after: string | undefined, wanted: number) => {
  const day = dayReached(lines(...periods).sure, after === undefined ? before : dayNumber(after), wanted * FULL);
  return day === Number.POSITIVE_INFINITY ? "never" : dayOf(day);
};

describe("the fields of experience", () => {
  it("are none where no door asks for any", () => deepEqual(fieldsOf({}), []));
});

describe("experience in full-time equivalent", () => {
  it("counts the first and the last day of a period", () => {
    const month = [period("2024-02-01", "2024-02-29")];
    equal(counted(month, undefined, "2024-01-31"), 0);
    equal(counted(month, undefined, "2024-02-01"), 1);
    equal(counted(month, undefined, "2024-02-28"), 28);
    equal(counted(month, undefined, "2024-02-29"), 29);
    equal(counted(month, undefined, "2024-03-01"), 29);
  });

  it("counts a period of one day, and one still going on", () => {
    equal(counted([period("2024-02-29", "2024-02-29")], undefined, "2030-01-01"), 1);
    equal(counted([period("2024-02-29", null)], undefined, "2024-03-02"), 3);
  });

  it("keeps its pace as long as no period begins or ends", () => {
    const line = lines(period("2020-01-01", null, 0.5), period("2021-01-01", "2021-12-31", 0.5)).sure;
    const keeps = (day: string, later: string) => keepsPace(line, dayNumber(day), dayNumber(later));
    deepEqual([keeps("2020-01-01", "2020-12-31"), keeps("2020-12-31", "2021-01-01")], [true, false]);
    deepEqual([keeps("2021-12-31", "2022-01-01"), keeps("2022-01-01", "2050-01-01")], [false, true]);
    equal(keeps("2019-12-31", "2020-01-01"), false);
    equal(keeps("2019-01-01", "2019-12-31"), true);
  });

  it("counts each day for its share", () => {
    equal(counted([period("2020-01-01", "2020-12-31", 0.5)], undefined, "2021-01-01"), 183);
    equal(counted([period("2020-01-01", "2020-01-03", 0.3333)], undefined, "2021-01-01"), 0.9999);
    equal(counted([period("2020-01-01", "2020-01-10", 0.0001)], undefined, "2021-01-01"), 0.001);
  });

  it("never counts a day for more than a day", () => {
    const half = period("2024-01-01", "2024-01-10", 0.5);
    equal(counted([half, half], undefined, "2024-02-01"), 10);
    equal(counted([half, half, half], undefined, "2024-02-01"), 10);
    equal(
      counted([period("2024-01-01", "2024-01-10"), period("2024-01-06", "2024-01-15", 0.5)], undefined, "2024-02-01"),
      12.5,
    );
  });

  it("counts the days between two periods for nothing", () => {
    const both = [period("2024-03-01", "2024-03-02"), period("2024-01-01", "2024-01-02")];
    equal(counted(both, undefined, "2024-02-15"), 2);
    equal(counted(both, undefined, "2024-03-01"), 3);
    equal(counted(both, undefined, "2024-04-01"), 4);
  });

  it("joins periods that follow each other without a stretch more", () => {
    const followed = lines(period("2024-01-01", "2024-01-31"), period("2024-02-01", null));
    deepEqual(followed.sure, [{ start: dayNumber("2024-01-01"), rate: FULL, sum: 0 }]);
    const two = lines(period("2024-01-01", null, 0.4), period("2024-01-01", null, 0.4));
    deepEqual(two.sure, [{ start: dayNumber("2024-01-01"), rate: 8_000, sum: 0 }]);
  });

  it("keeps the stretches in the order of days, whatever that of the periods", () => {
    const early = period("2024-01-01", "2024-01-10", 0.2);
    const late = period("2024-01-05", "2024-01-20", 0.3);
    const expected = [
      { start: dayNumber("2024-01-01"), rate: 2_000, sum: 0 },
      { start: dayNumber("2024-01-05"), rate: 5_000, sum: 8_000 },
      { start: dayNumber("2024-01-11"), rate: 3_000, sum: 38_000 },
      { start: dayNumber("2024-01-21"), rate: 0, sum: 68_000 },
    ];
    deepEqual(lines(early, late).sure, expected);
    deepEqual(lines(late, early).sure, expected);
  });

  it("starts on the day after the title, and stops on the day asked about", () => {
    const work = [period("2020-01-01", null)];
    equal(counted(work, "2024-01-01", "2024-01-01"), 0);
    equal(counted(work, "2024-01-01", "2024-01-02"), 1);
    equal(counted(work, "2024-01-02", "2024-01-01"), 0);
    equal(counted([period("2024-01-05", null)], "2024-01-01", "2024-01-06"), 2);
  });

  it("keeps what a school must assess out of what is sure, and other fields out of both", () => {
    const doubtful = [period("2024-01-01", "2024-01-10"), period("2024-01-11", "2024-01-15", 1, "quay")];
    equal(counted(doubtful, undefined, "2024-02-01"), 10);
    equal(counted(doubtful, undefined, "2024-02-01", "wide"), 15);
    const elsewhere = [period("2024-01-01", "2024-01-10", 1, "bank"), period("2024-01-01", "2024-01-10", 1, "moon")];
    equal(counted(elsewhere, undefined, "2024-02-01", "wide"), 0);
    deepEqual(lines(...elsewhere), { sure: [], wide: [] });
    const beside = [...elsewhere, period("2024-03-01", "2024-03-02", 1, "quay")];
    equal(counted(beside, undefined, "2024-04-01", "wide"), 2);
  });

  it("uses one line for both where nothing is doubtful", () => {
    const { sure, wide } = lines(period("2024-01-01", null));
    equal(wide, sure);
  });

  it("caps doubtful and certain work together", () => {
    const together = [period("2024-01-01", "2024-01-10", 0.8), period("2024-01-01", "2024-01-10", 0.8, "quay")];
    equal(counted(together, undefined, "2024-02-01"), 8);
    equal(counted(together, undefined, "2024-02-01", "wide"), 10);
  });

  it("counts nothing up to the beginning of time", () => {
    equal(countedTo(lines(period("1900-01-01", null)).sure, before), 0);
  });
});

describe("the day on which enough is reached", () => {
  it("is the day that completes it, not the day after", () => {
    equal(reached([period("2024-01-01", null)], undefined, 10), "2024-01-10");
    equal(reached([period("2024-01-01", "2024-01-10")], undefined, 10), "2024-01-10");
    equal(reached([period("2024-01-01", null, 0.5)], undefined, 10), "2024-01-20");
    equal(reached([period("2024-01-01", null, 0.3)], undefined, 1), "2024-01-04");
  });

  it("counts from the day after the title", () => {
    equal(reached([period("2020-01-01", null)], "2024-01-01", 10), "2024-01-11");
  });

  it("is found in a later stretch, past a gap", () => {
    const gap = [period("2024-01-01", "2024-01-04"), period("2024-02-01", null)];
    equal(reached(gap, undefined, 4), "2024-01-04");
    equal(reached(gap, undefined, 5), "2024-02-01");
    equal(reached([period("2024-01-01", "2024-01-04", 0.5), period("2024-01-05", null)], undefined, 3), "2024-01-05");
  });

  it("never comes where the periods given end too early", () => {
    equal(reached([period("2024-01-01", "2024-01-09")], undefined, 10), "never");
    equal(reached([], undefined, 10), "never");
    equal(reached([period("2024-01-01", null)], "2024-01-05", 0), "2024-01-05");
  });
});
