import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { french, typographic } from "./typography.ts";

const THIN = "\u202f";
const FIXED = "\u00a0";

describe("French print", () => {
  it("keeps a double sign on the line of its word", () => {
    equal(typographic("a ; b ! c ? d : e", "fr"), `a${THIN}; b${THIN}! c${THIN}? d${FIXED}: e`);
    equal(typographic("« oui »", "fr"), `«${FIXED}oui${FIXED}»`);
    equal(typographic("89 % de 160 €", "fr"), `89${FIXED}% de 160${FIXED}€`);
  });

  it("keeps a number with what it counts", () => {
    equal(
      typographic("214 jours, 3 ans, 8 mois, 40 h", "fr"),
      `214${FIXED}jours, 3${FIXED}ans, 8${FIXED}mois, 40${FIXED}h`,
    );
  });

  it("leaves times, addresses and English as they are", () => {
    equal(typographic("https://a.example à 14:30", "fr"), "https://a.example à 14:30");
    equal(typographic("a ; b : c ?", "en"), "a ; b : c ?");
  });

  it("is done once, whatever comes back for more", () => {
    const once = typographic("a ; b : « c »", "fr");
    equal(typographic(once, "fr"), once);
  });
});

describe("a French sentence", () => {
  it("prints its own words, around the values that it is given", () => {
    const say = (count: number, name: string) => french`Il manque ${count} jours à « ${name} » ; pourquoi ?`;
    equal(say(214, "Io"), `Il manque 214${FIXED}jours à «${FIXED}Io${FIXED}»${THIN}; pourquoi${THIN}?`);
    equal(say(1, "Eu"), `Il manque 1${FIXED}jours à «${FIXED}Eu${FIXED}»${THIN}; pourquoi${THIN}?`);
  });

  it("leaves the values as they are", () => {
    equal(french`${"a ; b"} : ${"c ?"}`, `a ; b${FIXED}: c ?`);
    equal(french`rien`, "rien");
  });
});
