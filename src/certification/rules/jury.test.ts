/** What is said of a jury that stands otherwise than something wants it. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { barred } from "../../kit/machine.ts";
import { JURY, juryState } from "./jury.ts";

describe("a jury", () => {
  it("is closed by its closing, and notified by the day of its notification", () => {
    const closedAt = new Date("2030-06-25T18:00:00Z");
    equal(juryState({ closedAt: null, notifiedOn: null, annulment: null }), "deliberating");
    equal(juryState({ closedAt, notifiedOn: null, annulment: null }), "closed");
    equal(juryState({ closedAt, notifiedOn: "2030-07-01", annulment: null }), "notified");
    equal(juryState({ closedAt, notifiedOn: "2030-07-01", annulment: { from: "2030-06-25" } }), "annulled");
  });

  it("says once it is closed that only a new one can go back to it, and while it deliberates where it would have to stand", () => {
    const [closed] = barred(JURY, "noted", "closed");
    equal(
      closed?.message("fr"),
      "Cette délibération est close : cela ne se fait que tant qu’elle est en cours. Seul un nouveau jury peut y revenir.",
    );
    const [running] = barred(JURY, "minutes-attached", "deliberating");
    equal(
      running?.message("en"),
      "This deliberation is under way: this is done only while it is closed or closed and notified.",
    );
    deepEqual(barred(JURY, "minutes-attached", "notified"), []);
  });
});
