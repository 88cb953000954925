import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayArticle } from "./article-words.ts";

describe("an article", () => {
  it("is written in the language of the reader, a heading left as the text has it", () => {
    const french = [
      "13, dernier al.",
      "8, al. 1 ; annexe IV",
      "2, 3° à 6°",
      "annexes I à IV",
      "Tarif et financement",
      "L. 451-1",
    ];
    deepEqual(
      french.map((one) => sayArticle(one, "en")),
      ["13, last para.", "8, para. 1; annex IV", "2, 3° to 6°", "annexes I to IV", "Tarif et financement", "L. 451-1"],
    );
    deepEqual(
      french.map((one) => sayArticle(one, "fr")),
      french,
    );
  });

  it("that is in English already stays as it is", () => {
    for (const english of ["13, last para.", "8, para. 1; annex IV", "2, 3° to 6°", "annexes I to IV"])
      equal(sayArticle(english, "en"), english);
  });
});
