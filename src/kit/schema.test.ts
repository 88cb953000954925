import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { hasDecimals, issue, type JsonSchema, MAX_ISSUES, pathOf, sayIssues, validator } from "./schema.ts";

const said = (schema: JsonSchema, value: unknown, lang: "fr" | "en" = "en") =>
  sayIssues(validator(schema)(value), lang).map(({ path, message }) => `${path}: ${message}`);

describe("the schema of an input", () => {
  it("says nothing of what it accepts", () => {
    deepEqual(
      said(
        { type: "object", properties: { on: { type: "string", format: "day" } }, required: ["on"] },
        { on: "2024-02-29" },
      ),
      [],
    );
  });

  it("says what is missing, unknown or of the wrong type, and where", () => {
    const schema = {
      type: "object",
      properties: { a: { type: "array", items: { type: "integer" } }, b: { type: "boolean" } },
      required: ["b"],
      additionalProperties: false,
    };
    deepEqual(said(schema, { a: [1, "2"], c: 1 }), [
      "b: This is missing.",
      "c: This key is not known here.",
      "a[1]: Expected: a whole number.",
    ]);
    deepEqual(said(schema, { b: "oui" }, "fr"), ["b: Attendu\u00a0: vrai ou faux (true ou false)."]);
    deepEqual(said(schema, null), [": Expected: an object."]);
    deepEqual(said({ type: ["string", "null"] }, 1), [": Expected: a text or nothing (null)."]);
  });

  it("knows real days and real countries", () => {
    deepEqual(said({ type: "string", format: "day" }, "2023-02-29"), [
      ": Expected: a real calendar day, from 1900-01-01 to 2199-12-31, written YYYY-MM-DD.",
    ]);
    deepEqual(said({ type: "string", format: "country" }, "XK"), []);
    deepEqual(said({ type: "string", format: "country" }, "fr"), [
      ": Expected: the code of a country in two capital letters (ISO 3166-1), or XK.",
    ]);
    deepEqual(said({ type: "string", pattern: "^a$" }, "b"), [": This text does not have the expected form."]);
  });

  it("says in its own words what a schema expects, of a choice too", () => {
    const says = { fr: "un nombre, ou « absent »", en: "a number, or absent" };
    const part = { if: { type: "string" }, then: { enum: ["absent"], says }, else: { type: "number" } };
    deepEqual(said(part, "8"), [": Expected: a number, or absent."]);
    deepEqual(said(part, true), [": Expected: a number."]);
    deepEqual(said(part, "absent"), []);
  });

  it("says bounds as they are", () => {
    deepEqual(said({ type: "number", minimum: 1, maximum: 2 }, 3), [": The value must be at most 2."]);
    deepEqual(said({ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0), [": The value must be above 0."]);
    deepEqual(said({ type: "number", multipleOf: 0.5 }, 0.3, "fr"), [": La valeur doit être un multiple de 0,5."]);
    deepEqual(said({ type: "array", minItems: 1, maxItems: 2 }, []), [": Least number of items: 1."]);
    deepEqual(said({ type: "string", maxLength: 2 }, "abc"), [
      ": This is too long: 3 characters, where 2 are the most. Shorten it.",
    ]);
    deepEqual(said({ type: "string", maxLength: 2 }, "🎓🎓"), []);
    deepEqual(said({ type: "object", minProperties: 1 }, {}), [": Least number of entries: 1."]);
    deepEqual(said({ not: {} }, 1), [": This does not belong here."]);
    deepEqual(said({ type: "array", uniqueItems: true }, [1, 1]), [": This value is not allowed."]);
  });

  it("lists the names that are known", () => {
    deepEqual(said({ enum: ["a", 2] }, "b"), [': Unknown value. Known are: "a", 2.']);
    deepEqual(said({ const: "a" }, "b", "fr"), [': Valeur inconnue. Sont connus\u00a0: "a".']);
  });

  it("tells of the branch that was chosen, and of a union what it expects", () => {
    const branch = {
      if: { type: "object", required: ["a"] },
      then: { type: "object", properties: { a: { type: "string" } } },
      else: { type: "object", required: ["b"] },
    };
    deepEqual(said(branch, { a: 1 }), ["a: Expected: a text."]);
    deepEqual(said(branch, {}), ["b: This is missing."]);
    const union = {
      says: { fr: "un jour ou rien", en: "a day or nothing" },
      anyOf: [{ type: "string", format: "day" }, { type: "null" }],
    };
    deepEqual(said(union, 1), [": Expected: a day or nothing."]);
    deepEqual(said({ anyOf: [{ type: "string" }, { type: "null" }] }, 1), [": Expected: one of the described forms."]);
  });

  it("tells each thing once, and a hundred of them at most", () => {
    deepEqual(said({ allOf: [{ type: "string" }, { type: "string" }] }, 1), [": Expected: a text."]);
    equal(
      said(
        { type: "array", items: { type: "string" } },
        Array.from({ length: 200 }, () => 1),
      ).length,
      MAX_ISSUES,
    );
    equal(MAX_ISSUES, 100);
  });
});

describe("a moment", () => {
  const instant = (text: string) => validator({ type: "string", format: "date-time" })(text).length === 0;
  it("is one of a real day, in UTC, as programs write it", () => {
    deepEqual(["2026-11-25T09:00:00Z", "2026-11-25T09:00:00.000Z", "2028-02-29T23:59:59Z"].map(instant), [
      true,
      true,
      true,
    ]);
    for (const text of ["x", "2026-11-25", "2026-02-29T09:00:00Z", "2026-11-25T24:00:00Z", "2026-11-25T09:00:00+01:00"])
      equal(instant(text), false, text);
  });
});

describe("a number with few decimals", () => {
  it("is the double nearest to one, never rounded to it", () => {
    deepEqual(
      [0.1 + 0.2, 0.3, 13.75, 9.999, 20, 0.07, 1e-9].map((one) => hasDecimals(one, 2)),
      [false, true, true, false, true, true, false],
    );
    deepEqual(
      [0.3333, 0.33333].map((one) => hasDecimals(one, 4)),
      [true, false],
    );
    deepEqual(said({ type: "number", decimals: 2 }, 0.125), [
      ": At most 2 decimals are allowed; the value is never rounded.",
    ]);
    deepEqual(said({ type: "number", decimals: 2 }, 0.12), []);
  });
});

describe("a path", () => {
  it("is written as the contract does", () => {
    deepEqual(
      [pathOf(""), pathOf("/a/0/b"), pathOf("/a", "b"), pathOf("", "b"), pathOf("/a~1b/~0c"), pathOf("/0")],
      ["", "a[0].b", "a.b", "b", "a/b.~c", "[0]"],
    );
  });
});

describe("an issue", () => {
  it("is said late, in the reader's language", () => {
    deepEqual(sayIssues([issue("a", "Non ; rien.", "No; nothing.")], "fr"), [
      { path: "a", message: "Non\u202f; rien." },
    ]);
    deepEqual(sayIssues([issue("a", "Non ; rien.", "No; nothing.")], "en"), [{ path: "a", message: "No; nothing." }]);
  });
});
