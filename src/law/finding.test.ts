import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diploma } from "./diploma.ts";
import type { Entry } from "./entry.ts";
import { byArticle, entriesOf } from "./entries.ts";
import { type Catalogue, finding, sayFinding, sayFindings } from "./finding.ts";
import { registrationFindings } from "./registration.ts";

const entry = (id: string, article = "1", text = "edict"): Entry => ({
  id,
  source: { text, article, confidence: "text" },
  citation: { fr: `édit ${text}`, en: `edict ${text}` },
});
const CATALOGUE: Catalogue = {
  fr: { hello: (v: { name: string }) => `Bonjour ${v.name}.` },
  en: { hello: (v: { name: string }) => `Hello ${v.name}.` },
};

describe("a finding", () => {
  it("is as sure as its entry, unless something less sure took part", () => {
    equal(finding("c", true, "hello", entry("a")).confidence, "text");
    equal(finding("c", true, "hello", entry("a"), {}, "conflict").confidence, "conflict");
    deepEqual(finding("c", null, "hello", entry("a")).values, {});
  });

  it("is said in either language, with its text, article and confidence", () => {
    const found = finding("c", null, "hello", entry("a", "7, al. 2"), { name: "Io" }, "unverified");
    const source = { article: "7, al. 2", confidence: "unverified" };
    deepEqual(sayFindings([found], CATALOGUE, "fr"), [
      { condition: "c", met: null, reason: "Bonjour Io.", source: { text: "édit edict", ...source } },
    ]);
    deepEqual(sayFinding(found, CATALOGUE, "en"), {
      condition: "c",
      met: null,
      reason: "Hello Io.",
      source: { text: "edict edict", ...source, article: "7, para. 2" },
    });
  });

  it("that no catalogue can say is a bug, told by name", () => {
    throws(() => sayFinding(finding("c", true, "bye", entry("a")), CATALOGUE, "en"), /No sentence "bye" in en/);
  });
});

describe("the registration of a diploma", () => {
  it("is told of from the day after its last", () => {
    const law = { registration: { ...entry("registration"), until: "2026-12-31" } } as unknown as Diploma;
    deepEqual(registrationFindings(law, "2026-12-31"), []);
    deepEqual(registrationFindings(law, "2027-01-01"), [
      {
        condition: "unverified",
        met: null,
        says: "registration-ended",
        values: { registration: law.registration, diploma: law },
        entry: law.registration,
        confidence: "unverified",
      },
    ]);
  });
});

describe("the entries of a file", () => {
  const inner = entry("doors.A.opens", "2");
  const door = { ...entry("doors.A"), label: { fr: "a", en: "a" }, opens: inner };
  const other = entry("tie", "1", "code");
  const { id, source, citation } = other;
  const halves = [
    { id, source },
    { id, citation },
    { source, citation },
  ];
  const file = { name: "x", none: null, doors: [door, { title: "not an entry" }], jury: { tie: other }, halves };

  it("are all found, in the order of the file, one inside another too", () => {
    deepEqual(entriesOf(file), [door, inner, other]);
  });

  it("are not looked for in their own source and citation", () => {
    const hidden = { ...entry("a"), source: entry("b"), citation: entry("c") };
    deepEqual(entriesOf([hidden]), [hidden]);
  });

  it("are grouped by text and article, in the order in which these appear", () => {
    const groups = byArticle([door, inner, other, entry("last", "2")]);
    deepEqual(
      groups.map((group) => [group.citation.en, group.article, group.entries.map((one) => one.id)]),
      [
        ["edict edict", "1", ["doors.A"]],
        ["edict edict", "2", ["doors.A.opens", "last"]],
        ["edict code", "1", ["tie"]],
      ],
    );
  });
});
