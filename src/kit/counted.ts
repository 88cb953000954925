/** Capped counts: an exact count of a large table is slow, and past a hundred it serves no purpose. */
import { type Lang, sayNumber } from "./lang.ts";

const MOST = 99;
/** The limit of a counting query: one more than the largest number shown. */
export const MOST_COUNTED = MOST + 1;

/** « 12 », « plus de 99 »; `most` is another cap, for a query limited to one more. */
export function sayCounted(count: number, lang: Lang, most = MOST): string {
  if (count <= most) return String(count);
  return lang === "fr" ? `plus de ${sayNumber(most, "fr")}` : `more than ${sayNumber(most, "en")}`;
}
