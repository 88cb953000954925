import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { hasFigure, latestWithFigures, type Shown, type ShownRate, whyEmpty } from "./shown.ts";

const MINIMUM = 5;
const words = { fr: "", en: "" };
const NONE: ShownRate = {
  rate: "success",
  label: words,
  definition: words,
  numerator: null,
  denominator: 0,
  percent: null,
  asked: null,
  answered: null,
};
const why = (one: Partial<ShownRate>) => whyEmpty({ ...NONE, ...one }, MINIMUM);

describe("a rate without a figure", () => {
  it("says «fewer than five» only where somebody is counted", () => {
    equal(why({ denominator: 4 }), "few");
    equal(why({ denominator: 1 }), "few");
    equal(why({}), "nobody");
    // The denominator of who found work is hidden too, and nobody answered.
    equal(why({ denominator: null, asked: 0, answered: 0 }), "nobody");
    equal(why({ denominator: null, asked: 6, answered: 3 }), "few");
  });

  it("says that nobody answered where some were asked, and that the survey is open until it is closed", () => {
    equal(why({ asked: 6, answered: 0 }), "unanswered");
    equal(why({ asked: 0, answered: 0, awaits: "open" }), "open");
    equal(why({ awaits: "not-over" }), "not-over");
  });

  it("says of enough people that a small group would be recognised", () => {
    equal(why({ denominator: 24 }), "told");
    equal(why({ denominator: null, asked: 9, answered: 6 }), "told");
  });

  it("has a figure, also of nobody who succeeded", () => {
    equal(why({ numerator: 0, denominator: 5, percent: 0 }), undefined);
  });
});

describe("what was published", () => {
  const of = (year: number, version: number, ...percents: readonly (number | null)[]) => {
    const rates = percents.map((percent) => ({ ...NONE, percent }));
    const shown: Shown = {
      diploma: "deis",
      year,
      on: "2031-01-15",
      countFirst: 20,
      minimum: MINIMUM,
      sites: [{ site: "A", rates }],
      all: null,
    };
    return { year, version, shown };
  };

  it("says something where one rate has a figure, even of no percent, or that of all sites alone", () => {
    equal(hasFigure(of(2030, 1, null, 0).shown), true);
    equal(hasFigure(of(2030, 1, null, null).shown), false);
    equal(hasFigure({ ...of(2030, 1, null).shown, all: [{ ...NONE, percent: 80 }] }), true);
  });

  it("is of each year the latest that has a figure, the latest year first", () => {
    const all = [of(2031, 1, null), of(2030, 3, null), of(2030, 2, 70), of(2030, 1, 60), of(2029, 1, 50)];
    deepEqual(
      latestWithFigures(all).map(({ year, version }) => [year, version]),
      [
        [2030, 2],
        [2029, 1],
      ],
    );
  });
});
