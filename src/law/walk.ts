/** Goes through what a file of the law says, object by object. */

export type Node = Record<string, unknown>;

/** Visits every object, the file itself first; `path` is where it stands, `id` the same with names instead of numbers. */
export function walk(
  value: unknown,
  path: string,
  visit: (node: Node, path: string, id: string) => void,
  id = path,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => walk(item, `${path}[${at}]`, visit, `${id}.${nameOf(item) ?? at}`));
  } else if (typeof value === "object" && value !== null) {
    visit(value as Node, path, id);
    for (const [key, child] of Object.entries(value))
      walk(child, path === "" ? key : `${path}.${key}`, visit, id === "" ? key : `${id}.${key}`);
  }
}

/** An item of a list goes by its first property, when that is a name (`door: C3`). */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const [first] = Object.values(item);
  return typeof first === "string" ? first : undefined;
}

/** What an item may not share with another of its list: its `key`, wherever that stands in it, or the name it goes by. */
export function named(item: unknown): string | undefined {
  const { key } = (item ?? {}) as { key?: unknown };
  return typeof key === "string" ? key : nameOf(item);
}
