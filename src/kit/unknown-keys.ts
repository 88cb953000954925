/**
 * The keys of a value that its schema does not know, whatever else is wrong with it: for drafts, of which any part may be missing or
 * mistaken, so that they are validated by nothing else. Values of any key (`patternProperties`) are not looked into.
 */
import { type Issue, issue, type JsonSchema } from "./schema.ts";

export function unknownKeys(schema: JsonSchema, value: unknown, path: string): Issue[] {
  const { anyOf, items, properties, patternProperties } = schema as Parts;
  if (anyOf) return fewest(anyOf.map((branch) => unknownKeys(branch, value, path)));
  if (Array.isArray(value)) return items ? value.flatMap((one, at) => unknownKeys(items, one, `${path}[${at}]`)) : [];
  if (!properties || patternProperties || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return Object.hasOwn(properties, key) ? unknownKeys(properties[key]!, part, at) : [unknownKey(at)];
  });
}

export function unknownKey(path: string): Issue {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return issue(
    path,
    `« ${name.slice(0, 60)} » n’est pas connu ici : rien n’est enregistré sous ce nom.`,
    `"${name.slice(0, 60)}" is not known here: nothing is stored under this name.`,
  );
}

type Parts = {
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: object;
};

/** The branch that was meant, as a value of another kind has no keys that are unknown in it. */
function fewest(all: readonly Issue[][]): Issue[] {
  return all.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
