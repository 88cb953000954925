/** A schema for outside readers: our own keywords become standard ones, or words. */
import { isDeepStrictEqual } from "node:util";
import { type Label, type Lang } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import { openApiWords } from "./openapi-sentences.ts";

export function publicSchema(schema: JsonSchema, lang: Lang): JsonSchema {
  return translate(schema, lang) as JsonSchema;
}

/** The range of years; `date` checks that the day exists. */
const DAYS = "^(?:19|20|21)\\d{2}-\\d{2}-\\d{2}$";

function translate(value: unknown, lang: Lang): unknown {
  if (Array.isArray(value)) return value.map((one) => translate(one, lang));
  if (typeof value !== "object" || value === null) return value;
  const { format, decimals, says, ...rest } = value as JsonSchema & { says?: Label };
  // `properties` may hold a property named like a keyword: its value is a schema, not a keyword’s.
  if (typeof format === "object" || typeof decimals === "object") return each(value, lang);
  const words = openApiWords[lang];
  const described = [says?.[lang], typeof decimals === "number" ? words.decimals(decimals) : undefined].filter(
    (one) => one !== undefined,
  );
  return {
    ...(each(rest, lang) as object),
    ...(format === "day" && { format: "date", pattern: DAYS, description: words.day }),
    ...(format === "country" && { pattern: "^[A-Z]{2}$", description: words.country }),
    ...(format !== undefined && format !== "day" && format !== "country" && { format }),
    ...(described.length > 0 && { description: described.join(" ; ") }),
  };
}

/** The schema with its named parts (`title`) moved `into` the components, and references in their place; those in `known` are there. */
export function referring<S>(schema: S, into: Record<string, JsonSchema>, known: object): S {
  if (Array.isArray(schema)) return schema.map((part: unknown) => referring(part, into, known)) as S;
  if (typeof schema !== "object" || schema === null) return schema;
  const { title, ...body } = Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [key, referring(part as unknown, into, known)]),
  );
  if (typeof title !== "string") return (title === undefined ? body : { title, ...body }) as S;
  if (!(title in known) && into[title] !== undefined && !isDeepStrictEqual(into[title], body))
    throw new Error(`Two schemas are called ${title}`);
  if (!(title in known)) into[title] = body;
  return { $ref: `#/components/schemas/${title}` } as S;
}

function each(value: object, lang: Lang): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translate(one, lang)]));
}
