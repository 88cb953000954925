import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { countryNames, isFrance } from "./country.ts";
import { inseeCountry } from "./insee-country.ts";

describe("the INSEE’s codes of countries", () => {
  it("names a country by its three figures", () => {
    deepEqual(["DE", "DZ", "CI", "GB", "VN"].map(inseeCountry), ["109", "352", "326", "132", "243"]);
  });

  it("has none of France, whose births have a commune, and one of every other country but three territories that the INSEE does not name", () => {
    equal(inseeCountry("FR"), undefined);
    const without = countryNames("fr").filter(({ code }) => !isFrance(code) && inseeCountry(code) === undefined);
    deepEqual(without.map(({ code }) => code).toSorted(), ["AQ", "AX", "UM"]);
  });
});
