/**
 * HTML by tagged templates: everything put in is escaped, unless it is HTML already. Attributes are always quoted in
 * the template; `href()` keeps a link a link; `raw()` is the one door for text that is trusted as HTML.
 */

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a template takes. `false`, `null` and `undefined` print nothing, lists print their items. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const SPECIAL = /[&<>"']/;
const ALL_SPECIAL = /[&<>"']/g;

export function escape(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPES[character]!) : text;
}

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0]!;
  for (let at = 0; at < pieces.length; at++) text += print(pieces[at]) + strings[at + 1]!;
  return new Html(text);
}

function print(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return escape(piece);
  if (typeof piece === "number") return String(piece);
  if (piece === false || piece === null || piece === undefined) return "";
  let text = "";
  for (const one of piece) text += print(one);
  return text;
}

/** Text that is HTML because this program made it (a stylesheet, JSON-LD already made safe). Every use is counted by a test. */
export function raw(text: string): Html {
  return new Html(text);
}

/** A link that stays on the web: anything but a path, an anchor, http(s), mailto or tel becomes `#`. */
export function href(url: string): string {
  return /^(?:\/(?!\/)|#|https?:\/\/|mailto:|tel:)/i.test(url) ? url : "#";
}
