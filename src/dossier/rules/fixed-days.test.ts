import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Draft, EMPTY } from "../../inquiry/rules/draft.ts";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { type FixedDay, isFixable, openDays, withFixed } from "./fixed-days.ts";

const law = lawOf(laws, "deis", "2006", "faire-ess")!.diploma;
const draft: Draft = {
  ...EMPTY,
  titles: [{ item: 1, title: "DEASS", awardedOn: "2017", startedOn: null }],
  periods: [{ item: 2, from: "2018-09", to: "2020", share: { as: "full" }, field: "any" }],
};
const fixed = (item: number, of: FixedDay["of"], day: string) => ({ kind: "day-fixed", details: { item, of, day } });

describe("the days that the office fixes from the pieces", () => {
  it("are those given by a month or a year, in their order", () => {
    deepEqual(openDays(law, draft), [
      { item: 1, of: "awardedOn" },
      { item: 2, of: "from" },
      { item: 2, of: "to" },
    ]);
  });

  it("stand in the place of what was typed, the latest of them", () => {
    const done = withFixed(draft, [
      fixed(1, "awardedOn", "2017-06-27"),
      { kind: "judged", details: { item: "declared" } },
      fixed(2, "from", "2018-09-03"),
    ]);
    deepEqual(
      [done.titles[0]!.awardedOn, done.periods[0]!.from, done.periods[0]!.to],
      ["2017-06-27", "2018-09-03", "2020"],
    );
    deepEqual(openDays(law, done), [{ item: 2, of: "to" }]);
    const corrected = withFixed(draft, [fixed(1, "awardedOn", "2017-06-27"), fixed(1, "awardedOn", "2017-07-01")]);
    equal(corrected.titles[0]!.awardedOn, "2017-07-01");
  });

  it("no longer hold once something else was declared, and never over a day that the person gave", () => {
    const facts = [fixed(1, "awardedOn", "2017-06-27"), fixed(9, "from", "2017-06-27")];
    const other = { ...draft, titles: [{ item: 1, title: "DEASS", awardedOn: "2018" }] };
    equal(withFixed(other, facts).titles[0]!.awardedOn, "2018");
    const given = { ...draft, titles: [{ item: 1, title: "DEASS", awardedOn: "2017-06-30" }] };
    equal(withFixed(given, facts).titles[0]!.awardedOn, "2017-06-30");
  });

  it("lie within what was typed, and in the order of the other days", () => {
    const asked = (item: number, of: FixedDay["of"], day: string) => isFixable(law, draft, { item, of, day });
    deepEqual(
      [asked(1, "awardedOn", "2017-12-31"), asked(1, "awardedOn", "2018-01-01"), asked(1, "startedOn", "2017-01-01")],
      [true, false, false],
    );
    equal(asked(7, "from", "2018-09-03"), false);
    const short = { ...draft, periods: [{ ...draft.periods[0]!, from: "2018-09-10", to: "2018-09" }] };
    const end = (day: string) => isFixable(law, short, { item: 2, of: "to", day });
    deepEqual([end("2018-09-09"), end("2018-09-10")], [false, true]);
  });

  it("hold the start of a course that was not said, where the level depends on it", () => {
    const unsaid = {
      ...draft,
      titles: [{ item: 1, title: "DEASS", awardedOn: "2021-06-30", startedOn: null }],
      periods: [],
    };
    deepEqual(openDays(law, unsaid), [{ item: 1, of: "startedOn" }]);
    const asked = (day: string) => isFixable(law, unsaid, { item: 1, of: "startedOn", day });
    deepEqual([asked("2017-09-04"), asked("2021-07-01")], [true, false]);
    const done = withFixed(unsaid, [fixed(1, "startedOn", "2017-09-04")]);
    equal(done.titles[0]!.startedOn, "2017-09-04");
    deepEqual(openDays(law, done), []);
  });
});
