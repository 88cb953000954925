import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { citedArticle } from "./cited.ts";

const cited = (article: string, lang: "fr" | "en") => citedArticle(article, lang).text;

describe("an article cited on a page", () => {
  it("is introduced as one where it has a number", () => {
    for (const lang of ["fr", "en"] as const) {
      assert.equal(cited("2, 3°", lang), "art. 2, 3°");
      assert.equal(cited("L. 451-1", lang), "art. L. 451-1");
    }
  });
  it("is quoted in its language, where an English page names a heading of a French text", () => {
    assert.equal(cited("Tarif et financement", "en"), '“<span lang="fr">Tarif et financement</span>”');
    assert.equal(cited("Tarif et financement", "fr"), "Tarif et financement");
  });
  it("is no quotation where it was translated", () => {
    assert.equal(cited("annex IV", "en"), "annex IV");
    assert.equal(cited("body and annexes I to IV", "en"), "body and annexes I to IV");
  });
});
