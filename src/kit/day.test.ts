import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, addMonths, addYears, dayNumber, dayOf, daysInMonth, FIRST_DAY, isDay, LAST_DAY } from "./day.ts";

describe("a day", () => {
  it("is a real day of the calendar, from 1900 to 2199", () => {
    const days = ["1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "2026-04-30", "2026-12-31"];
    deepEqual(days.filter(isDay), days);
    const none = [
      "1899-12-31",
      "2200-01-01",
      "2023-02-29",
      "1900-02-29",
      "2100-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "2026-01-32",
    ];
    deepEqual(none.filter(isDay), []);
  });

  it("is written AAAA-MM-JJ and no other way", () => {
    const none = [
      "",
      "2026-3-1",
      "20260301",
      "2026-03-01T00:00",
      "2026-03-01\n",
      " 2026-03-01",
      "2026/03/01",
      "٢٠٢٦-٠٣-٠١",
      "+2026-03-1",
    ];
    deepEqual(none.filter(isDay), []);
  });

  it("has a number that counts days, and back, over three centuries", () => {
    deepEqual(
      [dayNumber("1970-01-01"), dayNumber("1970-01-02"), dayNumber("1969-12-31"), dayNumber("2000-03-01")],
      [0, 1, -1, 11_017],
    );
    let expected = dayNumber(FIRST_DAY);
    for (let year = 1900; year <= 2199; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= daysInMonth(year, month); day++) {
          const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          if (dayNumber(written) !== expected || dayOf(expected) !== written) equal(dayOf(expected), written);
          expected++;
        }
      }
    }
    equal(dayOf(expected - 1), LAST_DAY);
  });

  it("is the same day of the calendar as that of the machine's own", () => {
    for (const number of [dayNumber(FIRST_DAY), -1, 0, 11_016, 20_512, dayNumber(LAST_DAY)]) {
      equal(dayOf(number), new Date(number * 86_400_000).toISOString().slice(0, 10));
    }
  });

  it("knows the length of months", () => {
    deepEqual(
      [1, 2, 4, 12].map((month) => daysInMonth(2026, month)),
      [31, 28, 30, 31],
    );
    deepEqual(
      [1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2)),
      [28, 29, 29, 28],
    );
  });

  it("moves by days across months, years and leap days", () => {
    deepEqual(
      [addDays("2024-02-28", 1), addDays("2024-03-01", -1), addDays("2025-12-31", 1), addDays("2026-03-01", 0)],
      ["2024-02-29", "2024-02-29", "2026-01-01", "2026-03-01"],
    );
  });

  it("moves by years, the 29 February becoming the 28th where it must", () => {
    deepEqual(
      [addYears("2020-02-29", 5), addYears("2020-02-29", 4), addYears("2021-02-28", 3), addYears("2026-12-31", 1)],
      ["2025-02-28", "2024-02-29", "2024-02-28", "2027-12-31"],
    );
  });

  it("moves by months, to the last day of a shorter one", () => {
    deepEqual(
      [addMonths("2026-01-31", 1), addMonths("2024-01-31", 1), addMonths("2026-11-30", 3), addMonths("2026-12-15", 18)],
      ["2026-02-28", "2024-02-29", "2027-02-28", "2028-06-15"],
    );
  });
});
