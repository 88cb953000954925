import { deepEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { ACTS, DUTIES, VIEWS, WAITS } from "../house/house.ts";

describe("what a duty of the calendar does", () => {
  it("was foretold by keys of what waits, or says why no act of the person could have prevented it", () => {
    const keys = new Set(WAITS.flatMap((declared) => Object.keys(declared.keys)));
    const unknown = DUTIES.flatMap(({ act, foretold }) => {
      if ("unpreventable" in foretold) return foretold.unpreventable === "" ? [act.name] : [];
      return foretold.by.length > 0 && foretold.by.every((key) => keys.has(key)) ? [] : [act.name];
    });
    deepEqual(unknown, []);
    ok(DUTIES.some(({ foretold }) => "by" in foretold));
  });
});

describe("what answers a line that waits", () => {
  it("is an act of the house, or the view that notes it read", () => {
    const names = new Set([...ACTS, ...VIEWS].map(({ name }) => name));
    const unknown = WAITS.flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([key, { answeredBy }]) =>
        answeredBy.length > 0 ? answeredBy.filter((name) => !names.has(name)).map((name) => `${key}: ${name}`) : [key],
      ),
    );
    deepEqual(unknown, []);
  });
});
