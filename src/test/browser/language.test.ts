import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isForeign, wordFault } from "./language.ts";

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

describe("the words of a text", () => {
  it("are at fault where one stands twice, but not in a reflexive verb", () => {
    for (const text of ["Promotion Promotion 2027", "à la session Session de juin"])
      equal(/twice/.test(wordFault(text, "fr") ?? ""), true, text);
    equal(wordFault("Vous vous désistez, nous nous en chargeons.", "fr"), undefined);
  });
  it("are at fault in the plural of one, and not in eleven or in a word that ends in s", () => {
    equal(wordFault("1 pages sur 30", "fr"), "plural of one");
    equal(wordFault("You have 1 days left", "en"), "plural of one");
    for (const text of ["11 pages", "1 mois", "DF1 pages", "1 page", "4 1 pages"])
      equal(wordFault(text, "fr"), undefined, text);
  });
  it("are at fault where a key stands for them", () => {
    equal(wordFault("Rôle : admission-officer", "fr"), "a key, admission-officer");
    equal(wordFault("Le champ receivedOn manque", "fr"), "a key, receivedOn");
    equal(wordFault("Un rendez-vous, peut-être", "fr"), undefined);
  });
});
