import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isForeign } from "./language.ts";

describe("the language of a text", () => {
  it("is foreign when a French sentence stands on an English page", () => {
    equal(isForeign("Les pièces à fournir sont dans votre dossier, avec une copie.", "en"), true);
    equal(isForeign("The documents to prepare are in your file, with a copy.", "en"), false);
  });
  it("is foreign when an English sentence stands on a French page", () => {
    equal(isForeign("The documents to prepare are in your file.", "fr"), true);
    equal(isForeign("Les pièces à préparer sont dans votre dossier.", "fr"), false);
  });
  it("is not foreign for a name quoted inside a sentence", () => {
    equal(isForeign("The order of 2 August 2006 (arrêté du 2 août 2006) is in force.", "en"), false);
  });
});
