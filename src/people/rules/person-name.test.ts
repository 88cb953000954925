import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { nameOrAddress, personName } from "./person-name.ts";

describe("what a person is called", () => {
  it("keeps names as people write them, in whatever script", () => {
    for (const name of ["Anne-Lise d’Été", "Nguyễn Thị Minh Khai", "أمینه\u200cزاده", "李小龍", "Ó Briain III"])
      equal(personName(name), name);
  });

  it("loses what cannot be stored, what cannot be seen, and what turns a line about", () => {
    equal(personName("  A\0B\u202e C\nD\u200b\ufeff  "), "A B C D");
    equal(personName("A\ud800"), "A\ufffd");
    equal(personName("A  B\n\n C"), "A B C");
  });

  it("is nothing where nothing can be read", () => {
    for (const blank of ["", "   ", "\u00a0", "\u200b\u200b", "\0", "\u200d", "--"]) equal(personName(blank), "");
  });

  it("has two hundred signs at most, and never half of one", () => {
    equal(personName("x".repeat(500)).length, 200);
    equal(personName(`${"x".repeat(199)}𝒜𝒜`), `${"x".repeat(199)}𝒜`);
    equal(personName(` ${"x".repeat(199)} y`), "x".repeat(199));
  });

  it("is the beginning of the address for whoever comes with none", () => {
    equal(nameOrAddress(" \0", "luc.petit@exemple.fr"), "luc.petit");
    equal(nameOrAddress("Luc", "luc.petit@exemple.fr"), "Luc");
  });
});
