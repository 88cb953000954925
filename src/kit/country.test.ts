import { doesNotMatch, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { countryName, countryNames } from "./country.ts";

describe("names of countries", () => {
  it("are written with the apostrophe of print", () => {
    equal(countryName("CI", "fr"), "Côte-d’Ivoire");
    for (const lang of ["fr", "en"] as const) for (const { name } of countryNames(lang)) doesNotMatch(name, /'/);
  });
});
