/** Traverses a file of the law, object by object. */

export type Node = Record<string, unknown>;

/** Visits every object, the file itself first; `path`: its place in the file; `id`: the same with names instead of indices. */
export function walk(
  value: unknown,
  path: string,
  visit: (node: Node, path: string, id: string) => void,
  id = path,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${path}[${index}]`, visit, `${id}.${nameOf(item) ?? index}`));
  } else if (typeof value === "object" && value !== null) {
    visit(value as Node, path, id);
    for (const [key, child] of Object.entries(value))
      walk(child, path === "" ? key : `${path}.${key}`, visit, id === "" ? key : `${id}.${key}`);
  }
}

/** An item is named by its first property if that is a string (`door: C3`). */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const [first] = Object.values(item);
  return typeof first === "string" ? first : undefined;
}

/** What must be unique in a list: the item's `key`, or else its name. */
export function named(item: unknown): string | undefined {
  const { key } = (item ?? {}) as { key?: unknown };
  return typeof key === "string" ? key : nameOf(item);
}
