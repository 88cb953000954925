import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { readSearch } from "./search.ts";

describe("what somebody looks for", () => {
  it("is the number of a dossier, however it is typed", () => {
    for (const text of ["D-2026-000042", "d-2026-42", "D 2026 42", "2026-42", "2026 000042", " D2026-42 ", "d202642"])
      deepEqual(readSearch(text), { number: "D-2026-000042" }, text);
    deepEqual(readSearch("D-2026-123456789"), { number: "D-2026-123456789" });
  });

  it("is a whole address of mail, in the one spelling it is found by", () => {
    deepEqual(readSearch("  Claire.Durand@Exemple.fr "), { mail: "claire.durand@exemple.fr" });
    deepEqual(readSearch("@exemple.fr"), { parts: ["@exemple", "fr"] });
    deepEqual(readSearch("claire@exemple"), { parts: ["claire@exemple"] });
  });

  it("is else parts of a name", () => {
    deepEqual(readSearch("Martin"), { parts: ["Martin"] });
    deepEqual(readSearch("  Le Goff,Camille;x.y "), { parts: ["Le", "Goff", "Camille", "x", "y"] });
    deepEqual(readSearch("XD-2026-42"), { parts: ["XD-2026-42"] });
    deepEqual(readSearch("D-2026-1234567890"), { parts: ["D-2026-1234567890"] });
    deepEqual(readSearch("D-2026-"), { parts: ["D-2026-"] });
  });

  it("is nothing where nothing but signs was typed, and never longer than a name is", () => {
    for (const text of ["", "   ", ",;. "]) equal(readSearch(text), undefined);
    deepEqual(readSearch("a b c d e f g h"), { parts: ["a", "b", "c", "d", "e", "f"] });
    deepEqual(readSearch("x".repeat(150)), { parts: ["x".repeat(100)] });
  });
});
