/** Canonical JSON for hashing: the same text whatever the order of the keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** A copy with sorted keys; a `JSON.stringify` replacer, called for each value, took half as long again. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (saysItself(value)) return inOrder(value.toJSON());
  const record = value as Readonly<Record<string, unknown>>;
  // Not by assignment: a key may be called `__proto__`.
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, inOrder(record[key])]),
  );
}

/** Such as a date. */
function saysItself(value: object): value is { toJSON: () => unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
