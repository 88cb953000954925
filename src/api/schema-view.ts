/** A JSON Schema as nested lists that people and screen readers can follow. */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";
import type { OpenApi } from "./openapi.ts";
import { type OpenApiWords, openApiWords } from "./openapi-sentences.ts";

/** More names than this are folded. */
const MANY = 12;

type Context = { readonly document: OpenApi; readonly words: OpenApiWords };

export function schemaView(schema: JsonSchema, document: OpenApi, lang: Lang): Html {
  return view(schema, { document, words: openApiWords[lang] });
}

function view(given: JsonSchema, context: Context): Html {
  const schema = resolve(given, context.document);
  const { words } = context;
  const shapes = alternatives(schema);
  const branches = shapes.map((one) => resolve(one, context.document));
  if (branches.length > 0) {
    return branches.every(isSimple)
      ? html`${branches.map((one, index) => html`${index > 0 && " | "}${line(one, words)}`)}${describe(schema)}`
      : html`${words.oneOf}${describe(schema)}<ul class="schema">${shapes.map((one) => html`<li>${branch(one, context)}</li>`)}</ul>`;
  }
  if (schema.properties) return properties(schema, context);
  if (schema.type === "array" && typeof schema.items === "object") {
    return html`${words.listOf}${bounds(schema, words)} ${view(schema.items as JsonSchema, context)}`;
  }
  if (typeof schema.additionalProperties === "object")
    return html`${words.mapOf} ${view(schema.additionalProperties as JsonSchema, context)}`;
  return line(schema, words);
}

/** One shape of several, folded under its name or the property that tells it apart. */
function branch(shape: JsonSchema, context: Context): Html {
  const schema = resolve(shape, context.document);
  const called = nameOf(shape);
  if (called !== undefined && !isSimple(schema))
    return html`<details><summary><code>${called}</code></summary>${view(schema, context)}</details>`;
  const [first] = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  if (!first) return view(schema, context);
  const [name, value] = first;
  const tells =
    "const" in value ? html`<code>${name}: ${JSON.stringify(value.const)}</code>` : html`<code>${name}</code>`;
  return html`<details><summary>${tells}</summary>${properties(schema, context)}</details>`;
}

function properties(schema: JsonSchema, context: Context): Html {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return html`<ul class="schema">${Object.entries(schema.properties as Record<string, JsonSchema>).map(
    ([name, one]) =>
      html`<li><code class="key">${name}</code>${required.has(name) && html` <span class="small">(${context.words.required})</span>`} ${view(one, context)}</li>`,
  )}</ul>`;
}

/** The branches of a choice: `anyOf`, `oneOf`, and the `if … then … else` chain by which an input is read. */
function alternatives(schema: JsonSchema): JsonSchema[] {
  const listed = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(listed)) return listed as JsonSchema[];
  if (typeof schema.then !== "object") return [];
  const rest = schema.else as JsonSchema | undefined;
  return [
    schema.then as JsonSchema,
    ...(rest === undefined ? [] : typeof rest.then === "object" ? alternatives(rest) : [rest]),
  ];
}

function isSimple(schema: JsonSchema): boolean {
  return alternatives(schema).length === 0 && !schema.properties && schema.type !== "array";
}

function line(schema: JsonSchema, words: OpenApiWords): Html {
  if (Array.isArray(schema.enum)) return html`${words.known} ${names(schema.enum, words)}${describe(schema)}`;
  if ("const" in schema) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const types = ([schema.type ?? []].flat() as string[]).map((type) => words.types[type] ?? type);
  if (types.length === 0) return html`${words.nothing}`;
  return html`${types.join(" | ")}${bounds(schema, words)}${describe(schema)}`;
}

function names(values: readonly unknown[], words: OpenApiWords): Html {
  const list = html`${values.map((value, index) => html`${index > 0 && " "}<code>${JSON.stringify(value)}</code>`)}`;
  return values.length > MANY
    ? html`<details><summary>${values.length} ${words.names}</summary>${list}</details>`
    : list;
}

function bounds(schema: JsonSchema, words: OpenApiWords): Html | false {
  const set = Object.entries(words.bounds).flatMap(([key, word]) =>
    schema[key] === undefined || schema[key] === 0 ? [] : [`${word} ${schema[key] as string | number}`],
  );
  return set.length > 0 && html` <span class="small">(${set.join(", ")})</span>`;
}

function describe({ description }: JsonSchema): Html | false {
  return typeof description === "string" && html` <span class="small">– ${description}</span>`;
}

function nameOf({ $ref }: JsonSchema): string | undefined {
  return typeof $ref === "string" ? $ref.split("/").at(-1) : undefined;
}

function resolve(schema: JsonSchema, document: OpenApi): JsonSchema {
  const name = nameOf(schema);
  return name === undefined ? schema : document.components.schemas[name]!;
}
