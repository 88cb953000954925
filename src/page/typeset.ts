/**
 * Typography of a finished page, or of a part that cuts no tag: French spaces, in text only, never inside a tag, a field, code or data; in
 * headings, hyphenated words do not break.
 */
import { Html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { typographic } from "../kit/typography.ts";

/** Left alone: what a person typed, code, data. */
const ALONE = /^(?:textarea|pre|code|script)\b/;
/** The first letters of such tags, to skip the pattern for thousands of others. */
const BEGINS = new Set(Array.from("tpcs", (letter) => letter.charCodeAt(0)));

/** One pass by hand: splitting a long page by a pattern took three times as long. */
export function typeset(part: Html, lang: Lang): Html {
  const text = unbroken(part.text, lang);
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
  const [alone] = BEGINS.has(text.charCodeAt(open + 1)) ? (ALONE.exec(text.slice(open + 1, open + 10)) ?? []) : [];
  const close = alone === undefined ? ">" : `</${alone}>`;
  return indexOr(text, close, open) + close.length;
}

function indexOr(text: string, sought: string, from: number): number {
  const found = text.indexOf(sought, from);
  return found === -1 ? text.length : found;
}

/** A French inverted question, verb and subject: « a-t-il », « allez-vous ». */
const ASKING = /(?<!\p{L})\p{L}+(?:-t)?-(?:ils?|elles?|on|vous|nous)(?!\p{L})/gu;
const NUMBERED = /\b[A-Z]{1,2}-[0-9A-Z]{4}-[0-9A-Z]{4,6}(?:-\d+)?\b/g;

/** Keeps a number or an inverted verb in the page's heading on one line where it fits, instead of breaking at its hyphen. */
function unbroken(text: string, lang: Lang): string {
  const from = text.indexOf("<h1");
  const to = text.indexOf("</h1>", from);
  if (from === -1 || to === -1) return text;
  const words = text.slice(text.indexOf(">", from) + 1, to);
  // A heading with markup handles this itself.
  if (words.includes("<")) return text;
  const numbers = words.replaceAll(NUMBERED, '<span class="unbroken">$&</span>');
  const whole = lang === "fr" ? numbers.replaceAll(ASKING, '<span class="joined">$&</span>') : numbers;
  // Rebuilding copies the whole page: only where something changed.
  return whole === words ? text : text.slice(0, to - words.length) + whole + text.slice(to);
}
