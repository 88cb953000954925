import { deepEqual } from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { type JsonSchema, validator } from "../kit/schema.ts";
import { plain } from "../test/case-answers.ts";
import { inventedLaw, SCHOOL } from "../test/invented.ts";
import { AdmissionEntry, NEEDED, ReminderSchema, SETTINGS } from "./intake.ts";
import { LawError, loadLaws, sayProblems } from "./load.ts";

const words = { fr: "r", en: "r" };
const source = { text: "notice", article: "d", confidence: "local" };
/** Where a schema finds an entry wrong; nowhere where it takes it. */
const wrong = (schema: object, entry: object) => [
  ...new Set(validator(schema as JsonSchema)(entry).map(({ path }) => path)),
];

describe("a reminder of the law", () => {
  const reminder = { before: "closing", label: words, days: [0, 365], hour: "09:00", source };
  const of = (changes: object) => wrong(ReminderSchema, { ...reminder, ...changes });

  it("is of a deadline, some days before it, within the year", () => {
    deepEqual([of({}), of({ before: "complement" }), of({ before: "entry" })], [[], [], ["before"]]);
    deepEqual([of({ days: [-1] }), of({ days: [366] }), of({ days: [1.5] })], [["days[0]"], ["days[0]"], ["days[0]"]]);
  });

  it("has ten days at most, at least one, each once", () => {
    const days = Array.from({ length: 11 }, (_, day) => day);
    deepEqual([of({ days: days.slice(1) }), of({ days }), of({ days: [] })], [[], ["days"], ["days"]]);
    deepEqual(of({ days: [3, 3] }).length, 1);
  });

  it("comes at an hour of the clock", () => {
    for (const hour of ["00:00", "09:59", "19:30", "23:00"]) deepEqual(of({ hour }), [], hour);
    for (const hour of ["", "9:00", "24:00", "09:60", "109:00", "09:000"]) deepEqual(of({ hour }), ["hour"], hour);
  });
});

describe("a fact of the law about admission", () => {
  const piece = { name: words, needed: "always", many: false, pages: { min: 1, max: 1 } };
  const of = (changes: object) => wrong(AdmissionEntry, { key: "log", label: words, source, ...changes });

  it("asks an intake for some of its settings, where it asks for any", () => {
    deepEqual([of({}), of({ asks: [...SETTINGS] }), of({ asks: [] })], [[], [], ["asks"]]);
    deepEqual(of({ asks: ["weather"] }), ["asks[0]"]);
  });

  it("may be a piece, of a page at least, asked of somebody", () => {
    for (const needed of NEEDED) deepEqual(of({ piece: { ...piece, needed } }), []);
    deepEqual(of({ piece: { ...piece, needed: "sometimes" } }), ["piece.needed"]);
    deepEqual(of({ piece: { ...piece, pages: { min: 0, max: 1 } } }), ["piece.pages.min"]);
    deepEqual(of({ piece: { ...piece, pages: { min: 1, max: 0 } } }), ["piece.pages.max"]);
  });
});

describe("what a school expects to find in a piece", () => {
  const entry = (key: string, more = "") =>
    `        - { key: ${key}, label: { fr: "r", en: "r" }${more}, source: { text: notice, article: "d", confidence: local } }\n`;
  const asked = ', piece: { name: { fr: "r", en: "r" }, needed: always, many: false }';
  const said = (test: TestContext, pieces: string, hints: string) => {
    const folder = inventedLaw(test);
    folder.spoil(SCHOOL, "      pieces: []\n", `      pieces:\n${pieces}`);
    folder.spoil(SCHOOL, "      silent: []\n", `      silent: []\n      hints:\n${hints}`);
    try {
      loadLaws(folder.path);
      return [];
    } catch (error) {
      if (!(error instanceof LawError)) throw error;
      const { problems } = error;
      return [sayProblems(problems, "fr"), sayProblems(problems, "en")].map((text) =>
        plain(text.replace(/^[^ ]+ /, "")),
      );
    }
  };

  it("is of a piece that is asked for, whichever it is", (test) => {
    deepEqual(said(test, entry("cv", asked) + entry("letter", asked), entry("letter") + entry("cv")), []);
  });

  it("is refused of anything else, a fact about pieces that is none among them", (test) => {
    const faults = (key: string) => [
      `diplomas[0].admission.hints[1].key: Aucune pièce demandée ne porte la clé « ${key} ».`,
      `diplomas[0].admission.hints[1].key: No piece that is asked for has the key "${key}".`,
    ];
    const pieces = entry("cv", asked) + entry("rule");
    deepEqual(said(test, pieces, entry("cv") + entry("photo")), faults("photo"));
    deepEqual(said(test, pieces, entry("cv") + entry("rule")), faults("rule"));
  });
});
