/** French and English side by side: one tree per subject, each key once, so that a missing translation does not compile. */
import type { Lang } from "./lang.ts";

/** French first. Not an array type: a tree's keys `at` and `map` would then match an array's methods. */
type Pair = { readonly 0: unknown; readonly 1: unknown };
type Said = Pair | ((...given: never[]) => Pair);
export type Tree = { readonly [key: string]: Said | Tree };

/** The tree of one language. */
type Side<T> = T extends readonly [infer French, infer English]
  ? English extends French
    ? French
    : French | English
  : T extends (...given: infer Given) => readonly [infer French, infer English]
    ? (...given: Given) => English extends French ? French : French | English
    : { readonly [K in keyof T]: Side<T[K]> };

export function inBoth<T extends Tree>(tree: T): Readonly<Record<Lang, Side<T>>> {
  return { fr: sideOf(tree, 0) as Side<T>, en: sideOf(tree, 1) as Side<T> };
}

function sideOf(tree: Said | Tree, side: 0 | 1): unknown {
  if (typeof tree === "function") return (...given: never[]) => tree(...given)[side];
  if (isPair(tree)) return tree[side];
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, sideOf(part, side)]));
}

function isPair(tree: Tree | Pair): tree is Pair {
  return Array.isArray(tree);
}

/** Merges words; `other` wins where both have a key. */
export function joined<A extends object, B extends object>(
  one: Readonly<Record<Lang, A>>,
  other: Readonly<Record<Lang, B>>,
): Readonly<Record<Lang, A & B>> {
  return { fr: { ...one.fr, ...other.fr }, en: { ...one.en, ...other.en } };
}

/** Widens the type, for words looked up by a key unknown at compile time. */
export function byKey<T extends Said | Tree>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return words;
}
