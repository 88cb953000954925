import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diploma } from "./diploma.ts";
import {
  among,
  choose,
  decisionInput,
  has,
  levelSchema,
  LIMITS,
  listOf,
  notAfter,
  notBefore,
  notGiven,
  onlyOnce,
  titlesIssues,
  titlesSchema,
} from "./input.ts";
import type { TitleInput } from "./titles.ts";

const LAW = {
  levels: { known: [1, 2], legacy: { mousse: 1 } },
  catalogue: [{ title: "PILOT" }, { title: "SIGNAL" }],
  titleKinds: [
    { kind: "nautical", measure: "level" },
    { kind: "studies", measure: "years" },
  ],
  homeTerritory: { countries: ["IS"] },
} as unknown as Diploma;

const day = { type: "string", format: "day" };
const text = { type: "string", minLength: 1, maxLength: 200 };
const level = { enum: [1, 2, "mousse"] };
const years = { type: "integer", minimum: 0, maximum: 15 };

describe("the schema of an input", () => {
  it("is the common envelope and the decision's own keys, closed", () => {
    deepEqual(decisionInput({ size: level }, ["size"]), {
      type: "object",
      properties: { id: text, on: day, diploma: text, version: text, establishment: text, size: level },
      required: ["id", "on", "size"],
      additionalProperties: false,
    });
  });

  it("names levels by today's numbers and the old names", () => {
    deepEqual(levelSchema(LAW), level);
    deepEqual(among(["a"]), { enum: ["a"] });
    // Of no names there is none to give.
    deepEqual(among([]), { not: {} });
    deepEqual(listOf(text, 3), { type: "array", items: text, minItems: 0, maxItems: 3 });
    deepEqual(listOf(text, 3, 1), { type: "array", items: text, minItems: 1, maxItems: 3 });
  });

  it("keeps the limits of the contract", () => {
    deepEqual(LIMITS, { titles: 50, periods: 1000, grants: 50, funders: 20, cents: 10 ** 9, hours: 1000, years: 15 });
  });

  it("tries the branches of a choice in order", () => {
    deepEqual(
      choose(
        [
          [has("a"), { const: 1 }],
          [has("b"), { const: 2 }],
        ],
        { const: 3 },
      ),
      {
        if: { type: "object", required: ["a"] },
        then: { const: 1 },
        else: { if: { type: "object", required: ["b"] }, then: { const: 2 }, else: { const: 3 } },
      },
    );
  });

  it("takes titles named in the catalogue, or of a kind with its measure", () => {
    const attestation = {
      type: "object",
      properties: { level, yearsOfStudy: years },
      required: [],
      additionalProperties: false,
      minProperties: 1,
    };
    const common = { awardedOn: day, startedOn: day, country: { type: "string", format: "country" }, attestation };
    const record = (properties: object, required: string[]) => ({
      type: "object",
      properties,
      required,
      additionalProperties: false,
    });
    const kind = (name: string) => ({ type: "object", properties: { kind: { const: name } }, required: ["kind"] });
    deepEqual(titlesSchema(LAW), {
      type: "array",
      minItems: 0,
      maxItems: 50,
      items: {
        if: { type: "object", required: ["title"] },
        then: record({ title: { enum: ["PILOT", "SIGNAL"] }, ...common }, ["title", "awardedOn"]),
        else: {
          if: kind("nautical"),
          then: record({ kind: { const: "nautical" }, level, ...common }, ["kind", "level", "awardedOn"]),
          else: {
            if: kind("studies"),
            then: record({ kind: { const: "studies" }, yearsOfStudy: years, ...common }, [
              "kind",
              "yearsOfStudy",
              "awardedOn",
            ]),
            else: { type: "object", required: ["kind"], properties: { kind: { enum: ["nautical", "studies"] } } },
          },
        },
      },
    });
  });
});

describe("what the schema of titles cannot say", () => {
  const said = (...titles: TitleInput[]) =>
    titlesIssues(LAW, titles).map(({ path, message }) => [path, message("fr"), message("en")]);
  const awardedOn = "2019-05-01";

  it("is that a course starts no later than its award", () => {
    deepEqual(said({ title: "PILOT", awardedOn, startedOn: awardedOn }), []);
    deepEqual(said({ title: "PILOT", awardedOn }, { title: "PILOT", awardedOn, startedOn: "2019-05-02" }), [
      [
        "titles[1].startedOn",
        "La formation commence après l’obtention du titre.",
        "The course starts after the title was awarded.",
      ],
    ]);
  });

  it("is that a named title comes from home", () => {
    deepEqual(said({ title: "PILOT", awardedOn, country: "IS" }), []);
    deepEqual(said({ title: "PILOT", awardedOn, country: "FR" }), [
      ["titles[0].country", "Ce titre n’est délivré qu’en France.", "This title is awarded in France only."],
    ]);
    deepEqual(said({ kind: "nautical", level: 1, awardedOn, country: "FR" }), []);
  });

  it("is that an attestation only goes with a title from abroad", () => {
    const attestation = { level: 1 };
    const words = [
      "Une attestation de niveau ne va qu’avec un titre délivré à l’étranger.",
      "An attestation of level only goes with a title awarded abroad.",
    ];
    deepEqual(said({ kind: "nautical", level: 1, awardedOn, country: "FR", attestation }), []);
    deepEqual(said({ kind: "nautical", level: 1, awardedOn, attestation }), [["titles[0].attestation", ...words]]);
    deepEqual(said({ kind: "nautical", level: 1, awardedOn, country: "IS", attestation }), [
      ["titles[0].attestation", ...words],
    ]);
  });
});

describe("other things that lists may not hold", () => {
  it("are days after a limit", () => {
    deepEqual(notAfter("a", "2026-01-01", "2026-01-01"), []);
    deepEqual(notAfter("a", undefined, "2026-01-01"), []);
    const [late] = notAfter("a", "2026-01-02", "2026-01-01");
    deepEqual(
      [late!.path, late!.message("fr"), late!.message("en")],
      ["a", "Ce jour ne peut pas être après le 2026-01-01.", "This day cannot be after 2026-01-01."],
    );
  });

  it("are days before another, and not that day itself", () => {
    deepEqual(notBefore("a", "2026-01-01", "2026-01-01"), []);
    const [early] = notBefore("a", "2025-12-31", "2026-01-01");
    deepEqual(
      [early!.path, early!.message("fr"), early!.message("en")],
      ["a", "Ce jour ne peut pas être avant le 2026-01-01.", "This day cannot be before 2026-01-01."],
    );
  });

  it("are names of what is not there", () => {
    const { path, message } = notGiven("list[0].name", "a");
    deepEqual(
      [path, message("fr"), message("en")],
      ["list[0].name", "« a » n’est pas dans ce qui est donné.", '"a" is not in what is given.'],
    );
  });

  it("are names given twice", () => {
    deepEqual(onlyOnce(["a", "b"], String), []);
    const twice = onlyOnce(["a", "b", "a", "a"], (at) => `list[${at}]`);
    deepEqual(
      twice.map((one) => one.path),
      ["list[2]", "list[3]"],
    );
    equal(twice[0]!.message("fr"), "« a » est donné deux fois.");
    equal(twice[0]!.message("en"), '"a" is given twice.');
  });
});
