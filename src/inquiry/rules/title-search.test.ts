import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { kindsFor, titlesFor } from "./title-search.ts";

const law = laws.diplomas[0]!.data;
const first = (q: string) => titlesFor(law, q)[0]?.title;
const kinds = (q: string) => kindsFor(law, q).map(({ kind }) => kind);

describe("the search of diplomas", () => {
  it("knows initials, nicknames and the words of those who hold them", () => {
    for (const [q, title] of [
      ["CESF", "DECESF"],
      ["conseillère ESF", "DECESF"],
      ["assistante sociale", "DEASS"],
      ["éduc spé", "DEES"],
      ["EJE", "DEEJE"],
      ["infirmière", "IDE"],
      ["monitrice éducatrice", "DEME"],
    ] as const)
      equal(first(q), title, q);
  });

  it("finds initials whole: «ES» is no beginning of «établissement» or «establishment»", () => {
    deepEqual(
      titlesFor(law, "ES").map(({ title }) => title),
      ["DEES"],
    );
  });

  it("knows English names, the nearest first", () => {
    equal(first("social worker"), "DEASS");
    equal(first("family mediator"), "DEMF");
  });

  it("bears a letter wrong, and keeps to what is written where that is found", () => {
    const sosiale = titlesFor(law, "sosiale").map(({ title }) => title);
    equal(sosiale.includes("DEASS"), true);
    equal(first("assistante de servise social"), "DEASS");
    equal(first("educateur specialise"), "DEES");
  });

  it("knows of which kind is what the list does not name", () => {
    deepEqual(kinds("master"), ["higher-education"]);
    deepEqual(kinds("master politiques sociales"), ["higher-education"]);
    deepEqual(kinds("licence"), ["higher-education"]);
    deepEqual(kinds("kiné"), ["paramedical"]);
    deepEqual(kinds("DEASS"), []);
    deepEqual(titlesFor(law, "master"), []);
  });

  it("finds nothing for what is nothing", () => {
    deepEqual(titlesFor(law, "  "), []);
    deepEqual(titlesFor(law, "boulanger"), []);
    deepEqual(kinds("boulanger"), []);
  });
});
