/** The spaces of French print in a finished page: in its text only, never inside a tag, a field, code or data. */
import { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";

/** What is left alone whole (what a person typed, code, data), and tags. */
const ALONE = /(<(?:textarea|pre|code|script)\b[^]*?<\/(?:textarea|pre|code|script)>|<[^>]*>)/;

export function typeset(page: Html, lang: Lang): Html {
  if (lang !== "fr") return page;
  const pieces = page.text.split(ALONE);
  // Every second piece is a separator; text without a space has nothing to keep together.
  for (let at = 0; at < pieces.length; at += 2)
    if (pieces[at]!.includes(" ")) pieces[at] = typographic(pieces[at]!, lang);
  return new Html(pieces.join(""));
}
