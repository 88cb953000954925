/** How long a jury's decision may be contested. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../test/law-world.ts";
import { lawOf } from "./load.ts";
import { contestedFrom, lastDayToContest, remediesOf } from "./remedies.ts";

describe("the time to contest a jury’s decision (R. 421-1 and R. 421-5 of the code of administrative justice)", () => {
  const law = lawOf(laws, "deis", "2006", "faire-ess")!;
  const last = (days: { readonly notifiedOn: string; readonly toldOn: string }) =>
    remediesOf(law, "jury", contestedFrom(law, days))[0]!.by;

  it("is two months from the notification, and a clear day more", () => {
    equal(last({ notifiedOn: "2026-11-13", toldOn: "2026-11-13" }), "2027-01-14");
    equal(last({ notifiedOn: "2026-12-31", toldOn: "2026-12-31" }), "2027-03-01");
  });

  it("begins when the person is told, where that is after the day of the State", () => {
    equal(last({ notifiedOn: "2026-11-13", toldOn: "2026-11-17" }), "2027-01-18");
  });

  it("moves from a Saturday, a Sunday or a holiday to the next working day (CE 2014, n° 362568), and says so", () => {
    const ends = (on: string) => remediesOf(law, "jury", on)[0]!;
    // 2027-01-17 is a Sunday, 2027-01-16 a Saturday; 2027-05-08 a Saturday and a holiday; 2026-12-25 a Friday.
    deepEqual(
      ["2026-11-15", "2026-11-16", "2027-03-07", "2026-10-24"].map((on) => ends(on).by),
      ["2027-01-18", "2027-01-18", "2027-05-10", "2026-12-28"],
    );
    deepEqual(
      [ends("2026-11-16").dayOff?.en, ends("2026-11-17").dayOff],
      ["The time ended on a Saturday, a Sunday or a holiday: it runs to the next working day.", null],
    );
  });

  it("stays on a Sunday where no text that moves it is known, and says so", () => {
    const { by, dayOff } = lastDayToContest(law, "2026-11-17");
    deepEqual(
      [by, dayOff],
      ["2027-01-17", law.establishment.remedies!.find(({ remedy }) => remedy === "review")!.dayOff!.label],
    );
    deepEqual(lastDayToContest(law, "2026-11-18"), { by: "2027-01-18", dayOff: null });
  });

  it("is the school’s own for an admission, without the clear day", () => {
    equal(remediesOf(law, "admission", "2026-11-13")[0]!.by, "2027-01-13");
  });
});
