/** Help is short, in both languages, and led to from pages that exist. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Role, ROLES } from "../../act/permissions.ts";
import { LANGS } from "../../kit/lang.ts";
import { pages } from "../pages.ts";
import { helpOf as helpFor, OTHER_STATIONS, STATIONS, WAY_STATIONS } from "./stations.ts";

const MOST_WORDS = 150;
/** Pages of nobody’s way: about the site itself, or opened by a secret or from another page. */
const GENERAL = [
  "/",
  "/:diploma",
  "/accessibilite",
  "/aide",
  "/aide/:about",
  "/calendrier/:token",
  "/conventions-d-etude/:agreement/pdf",
  "/conventions-d-etude/:agreement/signer",
  "/deconnexion",
  "/demonstration",
  "/fichier/:id",
  "/mentions-legales",
  "/plan-du-site",
  "/questionnaire-envoye",
  "/questionnaire/:secret",
  "/rappels/:secret",
];

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

  it("stands once on the page of help, the way of a candidate in its order first", () => {
    const names = [...WAY_STATIONS, ...OTHER_STATIONS].map(({ name }) => name);
    deepEqual(names.toSorted(), STATIONS.map(({ name }) => name).toSorted());
    equal(WAY_STATIONS[0]!.name, "avant");
  });

  it("links to pages that there are", () => {
    const paths = pages.map(({ path }) => path);
    for (const { to } of STATIONS.flatMap(({ links = [] }) => links)) ok(paths.includes(to), to);
  });

  it("is where «Aide» leads from a page of it, and all of the help elsewhere", () => {
    const helpOf = (path: string) => helpFor(path, { kind: "anyone" });
    const trainer = { kind: "account", account: "a", roles: ["trainer"] } as unknown as Parameters<typeof helpFor>[1];
    equal(helpFor("/seances/1", trainer), "/aide/lundi-formateur");
    equal(
      helpFor("/seances/1", { ...trainer, roles: ["trainer", "head-of-training"] } as typeof trainer),
      "/aide/lundi-formation",
    );
    equal(helpOf("/mes-epreuves"), "/aide/epreuves");
    equal(helpOf("/deis/dossier/1/entretien"), "/aide/entretien");
    equal(helpOf("/invite"), "/aide/invite");
    equal(helpOf("/examens/1"), "/aide/examinateur");
    equal(helpOf("/jurys/1"), "/aide/jury");
    equal(helpOf("/deis/dossier/1/contrat/signer"), "/aide/inscription");
    equal(helpOf("/deis/dossier/1/pieces"), "/aide/dossier");
    equal(helpOf("/contrats/1"), "/aide/lundi-contrats");
    equal(helpOf("/deis"), "/aide");
  });

  it("is where «Aide» leads from every page, but for those that are about nothing of the way", () => {
    const paths = pages.map(({ path }) => path);
    const general = paths.filter((path) => helpFor(path, { kind: "anyone" }) === "/aide");
    deepEqual(general.toSorted(), GENERAL);
  });

  it("is that of the reader’s own role from the pages that all who work here have", () => {
    const from = (path: string, ...roles: Role[]) =>
      helpFor(path, { kind: "account", account: "1", session: "1", roles, authenticatedAt: new Date(0) });
    equal(from("/a-faire", "finance"), "/aide/lundi-comptes");
    equal(from("/compte", "examiner"), "/aide/examinateur");
    equal(from("/a-faire", "jury-member", "director"), "/aide/lundi-direction");
    equal(from("/a-faire", "auditor"), "/aide");
    equal(from("/compte"), "/aide/mon-compte");
    equal(from("/jurys/1", "director"), "/aide/jury");
    for (const role of ROLES)
      ok(["/aide", ...STATIONS.map(({ name }) => `/aide/${name}`)].includes(from("/a-faire", role)), role);
  });
});
