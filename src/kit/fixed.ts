/** Memoization keyed on immutable values, such as the law's data. */

const fixed = new WeakSet();

/** Declares that a value never changes and will be used again. */
export function fix<T extends object>(value: T): T {
  fixed.add(value);
  return Object.freeze(value);
}

export function isFixed(value: unknown): value is object {
  return typeof value === "object" && value !== null && fixed.has(value);
}

/** Memoizes a function per fixed value and key; its result is then fixed too, so must not be changed. */
export function oncePerFixed<V extends object, K, R>(make: (value: V, key: K) => R): (value: V, key: K) => R {
  const kept = new WeakMap<V, Map<K, R>>();
  return (value, key) => {
    const known = kept.get(value)?.get(key);
    if (known !== undefined) return known;
    const result = make(value, key);
    if (!fixed.has(value)) return result;
    if (typeof result === "object" && result !== null) fixed.add(result);
    kept.set(value, (kept.get(value) ?? new Map<K, R>()).set(key, result));
    return result;
  };
}
