import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { certificationWords } from "../words.ts";
import { sayHours } from "./places.ts";

describe("what the pages of certification say", () => {
  const hours = { from: "2030-06-11T07:00:00Z", until: "2030-06-11T07:15:00Z" };

  it("tells the day and the hours of an exam once, on the clock of the school", () => {
    equal(sayHours(hours, "Europe/Paris", "fr"), "11 juin 2030, de 9\u00a0h\u00a000 à 9\u00a0h\u00a015");
    equal(sayHours(hours, "Europe/Paris", "en"), "11 June 2030, from 09:00 to 09:15");
  });

  it("calls a session by its name alone, which begins with the word", () => {
    for (const lang of ["fr", "en"] as const) {
      const { jury, group, candidate, results } = certificationWords(lang);
      const name = lang === "fr" ? "Session de juin 2030" : "Session of June 2030";
      for (const said of [jury.lead(name), group.lead(name, "–"), candidate.lead(name), results.decided(name)])
        equal(said.match(/session/gi)?.length, 1, said);
    }
  });
});
