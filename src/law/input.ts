/** The parts that inputs of decisions share, as JSON Schema built from the référentiel: no name of the law is in code. */
import type { Diploma } from "./diploma.ts";
import type { Issue, JsonSchema } from "../kit/schema.ts";
import { issue } from "../kit/schema.ts";
import type { TitleInput } from "./titles.ts";

export const LIMITS = {
  titles: 50,
  periods: 1_000,
  grants: 50,
  funders: 20,
  cents: 1_000_000_000,
  hours: 1_000,
  years: 15,
} as const;

export const text: JsonSchema = { type: "string", minLength: 1, maxLength: 200 };
export const day: JsonSchema = { type: "string", format: "day" };
/** A time of day, without a date. */
export const time: JsonSchema = {
  says: {
    fr: "une heure de 00:00 à 23:59, écrite HH:MM",
    en: "a time from 00:00 to 23:59, written HH:MM",
  },
  type: "string",
  pattern: "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$",
};

export function integer(minimum: number, maximum: number): JsonSchema {
  return { type: "integer", minimum, maximum };
}

/** A diploma's list may be empty, but an `enum` may not: then nothing matches. */
export function among(names: readonly (string | number)[]): JsonSchema {
  return names.length === 0 ? { not: {} } : { enum: names };
}

export function listOf(items: JsonSchema, maxItems: number, minItems = 0): JsonSchema {
  return { type: "array", items, minItems, maxItems };
}

/** An object with these keys only. */
export function record(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

/** The input of a decision: the common properties (`id`, `on`, which law), and its own. */
export function decisionInput(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  const common = { id: text, on: day, diploma: text, version: text, establishment: text };
  return record({ ...common, ...properties }, ["id", "on", ...required]);
}

/** A choice by a key: the first branch whose test holds validates the whole, so that errors refer to one shape. */
export function choose(
  branches: readonly (readonly [test: JsonSchema, then: JsonSchema])[],
  otherwise: JsonSchema,
): JsonSchema {
  return branches.reduceRight<JsonSchema>((rest, [test, then]) => ({ if: test, then, else: rest }), otherwise);
}

export function has(key: string): JsonSchema {
  return { type: "object", required: [key] };
}

export function is(key: string, value: string): JsonSchema {
  return { type: "object", properties: { [key]: { const: value } }, required: [key] };
}

export function levelSchema(law: Diploma): JsonSchema {
  return among([...law.levels.known, ...Object.keys(law.levels.legacy)]);
}

/** Titles held: named in the catalogue, or of a kind with its measure. */
export function titlesSchema(law: Diploma): JsonSchema {
  const level = levelSchema(law);
  const years: JsonSchema = { type: "integer", minimum: 0, maximum: LIMITS.years };
  const attestation: JsonSchema = { ...record({ level, yearsOfStudy: years }, []), minProperties: 1 };
  const common = { awardedOn: day, startedOn: day, country: { type: "string", format: "country" }, attestation };
  const measures = { level: ["level", level], years: ["yearsOfStudy", years] } as const;
  const named = record({ title: among(law.catalogue.map((entry) => entry.title)), ...common }, ["title", "awardedOn"]);
  const kinds = law.titleKinds.map(({ kind, measure }) => {
    const [key, schema] = measures[measure];
    return [
      is("kind", kind),
      record({ kind: { const: kind }, [key]: schema, ...common }, ["kind", key, "awardedOn"]),
    ] as const;
  });
  const unknown: JsonSchema = {
    type: "object",
    required: ["kind"],
    properties: { kind: among(law.titleKinds.map((entry) => entry.kind)) },
  };
  return listOf(choose([[has("title"), named], ...kinds], unknown), LIMITS.titles);
}

/** The checks on titles that the schema cannot express: the order of days, and what only a foreign title may have. */
export function titlesIssues(law: Diploma, titles: readonly TitleInput[]): Issue[] {
  return titles.flatMap((title, at) => {
    const issues: Issue[] = [];
    const foreign = title.country !== undefined && !law.homeTerritory.countries.includes(title.country);
    if (title.startedOn !== undefined && title.startedOn > title.awardedOn) {
      issues.push(
        issue(
          `titles[${at}].startedOn`,
          "La formation commence après l’obtention du titre.",
          "The course starts after the title was awarded.",
        ),
      );
    }
    if (foreign && title.title !== undefined) {
      issues.push(
        issue(`titles[${at}].country`, "Ce titre n’est délivré qu’en France.", "This title is awarded in France only."),
      );
    }
    if (!foreign && title.attestation !== undefined) {
      issues.push(
        issue(
          `titles[${at}].attestation`,
          "Une attestation de niveau ne va qu’avec un titre délivré à l’étranger.",
          "An attestation of level only goes with a title awarded abroad.",
        ),
      );
    }
    return issues;
  });
}

/** A day that may not come after another. */
export function notAfter(path: string, day: string | undefined, limit: string): Issue[] {
  if (day === undefined || day <= limit) return [];
  return [issue(path, `Ce jour ne peut pas être après le ${limit}.`, `This day cannot be after ${limit}.`)];
}

/** A day that may not come before another. */
export function notBefore(path: string, day: string, limit: string): Issue[] {
  if (day >= limit) return [];
  return [issue(path, `Ce jour ne peut pas être avant le ${limit}.`, `This day cannot be before ${limit}.`)];
}

/** A reference to something missing from the input. */
export function notGiven(path: string, name: string): Issue {
  return issue(path, `« ${name} » n’est pas dans ce qui est donné.`, `"${name}" is not in what is given.`);
}

/** A name repeated in a list of unique names. */
export function onlyOnce(names: readonly string[], pathAt: (index: number) => string): Issue[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [issue(pathAt(at), `« ${name} » est donné deux fois.`, `"${name}" is given twice.`)];
  });
}
