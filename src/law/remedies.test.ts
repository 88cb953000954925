/** How long a jury's decision may be contested. */
import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../test/law-world.ts";
import { lawOf } from "./load.ts";
import { contestedFrom, remediesOf } from "./remedies.ts";

describe("the time to contest a jury’s decision (R. 421-1 and R. 421-5 of the code of administrative justice)", () => {
  const law = lawOf(laws, "deis", "2006", "faire-ess")!;
  const last = (days: { readonly notifiedOn: string; readonly toldOn: string }) =>
    remediesOf(law, "jury", contestedFrom(law, days))[0]!.by;

  it("is two months from the notification, and a clear day more", () => {
    equal(last({ notifiedOn: "2026-11-13", toldOn: "2026-11-13" }), "2027-01-14");
    equal(last({ notifiedOn: "2026-12-31", toldOn: "2026-12-31" }), "2027-03-01");
  });

  it("begins when the person is told, where that is after the day of the State", () => {
    equal(last({ notifiedOn: "2026-11-13", toldOn: "2026-11-16" }), "2027-01-17");
  });

  it("is the school’s own for an admission, without the clear day", () => {
    equal(remediesOf(law, "admission", "2026-11-13")[0]!.by, "2027-01-13");
  });
});
