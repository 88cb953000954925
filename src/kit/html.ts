/**
 * HTML by tagged templates: interpolated values are escaped, unless they are `Html`. Templates always quote attributes;
 * `href()` blocks unsafe links; only `raw()` trusts a text as HTML.
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

/** A template's value. `false`, `null` and `undefined` print nothing, lists print their items. */
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
  for (let index = 0; index < pieces.length; index++) text += print(pieces[index]) + strings[index + 1]!;
  return new Html(text);
}

function print(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return escape(piece);
  if (typeof piece === "number") return String(piece);
  if (piece === false || piece === null || piece === undefined) return "";
  let text = "";
  for (const item of piece) text += print(item);
  return text;
}

/** Trusts a text of this program as HTML (a stylesheet, JSON-LD already made safe). A test counts every use. */
export function raw(text: string): Html {
  return new Html(text);
}

/** A safe link: anything but a path, an anchor, http(s), mailto, tel or webcal becomes `#`. */
export function href(url: string): string {
  return /^(?:\/(?!\/)|#|https?:\/\/|mailto:|tel:|webcal:)/i.test(url) ? url : "#";
}
