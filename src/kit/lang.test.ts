import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import {
  au,
  de,
  du,
  inTenths,
  LANGS,
  le,
  plural,
  sayDay,
  sayDays,
  sayMinutes,
  sayForeign,
  sayList,
  sayParts,
  sayEuros,
  sayMoney,
  sayNumber,
  sayYears,
} from "./lang.ts";

describe("money of elsewhere", () => {
  it("is said in its own currency and its own parts", () => {
    const said = (lang: "fr" | "en") =>
      [sayForeign(17250, "chf", lang), sayForeign(500, "jpy", lang), sayForeign(16000, "eur", lang)].map((one) =>
        one.replaceAll(/\s/gu, " "),
      );
    deepEqual(said("fr"), ["172,50 CHF", "500 JPY", "160,00 €"]);
    deepEqual(said("en"), ["CHF 172.50", "JPY 500", "€160.00"]);
    equal(sayForeign(1, "?", "fr"), "–");
  });
});

describe("the two languages", () => {
  it("come French first", () => deepEqual(LANGS, ["fr", "en"]));

  it("write days, the first of a French month as an ordinal", () => {
    deepEqual(
      [sayDay("2026-03-01", "fr"), sayDay("2027-04-03", "fr"), sayDay("2026-08-11", "fr")],
      ["1er mars 2026", "3 avril 2027", "11 août 2026"],
    );
    deepEqual([sayDay("2026-03-01", "en"), sayDay("2026-12-31", "en")], ["1 March 2026", "31 December 2026"]);
  });

  it("write numbers, their thousands and their decimals", () => {
    deepEqual(
      [0, 999, 1_000, 1_095.5, 1_234_567, -1_234.25, 0.5].map((one) => sayNumber(one, "fr")),
      ["0", "999", "1\u202f000", "1\u202f095,5", "1\u202f234\u202f567", "−1\u202f234,25", "0,5"],
    );
    deepEqual(
      [1_000, 1_095.5, -12].map((one) => sayNumber(one, "en")),
      ["1,000", "1,095.5", "−12"],
    );
  });

  it("write money with its cents", () => {
    deepEqual(
      [0, 5, 1_470_050, -100].map((one) => sayMoney(one, "fr")),
      ["0,00\u00a0€", "0,05\u00a0€", "14\u202f700,50\u00a0€", "−1,00\u00a0€"],
    );
    deepEqual(
      [0, 1_470_050, -105].map((one) => sayMoney(one, "en")),
      ["€0.00", "€14,700.50", "−€1.05"],
    );
  });
  it("leaves out the cents of whole euros in a sentence, and no others", () => {
    deepEqual(
      [1_486_000, 1_050, -294_000, 0].map((one) => sayEuros(one, "fr")),
      ["14\u202f860\u00a0€", "10,50\u00a0€", "−2\u202f940\u00a0€", "0\u00a0€"],
    );
    deepEqual(
      [10_000_00, 5].map((one) => sayEuros(one, "en")),
      ["€10,000", "€0.05"],
    );
  });

  it("write lists", () => {
    deepEqual(
      [sayList([], "fr"), sayList(["a"], "fr"), sayList(["a", "b"], "fr"), sayList(["a", "b", "c"], "fr", "or")],
      ["", "a", "a et b", "a, b ou c"],
    );
    deepEqual([sayList(["a", "b", "c"], "en"), sayList(["a", "b"], "en", "or")], ["a, b and c", "a or b"]);
    deepEqual([sayParts(["a, b", "c"], "fr"), sayParts(["a, b", "c"], "en")], ["a, b ; c", "a, b; c"]);
  });

  it("count in the singular below two in French, at one only in English", () => {
    const counts = [0, 1, 1.5, 2, -1, -2];
    deepEqual(
      counts.map((count) => plural(count, "jour", "jours", "fr")),
      ["jour", "jour", "jour", "jours", "jour", "jours"],
    );
    deepEqual(
      counts.map((count) => plural(count, "day", "days", "en")),
      ["days", "day", "days", "days", "days", "days"],
    );
  });

  it("keep a number and its word on one line", () => {
    deepEqual(
      [sayDays(0, "fr"), sayDays(1, "fr"), sayDays(1_095.5, "fr"), sayDays(1, "en"), sayDays(214, "en")],
      ["0\u00a0jour", "1\u00a0jour", "1\u202f095,5\u00a0jours", "1 day", "214 days"],
    );
    deepEqual(
      [sayYears(1, "fr"), sayYears(3, "fr"), sayYears(1, "en"), sayYears(3, "en")],
      ["1\u00a0an", "3\u00a0ans", "1 year", "3 years"],
    );
    equal(sayDays(0.5, "en"), "0.5 days");
  });

  it("add minutes up to hours, and leave out what is none of them", () => {
    deepEqual(
      [
        sayMinutes(210, "fr"),
        sayMinutes(60, "fr"),
        sayMinutes(59, "en"),
        sayMinutes(0, "fr"),
        sayMinutes(105_001, "en"),
      ],
      ["3\u00a0h\u00a030", "1\u00a0h", "59\u00a0min", "0\u00a0h", "1,750\u00a0h\u00a001"],
    );
  });

  it("say days in tenths, cut, so that what is short of a limit is not said to reach it", () => {
    deepEqual(
      [sayDays(1_261.8738, "fr"), sayDays(1_094.9999, "en"), sayDays(0.7, "en"), sayDays(1_094.3, "en")],
      ["1\u202f261,8\u00a0jours", "1,094.9 days", "0.7 days", "1,094.3 days"],
    );
    deepEqual([inTenths(0.0999), inTenths(4.35), inTenths(12)], [0, 4.3, 12]);
  });
});

describe("a name in a French sentence", () => {
  it("has its article, which a vowel elides", () => {
    const said = (name: string) => [le(name), du(name), au(name), de(name)];
    deepEqual(said("brevet"), ["le brevet", "du brevet", "au brevet", "de brevet"]);
    deepEqual(said("École"), ["l’École", "de l’École", "à l’École", "d’École"]);
    for (const name of ["AEB", "étoile", "œuvre", "UE1"]) equal(le(name), `l’${name}`);
    for (const name of ["BEA", "Ys", "1A", "hêtre"]) equal(le(name), `le ${name}`);
  });
});
