/**
 * Makes text printable before typesetting. A character without a glyph, or one that would reorder or hide other text, is spelt out as
 * `[U+202E]`: a document shows everything it was given, and no strange name makes it fail.
 */

/**
 * Works on the output of `JSON.stringify`, where such characters occur only inside strings: one pass, no copy of the data. First branch:
 * an escape (controls, lone surrogates). Then: C1 controls, direction overrides, private use, the mark that begins a file, noncharacters.
 */
const STRANGE =
  /\\(?:u([0-9a-f]{4})|.)|[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff]|[\u{e0000}-\u{10ffff}]/gu;

const LINE_ENDS: Readonly<Record<string, string>> = {
  "\\t": " ",
  "\\r": "",
  "\\b": spell(8),
  "\\f": spell(12),
  "\u2028": "\\n",
  "\u2029": "\\n",
  "\ufffd": "\ufffd",
  // What begins a file, and came with a text copied from one: it has neither a width nor a meaning.
  "\ufeff": "",
};

export function printableJson(json: string): string {
  return json.replace(STRANGE, (found, code: string | undefined) => {
    if (code !== undefined) return spell(Number.parseInt(code, 16));
    return LINE_ENDS[found] ?? (found.startsWith("\\") ? found : spell(found.codePointAt(0)!));
  });
}

/** Spells these characters wherever they occur in the JSON text; ASCII never needs it. */
export function spellIn(json: string, characters: Iterable<string>): string {
  let text = json;
  for (const character of new Set(characters)) {
    const code = character.codePointAt(0)!;
    if (code > 0x7f) text = text.replaceAll(character, spell(code));
  }
  return text;
}

function spell(code: number): string {
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
