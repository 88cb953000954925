import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayInstant, timeIn } from "./instant.ts";

describe("an instant", () => {
  const summer = new Date("2026-07-01T21:59:59Z");
  it("is said on the clock of its place, in both languages", () => {
    equal(sayInstant(summer, "Europe/Paris", "fr"), "1er juillet 2026 à 23\u00a0h\u00a059");
    equal(sayInstant(summer, "Europe/Paris", "en"), "1 July 2026 at 23:59");
  });
  it("changes with the zone and the season", () => {
    equal(timeIn(summer, "Indian/Reunion"), "01:59");
    equal(sayInstant(summer, "Indian/Reunion", "fr"), "2 juillet 2026 à 1\u00a0h\u00a059");
    equal(timeIn(new Date("2026-12-01T09:05:00Z"), "Europe/Paris"), "10:05");
  });
});
