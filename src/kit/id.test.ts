import { deepEqual, equal, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { idsFrom, newId } from "./id.ts";
import { isId } from "./shapes.ts";

describe("the ids of rows", () => {
  it("are UUIDs of version 7 whose time is the millisecond in which they are made", () => {
    const id = idsFrom(() => Date.parse("2026-11-29T08:00:00.123Z"))();
    match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    equal(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16), Date.parse("2026-11-29T08:00:00.123Z"));
    equal(isId(newId()), true);
  });

  it("stand in the order of their making: more in one millisecond than the counter holds, and over a clock that is set back", () => {
    const clock = [5, 5, 4, 4, 6, 1];
    let at = 0;
    const ids = idsFrom(() => clock[Math.floor(at++ / 3_000) % clock.length]!);
    const made = Array.from({ length: 18_000 }, ids);
    deepEqual(made, made.toSorted());
    equal(new Set(made).size, made.length);
  });
});
