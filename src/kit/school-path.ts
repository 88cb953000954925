/** Where a page of a school stands on this server: French under its name, English under `/en`. */
import type { Lang } from "./lang.ts";

/** `path` is below the school and begins with `/`, which alone is its home. */
export function schoolPath(school: string, lang: Lang, path: string): string {
  return `/${school}${lang === "en" ? "/en" : ""}${path === "/" ? "" : path}`;
}
