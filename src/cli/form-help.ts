/** `livret act NAME --help`, `livret view NAME --help`: an example and the form’s fields, from the declaration. */
import { inBoth } from "../kit/in-both.ts";
import type { Act, View } from "../act/act.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { openApiWords } from "../api/openapi-sentences.ts";
import { publicSchema } from "../api/public-schema.ts";
import { exampleOf } from "../kit/example.ts";
import type { Lang } from "../kit/lang.ts";
import type { JsonSchema } from "../kit/schema.ts";

/** `undefined` for an unknown act or view. */
export function formHelp(kind: "act" | "view", name: string, lang: Lang): string | undefined {
  const declared: Act | View | undefined = (kind === "act" ? ACTS : VIEWS).find((one) => one.name === name);
  if (!declared) return undefined;
  const words = WORDS[lang];
  const form = publicSchema(declared.form as unknown as JsonSchema, lang);
  const taken = fields(form, lang, "  ");
  const output = declared.output && fields(publicSchema(declared.output as unknown as JsonSchema, lang), lang, "  ");
  return [
    words.example,
    `  ${exampleLine(kind, declared, lang)}`,
    "",
    `${name}${words.colon} ${declared.label[lang]}`,
    "",
    words.takes,
    ...(taken.length > 0 ? taken : [`  ${words.nothing}`]),
    ...(output ? ["", words.gives, ...(output.length > 0 ? output : [`  ${words.nothing}`])] : []),
    "",
    words.more(kind),
    "",
  ].join("\n");
}

/** Can be pasted in a shell: examples contain no quotes but JSON’s double ones. */
function exampleLine(kind: "act" | "view", { name, form }: Act | View, lang: Lang): string {
  const input = JSON.stringify(exampleOf(form as unknown as JsonSchema));
  const call = `livret ${kind} ${name} --as marie@example.org${lang === "en" ? " --lang en" : ""}`;
  return input === "{}" ? `${call} < /dev/null` : `echo '${input}' | ${call}`;
}

/** One line per field, nested fields indented. */
function fields(schema: JsonSchema, lang: Lang, margin: string): string[] {
  const words = openApiWords[lang];
  const required = new Set((schema.required ?? []) as readonly string[]);
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const own = properties.flatMap(([name, property]) => [
    `${margin}${name}${required.has(name) ? ` (${words.required})` : ""}${WORDS[lang].colon} ${kindOf(property, lang)}`,
    ...within(property, lang, `${margin}  `),
  ]);
  return schema.properties ? own : within(schema, lang, margin);
}

function within(schema: JsonSchema, lang: Lang, margin: string): string[] {
  if (schema.properties) return fields(schema, lang, margin);
  if (schema.type === "array") return within(schema.items as JsonSchema, lang, margin);
  const branches = branchesOf(schema).filter(({ properties, type }) => properties || type === "array");
  return branches.flatMap((branch, at) => [
    ...(at > 0 ? [`${margin}${WORDS[lang].or}`] : []),
    ...within(branch, lang, margin),
  ]);
}

function kindOf(schema: JsonSchema, lang: Lang): string {
  const words = openApiWords[lang];
  const bounds = Object.entries(words.bounds).flatMap(([key, word]) =>
    schema[key] === undefined || schema[key] === 0 ? [] : [`${word} ${schema[key] as string | number}`],
  );
  const more = [...bounds, ...(typeof schema.description === "string" ? [schema.description] : [])];
  return `${plainKind(schema, lang)}${more.length > 0 ? `, ${more.join(", ")}` : ""}`;
}

function plainKind(schema: JsonSchema, lang: Lang): string {
  const words = openApiWords[lang];
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const branches = branchesOf(schema);
  if (branches.length > 0) return [...new Set(branches.map((one) => plainKind(one, lang)))].join(" | ");
  if (schema.type === "array") return `${words.listOf} ${plainKind(schema.items as JsonSchema, lang)}`;
  const types = ([schema.type ?? []].flat() as string[]).map((type) => words.types[type] ?? type);
  return types.length > 0 ? types.join(" | ") : words.nothing;
}

function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[];
}

const WORDS = inBoth({
  example: ["Exemple", "Example"],
  colon: ["\u00a0:", ":"],
  takes: ["Ce qu’il faut lui donner (JSON)", "What it takes (JSON)"],
  gives: ["Ce qui en revient (JSON)", "What comes back (JSON)"],
  nothing: ["rien", "nothing"],
  or: ["ou", "or"],
  more: (kind: string) => [
    `Les options et les codes de sortie\u00a0: livret ${kind} --help`,
    `The options and the exit codes: livret ${kind} --help`,
  ],
});
