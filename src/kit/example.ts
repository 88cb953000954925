/** Generates a minimal example of a schema, with its required properties only. */
import type { JsonSchema } from "./schema.ts";

export function exampleOf(schema: JsonSchema): unknown {
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0] as unknown;
  const branches = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (branches) return exampleOf(branches.find(({ type }) => type !== "null") ?? branches[0]!);
  const [type] = [schema.type ?? []].flat() as string[];
  switch (type) {
    case "object":
      return objectExample(schema);
    case "array":
      return listExample(schema);
    case "string":
      return textExample(schema);
    case "integer":
    case "number":
      return Math.max(Number(schema.minimum ?? 1), 1);
    case "boolean":
      return true;
    default:
      return null;
  }
}

/** Of texts that must differ, each ends in its own place. */
function listExample({ items, minItems = 0, uniqueItems }: JsonSchema): unknown[] {
  const one = exampleOf(items as JsonSchema);
  return Array.from({ length: Number(minItems) }, (_, place) =>
    uniqueItems && place > 0 && typeof one === "string" ? `${one.slice(0, -1)}${place}` : one,
  );
}

function objectExample(schema: JsonSchema): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema.required ?? []) as readonly string[];
  // A record with arbitrary keys, or an object that requires at least some property.
  const [values] = Object.entries((schema.patternProperties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const least = Number(schema.minProperties ?? 0);
  const named =
    least > required.length ? [...new Set([...required, ...Object.keys(properties)])].slice(0, least) : required;
  const some = Object.fromEntries(named.map((name) => [name, exampleOf(properties[name]!)]));
  if (!values || Object.keys(some).length >= least) return some;
  return { ...some, [textOfPattern(values[0])]: exampleOf(values[1]) };
}

function textExample({ format, pattern, minLength = 0 }: JsonSchema): string {
  if (format === "day" || format === "date") return "2027-01-31";
  if (format === "date-time") return "2027-01-31T09:00:00Z";
  if (typeof pattern === "string") return textOfPattern(pattern);
  return Number(minLength) > SOME.length ? SOME.padEnd(Number(minLength), ".") : SOME;
}

const SOME = "…";
const HEX = "0123456789abcdef";
/** Examples for patterns, the plainest first. */
const FORMS: readonly string[] = [
  "2f1b6c1e-0d4a-4c4b-9b1e-7a5d3c2b1a00",
  `sha256:${HEX.repeat(4)}`,
  HEX.repeat(4),
  HEX.slice(0, 8),
  "R-2027-000001",
  "F-2027-00042",
  "09:00",
  "https://example.org",
  "account:2f1b6c1e-0d4a-4c4b-9b1e-7a5d3c2b1a00",
  "cv",
  "8542Z",
  "a".repeat(43),
];

/** A test of every act and view fails on a pattern that no example fits: add one above. */
function textOfPattern(pattern: string): string {
  return FORMS.find((form) => new RegExp(pattern).test(form)) ?? SOME;
}
