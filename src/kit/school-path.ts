/** The path of a school's page on this server: French under the school's name, English under `/en` below it. */
import type { Lang } from "./lang.ts";

/** `path` is relative to the school and begins with `/`; `/` alone is its home page. */
export function schoolPath(school: string, lang: Lang, path: string): string {
  return `/${school}${lang === "en" ? "/en" : ""}${path === "/" ? "" : path}`;
}
