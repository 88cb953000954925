/** Values made once and never changed, such as what the law says to everyone: what is made of them is kept, too. */

const fixed = new WeakSet();

/** Declares that a value will not change, and will come back. */
export function fix<T extends object>(value: T): T {
  fixed.add(value);
  return Object.freeze(value);
}

export function isFixed(value: unknown): value is object {
  return typeof value === "object" && value !== null && fixed.has(value);
}

/** The same function, except that it does its work once a fixed value and key; what it gives then is fixed in turn, so not to be changed. */
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
