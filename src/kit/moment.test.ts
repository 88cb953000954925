import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayDeadline, sayMinute, sayMoment, sayShortDay, sayToTheSecond, sayWeekday, sayZone } from "./moment.ts";

describe("a moment", () => {
  it("is said with its day of the week", () => {
    equal(sayWeekday("2027-03-31", "fr"), "mercredi 31 mars 2027");
    equal(sayWeekday("1970-01-01", "en"), "Thursday 1 January 1970");
    equal(sayWeekday("1969-12-28", "fr"), "dimanche 28 décembre 1969");
  });

  it("is short in a list, and names another year", () => {
    equal(sayShortDay("2026-12-18", "fr", "2026-11-30"), "ven.\u00a018\u00a0déc.");
    equal(sayShortDay("2027-01-01", "fr", "2026-11-30"), "ven.\u00a01er\u00a0janv.\u00a02027");
    equal(sayShortDay("2027-06-02", "en", "2027-11-30"), "Wed\u00a02\u00a0Jun");
  });

  it("is said to the minute, and a deadline to the second, on the clock of the place", () => {
    equal(sayMinute({ time: "09:00" }, "fr"), "9\u00a0h");
    equal(sayMinute({ time: "23:59" }, "fr"), "23\u00a0h\u00a059");
    equal(sayMinute({ time: "09:00" }, "en"), "09:00");
    equal(sayMoment(new Date("2027-01-04T08:00:00Z"), "Europe/Paris", "fr"), "lundi 4 janvier 2027 à 9\u00a0h");
    const closing = new Date("2027-03-31T21:59:59.999Z");
    equal(
      sayToTheSecond(closing, "Europe/Paris", "fr"),
      "mercredi 31 mars 2027 à 23\u00a0h\u00a059\u00a0min\u00a059\u00a0s",
    );
    equal(sayToTheSecond(closing, "Europe/Paris", "en"), "Wednesday 31 March 2027 at 23:59:59");
  });

  it("is a deadline by its last minute, and midnight where that is the last of the day", () => {
    const closing = new Date("2027-03-31T21:59:59.999Z");
    equal(sayDeadline(closing, "Europe/Paris", "fr"), "mercredi 31 mars 2027 à minuit (23\u00a0h\u00a059)");
    equal(sayDeadline(closing, "Europe/Paris", "en"), "Wednesday 31 March 2027 at midnight (23:59)");
    const noon = new Date("2027-03-31T10:00:59.999Z");
    equal(sayDeadline(noon, "Europe/Paris", "fr"), "mercredi 31 mars 2027 à 12\u00a0h");
  });

  it("names its place", () => {
    equal(sayZone("Europe/Paris", "fr"), "heure de Paris");
    equal(sayZone("Indian/Reunion", "fr"), "heure de La Réunion");
    equal(sayZone("America/St_Johns", "en"), "St Johns time");
  });
});
