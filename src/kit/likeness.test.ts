import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { likeliest } from "./likeness.ts";

describe("the likeliest of several words", () => {
  const WORDS = ["abbreviation", "label", "level", "levels", "to", "units"];
  it("is that which differs by one sign or two: wrong, missing, too many, or changed places", () => {
    equal(likeliest("abreviation", WORDS), "abbreviation");
    equal(likeliest("lable", WORDS), "label");
    equal(likeliest("lvele", WORDS), "level");
    equal(likeliest("unnits", WORDS), "units");
    equal(likeliest("labek", WORDS), "label");
    equal(likeliest("abreviatoin", WORDS), "abbreviation");
  });
  it("is the nearest of those that are near", () => {
    equal(likeliest("levles", WORDS), "levels");
    equal(likeliest("levvel", WORDS), "level");
  });
  it("is none where too much would have to be changed", () => {
    for (const word of ["jours", "tu", "abreviasion t", "un"]) equal(likeliest(word, WORDS), undefined, word);
  });
});
