import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { slug } from "./slug.ts";

describe("a text as part of a file name", () => {
  it("keeps ASCII letters and digits, joined by hyphens", () => {
    equal(slug("Entretien d’admission : à 9 h"), "entretien-d-admission-a-9-h");
    equal(slug("« Sœur Ægidius »"), "soeur-aegidius");
    equal(slug("../../etc/passwd"), "etc-passwd");
  });

  it("is at most 60 characters long, and ends in none of the hyphens", () => {
    equal(slug(`${"a".repeat(59)} b`), "a".repeat(59));
    equal(slug("…"), "");
  });
});
