import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { beginsAt, dayIn, endsAt, instantsOf, isTime, wallIn } from "./zone.ts";

describe("dayIn", () => {
  it("changes day at midnight in the place, in winter and in summer", () => {
    assert.equal(dayIn(new Date("2026-12-31T22:59:59Z"), "Europe/Paris"), "2026-12-31");
    assert.equal(dayIn(new Date("2026-12-31T23:00:00Z"), "Europe/Paris"), "2027-01-01");
    assert.equal(dayIn(new Date("2026-06-30T21:59:59Z"), "Europe/Paris"), "2026-06-30");
    assert.equal(dayIn(new Date("2026-06-30T22:00:00Z"), "Europe/Paris"), "2026-07-01");
  });

  it("follows the sun overseas", () => {
    assert.equal(dayIn(new Date("2026-12-31T22:00:00Z"), "Indian/Reunion"), "2027-01-01");
    assert.equal(dayIn(new Date("2027-01-01T03:00:00Z"), "America/Martinique"), "2026-12-31");
  });
});

const written = (instants: readonly Date[]) => instants.map((instant) => instant.toISOString());

describe("the instants of a minute", () => {
  it("are one on an ordinary day", () => {
    assert.deepEqual(written(instantsOf({ day: "2027-01-15", time: "23:59" }, "Europe/Paris")), [
      "2027-01-15T22:59:00.000Z",
    ]);
    assert.deepEqual(written(instantsOf({ day: "2027-07-15", time: "00:00" }, "Europe/Paris")), [
      "2027-07-14T22:00:00.000Z",
    ]);
  });

  it("are two in the hour that autumn shows twice, and the deadline ends with the second", () => {
    const minute = { day: "2027-10-31", time: "02:30" };
    assert.deepEqual(written(instantsOf(minute, "Europe/Paris")), [
      "2027-10-31T00:30:00.000Z",
      "2027-10-31T01:30:00.000Z",
    ]);
    assert.equal(beginsAt(minute, "Europe/Paris")!.toISOString(), "2027-10-31T00:30:00.000Z");
    assert.equal(endsAt(minute, "Europe/Paris")!.toISOString(), "2027-10-31T01:30:59.999Z");
  });

  it("are none in the hour that spring leaps over", () => {
    for (const time of ["02:00", "02:30", "02:59"])
      assert.deepEqual(instantsOf({ day: "2027-03-28", time }, "Europe/Paris"), []);
    assert.equal(instantsOf({ day: "2027-03-28", time: "01:59" }, "Europe/Paris").length, 1);
    assert.equal(instantsOf({ day: "2027-03-28", time: "03:00" }, "Europe/Paris").length, 1);
    assert.equal(endsAt({ day: "2027-03-28", time: "02:30" }, "Europe/Paris"), undefined);
  });

  it("make the day of the change 23 or 25 hours long, and close it at its own midnight", () => {
    const hours = (day: string) =>
      (endsAt({ day, time: "23:59" }, "Europe/Paris")!.getTime() +
        1 -
        beginsAt({ day, time: "00:00" }, "Europe/Paris")!.getTime()) /
      3_600_000;
    assert.deepEqual(["2027-03-27", "2027-03-28", "2027-10-31", "2027-11-01"].map(hours), [24, 23, 25, 24]);
    assert.equal(
      endsAt({ day: "2027-10-31", time: "23:59" }, "Europe/Paris")!.toISOString(),
      "2027-10-31T22:59:59.999Z",
    );
  });

  it("follow zones that change by half an hour, and those that never change", () => {
    assert.equal(instantsOf({ day: "2027-04-04", time: "01:45" }, "Australia/Lord_Howe").length, 2);
    assert.deepEqual(instantsOf({ day: "2027-10-03", time: "02:15" }, "Australia/Lord_Howe"), []);
    assert.equal(instantsOf({ day: "2027-03-28", time: "02:30" }, "Indian/Reunion").length, 1);
  });

  const zones = fc.constantFrom(
    "Europe/Paris",
    "America/Martinique",
    "America/Miquelon",
    "Pacific/Noumea",
    "Australia/Lord_Howe",
  );
  // Twice as often within two days of a change in Paris, where it could go wrong.
  const around = (day: string) =>
    fc
      .integer({ min: -2 * 1440, max: 2 * 1440 })
      .map((minutes) => new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000));
  const instants = fc.oneof(
    around("2027-03-28"),
    around("2027-10-31"),
    fc
      .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
      .map((minutes) => new Date(minutes * 60_000)),
  );

  it("have every instant among those of the minute that its wall shows", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const { day, time } = wallIn(instant, zone);
        assert.ok(written(instantsOf({ day, time }, zone)).includes(instant.toISOString()));
      }),
      { numRuns: 500 },
    );
  });

  it("end a deadline after they begin it, and show the minute to its last second", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const { day, time } = wallIn(instant, zone);
        const minute = { day, time };
        const [begin, end] = [beginsAt(minute, zone)!, endsAt(minute, zone)!];
        assert.ok(begin <= instant && instant <= end);
        assert.deepEqual(wallIn(end, zone), { day, time, seconds: "59" });
        assert.notEqual(wallIn(new Date(end.getTime() + 1), zone).time, time);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the wall, minute by minute", () => {
  it("is that of this machine’s own clock on both sides of each change, and before there were rules", () => {
    const own = new Map<string, Intl.DateTimeFormat>();
    for (const zone of ["Europe/Paris", "Pacific/Noumea", "America/St_Johns"]) {
      const numbers = {
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      } as const;
      own.set(zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", ...numbers }));
    }
    for (const around of [
      "2026-03-29T01:00:00Z",
      "2026-10-25T01:00:00Z",
      "2026-11-01T04:30:00Z",
      "1911-03-10T23:50:39Z",
    ])
      for (let minute = -90; minute <= 90; minute++) {
        const instant = new Date(Date.parse(around) + minute * 60_000 + 17_000);
        for (const [zone, format] of own) {
          const { day, time, seconds } = wallIn(instant, zone);
          assert.equal(`${day} ${time}:${seconds}`, format.format(instant));
        }
      }
  });
});

describe("isTime", () => {
  it("is true for the hours of a day alone", () => {
    assert.deepEqual(["00:00", "23:59", "24:00", "9:00", "12:60", "12h30"].map(isTime), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
