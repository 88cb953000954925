/** How a dossier is looked for: by its number, or by the name of whoever applies. */

/** What somebody looks for: parts of a name, or the number of a dossier, which finds that one alone. */
export type Search = { readonly number: string } | { readonly parts: readonly string[] };

const LONGEST = 100;
const MOST_PARTS = 6;

/** `undefined` where there is nothing to look for. */
export function readSearch(text: string): Search | undefined {
  const typed = text.trim().slice(0, LONGEST);
  const named = /^D?[-\s]?(\d{4})[-\s]?(\d{1,9})$/i.exec(typed);
  if (named) return { number: `D-${named[1]}-${named[2]!.padStart(6, "0")}` };
  const parts = typed.match(/[^\s,;.]+/g) ?? [];
  return parts.length === 0 ? undefined : { parts: parts.slice(0, MOST_PARTS) };
}
