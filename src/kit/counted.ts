/** Counts that stop early: the exact number is what costs in a large table, and past a hundred nobody plans by it. */
import { type Lang, sayNumber } from "./lang.ts";

const MOST = 99;
/** How many rows a count may meet: one more than is said. */
export const MOST_COUNTED = MOST + 1;

/** « 12 », « plus de 99 »; or past another number, where the count met one more than that. */
export function sayCounted(count: number, lang: Lang, most = MOST): string {
  if (count <= most) return String(count);
  return lang === "fr" ? `plus de ${sayNumber(most, "fr")}` : `more than ${sayNumber(most, "en")}`;
}
