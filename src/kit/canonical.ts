/** One text for one JSON value, whatever order its keys came in: what hashes are taken of. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** A copy with its keys in order: a replacer, which is called for each value, took half as long again. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (saysItself(value)) return inOrder(value.toJSON());
  const given = value as Readonly<Record<string, unknown>>;
  // From entries and not by assignment: a key may be called `__proto__`.
  return Object.fromEntries(
    Object.keys(given)
      .sort()
      .map((key) => [key, inOrder(given[key])]),
  );
}

/** A date, for one. */
function saysItself(value: object): value is { toJSON: () => unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
