import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { momentAt, momentsOf } from "./moments.ts";

const RULE = { days: [3, 14, 1], hour: "09:00" };
const PARIS = "Europe/Paris";
/** 31 March 2027, 23:59:59.999, by the summer clock of Paris. */
const CLOSES = new Date("2027-03-31T21:59:59.999Z");
const at = (iso: string) => momentAt(RULE, CLOSES, new Date(iso), PARIS)?.days;

describe("the moments of a reminder", () => {
  it("are so many days before the day of the deadline, at the hour of the school’s wall, across the change of the clocks", () => {
    deepEqual(
      momentsOf(RULE, CLOSES, PARIS).map((moment) => [moment.days, moment.at.toISOString()]),
      [
        [14, "2027-03-17T08:00:00.000Z"],
        [3, "2027-03-28T07:00:00.000Z"],
        [1, "2027-03-30T07:00:00.000Z"],
      ],
    );
  });

  it("are reached at their hour and not a millisecond before, each until the next, the last until the deadline", () => {
    equal(at("2027-03-17T07:59:59.999Z"), undefined);
    equal(at("2027-03-17T08:00:00.000Z"), 14);
    equal(at("2027-03-28T06:59:59.999Z"), 14);
    equal(at("2027-03-28T07:00:00.000Z"), 3);
    equal(at("2027-03-31T21:59:59.999Z"), 1);
    equal(at("2027-03-31T22:00:00.000Z"), undefined);
  });

  it("have no hour after the deadline, but that of the deadline itself, and none in the hour that spring leaps over", () => {
    deepEqual(momentsOf({ days: [0], hour: "23:59" }, new Date("2027-03-31T08:00:00Z"), PARIS), []);
    const noon = momentsOf({ days: [0], hour: "12:00" }, new Date("2027-03-31T10:00:00Z"), PARIS);
    deepEqual(
      noon.map((moment) => moment.days),
      [0],
    );
    const leapt = momentsOf({ days: [0], hour: "02:30" }, new Date("2027-03-28T20:00:00Z"), PARIS);
    equal(leapt[0]?.at.toISOString(), "2027-03-28T01:00:00.000Z");
  });

  it("are never after the deadline and never run backwards, whatever the days and the hour", () => {
    const rule = fc.record({
      days: fc.uniqueArray(fc.nat(365), { minLength: 1, maxLength: 6 }),
      hour: fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:30`),
    });
    const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(rule, instant, instant, fc.constantFrom(PARIS, "Indian/Reunion"), (any, deadline, now, zone) => {
        const moments = momentsOf(any, deadline, zone);
        ok(moments.every((moment) => moment.at <= deadline));
        ok(moments.every((moment, index) => index === 0 || moments[index - 1]!.at < moment.at));
        const present = momentAt(any, deadline, now, zone);
        ok(present === undefined || (present.at <= now && now <= deadline));
      }),
    );
  });
});
