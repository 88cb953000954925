import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readDate, readNumber } from "./form-values.ts";

const parts = (day: string, month = "", year = "") => ({ day, month, year });

describe("a date typed in three fields", () => {
  const read: readonly (readonly [ReturnType<typeof parts>, string])[] = [
    [parts("1", "9", "2018"), "2018-09-01"],
    [parts("01", "09", "2018"), "2018-09-01"],
    [parts("29", "février", "2024"), "2024-02-29"],
    [parts("3", "Août", "2019"), "2019-08-03"],
    [parts("3", "aug", "2019"), "2019-08-03"],
    [parts("27/06/2019"), "2019-06-27"],
    [parts("27.6.2019"), "2019-06-27"],
    [parts("2019-06-27"), "2019-06-27"],
    [parts("1er mars 2020"), "2020-03-01"],
  ];
  for (const [typed, day] of read) {
    it(`is ${day} for ${Object.values(typed).join(" ").trim()}`, () => assert.deepEqual(readDate(typed), { day }));
  }

  const faults: readonly (readonly [ReturnType<typeof parts>, object])[] = [
    [parts("", "9", "2018"), { fault: "day", why: "missing" }],
    [parts("1", "", "2018"), { fault: "month", why: "missing" }],
    [parts("1", "9", ""), { fault: "year", why: "missing" }],
    [parts("29", "2", "2023"), { fault: "day", why: "unreal" }],
    [parts("1", "13", "2023"), { fault: "month", why: "unreal" }],
    [parts("1", "brumaire", "2023"), { fault: "month", why: "unreal" }],
    [parts("1", "1", "23"), { fault: "year", why: "unreal" }],
    [parts("1", "1", "2200"), { fault: "year", why: "unreal" }],
    [parts("1", "1", "1899"), { fault: "year", why: "unreal" }],
  ];
  for (const [typed, fault] of faults) {
    it(`has its fault told for “${Object.values(typed).join(" ")}”`, () => assert.deepEqual(readDate(typed), fault));
  }
});

describe("a number as people write it", () => {
  const read: readonly (readonly [string, number | undefined])[] = [
    ["80", 80],
    ["80 %", 80],
    ["80,5", 80.5],
    ["80.5", 80.5],
    ["1 234,50 €", 1234.5],
    ["1\u202f234", 1234],
    ["1,234.50", 1234.5],
    ["17,5 h", 17.5],
    ["", undefined],
    ["-3", undefined],
    ["1e5", undefined],
    ["NaN", undefined],
    ["12abc", undefined],
    ["1,2,3", undefined],
  ];
  for (const [text, number] of read) it(`is ${number} for “${text}”`, () => assert.equal(readNumber(text), number));
});
