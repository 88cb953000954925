import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { readNumber, readSearch, whyFound } from "./search.ts";

describe("what somebody looks for", () => {
  it("is the number of a dossier, however it is typed", () => {
    for (const text of ["D-2026-000042", "d-2026-42", "D 2026 42", "2026-42", "2026 000042", " D2026-42 ", "d202642"]) {
      deepEqual(readSearch(text), { ending: "2026-000042" }, text);
      equal(readNumber(text), "D-2026-000042", text);
    }
    equal(readNumber("D-2026-123456789"), "D-2026-123456789");
    for (const text of ["D-2026-1234567890", "D-1026-42", "42", "Martin"]) equal(readNumber(text), undefined, text);
  });

  it("is how a number or a telephone ends, however it is written", () => {
    deepEqual(readSearch("0117"), { ending: "0117" });
    deepEqual(readSearch("42"), { ending: "42" });
    for (const text of ["06 39 98 41 07", "06.39.98.41.07", "06-39-98-41-07", "0639984107"])
      deepEqual(readSearch(text), { ending: "0639984107" }, text);
    deepEqual(readSearch("+33 (0)6 39 98 41 07"), { ending: "330639984107" });
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
    deepEqual(readSearch("D-2026-"), { parts: ["D-2026-"] });
  });

  it("is nothing where nothing but signs was typed, and never longer than a name is", () => {
    for (const text of ["", "   ", ",;. "]) equal(readSearch(text), undefined);
    deepEqual(readSearch("a b c d e f g h"), { parts: ["a", "b", "c", "d", "e", "f"] });
    deepEqual(readSearch("x".repeat(150)), { parts: ["x".repeat(100)] });
  });
});

describe("why somebody was found", () => {
  const known = {
    name: "Nicholls Charlotte",
    birthName: "Brontë",
    usedName: "Nicholls",
    givenNames: "Charlotte Éléonore",
    elder: "Prunty",
    phone: "0639984107",
    numbers: ["D-2025-000117", "D-2026-000042"],
  };
  const why = (text: string) => whyFound(readSearch(text)!, known);

  it("is not said of what the list shows", () => {
    for (const text of ["nich", "CHARLOTTE nicholls", "l"]) deepEqual(why(text), [], text);
  });

  it("is the name that the list does not show, once", () => {
    deepEqual(why("bronte"), [{ by: "birthName", text: "Brontë" }]);
    deepEqual(why("eleonore nicholls"), [{ by: "givenNames", text: "Charlotte Éléonore" }]);
    deepEqual(why("bro ront"), [{ by: "birthName", text: "Brontë" }]);
    deepEqual(why("prunty"), [{ by: "elder", text: "Prunty" }]);
  });

  it("is the word that differs by one letter: changed, missing, too many or moved", () => {
    for (const text of ["nichols", "nichollls", "nicholds", "nihcolls"])
      deepEqual(why(text), [{ by: "near", text: "Nicholls" }], text);
    deepEqual(why("brnte"), [{ by: "near", text: "Brontë" }]);
    deepEqual(why("nichos"), [], "two letters are too many");
  });

  it("is the number of the dossier, the telephone or the address", () => {
    deepEqual(why("0117"), [{ by: "number", text: "D-2025-000117" }]);
    deepEqual(why("06 39 98 41 07"), [{ by: "phone", text: "0639984107" }]);
    deepEqual(why("c@exemple.fr"), [{ by: "mail", text: "c@exemple.fr" }]);
  });
});
