import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import {
  birthplaceOf,
  CONFIDENTIAL,
  type Contents,
  lineOf,
  placeText,
  problemsOf,
  SECTIONS,
  sectionOf,
  severalOf,
  statusOf,
} from "./sections.ts";

const [identity, contact, accommodations] = SECTIONS;
const person = {
  birthName: "Martin",
  givenNames: "Camille, Dominique",
  sex: "F",
  bornOn: "1985-04-30",
  birthCountry: "FR",
  birthCommune: "34172 Montpellier (Hérault)",
};
const reachable = {
  phone: "06 39 98 00 00",
  street: "1 rue des Lilas",
  postcode: "34000",
  city: "Montpellier",
  country: "FR",
};
const said = (section: (typeof SECTIONS)[number] | undefined, contents: Contents) =>
  problemsOf(section!, contents).map(({ field, why }) => `${field} ${why}`);
const ofIdentity = (changed: Contents) => said(identity, { ...person, ...changed });
const ofContact = (changed: Contents) => said(contact, { ...reachable, ...changed });

describe("who somebody is", () => {
  it("is asked in the order of the page", () => {
    deepEqual(
      identity!.fields.map(({ name }) => name),
      ["birthName", "usedName", "givenNames", "sex", "bornOn", "birthCountry", "birthCommune", "birthCity"],
    );
    deepEqual(
      contact!.fields.map(({ name }) => name),
      ["phone", "street", "streetMore", "postcode", "city", "country"],
    );
  });

  it("is whole with a name, given names, sex, birthday and birthplace", () => {
    deepEqual(ofIdentity({}), []);
    deepEqual(ofIdentity({ usedName: "" }), []);
    deepEqual(ofIdentity({ usedName: "Durand" }), []);
  });

  it("misses whatever is blank, in the order of the page", () => {
    const blank = { birthName: " ", givenNames: "", sex: "", bornOn: "", birthCountry: "", birthCommune: "" };
    deepEqual(ofIdentity(blank), [
      "birthName missing",
      "givenNames missing",
      "sex missing",
      "bornOn missing",
      "birthCountry missing",
    ]);
    deepEqual(said(identity, {}), ofIdentity(blank));
  });

  it("asks for a commune in France, for a town elsewhere, and for neither before the country is known", () => {
    deepEqual(ofIdentity({ birthCommune: "" }), ["birthCommune missing"]);
    deepEqual(ofIdentity({ birthCountry: "BE" }), ["birthCity missing"]);
    deepEqual(ofIdentity({ birthCountry: "BE", birthCity: "Liège" }), []);
    deepEqual(ofIdentity({ birthCountry: "" }), ["birthCountry missing"]);
  });

  it("shows a town elsewhere to whoever was not born in France, and a commune to whoever was", () => {
    const shown = (contents: Contents) =>
      identity!.fields
        .filter(({ unless }) => !unless?.(contents))
        .map(({ name }) => name)
        .slice(-2);
    deepEqual(shown({ birthCountry: "FR" }), ["birthCountry", "birthCommune"]);
    deepEqual(shown({ birthCountry: "BE" }), ["birthCountry", "birthCity"]);
    deepEqual(shown({}), ["birthCommune", "birthCity"]);
  });

  it("is wrong where a choice, a day or a country is none of those there are", () => {
    deepEqual(ofIdentity({ sex: "X" }), ["sex wrong"]);
    deepEqual(ofIdentity({ sex: "M" }), []);
    deepEqual(ofIdentity({ bornOn: "1985-02-30" }), ["bornOn wrong"]);
    for (const birthCountry of ["fr", "FRA", "F", " FR1"])
      deepEqual(ofIdentity({ birthCountry })[0], "birthCountry wrong");
  });

  it("has names of 200 characters at most", () => {
    deepEqual(ofIdentity({ birthName: "é".repeat(200) }), []);
    deepEqual(ofIdentity({ birthName: "é".repeat(201) }), ["birthName long"]);
    deepEqual(ofIdentity({ birthName: ` ${"é".repeat(200)} ` }), []);
  });

  it("misses a commune that was typed and not chosen, which is nothing wrong", () =>
    deepEqual(ofIdentity({ birthCommune: "Montpel" }), ["birthCommune missing"]));
});

describe("a birthplace", () => {
  it("is a code and a name, a code alone, or a name that no list has", () => {
    deepEqual(birthplaceOf("34172 Montpellier (Hérault)"), { code: "34172", name: "Montpellier (Hérault)" });
    deepEqual(birthplaceOf("2A004 Ajaccio"), { code: "2A004", name: "Ajaccio" });
    deepEqual(birthplaceOf("2B033"), { code: "2B033", name: "" });
    deepEqual(birthplaceOf("? Saint-Truc (Hérault)"), { code: null, name: "Saint-Truc (Hérault)" });
    deepEqual(birthplaceOf("?Saint-Truc"), { code: null, name: "Saint-Truc" });
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "?",
      "?  ",
      "Montpellier",
      "3417 Truc",
      "341722 Truc",
      "2C004 Truc",
      "34172Montpellier",
      "a 34172",
      "a? b",
      "? a\nb",
    ])
      equal(birthplaceOf(text), undefined, text);
  });

  it("is written as it is read", () => {
    for (const text of ["34172 Montpellier (Hérault)", "? Saint-Truc", "2B033"])
      equal(placeText(birthplaceOf(text)!), text);
  });
});

describe("how to reach somebody", () => {
  it("is whole with a telephone and an address, and a second line only if there is one", () =>
    deepEqual(ofContact({}), []));

  it("misses each of them", () => {
    deepEqual(
      said(contact, {}),
      ["phone", "street", "postcode", "city", "country"].map((name) => `${name} missing`),
    );
    deepEqual(ofContact({ streetMore: "Bâtiment B" }), []);
  });

  it("takes a French telephone of ten digits or a foreign one that begins with +, written in any way", () => {
    for (const phone of ["06.39-98/00 01", "+33 (0)6 39 98 00 01", " +32 470 12 34 56 ", "0032 2 123 45 67"])
      deepEqual(ofContact({ phone }), [], phone);
    for (const phone of ["06 12 34", "1", "06 39 98 00 011", "470 12 34 56", "+ ( ) - . /", "06 39 98 00 00 poste 3"])
      deepEqual(ofContact({ phone }), ["phone wrong"], phone);
  });

  it("has a postcode of twelve characters at most", () => {
    const abroad = { country: "BE", city: "Liège" };
    deepEqual(ofContact({ ...abroad, postcode: "1".repeat(12) }), []);
    deepEqual(ofContact({ ...abroad, postcode: "1".repeat(13) }), ["postcode long"]);
  });

  it("has in France a postcode of five digits, and a town that has it", () => {
    deepEqual(ofContact({ postcode: "3400" }), ["postcode wrong"]);
    deepEqual(ofContact({ postcode: "75011" }), ["city wrong"]);
    deepEqual(ofContact({ postcode: "3400", country: "BE" }), []);
    for (const [postcode, city] of [
      ["34 000", "montpellier"],
      ["75011", "Paris 11e"],
      ["34077", "Montpellier cedex 3"],
    ] as const)
      deepEqual(ofContact({ postcode, city }), [], city);
    // The list lacks one of Ajaccio’s.
    deepEqual(ofContact({ postcode: "20090", city: "Ajaccio" }), []);
  });
});

describe("arrangements for a disability", () => {
  const asks = (contents: Contents) => said(accommodations, contents);

  it("are asked about nothing more than whether any is needed, until one is", () => {
    deepEqual(asks({}), ["needed missing"]);
    deepEqual(asks({ needed: "no" }), []);
    deepEqual(asks({ needed: "maybe" }), ["needed wrong"]);
    deepEqual(asks({ needed: "yes" }), ["effects missing"]);
  });

  it("are one or several of those there are, and what another one is", () => {
    deepEqual(
      asks({ needed: "yes", effects: ["extra-time", "room", "documents", "assistant", "interpreter", "breaks"] }),
      [],
    );
    deepEqual(asks({ needed: "yes", effects: "room" }), []);
    deepEqual(asks({ needed: "yes", effects: ["room", "limousine"] }), ["effects wrong"]);
    deepEqual(asks({ needed: "yes", effects: ["other"] }), ["other missing"]);
    deepEqual(asks({ needed: "yes", effects: ["other"], other: "a".repeat(2000) }), []);
    deepEqual(asks({ needed: "yes", effects: ["other"], other: "a".repeat(2001) }), ["other long"]);
  });

  it("are told of to the advisor in a section of its own, that may stay empty", () => {
    equal(sectionOf("accommodations-said"), CONFIDENTIAL);
    deepEqual(said(CONFIDENTIAL, {}), []);
    deepEqual(said(CONFIDENTIAL, { said: "a".repeat(5000) }), []);
    deepEqual(said(CONFIDENTIAL, { said: "a".repeat(5001) }), ["said long"]);
  });
});

describe("a section", () => {
  it("is to do until something is typed, in progress while something is missing, then done", () => {
    equal(statusOf(contact!, undefined), "to-do");
    equal(statusOf(contact!, {}), "to-do");
    equal(statusOf(contact!, { phone: "", street: "" }), "to-do");
    equal(statusOf(accommodations!, { needed: "", effects: ["", ""] }), "to-do");
    equal(statusOf(contact!, { phone: "0612345678" }), "in-progress");
    equal(statusOf(contact!, reachable), "done");
  });

  it("is a problem where something is wrong or too long, whatever else is missing", () => {
    equal(statusOf(contact!, { phone: "12" }), "problem");
    equal(statusOf(contact!, { ...reachable, city: "é".repeat(201) }), "problem");
  });

  it("is found by its key, and by no other", () => {
    equal(sectionOf("identity"), identity);
    equal(sectionOf("contact"), contact);
    equal(sectionOf("nothing"), undefined);
  });

  it("has lines without the blanks around them, and choices one or several", () => {
    equal(lineOf({ a: " b " }, "a"), "b");
    equal(lineOf({ a: ["b"] }, "a"), "");
    equal(lineOf({}, "a"), "");
    deepEqual(severalOf({ a: "b" }, "a"), ["b"]);
    deepEqual(severalOf({ a: ["b", "c"] }, "a"), ["b", "c"]);
    deepEqual(severalOf({}, "a"), []);
  });
});
