/** The spaces of French print in a finished page: in its text only, never inside a tag, a field, code or data. */
import { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";

/** Left alone whole: what a person typed, code, data. */
const ALONE = /^(?:textarea|pre|code|script)\b/;

/** One pass by hand: splitting a long page by a pattern cost three times as much. */
export function typeset({ text }: Html, lang: Lang): Html {
  if (lang !== "fr") return new Html(text);
  let printed = "";
  let kept = 0;
  for (let at = 0; at < text.length; ) {
    const open = indexOr(text, "<", at);
    const words = text.slice(at, open);
    if (words.includes(" ")) {
      const spaced = typographic(words, lang);
      if (spaced !== words) {
        printed += text.slice(kept, at) + spaced;
        kept = open;
      }
    }
    at = endOfTag(text, open);
  }
  return new Html(printed + text.slice(kept));
}

function endOfTag(text: string, open: number): number {
  const [alone] = ALONE.exec(text.slice(open + 1, open + 10)) ?? [];
  const close = alone === undefined ? ">" : `</${alone}>`;
  return indexOr(text, close, open) + close.length;
}

function indexOr(text: string, sought: string, from: number): number {
  const found = text.indexOf(sought, from);
  return found === -1 ? text.length : found;
}
