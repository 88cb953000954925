/** Counts that stop early: the exact number is what costs in a large table, and past a hundred nobody plans by it. */
import type { Lang } from "./lang.ts";

const MOST = 99;
/** How many rows a count may meet: one more than is said. */
export const MOST_COUNTED = MOST + 1;

/** « 12 », « plus de 99 ». */
export function sayCounted(count: number, lang: Lang): string {
  if (count <= MOST) return String(count);
  return lang === "fr" ? `plus de ${MOST}` : `more than ${MOST}`;
}
