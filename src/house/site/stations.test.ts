/** Help is short, in both languages, and led to from pages that exist. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { LANGS } from "../../kit/lang.ts";
import { pages } from "../pages.ts";
import { helpOf, STATIONS } from "./stations.ts";

const MOST_WORDS = 150;

describe("the help of a station", () => {
  it("has at most 150 words in each language", () => {
    for (const { name, says } of STATIONS)
      for (const lang of LANGS) {
        const words = says[lang].join(" ").split(/\s+/).length;
        ok(words <= MOST_WORDS, `${name}, ${lang}: ${words}`);
        equal(says.fr.length, says.en.length, name);
      }
  });

  it("is about pages that there are, and each of its paths is one", () => {
    const paths = pages.map(({ path }) => path);
    const beginnings = STATIONS.flatMap(({ name, paths: about }) =>
      (/\(\?:([^)]+)\)/.exec(about.source)?.[1] ?? "")
        .split("|")
        .filter((one) => /^[a-z]/.test(one))
        .map((one) => [name, one]),
    );
    deepEqual(
      STATIONS.filter(({ paths: about }) => !paths.some((path) => about.test(path))).map(({ name }) => name),
      [],
    );
    deepEqual(
      beginnings.filter(([, one]) => !paths.some((path) => path.includes(`/${one!.replaceAll("\\", "")}`))),
      [],
    );
  });

  it("links to pages that there are", () => {
    const paths = pages.map(({ path }) => path);
    for (const { to } of STATIONS.flatMap(({ links = [] }) => links)) ok(paths.includes(to), to);
  });

  it("is where «Aide» leads from a page of it, and all of the help elsewhere", () => {
    equal(helpOf("/mes-epreuves"), "/aide/epreuves");
    equal(helpOf("/deis/dossier/1/entretien"), "/aide/entretien");
    equal(helpOf("/invite"), "/aide/invite");
    equal(helpOf("/examens/1"), "/aide/examinateur");
    equal(helpOf("/jurys/1"), "/aide/jury");
    equal(helpOf("/deis"), "/aide");
  });
});
