/** Which things of one person do not go together on a day. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { meet, meetings } from "./elsewhere.ts";

const thing = {
  kind: "exam",
  diploma: "one",
  on: "2026-12-07",
  through: "2026-12-07",
  from: "09:00",
  until: "12:00",
} as const;
const away = { ...thing, kind: "away", on: "2026-11-02", through: null, from: null, until: null } as const;

describe("somebody is elsewhere that day", () => {
  it("with another diploma’s interview at another hour, and not with an exam of the same session later that day", () => {
    const afternoon = { ...thing, from: "15:00", until: "16:00" };
    equal(meet(thing, { ...afternoon, kind: "interview", diploma: "other" }), true);
    equal(meet(thing, afternoon), false);
  });

  it("with a lesson of the same diploma where the hours overlap, not where they touch, nor on the next day", () => {
    equal(meet(thing, { ...thing, kind: "lesson", from: "11:59", until: "13:00" }), true);
    equal(meet(thing, { ...thing, kind: "lesson", from: "12:00", until: "13:00" }), false);
    equal(meet(thing, { ...thing, kind: "lesson", on: "2026-12-08", through: "2026-12-08" }), false);
  });

  it("while away, from the first day to the last, and twice away is told nowhere", () => {
    equal(meet(thing, away), true);
    equal(meet(thing, { ...away, on: "2026-12-07", through: "2026-12-07" }), true);
    equal(meet(thing, { ...away, through: "2026-12-06" }), false);
    equal(meet(thing, { ...away, on: "2026-12-08" }), false);
    equal(meet(away, { ...away, diploma: "other" }), false);
  });

  it("for each person alone, each pair once, on the day of what is planned", () => {
    const all = [
      { ...away, person: "a", chain: "away" },
      { ...thing, person: "a", chain: "exam" },
      { ...thing, person: "b", chain: "exam-of-b" },
    ];
    deepEqual(
      meetings(all).map(({ on, one, other }) => [on, one.chain, other.chain]),
      [["2026-12-07", "exam", "away"]],
    );
  });
});
